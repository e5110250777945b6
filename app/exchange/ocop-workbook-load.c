/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-workbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "exchange/ocop-csv-reader-private.h"
#include "exchange/ocop-reading-private.h"
#include "exchange/ocop-xls-converter-private.h"
#include "exchange/ocop-xlsx-reader-private.h"

static const char archive_mark[] = "PK\003\004";
static const char empty_archive_mark[] = "PK\005\006";

/* What a file that begins so is; none of them is a list. */
static const struct
{
  const char *beginning;
  gsize length;
  const char *what;
} strangers[] = {
  { "%PDF-", 5, N_("a PDF document") },
  { "{\\rtf", 5, N_("a text document (.rtf)") },
  { "\211PNG", 4, N_("a picture") },
  { "\377\330\377", 3, N_("a picture") },
  { "GIF8", 4, N_("a picture") },
  { "SQLite format 3", 15, N_("a database") },
  { "Rar!", 4, N_("a packed archive") },
  { "7z\274\257", 4, N_("a packed archive") },
  { "\037\213", 2, N_("a packed archive") },
  { "<?xml", 5, N_("an XML file") },
  { "<html", 5, N_("a web page") },
  { "<!doctype html", 14, N_("a web page") },
  { "<table", 6, N_("a web page") },
};

static gboolean
refuse_strangers (const char  *data,
                  gsize        length,
                  GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (length >= strangers[i].length
        && g_ascii_strncasecmp (data, strangers[i].beginning, strangers[i].length) == 0)
      {
        g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                     _("The file is %s, not a list. Open it in a spreadsheet program and save it as xlsx."),
                     _(strangers[i].what));
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_archive (const char *data,
            gsize       length)
{
  gsize mark_length = strlen (archive_mark);

  return length >= mark_length && (memcmp (data, archive_mark, mark_length) == 0
                                   || memcmp (data, empty_archive_mark, mark_length) == 0);
}

/* A workbook's ending on something else: read as text, it would be a list of one odd cell. Exports from the web are
 * often text that is called .xls, so that only the other ending is held to its word. */
static gboolean
refuse_pretenders (const char  *name,
                   GError     **error)
{
  if (!ocop_text_ends_in (name, ".xlsx"))
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("The file is called .xlsx but is no workbook. Open it in a spreadsheet program and save it as xlsx."));
  return FALSE;
}

static OcopWorkbook *
read_bytes (GBytes       *bytes,
            const char   *name,
            OcopReading  *reading,
            GError      **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is empty."));
      return NULL;
    }
  if (is_archive (data, length))
    return ocop_xlsx_reader_read (bytes, reading, error);
  if (ocop_xls_converter_is_container (bytes))
    {
      g_autoptr(GBytes) converted = ocop_xls_converter_convert (bytes, reading->cancellable, error);

      return converted != NULL ? ocop_xlsx_reader_read (converted, reading, error) : NULL;
    }
  if (!refuse_strangers (data, length, error) || !refuse_pretenders (name, error))
    return NULL;
  return ocop_csv_reader_read (bytes, name, reading, error);
}

static OcopError
code_of (const GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return OCOP_ERROR_NOT_FOUND;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return OCOP_ERROR_CANCELLED;
  return OCOP_ERROR_STORAGE;
}

/* What went wrong below, as this program's own error. */
static void
take_problem (GError **error,
              GError  *problem,
              GFile   *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, OCOP_ERROR, code_of (problem), _("“%s” cannot be read: %s"), name, problem->message);
  g_error_free (problem);
}

/* The size is asked for first: a file too large would otherwise fill the memory before it is refused. */
static GBytes *
load_bytes (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  GBytes *bytes = NULL;
  GError *problem = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &problem);
  if (info != NULL && g_file_info_get_size (info) > OCOP_READING_MAX_FILE_SIZE)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is larger than %d MB; no list is that large."),
                   OCOP_READING_MAX_FILE_SIZE / (1024 * 1024));
      return NULL;
    }
  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &problem);
  if (bytes == NULL)
    take_problem (error, problem, file);
  return bytes;
}

OcopWorkbook *
ocop_workbook_load (GFile             *file,
                    GCancellable      *cancellable,
                    OcopReadProgress   progress,
                    gpointer           user_data,
                    GError           **error)
{
  OcopReading reading = { .cancellable = cancellable, .progress = progress, .user_data = user_data };
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = basename != NULL ? g_filename_display_name (basename) : g_strdup ("");
  g_autoptr(GBytes) bytes = load_bytes (file, cancellable, error);
  OcopWorkbook *workbook = bytes != NULL ? read_bytes (bytes, name, &reading, error) : NULL;

  if (workbook == NULL && error != NULL && g_error_matches (*error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT))
    /* Translators: the name of a file; what is wrong with it follows */
    g_prefix_error (error, _("“%s”: "), name);
  return workbook;
}

OcopWorkbook *
ocop_workbook_new_from_text (const char  *text,
                             const char  *name,
                             GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  OcopReading reading = { 0 };

  return ocop_csv_reader_read (bytes, name, &reading, error);
}
