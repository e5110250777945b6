/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-csv-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "exchange/ocop-legacy-text.h"
#include "exchange/ocop-workbook-private.h"

/* Enough lines to tell the separator by. */
#define N_SAMPLE_LINES 50
/* Cancelling and progress are looked after once in so many rows. */
#define ROWS_PER_STEP 1024

static const char separators[] = { '\t', ';', ',' };

static const struct
{
  const char *mark;
  gsize length;
  const char *charset;
} byte_order_marks[] = {
  { "\357\273\277", 3, "UTF-8" },
  { "\377\376", 2, "UTF-16LE" },
  { "\376\377", 2, "UTF-16BE" },
};

/* Without a mark, UTF-16 betrays itself by the zero halves of its separators and line ends. */
static const char *
guess_charset (const char *data,
               gsize       length)
{
  gsize zeros[2] = { 0, 0 };
  gsize n = MIN (length, 4096) & ~(gsize) 1;

  for (gsize i = 0; i < n; i++)
    zeros[i % 2] += data[i] == '\0';
  if (zeros[0] + zeros[1] == 0)
    return "UTF-8";
  return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

static guint
line_of (const char *text,
         const char *place)
{
  guint line = 1;

  for (const char *p = text; p < place; p++)
    line += *p == '\n';
  return line;
}

static gboolean
check_utf8 (const char  *text,
            gsize        length,
            GError     **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
               _("Line %u is not Unicode text. "
                 "Open the list in the program that made it and save it as “CSV UTF-8”."),
               line_of (text, end));
  return FALSE;
}

static char *
decode_windows_1258 (const char *data,
                     gsize       length,
                     gsize      *text_length)
{
  g_autofree char *decoded = g_convert (data, (gssize) length, "UTF-8", "CP1258", NULL, NULL, NULL);
  char *text = decoded != NULL ? g_utf8_normalize (decoded, -1, G_NORMALIZE_NFC) : NULL;

  *text_length = text != NULL ? strlen (text) : 0;
  return text;
}

/* Text from before Unicode. That of old fonts has a byte for each character, which the fonts drew as another: it is
 * kept as programs without the fonts show it. NULL for other text. */
static char *
take_legacy (const char *data,
             gsize       length,
             gsize      *text_length)
{
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, text_length, NULL);
  OcopLegacyEncoding encoding = text != NULL ? ocop_legacy_text_recognise (text) : OCOP_LEGACY_NONE;

  if (encoding != OCOP_LEGACY_VNI && ocop_legacy_text_is_windows_1258 (data, length))
    return decode_windows_1258 (data, length, text_length);
  return encoding != OCOP_LEGACY_NONE ? g_steal_pointer (&text) : NULL;
}

static char *
to_utf8 (const char  *data,
         gsize        length,
         gsize       *text_length,
         GError     **error)
{
  const char *charset = NULL;
  char *text;

  for (guint i = 0; charset == NULL && i < G_N_ELEMENTS (byte_order_marks); i++)
    if (length >= byte_order_marks[i].length && memcmp (data, byte_order_marks[i].mark, byte_order_marks[i].length) == 0)
      {
        charset = byte_order_marks[i].charset;
        data += byte_order_marks[i].length;
        length -= byte_order_marks[i].length;
      }
  if (charset == NULL)
    charset = guess_charset (data, length);
  if (strcmp (charset, "UTF-8") == 0)
    {
      *text_length = length;
      if (g_utf8_validate_len (data, length, NULL))
        return g_strndup (data, length);
      text = take_legacy (data, length, text_length);
      if (text == NULL)
        check_utf8 (data, length, error);
      return text;
    }
  text = g_convert (data, (gssize) length, "UTF-8", charset, NULL, text_length, NULL);
  if (text == NULL || !check_utf8 (text, *text_length, NULL))
    {
      g_clear_pointer (&text, g_free);
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                           _("The file is neither a workbook nor text that can be read. "
                             "Save the list as xlsx or as “CSV UTF-8”."));
    }
  return text;
}

/* How many of the first lines have the same number, not 0, of @separator; ties are told by that number. */
static guint
rate_separator (const char *text,
                char        separator)
{
  guint counts[N_SAMPLE_LINES] = { 0 };
  guint n_lines = 0, best = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0' && n_lines < N_SAMPLE_LINES; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (!quoted && *p == separator)
      counts[n_lines]++;
    else if (!quoted && *p == '\n')
      n_lines++;
  for (guint i = 0; i < N_SAMPLE_LINES; i++)
    {
      guint n_alike = 0;

      for (guint j = 0; j < N_SAMPLE_LINES; j++)
        n_alike += counts[j] == counts[i];
      if (counts[i] > 0)
        best = MAX (best, n_alike * OCOP_SHEET_MAX_COLUMNS + MIN (counts[i], OCOP_SHEET_MAX_COLUMNS - 1));
    }
  return best;
}

