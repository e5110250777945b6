/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is accepted of what communes gave back, as one change. */

#include "exchange/ocop-commune-intake.h"

#include <glib/gi18n.h>

#include "base/ocop-json.h"
#include "exchange/ocop-commune-compare-private.h"

/* What is accepted: of each commune the key of an answer → what it said. (transfer full) (element-type GHashTable) */
static GPtrArray *
gather_answers (const OcopCommuneIntake *self)
{
  GPtrArray *said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < self->communes->len; i++)
    g_ptr_array_add (said, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
  for (guint i = 0; i < ocop_differences_get_n (self->differences); i++)
    {
      const OcopDifference *one = ocop_differences_get (self->differences, i);

      if (one->accepted)
        g_hash_table_replace (g_ptr_array_index (said, one->sender), g_strdup (one->key),
                              one->value.type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, one->value.integer)
                                                                    : g_strdup (one->field != NULL ? one->value.text : ""));
    }
  return said;
}

static char *
print_answers (GHashTable *answers)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (answers), (GCompareFunc) g_strcmp0);

  for (GList *l = keys; l != NULL; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (answers, l->data));
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/* A report that says nothing new stays as it is. */
static void
place_report (const OcopCommuneIntake *self,
              OcopMaking              *making,
              const OcopCommuneReport *report,
              GHashTable              *said)
{
  g_autofree char *answers = NULL;
  OcopRecord *record;
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (said) == 0 && g_strcmp0 (ocop_record_get_text (report->target->record, "digest"), report->digest) == 0)
    return;
  record = ocop_making_place (making, report->target);
  g_hash_table_iter_init (&iter, report->answers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (said, key))
      g_hash_table_insert (said, g_strdup (key), g_strdup (value));
  answers = print_answers (said);
  ocop_record_set_text (record, "answers", answers);
  ocop_record_set_text (record, "digest", report->digest);
  ocop_record_set_text (record, "saved_at", report->saved_at);
  ocop_record_set_date (record, "received_on", self->on);
  ocop_record_set_text (record, "note", report->note->len > 0 ? report->note->str : NULL);
}

OcopChange *
ocop_commune_intake_make_change (const OcopCommuneIntake  *self,
                                 GError                  **error)
{
  g_autoptr(OcopMaking) making = ocop_making_new (self->differences);
  g_autoptr(GPtrArray) said = gather_answers (self);
  g_autofree char *name = g_strdup_printf (ngettext ("Report of %u commune for %u", "Reports of %u communes for %u", self->reports->len),
                                           self->reports->len, self->year);

  for (guint i = 0; i < self->reports->len; i++)
    {
      const OcopCommuneReport *report = g_ptr_array_index (self->reports, i);

      place_report (self, making, report, g_ptr_array_index (said, report->commune));
    }
  return ocop_making_finish (making, "commune-reports", name, error);
}
