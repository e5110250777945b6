/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-choices.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* A code and a place, and what parts them. */
#define EQUALS '='
#define SPACE ' '

guint8 *
ocop_choices_new (const OcopCriteria *criteria)
{
  guint8 *choices = g_malloc (criteria->leaves->len + 1);

  memset (choices, OCOP_NOT_SCORED, criteria->leaves->len + 1);
  return choices;
}

static gboolean
has_code (const OcopCriterion *leaf,
          const char          *code,
          gsize                length)
{
  return strncmp (leaf->code, code, length) == 0 && leaf->code[length] == '\0';
}

/* The text is in the order of the sheet, so that the leaf after the last one found is most often the right one. */
static const OcopCriterion *
find_leaf (const OcopCriteria *criteria,
           const char         *code,
           gsize               length,
           guint               first)
{
  for (guint i = 0; i < criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, (first + i) % criteria->leaves->len);

      if (has_code (leaf, code, length))
        return leaf;
    }
  return NULL;
}

/* Reads digits up to a space or the end; returns where it stopped, %NULL where it is no place. */
static const char *
read_place (const char          *text,
            const OcopCriterion *leaf,
            guint               *place)
{
  const char *p = text;

  for (*place = 0; g_ascii_isdigit (*p) && *place < leaf->options->len; p++)
    *place = *place * 10 + (guint) g_ascii_digit_value (*p);
  return p > text && (*p == SPACE || *p == '\0') && *place < leaf->options->len ? p : NULL;
}

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

/* Reads one choice at *@text and moves behind it. */
static gboolean
parse_one (const OcopCriteria  *criteria,
           const char         **text,
           guint               *next,
           guint8              *choices,
           GError             **error)
{
  const char *code = *text;
  gsize length = strcspn (code, "= ");
  const OcopCriterion *leaf = find_leaf (criteria, code, length, *next);
  guint place;

  if (leaf == NULL)
    return fail (error, _("The criteria set has no criterion “%.*s”."), (int) length, code);
  *text = code[length] == EQUALS ? read_place (code + length + 1, leaf, &place) : NULL;
  if (*text == NULL)
    return fail (error, _("Criterion %s has no such option."), leaf->code);
  if (choices[leaf->place] != OCOP_NOT_SCORED)
    return fail (error, _("Criterion %s is scored twice."), leaf->code);
  choices[leaf->place] = (guint8) place;
  *next = leaf->place + 1;
  return TRUE;
}

guint8 *
ocop_choices_parse (const OcopCriteria  *criteria,
                    const char          *text,
                    GError             **error)
{
  g_autofree guint8 *choices = ocop_choices_new (criteria);
  guint next = 0;

  while (text != NULL && *text != '\0')
    if (*text == SPACE)
      text++;
    else if (!parse_one (criteria, &text, &next, choices, error))
      return NULL;
  return g_steal_pointer (&choices);
}

char *
ocop_choices_format (const OcopCriteria *criteria,
                     const guint8       *choices)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < criteria->leaves->len; i++)
    if (choices[i] != OCOP_NOT_SCORED)
      g_string_append_printf (text, "%s%s=%u", text->len > 0 ? " " : "",
                              ((const OcopCriterion *) g_ptr_array_index (criteria->leaves, i))->code, choices[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
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
