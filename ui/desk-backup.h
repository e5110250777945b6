/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* A copy of each day on which the register was changed, in a folder beside it or in the one
 * chosen in the preferences. Of these, the last 10 days and the last day of 12 months are kept. */

/* Closes @reg aside, after a backup when it was @changed; the program ends no earlier. */
void     desk_backup_close_async (OcopRegister *reg,
                                  gboolean      changed);

/* The day of the latest backup of the register at @path; unknown when there is none. */
OcopDate desk_backup_last_day    (const char   *path);

/**
 * desk_backup_is_superfluous:
 * @days: of all backups, the latest first
 * @index: of one of them
 */
gboolean desk_backup_is_superfluous (const OcopDate *days,
                                     guint           n_days,
                                     guint           index);

/* Asks where to, and makes a backup there. */
void     desk_backup_choose      (DeskWindow   *window);

G_END_DECLS
