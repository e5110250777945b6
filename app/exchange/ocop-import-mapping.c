/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-mapping.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-text.h"
#include "plan/ocop-goal.h"

struct _OcopImportMapping
{
  OcopImportKind kind;
  const OcopSheetHeading *heading;
  GHashTable *columns; /* name of a field → column */
  GHashTable *fixed;   /* name of a field → text of every row */
  gboolean is_remembered;
};

static guint
n_columns (const OcopImportMapping *mapping)
{
  return mapping->heading->columns->len;
}

static const OcopHeadingColumn *
get_column (const OcopImportMapping *mapping,
            guint                    i)
{
  return &g_array_index (mapping->heading->columns, OcopHeadingColumn, i);
}

/* Gives each field the first free column whose heading names it. */
static void
match_headings (OcopImportMapping *mapping,
                gboolean           exactly)
{
  for (guint i = 0; i < n_columns (mapping); i++)
    {
      const OcopHeadingColumn *column = get_column (mapping, i);
      g_autofree char *folded = ocop_text_fold (column->text);

      if (column->is_running_number || ocop_import_is_reason_column (mapping->heading, i) || ocop_import_mapping_get_field (mapping, column->column) != NULL)
        continue;
      for (const OcopImportField *field = ocop_import_fields (mapping->kind); field->name != NULL; field++)
        if (ocop_import_mapping_get (mapping, field->name) == OCOP_IMPORT_NO_COLUMN
            && ocop_import_field_is_named (field, folded, exactly))
          {
            ocop_import_mapping_set (mapping, field->name, column->column);
            break;
          }
    }
}

/* Where the mapping for these headings is kept: named by what the headings say, not how they are written, so that
 * a list of rows to repair is read as the list that they come from. */
