/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-number.h"

static void
column_free (gpointer data)
{
  OcopPaperColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->group);
  g_free (column);
}

static OcopPaperRow *
row_new (guint n_cells)
{
  OcopPaperRow *row = g_malloc0 (sizeof (OcopPaperRow) + n_cells * sizeof (OcopValue));

  row->n_cells = n_cells;
  return row;
}

static void
row_reset (OcopPaperRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    ocop_value_clear (&row->cells[i]);
  g_clear_pointer (&row->label, g_free);
  row->kind = OCOP_PAPER_ROW_DATA;
}

static void
row_free (gpointer data)
{
  row_reset (data);
  g_free (data);
}

OcopPaperTable *
ocop_paper_table_new (const char *title)
{
  OcopPaperTable *table = g_new0 (OcopPaperTable, 1);

  table->title = g_strdup (title);
  table->columns = g_ptr_array_new_with_free_func (column_free);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  return table;
}

void
ocop_paper_table_free (OcopPaperTable *table)
{
  if (table->source_destroy != NULL)
    table->source_destroy (table->source_data);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->columns);
  g_free (table->title);
  g_free (table);
}

OcopPaperColumn *
ocop_paper_table_add_column (OcopPaperTable      *table,
                             const char          *name,
                             const char          *title,
                             OcopPaperColumnType  type,
                             double               width)
{
  OcopPaperColumn *column;

  g_return_val_if_fail (table->rows->len == 0, NULL);
  column = g_new0 (OcopPaperColumn, 1);
  column->name = g_strdup (name);
  column->title = g_strdup (title);
  column->type = type;
  column->width = width;
  column->cell = table->n_cells++;
  g_ptr_array_add (table->columns, column);
  return column;
}

OcopPaperRow *
ocop_paper_table_add_row (OcopPaperTable   *table,
                          OcopPaperRowKind  kind,
                          const char       *label)
{
  OcopPaperRow *row = row_new (table->n_cells);

  row->kind = kind;
  row->label = g_strdup (label);
  g_ptr_array_add (table->rows, row);
  return row;
}

void
ocop_paper_table_set_source (OcopPaperTable     *table,
                             OcopPaperRowSource  source,
                             gsize               n_rows,
                             gpointer            user_data,
                             GDestroyNotify      destroy)
{
  g_return_if_fail (table->source == NULL && table->rows->len == 0);

  table->source = source;
  table->source_rows = n_rows;
  table->source_data = user_data;
  table->source_destroy = destroy;
}

gboolean
ocop_paper_table_load (OcopPaperTable  *table,
                       GError         **error)
{
  g_autoptr(GError) failure = NULL;
  OcopPaperRow *row;

  if (table->source == NULL)
    return TRUE;
  while (row = row_new (table->n_cells), table->source (row, table->source_data, &failure))
    g_ptr_array_add (table->rows, row);
  row_free (row);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  table->source = NULL;
  return TRUE;
}

gsize
ocop_paper_table_get_n_rows (const OcopPaperTable *table)
{
  return table->source != NULL ? table->source_rows : table->rows->len;
}

/* Whether @column is called @name, or is one of those that are called so and by what each is of: "targets:12". */
static gboolean
is_called (const OcopPaperColumn *column,
           const char            *name)
{
  gsize length = strlen (name);

  return strncmp (column->name, name, length) == 0 && (column->name[length] == '\0' || column->name[length] == ':');
}

/* Puts those of @columns that @wanted means behind @shown, under its heading. */
static void
show_columns (GPtrArray                   *columns,
              const OcopPaperLayoutColumn *wanted,
              GPtrArray                   *shown)
{
  for (guint i = 0; i < columns->len;)
    {
      OcopPaperColumn *column = columns->pdata[i];

      if (!is_called (column, wanted->name))
        {
          i++;
          continue;
        }
      g_ptr_array_add (shown, g_ptr_array_steal_index (columns, i));
      if (wanted->title != NULL && g_str_equal (column->name, wanted->name))
        {
          g_free (column->title);
          column->title = g_strdup (wanted->title);
        }
    }
}

void
ocop_paper_table_apply_layout (OcopPaperTable        *table,
                               const OcopPaperLayout *layout)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (column_free);

  for (guint i = 0; i < layout->columns->len; i++)
    show_columns (table->columns, layout->columns->pdata[i], shown);
  if (shown->len > 0)
    {
      g_ptr_array_unref (table->columns);
      table->columns = g_steal_pointer (&shown);
    }
}

const OcopPaperColumn *
ocop_paper_table_get_column (const OcopPaperTable *table,
                             guint                 position)
{
  return g_ptr_array_index (table->columns, position);
}

gboolean
ocop_paper_table_has_groups (const OcopPaperTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (ocop_paper_table_get_column (table, i)->group != NULL)
      return TRUE;
  return FALSE;
}

guint
ocop_paper_table_get_group_span (const OcopPaperTable *table,
                                 guint                 position)
{
  const char *group = ocop_paper_table_get_column (table, position)->group;
  guint end = position + 1;

  while (group != NULL && end < table->columns->len
         && g_strcmp0 (ocop_paper_table_get_column (table, end)->group, group) == 0)
    end++;
  return end - position;
}

