/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * OcopReportScope:
 * @on: the day of the figures
 * @base: (nullable): which products; all when %NULL. Its day is not used
 * @from: the first day of the period that the quick report speaks of; 1 January when unknown
 * @locality: (nullable): for the quick report, which names it: the administrative unit that @base is narrowed to
 * @sector: (nullable): likewise the sector
 * @plan: (nullable): for papers of a year, the id of its plan; the office's own plan of that year when %NULL
 * @year: for papers of a year; that of @on when 0
 * @period: (nullable): for papers of a year: "quarter-2" (ocop_period_find()); the whole of it when %NULL
 * @beside: (nullable): for the paper of plans side by side, the ids of the others; that of the year before when %NULL
 * @frozen: (nullable): for the paper of a frozen report, its id; the latest when %NULL
 * @to_present: whether that is held against @on instead of the report before it
 * @received: (nullable): for the list of communes that have not sent: the ids of those whose report is at hand, though not
 *   taken in
 */
typedef struct
{
  OcopDate on;
  const OcopQuery *base;
  OcopDate from;
  const char *locality;
  const char *sector;
  const char *plan;
  guint year;
  const char *period;
  const char * const *beside;
  const char *frozen;
  gboolean to_present;
  const char * const *received;
} OcopReportScope;

/**
 * OcopReportColumn:
 * @title: English, to be translated
 * @width: 0 of those that the records give instead, of which each is called by @name, a colon and what it is of
 * @group: (nullable): English, to be translated: heading over several columns
 * @path: (nullable): where its value stands, for columns that show a field as it is
 * @or_path: (nullable): where it stands when nothing stands at @path
 */
typedef struct
{
  const char *name;
  const char *title;
  OcopPaperColumnType type;
  double width;
  const char *path;
  const char *group;
  const char *or_path;
} OcopReportColumn;

/**
 * OcopReport:
 * @name: stable: "valid-products"
 * @title: English, to be translated
 * @heading: (nullable): English, to be translated: the title on paper, where it differs
 * @columns: those of its table, ended by a %NULL name
 * @count: English, to be translated: how many it names, one and several; of products when %NULL, nothing when empty
 * @said: (nullable): the field of a product by which the report chooses, as its paper says itself
 * @own_area: whether it counts the office's own area, whatever there is of other provinces
 * @of_year: whether it is of a year's plan or work, whatever the products
 * @build: fills @paper, whose head is there already; %FALSE with @error set
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *heading;
  OcopPaperOrientation orientation;
  const OcopReportColumn *columns;
  const char *count[2];
  const char *said;
  gboolean own_area;
  gboolean of_year;
  gboolean (*build) (OcopReader             *reader,
                     const OcopReportScope  *scope,
                     OcopPaper              *paper,
                     GError                **error);
} OcopReport;

/* Fills @copy, which owns what it holds: clear it with ocop_report_scope_clear(). */
void              ocop_report_scope_copy  (const OcopReportScope *scope,
                                           OcopReportScope       *copy);
void              ocop_report_scope_clear (OcopReportScope       *copy);

/* All reports, ended by %NULL. */
const OcopReport * const *ocop_report_list_all (void);
/* %NULL when there is none of that name. */
const OcopReport *ocop_report_list_find (const char              *name);

/**
 * ocop_report_build:
 * @layout: (nullable): which columns; those that the office keeps in its register when %NULL
 *
 * Texts come in the language of the process.
 *
 * Returns: (transfer full): %NULL on failure.
 */
OcopPaper        *ocop_report_build     (const OcopReport        *report,
                                         OcopReader              *reader,
                                         const OcopReportScope   *scope,
                                         const OcopPaperLayout   *layout,
                                         GError                 **error);

G_END_DECLS
