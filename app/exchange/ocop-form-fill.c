/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling the workbook: the sheets that have something to be filled, and the order to compute anew. */

#include "exchange/ocop-form-book-private.h"

#include <string.h>

#include "base/ocop-xml-spots.h"

/* --- computing anew --- */

typedef struct
{
  gsize start;            /* of the tag "calcPr"; both 0 where there is none */
  gsize end;
  gsize before;           /* where one may stand: before the first element that comes behind it */
} CalcSpot;

static void
on_workbook (OcopXmlSpots  *xml,
             const char    *name,
             const char   **attributes,
             gpointer       user_data)
{
  static const char * const behind[] = { "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
                                         "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst", NULL };
  CalcSpot *spot = user_data;
  const char *local = strrchr (name, '|');

  local = local != NULL ? local + 1 : name;
  if (g_str_equal (local, "calcPr"))
    {
      spot->start = ocop_xml_spots_get_start (xml);
      spot->end = ocop_xml_spots_get_end (xml);
    }
  else if (spot->before == 0 && g_strv_contains (behind, local))
    spot->before = ocop_xml_spots_get_start (xml);
}

static void
on_workbook_end (OcopXmlSpots *xml,
                 const char   *name,
                 gpointer      user_data)
{
  CalcSpot *spot = user_data;

  if (spot->before == 0 && g_str_has_suffix (name, "|workbook"))
    spot->before = ocop_xml_spots_get_start (xml);
}

/* The one attribute by which a workbook asks to be computed when it is opened. */
static char *
make_tag (const char     *data,
          const CalcSpot *spot)
{
  static const char * const left_out[] = { "fullCalcOnLoad", NULL };
  g_autoptr(GString) tag = ocop_form_patches_open_tag (data, (OcopFormSpan) { spot->start, spot->end }, left_out);
  gsize name = 1 + strcspn (tag->str + 1, " \t\r\n");

  g_string_insert (tag, (gssize) name, " fullCalcOnLoad=\"1\"");
  return g_strconcat (tag->str, data[spot->end - 2] == '/' ? "/>" : ">", NULL);
}

/* The names of the workbook's own elements begin as that of the first. */
static char *
make_new_tag (const char *data)
{
  const char *name = g_strrstr (data, "</");
  const char *colon = name != NULL ? strchr (name, ':') : NULL;
  const char *end = name != NULL ? strchr (name, '>') : NULL;
  int length = colon != NULL && colon < end ? (int) (colon + 1 - (name + 2)) : 0;

  return g_strdup_printf ("<%.*scalcPr fullCalcOnLoad=\"1\"/>", length, name != NULL ? name + 2 : "");
}

static GBytes *
ask_to_compute (GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_workbook, on_workbook_end, NULL };
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *data = g_strndup (g_bytes_get_data (bytes, NULL), size);
  CalcSpot spot = { 0 };
  g_autofree char *tag = NULL;
  GString *text;

  if (!ocop_xml_spots_parse (bytes, name, &handlers, &spot, error))
    return NULL;
  if (spot.end == 0)
    spot.start = spot.end = spot.before;
  tag = spot.end > spot.start ? make_tag (data, &spot) : make_new_tag (data);
  text = g_string_new_len (data, (gssize) spot.start);
  g_string_append (text, tag);
  g_string_append_len (text, data + spot.end, (gssize) (size - spot.end));
  return g_string_free_to_bytes (text);
}

static gboolean
compute_anew (OcopFormBook  *book,
              GHashTable    *written,
              GError       **error)
{
  const char *name = book->plan->workbook;
  g_autoptr(GBytes) bytes = ocop_package_load (book->package, name, OCOP_FORM_MOST_BYTES, error);
  GBytes *asked = bytes != NULL ? ask_to_compute (bytes, name, error) : NULL;

  if (asked != NULL)
    g_hash_table_insert (written, g_strdup (name), asked);
  return asked != NULL;
}

/* --- the sheets --- */

static gboolean
fill_sheet (OcopFormBook               *book,
            const OcopXlsxListedSheet  *sheet,
            const GPtrArray            *fills,
            GHashTable                 *written,
            GPtrArray                  *warnings,
            GError                    **error)
{
  const OcopFormPart *part = ocop_form_book_find_part (book, sheet->name);
  const char *name = ocop_xlsx_plan_find_part (book->plan, sheet);
  g_autoptr(GArray) edits = g_array_new (FALSE, FALSE, sizeof (OcopFormPartEdit));
  g_autofree char *folded = g_utf8_casefold (sheet->name, -1);

  for (guint i = 0; i < fills->len; i++)
    {
      const OcopFormFill *fill = fills->pdata[i];
      g_autofree char *wanted = g_utf8_casefold (fill->cell->sheet, -1);

      if (g_str_equal (wanted, folded) && !ocop_form_book_lay_out (book, fill, edits, warnings, error))
        return FALSE;
    }
  /* What a formula of another sheet came to may have changed as well. */
  if (part != NULL && (edits->len > 0 || (part->has_formula && part->looks_out)))
    {
      GBytes *bytes = ocop_form_part_write (part, edits, book->plan->tables.formats, book->plan->tables.from_1904);

      if (g_bytes_equal (bytes, part->bytes))
        g_bytes_unref (bytes);
      else
        g_hash_table_insert (written, g_strdup (name), bytes);
    }
  return TRUE;
}

