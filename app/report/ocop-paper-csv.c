/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-csv.h"

#include <string.h>

#include "base/ocop-writing.h"

/* What a value becomes. */
typedef char *(*FormatField) (const OcopPaperColumn *column,
                              const OcopValue       *value);

/* How one field is put after the others. */
typedef void (*AppendField) (GString    *text,
                             const char *field);

typedef struct
{
  FormatField format;
  AppendField append;
  char separator;
  const char *end_of_line;
} Dialect;

static void
append_quoted (GString    *text,
               const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_on_one_line (GString    *text,
                    const char *field)
{
  gsize start = text->len;

  g_string_append (text, field);
  for (char *p = text->str + start; *p != '\0'; p++)
    if (strchr ("\t\r\n", *p) != NULL)
      *p = ' ';
}

/* Whoever pastes plain text reads it: a letter has no use for ISO dates. Numbers stay as
 * spreadsheets take them. */
static char *
format_for_clipboard (const OcopPaperColumn *column,
                      const OcopValue       *value)
{
  return (column->type == OCOP_PAPER_COLUMN_DATE ? ocop_paper_column_to_people : ocop_paper_column_to_file) (column, value);
}

static const Dialect csv = { ocop_paper_column_to_file, append_quoted, ',', "\r\n" };
static const Dialect tsv = { format_for_clipboard, append_on_one_line, '\t', "\n" };

static void
append_heading (GString              *text,
                const OcopPaperTable *table,
                const Dialect        *dialect)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);
      g_autofree char *title = column->group != NULL ? g_strdup_printf ("%s – %s", column->group, column->title)
                                                     : g_strdup (column->title);

      if (i > 0)
        g_string_append_c (text, dialect->separator);
      dialect->append (text, title);
    }
  g_string_append (text, dialect->end_of_line);
}

static void
append_row (GString              *text,
            const OcopPaperTable *table,
            const OcopPaperRow   *row,
            const Dialect        *dialect)
{
  guint span = ocop_paper_table_get_label_span (table, row);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);
      g_autofree char *field = i < span ? g_strdup (i == 0 && row->label != NULL ? row->label : "")
                                        : dialect->format (column, &row->cells[column->cell]);

      if (i > 0)
        g_string_append_c (text, dialect->separator);
      dialect->append (text, field);
    }
  g_string_append (text, dialect->end_of_line);
}

static gboolean
write_text (GOutputStream *stream,
            GString       *text,
            const char    *path,
            GError       **error)
{
  g_autoptr(GError) cause = NULL;

  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, &cause))
    {
      ocop_writing_set_error (error, path, g_steal_pointer (&cause));
      return FALSE;
    }
  g_string_truncate (text, 0);
  return TRUE;
}

static gboolean
write_rows (const OcopPaperTable *table,
            GOutputStream        *stream,
            const char           *path,
            OcopPaperProgress     progress,
            gpointer              user_data,
            GCancellable         *cancellable,
            GError              **error)
{
  g_auto(OcopPaperRowIter) iter = { NULL };
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GError) failure = NULL;
  const OcopPaperRow *row;
  gsize n = 0;

  append_heading (text, table, &csv);
  ocop_paper_row_iter_init (&iter, table);
  while ((row = ocop_paper_row_iter_next (&iter, &failure)) != NULL)
    {
      append_row (text, table, row, &csv);
      if (++n % 1000 != 0)
        continue;
      if (ocop_paper_file_is_cancelled (cancellable, error) || !write_text (stream, text, path, error))
        return FALSE;
      if (progress != NULL)
        progress (n, ocop_paper_table_get_n_rows (table), user_data);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return !ocop_paper_file_is_cancelled (cancellable, error) && write_text (stream, text, path, error);
}

gboolean
ocop_paper_csv_write (const OcopPaperTable  *table,
                      const char            *path,
                      OcopPaperProgress      progress,
                      gpointer               user_data,
                      GCancellable          *cancellable,
                      GError               **error)
{
  GOutputStream *stream = ocop_paper_file_open (path, error);
  gboolean written;

  if (stream == NULL)
    return FALSE;
  written = write_rows (table, stream, path, progress, user_data, cancellable, error);
  return ocop_paper_file_close (stream, path, written, error) && written;
}

