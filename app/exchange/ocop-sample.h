/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Fills @reg, a new one, with the practice province as of today: units, producers, products,
 * recognitions, figures, dossiers at every step, a council with a session decided on and one under
 * way, and its office, whose settings mark the register as one for practice.
 * %OCOP_ERROR_FILE_FORMAT, naming the place, when the shipped files are not right. */
gboolean    ocop_sample_fill  (OcopRegister  *reg,
                               GError       **error);

G_END_DECLS
