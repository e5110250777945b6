/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "report/ocop-template-part-private.h"

/* Whoever has made more mistakes has made one of another kind. */
#define MOST_PROBLEMS 100

/* Characters of a paragraph that a problem quotes. */
#define QUOTED_LENGTH 80

static char *
shorten (const char *paragraph)
{
  g_autofree char *tidy = g_strstrip (g_strdelimit (g_strdup (paragraph), "\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (tidy, -1) <= QUOTED_LENGTH)
    return g_steal_pointer (&tidy);
  start = g_utf8_substring (tidy, 0, QUOTED_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static void
problem_free (OcopTemplateProblem *problem)
{
  g_free (problem->field);
  g_free (problem->paragraph);
  g_free (problem);
}

GPtrArray *
ocop_template_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
}

void
ocop_template_add_problem (GPtrArray               *problems,
                           OcopTemplateProblemKind  kind,
                           OcopTemplatePlace        place,
                           const char              *field,
                           const char              *paragraph)
{
  OcopTemplateProblem *problem;

  if (problems->len >= MOST_PROBLEMS)
    return;
  problem = g_new0 (OcopTemplateProblem, 1);
  problem->kind = kind;
  problem->place = place;
  problem->field = g_strdup (field);
  problem->paragraph = shorten (paragraph);
  g_ptr_array_add (problems, problem);
}

static char *
describe_kind (const OcopTemplateProblem *problem)
{
  switch (problem->kind)
    {
    case OCOP_TEMPLATE_PROBLEM_UNKNOWN_LIST:
      return g_strdup_printf (_("%s is not known as a list"), problem->field);
    case OCOP_TEMPLATE_PROBLEM_UNCLOSED:
      return g_strdup_printf (_("“%s” is not closed by »"), problem->field);
    case OCOP_TEMPLATE_PROBLEM_OUTSIDE_ROW:
      return g_strdup_printf (_("%s repeats a table row, but stands in none"), problem->field);
    case OCOP_TEMPLATE_PROBLEM_SECOND_LIST:
      return g_strdup_printf (_("%s is the second list of its table row"), problem->field);
    case OCOP_TEMPLATE_PROBLEM_UNKNOWN_FIELD:
    default:
      return g_strdup_printf (_("%s is not known as a field here"), problem->field);
    }
}

char *
ocop_template_problem_describe (const OcopTemplateProblem *problem)
{
  static const char * const places[] = {
    NC_("part of a document", "body"),
    NC_("part of a document", "header"),
    NC_("part of a document", "footer"),
    NC_("part of a document", "footnotes"),
    NC_("part of a document", "endnotes"),
  };
  g_autofree char *what = describe_kind (problem);

  /* Translators: what is wrong in a document, in which part (body, header ...), and the text of the paragraph */
  return g_strdup_printf (_("%s (%s: “%s”)"), what, g_dpgettext2 (NULL, "part of a document", places[problem->place]),
                          problem->paragraph);
}
