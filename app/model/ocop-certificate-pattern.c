/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-certificate-pattern.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

#define NUMBER "{number}"
#define DECISION "{decision}"
#define YEAR "{year}"

/* What people type, and what it is called here. */
static const struct
{
  const char *typed, *place;
} places[] = {
  { NUMBER, NUMBER },
  { "{so}", NUMBER },
  { DECISION, DECISION },
  { "{quyet_dinh}", DECISION },
  { YEAR, YEAR },
  { "{nam}", YEAR },
};

const char *
ocop_certificate_pattern_get_default (void)
{
  return NUMBER "-" DECISION "/GCN-OCOP";
}

static gboolean
is_known (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].typed, place))
      return TRUE;
  return FALSE;
}

static GString *
settle_places (const char *pattern)
{
  GString *text = g_string_new (pattern);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].typed != places[i].place)
      g_string_replace (text, places[i].typed, places[i].place, 0);
  return text;
}

static gboolean
refuse (const char  *place,
        GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               _("“%s” is none of {number}, {decision} and {year}"), place);
  return FALSE;
}

/* Every brace is that of a place. */
static gboolean
check_places (const char  *pattern,
              GError     **error)
{
  const char *start = pattern;

  while ((start = strpbrk (start, "{}")) != NULL)
    {
      const char *end = *start == '{' ? strchr (start, '}') : NULL;
      g_autofree char *place = end != NULL ? g_strndup (start, (gsize) (end + 1 - start)) : g_strdup (start);

      if (!is_known (place))
        return refuse (place, error);
      start = end + 1;
    }
  return TRUE;
}

gboolean
ocop_certificate_pattern_check (const char  *pattern,
                                GError     **error)
{
  g_autoptr(GString) text = settle_places (pattern);
  const char *number = strstr (text->str, NUMBER);

  if (!check_places (pattern, error))
    return FALSE;
  if (number != NULL && strstr (number + 1, NUMBER) == NULL)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               number == NULL ? _("The running number is missing: put {number} in its place")
                              : _("The running number stands there twice: {number}"));
  return FALSE;
}

char *
ocop_certificate_pattern_fill (const char *pattern,
                               const char *decision_number,
                               guint       year)
{
  GString *text = settle_places (pattern);
  g_autofree char *bare = g_strndup (decision_number, strcspn (decision_number, "/"));
  g_autofree char *digits = g_strdup_printf ("%u", year);

  g_string_replace (text, DECISION, bare, 0);
  g_string_replace (text, YEAR, digits, 0);
  return g_string_free (text, FALSE);
}

char *
ocop_certificate_pattern_number (const char *filled,
                                 guint       running)
{
  g_autofree char *digits = g_strdup_printf ("%02u", running);
  GString *text = g_string_new (filled);

  g_string_replace (text, NUMBER, digits, 0);
  return g_string_free (text, FALSE);
}

char **
ocop_certificate_pattern_split (const char *filled)
{
  return g_strsplit (filled, NUMBER, 2);
}
