/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/ocop-kind.h"

G_BEGIN_DECLS

/* The buttons below the form of a record of @kind; they activate its actions, and those of its page. */
GtkWidget *desk_form_bar_new (const OcopKind *kind);

G_END_DECLS
