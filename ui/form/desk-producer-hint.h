/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-record-fields.h"

G_BEGIN_DECLS

/* Says beside the producer of a product what is to be done where it is no longer that of @base, the product as it
 * stands in @reg. Nothing for other records. */
void desk_producer_hint_seek (DeskRecordFields *fields,
                              OcopRegister     *reg,
                              const OcopRecord *base);

G_END_DECLS
