/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-repairs.h"

#include <glib/gi18n.h>
#include <xlsxwriter.h>

#include "base/ocop-date.h"
#include "base/ocop-error.h"

/* In characters of the sheet's own font. */
#define CELL_WIDTH 16
#define REASON_WIDTH 60

/**
 * Writer:
 * @write: called for each cell: @place and the writer's row count what is written from 0, @text is never %NULL
 * @worksheet, @formats: of a workbook
 * @text: of the clipboard
 *
 * Where the cells go.
 */
typedef struct _Writer Writer;

struct _Writer
{
  const OcopSheetHeading *heading;
  void (*write) (Writer       *writer,
                 guint         place,
                 const char   *text,
                 OcopCellType  type,
                 gboolean      marked);
  guint row;
  lxw_worksheet *worksheet;
  lxw_format *formats[OCOP_CELL_ERROR + 1][2];
  GString *text;
};

static const OcopHeadingColumn *
get_column (const Writer *writer,
            guint         place)
{
  return &g_array_index (writer->heading->columns, OcopHeadingColumn, place);
}

/* The reasons of a former time are not kept. */
static gboolean
is_written (const Writer *writer,
            guint         place)
{
  return !ocop_import_is_reason_column (writer->heading, place);
}

static gboolean
is_marked (const OcopImportRow *row,
           guint                column)
{
  for (guint i = 0; row != NULL && i < row->messages->len; i++)
    {
      const OcopImportMessage *message = row->messages->pdata[i];

      if (message->column == column && message->saying <= OCOP_IMPORT_SAYS_SIMILAR)
        return TRUE;
    }
  return FALSE;
}

/* One stored row of the sheet; @row is %NULL for the title of a section. */
static void
write_row (Writer              *writer,
           guint                stored,
           const OcopImportRow *row)
{
  const OcopSheet *sheet = writer->heading->sheet;
  g_autofree char *reason = row != NULL ? ocop_import_row_to_people (row, "; ") : NULL;
  guint n = 0;

  for (guint i = 0; i < writer->heading->columns->len; i++)
    {
      guint column = get_column (writer, i)->column;
      const char *text = row != NULL ? ocop_sheet_heading_get_text (writer->heading, stored, column)
                         : ocop_sheet_is_merged_copy (sheet, stored, column) ? NULL
                         : ocop_sheet_get_text (sheet, stored, column);

      if (!is_written (writer, i))
        continue;
      writer->write (writer, n++, text != NULL ? text : "", ocop_sheet_get_cell_type (sheet, stored, column), is_marked (row, column));
    }
  if (reason != NULL)
    writer->write (writer, n, reason, OCOP_CELL_TEXT, FALSE);
  writer->row++;
}

static void
write_headings (Writer *writer)
{
  guint n = 0;

  for (guint i = 0; i < writer->heading->columns->len; i++)
    if (is_written (writer, i))
      writer->write (writer, n++, get_column (writer, i)->text, OCOP_CELL_EMPTY, FALSE);
  writer->write (writer, n, _("Reason"), OCOP_CELL_EMPTY, FALSE);
  writer->row++;
}

/* The plan has a row for each data row of the heading, in its order. */
static void
write_all (Writer               *writer,
           const OcopImportPlan *plan,
           guint                 results)
{
  guint section = OCOP_SHEET_NO_ROW;
  guint n = 0;

  write_headings (writer);
  for (guint i = 0; i < writer->heading->rows->len; i++)
    {
      const OcopHeadingRow *place = &g_array_index (writer->heading->rows, OcopHeadingRow, i);
      const OcopImportRow *row;

      if (place->kind != OCOP_ROW_DATA)
        continue;
      row = ocop_import_plan_get_row (plan, n++);
      if ((results & OCOP_IMPORT_BIT (row->result)) == 0)
        continue;
      if (place->section != section && place->section != OCOP_SHEET_NO_ROW)
        write_row (writer, place->section, NULL);
      section = place->section;
      write_row (writer, place->row, row);
    }
}

/* The workbook */

static gboolean
write_day (Writer       *writer,
           guint         place,
           const char   *text,
           lxw_format   *format)
{
  lxw_datetime day = { 0 };
  OcopDate read;

  if (!ocop_date_parse (text, &read) || !ocop_date_is_day (read))
    return FALSE;
  day.year = read.year;
  day.month = read.month;
  day.day = read.day;
  return worksheet_write_datetime (writer->worksheet, writer->row, (lxw_col_t) place, &day, format) == LXW_NO_ERROR;
}

