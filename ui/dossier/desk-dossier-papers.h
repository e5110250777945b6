/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* Asks which paper of dossiers is to be made, and makes it: ours in the preview, the office's as .docx where the
 * person says. @keys: (transfer full) (element-type gint64): of the dossiers; %NULL for @id alone */
void desk_dossier_papers_ask (DeskWindow *window,
                              const char *id,
                              GArray     *keys);

/* Makes that paper of one dossier. @name: of one of ours */
void desk_dossier_papers_show (DeskWindow *window,
                               const char *name,
                               const char *id);

G_END_DECLS
