/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a package is made of, and how it is opened. */

#include "exchange/ocop-office-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-package.h"
#include "model/ocop-attachment-name.h"
#include "register/ocop-attachments.h"
#include "register/ocop-record-json.h"

#define MARK_PART "mimetype"
#define MARK "application/vnd.ocop.office-package"
#define RECORDS_PART "records.json"
/* SHA-256 of the records, in hexadecimal digits: a package that was cut or altered is noticed, not one that was forged. */
#define DIGEST_PART "digest"
#define MAX_SIZE (256 * 1024 * 1024)
#define FILES_FOLDER "files/"
/* Of attached files in one package: a program that opens it holds it in memory, and refuses more than a gigabyte. */
#define MOST_FILES ((gsize) 640 * 1024 * 1024)
#define LAYOUT_VERSION 1

/* Which records are a locality's, each after those that it links to: those for which @within leads to it or to what lies
 * in it, and those for which @around (nullable) leads to what it lies in, or to nowhere. Of the plans of the province a
 * commune gets the targets, the tasks and the budget, and of what is shared out or registered its own part. */
static const struct
{
  const char *kind;
  const char *within;
  const char *around;
} scopes[] = {
  { "producer", "locality", NULL },
  { "product", "locality", NULL },
  { "recognition", "product.locality", NULL },
  { "certificate", "product.locality", NULL },
  { "sales_link", "product.locality", NULL },
  { "product_year", "product.locality", NULL },
  { "producer_year", "producer.locality", NULL },
  { "dossier", "product.locality", NULL },
  { "dossier_move", "dossier.product.locality", NULL },
  { "dossier_document", "dossier.product.locality", NULL },
  { "plan", "unit", "unit" },
  { "target", "plan.unit", "plan.unit" },
  { "target_share", "target.plan.unit", NULL },
  { "target_share", "unit", NULL },
  { "target_figure", "target.plan.unit", NULL },
  { "task", "plan.unit", "plan.unit" },
  { "budget_line", "plan.unit", "plan.unit" },
  { "plan_product", "plan.unit", NULL },
  { "plan_product", "unit", NULL },
};

/* What both offices had */

/* Of each field the value that a package wrote last; of what a package added, of all fields. Those that were never
 * exchanged are no members. */
static void
add_written (JsonObject     *common,
             const OcopKind *kind,
             const char     *json,
             gboolean        added)
{
  g_autoptr(JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *after = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      JsonNode *node = after != NULL ? json_object_get_member (after, field->name) : NULL;

      if (json_object_has_member (common, field->name))
        continue;
      if (node != NULL)
        json_object_set_member (common, field->name, json_node_copy (node));
      else if (added)
        json_object_set_null_member (common, field->name);
    }
}

GHashTable *
ocop_office_read_changes (OcopReader      *reader,
                          const OcopQuery *query)
{
  static const char * const columns[] = { "id", NULL };
  GHashTable *changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopRows) receipts = ocop_reader_rows (reader, query, columns, 0, -1, NULL);

  for (guint i = 0; receipts != NULL && i < ocop_rows_get_n_rows (receipts); i++)
    {
      g_autoptr(OcopRows) rows = ocop_reader_history (reader, ocop_rows_get_text (receipts, i, 0), -1, NULL);

      for (guint j = 0; rows != NULL && j < ocop_rows_get_n_rows (rows); j++)
        g_hash_table_add (changes, g_strdup (ocop_rows_get_text (rows, j, OCOP_HISTORY_CHANGE)));
    }
  return changes;
}

JsonObject *
ocop_office_load_common (OcopReader     *reader,
                         const OcopKind *kind,
                         const char     *id,
                         GHashTable     *others)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, id, -1, NULL);
  JsonObject *common = json_object_new ();

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_KIND), OCOP_OFFICE_CHANGE) == 0 &&
        !g_hash_table_contains (others, ocop_rows_get_text (rows, i, OCOP_HISTORY_CHANGE)))
      add_written (common, kind, ocop_rows_get_text (rows, i, OCOP_HISTORY_AFTER),
                   g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_ACTION), "add") == 0);
  return common;
}

/* Making */

/* @around: the locality and what it lies in, ended by %NULL
 * @others: the changes that took in packages of other localities
 * @files: the names of the attachments that go with them
 * @sent: the ids of the records that are in it already */
