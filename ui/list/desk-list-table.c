/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-table.h"

#include <string.h>

#include <glib/gi18n.h>

/* Rows read at once. */
#define BATCH 256
/* Pixels of a list's column for one character of a paper's. */
#define CHARACTER_WIDTH 7.5
/* Pixels of a column that takes what the others leave. */
#define NAME_WIDTH 240
/* Characters of a running number. */
#define NUMBER_WIDTH 6

/* One column of the list. */
typedef struct
{
  const OcopField *field;
  gboolean estimated;         /* whether its day may be one that the law computes from the year alone */
} Column;

typedef struct
{
  Column *columns;
  guint n_columns;
  const char **paths;         /* of the columns, then whether a row is estimated; ended by NULL */
  gboolean numbered;
  OcopReader *reader;
  const OcopQuery *query;
  const GArray *keys;
  OcopRows *rows;             /* the batch under way */
  guint next_in_batch;
  guint next_key;
  gint64 number;              /* of rows given */
} Source;

static void
source_free (Source *source)
{
  g_clear_pointer (&source->rows, ocop_rows_unref);
  g_free (source->columns);
  g_free (source->paths);
  g_free (source);
}

static OcopPaperColumnType
type_of (const OcopField *field)
{
  if (g_str_equal (field->name, "star"))
    return OCOP_PAPER_COLUMN_STARS;
  switch (field->type)
    {
    case OCOP_FIELD_DATE:
      return OCOP_PAPER_COLUMN_DATE;
    case OCOP_FIELD_MONEY:
      return OCOP_PAPER_COLUMN_MONEY;
    case OCOP_FIELD_HUNDREDTHS:
      return OCOP_PAPER_COLUMN_HUNDREDTHS;
    case OCOP_FIELD_INTEGER:
      /* Years are not grouped. */
      return g_str_equal (field->name, "year") ? OCOP_PAPER_COLUMN_TEXT : OCOP_PAPER_COLUMN_INTEGER;
    default:
      return OCOP_PAPER_COLUMN_TEXT;
    }
}

/* Numbers and dates stay what they are, stars become numbers, all else the words of the list. */
static OcopValue
make_cell (const OcopField *field,
           const OcopValue *value)
{
  OcopPaperColumnType type = type_of (field);
  g_autofree char *text = NULL;

  if (value->type == OCOP_VALUE_UNKNOWN || (type != OCOP_PAPER_COLUMN_TEXT && type != OCOP_PAPER_COLUMN_STARS))
    return ocop_value_copy (value);
  if (type == OCOP_PAPER_COLUMN_STARS && strlen (value->text) == 1)
    return ocop_value_integer (g_ascii_digit_value (value->text[0]));
  text = desk_path_format (field, value);
  return ocop_value_text (text);
}

static gboolean
read_batch (Source  *source,
            GError **error)
{
  guint n = MIN (BATCH, source->keys->len - source->next_key);

  g_clear_pointer (&source->rows, ocop_rows_unref);
  source->rows = ocop_reader_rows_by_key (source->reader, source->query, source->paths,
                                          &g_array_index (source->keys, gint64, source->next_key), n, error);
  source->next_key += n;
  source->next_in_batch = 0;
  return source->rows != NULL;
}

/* The cell of a column in the next row of the batch. */
static OcopValue
make_column_cell (const Source *source,
                  guint         column)
{
  const OcopField *field = source->columns[column].field;
  const OcopValue *value = ocop_rows_get (source->rows, source->next_in_batch, column);
  g_autofree char *text = NULL;

  if (!source->columns[column].estimated || value->type == OCOP_VALUE_UNKNOWN ||
      ocop_rows_get_integer (source->rows, source->next_in_batch, source->n_columns) == 0)
    return make_cell (field, value);
  text = desk_path_format_estimated (value);
  return ocop_value_text (text);
}

static gboolean
next_row (OcopPaperRow  *row,
          gpointer       data,
          GError       **error)
{
  Source *source = data;
  OcopValue *cells = row->cells;

  while (source->rows == NULL || source->next_in_batch == ocop_rows_get_n_rows (source->rows))
    if (source->next_key == source->keys->len || !read_batch (source, error))
      return FALSE;

  source->number++;
  if (source->numbered)
    *cells++ = ocop_value_integer (source->number);
  for (guint i = 0; i < source->n_columns; i++)
    cells[i] = make_column_cell (source, i);
  source->next_in_batch++;
  return TRUE;
}

static void
add_column (OcopPaperTable       *table,
            Source               *source,
            const DeskListSpec   *spec,
            const DeskListColumn *column)
{
  const OcopField *field = desk_path_find_field (ocop_kind_find (spec->kind), column->path);
  double width = (column->width > 0 ? column->width : NAME_WIDTH) / CHARACTER_WIDTH;

  source->paths[source->n_columns] = column->path;
  source->columns[source->n_columns++] = (Column) { field, desk_list_spec_may_be_estimated (spec, column) };
  ocop_paper_table_add_column (table, column->path, desk_list_column_get_title (spec, column), type_of (field), width);
}

OcopPaperTable *
desk_list_table_new (const DeskListSpec *spec,
                     const GArray       *columns,
                     gboolean            numbered,
                     OcopReader         *reader,
                     const OcopQuery    *query,
                     const GArray       *keys)
{
  OcopPaperTable *table = ocop_paper_table_new (_(ocop_kind_find (spec->kind)->plural_title));
  Source *source = g_new0 (Source, 1);

  source->columns = g_new0 (Column, columns->len);
  source->paths = g_new0 (const char *, columns->len + 2);
  source->numbered = numbered;
  source->reader = reader;
  source->query = query;
  source->keys = keys;
  if (numbered)
    ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, NUMBER_WIDTH);
  for (guint i = 0; i < columns->len; i++)
    add_column (table, source, spec, &spec->columns[g_array_index (columns, guint, i)]);
  if (desk_list_spec_find_column (spec, "estimated") != G_MAXUINT)
    source->paths[columns->len] = "estimated";
  ocop_paper_table_set_source (table, next_row, keys->len, source, (GDestroyNotify) source_free);
  return table;
}
