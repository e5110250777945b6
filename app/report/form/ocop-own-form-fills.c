/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the cells of another author's form now. */

#include "report/form/ocop-own-form-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"

typedef struct
{
  OcopOwnFormFacts *facts;
  GPtrArray *warnings;
  OcopFormFill *fill;
  char **steps;           /* of the source */
  guint n_steps;
} Task;

static void
put_text (OcopFormValue *value,
          const char    *text)
{
  value->type = text != NULL && *text != '\0' ? OCOP_FORM_TEXT : OCOP_FORM_NOTHING;
  value->text = g_strdup (text);
}

static void
put_number (OcopFormValue *value,
            gint64         number)
{
  value->type = OCOP_FORM_NUMBER;
  value->hundredths = number * 100;
}

static void
put_date (OcopFormValue *value,
          OcopDate       date)
{
  value->type = OCOP_FORM_DATE;
  value->date = date;
}

/* @what: (transfer full): in words */
static void
warn (Task *task,
      char *what)
{
  const OcopFormCell *cell = task->fill->cell;
  g_autofree char *owned = what;
  char name[OCOP_FORM_NAME_SIZE];

  g_ptr_array_add (task->warnings, g_strdup_printf (_("Sheet “%s”, cell %s: %s"), cell->sheet,
                                                    ocop_form_cell_write_name (cell->row, cell->column, name), owned));
}

/* --- targets --- */

static const OcopProgress *
find_target (const OcopPlan *plan,
             const char     *code)
{
  static const char * const fields[] = { "code", "indicator" };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint i = 0; i < plan->targets->len; i++)
      {
        const OcopProgress *progress = plan->targets->pdata[i];

        if (g_strcmp0 (ocop_record_get_text (progress->target, fields[f]), code) == 0)
          return progress;
      }
  return NULL;
}

static gboolean
has_plan (Task    *task,
          GError **error)
{
  if (task->facts->plan != NULL)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("There is no plan for %u, of which the form asks targets"),
               task->facts->period.year);
  return FALSE;
}

static gboolean
fill_target (Task    *task,
             GError **error)
{
  OcopFormValue *value = ocop_form_fill_add (task->fill, NULL);
  const OcopProgress *progress;

  if (!has_plan (task, error))
    return FALSE;
  progress = find_target (task->facts->plan, task->steps[1]);
  if (progress != NULL)
    ocop_own_form_put_target (value, progress, task->steps[2]);
  else
    warn (task, g_strdup_printf (_("the plan has no target “%s”; the cell stays empty"), task->steps[1]));
  return TRUE;
}

static gboolean
fill_targets (Task    *task,
              GError **error)
{
  if (!has_plan (task, error))
    return FALSE;
  for (guint i = 0; i < task->facts->plan->targets->len; i++)
    {
      const OcopProgress *progress = task->facts->plan->targets->pdata[i];

      ocop_own_form_put_target (ocop_form_fill_add (task->fill, ocop_record_get_text (progress->target, "name")), progress,
                                task->steps[1]);
    }
  return TRUE;
}

/* --- counts --- */

static gint64
count_of (const OcopStatisticsRow *row,
          const char              *class)
{
  for (guint i = 0; i < OCOP_N_STARS; i++)
    if (g_str_equal (ocop_statistics_star_key (i), class))
      return row->stars[i];
  return row->total;
}

static const OcopStatisticsRow *
find_locality (const OcopStatistics *statistics,
               const char           *name)
{
  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *row = statistics->rows->pdata[i];

      if (g_strcmp0 (row->key, name) == 0 || ocop_text_same (row->label, name))
        return row;
    }
  return NULL;
}

/* A locality without products has no row, and counts none. */
static gboolean
fill_count (Task    *task,
            GError **error)
{
  const OcopStatistics *statistics = ocop_own_form_facts_count (task->facts, error);
  OcopFormValue *value = ocop_form_fill_add (task->fill, NULL);
  const OcopStatisticsRow *row;

  if (statistics == NULL)
    return FALSE;
  row = task->n_steps > 2 ? find_locality (statistics, task->steps[2]) : statistics->total;
  put_number (value, row != NULL ? count_of (row, task->steps[1]) : 0);
  if (row == NULL)
    warn (task, g_strdup_printf (_("no product in force lies in “%s”"), task->steps[2]));
  return TRUE;
}

/* --- the office and the period --- */

static gboolean
fill_office (Task    *task,
             GError **error)
{
  put_text (ocop_form_fill_add (task->fill, NULL), ocop_record_get_text (task->facts->office, task->steps[1]));
  return TRUE;
}

