/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* @id: of the copy */
typedef void (*DeskPlanCopied) (GtkWidget  *widget,
                                const char *id);

/* Copies @plan for @year, and calls @copied unless another register is open by then. The window of @widget says what
 * came of it. */
void desk_plan_copy (GtkWidget        *widget,
                     OcopRegister     *reg,
                     const OcopRecord *plan,
                     guint             year,
                     DeskPlanCopied    copied);

G_END_DECLS