typedef struct
{
  OcopReader *reader;
  OcopRegister *reg;
  JsonBuilder *builder;
  OcopRecord *office;
  const char *unit;
  GPtrArray *around;
  GHashTable *sent;
  GHashTable *others;
  GHashTable *files;
} Making;

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->office, ocop_record_free);
  g_clear_pointer (&making->around, g_ptr_array_unref);
  g_clear_pointer (&making->sent, g_hash_table_unref);
  g_clear_pointer (&making->others, g_hash_table_unref);
  g_clear_pointer (&making->files, g_hash_table_unref);
  g_clear_object (&making->builder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

/* What was merged into another record here is to be merged into it there. */
static void
add_binned (const Making   *making,
            const OcopKind *kind,
            const char     *id)
{
  g_autofree char *into = ocop_reader_resolve (making->reader, kind, id, NULL);

  json_builder_set_member_name (making->builder, "binned");
  json_builder_add_boolean_value (making->builder, TRUE);
  json_builder_set_member_name (making->builder, "into");
  json_builder_add_string_value (making->builder, into);
}

/* An office need not say of its own plans of which locality they are; elsewhere they are not the only ones. */
static void
spell_out (const Making *making,
           OcopRecord   *record)
{
  const char *own = ocop_record_get_text (making->office, "level");

  if (!g_str_equal (ocop_record_get_kind (record)->name, "plan") || g_strcmp0 (own, ocop_record_get_text (record, "level")) != 0)
    return;
  if (g_strcmp0 (own, OCOP_OFFICE_COMMUNE) == 0)
    ocop_record_set_text (record, "unit", making->unit);
  else if (ocop_record_get_text (record, "unit") == NULL)
    ocop_record_set (record, "unit", ocop_record_get (making->office, "unit"));
}

/* Those that both offices have need not go along. */
static void
note_files (const Making     *making,
            const OcopRecord *record,
            JsonObject       *common)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *name = ocop_field_is_attachment (field) ? ocop_record_get_text (record, field->name) : NULL;

      if (name != NULL && ocop_attachment_name_is_valid (name) && g_strcmp0 (json_object_get_string_member_with_default (common, field->name, NULL), name) != 0)
        g_hash_table_add (making->files, g_strdup (name));
    }
}

static gboolean
add_record (const Making    *making,
            const OcopKind  *kind,
            const char      *id,
            gboolean         binned,
            GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (making->reader, kind, id, error);
  g_autofree char *now = NULL;
  JsonNode *common;

  if (record == NULL)
    return FALSE;
  spell_out (making, record);
  now = ocop_record_to_json (record, NULL);
  common = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (common, ocop_office_load_common (making->reader, kind, id, making->others));
  if (!binned)
    note_files (making, record, json_node_get_object (common));
  json_builder_begin_object (making->builder);
  json_builder_set_member_name (making->builder, "kind");
  json_builder_add_string_value (making->builder, kind->name);
  json_builder_set_member_name (making->builder, "id");
  json_builder_add_string_value (making->builder, id);
  json_builder_set_member_name (making->builder, "now");
  json_builder_add_value (making->builder, json_from_string (now, NULL));
  json_builder_set_member_name (making->builder, "common");
  json_builder_add_value (making->builder, common);
  if (binned)
    add_binned (making, kind, id);
  json_builder_end_object (making->builder);
  return TRUE;
}

/* The records of @kind for which @path leads to one of @units, in the way @op says. */
static gboolean
add_records (const Making        *making,
             const char          *kind,
             const char          *path,
             OcopOperator         op,
             const char * const  *units,
             gboolean             binned,
             GError             **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_wherev (query, path, op, units);
  ocop_query_set_binned (query, binned);
  rows = ocop_reader_rows (making->reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_hash_table_add (making->sent, g_strdup (ocop_rows_get_text (rows, i, 0))) &&
        !add_record (making, ocop_kind_find (kind), ocop_rows_get_text (rows, i, 0), binned, error))
      return FALSE;
  return rows != NULL;
}

static gboolean
add_scope (const Making  *making,
           guint          scope,
           gboolean       binned,
           GError       **error)
{
  const char * const unit[] = { making->unit, NULL };
  static const char * const none[] = { NULL };
  const char *around = scopes[scope].around;

  return add_records (making, scopes[scope].kind, scopes[scope].within, OCOP_OPERATOR_WITHIN, unit, binned, error) &&
         (around == NULL ||
          (add_records (making, scopes[scope].kind, around, OCOP_OPERATOR_IS, (const char * const *) making->around->pdata, binned, error) &&
           add_records (making, scopes[scope].kind, around, OCOP_OPERATOR_UNKNOWN, none, binned, error)));
}

