/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A condition that is told of a value without SQL: each part of an expression costs SQLite more than a value does that it
 * hands out. Nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite.h"

G_BEGIN_DECLS

typedef struct _OcopMatch OcopMatch;

/**
 * OcopMatched:
 * @number: of a date, one in the order of dates
 * @text: (nullable): of a number
 *
 * What stands in a column.
 */
typedef struct
{
  gboolean known;
  gint64 number;
  const char *text;
} OcopMatched;

/* "2026-11-22": 20261122; "2026", which stands before all its days: 20260000. */
gint64      ocop_match_number_of_date (const char  *text);

/* %NULL for what only SQL can tell: parts of the names of links, what lies within, links by their ids. @condition: that suits
 * @field. */
OcopMatch  *ocop_match_new    (const OcopField     *field,
                               const OcopCondition *condition);
void        ocop_match_free   (OcopMatch           *self);

/* The same for conditions that are met by the same. */
char       *ocop_match_to_text (const OcopMatch    *self);

/* Whether it is met by the known numbers from @first to @last but for @except, and by no others. */
gboolean    ocop_match_get_range (const OcopMatch  *self,
                                  gint64           *first,
                                  gint64           *last,
                                  gint64           *except);
/* As the condition in SQL is true of @value. */
gboolean    ocop_match_meets  (const OcopMatch     *self,
                               const OcopMatched   *value);

G_END_DECLS