static gboolean
check_sheets (OcopFormBook     *book,
              const GPtrArray  *fills,
              GError          **error)
{
  for (guint i = 0; i < fills->len; i++)
    {
      const OcopFormFill *fill = fills->pdata[i];

      if (ocop_form_book_find_part (book, fill->cell->sheet) == NULL)
        return ocop_form_book_can_take (book, fill->cell, error);
    }
  return TRUE;
}

static gboolean
has_formula (OcopFormBook *book)
{
  GHashTableIter iter;
  gpointer part;

  g_hash_table_iter_init (&iter, book->parts);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    if (((const OcopFormPart *) part)->has_formula)
      return TRUE;
  return FALSE;
}

static GBytes *
fill_in_place (OcopFormBook     *book,
               const GPtrArray  *fills,
               GPtrArray       **warnings,
               GError          **error)
{
  g_autoptr(GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  GBytes *filled;

  for (guint i = 0; i < book->plan->sheets->len; i++)
    if (!fill_sheet (book, &g_array_index (book->plan->sheets, OcopXlsxListedSheet, i), fills, written, said, error))
      return NULL;
  if (has_formula (book) && !compute_anew (book, written, error))
    return NULL;
  filled = ocop_package_replace (book->package, written, error);
  if (filled != NULL && warnings != NULL)
    *warnings = g_steal_pointer (&said);
  return filled;
}

/* --- rows that the form lacks --- */

/* @cells: (element-type OcopFormCell): takes the cells of what is returned, which shares the values of @fills. */
static GPtrArray *
move_fills (const GPtrArray *fills,
            OcopFormShift   *shift,
            GPtrArray       *cells)
{
  GPtrArray *moved = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_fill_free);

  for (guint i = 0; i < fills->len; i++)
    {
      const OcopFormFill *fill = fills->pdata[i];
      const GArray *inserts = ocop_form_shift_find (shift, fill->cell->sheet);
      OcopFormCell *cell = ocop_form_cell_copy (fill->cell);
      OcopFormFill *copy = ocop_form_fill_new (cell);

      g_ptr_array_add (cells, cell);
      cell->row = ocop_form_shift_row (inserts, cell->row);
      cell->last_row = cell->last_row > 0 ? ocop_form_shift_end (inserts, cell->last_row, 0) : 0;
      copy->goes_down = fill->goes_down;
      g_ptr_array_unref (copy->values);
      g_ptr_array_unref (copy->labels);
      copy->values = g_ptr_array_ref (fill->values);
      copy->labels = g_ptr_array_ref (fill->labels);
      g_ptr_array_add (moved, copy);
    }
  return moved;
}

/* First the form with the rows that its author would have put in, then what goes there. */
static GBytes *
fill_with_room (OcopFormBook     *book,
                const GPtrArray  *fills,
                OcopFormShift    *shift,
                GPtrArray       **warnings,
                GError          **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_cell_free);
  g_autoptr(GPtrArray) moved = move_fills (fills, shift, cells);
  g_autoptr(GBytes) bytes = ocop_form_book_insert (book, shift, error);
  g_autoptr(OcopFormBook) roomy = bytes != NULL ? ocop_form_book_open (bytes, error) : NULL;

  return roomy != NULL ? fill_in_place (roomy, moved, warnings, error) : NULL;
}

GBytes *
ocop_form_book_fill (OcopFormBook     *book,
                     const GPtrArray  *fills,
                     GPtrArray       **warnings,
                     GError          **error)
{
  g_clear_pointer (&book->shift, g_hash_table_unref);
  if (!check_sheets (book, fills, error))
    return NULL;
  book->shift = ocop_form_book_find_room (book, fills, error);
  if (book->shift == NULL)
    return NULL;
  return g_hash_table_size (book->shift) > 0 ? fill_with_room (book, fills, book->shift, warnings, error)
                                             : fill_in_place (book, fills, warnings, error);
}

guint
ocop_form_book_find_filled_row (OcopFormBook *book,
                                const char   *sheet,
                                guint         row)
{
  return ocop_form_shift_row (book->shift != NULL ? ocop_form_shift_find (book->shift, sheet) : NULL, row);
}

guint
ocop_form_book_find_form_row (OcopFormBook *book,
                              const char   *sheet,
                              guint         row,
                              gboolean     *is_new)
{
  return ocop_form_shift_back (book->shift != NULL ? ocop_form_shift_find (book->shift, sheet) : NULL, row, is_new);
}
