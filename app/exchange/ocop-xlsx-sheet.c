/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-parts-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "exchange/ocop-xlsx-number-private.h"

/* More letters and digits than any reference to a cell has. */
#define MAX_LETTERS 3
#define MAX_DIGITS 7

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,        /* inline, or the value of a formula */
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_DATE,
} StoredType;

static const struct
{
  const char *name;
  StoredType type;
} stored_types[] = {
  { "s", CELL_SHARED },
  { "n", CELL_NUMBER },
  { "str", CELL_TEXT },
  { "inlineStr", CELL_TEXT },
  { "b", CELL_BOOLEAN },
  { "e", CELL_ERROR },
  { "d", CELL_DATE },
};

typedef struct
{
  const OcopXlsxTables *tables;
  GStringChunk *chunk;
  OcopSheet *sheet;
  GString *value;
  GString *formula;
  GString *target;          /* where the text being read goes; NULL outside of values and formulas */
  gboolean in_data;
  gboolean in_cell;
  gboolean has_formula;
  guint in_phonetic;
  guint row;                /* from 1 */
  guint column;             /* of the cell being read, from 0 */
  guint next_column;
  StoredType type;
  guint style;
  gboolean has_said_where;  /* what went wrong */
} SheetReader;

G_GNUC_PRINTF (3, 4)
static void
fail (OcopXmlParser *parser,
      SheetReader   *reader,
      const char    *format,
      ...)
{
  va_list arguments;
  char column[OCOP_SHEET_COLUMN_NAME_SIZE];
  g_autofree char *reason = NULL;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reader->has_said_where = TRUE;
  ocop_sheet_column_name (MIN (reader->column, OCOP_SHEET_MAX_COLUMNS - 1), column);
  ocop_xml_parser_fail (parser, g_error_new (OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("Sheet “%s”, row %u, column %s: %s"),
                                             ocop_sheet_get_name (reader->sheet), reader->row, column, reason));
}

/* The letters of a reference as a column, the digits as a row, both from 0; what is left out stays as it is. */
static const char *
parse_reference (const char *reference,
                 guint      *row,
                 guint      *column)
{
  gsize n_letters, n_digits;
  guint number = 0;

  reference += *reference == '$';
  for (n_letters = 0; g_ascii_isalpha (reference[n_letters]) && n_letters <= MAX_LETTERS; n_letters++)
    number = number * 26 + (guint) (g_ascii_toupper (reference[n_letters]) - 'A' + 1);
  if (n_letters > 0)
    *column = number - 1;
  reference += n_letters;
  reference += *reference == '$';
  number = 0;
  for (n_digits = 0; g_ascii_isdigit (reference[n_digits]) && n_digits <= MAX_DIGITS; n_digits++)
    number = number * 10 + (guint) (reference[n_digits] - '0');
  if (n_digits > 0)
    *row = number - 1;
  return reference + n_digits;
}

static void
add_merge (SheetReader *reader,
           const char  *range)
{
  guint first_row = G_MAXUINT, first_column = G_MAXUINT, last_row, last_column;

  if (range == NULL)
    return;
  range = parse_reference (range, &first_row, &first_column);
  last_row = first_row;
  last_column = first_column;
  if (*range == ':')
    parse_reference (range + 1, &last_row, &last_column);
  if (first_row < OCOP_SHEET_MAX_ROWS && first_column < OCOP_SHEET_MAX_COLUMNS)
    ocop_sheet_merge (reader->sheet, first_row, first_column,
                      MIN (last_row, OCOP_SHEET_MAX_ROWS - 1), MIN (last_column, OCOP_SHEET_MAX_COLUMNS - 1));
}

static void
start_row (OcopXmlParser  *parser,
           SheetReader    *reader,
           const char    **attributes)
{
  const char *number = ocop_xml_get_attribute (attributes, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : (guint64) reader->row + 1;

  reader->row = (guint) MIN (row, G_MAXUINT);
  reader->column = reader->next_column = 0;
  if (row < 1 || row > OCOP_SHEET_MAX_ROWS)
    fail (parser, reader, _("a sheet has %d rows at most"), OCOP_SHEET_MAX_ROWS);
  else
    ocop_sheet_begin_row (reader->sheet, reader->row);
}

static StoredType
find_type (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (stored_types); i++)
    if (strcmp (name, stored_types[i].name) == 0)
      return stored_types[i].type;
  return CELL_NUMBER;
}

static void
start_cell (OcopXmlParser  *parser,
            SheetReader    *reader,
            const char    **attributes)
{
  guint row;

  reader->column = reader->next_column;
  reader->type = CELL_NUMBER;
  reader->style = 0;
  reader->in_cell = TRUE;
  reader->has_formula = FALSE;
  g_string_truncate (reader->value, 0);
  for (const char **p = attributes; p[0] != NULL; p += 2)
    if (strcmp (p[0], "r") == 0)
      parse_reference (p[1], &row, &reader->column);
    else if (strcmp (p[0], "t") == 0)
      reader->type = find_type (p[1]);
    else if (strcmp (p[0], "s") == 0)
      reader->style = (guint) g_ascii_strtoull (p[1], NULL, 10);
  reader->next_column = reader->column + 1;
  if (reader->row == 0 || reader->column >= OCOP_SHEET_MAX_COLUMNS)
    fail (parser, reader, _("a cell lies outside of every row and column that a sheet can have"));
}

