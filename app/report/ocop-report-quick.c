/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quick report as a paper: its paragraph, and the figures of it one by one. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/ocop-brief.h"

enum
{
  CELL_NUMBER,
  CELL_TITLE,
  CELL_FIGURE,
};

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 6 },
  { "title", N_("Indicator"), OCOP_PAPER_COLUMN_TEXT, 60 },
  { "figure", N_("Figure"), OCOP_PAPER_COLUMN_INTEGER, 14 },
  { NULL }
};

static const char * const stock[] = { "products", "star3", "star4", "potential5", "star5", "producers", NULL };
static const char * const stock_doubts[] = { "estimated", NULL };
static const char * const period[] = { "first", "again", "upgrade", "revoked", "expired", NULL };
static const char * const period_rare[] = { "withdrawn", "unclear", NULL };

static void
add_figures (OcopPaperTable     *table,
             const OcopBrief    *brief,
             const char * const *names,
             gboolean            even_none,
             gint64             *number)
{
  for (; *names != NULL; names++)
    {
      const OcopBriefFigure *figure = ocop_brief_get (brief, *names);
      OcopPaperRow *row;

      if (figure->number == 0 && !even_none)
        continue;
      row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      row->cells[CELL_NUMBER] = ocop_value_integer (++*number);
      row->cells[CELL_TITLE] = ocop_value_text (figure->title);
      row->cells[CELL_FIGURE] = ocop_value_integer (figure->number);
    }
}

static void
add_table (OcopPaper       *paper,
           const OcopBrief *brief)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autofree char *on = ocop_date_to_people (brief->on);
  g_autofree char *from = ocop_date_to_people (brief->from);
  g_autofree char *of_day = g_strdup_printf (_("As of %s"), on);
  g_autofree char *of_period = g_strdup_printf (_("From %s to %s"), from, on);
  gint64 number = 0;

  ocop_report_add_columns (table, columns);
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, of_day);
  add_figures (table, brief, stock, TRUE, &number);
  add_figures (table, brief, stock_doubts, FALSE, &number);
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, of_period);
  add_figures (table, brief, period, TRUE, &number);
  add_figures (table, brief, period_rare, FALSE, &number);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  const OcopBriefScope of_brief = { scope->on, scope->from, scope->locality, scope->sector };
  g_autoptr(OcopBrief) brief = ocop_brief_new (reader, &of_brief, error);

  if (brief == NULL)
    return FALSE;
  ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY), brief->text, FALSE);
  add_table (paper, brief);
  return TRUE;
}

const OcopReport ocop_report_quick = {
  .name = "quick",
  .title = N_("Quick report"),
  .heading = N_("Quick report on OCOP products"),
  .orientation = OCOP_PAPER_PORTRAIT,
  .columns = columns,
  .count = { "", "" },
  .own_area = TRUE,
  .build = build,
};
