/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-commune-workbook-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-package.h"
#include "base/ocop-text.h"
#include "exchange/ocop-workbook.h"

/* More than any commune's workbook has. */
#define MAX_SIZE (32 * 1024 * 1024)
#define MAX_CORE_SIZE (256 * 1024)
#define MAX_HIDDEN_ROWS 200000
/* In which the headings of a table are looked for. */
#define MAX_HEAD_ROWS 20
#define CORE_PART "docProps/core.xml"
#define MODIFIED "<dcterms:modified"

void
ocop_commune_return_free (OcopCommuneReturn *self)
{
  g_clear_pointer (&self->base, ocop_commune_form_free);
  g_clear_pointer (&self->given, ocop_commune_form_free);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->notes);
  g_free (self->saved_at);
  g_free (self);
}

static OcopCommuneReturn *
return_new (void)
{
  OcopCommuneReturn *self = g_new0 (OcopCommuneReturn, 1);

  self->base = ocop_commune_form_new ();
  self->given = ocop_commune_form_new ();
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* When it was saved */

static char *
to_utc (GDateTime *time)
{
  g_autoptr(GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
find_modified (GBytes *core)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (core, NULL), g_bytes_get_size (core));
  const char *start = strstr (text, MODIFIED);
  const char *value = start != NULL ? strchr (start, '>') : NULL;
  const char *end = value != NULL ? strchr (value, '<') : NULL;
  g_autofree char *stamp = end != NULL ? g_strndup (value + 1, (gsize) (end - value - 1)) : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, utc) : NULL;

  /* Some programs leave what we wrote. */
  return time != NULL && g_date_time_to_unix (time) != OCOP_COMMUNE_MADE_AT ? to_utc (time) : NULL;
}

/* What the spreadsheet program noted; else the file's own time, which a copy may have lost. */
static char *
dup_saved_at (GFile  *file,
              GBytes *bytes)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, NULL);
  g_autoptr(GBytes) core = package != NULL ? ocop_package_load (package, CORE_PART, MAX_CORE_SIZE, NULL) : NULL;
  char *saved_at = core != NULL ? find_modified (core) : NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GDateTime) time = NULL;

  if (saved_at != NULL)
    return saved_at;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  return to_utc (time);
}

static gboolean
check_size (GFile   *file,
            GError **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_size (info) <= MAX_SIZE)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is too large for the workbook of a commune."));
  return FALSE;
}

/* The hidden sheet, in which no row is empty */

static const char *
hidden_text (const OcopSheet *hidden,
             guint            row,
             guint            column)
{
  return ocop_sheet_get_text (hidden, row, column);
}

static const OcopSheet *
find_hidden (const OcopWorkbook *workbook)
{
  for (guint i = 0; i < ocop_workbook_get_n_sheets (workbook); i++)
    {
      const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, i);

      if (g_strcmp0 (hidden_text (sheet, OCOP_COMMUNE_ROW_MARK, OCOP_COMMUNE_HIDDEN_NAME), OCOP_COMMUNE_MARK) == 0)
        return sheet;
    }
  return NULL;
}

static gboolean
find_table (const char       *name,
            OcopCommuneTable *table)
{
  for (*table = 0; *table < OCOP_COMMUNE_N_TABLES; (*table)++)
    if (g_strcmp0 (name, ocop_commune_table_name (*table)) == 0)
      return TRUE;
  return FALSE;
}

static guint
to_number (const char *text)
{
  gint64 number = 0;

  return text != NULL && ocop_number_parse (text, &number) && number > 0 && number < G_MAXINT ? (guint) number : 0;
}

static void
read_hidden_line (OcopCommuneForm *base,
                  const OcopSheet *hidden,
                  guint            row)
{
  OcopCommuneTable table;
  OcopCommuneLine *line;

  if (!find_table (hidden_text (hidden, row, OCOP_COMMUNE_HIDDEN_NAME), &table))
    return;
  line = ocop_commune_form_add_line (base, table, to_number (hidden_text (hidden, row, OCOP_COMMUNE_HIDDEN_VALUE)),
                                     hidden_text (hidden, row, OCOP_COMMUNE_HIDDEN_ID));
  for (guint column = OCOP_COMMUNE_NUMBER + 1; column < line->n_cells; column++)
    ocop_commune_line_set (line, column, hidden_text (hidden, row, OCOP_COMMUNE_HIDDEN_CELLS + column - 1));
}

static gboolean
fail_no_form (GError **error)
{
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("This is no commune workbook of this program: its hidden sheet is missing or was changed."));
  return FALSE;
}

