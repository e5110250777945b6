/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gazette's wording of the sheets, from an office's own copy. */

#include "exchange/ocop-law-file.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-text.h"
#include "exchange/ocop-workbook.h"

typedef enum
{
  COLUMN_SET,
  COLUMN_CRITERION,
  COLUMN_POINTS,
  COLUMN_PLACE,
  COLUMN_TEXT,
  N_COLUMNS,
} Column;

/* What a column may be called, folded. */
static const char * const headings[N_COLUMNS][6] = {
  [COLUMN_SET] = { "bo san pham", "bo", "ma bo", "set", NULL },
  [COLUMN_CRITERION] = { "tieu chi", "ma tieu chi", "ma", "criterion", NULL },
  [COLUMN_POINTS] = { "diem", "so diem", "points", NULL },
  [COLUMN_PLACE] = { "thu tu", "vi tri", "place", NULL },
  [COLUMN_TEXT] = { "noi dung", "noi dung day du", "text", NULL },
};

/* Where the headings stand; %OCOP_SHEET_MAX_COLUMNS of a column that is not there. */
typedef struct
{
  const OcopSheet *sheet;
  guint row;
  guint columns[N_COLUMNS];
} Heading;

/* What is reworded, and what of it so far. */
typedef struct
{
  const OcopLaw *law;
  const OcopRuleBook *book;
  GHashTable *sheets; /* code of a set → JsonParser of its sheet, those that were touched */
  GHashTable *taken;  /* "QD26-03 1.1 2": options that have their text */
} Rewording;

static gboolean
is_called (const char         *text,
           const char * const *names)
{
  g_autofree char *folded = ocop_text_fold (text);

  return g_strv_contains (names, folded);
}

static gboolean
read_heading (Heading *heading)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    heading->columns[column] = OCOP_SHEET_MAX_COLUMNS;
  for (guint at = 0; at < ocop_sheet_get_n_columns (heading->sheet); at++)
    {
      const char *text = ocop_sheet_get_text (heading->sheet, heading->row, at);

      for (guint column = 0; text != NULL && column < N_COLUMNS; column++)
        if (heading->columns[column] == OCOP_SHEET_MAX_COLUMNS && is_called (text, headings[column]))
          heading->columns[column] = at;
    }
  return heading->columns[COLUMN_SET] != OCOP_SHEET_MAX_COLUMNS && heading->columns[COLUMN_CRITERION] != OCOP_SHEET_MAX_COLUMNS &&
         heading->columns[COLUMN_TEXT] != OCOP_SHEET_MAX_COLUMNS &&
         (heading->columns[COLUMN_POINTS] != OCOP_SHEET_MAX_COLUMNS || heading->columns[COLUMN_PLACE] != OCOP_SHEET_MAX_COLUMNS);
}

static gboolean
find_heading (const OcopWorkbook *workbook,
              Heading            *heading)
{
  for (guint i = 0; i < ocop_workbook_get_n_sheets (workbook); i++)
    {
      heading->sheet = ocop_workbook_get_sheet (workbook, i);
      for (heading->row = 0; heading->row < ocop_sheet_get_n_rows (heading->sheet); heading->row++)
        if (read_heading (heading))
          return TRUE;
    }
  return FALSE;
}

/* Always returns %FALSE. */
static gboolean
fail_at (const Heading  *heading,
         guint           row,
         GError        **error,
         const char     *format,
         ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail_at (const Heading  *heading,
         guint           row,
         GError        **error,
         const char     *format,
         ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("Row %u: %s"), ocop_sheet_get_row_number (heading->sheet, row), what);
  return FALSE;
}

static const char *
get_cell (const Heading *heading,
          guint          row,
          Column         column)
{
  return ocop_sheet_get_text (heading->sheet, row, heading->columns[column]);
}

/* A set by its code, or by its number alone. */
static const OcopCriteriaSet *
find_set (const OcopLaw *law,
          const char    *text)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, ocop_law_n_sets (law), &number, NULL))
    return ocop_law_get_set (law, (guint) number - 1);
  return ocop_law_find_set (law, text);
}

/* The only option with so many points. */
static gboolean
find_by_points (const OcopCriterion *leaf,
                guint                points,
                guint               *place)
{
  guint n_found = 0;

  for (guint i = 0; i < leaf->options->len; i++)
    if (ocop_criterion_get_option (leaf, i)->points == points)
      {
        *place = i;
        n_found++;
      }
  return n_found == 1;
}

static gboolean
find_place (const Heading        *heading,
            guint                 row,
            const OcopCriterion  *leaf,
            guint                *place,
            GError              **error)
{
  const char *place_text = get_cell (heading, row, COLUMN_PLACE);
  const char *points_text = get_cell (heading, row, COLUMN_POINTS);
  guint64 number;

  if (place_text != NULL)
    {
      if (!g_ascii_string_to_unsigned (place_text, 10, 1, leaf->options->len, &number, NULL))
        return fail_at (heading, row, error, _("criterion %s has no option in place %s"), leaf->code, place_text);
      *place = (guint) number - 1;
      return TRUE;
    }
  if (points_text == NULL)
    return fail_at (heading, row, error, _("neither the points nor the place of the option is given"));
  if (g_ascii_string_to_unsigned (points_text, 10, 0, 100, &number, NULL) && find_by_points (leaf, (guint) number * 100, place))
    return TRUE;
  return fail_at (heading, row, error, _("criterion %s has not exactly one option of %s points"), leaf->code, points_text);
}

