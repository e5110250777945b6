/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"

G_DEFINE_QUARK (ocop-error-quark, ocop_error)