/* "until" is "day": a period that runs ends, as on papers, where its figures do. */
static gboolean
fill_period (Task    *task,
             GError **error)
{
  const OcopPeriod *period = &task->facts->period;
  OcopFormValue *value = ocop_form_fill_add (task->fill, NULL);
  const char *field = task->steps[1];
  g_autofree char *title = ocop_period_to_people (*period);
  g_autofree char *line = ocop_period_to_document (*period, task->facts->on);

  if (g_str_equal (field, "from"))
    put_date (value, period->from);
  else if (g_str_equal (field, "today"))
    put_date (value, ocop_date_today ());
  else if (g_str_equal (field, "year"))
    put_number (value, period->year);
  else if (g_str_equal (field, "title"))
    put_text (value, title);
  else if (g_str_equal (field, "line"))
    put_text (value, line);
  else
    put_date (value, task->facts->on);
  return TRUE;
}

/* --- reports --- */

static const OcopPaperColumn *
find_column (const OcopPaperTable *table,
             const char           *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (ocop_paper_table_get_column (table, i)->name, name))
      return ocop_paper_table_get_column (table, i);
  return NULL;
}

/* By which a row is known: the label of a group or total, else its first text. (transfer full) */
static char *
label_of (const OcopPaperTable *table,
          const OcopPaperRow   *row)
{
  if (row->label != NULL)
    return g_strdup (row->label);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      if (column->type == OCOP_PAPER_COLUMN_TEXT)
        return ocop_paper_column_to_people (column, &row->cells[column->cell]);
    }
  return g_strdup ("");
}

static void
fill_rows (Task                  *task,
           const OcopPaperTable  *table,
           const OcopPaperColumn *column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const OcopPaperRow *row = table->rows->pdata[i];
      g_autofree char *label = label_of (table, row);

      if (row->kind == OCOP_PAPER_ROW_DATA)
        ocop_own_form_put_cell (ocop_form_fill_add (task->fill, label), column, &row->cells[column->cell]);
    }
}

static const OcopPaperRow *
find_row (const OcopPaperTable *table,
          const char           *wanted)
{
  gboolean is_total = g_str_equal (wanted, "total");

  for (guint i = 0; i < table->rows->len; i++)
    {
      const OcopPaperRow *row = table->rows->pdata[i];
      g_autofree char *label = label_of (table, row);

      if (is_total ? row->kind == OCOP_PAPER_ROW_TOTAL : ocop_text_same (label, wanted))
        return row;
    }
  return NULL;
}

/* A report of the plan that has nothing to say yet leaves its cells empty. */
static gboolean
pass_over (Task          *task,
           const GError  *problem,
           GError       **error)
{
  if (task->facts->plan != NULL && g_error_matches (problem, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    {
      warn (task, g_strdup (problem->message));
      return TRUE;
    }
  g_propagate_error (error, g_error_copy (problem));
  return FALSE;
}

static gboolean
fill_report (Task    *task,
             GError **error)
{
  g_autoptr(GError) problem = NULL;
  const OcopPaperTable *table = ocop_own_form_facts_report (task->facts, ocop_report_list_find (task->steps[1]), &problem);
  const OcopPaperColumn *column = table != NULL ? find_column (table, task->steps[2]) : NULL;
  const OcopPaperRow *row;
  OcopFormValue *value;

  if (table == NULL)
    return pass_over (task, problem, error);
  if (column == NULL)
    return TRUE;
  if (task->n_steps == 3)
    {
      fill_rows (task, table, column);
      return TRUE;
    }
  value = ocop_form_fill_add (task->fill, NULL);
  row = find_row (table, task->steps[3]);
  if (row != NULL)
    ocop_own_form_put_cell (value, column, &row->cells[column->cell]);
  else
    warn (task, g_strdup_printf (_("the report has no row “%s”; the cell stays empty"), task->steps[3]));
  return TRUE;
}

/* --- all of it --- */

static gboolean
fill_cell (Task    *task,
           GError **error)
{
  static const struct
  {
    const char *kind;
    gboolean (*fill) (Task *task, GError **error);
  } kinds[] = {
    { "target", fill_target },
    { "targets", fill_targets },
    { "count", fill_count },
    { "office", fill_office },
    { "period", fill_period },
    { "report", fill_report },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (task->steps[0], kinds[i].kind))
      return kinds[i].fill (task, error);
  return FALSE;
}

GPtrArray *
ocop_own_form_fills (OcopReader              *reader,
                     const GPtrArray         *cells,
                     const OcopOwnFormScope  *scope,
                     GPtrArray               *warnings,
                     GError                 **error)
{
  g_autoptr(GPtrArray) fills = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_fill_free);
  g_autoptr(OcopOwnFormFacts) facts = ocop_own_form_facts_new (reader, scope, error);

  for (guint i = 0; facts != NULL && i < cells->len; i++)
    {
      const OcopFormCell *cell = cells->pdata[i];
      g_auto(GStrv) steps = g_strsplit (cell->source, ":", 4);
      Task task = { facts, warnings, ocop_form_fill_new (cell), steps, g_strv_length (steps) };

      g_ptr_array_add (fills, task.fill);
      task.fill->goes_down = ocop_own_form_source_goes_down (cell->source);
      if (!ocop_own_form_source_check (cell->source, error) || !fill_cell (&task, error))
        return NULL;
    }
  return facts != NULL ? g_steal_pointer (&fills) : NULL;
}
