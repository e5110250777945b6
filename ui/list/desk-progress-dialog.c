/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-progress-dialog.h"

#include <glib/gi18n.h>

/* Work that is done by then shows no dialog at all. */
#define PATIENCE 250

struct _DeskProgress
{
  gint thousandths; /* atomic */
};

struct _DeskProgressDialog
{
  GtkWindow parent_instance;

  GtkWidget *bar;
  GtkWidget *cancel_button;
  GCancellable *cancellable;
  DeskProgress *progress;
  guint source;
};

G_DEFINE_FINAL_TYPE (DeskProgressDialog, desk_progress_dialog, GTK_TYPE_WINDOW)

void
desk_progress_unref (DeskProgress *progress)
{
  g_atomic_rc_box_release (progress);
}

void
desk_progress_report (gsize    done,
                      gsize    total,
                      gpointer progress)
{
  g_atomic_int_set (&((DeskProgress *) progress)->thousandths, total > 0 ? (gint) (done * 1000 / total) : 0);
}

DeskProgress *
desk_progress_dialog_dup_progress (DeskProgressDialog *self)
{
  return g_atomic_rc_box_acquire (self->progress);
}

static gboolean
show_progress (gpointer data)
{
  DeskProgressDialog *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (g_atomic_int_get (&self->progress->thousandths), 1000) / 1000.0);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_CONTINUE;
}

static void
on_cancel (DeskProgressDialog *self)
{
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("Cancelling…"));
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
on_close_request (GtkWindow *window)
{
  on_cancel (DESK_PROGRESS_DIALOG (window));
  return TRUE;
}

static void
build (DeskProgressDialog *self,
       const char         *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (text);

  self->cancel_button = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set (label, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_set_halign (self->cancel_button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (on_cancel), self);
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->cancel_button);
  gtk_window_set_child (GTK_WINDOW (self), box);
}

GtkWidget *
desk_progress_dialog_new (GtkWidget    *parent,
                          const char   *text,
                          GCancellable *cancellable)
{
  DeskProgressDialog *self = g_object_new (DESK_TYPE_PROGRESS_DIALOG, "modal", TRUE, "resizable", FALSE, "default-width", 380,
                                           "transient-for", gtk_widget_get_root (parent), "title", text, NULL);

  self->cancellable = g_object_ref (cancellable);
  build (self, text);
  self->source = g_timeout_add (PATIENCE, show_progress, self);
  return GTK_WIDGET (self);
}

static void
desk_progress_dialog_dispose (GObject *object)
{
  DeskProgressDialog *self = DESK_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (desk_progress_dialog_parent_class)->dispose (object);
}

static void
desk_progress_dialog_finalize (GObject *object)
{
  desk_progress_unref (DESK_PROGRESS_DIALOG (object)->progress);
  G_OBJECT_CLASS (desk_progress_dialog_parent_class)->finalize (object);
}

static void
desk_progress_dialog_class_init (DeskProgressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_progress_dialog_dispose;
  object_class->finalize = desk_progress_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_progress_dialog_init (DeskProgressDialog *self)
{
  self->progress = g_atomic_rc_box_new0 (DeskProgress);
}
