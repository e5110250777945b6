/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the sheet of another author's form again, with a few cells filled and every other byte as it was. */

#include "exchange/ocop-form-part-private.h"

#include <string.h>

#include "base/ocop-text.h"

typedef struct
{
  const OcopFormPart *part;
  const char *data;
  const GByteArray *formats;
  gboolean from_1904;
  OcopFormPatches *patches;
} Writer;

static void
add_patch (Writer       *writer,
           OcopFormSpan  span,
           char         *text)
{
  ocop_form_patches_add (writer->patches, span, text);
}

/* --- values --- */

static OcopXlsxFormat
format_of (const Writer *writer,
           int           style)
{
  return style >= 0 && (guint) style < writer->formats->len ? writer->formats->data[style] : OCOP_XLSX_FORMAT_NUMBER;
}

/* @scale: what the number is in, 100 of hundredths, exactly. */
static char *
decimal (gint64 number,
         gint64 scale)
{
  GString *text = g_string_new (number < 0 ? "-" : NULL);
  guint64 rest = (guint64) ABS (number) % (guint64) scale;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, (guint64) ABS (number) / (guint64) scale);
  if (rest > 0)
    g_string_append_c (text, '.');
  for (scale /= 10; rest > 0; scale /= 10)
    {
      g_string_append_c (text, (char) ('0' + rest / (guint64) scale));
      rest %= (guint64) scale;
    }
  return g_string_free (text, FALSE);
}

/* The days that a spreadsheet counts, from the 30th of December 1899 (1900 had no 29th of February) or the first of 1904. */
static char *
serial_of (OcopDate date,
           gboolean from_1904)
{
  OcopDate eve = from_1904 ? ocop_date_new (1904, 1, 1) : ocop_date_new (1899, 12, 30);

  return g_strdup_printf ("%d", ocop_date_days_between (eve, date));
}

/* The content of a cell of that style; @is_text: (out) */
static char *
write_value (const Writer        *writer,
             const OcopFormValue *value,
             int                  style,
             gboolean            *is_text)
{
  OcopXlsxFormat format = format_of (writer, style);
  const char *prefix = writer->part->prefix;
  g_autofree char *text = NULL;
  g_autofree char *people = NULL;

  *is_text = value->type == OCOP_FORM_TEXT || (value->type == OCOP_FORM_DATE && format != OCOP_XLSX_FORMAT_DATE);
  if (*is_text)
    {
      people = ocop_form_value_to_people (value);
      text = ocop_text_escape_xml (people);
      return g_strdup_printf ("<%sis><%st xml:space=\"preserve\">%s</%st></%sis>", prefix, prefix, text, prefix, prefix);
    }
  if (value->type == OCOP_FORM_DATE)
    text = serial_of (value->date, writer->from_1904);
  else
    text = decimal (value->hundredths, value->type == OCOP_FORM_PERCENT && format == OCOP_XLSX_FORMAT_PERCENT ? 10000 : 100);
  return g_strdup_printf ("<%sv>%s</%sv>", prefix, text, prefix);
}

/* --- tags --- */

/* The attributes that say what stands in a cell, where a row is. */
static const char * const type[] = { "t", NULL };
static const char * const place[] = { "r", "spans", NULL };

static GString *
open_tag (const Writer       *writer,
          OcopFormSpan        span,
          const char * const *left_out)
{
  return ocop_form_patches_open_tag (writer->data, span, left_out);
}

/* Behind an open tag of a cell: what stands in it, and its end. */
static void
close_cell (const Writer        *writer,
            GString             *text,
            const OcopFormValue *value,
            int                  style)
{
  gboolean is_text = FALSE;
  g_autofree char *content = NULL;

  if (value == NULL || value->type == OCOP_FORM_NOTHING)
    {
      g_string_append (text, "/>");
      return;
    }
  content = write_value (writer, value, style, &is_text);
  g_string_append_printf (text, "%s>%s</%sc>", is_text ? " t=\"inlineStr\"" : "", content, writer->part->prefix);
}

static void
append_cell (const Writer        *writer,
             GString             *text,
             guint                row,
             guint                column,
             int                  style,
             const OcopFormValue *value)
{
  char name[OCOP_FORM_NAME_SIZE];

  g_string_append_printf (text, "<%sc r=\"%s\"", writer->part->prefix, ocop_form_cell_write_name (row, column, name));
  if (style >= 0)
    g_string_append_printf (text, " s=\"%d\"", style);
  close_cell (writer, text, value, style);
}

static int
find_column_style (const OcopFormPart *part,
                   guint               column)
{
  for (guint i = 0; i < part->column_styles->len; i++)
    {
      const OcopFormPartStyle *style = &g_array_index (part->column_styles, OcopFormPartStyle, i);

      if (column >= style->first && column <= style->last)
        return style->style;
    }
  return -1;
}