static gboolean
read_hidden (OcopCommuneForm  *base,
             const OcopSheet  *hidden,
             GError          **error)
{
  g_autofree char *digest = NULL;

  if (hidden == NULL)
    return fail_no_form (error);
  if (g_strcmp0 (hidden_text (hidden, OCOP_COMMUNE_ROW_MARK, OCOP_COMMUNE_HIDDEN_VALUE), OCOP_COMMUNE_LAYOUT_VERSION) != 0)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NEWER, _("The workbook was made by another version of the program."));
      return FALSE;
    }
  base->register_id = g_strdup (hidden_text (hidden, OCOP_COMMUNE_ROW_REGISTER, OCOP_COMMUNE_HIDDEN_VALUE));
  base->year = to_number (hidden_text (hidden, OCOP_COMMUNE_ROW_YEAR, OCOP_COMMUNE_HIDDEN_VALUE));
  base->unit = g_strdup (hidden_text (hidden, OCOP_COMMUNE_ROW_UNIT, OCOP_COMMUNE_HIDDEN_VALUE));
  base->unit_name = g_strdup (hidden_text (hidden, OCOP_COMMUNE_ROW_UNIT, OCOP_COMMUNE_HIDDEN_ID));
  base->seq = to_number (hidden_text (hidden, OCOP_COMMUNE_ROW_SEQ, OCOP_COMMUNE_HIDDEN_VALUE));
  for (guint row = OCOP_COMMUNE_ROW_TABLES; row < MIN (ocop_sheet_get_n_rows (hidden), MAX_HIDDEN_ROWS); row++)
    read_hidden_line (base, hidden, row);
  digest = ocop_commune_form_dup_digest (base);
  if (base->unit == NULL || base->year == 0 ||
      g_strcmp0 (digest, hidden_text (hidden, OCOP_COMMUNE_ROW_DIGEST, OCOP_COMMUNE_HIDDEN_VALUE)) != 0)
    return fail_no_form (error);
  return TRUE;
}

/* The sheet of a table */

/* @columns: where each column of the table stands on the sheet
 * @first: the row after the headings */
typedef struct
{
  OcopCommuneReturn *back;
  OcopCommuneTable table;
  const OcopSheet *sheet;
  guint columns[16];
  guint first;
  GHashTable *seen;        /* numbers of lines */
} Reading;

G_GNUC_PRINTF (3, 4) static void
say (const Reading *reading,
     GPtrArray     *to,
     const char    *format,
     ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (to, g_strdup_printf (_("Sheet “%s”: %s"), ocop_sheet_get_name (reading->sheet), text));
}

/* "cell F9" */
static char *
place_of (const Reading *reading,
          guint          row,
          guint          column)
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

  return g_strdup_printf (_("cell %s%u"), ocop_sheet_column_name (reading->columns[column], letters), ocop_sheet_get_row_number (reading->sheet, row));
}

static int
hidden_heading_row (const OcopSheet  *hidden,
                    OcopCommuneTable  table)
{
  for (guint i = 0; i < OCOP_COMMUNE_N_TABLES; i++)
    if (g_strcmp0 (hidden_text (hidden, OCOP_COMMUNE_ROW_TABLES + i, OCOP_COMMUNE_HIDDEN_VALUE), ocop_commune_table_name (table)) == 0)
      return OCOP_COMMUNE_ROW_TABLES + (int) i;
  return -1;
}

/* Columns that were moved or put in between do no harm. */
static gboolean
match_headings (Reading         *reading,
                const OcopSheet *hidden,
                guint            heading,
                guint            row)
{
  guint n = ocop_commune_n_columns (reading->table);

  for (guint i = 0; i < n; i++)
    {
      const char *title = hidden_text (hidden, heading, OCOP_COMMUNE_HIDDEN_CELLS + i);
      guint column = ocop_sheet_next_column (reading->sheet, row, 0);

      while (column < OCOP_SHEET_MAX_COLUMNS && !ocop_text_same (ocop_sheet_get_text (reading->sheet, row, column), title))
        column = ocop_sheet_next_column (reading->sheet, row, column + 1);
      if (column >= OCOP_SHEET_MAX_COLUMNS)
        return FALSE;
      reading->columns[i] = column;
    }
  reading->first = row + 1;
  return TRUE;
}

static gboolean
has_headings (Reading         *reading,
              const OcopSheet *hidden,
              guint            heading)
{
  for (guint row = 0; row < MIN (MAX_HEAD_ROWS, ocop_sheet_get_n_rows (reading->sheet)); row++)
    if (match_headings (reading, hidden, heading, row))
      return TRUE;
  return FALSE;
}

