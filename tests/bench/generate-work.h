/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Adds to a register of generate_register() the work of the years 2022 to 2026: dossiers and their steps, sessions
 * with a sheet of every member for every product, sales, courses, events, inspections, support, advice, value chains, figures of the years; and a plan of 2026 with a
 * target for each indicator that is shipped. The same for the same register. */
gboolean generate_work (OcopRegister *reg, GError **error);

G_END_DECLS
