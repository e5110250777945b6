/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-own-form.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/ocop-json-reader.h"
#include "base/ocop-number.h"

/* The largest sheet of the file format. */
#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384

OcopFormCell *
ocop_form_cell_new (const char *sheet,
                    guint       row,
                    guint       column,
                    const char *source)
{
  OcopFormCell *cell = g_new0 (OcopFormCell, 1);

  cell->sheet = g_strdup (sheet);
  cell->row = row;
  cell->column = column;
  cell->source = g_strdup (source);
  return cell;
}

OcopFormCell *
ocop_form_cell_copy (const OcopFormCell *cell)
{
  OcopFormCell *copy = ocop_form_cell_new (cell->sheet, cell->row, cell->column, cell->source);

  copy->last_row = cell->last_row;
  copy->labels_column = cell->labels_column;
  copy->left = g_strdup (cell->left);
  copy->above = g_strdup (cell->above);
  return copy;
}

void
ocop_form_cell_free (OcopFormCell *cell)
{
  g_free (cell->sheet);
  g_free (cell->source);
  g_free (cell->left);
  g_free (cell->above);
  g_free (cell);
}

/* --- names of cells --- */

static char *
write_column (guint column,
              char *end)
{
  for (; column > 0; column = (column - 1) / 26)
    *--end = (char) ('A' + (column - 1) % 26);
  return end;
}

const char *
ocop_form_cell_write_name (guint row,
                           guint column,
                           char  buffer[OCOP_FORM_NAME_SIZE])
{
  char letters[OCOP_FORM_NAME_SIZE] = "";

  g_snprintf (buffer, OCOP_FORM_NAME_SIZE, "%s%u", write_column (column, letters + OCOP_FORM_NAME_SIZE - 1), row);
  return buffer;
}

/* Behind the letters of @name; @column is 0 where there are none, or too many. */
static const char *
read_column (const char *name,
             guint      *column)
{
  guint number = 0;

  name += *name == '$';
  for (; g_ascii_isalpha (*name) && number <= MOST_COLUMNS; name++)
    number = number * 26 + (guint) (g_ascii_toupper (*name) - 'A' + 1);
  *column = number <= MOST_COLUMNS ? number : 0;
  return name;
}

gboolean
ocop_form_cell_read_name (const char *name,
                          guint      *row,
                          guint      *column)
{
  const char *digits = read_column (name, column);
  guint64 number;

  digits += *digits == '$';
  if (*column == 0 || !g_ascii_string_to_unsigned (digits, 10, 1, MOST_ROWS, &number, NULL))
    return FALSE;
  *row = (guint) number;
  return TRUE;
}

guint
ocop_form_column_read_name (const char *name)
{
  guint column;

  return *read_column (name, &column) == '\0' ? column : 0;
}

/* --- the cells of a form as JSON --- */

static guint
read_labels_column (OcopJsonReader *reader)
{
  g_autofree char *name = ocop_json_reader_opt_text (reader, "labels");
  guint column = name != NULL ? ocop_form_column_read_name (name) : 0;

  if (name != NULL && column == 0)
    ocop_json_reader_fail (reader, "labels", _("not a column"));
  return column;
}

static OcopFormCell *
read_cell (OcopJsonReader *reader)
{
  g_autofree char *sheet = ocop_json_reader_text (reader, "sheet");
  g_autofree char *name = ocop_json_reader_text (reader, "cell");
  g_autofree char *source = ocop_json_reader_text (reader, "source");
  OcopFormCell *cell = ocop_form_cell_new (sheet, 0, 0, source);

  if (name != NULL && !ocop_form_cell_read_name (name, &cell->row, &cell->column))
    ocop_json_reader_fail (reader, "cell", _("not a cell"));
  if (ocop_json_reader_has (reader, "until"))
    cell->last_row = ocop_json_reader_number (reader, "until", 1, MOST_ROWS);
  cell->labels_column = read_labels_column (reader);
  cell->left = ocop_json_reader_opt_text (reader, "left");
  cell->above = ocop_json_reader_opt_text (reader, "above");
  return cell;
}

GPtrArray *
ocop_form_cells_read (const char  *json,
                      GError     **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_cell_free);
  g_autoptr(GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;
  g_autoptr(OcopJsonReader) reader = NULL;
  guint n;

  if (bytes == NULL)
    return g_steal_pointer (&cells);
  reader = ocop_json_reader_new (bytes, _("cells of the form"));
  n = ocop_json_reader_enter_array (reader, "cells");
  for (guint i = 0; i < n; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (cells, read_cell (reader));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return ocop_json_reader_finish (reader, error) ? g_steal_pointer (&cells) : NULL;
}

static void
write_text (JsonBuilder *builder,
            const char  *member,
            const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
write_cell (JsonBuilder        *builder,
            const OcopFormCell *cell)
{
  char name[OCOP_FORM_NAME_SIZE];
  char letters[OCOP_FORM_NAME_SIZE] = "";

  json_builder_begin_object (builder);
  write_text (builder, "sheet", cell->sheet);
  write_text (builder, "cell", ocop_form_cell_write_name (cell->row, cell->column, name));
  write_text (builder, "source", cell->source);
  if (cell->last_row > 0)
    {
      json_builder_set_member_name (builder, "until");
      json_builder_add_int_value (builder, cell->last_row);
    }
  write_text (builder, "labels", write_column (cell->labels_column, letters + OCOP_FORM_NAME_SIZE - 1));
  write_text (builder, "left", cell->left);
  write_text (builder, "above", cell->above);
  json_builder_end_object (builder);
}

char *
ocop_form_cells_write (const GPtrArray *cells)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cells->len; i++)
    write_cell (builder, cells->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

OcopFormCell *
ocop_form_cells_find (const GPtrArray *cells,
                      const char      *sheet,
                      guint            row,
                      guint            column)
{
  for (guint i = 0; i < cells->len; i++)
    {
      OcopFormCell *cell = cells->pdata[i];

      if (cell->row == row && cell->column == column && g_str_equal (cell->sheet, sheet))
        return cell;
    }
  return NULL;
}

/* --- values --- */

static void
value_free (OcopFormValue *value)
{
  g_free (value->text);
  g_free (value);
}

OcopFormFill *
ocop_form_fill_new (const OcopFormCell *cell)
{
  OcopFormFill *fill = g_new0 (OcopFormFill, 1);

  fill->cell = cell;
  fill->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  fill->labels = g_ptr_array_new_with_free_func (g_free);
  return fill;
}

void
ocop_form_fill_free (OcopFormFill *fill)
{
  g_ptr_array_unref (fill->values);
  g_ptr_array_unref (fill->labels);
  g_free (fill);
}

OcopFormValue *
ocop_form_fill_add (OcopFormFill *fill,
                    const char   *label)
{
  OcopFormValue *value = g_new0 (OcopFormValue, 1);

  g_ptr_array_add (fill->values, value);
  if (label != NULL)
    g_ptr_array_add (fill->labels, g_strdup (label));
  return value;
}

char *
ocop_form_value_to_people (const OcopFormValue *value)
{
  g_autofree char *number = ocop_quantity_to_people (value->hundredths);

  switch (value->type)
    {
    case OCOP_FORM_NUMBER:
      return g_steal_pointer (&number);
    case OCOP_FORM_PERCENT:
      return g_strdup_printf ("%s %%", number);
    case OCOP_FORM_TEXT:
      return g_strdup (value->text);
    case OCOP_FORM_DATE:
      return ocop_date_to_people (value->date);
    case OCOP_FORM_NOTHING:
    default:
      return g_strdup ("");
    }
}
