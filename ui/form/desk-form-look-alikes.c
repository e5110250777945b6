/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-look-alikes.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-merging.h"
#include "form/desk-duplicates.h"

struct _DeskFormLookAlikes
{
  GObject parent_instance;

  /* Owned references */
  DeskRecordFields *fields;
  DeskNotice *notice;
  GCancellable *cancellable;
};

enum
{
  OPEN,
  SAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFormLookAlikes, desk_form_look_alikes, G_TYPE_OBJECT)

static void
on_opened (DeskFormLookAlikes *self,
           GtkWidget          *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "desk-id"));

  g_signal_emit (self, signals[OPEN], 0, id);
}

static void
on_same (DeskFormLookAlikes *self,
         GtkWidget          *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "desk-id"));

  g_signal_emit (self, signals[SAME], 0, id);
}

static void
add_button (DeskFormLookAlikes  *self,
            const DeskDuplicate *duplicate,
            const char          *label,
            GCallback            clicked)
{
  GtkWidget *button = desk_notice_add_button (self->notice, label, clicked, self);

  g_object_set_data_full (G_OBJECT (button), "desk-id", g_strdup (duplicate->id), g_free);
}

/* What is new is not saved to be merged: the other is opened instead. */
static gboolean
can_be_merged (DeskFormLookAlikes *self)
{
  g_autoptr(OcopRecord) record = desk_record_fields_dup_record (self->fields);

  return ocop_record_get_version (record) > 0 && ocop_merging_takes (ocop_record_get_kind (record));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskFormLookAlikes) self = user_data;
  g_autoptr(DeskDuplicate) duplicate = desk_duplicates_find_finish (OCOP_REGISTER (source), result, NULL);
  g_autofree char *text = NULL;

  if (duplicate == NULL)
    return;
  text = g_strdup_printf (_("Look-alike: %s%s%s"), duplicate->label, duplicate->context != NULL ? " – " : "",
                          duplicate->context != NULL ? duplicate->context : "");
  desk_notice_show (self->notice, text);
  add_button (self, duplicate, _("Open it"), G_CALLBACK (on_opened));
  if (can_be_merged (self))
    add_button (self, duplicate, _("Save and merge…"), G_CALLBACK (on_same));
}

void
desk_form_look_alikes_stop (DeskFormLookAlikes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

void
desk_form_look_alikes_seek (DeskFormLookAlikes *self,
                            OcopRegister       *reg)
{
  g_autoptr(OcopRecord) record = desk_record_fields_dup_record (self->fields);

  if (ocop_kind_find_field (ocop_record_get_kind (record), "name") == NULL || ocop_record_get_text (record, "name") == NULL)
    return;
  desk_form_look_alikes_stop (self);
  desk_duplicates_find_async (reg, record, self->cancellable, on_found, g_object_ref (self));
}

DeskFormLookAlikes *
desk_form_look_alikes_new (DeskRecordFields *fields,
                           DeskNotice       *notice)
{
  DeskFormLookAlikes *self = g_object_new (DESK_TYPE_FORM_LOOK_ALIKES, NULL);

  self->fields = g_object_ref (fields);
  self->notice = g_object_ref (notice);
  return self;
}

static void
desk_form_look_alikes_finalize (GObject *object)
{
  DeskFormLookAlikes *self = DESK_FORM_LOOK_ALIKES (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->notice);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (desk_form_look_alikes_parent_class)->finalize (object);
}

static void
desk_form_look_alikes_class_init (DeskFormLookAlikesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_form_look_alikes_finalize;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAME] = g_signal_new ("same", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_form_look_alikes_init (DeskFormLookAlikes *self)
{
  self->cancellable = g_cancellable_new ();
}
