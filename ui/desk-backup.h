/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* The window's part of backups: when, where to, and what people are told. Which are made and kept
 * is decided in app/register/ocop-backups.h. */

/* Closes @reg aside, after a backup when it was changed; the program ends no earlier. @closed:
 * (nullable): called when it is closed. */
void     desk_backup_close_async  (OcopRegister        *reg,
                                   GAsyncReadyCallback  closed,
                                   gpointer             data);

/* Reads the folder of backups aside. */
void     desk_backup_warn_async   (OcopRegister        *reg,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
/* Returns: (transfer full) (nullable): what to warn of; %NULL where the backups are as they should be. */
char    *desk_backup_warn_finish  (GAsyncResult        *result);

/* Asks where to, and makes a backup there. */
void     desk_backup_choose       (DeskWindow          *window);

/* As desk_backup_choose(), then opens the copy: for a register whose file is gone. */
void     desk_backup_rescue       (DeskWindow          *window);

/* Asks for a backup, and puts it in the place of the open register, which is kept beside it. */
void     desk_backup_restore      (DeskWindow          *window);

G_END_DECLS
