/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* How many days' and how many months' backups are kept. */
#define OCOP_BACKUPS_DAYS 10
#define OCOP_BACKUPS_MONTHS 12
/* From how many days without one on people are warned. */
#define OCOP_BACKUPS_WARN_AFTER 7

/* The folder where backups go when the office chose none. Free with g_free(). */
char      *ocop_backups_default_folder (void);

/**
 * ocop_backups_keep:
 * @folder: (nullable): %NULL for the default one
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

/* Of @days (element-type OcopDate), in any order: those that need not be kept. */
GArray    *ocop_backups_spare          (const GArray   *days);

G_END_DECLS
