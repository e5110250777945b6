/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New rows in a workbook: all parts of its package that name cells. */

#include "exchange/ocop-form-book-private.h"
#include "exchange/ocop-form-insert-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-xml-spots.h"

typedef struct
{
  OcopFormBook *book;
  OcopFormShift *shift;
  GHashTable *written;      /* name of a part -> GBytes */
  GHashTable *sheets;       /* name of a part -> the sheet that it belongs to */
  GPtrArray *ids;           /* of the sheets, as the chain of calculation calls them: folded names by number */
} Package;

/* Part @name with @patches, where there are any. */
static void
keep (Package         *self,
      const char      *name,
      GBytes          *bytes,
      OcopFormPatches *patches)
{
  GBytes *changed = ocop_form_patches_apply (patches);

  if (changed != bytes)
    g_hash_table_insert (self->written, g_strdup (name), changed);
  else
    g_bytes_unref (changed);
}

/* --- which parts belong to a sheet --- */

typedef struct
{
  Package *package;
  const char *part;
  const char *sheet;
  OcopFormPatches *patches;
} Owner;

/* A link within the workbook that a writer keeps as one to elsewhere: "#'Biểu 1'!C9". */
static void
move_link (const Owner  *owner,
           OcopXmlSpots *xml,
           const char   *target)
{
  g_autofree char *shifted = ocop_form_shift_formula (owner->package->shift, target + 1, owner->sheet, 0, NULL);
  g_autofree char *moved = g_strconcat ("#", shifted, NULL);

  if (!g_str_equal (moved, target))
    ocop_form_patches_set_attribute (owner->patches, (OcopFormSpan) { ocop_xml_spots_get_start (xml), ocop_xml_spots_get_end (xml) },
                                     "Target", moved);
}

static void
on_relationship (OcopXmlSpots  *xml,
                 const char    *name,
                 const char   **attributes,
                 gpointer       user_data)
{
  Owner *owner = user_data;
  const char *target = ocop_xml_spots_get_attribute (attributes, "Target");

  if (target != NULL && *target == '#')
    move_link (owner, xml, target);
  else if (target != NULL && g_strcmp0 (ocop_xml_spots_get_attribute (attributes, "TargetMode"), "External") != 0)
    g_hash_table_insert (owner->package->sheets, ocop_package_resolve (owner->part, target), g_strdup (owner->sheet));
}

static gboolean
read_owner (Package      *self,
            const char   *part,
            const char   *sheet,
            GError      **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_relationship, NULL, NULL };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *name = g_strconcat (folder, "/_rels/", base, ".rels", NULL);
  Owner owner = { self, part, sheet };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(OcopFormPatches) patches = NULL;

  if (!ocop_package_has (self->book->package, name))
    return TRUE;
  bytes = ocop_package_load (self->book->package, name, OCOP_FORM_MOST_BYTES, error);
  if (bytes == NULL)
    return FALSE;
  owner.patches = patches = ocop_form_patches_new (bytes);
  if (!ocop_xml_spots_parse (bytes, name, &handlers, &owner, error))
    return FALSE;
  keep (self, name, bytes, patches);
  return TRUE;
}

/* --- one part --- */

static gboolean
write_part (Package             *self,
            const char          *name,
            const char          *sheet,
            const OcopFormPart  *cells,
            GError             **error)
{
  g_autoptr(GBytes) bytes = cells != NULL ? g_bytes_ref (cells->bytes) : ocop_package_load (self->book->package, name, OCOP_FORM_MOST_BYTES, error);
  g_autoptr(OcopFormPatches) patches = bytes != NULL ? ocop_form_patches_new (bytes) : NULL;

  if (bytes == NULL || (cells != NULL && !ocop_form_insert_cells (cells, sheet, self->shift, patches, error)) ||
      !ocop_form_insert_around (bytes, name, sheet, self->shift, patches, error))
    return FALSE;
  keep (self, name, bytes, patches);
  return TRUE;
}

/* --- notes in the old language of drawings, which need not be XML --- */

static gboolean
replace_row (const GMatchInfo *match,
             GString          *out,
             gpointer          inserts)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *number = g_match_info_fetch (match, 2);
  guint row = (guint) g_ascii_strtoull (number, NULL, 10);

  g_string_append_printf (out, "%s%u", before, ocop_form_shift_row (inserts, row + 1) - 1);
  return FALSE;
}

