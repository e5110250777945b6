/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-checklist.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHECKLIST_FILES (desk_checklist_files_get_type ())
G_DECLARE_FINAL_TYPE (DeskChecklistFiles, desk_checklist_files, DESK, CHECKLIST_FILES, GtkWindow)

/**
 * desk_checklist_files_present:
 * @list: of the dossier that they belong to; what is needed of it is copied
 * @chosen: the place in @list of the document whose row is chosen, which a single file goes to first; -1 for none
 * @paths: ended by %NULL
 *
 * Asks to which document of the dossier each file belongs, suggesting one by the file's name; then
 * attaches them all as one change. A file that cannot be kept is said, and nothing is attached until
 * that one is left out.
 */
void desk_checklist_files_present (GtkWidget           *parent,
                                   OcopRegister        *reg,
                                   const OcopChecklist *list,
                                   int                  chosen,
                                   const char * const  *paths);

G_END_DECLS