/* As the row that it continues looks there, else as its own row or its column does. */
static int
find_style (const Writer           *writer,
            const OcopFormPartEdit *edit,
            const OcopFormPartRow  *row)
{
  const OcopFormPartCell *model = ocop_form_part_find_cell (writer->part, edit->model_row, edit->column);

  if (model != NULL && model->style >= 0)
    return model->style;
  return row != NULL && row->style >= 0 ? row->style : find_column_style (writer->part, edit->column);
}

/* --- rows that are there --- */

static void
replace_cell (Writer                 *writer,
              const OcopFormPartCell *cell,
              const OcopFormPartEdit *edit)
{
  GString *text = open_tag (writer, cell->tag, type);

  close_cell (writer, text, edit->value, cell->style);
  add_patch (writer, cell->element, g_string_free (text, FALSE));
}

/* Before the first cell behind it. */
static void
insert_cell (Writer                 *writer,
             const OcopFormPartRow  *row,
             const OcopFormPartEdit *edit,
             GString                *last)
{
  GString *text = g_string_new (NULL);

  append_cell (writer, text, edit->row, edit->column, find_style (writer, edit, row), edit->value);
  for (guint i = 0; i < row->cells->len; i++)
    {
      gsize start = g_array_index (row->cells, OcopFormPartCell, i).element.start;

      if (g_array_index (row->cells, OcopFormPartCell, i).column > edit->column)
        {
          add_patch (writer, (OcopFormSpan) { start, start }, g_string_free (text, FALSE));
          return;
        }
    }
  g_string_append_len (last, text->str, (gssize) text->len);
  g_string_free (text, TRUE);
}

/* @last: the cells behind those that the row has. */
static void
write_row_ends (Writer                *writer,
                const OcopFormPartRow *row,
                gboolean               is_wider,
                GString               *last)
{
  gboolean is_one_tag = row->close == row->tag.end && writer->data[row->tag.end - 2] == '/';
  GString *tag;

  /* "spans" would say of a wider row what is not so. */
  if (is_wider)
    {
      tag = open_tag (writer, row->tag, place + 1);
      g_string_append (tag, is_one_tag && last->len == 0 ? "/>" : ">");
      if (is_one_tag && last->len > 0)
        g_string_append_printf (tag, "%s</%srow>", last->str, writer->part->prefix);
      add_patch (writer, row->tag, g_string_free (tag, FALSE));
    }
  if (!is_one_tag && last->len > 0)
    add_patch (writer, (OcopFormSpan) { row->close, row->close }, g_strdup (last->str));
}

static void
write_row (Writer                 *writer,
           const OcopFormPartRow  *row,
           const OcopFormPartEdit *edits,
           guint                   n_edits)
{
  g_autoptr(GString) last = g_string_new (NULL);
  gboolean is_wider = FALSE;

  for (guint i = 0; i < n_edits; i++)
    {
      const OcopFormPartCell *cell = ocop_form_part_find_cell (writer->part, edits[i].row, edits[i].column);

      if (cell != NULL)
        replace_cell (writer, cell, &edits[i]);
      else if (edits[i].value != NULL)
        {
          insert_cell (writer, row, &edits[i], last);
          is_wider = TRUE;
        }
    }
  write_row_ends (writer, row, is_wider, last);
}

/* --- rows that are not there --- */

/* As high and as styled as the row that it continues. */
static GString *
open_new_row (const Writer           *writer,
              const OcopFormPartEdit *edit)
{
  const OcopFormPartRow *model = ocop_form_part_find_row (writer->part, edit->model_row);
  g_autoptr(GString) tag = model != NULL ? open_tag (writer, model->tag, place) : NULL;
  GString *text = g_string_new (NULL);
  gsize name = 1 + strlen (writer->part->prefix) + strlen ("row");

  g_string_append_printf (text, "<%srow r=\"%u\"", writer->part->prefix, edit->row);
  if (tag != NULL)
    g_string_append (text, tag->str + name);
  g_string_append_c (text, '>');
  return text;
}

/* The empty cells of the row that it continues, for their borders, and those of @edits between them. */
static char *
make_row (const Writer           *writer,
          const OcopFormPartEdit *edits,
          guint                   n_edits)
{
  const OcopFormPartRow *model = ocop_form_part_find_row (writer->part, edits->model_row);
  GString *text = open_new_row (writer, edits);
  guint next = 0;

  for (guint i = 0; model != NULL && i < model->cells->len; i++)
    {
      const OcopFormPartCell *cell = &g_array_index (model->cells, OcopFormPartCell, i);

      for (; next < n_edits && edits[next].column < cell->column; next++)
        append_cell (writer, text, edits->row, edits[next].column, find_style (writer, &edits[next], NULL), edits[next].value);
      if (next < n_edits && edits[next].column == cell->column)
        append_cell (writer, text, edits->row, cell->column, cell->style, edits[next++].value);
      else if (cell->style >= 0)
        append_cell (writer, text, edits->row, cell->column, cell->style, NULL);
    }
  for (; next < n_edits; next++)
    append_cell (writer, text, edits->row, edits[next].column, find_style (writer, &edits[next], NULL), edits[next].value);
  g_string_append_printf (text, "</%srow>", writer->part->prefix);
  return g_string_free (text, FALSE);
}