/* The locality and those that it lies in, the widest first. */
static gboolean
find_units (Making      *making,
            const char  *unit,
            GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (making->reader, ocop_kind_find ("unit"), unit, error);
  const char *parent = record != NULL ? ocop_record_get_text (record, "parent") : NULL;

  if (record == NULL || (parent != NULL && !find_units (making, parent, error)))
    return FALSE;
  g_ptr_array_add (making->around, g_strdup (unit));
  return TRUE;
}

/* What lies in @unit, of which records may be. */
static gboolean
add_units_within (const Making  *making,
                  const char    *unit,
                  GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "parent", OCOP_OPERATOR_IS, unit, NULL);
  rows = ocop_reader_rows (making->reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_hash_table_add (making->sent, g_strdup (ocop_rows_get_text (rows, i, 0))) &&
        (!add_record (making, ocop_kind_find ("unit"), ocop_rows_get_text (rows, i, 0), FALSE, error) ||
         !add_units_within (making, ocop_rows_get_text (rows, i, 0), error)))
      return FALSE;
  return rows != NULL;
}

static gboolean
add_units (Making  *making,
           GError **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("office_package");

  if (!find_units (making, making->unit, error))
    return FALSE;
  g_ptr_array_add (making->around, NULL);
  ocop_query_wherev (query, "unit", OCOP_OPERATOR_IS_NOT, (const char * const *) making->around->pdata);
  making->others = ocop_office_read_changes (making->reader, query);
  for (guint i = 0; i + 1 < making->around->len; i++)
    if (!add_record (making, ocop_kind_find ("unit"), g_ptr_array_index (making->around, i), FALSE, error))
      return FALSE;
  return add_units_within (making, making->unit, error);
}

/* Which fields the program knows that made the package: others are not empty there. */
static void
add_fields (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      const OcopKind *kind = ocop_kind_find (scopes[i].kind);

      json_builder_set_member_name (builder, kind->name);
      json_builder_begin_array (builder);
      for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
        json_builder_add_string_value (builder, field->name);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* The place in the register's own history and the time tell an older package from a newer one. */
static void
begin_records (const Making *making)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  JsonBuilder *builder = making->builder;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, LAYOUT_VERSION);
  json_builder_set_member_name (builder, "seq");
  json_builder_add_int_value (builder, ocop_reader_get_seq (making->reader));
  add_text (builder, "program", OCOP_VERSION);
  add_text (builder, "made_at", made_at);
  add_text (builder, "register", ocop_register_get_id (making->reg));
  add_text (builder, "level", ocop_record_get_text (making->office, "level"));
  add_text (builder, "unit", making->unit);
  add_fields (builder);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
}

/* The files that the records name, as many as one package can hold: what is left out is missed by whoever takes it in. */
static void
add_files (const Making *making,
           GPtrArray    *names,
           GPtrArray    *contents)
{
  g_autoptr(GList) files = g_list_sort (g_hash_table_get_keys (making->files), (GCompareFunc) g_strcmp0);
  gsize left = MOST_FILES;

  for (GList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = ocop_attachments_dup_path (making->reg, l->data);
      g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

      if (file == NULL || g_mapped_file_get_length (file) > left)
        continue;
      left -= g_mapped_file_get_length (file);
      g_ptr_array_add (names, ocop_office_file_part (l->data));
      g_ptr_array_add (contents, g_mapped_file_get_bytes (file));
    }
}

static GBytes *
pack (const Making  *making,
      GError       **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(JsonNode) root = json_builder_get_root (making->builder);
  char *text = json_to_string (root, FALSE);
  g_autoptr(GBytes) records = g_bytes_new_take (text, strlen (text));
  g_autoptr(GBytes) mark = g_bytes_new_static (MARK, strlen (MARK));
  char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, records);
  g_autoptr(GBytes) digest = g_bytes_new_take (sum, strlen (sum));

  const struct { const char *name; GBytes *bytes; } parts[] = { { MARK_PART, mark }, { DIGEST_PART, digest }, { RECORDS_PART, records } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_ptr_array_add (names, g_strdup (parts[i].name));
      g_ptr_array_add (contents, g_bytes_ref (parts[i].bytes));
    }
  add_files (making, names, contents);
  g_ptr_array_add (names, NULL);
  return ocop_package_build ((const char * const *) names->pdata, (GBytes * const *) contents->pdata, error);
}

