/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"

G_BEGIN_DECLS

/* The first change of every register: the provinces in force and the former ones, each linked to
 * its successor. Free with ocop_change_free(). */
OcopChange *ocop_units_seed_new_change (GError **error);

G_END_DECLS