/* Left column and offset, top row and offset, and likewise right and bottom. */
static gboolean
replace_anchor (const GMatchInfo *match,
                GString          *out,
                gpointer          inserts)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *text = g_match_info_fetch (match, 2);
  g_auto(GStrv) numbers = g_strsplit (text, ",", -1);

  for (guint i = 2; i < g_strv_length (numbers); i += 4)
    {
      guint row = (guint) g_ascii_strtoull (g_strstrip (numbers[i]), NULL, 10);

      g_free (numbers[i]);
      numbers[i] = g_strdup_printf (" %u", ocop_form_shift_row (inserts, row + 1) - 1);
    }
  g_free (text);
  text = g_strjoinv (",", numbers);
  g_string_append_printf (out, "%s%s", before, text);
  return FALSE;
}

static gboolean
write_notes (Package     *self,
             const char  *name,
             GArray      *inserts,
             GError     **error)
{
  g_autoptr(GBytes) bytes = ocop_package_load (self->book->package, name, OCOP_FORM_MOST_BYTES, error);
  g_autoptr(GRegex) rows = g_regex_new ("(<(?:\\w+:)?Row>\\s*)([0-9]+)", G_REGEX_RAW, 0, NULL);
  g_autoptr(GRegex) anchors = g_regex_new ("(<(?:\\w+:)?Anchor>)([0-9, \\t\\r\\n]+)", G_REGEX_RAW, 0, NULL);
  g_autofree char *moved = NULL;
  char *text;

  if (bytes == NULL)
    return FALSE;
  moved = g_regex_replace_eval (rows, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), 0, 0, replace_row, inserts, error);
  text = moved != NULL ? g_regex_replace_eval (anchors, moved, -1, 0, 0, replace_anchor, inserts, error) : NULL;
  if (text != NULL)
    g_hash_table_insert (self->written, g_strdup (name), g_bytes_new_take (text, strlen (text)));
  return text != NULL;
}

/* --- the chain of calculation --- */

typedef struct
{
  Package *package;
  OcopFormPatches *patches;
  const char *sheet;        /* of the cells that come */
} Chain;

static void
on_listed (OcopXmlSpots  *xml,
           const char    *name,
           const char   **attributes,
           gpointer       user_data)
{
  Package *self = user_data;
  const char *id = ocop_xml_spots_get_attribute (attributes, "sheetId");
  const char *sheet = ocop_xml_spots_get_attribute (attributes, "name");
  guint number = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;

  if (!ocop_xml_spots_is_sheet (name, "sheet") || sheet == NULL || number == 0 || number > G_MAXUINT16)
    return;
  if (self->ids->len <= number)
    g_ptr_array_set_size (self->ids, (int) number + 1);
  g_free (self->ids->pdata[number]);
  self->ids->pdata[number] = g_strdup (sheet);
}

static void
on_chained (OcopXmlSpots  *xml,
            const char    *name,
            const char   **attributes,
            gpointer       user_data)
{
  Chain *chain = user_data;
  const char *id = ocop_xml_spots_get_attribute (attributes, "i");
  const char *cell = ocop_xml_spots_get_attribute (attributes, "r");
  guint number = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;
  GArray *inserts;
  guint row, column;
  char moved[OCOP_FORM_NAME_SIZE];

  if (id != NULL)
    chain->sheet = number < chain->package->ids->len ? chain->package->ids->pdata[number] : NULL;
  inserts = chain->sheet != NULL ? ocop_form_shift_find (chain->package->shift, chain->sheet) : NULL;
  if (inserts != NULL && cell != NULL && ocop_form_cell_read_name (cell, &row, &column) && ocop_form_shift_row (inserts, row) != row)
    ocop_form_patches_set_attribute (chain->patches, (OcopFormSpan) { ocop_xml_spots_get_start (xml), ocop_xml_spots_get_end (xml) }, "r",
                                     ocop_form_cell_write_name (ocop_form_shift_row (inserts, row), column, moved));
}

