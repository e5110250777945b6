/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/**
 * DeskPapersDialog:
 *
 * The papers of a session or decision: chosen by check marks and written into a folder in one go;
 * ours shown as pages, the office's saved and opened one at a time, from templates of its own.
 */
#define DESK_TYPE_PAPERS_DIALOG (desk_papers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPapersDialog, desk_papers_dialog, DESK, PAPERS_DIALOG, GtkWindow)

/* Reads the papers of the session @id and shows them. */
void desk_papers_dialog_show_session  (DeskWindow *window,
                                       const char *id);
/* Likewise of the decision @id. */
void desk_papers_dialog_show_decision (DeskWindow *window,
                                       const char *id);
/* Likewise of the plan @id. @period: (nullable): that is reported on; @on: the day of the figures; as of ocop_pack_read_plan() */
void desk_papers_dialog_show_plan     (DeskWindow *window,
                                       const char *id,
                                       const char *period,
                                       OcopDate    on);

G_END_DECLS
