/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-form-book-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "exchange/ocop-xls-converter-private.h"
#include "exchange/ocop-xlsx-reader-private.h"

#define CONTENT_TYPES "[Content_Types].xml"

void
ocop_form_book_free (OcopFormBook *book)
{
  g_clear_pointer (&book->package, ocop_package_free);
  g_clear_pointer (&book->plan, ocop_xlsx_plan_free);
  g_clear_pointer (&book->workbook, ocop_workbook_unref);
  g_clear_pointer (&book->shift, g_hash_table_unref);
  g_hash_table_unref (book->parts);
  g_free (book);
}

/* --- opening --- */

static gboolean
refuse_container (GBytes  *bytes,
                  GError **error)
{
  if (!ocop_xls_converter_is_container (bytes))
    return TRUE;
  if (ocop_xls_converter_check (bytes, error))
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                         _("The file is an old workbook (.xls). Open it in a spreadsheet program and save it as xlsx."));
  return FALSE;
}

/* A copy with macros, or of a template, under the name .xlsx is one that no program opens. */
static gboolean
refuse_kinds (OcopPackage  *package,
              GError      **error)
{
  g_autoptr(GBytes) bytes = ocop_package_load (package, CONTENT_TYPES, OCOP_FORM_MOST_BYTES, error);
  g_autofree char *text = NULL;
  const char *problem = NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (strstr (text, "macroEnabled") != NULL)
    problem = _("The workbook holds macros. Open it in a spreadsheet program and save it as xlsx without them.");
  else if (strstr (text, "spreadsheetml.template.main+xml") != NULL)
    problem = _("The file is a template for workbooks (.xltx). Open it in a spreadsheet program and save it as xlsx.");
  if (problem != NULL)
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, problem);
  return problem == NULL;
}

static gboolean
add_part (OcopFormBook               *book,
          const OcopXlsxListedSheet  *sheet,
          GError                    **error)
{
  const char *name = ocop_xlsx_plan_find_part (book->plan, sheet);
  g_autoptr(GBytes) bytes = NULL;
  OcopFormPart *part = NULL;

  if (name == NULL)
    return TRUE;
  bytes = ocop_package_load (book->package, name, OCOP_FORM_MOST_BYTES, error);
  if (bytes != NULL)
    part = ocop_form_part_read (bytes, name, error);
  if (part != NULL)
    g_hash_table_insert (book->parts, g_utf8_casefold (sheet->name, -1), part);
  return part != NULL;
}

static gboolean
read_parts (OcopFormBook  *book,
            GError       **error)
{
  OcopReading reading = { 0 };
  const char *styles;

  if (!ocop_xlsx_plan_read (book->package, book->plan, &reading, error))
    return FALSE;
  styles = g_hash_table_lookup (book->plan->parts, "styles");
  if (styles != NULL && ocop_package_has (book->package, styles) &&
      !ocop_xlsx_styles_read (book->package, styles, book->plan->tables.formats, &reading, error))
    return FALSE;
  for (guint i = 0; i < book->plan->sheets->len; i++)
    if (!add_part (book, &g_array_index (book->plan->sheets, OcopXlsxListedSheet, i), error))
      return FALSE;
  return TRUE;
}

OcopFormBook *
ocop_form_book_open (GBytes  *bytes,
                     GError **error)
{
  g_autoptr(OcopFormBook) book = g_new0 (OcopFormBook, 1);
  OcopReading reading = { 0 };

  book->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_form_part_free);
  book->plan = ocop_xlsx_plan_new ();
  if (!refuse_container (bytes, error))
    return NULL;
  book->package = ocop_package_open (bytes, error);
  if (book->package == NULL || !read_parts (book, error) || !refuse_kinds (book->package, error))
    return NULL;
  book->workbook = ocop_xlsx_reader_read (bytes, &reading, error);
  return book->workbook != NULL ? g_steal_pointer (&book) : NULL;
}

const OcopWorkbook *
ocop_form_book_get_workbook (OcopFormBook *book)
{
  return book->workbook;
}

/* --- cells --- */

const OcopFormPart *
ocop_form_book_find_part (OcopFormBook *book,
                          const char   *sheet)
{
  g_autofree char *folded = g_utf8_casefold (sheet, -1);

  return g_hash_table_lookup (book->parts, folded);
}

/* The place of the row of that number among the stored ones; %FALSE where it is empty. */
static gboolean
find_row (const OcopSheet *sheet,
          guint            number,
          guint           *place)
{
  guint first = 0, end = ocop_sheet_get_n_rows (sheet);

  while (first < end)
    {
      guint found = ocop_sheet_get_row_number (sheet, *place = first + (end - first) / 2);

      if (found == number)
        return TRUE;
      if (found < number)
        first = *place + 1;
      else
        end = *place;
    }
  return FALSE;
}