static void
on_start (OcopXmlParser  *parser,
          const char     *name,
          const char    **attributes,
          gpointer        user_data)
{
  SheetReader *reader = user_data;

  if (!reader->in_data)
    {
      if (strcmp (name, "sheetData") == 0)
        reader->in_data = TRUE;
      else if (strcmp (name, "mergeCell") == 0)
        add_merge (reader, ocop_xml_get_attribute (attributes, "ref"));
    }
  else if (strcmp (name, "c") == 0)
    start_cell (parser, reader, attributes);
  else if (strcmp (name, "row") == 0)
    start_row (parser, reader, attributes);
  else if (!reader->in_cell)
    return;
  else if (strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && reader->in_phonetic == 0))
    reader->target = reader->value;
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic++;
  else if (strcmp (name, "f") == 0)
    {
      reader->has_formula = TRUE;
      reader->target = reader->formula;
      g_string_assign (reader->formula, "=");
    }
}

static const char *
number_text (SheetReader  *reader,
             OcopCellType *type)
{
  const GByteArray *formats = reader->tables->formats;
  OcopXlsxFormat format = reader->style < formats->len ? formats->data[reader->style] : OCOP_XLSX_FORMAT_NUMBER;
  char text[OCOP_XLSX_NUMBER_TEXT_SIZE];

  *type = ocop_xlsx_number_to_text (reader->value->str, format, reader->tables->from_1904, text);
  return ocop_sheet_intern (reader->chunk, text, strlen (text));
}

static const char *
shared_text (OcopXmlParser *parser,
             SheetReader   *reader)
{
  const GPtrArray *strings = reader->tables->strings;
  guint64 index = g_ascii_strtoull (reader->value->str, NULL, 10);

  if (index < strings->len)
    return g_ptr_array_index (strings, index);
  fail (parser, reader, _("its text is missing from the workbook; ask for a fresh copy of the file"));
  return NULL;
}

/* "2026-05-22T00:00:00" is a day, "2026-05-22T08:30:00Z" a day with its time. */
static void
tidy_iso_date (GString *value)
{
  char *time = strchr (value->str, 'T');

  if (time == NULL)
    return;
  *time = ' ';
  if (g_str_has_prefix (time + 1, "00:00:00"))
    g_string_truncate (value, (gsize) (time - value->str));
  else
    g_string_truncate (value, MIN (value->len, (gsize) (time - value->str) + strlen (" 00:00:00")));
}

static const char *
cell_text (OcopXmlParser *parser,
           SheetReader   *reader,
           OcopCellType  *type)
{
  GString *value = reader->value;

  switch (reader->type)
    {
    case CELL_SHARED:
      *type = OCOP_CELL_TEXT;
      return shared_text (parser, reader);
    case CELL_NUMBER:
      return number_text (reader, type);
    case CELL_BOOLEAN:
      *type = OCOP_CELL_BOOLEAN;
      g_string_assign (value, strcmp (value->str, "1") == 0 || strcmp (value->str, "true") == 0 ? "TRUE" : "FALSE");
      break;
    case CELL_DATE:
      *type = OCOP_CELL_DATE;
      tidy_iso_date (value);
      break;
    case CELL_ERROR:
      *type = OCOP_CELL_ERROR;
      break;
    case CELL_TEXT:
      *type = OCOP_CELL_TEXT;
      ocop_xlsx_unescape (value);
      break;
    }
  return ocop_sheet_intern (reader->chunk, value->str, value->len);
}

/* A program that computes nothing leaves formulas without values; people would see one, so the cell is not empty. */
static void
end_cell (OcopXmlParser *parser,
          SheetReader   *reader)
{
  OcopCellType type = OCOP_CELL_ERROR;
  const char *text = NULL;
  GError *error = NULL;

  reader->in_cell = FALSE;
  reader->in_phonetic = 0;
  if (reader->value->len > 0)
    text = cell_text (parser, reader, &type);
  else if (reader->has_formula && reader->type != CELL_TEXT)
    text = ocop_sheet_intern (reader->chunk, reader->formula->str, reader->formula->len);
  if (!ocop_sheet_add_cell (reader->sheet, reader->column, type, text, &error))
    ocop_xml_parser_fail (parser, error);
}

static void
on_end (OcopXmlParser *parser,
        const char    *name,
        gpointer       user_data)
{
  SheetReader *reader = user_data;

  reader->target = NULL;
  if (!reader->in_data)
    return;
  if (reader->in_cell && strcmp (name, "c") == 0)
    end_cell (parser, reader);
  else if (strcmp (name, "rPh") == 0 && reader->in_phonetic > 0)
    reader->in_phonetic--;
  else if (strcmp (name, "sheetData") == 0)
    reader->in_data = FALSE;
}

static void
on_text (OcopXmlParser *parser,
         const char    *text,
         gsize          length,
         gpointer       user_data)
{
  SheetReader *reader = user_data;

  if (reader->target != NULL)
    g_string_append_len (reader->target, text, (gssize) length);
}

gboolean
ocop_xlsx_sheet_read (OcopPackage          *package,
                      const char           *part,
                      const OcopXlsxTables *tables,
                      GStringChunk         *chunk,
                      OcopSheet            *sheet,
                      OcopReading          *reading,
                      GError              **error)
{
  static const OcopXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(GString) value = g_string_new (NULL);
  g_autoptr(GString) formula = g_string_new (NULL);
  SheetReader reader = { .tables = tables, .chunk = chunk, .sheet = sheet, .value = value, .formula = formula };

  if (ocop_xlsx_package_parse (package, part, &handlers, &reader, reading, error) && ocop_sheet_finish (sheet, error))
    return TRUE;
  if (!reader.has_said_where && error != NULL && g_error_matches (*error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT))
    g_prefix_error (error, _("Sheet “%s”: "), ocop_sheet_get_name (sheet));
  return FALSE;
}
