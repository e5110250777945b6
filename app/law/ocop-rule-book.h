/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/* Who recognises a class. One and two stars get neither decision nor certificate. */
typedef enum
{
  OCOP_LEVEL_NONE,
  OCOP_LEVEL_DISTRICT,
  OCOP_LEVEL_PROVINCE,
  OCOP_LEVEL_CENTRE,
} OcopLevel;

/**
 * OcopStarClass:
 * @stars: 1 to 5
 * @least_points: the least mean that reaches the class, in hundredths of a point
 * @recognised_by: whose decision it is
 */
typedef struct
{
  guint stars;
  guint least_points;
  OcopLevel recognised_by;
} OcopStarClass;

/**
 * OcopRuleBook:
 * @decision: number of the Prime Minister's decision, "26/2026/QĐ-TTg"
 * @from: its first day; the next book's first day ends it
 * @validity_months: how long a certificate is valid
 * @window_opens_days, @window_closes_days: how many days before expiry a dossier
 *   for re-evaluation may and must be handed in; both 0 where the book sets none
 * @extension_from, @extension_until: certificates that expire on these days and
 *   between run on until there is a result; unknown where the book has no such rule
 * @extension_days: by so many days at the most
 * @classes: (element-type OcopStarClass): highest first
 *
 * What one decision rules. The articles stand beside the values in the data.
 */
typedef struct
{
  char *decision;
  char *title;
  OcopDate from;
  guint validity_months;
  guint window_opens_days;
  guint window_closes_days;
  OcopDate extension_from;
  OcopDate extension_until;
  guint extension_days;
  GArray *classes;
} OcopRuleBook;

/**
 * ocop_rule_books_load:
 * @bytes: the JSON of the rule books
 *
 * Returns: (transfer full) (element-type OcopRuleBook): the books, oldest first;
 *   %NULL with %OCOP_ERROR_FILE_FORMAT, which names the place, when something
 *   in the file is missing or cannot be.
 */
GPtrArray *ocop_rule_books_load (GBytes  *bytes,
                                 GError **error);

G_END_DECLS
