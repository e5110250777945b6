/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every workbook of ours needs: its file, its formats, its texts. */

#include "report/ocop-paper-xlsx-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/ocop-text.h"
#include "base/ocop-writing.h"

/* Excel's limits, in units of UTF-16. */
#define CELL_LENGTH 32767
#define SHEET_NAME_LENGTH 31

/* Excel keeps a sheet of its own under this name. */
#define RESERVED_NAME "History"

lxw_format *
xlsx_book_add_format (XlsxBook       *book,
                      const XlsxLook *look)
{
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, XLSX_FACE);
  format_set_font_size (format, look->size > 0 ? look->size : 11);
  format_set_align (format, look->align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->colour != 0)
    format_set_font_color (format, look->colour);
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  if (look->border & XLSX_BORDER_LEFT)
    format_set_left (format, LXW_BORDER_THIN);
  if (look->border & XLSX_BORDER_RIGHT)
    format_set_right (format, LXW_BORDER_THIN);
  if (look->border & XLSX_BORDER_ROW)
    {
      format_set_top (format, LXW_BORDER_THIN);
      format_set_bottom (format, LXW_BORDER_THIN);
    }
  return format;
}

/* The start of @text that fits into a cell, with an ellipsis; %NULL when all of it does. */
static char *
cut_to_cell (const char *text)
{
  g_autofree char *whole = strlen (text) > CELL_LENGTH ? ocop_text_cut_units (text, CELL_LENGTH) : NULL;
  g_autofree char *start = NULL;

  if (whole == NULL || strlen (whole) == strlen (text))
    return NULL;
  start = ocop_text_cut_units (text, CELL_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

void
xlsx_write_text (lxw_worksheet *worksheet,
                 lxw_row_t      row,
                 guint          column,
                 const char    *text,
                 lxw_format    *format)
{
  g_autofree char *cut = cut_to_cell (text);

  worksheet_write_string (worksheet, row, (lxw_col_t) column, cut != NULL ? cut : text, format);
}

void
xlsx_write_wide (lxw_worksheet *worksheet,
                 lxw_row_t      row,
                 guint          first,
                 guint          last,
                 const char    *text,
                 lxw_format    *format)
{
  g_autofree char *cut = cut_to_cell (text);

  if (first == last)
    worksheet_write_string (worksheet, row, (lxw_col_t) first, cut != NULL ? cut : text, format);
  else
    worksheet_merge_range (worksheet, row, (lxw_col_t) first, row, (lxw_col_t) last, cut != NULL ? cut : text, format);
}

static gboolean
may_be_sheet_name (XlsxBook   *book,
                   const char *name)
{
  return g_ascii_strcasecmp (name, RESERVED_NAME) != 0 && workbook_validate_sheet_name (book->workbook, name) == LXW_NO_ERROR;
}

/* A sheet's name may not be long, hold certain marks, or be there twice. */
char *
xlsx_book_make_sheet_name (XlsxBook   *book,
                           const char *wanted)
{
  g_autofree char *clean = g_strdup (wanted);
  g_autofree char *start = NULL;
  g_autofree char *name = NULL;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  g_strstrip (clean);
  name = g_strchomp (ocop_text_cut_units (clean, SHEET_NAME_LENGTH));
  start = g_strchomp (ocop_text_cut_units (clean, SHEET_NAME_LENGTH - 6));
  for (guint i = 2; *name == '\0' || !may_be_sheet_name (book, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", start, i);
    }
  return g_steal_pointer (&name);
}

void
xlsx_book_set_properties (XlsxBook   *book,
                          const char *title,
                          const char *author,
                          OcopDate    as_of)
{
  lxw_doc_properties properties = { .title = (char *) title, .author = (char *) author };
  g_autoptr(GDateTime) created = NULL;

  /* Never the clock: the same paper is the same file. */
  if (ocop_date_is_day (as_of))
    created = g_date_time_new_utc (as_of.year, as_of.month, as_of.day, 0, 0, 0);
  else
    created = g_date_time_new_utc (2000, 1, 1, 0, 0, 0);
  properties.created = (time_t) g_date_time_to_unix (created);
  workbook_set_properties (book->workbook, &properties);
}

/* Makes @temporary, so that a reason not to is known: the library's own codes do not tell. */
static gboolean
make_temporary (const char  *temporary,
                const char  *path,
                GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (temporary);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &cause);

  if (stream == NULL)
    ocop_writing_set_error (error, path, g_steal_pointer (&cause));
  return stream != NULL;
}

gboolean
xlsx_book_open (XlsxBook    *book,
                const char  *path,
                GError     **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir (), .constant_memory = book->large };

  book->temporary = ocop_paper_file_dup_temporary (path);
  if (!make_temporary (book->temporary, path, error))
    {
      g_clear_pointer (&book->temporary, g_free);
      return FALSE;
    }
  book->workbook = workbook_new_opt (book->temporary, &options);
  return TRUE;
}

/* Frees the workbook in any case. */
static gboolean
close_workbook (XlsxBook    *book,
                const char  *path,
                GError     **error)
{
  lxw_error result;
  int reason;

  errno = 0;
  result = workbook_close (book->workbook);
  reason = errno;
  if (result == LXW_NO_ERROR)
    return TRUE;
  ocop_writing_set_error (error, path,
                          g_error_new_literal (G_IO_ERROR, reason != 0 ? g_io_error_from_errno (reason) : G_IO_ERROR_FAILED,
                                               lxw_strerror (result)));
  return FALSE;
}

gboolean
xlsx_book_close (XlsxBook    *book,
                 const char  *path,
                 gboolean     keep,
                 GError     **error)
{
  g_autofree char *temporary = g_steal_pointer (&book->temporary);

  if (!keep)
    lxw_workbook_free (book->workbook);
  else if (close_workbook (book, path, error))
    return ocop_paper_file_take (temporary, path, error);
  g_remove (temporary);
  return FALSE;
}