guint
ocop_paper_table_get_label_span (const OcopPaperTable *table,
                                 const OcopPaperRow   *row)
{
  guint span = 0;

  if (row->kind == OCOP_PAPER_ROW_DATA)
    return 0;
  while (span < table->columns->len
         && row->cells[ocop_paper_table_get_column (table, span)->cell].type == OCOP_VALUE_UNKNOWN)
    span++;
  return MAX (span, 1);
}

OcopPaperAlign
ocop_paper_column_get_align (const OcopPaperColumn *column)
{
  static const OcopPaperAlign by_type[] = {
    [OCOP_PAPER_COLUMN_TEXT] = OCOP_PAPER_ALIGN_LEFT,
    [OCOP_PAPER_COLUMN_INTEGER] = OCOP_PAPER_ALIGN_RIGHT,
    [OCOP_PAPER_COLUMN_MONEY] = OCOP_PAPER_ALIGN_RIGHT,
    [OCOP_PAPER_COLUMN_HUNDREDTHS] = OCOP_PAPER_ALIGN_RIGHT,
    [OCOP_PAPER_COLUMN_QUANTITY] = OCOP_PAPER_ALIGN_RIGHT,
    [OCOP_PAPER_COLUMN_DATE] = OCOP_PAPER_ALIGN_CENTRE,
    [OCOP_PAPER_COLUMN_STARS] = OCOP_PAPER_ALIGN_CENTRE,
    [OCOP_PAPER_COLUMN_BOX] = OCOP_PAPER_ALIGN_CENTRE,
  };

  return column->align != OCOP_PAPER_ALIGN_BY_TYPE ? column->align : by_type[column->type];
}

gboolean
ocop_paper_read_date (const char *text,
                      OcopDate   *date)
{
  static const guint8 places[] = { 0, 1, 2, 3, 5, 6, 8, 9 };
  int digits[G_N_ELEMENTS (places)];

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return ocop_date_parse (text, date);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if ((digits[i] = g_ascii_digit_value (text[places[i]])) < 0)
      return ocop_date_parse (text, date);

  *date = ocop_date_new (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                         digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]);
  return ocop_date_is_day (*date);
}

static char *
date_text_to_people (const char *text)
{
  OcopDate date;

  return ocop_paper_read_date (text, &date) ? ocop_date_to_people (date) : g_strdup (text);
}

char *
ocop_paper_column_to_people (const OcopPaperColumn *column,
                             const OcopValue       *value)
{
  if (value->type == OCOP_VALUE_UNKNOWN)
    return g_strdup ("");
  if (value->type == OCOP_VALUE_TEXT)
    return column->type == OCOP_PAPER_COLUMN_DATE ? date_text_to_people (value->text) : g_strdup (value->text);

  switch (column->type)
    {
    case OCOP_PAPER_COLUMN_INTEGER:
    case OCOP_PAPER_COLUMN_MONEY:
      return ocop_number_to_people (value->integer);
    case OCOP_PAPER_COLUMN_HUNDREDTHS:
      return ocop_hundredths_to_people (value->integer);
    case OCOP_PAPER_COLUMN_QUANTITY:
      return ocop_quantity_to_people (value->integer);
    case OCOP_PAPER_COLUMN_STARS:
      return g_strdup_printf (ngettext ("%d star", "%d stars", (gulong) value->integer), (int) value->integer);
    case OCOP_PAPER_COLUMN_BOX:
      return g_strdup (value->integer != 0 ? "☒" : "☐");
    case OCOP_PAPER_COLUMN_TEXT:
    case OCOP_PAPER_COLUMN_DATE:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
}

char *
ocop_paper_column_to_file (const OcopPaperColumn *column,
                           const OcopValue       *value)
{
  guint64 magnitude;

  if (value->type == OCOP_VALUE_UNKNOWN)
    return g_strdup ("");
  if (value->type == OCOP_VALUE_TEXT)
    return g_strdup (value->text);
  if (column->type != OCOP_PAPER_COLUMN_HUNDREDTHS && column->type != OCOP_PAPER_COLUMN_QUANTITY)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);

  if (column->type == OCOP_PAPER_COLUMN_QUANTITY && value->integer % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer / 100);
  magnitude = value->integer < 0 ? -(guint64) value->integer : (guint64) value->integer;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", value->integer < 0 ? "-" : "",
                          magnitude / 100, (guint) (magnitude % 100));
}

void
ocop_paper_row_iter_init (OcopPaperRowIter     *iter,
                          const OcopPaperTable *table)
{
  *iter = (OcopPaperRowIter) { .table = table };
  if (table->source != NULL)
    iter->pulled = row_new (table->n_cells);
}

const OcopPaperRow *
ocop_paper_row_iter_next (OcopPaperRowIter  *iter,
                          GError           **error)
{
  const OcopPaperTable *table = iter->table;

  if (table->source == NULL)
    return iter->next < table->rows->len ? table->rows->pdata[iter->next++] : NULL;

  row_reset (iter->pulled);
  return table->source (iter->pulled, table->source_data, error) ? iter->pulled : NULL;
}

void
ocop_paper_row_iter_clear (OcopPaperRowIter *iter)
{
  g_clear_pointer (&iter->pulled, row_free);
}