static void
write_to_sheet (Writer       *writer,
                guint         place,
                const char   *text,
                OcopCellType  type,
                gboolean      marked)
{
  lxw_format *format = writer->formats[type][marked ? 1 : 0];
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (*text == '\0')
    worksheet_write_blank (writer->worksheet, writer->row, (lxw_col_t) place, format);
  else if (type == OCOP_CELL_NUMBER && *end == '\0')
    worksheet_write_number (writer->worksheet, writer->row, (lxw_col_t) place, number, format);
  else if (type != OCOP_CELL_DATE || !write_day (writer, place, text, format))
    worksheet_write_string (writer->worksheet, writer->row, (lxw_col_t) place, text, format);
}

static void
make_formats (Writer       *writer,
              lxw_workbook *workbook)
{
  for (guint type = 0; type < G_N_ELEMENTS (writer->formats); type++)
    for (guint marked = 0; marked < 2; marked++)
      {
        lxw_format *format = workbook_add_format (workbook);

        format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap (format);
        if (type == OCOP_CELL_DATE)
          format_set_num_format (format, "dd/mm/yyyy");
        if (type == OCOP_CELL_EMPTY && !marked)
          format_set_bold (format);
        if (marked)
          format_set_bg_color (format, 0xffe699);
        writer->formats[type][marked] = format;
      }
}

static void
fill_workbook (lxw_workbook           *workbook,
               const OcopImportPlan   *plan,
               const OcopSheetHeading *heading,
               guint                   results)
{
  Writer writer = { .heading = heading, .write = write_to_sheet };
  lxw_col_t last = 0;

  writer.worksheet = workbook_add_worksheet (workbook, NULL);
  make_formats (&writer, workbook);
  for (guint i = 0; i < heading->columns->len; i++)
    last += is_written (&writer, i);
  worksheet_set_column (writer.worksheet, 0, last, CELL_WIDTH, NULL);
  worksheet_set_column (writer.worksheet, last, last, REASON_WIDTH, NULL);
  worksheet_freeze_panes (writer.worksheet, 1, 0);
  write_all (&writer, plan, results);
}

/* The library writes under a name of its own: GIO knows why a file cannot stand where it is wanted. */
gboolean
ocop_import_repairs_write (const OcopImportPlan    *plan,
                           const OcopSheetHeading  *heading,
                           guint                    results,
                           GFile                   *file,
                           GError                 **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFile) temporary = g_file_new_tmp ("ocop-XXXXXX.xlsx", &stream, &cause);
  g_autofree char *name = g_file_get_parse_name (file);
  gboolean written = FALSE;

  if (temporary != NULL)
    {
      lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
      lxw_workbook *workbook = workbook_new_opt (g_file_peek_path (temporary), &options);

      fill_workbook (workbook, plan, heading, results);
      written = workbook_close (workbook) == LXW_NO_ERROR
                && g_file_copy (temporary, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &cause);
    }
  if (temporary != NULL)
    g_file_delete (temporary, NULL, NULL);
  if (!written)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("“%s” cannot be written: %s"), name,
                 cause != NULL ? cause->message : _("the disk may be full"));
  return written;
}

/* The clipboard */

/* As spreadsheet programs do: what would end a cell or a line stands in quotation marks. */
static void
write_to_text (Writer       *writer,
               guint         place,
               const char   *text,
               OcopCellType  type,
               gboolean      marked)
{
  if (place > 0)
    g_string_append_c (writer->text, '\t');
  else if (writer->row > 0)
    g_string_append_c (writer->text, '\n');
  if (strpbrk (text, "\t\n\"") == NULL)
    {
      g_string_append (writer->text, text);
      return;
    }
  g_string_append_c (writer->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (writer->text, '"');
      g_string_append_c (writer->text, *p);
    }
  g_string_append_c (writer->text, '"');
}

char *
ocop_import_repairs_to_text (const OcopImportPlan   *plan,
                             const OcopSheetHeading *heading,
                             guint                   results)
{
  Writer writer = { .heading = heading, .write = write_to_text, .text = g_string_new (NULL) };

  write_all (&writer, plan, results);
  return g_string_free (writer.text, FALSE);
}
