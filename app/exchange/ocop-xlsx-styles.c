/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-parts-private.h"

#include <string.h>

#include "exchange/ocop-xlsx-number-private.h"

typedef struct
{
  GHashTable *own_formats;    /* format id -> OcopXlsxFormat, of the formats that the file spells out */
  GByteArray *formats;
  gboolean in_own_formats;
  gboolean in_cell_styles;
} StylesReader;

static guint
get_id (const char **attributes)
{
  const char *id = ocop_xml_get_attribute (attributes, "numFmtId");

  return id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;
}

static void
add_style (StylesReader *reader,
           guint         id)
{
  gpointer own;
  guint8 format = (guint8) ocop_xlsx_format_of_id (id);

  if (g_hash_table_lookup_extended (reader->own_formats, GUINT_TO_POINTER (id), NULL, &own))
    format = (guint8) GPOINTER_TO_UINT (own);
  g_byte_array_append (reader->formats, &format, 1);
}

static void
on_start (OcopXmlParser  *parser,
          const char     *name,
          const char    **attributes,
          gpointer        user_data)
{
  StylesReader *reader = user_data;
  const char *code = ocop_xml_get_attribute (attributes, "formatCode");

  if (strcmp (name, "numFmts") == 0)
    reader->in_own_formats = TRUE;
  else if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_styles = TRUE;
  else if (reader->in_cell_styles && strcmp (name, "xf") == 0)
    add_style (reader, get_id (attributes));
  else if (reader->in_own_formats && code != NULL)
    g_hash_table_insert (reader->own_formats, GUINT_TO_POINTER (get_id (attributes)),
                         GUINT_TO_POINTER (ocop_xlsx_format_of_code (code)));
}

static void
on_end (OcopXmlParser *parser,
        const char    *name,
        gpointer       user_data)
{
  StylesReader *reader = user_data;

  if (strcmp (name, "numFmts") == 0)
    reader->in_own_formats = FALSE;
  else if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_styles = FALSE;
}

gboolean
ocop_xlsx_styles_read (OcopPackage *package,
                       const char  *part,
                       GByteArray  *formats,
                       OcopReading *reading,
                       GError     **error)
{
  static const OcopXmlHandlers handlers = { on_start, on_end, NULL };
  g_autoptr(GHashTable) own_formats = g_hash_table_new (NULL, NULL);
  StylesReader reader = { .own_formats = own_formats, .formats = formats };

  return ocop_xlsx_package_parse (package, part, &handlers, &reader, reading, error);
}
