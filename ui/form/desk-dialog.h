/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/desk-field-editor.h"
#include "form/desk-notice.h"

G_BEGIN_DECLS

#define DESK_TYPE_DIALOG (desk_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskDialog, desk_dialog, DESK, DIALOG, GtkWindow)

/**
 * DeskDialogClass:
 * @apply: somebody wants it done
 *
 * A small window that asks before something is done to a register. Its button, Ctrl+Enter and Ctrl+S do it,
 * Escape leaves it; why it was refused is said in the window itself.
 */
struct _DeskDialogClass
{
  GtkWindowClass parent_class;

  void (*apply) (DeskDialog *self);
};

/* Its head and what it says, once it is made. @parent: the widget it is opened from; @apply: label of the button, with
 * a mnemonic. */
void             desk_dialog_set_up       (DeskDialog      *self,
                                           GtkWidget       *parent,
                                           OcopRegister    *reg,
                                           const char      *title,
                                           const char      *apply);
/* Puts @content below its message and what it has already. */
void             desk_dialog_add_content  (DeskDialog      *self,
                                           GtkWidget       *content);
/* A box for lines and fields, as high as they are; it scrolls where that is more than @most_height. With -1 the window
 * sets its height. Of the boxes of a window at most one has a @most_height. */
GtkBox          *desk_dialog_add_box      (DeskDialog      *self,
                                           int              least_height,
                                           int              most_height);
OcopRegister    *desk_dialog_get_register (DeskDialog      *self);
DeskNotice      *desk_dialog_get_notice   (DeskDialog      *self);
/* Another button in its head; @action: (nullable) */
GtkWidget       *desk_dialog_add_button   (DeskDialog      *self,
                                           const char      *label,
                                           const char      *action);

/* A line of text in @box; @style: (nullable) */
GtkWidget       *desk_dialog_add_text     (GtkBox          *box,
                                           const char      *text,
                                           const char      *style);
/* What the field above it means, in line with what is typed there. */
void             desk_dialog_add_hint     (GtkBox          *box,
                                           const char      *text);
/* A choice in @box of what @choice offers, in line with the fields around it. */
void             desk_dialog_add_choice   (GtkBox          *box,
                                           const char      *label,
                                           GtkWidget       *choice);
/* A field of @kind in @box, with @text in it and, of a link, its @label; both (nullable). */
DeskFieldEditor *desk_dialog_add_field    (DeskDialog      *self,
                                           GtkBox          *box,
                                           const char      *kind,
                                           const char      *field,
                                           const char      *text,
                                           const char      *label);
/* What stands in a field; (nullable), free with g_free(). */
char            *desk_dialog_dup_text     (DeskFieldEditor *editor);

/* Whether it can be done. */
void             desk_dialog_set_ready    (DeskDialog      *self,
                                           gboolean         ready);
/* It is being done: not a second time meanwhile, and what was refused before is no longer said. */
void             desk_dialog_begin        (DeskDialog      *self);
/* It was refused. */
void             desk_dialog_fail         (DeskDialog      *self,
                                           const GError    *error);
/* Makes a change with @make, on a reader thread, and carries it out: then the window closes, or says why it was refused. */
void             desk_dialog_make         (DeskDialog      *self,
                                           OcopReadFunc     make,
                                           gpointer         data,
                                           GDestroyNotify   destroy_data);
/* The end of ocop_register_make_async() that a dialog began, likewise; @self: a reference to it */
void             desk_dialog_on_made      (GObject         *reg,
                                           GAsyncResult    *result,
                                           gpointer         self);
/* Whether the window is still there for an answer. */
gboolean         desk_dialog_is_open      (DeskDialog      *self);

G_END_DECLS
