/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* Quantity × price of a line of a budget, in đồng, rounded to the nearest; -1 where one of them is not set. */
gint64 ocop_line_amount (const OcopRecord *line);

G_END_DECLS
