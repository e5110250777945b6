/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-criteria-lines.h"

#include <string.h>

static void
add_texts (GArray               *lines,
           OcopCriteriaLineKind  kind,
           guint                 depth,
           const char           *owner,
           const GPtrArray      *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      OcopCriteriaLine line = { kind, depth, owner, i, g_ptr_array_index (texts, i), OCOP_EFFECT_REJECT, 0, 0 };

      g_array_append_val (lines, line);
    }
}

static void
add_rules (GArray              *lines,
           guint                depth,
           const OcopCriterion *criterion)
{
  for (guint i = 0; i < criterion->rules->len; i++)
    {
      const OcopCriterionRule *rule = &g_array_index (criterion->rules, OcopCriterionRule, i);
      OcopCriteriaLine line = { OCOP_CRITERIA_LINE_RULE, depth, criterion->code, i, rule->text, rule->effect, 0, 0 };

      g_array_append_val (lines, line);
    }
}

static void
add_options (GArray              *lines,
             guint                depth,
             const OcopCriterion *criterion)
{
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const OcopOption *option = ocop_criterion_get_option (criterion, i);
      OcopCriteriaLine line = { OCOP_CRITERIA_LINE_OPTION, depth, criterion->code, i, option->text, OCOP_EFFECT_REJECT,
                                option->points, option->min_star };

      g_array_append_val (lines, line);
    }
}

/* A doubt names its criterion, or none where it is of the whole sheet. */
static void
add_doubts (GArray             *lines,
            guint               depth,
            const char         *owner,
            const OcopCriteria *criteria)
{
  guint place = 0;

  for (guint i = 0; i < criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (criteria->doubts, OcopCriteriaDoubt, i);
      OcopCriteriaLine line = { OCOP_CRITERIA_LINE_DOUBT, depth, owner, place, doubt->text, OCOP_EFFECT_REJECT, 0, 0 };

      if (g_strcmp0 (doubt->criterion, owner) != 0)
        continue;
      g_array_append_val (lines, line);
      place++;
    }
}

static void
add_criterion (GArray              *lines,
               guint                depth,
               const OcopCriterion *criterion,
               const OcopCriteria  *criteria)
{
  OcopCriteriaLine line = { depth == 0 ? OCOP_CRITERIA_LINE_PART : OCOP_CRITERIA_LINE_CRITERION, depth, criterion->code, 0,
                            criterion->title, OCOP_EFFECT_REJECT, criterion->max_points, 0 };

  g_array_append_val (lines, line);
  add_rules (lines, depth + 1, criterion);
  add_texts (lines, OCOP_CRITERIA_LINE_NOTE, depth + 1, criterion->code, criterion->notes);
  add_options (lines, depth + 1, criterion);
  add_doubts (lines, depth + 1, criterion->code, criteria);
  for (guint i = 0; i < criterion->criteria->len; i++)
    add_criterion (lines, depth + 1, g_ptr_array_index (criterion->criteria, i), criteria);
}

GArray *
ocop_criteria_lines_new (const OcopCriteria *criteria)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (OcopCriteriaLine));

  add_texts (lines, OCOP_CRITERIA_LINE_HEAD, 0, NULL, criteria->rejected_when);
  add_doubts (lines, 0, NULL, criteria);
  for (guint i = 0; i < criteria->parts->len; i++)
    add_criterion (lines, 0, g_ptr_array_index (criteria->parts, i), criteria);
  return lines;
}

/* Side by side */

static char *
dup_key (const OcopCriteriaLine *line)
{
  gboolean is_criterion = line->kind == OCOP_CRITERIA_LINE_PART || line->kind == OCOP_CRITERIA_LINE_CRITERION;

  return g_strdup_printf ("%s %d %u", line->owner != NULL ? line->owner : "", is_criterion ? -1 : (int) line->kind, line->place);
}

static gboolean
lines_differ (const OcopCriteriaLine *before,
              const OcopCriteriaLine *after)
{
  return before->points != after->points || before->min_star != after->min_star || before->effect != after->effect ||
         strcmp (before->text, after->text) != 0;
}

/* The place of each line, from 1, by its key. */
static GHashTable *
index_lines (GArray *lines)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (places, dup_key (&g_array_index (lines, OcopCriteriaLine, i)), GUINT_TO_POINTER (i + 1));
  return places;
}

static guint
find_line (GHashTable             *places,
           const OcopCriteriaLine *line)
{
  g_autofree char *key = dup_key (line);

  return GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
}

/* The lines of @before from @first on that are no longer there, up to the next that is. */
static void
add_gone (GArray     *pairs,
          GArray     *before,
          guint       first,
          GHashTable *after)
{
  for (guint i = first; i < before->len; i++)
    {
      OcopCriteriaPair pair = { &g_array_index (before, OcopCriteriaLine, i), NULL, TRUE };

      if (find_line (after, pair.before) != 0)
        return;
      g_array_append_val (pairs, pair);
    }
}

GArray *
ocop_criteria_lines_compare (GArray *before,
                             GArray *after)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (OcopCriteriaPair));
  g_autoptr(GHashTable) before_places = index_lines (before);
  g_autoptr(GHashTable) after_places = index_lines (after);

  add_gone (pairs, before, 0, after_places);
  for (guint i = 0; i < after->len; i++)
    {
      OcopCriteriaPair pair = { NULL, &g_array_index (after, OcopCriteriaLine, i), TRUE };
      guint place = find_line (before_places, pair.after);

      if (place > 0)
        {
          pair.before = &g_array_index (before, OcopCriteriaLine, place - 1);
          pair.differs = lines_differ (pair.before, pair.after);
        }
      g_array_append_val (pairs, pair);
      if (place > 0)
        add_gone (pairs, before, place, after_places);
    }
  return pairs;
}
