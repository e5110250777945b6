/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-rejection.h"

#include <glib/gi18n.h>

static void
line_free (gpointer data)
{
  OcopRejectionLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray           *lines,
          const OcopCriterion *criterion,
          OcopEffect           effect,
          const char          *text)
{
  OcopRejectionLine *line = g_new (OcopRejectionLine, 1);

  line->criterion = criterion;
  line->effect = effect;
  line->text = criterion != NULL ? g_strdup_printf ("%s: %s", criterion->code, text) : g_strdup (text);
  g_ptr_array_add (lines, line);
}

static void
add_lines_of (GPtrArray           *lines,
              const OcopCriterion *criterion)
{
  for (guint i = 0; i < criterion->rules->len; i++)
    {
      const OcopCriterionRule *rule = &g_array_index (criterion->rules, OcopCriterionRule, i);

      add_line (lines, criterion, rule->effect, rule->text);
    }
  for (guint i = 0; i < criterion->criteria->len; i++)
    add_lines_of (lines, g_ptr_array_index (criterion->criteria, i));
}

GPtrArray *
ocop_rejection_lines (const OcopCriteria *criteria)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < criteria->rejected_when->len; i++)
    add_line (lines, NULL, OCOP_EFFECT_REJECT, g_ptr_array_index (criteria->rejected_when, i));
  for (guint i = 0; i < criteria->parts->len; i++)
    add_lines_of (lines, g_ptr_array_index (criteria->parts, i));
  return lines;
}

const char *
ocop_effect_title (OcopEffect effect)
{
  switch (effect)
    {
    case OCOP_EFFECT_REJECT:
      return _("Rejected");
    case OCOP_EFFECT_STOP:
      return _("No further evaluation");
    default:
      return _("Has to hold");
    }
}
