/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/ocop-record.h"

G_BEGIN_DECLS

#define DESK_TYPE_VALIDITY_LINE (desk_validity_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskValidityLine, desk_validity_line, DESK, VALIDITY_LINE, GtkWidget)

/* From when until when a recognition is valid, as the law computes it from what is being typed. */
GtkWidget *desk_validity_line_new    (void);

void       desk_validity_line_show   (DeskValidityLine *self,
                                      const OcopRecord *record);

G_END_DECLS
