/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-plan.h"

G_BEGIN_DECLS

/* What is said of one row: arrays of OcopImportMessage. */

GPtrArray *ocop_import_messages_new (void);

/* Appends a message to @messages. */
void       ocop_import_say          (GPtrArray        *messages,
                                     OcopImportSaying  saying,
                                     guint             column,
                                     const char       *format,
                                     ...) G_GNUC_PRINTF (4, 5);
gboolean   ocop_import_has_said     (const GPtrArray  *messages,
                                     OcopImportSaying  saying);

/* What matters most first; otherwise in the order in which it was said. */
void       ocop_import_messages_sort (GPtrArray       *messages);

G_END_DECLS
