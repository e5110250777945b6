/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of sources: a target's, a report's. */

#include "report/form/ocop-own-form-private.h"

static void
put_text (OcopFormValue *value,
          const char    *text)
{
  if (text == NULL || *text == '\0')
    return;
  value->type = OCOP_FORM_TEXT;
  value->text = g_strdup (text);
}

static void
put_date (OcopFormValue *value,
          OcopDate       date)
{
  value->type = ocop_date_is_day (date) ? OCOP_FORM_DATE : OCOP_FORM_NOTHING;
  value->date = date;
}

static void
put_figure (OcopFormValue      *value,
            const OcopProgress *progress,
            gint64              hundredths)
{
  gboolean is_share = progress->indicator != NULL && progress->indicator->aim == OCOP_AIM_SHARE;

  value->type = is_share ? OCOP_FORM_PERCENT : OCOP_FORM_NUMBER;
  value->hundredths = hundredths;
}

/* How many of each class is said in words. */
static void
put_fact (OcopFormValue      *value,
          const OcopProgress *progress,
          const OcopFact     *fact)
{
  OcopAim aim = progress->indicator != NULL ? progress->indicator->aim : OCOP_AIM_NUMBER;
  g_autofree char *text = ocop_progress_to_people (progress, fact);

  if (!fact->known)
    return;
  if (ocop_date_is_known (fact->day))
    put_date (value, fact->day);
  else if (aim == OCOP_AIM_CLASSES || aim == OCOP_AIM_PAIR)
    put_text (value, text);
  else
    put_figure (value, progress, fact->figure);
}

static void
put_goal (OcopFormValue      *value,
          const OcopProgress *progress)
{
  const OcopGoal *goal = &progress->goal;
  g_autofree char *text = ocop_goal_to_people (goal);

  switch (goal->op)
    {
    case OCOP_GOAL_AT_LEAST:
    case OCOP_GOAL_MORE_THAN:
    case OCOP_GOAL_AT_MOST:
    case OCOP_GOAL_EXACTLY:
    case OCOP_GOAL_EACH_AT_LEAST:
      put_figure (value, progress, goal->value);
      break;
    case OCOP_GOAL_BY_DAY:
      put_date (value, goal->by_day);
      break;
    case OCOP_GOAL_BETWEEN:
    case OCOP_GOAL_COUNTED:
    case OCOP_GOAL_QUALITATIVE:
    default:
      put_text (value, text);
      break;
    }
}

static void
put_percent (OcopFormValue      *value,
             const OcopProgress *progress)
{
  gint64 percent;

  if (!ocop_goal_percent (&progress->goal, &progress->fact, &percent))
    return;
  value->type = OCOP_FORM_PERCENT;
  value->hundredths = percent;
}

void
ocop_own_form_put_target (OcopFormValue      *value,
                          const OcopProgress *progress,
                          const char         *field)
{
  if (g_str_equal (field, "actual"))
    put_fact (value, progress, &progress->fact);
  else if (g_str_equal (field, "before"))
    put_fact (value, progress, &progress->before);
  else if (g_str_equal (field, "planned"))
    put_goal (value, progress);
  else if (g_str_equal (field, "percent"))
    put_percent (value, progress);
  else if (g_str_equal (field, "state"))
    put_text (value, ocop_standing_title (progress->standing));
  else if (g_str_equal (field, "unit"))
    put_text (value, ocop_record_get_text (progress->target, "unit_name"));
  else
    put_text (value, ocop_record_get_text (progress->target, field));
}

/* A day of which only the year is known stands as words do. */
static void
put_date_text (OcopFormValue         *value,
               const OcopPaperColumn *column,
               const OcopValue       *cell)
{
  OcopDate date;
  g_autofree char *text = ocop_paper_column_to_people (column, cell);

  if (cell->text != NULL && ocop_paper_read_date (cell->text, &date) && ocop_date_is_day (date))
    put_date (value, date);
  else
    put_text (value, text);
}

static gboolean
is_in_hundredths (const OcopPaperColumn *column)
{
  return column->type == OCOP_PAPER_COLUMN_HUNDREDTHS || column->type == OCOP_PAPER_COLUMN_QUANTITY;
}

void
ocop_own_form_put_cell (OcopFormValue         *value,
                        const OcopPaperColumn *column,
                        const OcopValue       *cell)
{
  g_autofree char *text = ocop_paper_column_to_people (column, cell);

  if (cell->type == OCOP_VALUE_UNKNOWN)
    return;
  if (column->type == OCOP_PAPER_COLUMN_DATE)
    put_date_text (value, column, cell);
  else if (cell->type == OCOP_VALUE_INTEGER && column->type != OCOP_PAPER_COLUMN_BOX)
    {
      value->type = OCOP_FORM_NUMBER;
      value->hundredths = is_in_hundredths (column) ? cell->integer : cell->integer * 100;
    }
  else
    put_text (value, text);
}
