/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-indicator.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/* Keeps @taken, from ocop_indicator_take(), among the office's own indicators; one of its code that the office has
 * already is changed. (transfer full): %NULL on failure */
OcopChange *ocop_indicator_keep (OcopReader        *reader,
                                 const OcopRecord  *taken,
                                 GError           **error);

G_END_DECLS
