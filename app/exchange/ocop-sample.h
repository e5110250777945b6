/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * ocop_sample_build:
 * @today: the day from which the sample's days are counted back
 *
 * The practice province: units, producers, products, recognitions, figures and
 * its office, whose settings mark the register as one for practice.
 *
 * Returns: (transfer full): one change that adds all of it; %NULL with
 *   %OCOP_ERROR_FILE_FORMAT when the shipped files are not right, naming the
 *   place.
 */
OcopChange *ocop_sample_build (OcopDate       today,
                               GError       **error);

/* Fills @reg, a new one, with the practice province as of today. */
gboolean    ocop_sample_fill  (OcopRegister  *reg,
                               GError       **error);

G_END_DECLS
