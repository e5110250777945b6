/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-accelerators.h"
#include "desk-page.h"

#define TOAST_SECONDS 7

struct _DeskWindow
{
  GtkApplicationWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkSearchEntry *search_entry;
  GtkMenuButton *menu_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkRevealer *sidebar_revealer;
  GtkListBox *sidebar_list;
  GtkStack *page_stack;
  GtkRevealer *toast_revealer;
  GtkLabel *toast_label;
  GtkButton *toast_undo_button;

  /* Owned references */
  OcopRegister *reg;

  guint toast_source;
};

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, GTK_TYPE_APPLICATION_WINDOW)

static DeskPage *
current_page (DeskWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->page_stack);

  return child != NULL ? DESK_PAGE (child) : NULL;
}

DeskWindow *
desk_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && DESK_IS_WINDOW (root) ? DESK_WINDOW (root) : NULL;
}

OcopRegister *
desk_window_get_register (DeskWindow *self)
{
  return self->reg;
}

static gboolean
hide_toast (gpointer data)
{
  DeskWindow *self = data;

  self->toast_source = 0;
  gtk_revealer_set_reveal_child (self->toast_revealer, FALSE);
  return G_SOURCE_REMOVE;
}

void
desk_window_toast (DeskWindow *self,
                   const char *text)
{
  g_clear_handle_id (&self->toast_source, g_source_remove);
  gtk_label_set_label (self->toast_label, text);
  gtk_revealer_set_reveal_child (self->toast_revealer, TRUE);
  self->toast_source = g_timeout_add_seconds (TOAST_SECONDS, hide_toast, self);
}

void
desk_window_show_error (DeskWindow   *self,
                        const GError *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_search_changed (DeskWindow *self)
{
  DeskPage *page = current_page (self);

  if (page != NULL)
    desk_page_set_search_text (page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_search_stopped (DeskWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_row_selected (DeskWindow    *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_stack_set_visible_child_name (self->page_stack, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
on_page_chosen (DeskWindow *self)
{
  DeskPage *page = current_page (self);

  if (page != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), desk_page_get_search_text (page));
}

static void
search_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  DeskPage *page = current_page (self);

  if (page == NULL || !desk_page_focus_search (page))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
hide_toast_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  hide_toast (widget);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "win.hide-toast", NULL, hide_toast_activated);
}

static void
desk_window_init (DeskWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DeskWindow *
desk_window_new (GtkApplication *application)
{
  return g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
}
