/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The classes of the window's pages in their order, ended by %G_TYPE_INVALID. */
const GType *desk_pages_get_types (void);

G_END_DECLS