char *
ocop_paper_table_to_tsv (const OcopPaperTable  *table,
                         GError               **error)
{
  g_auto(OcopPaperRowIter) iter = { NULL };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) failure = NULL;
  const OcopPaperRow *row;

  append_heading (text, table, &tsv);
  ocop_paper_row_iter_init (&iter, table);
  while ((row = ocop_paper_row_iter_next (&iter, &failure)) != NULL)
    append_row (text, table, row, &tsv);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_element (GString    *text,
                const char *tag,
                const char *attributes,
                const char *content)
{
  g_autofree char *escaped = g_markup_escape_text (content, -1);
  g_auto(GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  g_string_append_printf (text, "<%s%s>%s</%s>", tag, attributes, broken, tag);
}

/* Two rows where columns stand in groups: titles without a group reach over both. */
static void
append_html_heading (GString              *text,
                     const OcopPaperTable *table)
{
  gboolean grouped = ocop_paper_table_has_groups (table);
  guint span;

  g_string_append (text, "<thead><tr>");
  for (guint i = 0; i < table->columns->len; i += span)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);
      g_autofree char *attributes = NULL;

      span = ocop_paper_table_get_group_span (table, i);
      if (column->group != NULL)
        attributes = g_strdup_printf (" colspan=\"%u\"", span);
      else
        attributes = g_strdup (grouped ? " rowspan=\"2\"" : "");
      append_element (text, "th", attributes, column->group != NULL ? column->group : column->title);
    }
  if (grouped)
    g_string_append (text, "</tr><tr>");
  for (guint i = 0; i < table->columns->len; i++)
    if (ocop_paper_table_get_column (table, i)->group != NULL)
      append_element (text, "th", "", ocop_paper_table_get_column (table, i)->title);
  g_string_append (text, "</tr></thead>\n");
}

static void
append_html_cell (GString               *text,
                  const OcopPaperColumn *column,
                  const OcopValue       *value,
                  const char            *tag)
{
  static const char * const styles[] = {
    [OCOP_PAPER_ALIGN_LEFT] = "",
    [OCOP_PAPER_ALIGN_CENTRE] = " align=\"center\"",
    [OCOP_PAPER_ALIGN_RIGHT] = " align=\"right\"",
  };
  g_autofree char *shown = ocop_paper_column_to_people (column, value);
  g_autofree char *number = NULL;
  g_autofree char *attributes = NULL;

  /* sdval is LibreOffice's, x:num Excel's way to give the number behind what is shown. */
  if (value->type == OCOP_VALUE_INTEGER)
    {
      g_autofree char *plain = ocop_paper_column_to_file (column, value);

      number = g_strdup_printf (" sdval=\"%s\" x:num=\"%s\"", plain, plain);
    }
  attributes = g_strconcat (styles[ocop_paper_column_get_align (column)], number, NULL);
  append_element (text, tag, attributes, shown);
}

static void
append_html_row (GString              *text,
                 const OcopPaperTable *table,
                 const OcopPaperRow   *row)
{
  guint span = ocop_paper_table_get_label_span (table, row);
  const char *tag = row->kind == OCOP_PAPER_ROW_DATA ? "td" : "th";

  g_string_append (text, "<tr>");
  if (span > 0)
    {
      g_autofree char *attributes = g_strdup_printf (" colspan=\"%u\" align=\"left\"", span);

      append_element (text, tag, attributes, row->label != NULL ? row->label : "");
    }
  for (guint i = span; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      append_html_cell (text, column, &row->cells[column->cell], tag);
    }
  g_string_append (text, "</tr>\n");
}

char *
ocop_paper_table_to_html (const OcopPaperTable  *table,
                          GError               **error)
{
  g_auto(OcopPaperRowIter) iter = { NULL };
  g_autoptr(GString) text = g_string_new ("<table border=\"1\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n");
  g_autoptr(GError) failure = NULL;
  const OcopPaperRow *row;

  append_html_heading (text, table);
  g_string_append (text, "<tbody>\n");
  ocop_paper_row_iter_init (&iter, table);
  while ((row = ocop_paper_row_iter_next (&iter, &failure)) != NULL)
    append_html_row (text, table, row);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_string_append (text, "</tbody></table>\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
