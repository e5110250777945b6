/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-choice-text.h"

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
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("The criteria set has no criterion “%.*s”."), (int) length, code);
      return FALSE;
    }
  *text = code[length] == EQUALS ? read_place (code + length + 1, leaf, &place) : NULL;
  if (*text == NULL || choices[leaf->place] != OCOP_NOT_SCORED)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
                   *text == NULL ? _("Criterion %s has no such option.") : _("Criterion %s is scored twice."), leaf->code);
      return FALSE;
    }
  choices[leaf->place] = (guint8) place;
  *next = leaf->place + 1;
  return TRUE;
}

gboolean
ocop_choices_read (const OcopCriteria  *criteria,
                   const char          *text,
                   guint8              *choices,
                   GError             **error)
{
  guint next = 0;

  while (text != NULL && *text != '\0')
    if (*text == SPACE)
      text++;
    else if (!parse_one (criteria, &text, &next, choices, error))
      return FALSE;
  return TRUE;
}

guint8 *
ocop_choices_parse (const OcopCriteria  *criteria,
                    const char          *text,
                    GError             **error)
{
  g_autofree guint8 *choices = ocop_choices_new (criteria);

  return ocop_choices_read (criteria, text, choices, error) ? g_steal_pointer (&choices) : NULL;
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
