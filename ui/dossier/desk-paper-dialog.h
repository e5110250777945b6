/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_PAPER_DIALOG (desk_paper_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPaperDialog, desk_paper_dialog, DESK, PAPER_DIALOG, GtkWindow)

/* Which paper of @n_dossiers is to be made: a list, arrows and Enter. Emits ::chosen with the name of one.
 * @templates: the folder of the office's own templates */
GtkWidget *desk_paper_dialog_present (GtkWindow  *parent,
                                      guint       n_dossiers,
                                      const char *templates);

G_END_DECLS