GBytes *
ocop_office_package_make (OcopReader  *reader,
                          OcopRegister *reg,
                          const char  *unit,
                          GError     **error)
{
  g_auto(Making) making = { reader, reg, json_builder_new (), ocop_reader_office (reader, error), unit };

  making.around = g_ptr_array_new_with_free_func (g_free);
  making.sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  making.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (making.office == NULL)
    return NULL;
  begin_records (&making);
  if (!add_units (&making, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (!add_scope (&making, i, FALSE, error))
      return NULL;
  /* What goes last comes to be first: nothing is put into the bin before what needs it. */
  for (guint i = G_N_ELEMENTS (scopes); i > 0; i--)
    if (!add_scope (&making, i - 1, TRUE, error))
      return NULL;
  json_builder_end_array (making.builder);
  json_builder_end_object (making.builder);
  return pack (&making, error);
}

/* Opening */

gboolean
ocop_office_fail (GError **error)
{
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is no package of this program, or it is damaged."));
  return FALSE;
}

gboolean
ocop_office_travels (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strcmp0 (scopes[i].kind, kind) == 0)
      return TRUE;
  return g_strcmp0 (kind, "unit") == 0;
}

static gboolean
check_root (JsonObject  *root,
            const char  *register_id,
            GError     **error)
{
  if (json_object_get_int_member_with_default (root, "version", 0) != LAYOUT_VERSION)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NEWER, _("The package was made by another version of the program."));
      return FALSE;
    }
  if (g_strcmp0 (json_object_get_string_member_with_default (root, "register", NULL), register_id) != 0)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_REFUSED, _("The package was made by this register itself."));
  return FALSE;
}

/* Whether the records are those that the digest was made of. */
static gboolean
check_digest (OcopPackage  *package,
              GBytes       *records,
              GError      **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, records);
  g_autoptr(GBytes) digest = ocop_package_has (package, DIGEST_PART) ? ocop_package_load (package, DIGEST_PART, MAX_SIZE, NULL) : NULL;

  if (digest != NULL && g_bytes_get_size (digest) == strlen (sum) && memcmp (g_bytes_get_data (digest, NULL), sum, strlen (sum)) == 0)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("The package is not what the other office wrote: it was altered or cut. Ask for it again; nothing was taken."));
  return FALSE;
}

static GBytes *
load_records (OcopPackage  *package,
              GError      **error)
{
  g_autoptr(GBytes) records = NULL;

  if (package == NULL || !ocop_package_has (package, RECORDS_PART))
    ocop_office_fail (error);
  else
    records = ocop_package_load (package, RECORDS_PART, MAX_SIZE, error);
  return records != NULL && check_digest (package, records, error) ? g_steal_pointer (&records) : NULL;
}

JsonObject *
ocop_office_open (JsonParser  *parser,
                  const char  *register_id,
                  OcopPackage *package,
                  GError     **error)
{
  g_autoptr(GBytes) records = load_records (package, error);
  JsonNode *root = records != NULL ? ocop_json_load (parser, records, error) : NULL;

  return root != NULL && check_root (json_node_get_object (root), register_id, error) ? json_node_get_object (root) : NULL;
}

/* Attachments */

char *
ocop_office_file_part (const char *name)
{
  return g_strconcat (FILES_FOLDER, name, NULL);
}

static gboolean
is_here (OcopRegister *reg,
         const char   *name)
{
  g_autofree char *path = ocop_attachments_dup_path (reg, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
ocop_office_has_file (const OcopOfficeTaking *taking,
                      OcopRegister           *reg,
                      const char             *name)
{
  g_autofree char *part = ocop_office_file_part (name);

  return ocop_attachment_name_is_valid (name) && (is_here (reg, name) || ocop_package_has (taking->package, part));
}

static gboolean
keep_file (const OcopOfficeTaking  *taking,
           OcopRegister            *reg,
           const OcopField         *field,
           const char              *name,
           GError                 **error)
{
  g_autofree char *part = ocop_office_file_part (name);
  g_autoptr(GBytes) content = ocop_package_load (taking->package, part, OCOP_ATTACHMENT_MOST_BYTES, error);
  g_autofree char *kept = NULL;

  if (content == NULL)
    return FALSE;
  if (!ocop_attachment_name_fits (name, content))
    return ocop_office_fail (error);
  kept = ocop_attachments_add (reg, field, content, name, error);
  return kept != NULL && (g_str_equal (kept, name) || ocop_office_fail (error));
}

gboolean
ocop_office_keep_files (const OcopOfficeTaking  *taking,
                        OcopRegister            *reg,
                        const GPtrArray         *records,
                        GError                 **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (records, i);

      for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
        {
          const char *name = ocop_field_is_attachment (field) ? ocop_record_get_text (record, field->name) : NULL;
          g_autofree char *part = name != NULL ? ocop_office_file_part (name) : NULL;

          if (name != NULL && ocop_package_has (taking->package, part) && !is_here (reg, name) && !keep_file (taking, reg, field, name, error))
            return FALSE;
        }
    }
  return TRUE;
}
