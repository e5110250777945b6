/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-number.h"

#include <string.h>

char *
ocop_number_to_people (gint64 number)
{
  char digits[24];
  GString *text = g_string_new (number < 0 ? "-" : "");
  guint64 magnitude = number < 0 ? -(guint64) number : (guint64) number;
  gsize length;

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, magnitude);
  length = strlen (digits);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
ocop_hundredths_to_people (gint64 hundredths)
{
  guint64 magnitude = hundredths < 0 ? -(guint64) hundredths : (guint64) hundredths;
  g_autofree char *whole = ocop_number_to_people ((gint64) (magnitude / 100));

  return g_strdup_printf ("%s%s,%02u", hundredths < 0 ? "-" : "", whole, (guint) (magnitude % 100));
}

char *
ocop_quantity_to_people (gint64 hundredths)
{
  char *text = ocop_hundredths_to_people (hundredths);
  gsize length = strlen (text);

  if (g_str_has_suffix (text, ",00"))
    text[length - 3] = '\0';
  else if (text[length - 1] == '0')
    text[length - 1] = '\0';
  return text;
}

char *
ocop_number_to_document (gint64 number)
{
  return number > 0 && number < 10 ? g_strdup_printf ("0%d", (int) number) : ocop_number_to_people (number);
}

/* The digits of @text without the marks that group them by three; NULL when they do not. */
static char *
ungroup (const char *text)
{
  GString *digits = g_string_new (NULL);
  int group = -1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (digits, *p);
          if (group >= 0)
            group++;
        }
      else if ((c == '.' || c == ' ' || c == 0xa0 || c == 0x202f) && digits->len > 0 && (group < 0 || group == 3))
        group = 0;
      else
        group = 99;
    }
  if (digits->len == 0 || digits->len > 18 || (group >= 0 && group != 3))
    return g_string_free (digits, TRUE);
  return g_string_free (digits, FALSE);
}

gboolean
ocop_number_parse (const char *text,
                   gint64     *number)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gboolean negative = *trimmed == '-';
  g_autofree char *digits = ungroup (trimmed + (negative ? 1 : 0));

  if (digits == NULL)
    return FALSE;
  *number = g_ascii_strtoll (digits, NULL, 10) * (negative ? -1 : 1);
  return TRUE;
}

gboolean
ocop_hundredths_parse (const char *text,
                       gint64     *hundredths)
{
  g_autofree char *whole = g_strstrip (g_strdup (text));
  char *mark = strrchr (whole, ',');
  gint64 number, fraction = 0;

  if (mark == NULL && (mark = strrchr (whole, '.')) != NULL && strlen (mark + 1) > 2)
    mark = NULL;
  if (mark != NULL)
    {
      gsize n = strspn (mark + 1, "0123456789");

      if (n < 1 || n > 2 || mark[1 + n] != '\0')
        return FALSE;
      fraction = g_ascii_strtoll (mark + 1, NULL, 10) * (n == 1 ? 10 : 1);
      *mark = '\0';
    }
  if (!ocop_number_parse (whole, &number))
    return FALSE;
  *hundredths = number * 100 + (*whole == '-' ? -fraction : fraction);
  return TRUE;
}
