/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-lost-zeros-private.h"

#include <string.h>

static const char digits[] = "0123456789";

static gboolean
is_number (const char *text,
           gsize       length)
{
  return strspn (text, digits) == length && text[length] == '\0';
}

char *
ocop_import_restore_phone (const char *text)
{
  gboolean mobile = is_number (text, 9) && strchr ("35789", *text) != NULL;
  gboolean wired = is_number (text, 10) && *text == '2';

  return mobile || wired ? g_strconcat ("0", text, NULL) : NULL;
}

char *
ocop_import_restore_tax_code (const char *text)
{
  gsize n = strspn (text, digits);
  gboolean whole = text[n] == '\0' || (text[n] == '-' && is_number (text + n + 1, 3));

  return n == 9 && whole ? g_strconcat ("0", text, NULL) : NULL;
}

static const struct
{
  const char *level;
  gsize length;
} code_lengths[] = {
  { "province", 2 },
  { "district", 3 },
  { "commune", 5 },
};

char *
ocop_import_restore_unit_code (const char *text,
                               const char *level)
{
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (code_lengths); i++)
    if (strcmp (code_lengths[i].level, level != NULL ? level : "commune") == 0 && is_number (text, n) && n < code_lengths[i].length)
      {
        g_autofree char *zeros = g_strnfill (code_lengths[i].length - n, '0');

        return g_strconcat (zeros, text, NULL);
      }
  return NULL;
}
