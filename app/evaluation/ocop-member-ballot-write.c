/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-member-ballot-private.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "base/ocop-package.h"
#include "evaluation/ocop-choices.h"

/* The parts */

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            guint        number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static GBytes *
finish_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static void
build_facts (JsonBuilder  *builder,
             const GArray *facts)
{
  if (facts->len == 0)
    return;
  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->len; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "title", g_array_index (facts, OcopMemberBallotFact, i).title);
      add_text (builder, "text", g_array_index (facts, OcopMemberBallotFact, i).text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_product (JsonBuilder                   *builder,
               const OcopMemberBallotProduct *product)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", product->id);
  add_text (builder, "name", product->name);
  add_text (builder, "producer", product->producer_name);
  add_number (builder, "law", product->law + 1);
  add_text (builder, "decision", product->decision);
  add_text (builder, "set", product->set);
  add_number (builder, "scoring", product->scoring);
  json_builder_set_member_name (builder, "story");
  json_builder_add_boolean_value (builder, product->rules.has_story);
  add_text (builder, "self", product->self);
  add_text (builder, "advised", product->advised);
  build_facts (builder, product->facts);
  json_builder_end_object (builder);
}

static void
build_head (JsonBuilder            *builder,
            const OcopMemberBallot *self)
{
  char held_on[OCOP_DATE_TEXT_SIZE];

  add_number (builder, "version", OCOP_BALLOT_VERSION);
  add_text (builder, "register", self->register_id);
  add_text (builder, "office", self->office_name);
  json_builder_set_member_name (builder, "session");
  json_builder_begin_object (builder);
  add_text (builder, "id", self->session);
  add_text (builder, "name", self->session_name);
  add_text (builder, "council", self->council_name);
  add_text (builder, "held_on", ocop_date_to_text (self->held_on, held_on));
  add_text (builder, "venue", self->venue);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "member");
  json_builder_begin_object (builder);
  add_text (builder, "id", self->member);
  add_text (builder, "name", self->member_name);
  add_text (builder, "role", self->role);
  json_builder_end_object (builder);
}

static GBytes *
write_ballot (const OcopMemberBallot *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  build_head (builder, self);
  json_builder_set_member_name (builder, "products");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->products->len; i++)
    build_product (builder, ocop_member_ballot_get_product (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return finish_json (builder);
}

static void
build_sheet (JsonBuilder                   *builder,
             const OcopMemberBallotProduct *product)
{
  g_autofree char *choices = ocop_choices_format (product->rules.criteria, product->choices);

  json_builder_begin_object (builder);
  add_text (builder, "product", product->id);
  add_text (builder, "choices", choices);
  add_text (builder, "comment", product->comment);
  json_builder_end_object (builder);
}

static GBytes *
write_sheets (const OcopMemberBallot *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "done");
  json_builder_add_boolean_value (builder, self->done);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->products->len; i++)
    build_sheet (builder, ocop_member_ballot_get_product (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return finish_json (builder);
}

/* The package */

static void
digest_part_of (GChecksum  *checksum,
                const char *name,
                GBytes     *bytes)
{
  g_autofree char *head = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, g_bytes_get_size (bytes));

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

char *
ocop_member_ballot_digest (const GPtrArray *names,
                           const GPtrArray *contents)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < contents->len; i++)
    digest_part_of (checksum, g_ptr_array_index (names, i), g_ptr_array_index (contents, i));
  return g_strdup (g_checksum_get_string (checksum));
}

static void
take_part (GPtrArray *names,
           GPtrArray *contents,
           char      *name,
           GBytes    *bytes)
{
  g_ptr_array_add (names, name);
  g_ptr_array_add (contents, bytes);
}

static void
take_law (GPtrArray  *names,
          GPtrArray  *contents,
          GHashTable *files,
          guint       place)
{
  g_autoptr(GList) paths = g_list_sort (g_hash_table_get_keys (files), (GCompareFunc) strcmp);

  for (GList *path = paths; path != NULL; path = path->next)
    take_part (names, contents, g_strdup_printf ("%s%u/%s", OCOP_BALLOT_LAW_FOLDER, place + 1, (const char *) path->data),
               g_bytes_ref (g_hash_table_lookup (files, path->data)));
}

/* What the office wrote. */
static void
take_parts (const OcopMemberBallot *self,
            GPtrArray              *names,
            GPtrArray              *contents)
{
  take_part (names, contents, g_strdup (OCOP_BALLOT_TYPE_PART),
             g_bytes_new_static (OCOP_MEMBER_BALLOT_MIME_TYPE, strlen (OCOP_MEMBER_BALLOT_MIME_TYPE)));
  take_part (names, contents, g_strdup (OCOP_BALLOT_HEAD_PART), write_ballot (self));
  for (guint i = 0; i < self->laws->len; i++)
    take_law (names, contents, g_ptr_array_index (self->laws, i), i);
}

char *
ocop_member_ballot_dup_digest (const OcopMemberBallot *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  take_parts (self, names, contents);
  return ocop_member_ballot_digest (names, contents);
}

static GBytes *
build_package (const OcopMemberBallot  *self,
               GError                 **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  char *digest;

  take_parts (self, names, contents);
  digest = ocop_member_ballot_digest (names, contents);
  take_part (names, contents, g_strdup (OCOP_BALLOT_DIGEST_PART), g_bytes_new_take (digest, strlen (digest)));
  take_part (names, contents, g_strdup (OCOP_BALLOT_SHEETS_PART), write_sheets (self));
  g_ptr_array_add (names, NULL);
  return ocop_package_build ((const char * const *) names->pdata, (GBytes * const *) contents->pdata, error);
}

static GBytes *
replace_sheets (const OcopMemberBallot  *self,
                GError                 **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (self->bytes, error);
  g_autoptr(GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  if (package == NULL)
    return NULL;
  g_hash_table_insert (parts, (gpointer) OCOP_BALLOT_SHEETS_PART, write_sheets (self));
  return ocop_package_replace (package, parts, error);
}

GBytes *
ocop_member_ballot_save (const OcopMemberBallot  *self,
                         GError                 **error)
{
  return self->bytes != NULL ? replace_sheets (self, error) : build_package (self, error);
}
