/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-producer-hint.h"

#include "evaluation/ocop-producer-change.h"

/* Whether it is a product of the register whose producer is another in the form. */
static gboolean
is_changed (DeskRecordFields *fields,
            const OcopRecord *base)
{
  g_autoptr(OcopRecord) record = NULL;

  if (!g_str_equal (ocop_record_get_kind (base)->name, "product") || ocop_record_get_version (base) == 0 ||
      ocop_record_get_text (base, "producer") == NULL)
    return FALSE;
  record = desk_record_fields_dup_record (fields);
  return g_str_equal (ocop_record_get_id (record), ocop_record_get_id (base)) &&
         g_strcmp0 (ocop_record_get_text (record, "producer"), ocop_record_get_text (base, "producer")) != 0;
}

typedef struct
{
  DeskRecordFields *fields;
  OcopRecord *base;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->fields);
  ocop_record_free (errand->base);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gpointer
read_hint (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_producer_change_say (reader, data, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autofree char *hint = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (hint != NULL && *hint != '\0' && gtk_widget_get_root (GTK_WIDGET (errand->fields)) != NULL && is_changed (errand->fields, errand->base))
    desk_record_fields_show_hint (errand->fields, "producer", hint);
}

void
desk_producer_hint_seek (DeskRecordFields *fields,
                         OcopRegister     *reg,
                         const OcopRecord *base)
{
  Errand *errand;

  if (!is_changed (fields, base))
    return;
  errand = g_new (Errand, 1);
  *errand = (Errand) { g_object_ref (fields), ocop_record_copy (base) };
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_hint, g_strdup (ocop_record_get_id (base)), g_free, g_free, NULL, on_read, errand);
}
