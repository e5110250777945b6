/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the saving of @record, which was read as @base (new where that has
 * no version yet), under a name for people. */
OcopChange *desk_record_change_new (const OcopRecord *base,
                                    const OcopRecord *record);

/* Returns: (transfer full): @theirs with the fields in which @mine differs from @base. */
OcopRecord *desk_record_merge      (const OcopRecord *base,
                                    const OcopRecord *mine,
                                    const OcopRecord *theirs);

G_END_DECLS
