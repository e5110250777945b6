/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_FILE_INTAKE (desk_file_intake_get_type ())
G_DECLARE_FINAL_TYPE (DeskFileIntake, desk_file_intake, DESK, FILE_INTAKE, GObject)

/**
 * DeskFileIntake:
 *
 * The three ways by which files come to a widget: chosen, pasted, dropped on it.
 * #DeskFileIntake::offered is emitted with the paths of the files (ended by %NULL, at least one) and
 * %NULL, or with %NULL and a picture from the clipboard or another program.
 */

/* What a chooser shows at first. */
typedef enum
{
  DESK_INTAKE_PICTURES,
  DESK_INTAKE_DOCUMENTS,
} DeskIntakeKind;

/* Takes what is dropped on @widget while it is sensitive. @several: whether several files may be chosen */
DeskFileIntake *desk_file_intake_new    (GtkWidget       *widget,
                                         DeskIntakeKind   kind,
                                         gboolean         several);

/* Asks for files. @title: of the chooser */
void            desk_file_intake_choose (DeskFileIntake  *self,
                                         const char      *title);

/* Takes what the clipboard holds; sounds the bell where that is neither a file nor a picture. */
void            desk_file_intake_paste  (DeskFileIntake  *self);

/* Whether anything is taken at all; it is at first. */
void            desk_file_intake_allow  (DeskFileIntake  *self,
                                         gboolean         allowed);

G_END_DECLS