static char *
dup_path (const OcopImportMapping *mapping)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *name = NULL;

  for (guint i = 0; i < n_columns (mapping); i++)
    {
      g_autofree char *folded = ocop_text_fold (get_column (mapping, i)->text);

      if (ocop_import_is_reason_column (mapping->heading, i))
        continue;
      g_checksum_update (checksum, (const guchar *) folded, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  name = g_strdup_printf ("%u-%s.json", mapping->kind, g_checksum_get_string (checksum));
  return g_build_filename (g_get_user_data_dir (), "ocop-desk", "mappings", name, NULL);
}

static void
recall_field (JsonObject *object,
              const char *name,
              JsonNode   *node,
              gpointer    data)
{
  OcopImportMapping *mapping = data;
  gint64 place = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;

  /* A file from another version of the program may know other fields. */
  if (place >= 0 && place < n_columns (mapping) && ocop_import_find_field (mapping->kind, name) != NULL)
    ocop_import_mapping_set (mapping, name, get_column (mapping, (guint) place)->column);
}

/* What cannot be read is as good as never remembered. */
static gboolean
recall (OcopImportMapping *mapping)
{
  g_autofree char *path = dup_path (mapping);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = NULL;
  char *text;
  gsize size;
  JsonNode *root;

  if (!g_file_get_contents (path, &text, &size, NULL))
    return FALSE;
  bytes = g_bytes_new_take (text, size);
  root = ocop_json_load (parser, bytes, NULL);
  if (root == NULL)
    return FALSE;
  json_object_foreach_member (json_node_get_object (root), recall_field, mapping);
  return TRUE;
}

/* What stands first below the heading of @column; %NULL where nothing does. */
static const char *
get_first_cell (const OcopImportMapping *mapping,
                guint                    column)
{
  const OcopSheetHeading *heading = mapping->heading;
  const char *text = NULL;

  for (guint i = 0; text == NULL && i < heading->rows->len; i++)
    if (g_array_index (heading->rows, OcopHeadingRow, i).kind == OCOP_ROW_DATA)
      text = ocop_sheet_get_text (heading->sheet, g_array_index (heading->rows, OcopHeadingRow, i).row, column);
  return text;
}

/* A year is what plans are called by. */
static gboolean
is_goal (const char *text)
{
  OcopGoal goal;

  return ocop_goal_parse (text, &goal) && !(strlen (text) == strlen ("2025") && g_str_has_prefix (text, "20"));
}

/* Offices head with "Kế hoạch" what the plan sets; the program itself the plan that a target is of. What stands below
 * tells the two apart. */
static void
part_plan_from_goal (OcopImportMapping *mapping,
                     const char        *plan,
                     const char        *goal)
{
  guint column = ocop_import_mapping_get (mapping, plan);
  const char *first = column != OCOP_IMPORT_NO_COLUMN ? get_first_cell (mapping, column) : NULL;

  if (first == NULL || ocop_import_mapping_get (mapping, goal) != OCOP_IMPORT_NO_COLUMN || !is_goal (first))
    return;
  ocop_import_mapping_set (mapping, plan, OCOP_IMPORT_NO_COLUMN);
  ocop_import_mapping_set (mapping, goal, column);
}

OcopImportMapping *
ocop_import_mapping_new (OcopImportKind          kind,
                         const OcopSheetHeading *heading)
{
  OcopImportMapping *mapping = g_new0 (OcopImportMapping, 1);

  mapping->kind = kind;
  mapping->heading = heading;
  mapping->columns = g_hash_table_new (g_str_hash, g_str_equal);
  mapping->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  mapping->is_remembered = recall (mapping);
  if (mapping->is_remembered)
    return mapping;
  match_headings (mapping, TRUE);
  match_headings (mapping, FALSE);
  if (kind == OCOP_IMPORT_PLAN_TARGETS)
    part_plan_from_goal (mapping, "target.plan", "target.value");
  return mapping;
}

void
ocop_import_mapping_free (OcopImportMapping *mapping)
{
  if (mapping == NULL)
    return;
  g_hash_table_unref (mapping->columns);
  g_hash_table_unref (mapping->fixed);
  g_free (mapping);
}

OcopImportKind
ocop_import_mapping_get_kind (const OcopImportMapping *mapping)
{
  return mapping->kind;
}

gboolean
ocop_import_mapping_is_remembered (const OcopImportMapping *mapping)
{
  return mapping->is_remembered;
}

guint
ocop_import_mapping_get (const OcopImportMapping *mapping,
                         const char              *field)
{
  gpointer column;

  return g_hash_table_lookup_extended (mapping->columns, field, NULL, &column) ? GPOINTER_TO_UINT (column)
                                                                               : OCOP_IMPORT_NO_COLUMN;
}

const OcopImportField *
ocop_import_mapping_get_field (const OcopImportMapping *mapping,
                               guint                    column)
{
  GHashTableIter iter;
  gpointer field, held;

  g_hash_table_iter_init (&iter, mapping->columns);
  while (g_hash_table_iter_next (&iter, &field, &held))
    if (GPOINTER_TO_UINT (held) == column)
      return ocop_import_find_field (mapping->kind, field);
  return NULL;
}

void
ocop_import_mapping_set (OcopImportMapping *mapping,
                         const char        *field,
                         guint              column)
{
  const OcopImportField *known = ocop_import_find_field (mapping->kind, field);
  const OcopImportField *other = column != OCOP_IMPORT_NO_COLUMN ? ocop_import_mapping_get_field (mapping, column) : NULL;

  g_return_if_fail (known != NULL);
  if (other != NULL)
    g_hash_table_remove (mapping->columns, other->name);
  if (column == OCOP_IMPORT_NO_COLUMN)
    g_hash_table_remove (mapping->columns, known->name);
  else
    g_hash_table_insert (mapping->columns, (gpointer) known->name, GUINT_TO_POINTER (column));
}

/* By heading first, for a heading may look like letters. */
static guint
find_column (const OcopImportMapping *mapping,
             const char              *text)
{
  for (guint i = 0; i < n_columns (mapping); i++)
    if (ocop_text_same (get_column (mapping, i)->text, text))
      return get_column (mapping, i)->column;
  for (guint i = 0; i < n_columns (mapping); i++)
    {
      char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

      if (g_ascii_strcasecmp (ocop_sheet_column_name (get_column (mapping, i)->column, letters), text) == 0)
        return get_column (mapping, i)->column;
    }
  return OCOP_IMPORT_NO_COLUMN;
}

/* The field that stands before the sign of @assignment, and what stands after it. */
static const OcopImportField *
parse_assignment (const OcopImportMapping  *mapping,
                  const char               *assignment,
                  const char              **value,
                  GError                  **error)
{
  const char *sign = strchr (assignment, '=');
  g_autofree char *name = sign != NULL ? g_strndup (assignment, (gsize) (sign - assignment)) : g_strdup (assignment);
  const OcopImportField *field = sign != NULL ? ocop_import_find_field (mapping->kind, name) : NULL;

  if (field == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” does not name a field of this kind of list"), name);
  else
    *value = sign + 1;
  return field;
}

gboolean
ocop_import_mapping_set_text (OcopImportMapping  *mapping,
                              const char         *assignment,
                              GError            **error)
{
  const char *text;
  const OcopImportField *field = parse_assignment (mapping, assignment, &text, error);
  guint column = OCOP_IMPORT_NO_COLUMN;

  if (field == NULL)
    return FALSE;
  if (*text != '\0' && (column = find_column (mapping, text)) == OCOP_IMPORT_NO_COLUMN)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The sheet has no column “%s”"), text);
      return FALSE;
    }
  ocop_import_mapping_set (mapping, field->name, column);
  return TRUE;
}

void
ocop_import_mapping_fix (OcopImportMapping *mapping,
                         const char        *field,
                         const char        *text)
{
  const OcopImportField *known = ocop_import_find_field (mapping->kind, field);

  g_return_if_fail (known != NULL);
  if (text == NULL || *text == '\0')
    g_hash_table_remove (mapping->fixed, known->name);
  else
    g_hash_table_insert (mapping->fixed, (gpointer) known->name, g_strdup (text));
}

gboolean
ocop_import_mapping_fix_text (OcopImportMapping  *mapping,
                              const char         *assignment,
                              GError            **error)
{
  const char *text;
  const OcopImportField *field = parse_assignment (mapping, assignment, &text, error);

  if (field != NULL)
    ocop_import_mapping_fix (mapping, field->name, text);
  return field != NULL;
}

const char *
ocop_import_mapping_get_fixed (const OcopImportMapping *mapping,
                               const char              *field)
{
  return g_hash_table_lookup (mapping->fixed, field);
}

gboolean
ocop_import_mapping_is_told (const OcopImportMapping *mapping,
                             const char              *field)
{
  return ocop_import_mapping_get (mapping, field) != OCOP_IMPORT_NO_COLUMN || ocop_import_mapping_get_fixed (mapping, field) != NULL;
}

/* Places among the headings rather than columns of the sheet: the same list may stand elsewhere next time. */
static char *
to_json (const OcopImportMapping *mapping)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < n_columns (mapping); i++)
    {
      const OcopImportField *field = ocop_import_mapping_get_field (mapping, get_column (mapping, i)->column);

      if (field == NULL)
        continue;
      json_builder_set_member_name (builder, field->name);
      json_builder_add_int_value (builder, i);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

gboolean
ocop_import_mapping_remember (const OcopImportMapping  *mapping,
                              GError                  **error)
{
  g_autofree char *path = dup_path (mapping);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *json = to_json (mapping);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents (path, json, -1, error);
}

const char *
ocop_import_mapping_get_text (const OcopImportMapping *mapping,
                              guint                    row,
                              const char              *field)
{
  guint column = ocop_import_mapping_get (mapping, field);
  const char *text = column != OCOP_IMPORT_NO_COLUMN ? ocop_sheet_heading_get_text (mapping->heading, row, column) : NULL;

  return text != NULL ? text : ocop_import_mapping_get_fixed (mapping, field);
}
