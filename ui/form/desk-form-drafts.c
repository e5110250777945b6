/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-drafts.h"

#include <glib/gi18n.h>

#include "form/desk-draft.h"
#include "form/desk-loaded.h"
#include "form/desk-side-by-side.h"

#define DELAY 300

struct _DeskFormDrafts
{
  GObject parent_instance;

  /* Owned references */
  DeskRecordFields *fields;
  DeskNotice *notice;
  OcopRegister *reg;
  OcopRecord *base;         /* NULL for none */
  GHashTable *labels;       /* of @base */
  DeskLoaded *offered;      /* the draft that is offered, with the names of its own links */
  GCancellable *cancellable;

  guint source;
};

enum
{
  USED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFormDrafts, desk_form_drafts, G_TYPE_OBJECT)

static gboolean
is_new (DeskFormDrafts *self)
{
  return ocop_record_get_version (self->base) == 0;
}

/* A draft of a new record is found by its kind. */
static const char *
get_id (DeskFormDrafts *self)
{
  return is_new (self) ? NULL : ocop_record_get_id (self->base);
}

static gboolean
keep (gpointer data)
{
  DeskFormDrafts *self = data;
  g_autoptr(OcopRecord) record = desk_record_fields_dup_record (self->fields);

  self->source = 0;
  ocop_drafts_keep (desk_draft_get_all (), ocop_register_get_id (self->reg), record, is_new (self) ? NULL : self->base);
  return G_SOURCE_REMOVE;
}

void
desk_form_drafts_keep_soon (DeskFormDrafts *self)
{
  if (self->base != NULL && self->source == 0)
    self->source = g_timeout_add (DELAY, keep, self);
}

void
desk_form_drafts_flush (DeskFormDrafts *self)
{
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  keep (self);
}

void
desk_form_drafts_discard (DeskFormDrafts *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->base != NULL)
    ocop_drafts_discard (desk_draft_get_all (), ocop_register_get_id (self->reg), ocop_record_get_kind (self->base), get_id (self));
}

void
desk_form_drafts_attach (DeskFormDrafts   *self,
                         OcopRegister     *reg,
                         const OcopRecord *base)
{
  OcopRecord *copy = base != NULL ? ocop_record_copy (base) : NULL;

  desk_form_drafts_flush (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->offered, desk_loaded_free);
  g_set_object (&self->reg, reg);
  g_clear_pointer (&self->base, ocop_record_free);
  self->base = copy;
}

/* Offering */

static void
use_draft (DeskFormDrafts *self)
{
  desk_notice_hide (self->notice);
  desk_record_fields_set_record (self->fields, self->offered->record, self->offered->labels);
  g_signal_emit (self, signals[USED], 0);
}

static void
refuse_draft (DeskFormDrafts *self)
{
  desk_form_drafts_discard (self);
  desk_notice_hide (self->notice);
}

static void
on_chosen (DeskFormDrafts *self,
           DeskSideBySide *both)
{
  if (desk_side_by_side_is_all_theirs (both))
    {
      refuse_draft (self);
      return;
    }
  desk_side_by_side_apply (both, self->offered->record, self->offered->labels);
  use_draft (self);
}

static gboolean
is_same (const OcopRecord *draft,
         const OcopRecord *base)
{
  for (const OcopField *field = ocop_record_get_kind (draft)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (!ocop_value_equal (ocop_record_get (draft, field->name), ocop_record_get (base, field->name)))
      return FALSE;
  return TRUE;
}

static void
offer (DeskFormDrafts *self)
{
  GtkWidget *both;

  if (!is_new (self) && is_same (self->offered->record, self->base))
    {
      desk_form_drafts_discard (self);
      return;
    }

  if (ocop_record_get_version (self->offered->record) == ocop_record_get_version (self->base))
    {
      desk_notice_show (self->notice, _("There is an unsaved draft of this form."));
      desk_notice_add_button (self->notice, _("Use the draft"), G_CALLBACK (use_draft), self);
      desk_notice_add_button (self->notice, _("Throw it away"), G_CALLBACK (refuse_draft), self);
      return;
    }
  both = desk_side_by_side_new (_("Your draft was begun before the record was changed."),
                                _("Draft"), self->offered->record, self->offered->labels,
                                _("Register"), self->base, self->labels);
  g_signal_connect_object (both, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  desk_notice_show_widget (self->notice, both);
}

static void
on_named (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskFormDrafts) self = user_data;
  DeskLoaded *offered = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (offered == NULL)
    return;
  g_clear_pointer (&self->offered, desk_loaded_free);
  self->offered = offered;
  offer (self);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskFormDrafts) self = user_data;
  OcopRecord *draft = ocop_drafts_find_finish (result);

  /* Who types already does without it. */
  if (draft != NULL && self->source == 0)
    desk_draft_read_async (self->reg, draft, self->cancellable, on_named, g_object_ref (self));
  else
    ocop_record_free (draft);
}

void
desk_form_drafts_offer (DeskFormDrafts *self,
                        GHashTable     *labels)
{
  g_hash_table_ref (labels);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  self->labels = labels;
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_drafts_find_async (desk_draft_get_all (), ocop_register_get_id (self->reg), ocop_record_get_kind (self->base),
                          get_id (self), self->cancellable, on_found, g_object_ref (self));
}

DeskFormDrafts *
desk_form_drafts_new (DeskRecordFields *fields,
                      DeskNotice       *notice)
{
  DeskFormDrafts *self = g_object_new (DESK_TYPE_FORM_DRAFTS, NULL);

  self->fields = g_object_ref (fields);
  self->notice = g_object_ref (notice);
  return self;
}

static void
desk_form_drafts_finalize (GObject *object)
{
  DeskFormDrafts *self = DESK_FORM_DRAFTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->fields);
  g_clear_object (&self->notice);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->base, ocop_record_free);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->offered, desk_loaded_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (desk_form_drafts_parent_class)->finalize (object);
}

static void
desk_form_drafts_class_init (DeskFormDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_form_drafts_finalize;
  signals[USED] = g_signal_new ("used", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_form_drafts_init (DeskFormDrafts *self)
{
  self->cancellable = g_cancellable_new ();
}
