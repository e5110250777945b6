/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/desk-record-fields.h"

G_BEGIN_DECLS

#define DESK_TYPE_VALIDITY_LINE (desk_validity_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskValidityLine, desk_validity_line, DESK, VALIDITY_LINE, GtkWidget)

/* From when until when a recognition is valid, as the law computes it from what is being typed. */
GtkWidget *desk_validity_line_new    (void);

/* What it is as @fields, of a recognition, stand now. */
void       desk_validity_line_show   (DeskValidityLine *self,
                                      DeskRecordFields *fields);

G_END_DECLS