/* The criterion @code in @criteria or within one of them. */
static JsonObject *
find_criterion (JsonArray  *criteria,
                const char *code)
{
  for (guint i = 0; i < json_array_get_length (criteria); i++)
    {
      JsonObject *criterion = json_array_get_object_element (criteria, i);
      JsonObject *inner = NULL;

      if (g_strcmp0 (json_object_get_string_member (criterion, "code"), code) == 0)
        return criterion;
      if (json_object_has_member (criterion, "criteria"))
        inner = find_criterion (json_object_get_array_member (criterion, "criteria"), code);
      if (inner != NULL)
        return inner;
    }
  return NULL;
}

static char *
dup_path (const Rewording *rewording,
          const char      *set)
{
  return g_strdup_printf ("%s/%s.json", rewording->book->criteria, set);
}

/* The sheet of @set as JSON; it was read before, so it can be. */
static JsonObject *
get_sheet (Rewording  *rewording,
           const char *set)
{
  JsonParser *parser = g_hash_table_lookup (rewording->sheets, set);

  if (parser == NULL)
    {
      g_autofree char *path = dup_path (rewording, set);

      parser = json_parser_new ();
      ocop_json_load (parser, g_hash_table_lookup (ocop_law_get_files (rewording->law), path), NULL);
      g_hash_table_insert (rewording->sheets, g_strdup (set), parser);
    }
  return json_node_get_object (json_parser_get_root (parser));
}

static void
set_text (Rewording  *rewording,
          const char *set,
          const char *code,
          guint       place,
          const char *text)
{
  JsonObject *criterion = find_criterion (json_object_get_array_member (get_sheet (rewording, set), "parts"), code);
  JsonArray *options = json_object_get_array_member (criterion, "options");

  json_object_set_string_member (json_array_get_object_element (options, place), "text", text);
}

static gboolean
take_row (Rewording      *rewording,
          const Heading  *heading,
          guint           row,
          GError        **error)
{
  const char *set_name = get_cell (heading, row, COLUMN_SET);
  const char *code = get_cell (heading, row, COLUMN_CRITERION);
  const char *text = get_cell (heading, row, COLUMN_TEXT);
  const OcopCriteriaSet *set = set_name != NULL ? find_set (rewording->law, set_name) : NULL;
  const OcopCriteria *criteria;
  const OcopCriterion *leaf;
  char *option;
  guint place = 0;

  if (set == NULL)
    return fail_at (heading, row, error, _("there is no criteria set “%s”"), set_name != NULL ? set_name : "");
  criteria = ocop_law_get_criteria (rewording->law, rewording->book, set->code, error);
  if (criteria == NULL)
    return FALSE;
  leaf = code != NULL ? ocop_criteria_find (criteria, code) : NULL;
  if (leaf == NULL)
    return fail_at (heading, row, error, _("set %s has no criterion “%s” with options"), set->code, code != NULL ? code : "");
  if (text == NULL)
    return fail_at (heading, row, error, _("the text is missing"));
  if (!find_place (heading, row, leaf, &place, error))
    return FALSE;
  option = g_strdup_printf ("%s %s %u", set->code, leaf->code, place);
  if (!g_hash_table_add (rewording->taken, option))
    return fail_at (heading, row, error, _("this option has a text in a row above"));
  set_text (rewording, set->code, leaf->code, place, text);
  return TRUE;
}

/* The law's files, those of the touched sheets with their new text. */
static GHashTable *
write_files (const Rewording *rewording)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, ocop_law_get_files (rewording->law));
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (files, g_strdup (key), g_bytes_ref (value));
  g_hash_table_iter_init (&iter, rewording->sheets);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      char *text = json_to_string (json_parser_get_root (value), TRUE);

      g_hash_table_insert (files, dup_path (rewording, key), g_bytes_new_take (text, strlen (text)));
    }
  return files;
}

static gboolean
take_rows (Rewording     *rewording,
           OcopWorkbook  *workbook,
           GError       **error)
{
  Heading heading;

  if (!find_heading (workbook, &heading))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                           _("The list has no row with the headings: set, criterion, points (or place), text"));
      return FALSE;
    }
  for (guint row = heading.row + 1; row < ocop_sheet_get_n_rows (heading.sheet); row++)
    if (!take_row (rewording, &heading, row, error))
      return FALSE;
  return TRUE;
}

OcopLaw *
ocop_law_reword (const OcopLaw  *law,
                 GFile          *list,
                 guint          *n_texts,
                 GError        **error)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_load (list, NULL, NULL, NULL, error);
  g_autoptr(GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Rewording rewording = { law, ocop_law_get_latest_book (law), sheets, taken };
  g_autoptr(GHashTable) files = NULL;
  g_autoptr(OcopLaw) reworded = NULL;

  if (workbook == NULL || !take_rows (&rewording, workbook, error))
    return NULL;
  *n_texts = g_hash_table_size (taken);
  files = write_files (&rewording);
  reworded = ocop_law_load (files, error);
  return reworded != NULL && ocop_law_check (reworded, error) ? g_steal_pointer (&reworded) : NULL;
}