static gboolean
write_chain (Package     *self,
             const char  *name,
             GError     **error)
{
  static const OcopXmlSpotsHandlers listed = { on_listed, NULL, NULL };
  static const OcopXmlSpotsHandlers chained = { on_chained, NULL, NULL };
  g_autoptr(GBytes) workbook = ocop_package_load (self->book->package, self->book->plan->workbook, OCOP_FORM_MOST_BYTES, error);
  g_autoptr(GBytes) bytes = workbook != NULL ? ocop_package_load (self->book->package, name, OCOP_FORM_MOST_BYTES, error) : NULL;
  g_autoptr(OcopFormPatches) patches = bytes != NULL ? ocop_form_patches_new (bytes) : NULL;
  Chain chain = { self, patches, NULL };

  if (bytes == NULL || !ocop_xml_spots_parse (workbook, self->book->plan->workbook, &listed, self, error) ||
      !ocop_xml_spots_parse (bytes, name, &chained, &chain, error))
    return FALSE;
  keep (self, name, bytes, patches);
  return TRUE;
}

/* --- all parts --- */

static gboolean
write_sheets (Package  *self,
              GError  **error)
{
  for (guint i = 0; i < self->book->plan->sheets->len; i++)
    {
      const OcopXlsxListedSheet *sheet = &g_array_index (self->book->plan->sheets, OcopXlsxListedSheet, i);
      const char *name = ocop_xlsx_plan_find_part (self->book->plan, sheet);
      const OcopFormPart *cells = ocop_form_book_find_part (self->book, sheet->name);

      if (name != NULL && cells != NULL &&
          (!read_owner (self, name, sheet->name, error) || !write_part (self, name, sheet->name, cells, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_other (Package     *self,
             const char  *name,
             GError     **error)
{
  static const struct
  {
    const char *start;
    const char *problem;
  } unsafe[] = {
    { "xl/pivot", N_("the workbook holds pivot tables") },
    { "xl/queryTables/", N_("the workbook holds tables that are asked for from elsewhere") },
    { "xl/revisions/", N_("the workbook is shared, with a record of its changes") },
  };
  static const char * const with_cells[] = { "xl/tables/", "xl/charts/", "xl/chartsheets/", "xl/drawings/", "xl/comments", "xl/threadedComments/", NULL };
  const char *sheet = g_hash_table_lookup (self->sheets, name);
  GArray *inserts = sheet != NULL ? ocop_form_shift_find (self->shift, sheet) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    if (g_str_has_prefix (name, unsafe[i].start) && !g_str_has_suffix (name, "/"))
      return ocop_form_insert_refuse (_("the workbook"), _(unsafe[i].problem), error);
  if (g_str_has_suffix (name, "/calcChain.xml"))
    return write_chain (self, name, error);
  if (g_str_has_suffix (name, ".vml"))
    return inserts == NULL || write_notes (self, name, inserts, error);
  for (const char * const *start = with_cells; g_str_has_suffix (name, ".xml") && *start != NULL; start++)
    if (g_str_has_prefix (name, *start))
      return write_part (self, name, sheet, NULL, error);
  return TRUE;
}

static gboolean
check_length (Package  *self,
              GError  **error)
{
  GHashTableIter iter;
  gpointer sheet, inserts;

  g_hash_table_iter_init (&iter, self->shift);
  while (g_hash_table_iter_next (&iter, &sheet, &inserts))
    {
      const OcopFormPart *part = ocop_form_book_find_part (self->book, sheet);
      const OcopFormPartRow *last = part->rows->len > 0 ? part->rows->pdata[part->rows->len - 1] : NULL;

      if (last != NULL && ocop_form_shift_row (inserts, last->number) > OCOP_SHEET_MAX_ROWS)
        return ocop_form_insert_refuse (sheet, _("the sheet would have more rows than a sheet can have"), error);
    }
  return TRUE;
}

static gboolean
write_all (Package  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) parts = ocop_package_list (self->book->package);

  if (!check_length (self, error) || !write_sheets (self, error) || !write_part (self, self->book->plan->workbook, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!write_other (self, parts->pdata[i], error))
      return FALSE;
  return TRUE;
}

GBytes *
ocop_form_book_insert (OcopFormBook   *book,
                       OcopFormShift  *shift,
                       GError        **error)
{
  g_autoptr(GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr(GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Package self = { book, shift, written, sheets, ids };

  return write_all (&self, error) ? ocop_package_replace (book->package, written, error) : NULL;
}
