/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the targets of a plan stand: what is set, what was reached, and the same period of the year before. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "chart/ocop-chart-paint.h"
#include "report/plan/ocop-plan-chart.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

/* More of them would make a row that no page holds. */
#define LOCALITIES_IN_A_ROW 40u

/* More of them would be bars without names. */
#define LOCALITIES_IN_A_CHART 60

/* A few of them share the page of their table. */
#define LOCALITIES_IN_A_LOW_CHART 12
#define ASPECT_OF_LOW 3.2
#define ASPECT 2.0

enum
{
  CELL_NUMBER,
  CELL_TARGET,
  CELL_UNIT,
  CELL_PLANNED,
  CELL_ACTUAL,
  CELL_PERCENT,
  CELL_BEFORE,
  CELL_CHANGE,
  CELL_STATE,
  CELL_NOTE,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_TARGET] = { "target", N_("Target"), OCOP_PAPER_COLUMN_TEXT, 34 },
  [CELL_UNIT] = { "unit", N_("Unit"), OCOP_PAPER_COLUMN_TEXT, 11 },
  [CELL_PLANNED] = { "planned", N_("Number set"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  [CELL_ACTUAL] = { "actual", N_("Actual"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  [CELL_PERCENT] = { "percent", N_("Percent of what was set"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
  [CELL_BEFORE] = { "before", N_("Same period last year"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  [CELL_CHANGE] = { "change", N_("Percent of last year"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
  [CELL_STATE] = { "state", N_("State"), OCOP_PAPER_COLUMN_TEXT, 13 },
  [CELL_NOTE] = { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 22 },
  { NULL }
};

static const OcopReportColumn short_columns[] = {
  { "target", N_("Target"), OCOP_PAPER_COLUMN_TEXT, 28 },
  { "least", N_("Number set"), OCOP_PAPER_COLUMN_TEXT, 13 },
  { "short", N_("Fall short"), OCOP_PAPER_COLUMN_TEXT, 9 },
  { "localities", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 70 },
  { NULL }
};

static void
add_target (OcopPaperTable     *table,
            const OcopProgress *progress,
            guint               number)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *note = ocop_plan_words_dup_note (progress);
  gint64 percent;

  row->cells[CELL_NUMBER] = ocop_value_integer (number);
  row->cells[CELL_TARGET] = ocop_value_text (ocop_record_get_text (progress->target, "name"));
  row->cells[CELL_UNIT] = ocop_value_text (ocop_plan_words_get_unit (progress));
  row->cells[CELL_PLANNED] = ocop_plan_words_goal (&progress->goal);
  row->cells[CELL_ACTUAL] = ocop_plan_words_fact (progress, &progress->fact);
  if (ocop_goal_percent (&progress->goal, &progress->fact, &percent))
    row->cells[CELL_PERCENT] = ocop_value_integer (percent);
  row->cells[CELL_BEFORE] = ocop_plan_words_fact (progress, &progress->before);
  row->cells[CELL_CHANGE] = ocop_plan_words_change (progress);
  row->cells[CELL_STATE] = ocop_value_text (ocop_standing_title (progress->standing));
  row->cells[CELL_NOTE] = ocop_value_text (note);
}

static void
add_targets (OcopPaper      *paper,
             const OcopPlan *plan)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autoptr(GPtrArray) sections = ocop_plan_words_list_sections (plan);
  gboolean is_divided = ocop_plan_words_is_divided (sections);
  guint n_sections = 0, n = 0;

  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < sections->len; i++)
    {
      if (is_divided)
        ocop_report_add_group (table, sections->pdata[i], &n_sections);
      for (guint j = 0; j < plan->targets->len; j++)
        if (g_str_equal (ocop_plan_words_get_section (plan->targets->pdata[j]), sections->pdata[i]))
          add_target (table, plan->targets->pdata[j], ++n);
    }
}

/* Localities that fall short */

/* "Ao Sen (0)", "Bến Lau (12/10/2026)" */
static char *
dup_locality (const OcopProgress  *progress,
              const OcopCountLine *line)
{
  gboolean by_day = progress->goal.op == OCOP_GOAL_BY_DAY;
  g_autofree char *actual = by_day ? ocop_date_to_people (line->day) : ocop_number_to_people (line->number);

  return g_strdup_printf ("%s (%s)", line->label, *actual != '\0' ? actual : _("not yet"));
}

/* Those of @progress that fall short, a row for so many; the first row tells of which target they are. */
static void
add_short (OcopPaperTable     *table,
           const OcopProgress *progress,
           const GPtrArray    *names)
{
  g_autofree char *least = ocop_goal_to_people (&progress->goal);
  g_autofree char *number = g_strdup_printf ("%u/%u", names->len, progress->count->lines->len);

  for (guint first = 0; first < names->len; first += LOCALITIES_IN_A_ROW)
    {
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      g_autofree char *text = ocop_text_join (", ", (const char * const *) names->pdata + first, MIN (LOCALITIES_IN_A_ROW, names->len - first));

      if (first == 0)
        {
          row->cells[0] = ocop_value_text (ocop_record_get_text (progress->target, "name"));
          row->cells[1] = ocop_value_text (least);
          row->cells[2] = ocop_value_text (number);
        }
      row->cells[3] = ocop_value_text (text);
    }
}

static GPtrArray *
list_short (const OcopProgress *progress)
{
  const GPtrArray *lines = progress->count != NULL && progress->by_hand == NULL ? progress->count->lines : NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (ocop_progress_falls_short (progress, lines->pdata[i]))
      g_ptr_array_add (names, dup_locality (progress, lines->pdata[i]));
  return names;
}

static void
paint_chart (cairo_t *cr,
             double   width,
             double   height,
             gpointer data)
{
  ocop_chart_geometry_free (ocop_chart_paint (data, cr, width, height, ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR),
                                              OCOP_CHART_PAINT_TRANSPARENT));
}

/* What a workbook draws its own chart of. */
static void
add_series (OcopPaperChart  *block,
            const OcopChart *chart)
{
  guint n = ocop_chart_n_categories (chart);
  g_autofree const char **titles = g_new0 (const char *, n + 1);
  g_autofree gint64 *values = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    titles[i] = ocop_chart_get_category (chart, i)->label;
  ocop_paper_chart_set_categories (block, titles);
  for (guint series = 0; series < ocop_chart_n_series (chart); series++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = ocop_chart_get_value (chart, series, i);
      ocop_paper_chart_add_series (block, ocop_chart_get_series (chart, series)->name, values);
    }
  block->stacked = TRUE;
}

/* The localities of a target that some of them fall short of, those that do and those that do not. */
static void
add_chart (OcopPaper          *paper,
           const OcopProgress *progress)
{
  OcopChart *chart = ocop_chart_new (OCOP_CHART_STACKED_ROWS, _("Localities against what the plan asks of each"));
  double aspect = progress->count->lines->len <= LOCALITIES_IN_A_LOW_CHART ? ASPECT_OF_LOW : ASPECT;
  OcopPaperChart *block = ocop_paper_add_chart (paper, ocop_record_get_text (progress->target, "name"), aspect,
                                                paint_chart, chart, (GDestroyNotify) ocop_chart_free);

  ocop_plan_chart_draw_localities (chart, progress);
  add_series (block, chart);
}

static void
add_charts (OcopPaper      *paper,
            const OcopPlan *plan)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];
      g_autoptr(GPtrArray) names = list_short (progress);

      if (names->len > 0 && progress->goal.op == OCOP_GOAL_EACH_AT_LEAST && progress->count->lines->len <= LOCALITIES_IN_A_CHART)
        add_chart (paper, progress);
    }
}

static void
add_localities (OcopPaper      *paper,
                const OcopPlan *plan)
{
  OcopPaperTable *table = NULL;

  for (guint i = 0; i < plan->targets->len; i++)
    {
      g_autoptr(GPtrArray) names = list_short (plan->targets->pdata[i]);

      if (names->len > 0 && table == NULL)
        ocop_report_add_columns (table = ocop_paper_add_table (paper, _("Localities that fall short")), short_columns);
      if (names->len > 0)
        add_short (table, plan->targets->pdata[i], names);
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopPlan) plan = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  plan = ocop_report_year_read_plan (&year, reader, error);
  if (plan == NULL)
    return FALSE;
  ocop_plan_words_add_name (paper, plan->record);
  ocop_report_year_write (&year, paper);
  add_targets (paper, plan);
  add_localities (paper, plan);
  add_charts (paper, plan);
  return TRUE;
}

const OcopReport ocop_report_progress = {
  .name = "plan-progress",
  .title = N_("Progress of the plan's targets"),
  .heading = N_("Results by target of the plan"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
