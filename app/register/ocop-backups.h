/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* How many days' and how many months' backups are kept. */
#define OCOP_BACKUPS_DAYS 10
#define OCOP_BACKUPS_MONTHS 12
/* From how many days without one on people are warned. */
#define OCOP_BACKUPS_WARN_AFTER 7

/* The folder where backups go: @chosen, or when the office chose none (%NULL or "") one under the
 * user's data, because the register itself may lie on a share or a stick. Free with g_free(). */
char      *ocop_backups_dup_folder     (const char     *chosen);

/**
 * ocop_backups_keep:
 * @folder: (nullable): as ocop_backups_dup_folder() takes it
 *
 * Makes today's verified backup, in the place of an earlier one of today, and
 * removes those that are neither among the last %OCOP_BACKUPS_DAYS days nor the
 * last of one of the last %OCOP_BACKUPS_MONTHS months. Only files of this
 * register that the program itself named are ever removed.
 */
gboolean   ocop_backups_keep           (OcopRegister   *reg,
                                        const char     *folder,
                                        OcopDate        today,
                                        GError        **error);

/* The day of the newest backup; unknown when there is none. */
OcopDate   ocop_backups_last           (OcopRegister   *reg,
                                        const char     *folder);

/* Whether people are to be warned: the newest backup is older than %OCOP_BACKUPS_WARN_AFTER days,
 * or there is none although the register held changes when it was opened. */
gboolean   ocop_backups_is_missing     (OcopRegister   *reg,
                                        OcopDate        last,
                                        OcopDate        today);

/* Of @days (element-type OcopDate), in any order: those that need not be kept. */
GArray    *ocop_backups_spare          (const GArray   *days);

G_END_DECLS
