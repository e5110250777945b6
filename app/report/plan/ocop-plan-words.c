/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-plan-words.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "law/ocop-law.h"
#include "report/ocop-office-head.h"

#define HUNDREDTHS_OF_PERCENT 10000

OcopValue
ocop_plan_words_goal (const OcopGoal *goal)
{
  g_autofree char *text = NULL;

  if (goal->op == OCOP_GOAL_AT_LEAST || goal->op == OCOP_GOAL_EXACTLY)
    return ocop_value_integer (goal->value);
  text = ocop_goal_to_people (goal);
  return ocop_value_text (text);
}

OcopValue
ocop_plan_words_fact (const OcopProgress *progress,
                      const OcopFact     *fact)
{
  OcopAim aim = progress->indicator != NULL ? progress->indicator->aim : OCOP_AIM_NUMBER;
  gboolean in_words = aim == OCOP_AIM_CLASSES || aim == OCOP_AIM_PAIR || ocop_date_is_known (fact->day);
  g_autofree char *text = NULL;

  if (!fact->known)
    return (OcopValue) OCOP_VALUE_INIT;
  if (!in_words)
    return ocop_value_integer (fact->figure);
  text = ocop_progress_to_people (progress, fact);
  return ocop_value_text (text);
}

OcopValue
ocop_plan_words_change (const OcopProgress *progress)
{
  const OcopFact *now = &progress->fact;
  const OcopFact *before = &progress->before;

  if (!now->known || !before->known || before->figure <= 0 || ocop_date_is_known (now->day) || ocop_date_is_known (before->day))
    return (OcopValue) OCOP_VALUE_INIT;
  return ocop_value_integer (now->figure * HUNDREDTHS_OF_PERCENT / before->figure);
}

char *
ocop_plan_words_to_people (const OcopValue *value)
{
  if (value->type == OCOP_VALUE_INTEGER)
    return ocop_quantity_to_people (value->integer);
  return g_strdup (value->text != NULL ? value->text : "");
}

const char *
ocop_plan_words_get_unit (const OcopProgress *progress)
{
  const char *own = ocop_record_get_text (progress->target, "unit_name");

  return own != NULL || progress->indicator == NULL ? own : progress->indicator->unit;
}

const char *
ocop_plan_words_get_section (const OcopProgress *progress)
{
  const char *own = ocop_record_get_text (progress->target, "section");

  return own != NULL ? own : _("Other targets");
}

GPtrArray *
ocop_plan_words_list_sections (const OcopPlan *plan)
{
  GPtrArray *sections = g_ptr_array_new ();

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const char *section = ocop_plan_words_get_section (plan->targets->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (sections, section, g_str_equal, NULL))
        g_ptr_array_add (sections, (gpointer) section);
    }
  return sections;
}

gboolean
ocop_plan_words_is_divided (const GPtrArray *sections)
{
  return sections->len > 1 || (sections->len == 1 && !g_str_equal (sections->pdata[0], _("Other targets")));
}

/* "6/10"; NULL where the figure says it all. */
static char *
dup_parts (const OcopProgress *progress)
{
  const OcopCount *count = progress->by_hand == NULL ? progress->count : NULL;
  guint n_short = 0;

  if (count != NULL && progress->indicator->aim == OCOP_AIM_SHARE && count->whole > 0)
    {
      g_autofree char *part = ocop_number_to_people (count->part);
      g_autofree char *whole = ocop_number_to_people (count->whole);

      return g_strdup_printf ("%s/%s", part, whole);
    }
  if (count == NULL || !ocop_progress_sets_each (progress))
    return NULL;
  for (guint i = 0; i < count->lines->len; i++)
    n_short += ocop_progress_falls_short (progress, count->lines->pdata[i]);
  return g_strdup_printf (_("%u of %u localities do"), count->lines->len - n_short, count->lines->len);
}

char *
ocop_plan_words_dup_note (const OcopProgress *progress)
{
  const char *own = ocop_record_get_text (progress->target, "note");
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *of_what = dup_parts (progress);

  if (of_what != NULL)
    g_ptr_array_add (parts, of_what);
  if (progress->by_hand != NULL && ocop_record_get_text (progress->by_hand, "text") != NULL)
    g_ptr_array_add (parts, g_strdup (ocop_record_get_text (progress->by_hand, "text")));
  if (progress->by_hand != NULL)
    g_ptr_array_add (parts, ocop_progress_say_counted (progress));
  if (own != NULL)
    g_ptr_array_add (parts, g_strdup (own));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv ("; ", (char **) parts->pdata) : NULL;
}

char *
ocop_plan_words_dup_group (const char *code)
{
  const OcopCriteriaSet *set = ocop_law_find_set (ocop_law_get_default (), code);

  if (set == NULL)
    return g_strdup (code);
  return g_strjoin (" – ", set->sector_title, set->group_title, set->subgroup_title, NULL);
}

void
ocop_plan_words_add_name (OcopPaper        *paper,
                          const OcopRecord *plan)
{
  const char *number = ocop_record_get_text (plan, "number");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (plan, "issued_on"));
  g_autofree char *issue = number != NULL && *day != '\0' ? g_strdup_printf (C_("decision", "%s of %s"), number, day) : g_strdup (number);
  g_autofree char *line = issue != NULL ? g_strdup_printf ("%s (%s)", ocop_record_get_text (plan, "name"), issue) : NULL;

  ocop_paper_add_subtitle (paper, line != NULL ? line : ocop_record_get_text (plan, "name"));
}

/* "With plan no. 66/KH-UBND of 07 March 2023 of the People's Committee of …" */
static char *
dup_annexed_to (const OcopRecord *plan,
                const char       *office)
{
  const char *number = ocop_record_get_text (plan, "number");
  const char *issuer = ocop_record_get_text (plan, "office");
  OcopDate on = ocop_record_get_date (plan, "issued_on");
  g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : g_strdup (_("day … month … year …"));

  return g_strdup_printf (_("With plan no. %s of %s of the %s"), number != NULL ? number : "……/KH-……", day, issuer != NULL ? issuer : office);
}

void
ocop_plan_words_make_annex (OcopPaper        *paper,
                            const OcopRecord *plan)
{
  char *annexed_to = dup_annexed_to (plan, paper->source);

  ocop_paper_add_subtitle (paper, ocop_record_get_text (plan, "name"));
  g_free (paper->source);
  paper->source = annexed_to;
  paper->as_of = OCOP_DATE_UNKNOWN;
  paper->date = ocop_record_get_date (plan, "issued_on");
  ocop_office_head_clear (paper);
}
