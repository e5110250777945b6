/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopBriefScope:
 * @on: the day the report speaks of
 * @from: first day of its period, which ends with @on; 1 January of that year
 *   when unknown
 * @locality: (nullable): id of an administrative unit; a province with all its communes
 * @sector: (nullable): "I" to "VI", as the products' field "sector" holds it
 */
typedef struct
{
  OcopDate on;
  OcopDate from;
  const char *locality;
  const char *sector;
} OcopBriefScope;

/**
 * OcopBriefFigure:
 * @name: stable: "products", "first"
 * @title: translated, in a few words
 * @query: what was counted: the list behind the figure
 */
typedef struct
{
  const char *name;
  const char *title;
  gint64 number;
  OcopQuery *query;
} OcopBriefFigure;

/**
 * OcopBriefRun:
 * @figure: (nullable): the figure that @text writes out
 *
 * A piece of the paragraph.
 */
typedef struct
{
  char *text;
  const OcopBriefFigure *figure;
} OcopBriefRun;

/**
 * OcopBrief:
 * @base: the products of the scope, whatever their state
 * @figures: (element-type OcopBriefFigure)
 * @runs: (element-type OcopBriefRun): the paragraph, piece by piece
 * @text: the whole paragraph, as a director gets it
 *
 * The quick report. "products" to "star5" are the stock on the day, of which
 * "estimated" end on a day taken from the year of recognition alone; "first",
 * "again" and "upgrade" are products recognised in the period, by the first day
 * of the certificate ("unclear": nobody recorded which of the three), and are
 * never added into the stock; "revoked" (article 8), "withdrawn" (article
 * 10.1.b) and "expired" are those that ended in the period. Where products of
 * other provinces than the office's are in the register, no figure counts them
 * but "elsewhere", which is there only then.
 */
typedef struct
{
  OcopDate on;
  OcopDate from;
  OcopQuery *base;
  GPtrArray *figures;
  GPtrArray *runs;
  char *text;
} OcopBrief;

/* Returns: (transfer full): %NULL on failure. */
OcopBrief             *ocop_brief_new  (OcopReader            *reader,
                                        const OcopBriefScope  *scope,
                                        GError               **error);
void                   ocop_brief_free (OcopBrief             *self);

/* Returns: (transfer none): the figure of that name, which must be one. */
const OcopBriefFigure *ocop_brief_get  (const OcopBrief       *self,
                                        const char            *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopBrief, ocop_brief_free)

G_END_DECLS
