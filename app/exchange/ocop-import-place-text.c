/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-place-text-private.h"

#include <string.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-values.h"

/* Cities of the level of a province, folded; every other city was one of a district. */
static const char * const great_cities[] = { "ha noi", "hai phong", "hue", "da nang", "ho chi minh", "hcm", "can tho", NULL };

/* "I. ", "12) ", "B - " before the title of a section. */
static const char *
skip_number (const char *text)
{
  gsize length = strspn (text, "IVXLC");

  if (length == 0)
    length = strspn (text, "0123456789");
  if (length == 0 && g_ascii_isupper (*text))
    length = 1;
  return length > 0 && text[length] != '\0' && strchr (".)-/ ", text[length]) != NULL
         ? text + length + strspn (text + length, ".)-/ ") : text;
}

static gboolean
find_level (const OcopImportUnitName *unit,
            OcopImportLevel          *level)
{
  g_autofree char *folded = ocop_text_fold (unit->name);

  if (unit->type == NULL)
    return FALSE;
  if (unit->level == NULL)
    *level = g_strv_contains (great_cities, folded) ? OCOP_IMPORT_PROVINCE : OCOP_IMPORT_DISTRICT;
  else if (strcmp (unit->level, "province") == 0)
    *level = OCOP_IMPORT_PROVINCE;
  else
    *level = strcmp (unit->level, "district") == 0 ? OCOP_IMPORT_DISTRICT : OCOP_IMPORT_COMMUNE;
  return TRUE;
}

gboolean
ocop_import_read_places (const char *text,
                         char       *places[OCOP_IMPORT_N_LEVELS])
{
  g_auto(GStrv) parts = g_strsplit_set (skip_number (text), ",;\n", -1);
  gboolean found = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (parts[i]);
      OcopImportLevel level;

      if (!find_level (&unit, &level))
        continue;
      found = TRUE;
      if (places[level] == NULL)
        places[level] = ocop_text_tidy (parts[i]);
    }
  return found;
}

char *
ocop_import_dup_place_name (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GString *written;
  gboolean begins = TRUE;

  if (strcmp (upper, name) != 0)
    return g_strdup (name);
  written = g_string_new (NULL);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (written, begins ? g_unichar_toupper (c) : c);
      begins = !g_unichar_isalnum (c);
    }
  return g_string_free (written, FALSE);
}
