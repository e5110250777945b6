/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-merge-dialog.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-merging.h"
#include "form/desk-side-by-side.h"

#define WIDTH 760
#define MOST_HEIGHT 560

struct _DeskMergeDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkBox *box;
  DeskSideBySide *both;     /* %NULL until they are read */
  GtkBox *outlook;          /* what moves and what is to be looked at */

  /* Owned references */
  OcopMerging *merging;
  char *stays;              /* the id of the one that stays, while it is done */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskMergeDialog, desk_merge_dialog, DESK_TYPE_DIALOG)

/* What follows of the choice */

static const char *
name_of (DeskMergeDialog *self,
         guint            side)
{
  return ocop_record_get_text (self->merging->records[side], "name");
}

static void
show_outlook (DeskMergeDialog *self)
{
  guint stays = desk_side_by_side_get_chosen (self->both);
  g_autofree char *moved = ocop_merging_say_moved (self->merging, stays);
  g_autofree char *parts = ocop_merging_say_parts (self->merging, stays);
  g_autoptr(GPtrArray) notes = ocop_merging_say_notes (self->merging, stays);
  /* Translators: the name of the record that stays, what goes over to it */
  g_autofree char *said = moved != NULL ? g_strdup_printf (_("Goes over to “%s”: %s."), name_of (self, stays), moved)
                                        : g_strdup_printf (_("Nothing belongs to “%s” that would move."), name_of (self, 1 - stays));
  /* Translators: the name of the record that stays, what belongs to it */
  g_autofree char *there = parts != NULL ? g_strdup_printf (_("“%s” has already: %s."), name_of (self, stays), parts) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->outlook))) != NULL)
    gtk_box_remove (self->outlook, child);
  desk_dialog_add_text (self->outlook, said, NULL);
  if (there != NULL)
    desk_dialog_add_text (self->outlook, there, "desk-dim");
  for (guint i = 0; i < notes->len; i++)
    desk_dialog_add_text (self->outlook, g_ptr_array_index (notes, i), "desk-warn");
}

/* Reading both */

typedef struct
{
  const OcopKind *kind;
  char *ids[2];
  gint64 keys[2];
} Asked;

static void
asked_free (Asked *asked)
{
  g_free (asked->ids[0]);
  g_free (asked->ids[1]);
  g_free (asked);
}

static gpointer
read_both (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Asked *asked = data;

  for (guint i = 0; i < 2; i++)
    if (asked->ids[i] == NULL && (asked->ids[i] = ocop_reader_id_of_key (reader, asked->kind, asked->keys[i], error)) == NULL)
      return NULL;
  return ocop_merging_read (reader, asked->kind, asked->ids[0], asked->ids[1], error);
}

static void
fill (DeskMergeDialog *self)
{
  OcopMerging *merging = self->merging;

  self->both = DESK_SIDE_BY_SIDE (desk_side_by_side_new_pair (_("This one stays"), name_of (self, 0), merging->records[0], merging->labels[0],
                                                              name_of (self, 1), merging->records[1], merging->labels[1]));
  g_signal_connect_object (self->both, "chosen", G_CALLBACK (show_outlook), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->both));
  self->outlook = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (self->box, GTK_WIDGET (self->outlook));
  desk_side_by_side_choose (self->both, ocop_merging_suggest (merging));
  show_outlook (self);
  desk_dialog_set_ready (DESK_DIALOG (self), TRUE);
}

static void
on_both_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskMergeDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopMerging) merging = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (merging == NULL)
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
  else
    {
      self->merging = g_steal_pointer (&merging);
      fill (self);
    }
  gtk_window_present (GTK_WINDOW (self));
}

/* Doing it */

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskMergeDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (source), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (!done)
    {
      desk_dialog_fail (DESK_DIALOG (self), error);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, self->stays);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The record that stays, with the values that are marked. */
static OcopRecord *
dup_kept (DeskMergeDialog *self,
          guint            stays)
{
  g_autoptr(OcopRecord) marked = ocop_record_copy (self->merging->records[0]);
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  OcopRecord *kept = ocop_record_copy (self->merging->records[stays]);

  desk_side_by_side_apply (self->both, marked, labels);
  for (const OcopField *field = self->merging->kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    ocop_record_set (kept, field->name, ocop_record_get (marked, field->name));
  return kept;
}

static void
desk_merge_dialog_apply (DeskDialog *dialog)
{
  DeskMergeDialog *self = DESK_MERGE_DIALOG (dialog);
  guint stays = desk_side_by_side_get_chosen (self->both);
  g_autoptr(OcopRecord) kept = dup_kept (self, stays);

  desk_dialog_begin (dialog);
  g_free (self->stays);
  self->stays = g_strdup (ocop_record_get_id (kept));
  ocop_register_commit_async (desk_dialog_get_register (dialog), ocop_merging_make_change (self->merging, stays, kept), NULL,
                              on_committed, g_object_ref (self));
}

GtkWidget *
desk_merge_dialog_present (GtkWidget          *parent,
                           OcopRegister       *reg,
                           const OcopKind     *kind,
                           const char * const  ids[2],
                           const gint64        keys[2])
{
  DeskMergeDialog *self = g_object_new (DESK_TYPE_MERGE_DIALOG, "default-width", WIDTH, NULL);
  Asked *asked = g_new0 (Asked, 1);

  asked->kind = kind;
  for (guint i = 0; i < 2; i++)
    {
      asked->ids[i] = ids != NULL ? g_strdup (ids[i]) : NULL;
      asked->keys[i] = keys != NULL ? keys[i] : 0;
    }
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Merge two that are one and the same"), _("_Merge"));
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  self->box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (self->box, _("What belongs to the other goes over to the one that stays; the other goes into the bin and leads to it from then on."), "desk-dim");
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_both, asked, (GDestroyNotify) asked_free, (GDestroyNotify) ocop_merging_free,
                            NULL, on_both_read, g_object_ref (self));
  return GTK_WIDGET (self);
}

static void
desk_merge_dialog_finalize (GObject *object)
{
  DeskMergeDialog *self = DESK_MERGE_DIALOG (object);

  g_clear_pointer (&self->merging, ocop_merging_free);
  g_free (self->stays);
  G_OBJECT_CLASS (desk_merge_dialog_parent_class)->finalize (object);
}

static void
desk_merge_dialog_class_init (DeskMergeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_merge_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_merge_dialog_apply;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_merge_dialog_init (DeskMergeDialog *self)
{
}
