/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A frozen report held against the one before it, or the present against it: what came to each figure and what went. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "plan/ocop-freeze.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "target", N_("Target"), OCOP_PAPER_COLUMN_TEXT, 50 },
  { "earlier", N_("Earlier"), OCOP_PAPER_COLUMN_TEXT, 16 },
  { "later", N_("Later"), OCOP_PAPER_COLUMN_TEXT, 16 },
  { "came", N_("Came"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  { "went", N_("Went"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  { NULL }
};

static const OcopReportColumn shift_columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "change", N_("Came or went"), OCOP_PAPER_COLUMN_TEXT, 10 },
  { "record", N_("Record"), OCOP_PAPER_COLUMN_TEXT, 50 },
  { "why", N_("Why"), OCOP_PAPER_COLUMN_TEXT, 42 },
  { NULL }
};

static void
add_line (OcopPaperTable       *table,
          const OcopFreezeLine *line)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[0] = ocop_value_integer (table->rows->len);
  row->cells[1] = ocop_value_text (line->now->name);
  row->cells[2] = ocop_value_text (line->before != NULL ? line->before->text : "—");
  row->cells[3] = ocop_value_text (line->now->text);
  if (line->n_came > 0)
    row->cells[4] = ocop_value_integer (line->n_came);
  if (line->n_went > 0)
    row->cells[5] = ocop_value_integer (line->n_went);
}

static void
add_lines (OcopPaper                  *paper,
           const OcopFreezeComparison *comparison)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);

  ocop_report_add_columns (table, columns);
  for (guint i = 2; i <= 3; i++)
    ((OcopPaperColumn *) table->columns->pdata[i])->align = OCOP_PAPER_ALIGN_RIGHT;
  for (guint i = 0; i < comparison->lines->len; i++)
    add_line (table, comparison->lines->pdata[i]);
}

static void
add_shift (OcopPaperTable  *table,
           const OcopShift *shift,
           guint            number)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[0] = ocop_value_integer (number);
  row->cells[1] = ocop_value_text (shift->came ? C_("shift", "came") : C_("shift", "went"));
  row->cells[2] = ocop_value_text (shift->label);
  row->cells[3] = ocop_value_text (shift->why);
}

/* The records behind, under their targets. */
static void
add_shifts (OcopPaper                  *paper,
            const OcopFreezeComparison *comparison)
{
  OcopPaperTable *table = NULL;
  guint n = 0;

  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const OcopFreezeLine *line = comparison->lines->pdata[i];

      if (line->shifts->len > 0 && table == NULL)
        ocop_report_add_columns (table = ocop_paper_add_table (paper, _("What came and what went")), shift_columns);
      if (line->shifts->len > 0)
        ocop_report_add_group (table, line->now->name, &n);
      for (guint j = 0; j < line->shifts->len; j++)
        add_shift (table, line->shifts->pdata[j], j + 1);
    }
}

static char *
describe (const OcopFrozen *frozen)
{
  g_autofree char *day = ocop_date_to_people (frozen->on);

  return g_strdup_printf ("%s (%s)", frozen->name != NULL ? frozen->name : _("the present"), day);
}

static void
add_names (OcopPaper                  *paper,
           const OcopFreezeComparison *comparison)
{
  g_autofree char *now = describe (comparison->now);
  g_autofree char *before = comparison->before != NULL ? describe (comparison->before) : NULL;
  g_autofree char *both = before != NULL ? g_strdup_printf (_("Earlier: %s · Later: %s"), before, now) : NULL;

  ocop_paper_add_subtitle (paper, both != NULL ? both : now);
  paper->as_of = comparison->now->on;
}

static OcopFreezeComparison *
read_comparison (OcopReader             *reader,
                 const OcopReportScope  *scope,
                 const OcopReportYear   *year,
                 GError                **error)
{
  g_autoptr(GPtrArray) reports = ocop_freeze_reports (reader, ocop_record_get_id (year->plan), error);

  if (reports == NULL)
    return NULL;
  if (reports->len == 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("No report of this plan is frozen yet"));
      return NULL;
    }
  return ocop_freeze_compare (reader, scope->frozen != NULL ? scope->frozen : ocop_record_get_id (reports->pdata[0]),
                              scope->to_present ? &scope->on : NULL, error);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopFreezeComparison) comparison = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  comparison = read_comparison (reader, scope, &year, error);
  if (comparison == NULL)
    return FALSE;
  ocop_plan_words_add_name (paper, year.plan);
  add_names (paper, comparison);
  add_lines (paper, comparison);
  add_shifts (paper, comparison);
  return TRUE;
}

const OcopReport ocop_report_frozen = {
  .name = "plan-frozen",
  .title = N_("A frozen report against the one before"),
  .heading = N_("What came and went since the earlier report"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
