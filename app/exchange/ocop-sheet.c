/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-sheet-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

/* So many cells with other than plain letters tell how a sheet is written. One cell alone may be odd for another
 * reason; one in ten is a column of its own. */
#define CELLS_RECOGNISED 2000
#define LEAST_LEGACY_CELLS 2
#define LEAST_LEGACY_SHARE 10

typedef struct
{
  const char *text;
  guint16 column;
  guint8 type;
  guint8 is_copy;
} Cell;

typedef struct
{
  guint number;
  guint first_cell;
  guint n_cells;
  guint unordered : 1;
} Row;

typedef struct
{
  guint first_row, first_column, last_row, last_column;
} Range;

struct _OcopSheet
{
  char *name;
  gboolean hidden;
  GStringChunk *strings;
  GArray *rows;
  GArray *cells;
  GArray *merges;
  guint n_columns;
  guint n_visited;
  Row open;
};

OcopSheet *
ocop_sheet_new (const char   *name,
                gboolean      hidden,
                GStringChunk *strings)
{
  OcopSheet *sheet = g_new0 (OcopSheet, 1);

  sheet->name = g_strdup (name);
  sheet->hidden = hidden;
  sheet->strings = strings;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  sheet->merges = g_array_new (FALSE, FALSE, sizeof (Range));
  return sheet;
}

void
ocop_sheet_free (OcopSheet *sheet)
{
  g_free (sheet->name);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->merges);
  g_free (sheet);
}

static Row *
get_row (const OcopSheet *sheet,
         guint            row)
{
  return row < sheet->rows->len ? &g_array_index (sheet->rows, Row, row) : NULL;
}

static Cell *
get_cell_at (const OcopSheet *sheet,
             guint            position)
{
  return &g_array_index (sheet->cells, Cell, position);
}

/* The place in the row of the first cell at @column or later. */
static guint
find_place (const OcopSheet *sheet,
            const Row       *row,
            guint            column)
{
  guint low = 0, high = row->n_cells;

  /* Most rows are filled without a gap from their first column. */
  if (column < high && get_cell_at (sheet, row->first_cell + column)->column == column)
    return column;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_cell_at (sheet, row->first_cell + middle)->column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const Cell *
find_cell (const OcopSheet *sheet,
           guint            row_index,
           guint            column)
{
  const Row *row = get_row (sheet, row_index);
  const Cell *cell;
  guint place;

  if (row == NULL)
    return NULL;
  place = find_place (sheet, row, column);
  if (place == row->n_cells)
    return NULL;
  cell = get_cell_at (sheet, row->first_cell + place);
  return cell->column == column ? cell : NULL;
}

const char *
ocop_sheet_get_name (const OcopSheet *sheet)
{
  return sheet->name;
}

gboolean
ocop_sheet_is_hidden (const OcopSheet *sheet)
{
  return sheet->hidden;
}

guint
ocop_sheet_get_n_rows (const OcopSheet *sheet)
{
  return sheet->rows->len;
}

guint
ocop_sheet_get_n_columns (const OcopSheet *sheet)
{
  return sheet->n_columns;
}

guint
ocop_sheet_get_row_number (const OcopSheet *sheet,
                           guint            row)
{
  g_return_val_if_fail (row < sheet->rows->len, 0);
  return get_row (sheet, row)->number;
}

const char *
ocop_sheet_get_text (const OcopSheet *sheet,
                     guint            row,
                     guint            column)
{
  const Cell *cell = find_cell (sheet, row, column);

  return cell != NULL ? cell->text : NULL;
}

OcopCellType
ocop_sheet_get_cell_type (const OcopSheet *sheet,
                          guint            row,
                          guint            column)
{
  const Cell *cell = find_cell (sheet, row, column);

  return cell != NULL ? cell->type : OCOP_CELL_EMPTY;
}

guint
ocop_sheet_next_column (const OcopSheet *sheet,
                        guint            row_index,
                        guint            column)
{
  const Row *row = get_row (sheet, row_index);
  guint place = row != NULL ? find_place (sheet, row, column) : 0;

  if (row == NULL || place == row->n_cells)
    return OCOP_SHEET_MAX_COLUMNS;
  return get_cell_at (sheet, row->first_cell + place)->column;
}

gboolean
ocop_sheet_is_merged_copy (const OcopSheet *sheet,
                           guint            row,
                           guint            column)
{
  const Cell *cell = find_cell (sheet, row, column);

  return cell != NULL && cell->is_copy;
}

const char *
ocop_sheet_column_name (guint column,
                        char  buffer[OCOP_SHEET_COLUMN_NAME_SIZE])
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE] = { 0 };
  guint start = OCOP_SHEET_COLUMN_NAME_SIZE - 1;

  g_return_val_if_fail (column < OCOP_SHEET_MAX_COLUMNS, "");
  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    letters[--start] = (char) ('A' + (left - 1) % 26);
  return memcpy (buffer, letters + start, OCOP_SHEET_COLUMN_NAME_SIZE - start);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return (int) ((const Cell *) a)->column - (int) ((const Cell *) b)->column;
}