/* By its name, or by its headings where it was renamed. */
static gboolean
find_sheet (Reading            *reading,
            const OcopWorkbook *workbook,
            const OcopSheet    *hidden)
{
  int heading = hidden_heading_row (hidden, reading->table);
  const char *name = heading >= 0 ? hidden_text (hidden, (guint) heading, OCOP_COMMUNE_HIDDEN_ID) : NULL;

  reading->sheet = name != NULL ? ocop_workbook_find_sheet (workbook, name) : NULL;
  if (reading->sheet != NULL && has_headings (reading, hidden, (guint) heading))
    return TRUE;
  for (guint i = 0; heading >= 0 && i < ocop_workbook_get_n_sheets (workbook); i++)
    {
      reading->sheet = ocop_workbook_get_sheet (workbook, i);
      if (reading->sheet == hidden || !has_headings (reading, hidden, (guint) heading))
        continue;
      g_ptr_array_add (reading->back->notes, g_strdup_printf (_("The sheet “%s” is called “%s” now."), name, ocop_sheet_get_name (reading->sheet)));
      return TRUE;
    }
  g_ptr_array_add (reading->back->problems, g_strdup_printf (_("The sheet “%s” is missing, or its headings were changed."), name != NULL ? name : "–"));
  return FALSE;
}

/* Cells */

static const char *
cell_text (const Reading *reading,
           guint          row,
           guint          column)
{
  return ocop_sheet_get_text (reading->sheet, row, reading->columns[column]);
}

/* What a person saw there when it was sent. */
static gboolean
is_as_sent (const OcopCommuneColumn *column,
            const char              *sent,
            const char              *text)
{
  g_autofree char *shown = ocop_commune_to_people (column, sent);

  return g_strcmp0 (sent, text) == 0 || ocop_text_same (shown, text != NULL ? text : "");
}

static void
check_locked (const Reading           *reading,
              guint                    row,
              guint                    column,
              const OcopCommuneColumn *of,
              const char              *sent)
{
  const char *text = cell_text (reading, row, column);
  g_autofree char *place = NULL;
  g_autofree char *shown = NULL;

  if (is_as_sent (of, sent, text))
    return;
  place = place_of (reading, row, column);
  shown = ocop_commune_to_people (of, sent);
  say (reading, reading->back->problems, _("%s is locked and was changed: “%s” was sent, now it says “%s”."), place,
       *shown != '\0' ? shown : "–", text != NULL ? text : "–");
}

/* The line of products that @text names: "3. Gạo nếp", or the name alone. */
static const OcopCommuneLine *
find_product (const OcopCommuneForm *base,
              const char            *text)
{
  const GPtrArray *products = base->tables[OCOP_COMMUNE_PRODUCTS];
  const OcopCommuneLine *found = NULL;
  char *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);
  const OcopCommuneLine *numbered = end != text && *end == '.' && number <= products->len
                                    ? ocop_commune_form_find_line (base, OCOP_COMMUNE_PRODUCTS, (guint) number) : NULL;

  if (numbered != NULL && ocop_text_same (numbered->cells[OCOP_COMMUNE_PRODUCT_NAME], end + 1))
    return numbered;
  for (guint i = 0; i < products->len; i++)
    if (ocop_text_same (ocop_commune_form_get_line (base, OCOP_COMMUNE_PRODUCTS, i)->cells[OCOP_COMMUNE_PRODUCT_NAME], text))
      {
        if (found != NULL)
          return NULL;
        found = ocop_commune_form_get_line (base, OCOP_COMMUNE_PRODUCTS, i);
      }
  return found;
}

/* Days may come with the time of midnight, whole numbers with a unit in words. */
static char *
clean (const OcopField *field,
       const char      *text)
{
  g_autofree char *tidy = ocop_text_tidy (text);
  char *space = tidy != NULL && field->type == OCOP_FIELD_DATE ? strchr (tidy, ' ') : NULL;

  if (space != NULL && strchr (space, ':') != NULL)
    *space = '\0';
  return g_steal_pointer (&tidy);
}

static void
take_value (const Reading           *reading,
            guint                    row,
            guint                    column,
            const OcopCommuneColumn *of,
            OcopCommuneLine         *line)
{
  const OcopField *field = ocop_commune_column_field (of);
  g_autofree char *text = clean (field, cell_text (reading, row, column));
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  if (ocop_field_parse (field, text, &value, &error))
    {
      ocop_commune_line_set_value (line, column, &value);
      return;
    }
  place = place_of (reading, row, column);
  say (reading, reading->back->faults, _("%s is left out. %s"), place, error->message);
}