/* Spreadsheet programs may say it themselves in a first line "sep=;". */
static char
find_separator (const char **text)
{
  char separator = ',';
  guint best = 0;

  if (g_ascii_strncasecmp (*text, "sep=", 4) == 0 && (*text)[4] != '\0' && strchr ("\r\n", (*text)[5]) != NULL)
    {
      separator = (*text)[4];
      *text += 5;
      *text += strspn (*text, "\r");
      *text += **text == '\n';
      return separator;
    }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rating = rate_separator (*text, separators[i]);

      if (rating > best)
        {
          best = rating;
          separator = separators[i];
        }
    }
  return separator;
}

typedef struct
{
  const char *text;
  const char *p;
  char separator;
  GStringChunk *strings;
  OcopSheet *sheet;
  GString *field;
} CsvReader;

static gboolean
read_quoted (CsvReader  *reader,
             GError    **error)
{
  const char *opening = reader->p++;

  for (;;)
    {
      const char *end = strchr (reader->p, '"');

      if (end == NULL)
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("The quotation mark opened in line %u is never closed."), line_of (reader->text, opening));
          return FALSE;
        }
      g_string_append_len (reader->field, reader->p, end - reader->p);
      reader->p = end + 1;
      if (*reader->p != '"')
        return TRUE;
      g_string_append_c (reader->field, *reader->p++);
    }
}

static gboolean
read_field (CsvReader  *reader,
            GError    **error)
{
  const char stops[] = { reader->separator, '\r', '\n', '\0' };
  gsize length;

  g_string_truncate (reader->field, 0);
  if (*reader->p == '"' && !read_quoted (reader, error))
    return FALSE;
  length = strcspn (reader->p, stops);
  g_string_append_len (reader->field, reader->p, (gssize) length);
  reader->p += length;
  return TRUE;
}

static gboolean
read_row (CsvReader  *reader,
          guint       number,
          GError    **error)
{
  ocop_sheet_begin_row (reader->sheet, number);
  for (guint column = 0;; column++)
    {
      if (!read_field (reader, error))
        return FALSE;
      if (column >= OCOP_SHEET_MAX_COLUMNS || number > OCOP_SHEET_MAX_ROWS)
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("Line %u lies beyond the largest sheet there can be (%d rows, %d columns)."),
                       line_of (reader->text, reader->p), OCOP_SHEET_MAX_ROWS, OCOP_SHEET_MAX_COLUMNS);
          return FALSE;
        }
      if (!ocop_sheet_add_cell (reader->sheet, column, OCOP_CELL_TEXT,
                                ocop_sheet_intern (reader->strings, reader->field->str, reader->field->len), error))
        return FALSE;
      if (*reader->p != reader->separator)
        break;
      reader->p++;
    }
  reader->p += *reader->p == '\r';
  reader->p += *reader->p == '\n';
  return TRUE;
}

static gboolean
read_rows (CsvReader    *reader,
           OcopReading  *reading,
           GError      **error)
{
  const char *last = reader->p;

  for (guint number = 1; *reader->p != '\0'; number++)
    {
      if (!read_row (reader, number, error))
        return FALSE;
      if (number % ROWS_PER_STEP != 0)
        continue;
      if (!ocop_reading_advance (reading, (guint64) (reader->p - last), error))
        return FALSE;
      last = reader->p;
    }
  return ocop_reading_advance (reading, (guint64) (reader->p - last), error)
         && ocop_sheet_finish (reader->sheet, error);
}

OcopWorkbook *
ocop_csv_reader_read (GBytes       *bytes,
                      const char   *name,
                      OcopReading  *reading,
                      GError      **error)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  g_autoptr(GString) field = g_string_new (NULL);
  g_autofree char *text = NULL;
  CsvReader reader = { .field = field, .strings = ocop_workbook_get_strings (workbook) };
  gsize length, text_length;
  const char *data = g_bytes_get_data (bytes, &length);

  text = to_utf8 (data != NULL ? data : "", length, &text_length, error);
  if (text == NULL)
    return NULL;
  reading->n_bytes = text_length;
  reader.text = reader.p = text;
  reader.separator = find_separator (&reader.p);
  reader.sheet = ocop_workbook_add_sheet (workbook, name, FALSE);
  return read_rows (&reader, reading, error) ? g_steal_pointer (&workbook) : NULL;
}
