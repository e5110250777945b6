/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"
#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

/* Saves the columns of @sheets that were changed, one change each, the first first. Stops at the first that
 * the register refuses. Copies what it needs of @sheets. */
void     desk_score_save_async  (OcopRegister           *reg,
                                 const DeskScoreSheets  *sheets,
                                 GAsyncReadyCallback     callback,
                                 gpointer                user_data);
gboolean desk_score_save_finish (GAsyncResult           *result,
                                 GError                **error);

G_END_DECLS
