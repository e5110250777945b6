/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a package is made of, and how it is opened. */

#include "exchange/ocop-office-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-package.h"
#include "register/ocop-record-json.h"

#define MARK_PART "mimetype"
#define MARK "application/vnd.ocop.office-package"
#define RECORDS_PART "records.json"
/* SHA-256 of the records, in hexadecimal digits: a package that was cut or altered is noticed, not one that was forged. */
#define DIGEST_PART "digest"
#define MAX_SIZE (256 * 1024 * 1024)
#define LAYOUT_VERSION 1

/* Which records are a locality's, each after those that it links to. */
static const struct
{
  const char *kind;
  const char *locality;
} scopes[] = {
  { "producer", "locality" },
  { "product", "locality" },
  { "recognition", "product.locality" },
  { "certificate", "product.locality" },
  { "sales_link", "product.locality" },
  { "product_year", "product.locality" },
  { "producer_year", "producer.locality" },
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

JsonObject *
ocop_office_load_common (OcopReader     *reader,
                         const OcopKind *kind,
                         const char     *id)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, id, -1, NULL);
  JsonObject *common = json_object_new ();

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_KIND), OCOP_OFFICE_CHANGE) == 0)
      add_written (common, kind, ocop_rows_get_text (rows, i, OCOP_HISTORY_AFTER),
                   g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_ACTION), "add") == 0);
  return common;
}

/* Making */

/* What was merged into another record here is to be merged into it there. */
static void
add_binned (JsonBuilder    *builder,
            OcopReader     *reader,
            const OcopKind *kind,
            const char     *id)
{
  g_autofree char *into = ocop_reader_resolve (reader, kind, id, NULL);

  json_builder_set_member_name (builder, "binned");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "into");
  json_builder_add_string_value (builder, into);
}

static gboolean
add_record (JsonBuilder     *builder,
            OcopReader      *reader,
            const OcopKind  *kind,
            const char      *id,
            gboolean         binned,
            GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, kind, id, error);
  g_autofree char *now = record != NULL ? ocop_record_to_json (record, NULL) : NULL;
  JsonNode *common;

  if (record == NULL)
    return FALSE;
  common = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (common, ocop_office_load_common (reader, kind, id));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind->name);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_set_member_name (builder, "now");
  json_builder_add_value (builder, json_from_string (now, NULL));
  json_builder_set_member_name (builder, "common");
  json_builder_add_value (builder, common);
  if (binned)
    add_binned (builder, reader, kind, id);
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
add_scope (JsonBuilder  *builder,
           OcopReader   *reader,
           guint         scope,
           const char   *unit,
           gboolean      binned,
           GError      **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (scopes[scope].kind);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, scopes[scope].locality, OCOP_OPERATOR_WITHIN, unit, NULL);
  ocop_query_set_binned (query, binned);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (!add_record (builder, reader, ocop_kind_find (scopes[scope].kind), ocop_rows_get_text (rows, i, 0), binned, error))
      return FALSE;
  return rows != NULL;
}

/* The locality and those that it lies in, the widest first. */
static gboolean
add_units (JsonBuilder  *builder,
           OcopReader   *reader,
           const char   *unit,
           GError      **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("unit"), unit, error);
  const char *parent = record != NULL ? ocop_record_get_text (record, "parent") : NULL;

  if (record == NULL || (parent != NULL && !add_units (builder, reader, parent, error)))
    return FALSE;
  return add_record (builder, reader, ocop_kind_find ("unit"), unit, FALSE, error);
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
begin_records (JsonBuilder *builder,
               OcopReader  *reader,
               const char  *register_id,
               const char  *unit)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *level = ocop_office_dup_level (reader);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, LAYOUT_VERSION);
  json_builder_set_member_name (builder, "seq");
  json_builder_add_int_value (builder, ocop_reader_get_seq (reader));
  add_text (builder, "program", OCOP_VERSION);
  add_text (builder, "made_at", made_at);
  add_text (builder, "register", register_id);
  add_text (builder, "level", level);
  add_text (builder, "unit", unit);
  add_fields (builder);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
}

static GBytes *
pack (JsonBuilder  *builder,
      GError      **error)
{
  static const char * const names[] = { MARK_PART, DIGEST_PART, RECORDS_PART, NULL };
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, FALSE);
  g_autoptr(GBytes) records = g_bytes_new_take (text, strlen (text));
  g_autoptr(GBytes) mark = g_bytes_new_static (MARK, strlen (MARK));
  char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, records);
  g_autoptr(GBytes) digest = g_bytes_new_take (sum, strlen (sum));

  return ocop_package_build (names, (GBytes *[]) { mark, digest, records }, error);
}

GBytes *
ocop_office_package_make (OcopReader  *reader,
                          const char  *register_id,
                          const char  *unit,
                          GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  begin_records (builder, reader, register_id, unit);
  if (!add_units (builder, reader, unit, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (!add_scope (builder, reader, i, unit, FALSE, error))
      return NULL;
  /* What goes last comes to be first: nothing is put into the bin before what needs it. */
  for (guint i = G_N_ELEMENTS (scopes); i > 0; i--)
    if (!add_scope (builder, reader, i - 1, unit, TRUE, error))
      return NULL;
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return pack (builder, error);
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
load_records (GBytes  *bytes,
              GError **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, NULL);
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
                  GBytes      *bytes,
                  GError     **error)
{
  g_autoptr(GBytes) records = load_records (bytes, error);
  JsonNode *root = records != NULL ? ocop_json_load (parser, records, error) : NULL;

  return root != NULL && check_root (json_node_get_object (root), register_id, error) ? json_node_get_object (root) : NULL;
}
