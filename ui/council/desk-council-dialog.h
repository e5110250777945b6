/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "council/desk-council-change.h"
#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_COUNCIL_DIALOG (desk_council_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskCouncilDialog, desk_council_dialog, DESK, COUNCIL_DIALOG, DeskDialog)

/**
 * DeskCouncilDialog:
 *
 * A dialog that asks before something is done to a session or a council.
 *
 * ::apply: somebody wants it done; desk_council_dialog_run() does it.
 */

/* @parent: the widget it is opened from; @apply: label of the button, with a mnemonic. */
DeskCouncilDialog *desk_council_dialog_new        (GtkWidget              *parent,
                                                   OcopRegister           *reg,
                                                   const char             *title,
                                                   const char             *apply);

/* What it asks stands in this box. */
GtkBox            *desk_council_dialog_get_box    (DeskCouncilDialog      *self);

/* A line of text; @style: (nullable) */
GtkWidget         *desk_council_dialog_add_text   (DeskCouncilDialog      *self,
                                                   const char             *text,
                                                   const char             *style);
/* A field of @kind; empty. */
DeskFieldEditor   *desk_council_dialog_add_field  (DeskCouncilDialog      *self,
                                                   const char             *kind,
                                                   const char             *field);
/* A choice of one of the titles, under a label. */
GtkDropDown       *desk_council_dialog_add_choice (DeskCouncilDialog      *self,
                                                   const char             *label,
                                                   const char * const     *titles);
/* Another button in its head. */
GtkWidget         *desk_council_dialog_add_button (DeskCouncilDialog      *self,
                                                   const char             *label,
                                                   GCallback               clicked,
                                                   gpointer                data);

void               desk_council_dialog_set_ready  (DeskCouncilDialog      *self,
                                                   gboolean                ready);

/* What stands in a field that was added; (nullable), free with g_free(). */
char              *desk_council_dialog_dup_text   (DeskFieldEditor        *editor);

/* Says under @editor what is missing in it, all of it in sight, and puts the focus there. */
void               desk_council_dialog_ask_for    (DeskCouncilDialog      *self,
                                                   DeskFieldEditor        *editor,
                                                   const char             *message);

/* Shows it, the first thing that it asks having the focus. */
void               desk_council_dialog_present    (DeskCouncilDialog      *self);

/* Does it, and closes the window where it was done. */
void               desk_council_dialog_run        (DeskCouncilDialog      *self,
                                                   const DeskCouncilTask  *task);

G_END_DECLS