/* Before the first row behind it. @last: the rows behind those that the sheet has */
static void
insert_row (Writer                 *writer,
            const OcopFormPartEdit *edits,
            guint                   n_edits,
            GString                *last)
{
  g_autofree char *row = make_row (writer, edits, n_edits);

  for (guint i = 0; i < writer->part->rows->len; i++)
    {
      const OcopFormPartRow *other = writer->part->rows->pdata[i];
      OcopFormSpan span = { other->element.start, other->element.start };

      if (other->number > edits->row)
        {
          add_patch (writer, span, g_steal_pointer (&row));
          return;
        }
    }
  g_string_append (last, row);
}

static void
write_data_end (Writer  *writer,
                GString *last)
{
  const OcopFormPart *part = writer->part;

  if (last->len == 0)
    return;
  if (part->data_close > part->data_tag.end || writer->data[part->data_tag.end - 2] != '/')
    add_patch (writer, (OcopFormSpan) { part->data_close, part->data_close }, g_strdup (last->str));
  else
    add_patch (writer, part->data_tag, g_strdup_printf ("<%ssheetData>%s</%ssheetData>", part->prefix, last->str, part->prefix));
}

/* --- formulas --- */

/* The result goes, and with it what it was. */
static void
forget_results (Writer *writer)
{
  for (guint i = 0; i < writer->part->rows->len; i++)
    {
      const OcopFormPartRow *row = writer->part->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          const OcopFormPartCell *cell = &g_array_index (row->cells, OcopFormPartCell, j);
          GString *tag;

          if (!cell->is_formula || !cell->has_value)
            continue;
          tag = open_tag (writer, cell->tag, type);
          g_string_append_c (tag, '>');
          add_patch (writer, cell->tag, g_string_free (tag, FALSE));
          add_patch (writer, cell->value, g_strdup (""));
        }
    }
}

/* --- all of it --- */

/* Programs that read no more than a sheet says it has would miss what lies outside. */
static void
widen_dimension (Writer       *writer,
                 const GArray *edits)
{
  OcopFormArea covered = writer->part->covered;
  char names[2][OCOP_FORM_NAME_SIZE];
  g_autofree char *ref = NULL;

  if (writer->part->dimension.end == 0)
    return;
  for (guint i = 0; i < edits->len; i++)
    {
      const OcopFormPartEdit *edit = &g_array_index (edits, OcopFormPartEdit, i);

      covered.first_row = MIN (covered.first_row, edit->row);
      covered.first_column = MIN (covered.first_column, edit->column);
      covered.last_row = MAX (covered.last_row, edit->row);
      covered.last_column = MAX (covered.last_column, edit->column);
    }
  if (memcmp (&covered, &writer->part->covered, sizeof covered) == 0)
    return;
  ref = g_strdup_printf ("%s:%s", ocop_form_cell_write_name (covered.first_row, covered.first_column, names[0]),
                         ocop_form_cell_write_name (covered.last_row, covered.last_column, names[1]));
  ocop_form_patches_set_attribute (writer->patches, writer->part->dimension, "ref", ref);
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  const OcopFormPartEdit *edit_a = a;
  const OcopFormPartEdit *edit_b = b;

  if (edit_a->row != edit_b->row)
    return edit_a->row < edit_b->row ? -1 : 1;
  return edit_a->column < edit_b->column ? -1 : edit_a->column > edit_b->column;
}

static void
add_edits (Writer *writer,
           GArray *edits)
{
  g_autoptr(GString) last = g_string_new (NULL);

  g_array_sort (edits, compare_edits);
  for (guint i = 0, end; i < edits->len; i = end)
    {
      const OcopFormPartEdit *edit = &g_array_index (edits, OcopFormPartEdit, i);
      const OcopFormPartRow *row = ocop_form_part_find_row (writer->part, edit->row);

      for (end = i + 1; end < edits->len && g_array_index (edits, OcopFormPartEdit, end).row == edit->row;)
        end++;
      if (row != NULL)
        write_row (writer, row, edit, end - i);
      else
        insert_row (writer, edit, end - i, last);
    }
  write_data_end (writer, last);
}

GBytes *
ocop_form_part_write (const OcopFormPart *part,
                      GArray             *edits,
                      const GByteArray   *formats,
                      gboolean            from_1904)
{
  g_autoptr(OcopFormPatches) patches = ocop_form_patches_new (part->bytes);
  Writer writer = { part, g_bytes_get_data (part->bytes, NULL), formats, from_1904, patches };

  add_edits (&writer, edits);
  widen_dimension (&writer, edits);
  forget_results (&writer);
  return ocop_form_patches_apply (patches);
}
