/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-output.h"

#include <string.h>

#include "law/ocop-law.h"

typedef struct
{
  char *name;
  char *title;
  const OcopField *field;
} Column;

struct _OcopOutput
{
  GArray *columns;  /* (element-type Column) */
  GArray *values;   /* (element-type OcopValue): row after row */
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->title);
}

OcopOutput *
ocop_output_new (void)
{
  OcopOutput *self = g_new0 (OcopOutput, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->values = g_array_new (FALSE, FALSE, sizeof (OcopValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) ocop_value_clear);
  return self;
}

void
ocop_output_free (OcopOutput *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_array_unref (self->columns);
  g_free (self);
}

const OcopField *
ocop_output_integer_field (void)
{
  static const OcopField field = { "number", "", NULL, OCOP_FIELD_INTEGER };

  return &field;
}

const OcopField *
ocop_output_date_field (void)
{
  static const OcopField field = { "date", "", NULL, OCOP_FIELD_DATE };

  return &field;
}

void
ocop_output_add_column (OcopOutput      *self,
                        const char      *name,
                        const char      *title,
                        const OcopField *field)
{
  const Column column = { g_strdup (name), g_strdup (title), field };

  g_array_append_val (self->columns, column);
}

void
ocop_output_add_row (OcopOutput      *self,
                     const OcopValue *values)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      OcopValue value = ocop_value_copy (&values[i]);

      g_array_append_val (self->values, value);
    }
}

static guint
n_rows (const OcopOutput *self)
{
  return self->columns->len > 0 ? self->values->len / self->columns->len : 0;
}

static const Column *
get_column (const OcopOutput *self,
            guint             column)
{
  return &g_array_index (self->columns, Column, column);
}

static const OcopValue *
get_value (const OcopOutput *self,
           guint             row,
           guint             column)
{
  return &g_array_index (self->values, OcopValue, row * self->columns->len + column);
}

/* "87.33": exact, and the same whatever the locale. */
static char *
hundredths_to_file (gint64 hundredths)
{
  guint64 size = (guint64) ABS (hundredths);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", hundredths < 0 ? "-" : "", size / 100, (guint) (size % 100));
}

static char *
value_to_file (const OcopField *field,
               const OcopValue *value)
{
  if (value->type == OCOP_VALUE_UNKNOWN)
    return g_strdup ("");
  if (value->type == OCOP_VALUE_TEXT)
    return g_strdup (value->text);
  if (field != NULL && field->type == OCOP_FIELD_HUNDREDTHS)
    return hundredths_to_file (value->integer);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
}

/* (nullable): "Thực phẩm" of "I". */
static const char *
find_sector_title (const char *sector)
{
  const OcopLaw *law = ocop_law_get_default ();

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    if (g_strcmp0 (ocop_law_get_set (law, i)->sector, sector) == 0)
      return ocop_law_get_set (law, i)->sector_title;
  return NULL;
}

char *
ocop_output_to_people (const OcopField *field,
                       const OcopValue *value)
{
  if (field != NULL && value->type == OCOP_VALUE_TEXT && g_str_equal (field->name, "sector") && find_sector_title (value->text) != NULL)
    return g_strdup (find_sector_title (value->text));
  if (field == NULL || field->type == OCOP_FIELD_DATE)
    return value_to_file (field, value);
  return ocop_field_format (field, value);
}

void
ocop_output_json_value (JsonBuilder     *builder,
                        const OcopField *field,
                        const OcopValue *value)
{
  g_autofree char *text = value_to_file (field, value);

  if (value->type == OCOP_VALUE_UNKNOWN)
    json_builder_add_null_value (builder);
  else if (value->type == OCOP_VALUE_TEXT || (field != NULL && field->type == OCOP_FIELD_HUNDREDTHS))
    json_builder_add_string_value (builder, text);
  else if (field != NULL && field->type == OCOP_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, value->integer != 0);
  else
    json_builder_add_int_value (builder, value->integer);
}