const char *
ocop_form_book_get_text (OcopFormBook *book,
                         const char   *sheet,
                         guint         row,
                         guint         column)
{
  const OcopSheet *found = ocop_workbook_find_sheet (book->workbook, sheet);
  guint place;

  return found != NULL && row > 0 && column > 0 && find_row (found, row, &place) ? ocop_sheet_get_text (found, place, column - 1) : NULL;
}

gboolean
ocop_form_book_is_covered (OcopFormBook *book,
                           const char   *sheet,
                           guint         row,
                           guint         column)
{
  const OcopFormPart *part = ocop_form_book_find_part (book, sheet);

  return part != NULL && ocop_form_part_find_merged (part, row, column) != NULL;
}

gboolean
ocop_form_book_refuse (const OcopFormCell  *cell,
                       const char          *what,
                       GError             **error)
{
  char name[OCOP_FORM_NAME_SIZE];

  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("Sheet “%s”, cell %s: %s"), cell->sheet,
               ocop_form_cell_write_name (cell->row, cell->column, name), what);
  return FALSE;
}

static gboolean
refuse_merged (const OcopFormCell  *cell,
               const OcopFormArea  *merged,
               GError             **error)
{
  char name[OCOP_FORM_NAME_SIZE];
  g_autofree char *what = g_strdup_printf (_("it is merged with others; choose the first of them, %s"),
                                           ocop_form_cell_write_name (merged->first_row, merged->first_column, name));

  return ocop_form_book_refuse (cell, what, error);
}

gboolean
ocop_form_book_can_take (OcopFormBook        *book,
                         const OcopFormCell  *cell,
                         GError             **error)
{
  const OcopFormPart *part = ocop_form_book_find_part (book, cell->sheet);
  const OcopFormArea *merged = part != NULL ? ocop_form_part_find_merged (part, cell->row, cell->column) : NULL;

  if (part == NULL)
    return ocop_form_book_refuse (cell, _("the workbook has no such sheet"), error);
  if (merged != NULL)
    return refuse_merged (cell, merged, error);
  if (ocop_form_part_is_computed (part, cell->row, cell->column))
    return ocop_form_book_refuse (cell, _("the form computes it by a formula"), error);
  return TRUE;
}

/* --- what stands around a cell --- */

/* The nearest text before the cell that is no part of what it is merged with. */
static char *
find_left (OcopFormBook       *book,
           const OcopFormCell *cell)
{
  for (guint column = cell->column - 1; column > 0; column--)
    {
      const char *text = ocop_form_book_get_text (book, cell->sheet, cell->row, column);

      if (text != NULL)
        return g_strdup (text);
    }
  return NULL;
}

gboolean
ocop_form_book_is_words (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static char *
find_above (OcopFormBook       *book,
            const OcopFormCell *cell)
{
  for (guint row = cell->row - 1; row > 0; row--)
    {
      const char *text = ocop_form_book_get_text (book, cell->sheet, row, cell->column);

      /* Numbers over a cell are other figures, or those of the columns. */
      if (ocop_form_book_is_words (text))
        return g_strdup (text);
    }
  return NULL;
}

void
ocop_form_book_note_labels (OcopFormBook *book,
                            OcopFormCell *cell,
                            gboolean      goes_down)
{
  g_free (cell->left);
  g_free (cell->above);
  cell->left = goes_down ? NULL : find_left (book, cell);
  cell->above = find_above (book, cell);
}

/* @what: (transfer full): in words */
static void
add_change (GPtrArray          *changes,
            const OcopFormCell *cell,
            char               *what)
{
  g_autofree char *owned = what;
  char name[OCOP_FORM_NAME_SIZE];

  g_ptr_array_add (changes, g_strdup_printf (_("Sheet “%s”, cell %s: %s"), cell->sheet,
                                             ocop_form_cell_write_name (cell->row, cell->column, name), owned));
}

static gboolean
is_other (const char *before,
          const char *now)
{
  return before != NULL && (now == NULL || !ocop_text_same (before, now));
}

GPtrArray *
ocop_form_book_compare (OcopFormBook    *book,
                        const GPtrArray *cells)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cells->len; i++)
    {
      const OcopFormCell *cell = cells->pdata[i];
      g_autofree char *left = find_left (book, cell);
      g_autofree char *above = find_above (book, cell);

      if (is_other (cell->left, left))
        add_change (changes, cell, g_strdup_printf (_("before it stood “%s”, now “%s”"), cell->left, left != NULL ? left : ""));
      if (is_other (cell->above, above))
        add_change (changes, cell, g_strdup_printf (_("over it stood “%s”, now “%s”"), cell->above, above != NULL ? above : ""));
    }
  return changes;
}
