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

typedef struct
{
  const OcopField **fields;   /* as many as columns */
  const char **paths;         /* ended by NULL */
  OcopReader *reader;
  const OcopQuery *query;
  const GArray *keys;
  OcopRows *rows;             /* the batch under way */
  guint next_in_batch;
  guint next_key;
} Source;

static void
source_free (Source *source)
{
  g_clear_pointer (&source->rows, ocop_rows_unref);
  g_free (source->fields);
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

static gboolean
next_row (OcopPaperRow  *row,
          gpointer       data,
          GError       **error)
{
  Source *source = data;

  while (source->rows == NULL || source->next_in_batch == ocop_rows_get_n_rows (source->rows))
    if (source->next_key == source->keys->len || !read_batch (source, error))
      return FALSE;

  for (guint i = 0; i < row->n_cells; i++)
    row->cells[i] = make_cell (source->fields[i], ocop_rows_get (source->rows, source->next_in_batch, i));
  source->next_in_batch++;
  return TRUE;
}

OcopPaperTable *
desk_list_table_new (const DeskListSpec *spec,
                     const GArray       *columns,
                     OcopReader         *reader,
                     const OcopQuery    *query,
                     const GArray       *keys)
{
  const OcopKind *kind = ocop_kind_find (spec->kind);
  OcopPaperTable *table = ocop_paper_table_new (_(kind->plural_title));
  Source *source = g_new0 (Source, 1);

  source->fields = g_new0 (const OcopField *, columns->len);
  source->paths = g_new0 (const char *, columns->len + 1);
  source->reader = reader;
  source->query = query;
  source->keys = keys;
  for (guint i = 0; i < columns->len; i++)
    {
      const DeskListColumn *column = &spec->columns[g_array_index (columns, guint, i)];

      source->paths[i] = column->path;
      source->fields[i] = desk_path_find_field (kind, column->path);
      ocop_paper_table_add_column (table, column->path, desk_list_column_get_title (spec, column),
                                   type_of (source->fields[i]), (column->width > 0 ? column->width : NAME_WIDTH) / CHARACTER_WIDTH);
    }
  ocop_paper_table_set_source (table, next_row, keys->len, source, (GDestroyNotify) source_free);
  return table;
}