void
ocop_output_build_json (const OcopOutput *self,
                        JsonBuilder      *builder)
{
  json_builder_begin_array (builder);
  for (guint row = 0; row < n_rows (self); row++)
    {
      json_builder_begin_object (builder);
      for (guint i = 0; i < self->columns->len; i++)
        {
          json_builder_set_member_name (builder, get_column (self, i)->name);
          ocop_output_json_value (builder, get_column (self, i)->field, get_value (self, row, i));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
ocop_output_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

/* RFC 4180: fields with commas, quotes or line breaks are quoted. */
static void
append_csv (GString    *line,
            const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    g_string_append (line, *text == '"' ? "\"\"" : (char[]) { *text, '\0' });
  g_string_append_c (line, '"');
}

static void
print_csv (const OcopOutput *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      append_csv (text, get_column (self, i)->name);
      g_string_append_c (text, i + 1 < self->columns->len ? ',' : '\n');
    }
  for (guint i = 0; i < self->values->len; i++)
    {
      guint column = i % self->columns->len;
      g_autofree char *field = value_to_file (get_column (self, column)->field, &g_array_index (self->values, OcopValue, i));

      append_csv (text, field);
      g_string_append_c (text, column + 1 < self->columns->len ? ',' : '\n');
    }
  g_print ("%s", text->str);
}

/* How many cells of a terminal the text takes. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static gboolean
is_number (const OcopField *field)
{
  return field != NULL && (field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY ||
                           field->type == OCOP_FIELD_HUNDREDTHS);
}

/* Two spaces between columns, numbers to the right, nothing trailing. */
static void
append_cell (GString    *line,
             const char *text,
             guint       width,
             gboolean    right)
{
  guint pad = width - text_width (text);

  if (line->len > 0)
    g_string_append (line, "  ");
  for (guint i = 0; right && i < pad; i++)
    g_string_append_c (line, ' ');
  g_string_append (line, text);
  for (guint i = 0; !right && i < pad; i++)
    g_string_append_c (line, ' ');
}

/* The text of a cell on one line; row -1 is the heading. */
static char *
dup_cell (const OcopOutput *self,
          int               row,
          guint             column)
{
  const Column *c = get_column (self, column);
  char *text = row < 0 ? g_strdup (c->title) : ocop_output_to_people (c->field, get_value (self, (guint) row, column));

  return g_strdelimit (text, "\n\t", ' ');
}

static guint
column_width (const OcopOutput *self,
              guint             column)
{
  guint width = 0;

  for (int row = -1; row < (int) n_rows (self); row++)
    {
      g_autofree char *text = dup_cell (self, row, column);

      width = MAX (width, text_width (text));
    }
  return width;
}

static void
print_table (const OcopOutput *self)
{
  g_autofree guint *widths = g_new0 (guint, self->columns->len);

  for (guint i = 0; i < self->columns->len; i++)
    widths[i] = get_column (self, i)->title != NULL ? column_width (self, i) : 0;
  for (int row = -1; row < (int) n_rows (self); row++)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->columns->len; i++)
        if (get_column (self, i)->title != NULL)
          {
            g_autofree char *text = dup_cell (self, row, i);

            append_cell (line, text, widths[i], is_number (get_column (self, i)->field));
          }
      g_print ("%s\n", g_strchomp (line->str));
    }
}

void
ocop_output_print (const OcopOutput *self,
                   OcopOutputFormat  format)
{
  g_autoptr(JsonBuilder) builder = NULL;

  switch (format)
    {
    case OCOP_OUTPUT_JSON:
      builder = json_builder_new ();
      ocop_output_build_json (self, builder);
      ocop_output_print_json (builder);
      break;
    case OCOP_OUTPUT_CSV:
      print_csv (self);
      break;
    case OCOP_OUTPUT_TABLE:
    default:
      print_table (self);
      break;
    }
}
