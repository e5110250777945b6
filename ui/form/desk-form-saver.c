/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-saver.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "form/desk-record-change.h"
#include "form/desk-side-by-side.h"
#include "plan/ocop-goal.h"

struct _DeskFormSaver
{
  GObject parent_instance;

  /* Owned references */
  DeskRecordFields *fields;
  DeskNotice *notice;
  OcopRegister *reg;
  OcopRecord *base;
  OcopRecord *writing;    /* NULL when nothing is under way */
  DeskLoaded *theirs;     /* what somebody else has written, while it is asked about */
};

enum
{
  SAVING,
  SAVED,
  FAILED,
  MOVED_ON,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFormSaver, desk_form_saver, G_TYPE_OBJECT)

void
desk_form_saver_attach (DeskFormSaver    *self,
                        OcopRegister     *reg,
                        const OcopRecord *base)
{
  OcopRecord *copy = ocop_record_copy (base);

  g_set_object (&self->reg, reg);
  g_clear_pointer (&self->base, ocop_record_free);
  self->base = copy;
}

/* Conflict */

/* What somebody else has written becomes the base; what is kept of mine is written over it. */
static void
on_chosen (DeskFormSaver  *self,
           DeskSideBySide *both)
{
  g_autoptr(DeskSideBySide) owned = g_object_ref (both);
  g_autoptr(DeskLoaded) theirs = g_steal_pointer (&self->theirs);
  g_autoptr(OcopRecord) my_record = desk_record_fields_dup_record (self->fields);
  g_autoptr(OcopRecord) merged = desk_record_merge (self->base, my_record, theirs->record);
  g_autoptr(GHashTable) labels = desk_record_fields_dup_labels (self->fields);

  g_signal_emit (self, signals[MOVED_ON], 0, theirs);
  if (desk_side_by_side_is_all_theirs (both))
    return;
  desk_side_by_side_apply (both, merged, labels);
  desk_record_fields_set_record (self->fields, merged, labels);
  desk_form_saver_save (self);
}

static void
on_theirs_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskFormSaver) self = user_data;
  g_autoptr(GError) error = NULL;
  DeskLoaded *theirs = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(OcopRecord) typed = NULL;
  g_autoptr(OcopRecord) mine = NULL;
  g_autoptr(GHashTable) my_labels = NULL;
  GtkWidget *both;

  if (theirs == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (theirs->binned)
    {
      error = g_error_new_literal (OCOP_ERROR, OCOP_ERROR_REFUSED,
                                   _("This record went into the bin meanwhile. Bring it back from there, then save; what you have typed stays here."));
      desk_loaded_free (theirs);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_clear_pointer (&self->theirs, desk_loaded_free);
  self->theirs = theirs;
  /* Only what I have changed stands against what they have: the rest merges. */
  typed = desk_record_fields_dup_record (self->fields);
  mine = desk_record_merge (self->base, typed, theirs->record);
  my_labels = desk_record_fields_dup_labels (self->fields);
  both = desk_side_by_side_new (_("Somebody else has changed this record meanwhile."),
                                _("Mine"), mine, my_labels, _("Register"), theirs->record, theirs->labels);
  g_signal_connect_object (both, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  desk_notice_show_widget (self->notice, both);
}

/* Saving */

static char *
dup_label (const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  return ocop_field_format (ocop_kind_find_field (kind, kind->label), ocop_record_get (record, kind->label));
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskFormSaver) self = user_data;
  g_autoptr(OcopRecord) written = g_steal_pointer (&self->writing);
  g_autoptr(GError) error = NULL;

  if (ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    {
      g_autofree char *label = dup_label (written);

      g_signal_emit (self, signals[SAVED], 0, ocop_record_get_id (written), label);
      return;
    }
  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CONFLICT))
    desk_loaded_read_async (self->reg, ocop_record_get_kind (written), ocop_record_get_id (written), 0, NULL,
                            on_theirs_loaded, g_object_ref (self));
  g_signal_emit (self, signals[FAILED], 0, g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CONFLICT) ? NULL : error);
}

void
desk_form_saver_save (DeskFormSaver *self)
{
  /* Saving twice at once would be one conflict with oneself. */
  if (self->writing != NULL)
    return;
  if (!desk_record_fields_check (self->fields))
    {
      g_signal_emit (self, signals[FAILED], 0, NULL);
      return;
    }
  self->writing = desk_record_fields_dup_record (self->fields);
  ocop_goal_settle_money (self->writing);
  g_signal_emit (self, signals[SAVING], 0, self->writing);
  ocop_register_commit_async (self->reg, desk_record_change_new (self->base, self->writing), NULL,
                              on_committed, g_object_ref (self));
}

DeskFormSaver *
desk_form_saver_new (DeskRecordFields *fields,
                     DeskNotice       *notice)
{
  DeskFormSaver *self = g_object_new (DESK_TYPE_FORM_SAVER, NULL);

  self->fields = g_object_ref (fields);
  self->notice = g_object_ref (notice);
  return self;
}

static void
desk_form_saver_finalize (GObject *object)
{
  DeskFormSaver *self = DESK_FORM_SAVER (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->notice);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->base, ocop_record_free);
  g_clear_pointer (&self->writing, ocop_record_free);
  g_clear_pointer (&self->theirs, desk_loaded_free);
  G_OBJECT_CLASS (desk_form_saver_parent_class)->finalize (object);
}

static void
desk_form_saver_class_init (DeskFormSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_form_saver_finalize;
  signals[SAVING] = g_signal_new ("saving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED_ON] = g_signal_new ("moved-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_form_saver_init (DeskFormSaver *self)
{
}
