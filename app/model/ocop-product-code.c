/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-product-code.h"

#include <string.h>

#define PARTS 4
#define MAX_NUMBER 999999
#define FIRST_YEAR 2000
#define LAST_YEAR 2099

static gboolean
is_code (const char *text,
         gsize       length)
{
  return text != NULL && strlen (text) == length && strspn (text, "0123456789") == length;
}

static gboolean
read_number (const char *text,
             guint64     least,
             guint64     most,
             guint      *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

gboolean
ocop_product_code_parse (const char      *text,
                         OcopProductCode *code)
{
  g_auto(GStrv) parts = g_strsplit (text, "-", PARTS + 1);
  OcopProductCode read;

  if (g_strv_length (parts) != PARTS || !is_code (parts[0], sizeof read.province - 1) || !is_code (parts[1], sizeof read.commune - 1) ||
      !read_number (parts[2], 1, MAX_NUMBER, &read.number) || !read_number (parts[3], FIRST_YEAR, LAST_YEAR, &read.year))
    return FALSE;
  g_strlcpy (read.province, parts[0], sizeof read.province);
  g_strlcpy (read.commune, parts[1], sizeof read.commune);
  *code = read;
  return TRUE;
}

char *
ocop_product_code_build (const char *province,
                         const char *commune,
                         guint       number,
                         guint       year)
{
  OcopProductCode parts;

  if (!is_code (province, sizeof parts.province - 1) || !is_code (commune, sizeof parts.commune - 1) ||
      number < 1 || number > MAX_NUMBER || year < FIRST_YEAR || year > LAST_YEAR)
    return NULL;
  return g_strdup_printf ("%s-%s-%02u-%u", province, commune, number, year);
}
