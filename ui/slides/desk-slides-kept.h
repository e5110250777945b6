/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"
#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/**
 * DeskSlidesKept:
 *
 * A row in which slides are kept under a name, chosen again, and forgotten: changes of the register that can be undone.
 * #DeskSlidesKept::failed has the message of what did not go.
 */
#define DESK_TYPE_SLIDES_KEPT (desk_slides_kept_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlidesKept, desk_slides_kept, DESK, SLIDES_KEPT, GtkWidget)

GtkWidget *desk_slides_kept_new  (OcopRegister    *reg,
                                  DeskSlidesDraft *draft);
/* Keeps what is put together, where it has a name. */
void       desk_slides_kept_keep (DeskSlidesKept  *self);

G_END_DECLS