/* A later cell replaces an earlier one of the same column. */
static void
order_cells (OcopSheet *sheet,
             Row       *row)
{
  Cell *cells = get_cell_at (sheet, row->first_cell);
  guint n = 0;

  g_qsort_with_data (cells, (int) row->n_cells, sizeof (Cell), compare_columns, NULL);
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (n > 0 && cells[n - 1].column == cells[i].column)
        n--;
      cells[n++] = cells[i];
    }
  row->n_cells = n;
  g_array_set_size (sheet->cells, row->first_cell + n);
}

static void
close_row (OcopSheet *sheet)
{
  Row *row = &sheet->open;

  if (row->n_cells == 0)
    return;
  if (row->unordered)
    order_cells (sheet, row);
  g_array_append_val (sheet->rows, *row);
  row->n_cells = 0;
}

void
ocop_sheet_begin_row (OcopSheet *sheet,
                      guint      number)
{
  close_row (sheet);
  sheet->open = (Row) { .number = number, .first_cell = sheet->cells->len };
}

static gboolean
check_size (OcopSheet  *sheet,
            guint       n_cells,
            GError    **error)
{
  if (n_cells < OCOP_SHEET_MAX_CELLS)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("There are more cells than a list can have. Copy the rows of the list into a new file."));
  return FALSE;
}

gboolean
ocop_sheet_add_cell (OcopSheet     *sheet,
                     guint          column,
                     OcopCellType   type,
                     const char    *text,
                     GError       **error)
{
  Row *row = &sheet->open;
  Cell cell = { text, (guint16) column, (guint8) type, FALSE };

  g_return_val_if_fail (column < OCOP_SHEET_MAX_COLUMNS, FALSE);
  if (text == NULL)
    return TRUE;
  if (!check_size (sheet, sheet->cells->len, error))
    return FALSE;
  if (row->n_cells > 0 && get_cell_at (sheet, sheet->cells->len - 1)->column >= column)
    row->unordered = TRUE;
  g_array_append_val (sheet->cells, cell);
  row->n_cells++;
  sheet->n_columns = MAX (sheet->n_columns, column + 1);
  return TRUE;
}

void
ocop_sheet_merge (OcopSheet *sheet,
                  guint      first_row,
                  guint      first_column,
                  guint      last_row,
                  guint      last_column)
{
  Range range = { first_row, first_column, last_row, last_column };

  g_array_append_val (sheet->merges, range);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  guint left = ((const Row *) a)->number, right = ((const Row *) b)->number;

  return left < right ? -1 : left > right;
}

/* The index of the first stored row at @number or later. */
static guint
find_row (const OcopSheet *sheet,
          guint            number)
{
  guint low = 0, high = sheet->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_row (sheet, middle)->number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  guint row;
  Cell cell;
} Copy;

/* Only stored rows and columns are filled, so that a range over the whole sheet costs no more than its
 * cells; every visit counts, so that ranges laid over each other cost no more either. */
static gboolean
collect_copies (OcopSheet    *sheet,
                const Range  *range,
                GArray       *copies,
                GError      **error)
{
  guint first = find_row (sheet, range->first_row + 1);
  guint n_columns = MIN (range->last_column + 1, sheet->n_columns);
  const Cell *source = find_cell (sheet, first, range->first_column);

  if (source == NULL || source->is_copy || get_row (sheet, first)->number != range->first_row + 1)
    return TRUE;
  for (guint r = first; r < sheet->rows->len && get_row (sheet, r)->number <= range->last_row + 1; r++)
    for (guint column = range->first_column; column < n_columns; column++)
      {
        Copy copy = { r, { source->text, (guint16) column, source->type, TRUE } };

        if (!check_size (sheet, sheet->cells->len + sheet->n_visited++, error))
          return FALSE;
        if (find_cell (sheet, r, column) == NULL)
          g_array_append_val (copies, copy);
      }
  return TRUE;
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const Copy *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (int) left->cell.column - (int) right->cell.column;
}

/* The sheet's cells anew, row by row, each row's copies put among its own. */
static void
insert_copies (OcopSheet *sheet,
               GArray    *copies)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), sheet->cells->len + copies->len);
  const Copy *copy = (const Copy *) (void *) copies->data;
  const Copy *end = copy + copies->len;

  for (guint r = 0; r < sheet->rows->len; r++)
    {
      Row *row = get_row (sheet, r);
      guint first = cells->len;

      g_array_append_vals (cells, get_cell_at (sheet, row->first_cell), row->n_cells);
      row->unordered = copy < end && copy->row == r;
      for (; copy < end && copy->row == r; copy++)
        if (copy + 1 == end || compare_copies (copy, copy + 1) != 0)
          g_array_append_val (cells, copy->cell);
      row->first_cell = first;
      row->n_cells = cells->len - first;
    }
  g_array_unref (sheet->cells);
  sheet->cells = cells;
}