static void
take_product (const Reading   *reading,
              guint            row,
              guint            column,
              OcopCommuneLine *line)
{
  const char *text = cell_text (reading, row, column);
  const OcopCommuneLine *product = text != NULL ? find_product (reading->back->base, text) : NULL;
  g_autofree char *place = NULL;

  if (product != NULL)
    ocop_commune_line_set (line, column, product->id);
  if (product != NULL || text == NULL)
    return;
  place = place_of (reading, row, column);
  say (reading, reading->back->faults, _("%s is left out. “%s” is none of the products in the workbook."), place, text);
}

static void
take_cells (const Reading         *reading,
            guint                  row,
            const OcopCommuneLine *sent,
            OcopCommuneLine       *line)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (reading->table);

  for (guint i = OCOP_COMMUNE_NUMBER + 1; i < line->n_cells; i++)
    if (columns[i].use == OCOP_COMMUNE_LOCKED || (columns[i].use == OCOP_COMMUNE_ENTRY_NEW && sent != NULL))
      check_locked (reading, row, i, &columns[i], sent != NULL ? sent->cells[i] : NULL);
    else if (columns[i].meaning == OCOP_COMMUNE_CHOSEN)
      take_product (reading, row, i, line);
    else
      take_value (reading, row, i, &columns[i], line);
}

static gboolean
is_filled (const Reading *reading,
           guint          row)
{
  for (guint i = OCOP_COMMUNE_NUMBER + 1; i < ocop_commune_n_columns (reading->table); i++)
    if (cell_text (reading, row, i) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_row (const Reading *reading,
          guint          row)
{
  gboolean takes_new = reading->table == OCOP_COMMUNE_CHANNELS || reading->table == OCOP_COMMUNE_REGISTRATIONS;
  guint number = to_number (cell_text (reading, row, OCOP_COMMUNE_NUMBER));
  const OcopCommuneLine *sent = ocop_commune_form_find_line (reading->back->base, reading->table, number);

  if (!is_filled (reading, row))
    return;
  if (sent == NULL && !takes_new)
    say (reading, reading->back->problems, _("row %u was added; it is none of the lines that were sent."), ocop_sheet_get_row_number (reading->sheet, row));
  else if (sent != NULL && !g_hash_table_add (reading->seen, GUINT_TO_POINTER (number)))
    say (reading, reading->back->problems, _("line %u stands there twice."), number);
  else
    take_cells (reading, row, sent, ocop_commune_form_add_line (reading->back->given, reading->table, sent != NULL ? number : 0,
                                                                sent != NULL ? sent->id : NULL));
}

static void
say_missing (const Reading *reading)
{
  guint n = reading->back->base->tables[reading->table]->len - g_hash_table_size (reading->seen);

  if (n > 0)
    say (reading, reading->back->notes, ngettext ("%u line is missing; what is on record of it stays.", "%u lines are missing; what is on record of them stays.", n), n);
}

static void
read_table (OcopCommuneReturn  *back,
            OcopCommuneTable    table,
            const OcopWorkbook *workbook,
            const OcopSheet    *hidden)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  Reading reading = { .back = back, .table = table, .seen = seen };

  if (!find_sheet (&reading, workbook, hidden))
    return;
  for (guint row = reading.first; row < ocop_sheet_get_n_rows (reading.sheet); row++)
    read_row (&reading, row);
  say_missing (&reading);
}

OcopCommuneReturn *
ocop_commune_workbook_read (GFile   *file,
                            GError **error)
{
  g_autoptr(GBytes) bytes = check_size (file, error) ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  g_autoptr(OcopWorkbook) workbook = bytes != NULL ? ocop_workbook_load (file, NULL, NULL, NULL, error) : NULL;
  g_autoptr(OcopCommuneReturn) back = NULL;
  const OcopSheet *hidden;

  if (workbook == NULL)
    return NULL;
  back = return_new ();
  hidden = find_hidden (workbook);
  if (!read_hidden (back->base, hidden, error))
    return NULL;
  back->saved_at = dup_saved_at (file, bytes);
  back->given->unit = g_strdup (back->base->unit);
  back->given->register_id = g_strdup (back->base->register_id);
  back->given->year = back->base->year;
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    read_table (back, table, workbook, hidden);
  return g_steal_pointer (&back);
}
