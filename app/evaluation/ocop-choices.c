/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-choices.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

static gboolean G_GNUC_PRINTF (2, 3)
fail (GError     **error,
      const char  *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check_one (const OcopScoring    *scoring,
           const guint8         *choices,
           const OcopCriterion  *leaf,
           GError              **error)
{
  if (choices[leaf->place] >= leaf->options->len)
    return fail (error, _("Criterion %s has no such option."), leaf->code);
  if (leaf->only_with_story && !scoring->has_story)
    return fail (error, _("Criterion %s is scored only when there is a product story."), leaf->code);
  return TRUE;
}

gboolean
ocop_choices_check (const OcopScoring  *scoring,
                    const guint8       *choices,
                    GError            **error)
{
  g_autofree guint8 *so_far = ocop_choices_new (scoring->criteria);

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (scoring->criteria->leaves, i);

      if (choices[i] == OCOP_NOT_SCORED)
        continue;
      if (!check_one (scoring, choices, leaf, error))
        return FALSE;
      if (ocop_scoring_is_in_other_case (scoring, so_far, leaf))
        return fail (error, _("Criterion %s: another case of the same criterion is scored already."), leaf->code);
      so_far[i] = choices[i];
    }
  return TRUE;
}

guint
ocop_choices_count_missing (const OcopScoring *scoring,
                            const guint8      *choices)
{
  guint n = 0;

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    n += choices[i] == OCOP_NOT_SCORED
         && ocop_scoring_asks_for (scoring, choices, g_ptr_array_index (scoring->criteria->leaves, i));
  return n;
}

/* Typing */

static gboolean
suits (const OcopCriterion *leaf,
       guint                place,
       guint                digit,
       gboolean             exactly)
{
  guint points = ocop_criterion_get_option (leaf, place)->points / 100;

  return exactly ? points == digit : points >= 10 && points / 10 == digit;
}

/* The place of the next option after @after that suits, going round; -1 when none does. */
static int
find_option (const OcopCriterion *leaf,
             guint8               after,
             guint                digit,
             gboolean             exactly)
{
  guint n = leaf->options->len;
  guint first = after == OCOP_NOT_SCORED || !suits (leaf, after, digit, exactly) ? 0 : after + 1u;

  for (guint i = 0; i < n; i++)
    if (suits (leaf, (first + i) % n, digit, exactly))
      return (int) ((first + i) % n);
  return -1;
}

gboolean
ocop_choices_type (const OcopCriterion *leaf,
                   guint                digit,
                   guint8              *choice)
{
  int place = find_option (leaf, *choice, digit, TRUE);

  if (place < 0)
    place = find_option (leaf, *choice, digit, FALSE);
  if (place >= 0)
    *choice = (guint8) place;
  return place >= 0;
}