/* Merged ranges are filled only now, for a file names them after its cells. */
static gboolean
fill_merges (OcopSheet  *sheet,
             GError    **error)
{
  g_autoptr(GArray) copies = g_array_new (FALSE, FALSE, sizeof (Copy));

  for (guint i = 0; i < sheet->merges->len; i++)
    if (!collect_copies (sheet, &g_array_index (sheet->merges, Range, i), copies, error))
      return FALSE;
  if (copies->len == 0)
    return TRUE;
  g_array_sort (copies, compare_copies);
  insert_copies (sheet, copies);
  for (guint r = 0; r < sheet->rows->len; r++)
    {
      const Row *row = get_row (sheet, r);

      if (row->unordered)
        g_qsort_with_data (get_cell_at (sheet, row->first_cell), (int) row->n_cells, sizeof (Cell), compare_columns, NULL);
    }
  return TRUE;
}

gboolean
ocop_sheet_finish (OcopSheet  *sheet,
                   GError    **error)
{
  close_row (sheet);
  g_qsort_with_data (sheet->rows->data, (int) sheet->rows->len, sizeof (Row), compare_rows, NULL);
  return fill_merges (sheet, error);
}

static gboolean
is_blank (const char *p)
{
  return g_ascii_isspace (*p);
}

/* Vietnamese typed as letters and loose marks has bytes that begin U+0300 to U+036F. */
static gboolean
has_loose_marks (const char *text,
                 gsize       length)
{
  return memchr (text, 0xcc, length) != NULL || memchr (text, 0xcd, length) != NULL;
}

const char *
ocop_sheet_intern (GStringChunk *strings,
                   const char   *text,
                   gsize         length)
{
  static const char no_break_space[] = "\302\240";
  gsize space = strlen (no_break_space);
  g_autofree char *composed = NULL;

  if (has_loose_marks (text, length) && (composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC)) != NULL)
    {
      text = composed;
      length = strlen (composed);
    }
  for (gsize n = 1; n > 0 && length > 0;)
    {
      n = is_blank (text) ? 1 : length >= space && memcmp (text, no_break_space, space) == 0 ? space : 0;
      text += n;
      length -= n;
    }
  for (gsize n = 1; n > 0 && length > 0;)
    {
      n = is_blank (text + length - 1) ? 1
          : length >= space && memcmp (text + length - space, no_break_space, space) == 0 ? space : 0;
      length -= n;
    }
  return length > 0 ? g_string_chunk_insert_len (strings, text, (gssize) length) : NULL;
}

OcopLegacyEncoding
ocop_sheet_recognise (const OcopSheet  *sheet,
                      const char      **sample)
{
  guint n_cells[OCOP_N_LEGACY_ENCODINGS] = { 0 };
  const char *samples[OCOP_N_LEGACY_ENCODINGS] = { NULL };
  OcopLegacyEncoding most = OCOP_LEGACY_TCVN3;
  guint n_foreign = 0;

  for (guint i = 0; i < sheet->cells->len && n_foreign < CELLS_RECOGNISED; i++)
    {
      const char *text = get_cell_at (sheet, i)->text;
      OcopLegacyEncoding encoding = g_str_is_ascii (text) ? OCOP_LEGACY_NONE : ocop_legacy_text_recognise (text);

      n_foreign += !g_str_is_ascii (text);
      n_cells[encoding]++;
      if (samples[encoding] == NULL)
        samples[encoding] = text;
    }
  if (n_cells[OCOP_LEGACY_VNI] > n_cells[most])
    most = OCOP_LEGACY_VNI;
  *sample = samples[most];
  return n_cells[most] >= LEAST_LEGACY_CELLS && n_cells[most] * LEAST_LEGACY_SHARE >= n_foreign ? most : OCOP_LEGACY_NONE;
}

/* A text that many cells share is recoded once. */
static const char *
recode_text (GHashTable         *recoded,
             const char         *text,
             OcopLegacyEncoding  encoding,
             GStringChunk       *strings)
{
  const char *made = g_hash_table_lookup (recoded, text);

  if (made == NULL)
    {
      g_autofree char *unicode = ocop_legacy_text_recode (text, encoding);

      made = g_string_chunk_insert (strings, unicode);
      g_hash_table_insert (recoded, (gpointer) text, (gpointer) made);
    }
  return made;
}

OcopSheet *
ocop_sheet_recode (const OcopSheet    *sheet,
                   OcopLegacyEncoding  encoding,
                   GStringChunk       *strings)
{
  g_autoptr(GHashTable) recoded = g_hash_table_new (NULL, NULL);
  OcopSheet *copy = ocop_sheet_new (sheet->name, sheet->hidden, strings);

  g_array_append_vals (copy->rows, sheet->rows->data, sheet->rows->len);
  g_array_append_vals (copy->cells, sheet->cells->data, sheet->cells->len);
  copy->n_columns = sheet->n_columns;
  for (guint i = 0; i < copy->cells->len; i++)
    {
      Cell *cell = get_cell_at (copy, i);

      cell->text = recode_text (recoded, cell->text, encoding, strings);
    }
  return copy;
}
