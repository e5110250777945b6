/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is accepted of what communes gave back, as one change. */

#include "exchange/ocop-commune-intake.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "exchange/ocop-commune-compare-private.h"

/* @after: OcopCommuneTarget → OcopRecord: what is to stand there
 * @order: the targets, each after what it needs */
typedef struct
{
  GHashTable *after;
  GPtrArray *order;
} Making;

static OcopRecord *
record_after (Making            *making,
              OcopCommuneTarget *target)
{
  OcopRecord *record = g_hash_table_lookup (making->after, target);

  if (record != NULL)
    return record;
  if (target->needs != NULL)
    record_after (making, target->needs);
  record = ocop_record_copy (target->record);
  g_hash_table_insert (making->after, target, record);
  g_ptr_array_add (making->order, target);
  return record;
}

static void
accept_differences (const OcopCommuneIntake *self,
                    Making                  *making,
                    GHashTable             **said)
{
  for (guint i = 0; i < self->differences->len; i++)
    {
      const OcopCommuneDifference *one = ocop_commune_intake_get_difference (self, i);
      OcopRecord *record;

      if (!one->accepted || one->refusal != NULL)
        continue;
      record = record_after (making, one->target);
      if (one->field != NULL)
        ocop_record_set (record, one->field->name, &one->value);
      if (one->field != NULL && one->value.type == OCOP_VALUE_INTEGER)
        g_hash_table_replace (said[one->commune], g_strdup (one->key), g_strdup_printf ("%" G_GINT64_FORMAT, one->value.integer));
      else
        g_hash_table_replace (said[one->commune], g_strdup (one->key), g_strdup (one->field != NULL ? one->value.text : ""));
    }
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
finish_report (const OcopCommuneIntake *self,
               Making                  *making,
               const OcopCommuneReport *report,
               GHashTable              *said)
{
  const OcopRecord *before = report->target->record;
  g_autofree char *answers = NULL;
  OcopRecord *record;
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (said) == 0 && g_strcmp0 (ocop_record_get_text (before, "digest"), report->digest) == 0)
    return;
  record = record_after (making, report->target);
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

static OcopChange *
write_change (const OcopCommuneIntake  *self,
              const Making             *making,
              GError                  **error)
{
  g_autofree char *name = g_strdup_printf (ngettext ("Report of %u commune for %u", "Reports of %u communes for %u", self->reports->len),
                                           self->reports->len, self->year);
  g_autoptr(OcopChange) change = ocop_change_new ("commune-reports", name);

  for (guint i = 0; i < making->order->len; i++)
    {
      OcopCommuneTarget *target = g_ptr_array_index (making->order, i);
      OcopRecord *record = g_hash_table_lookup (making->after, target);
      g_autoptr(GError) local = NULL;

      if (!ocop_record_check (record, NULL, &local))
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("What is accepted does not fit together: %s"), local->message);
          return NULL;
        }
      if (target->exists)
        ocop_change_edit (change, target->record, record);
      else
        ocop_change_add (change, record);
    }
  return g_steal_pointer (&change);
}

OcopChange *
ocop_commune_intake_make_change (const OcopCommuneIntake  *self,
                                 GError                  **error)
{
  g_autoptr(GHashTable) after = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ocop_record_free);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  Making making = { after, order };

  for (guint i = 0; i < self->communes->len; i++)
    g_ptr_array_add (said, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
  accept_differences (self, &making, (GHashTable **) said->pdata);
  for (guint i = 0; i < self->reports->len; i++)
    {
      const OcopCommuneReport *report = g_ptr_array_index (self->reports, i);

      finish_report (self, &making, report, g_ptr_array_index (said, report->commune));
    }
  return write_change (self, &making, error);
}
