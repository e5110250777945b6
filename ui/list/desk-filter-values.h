/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-filter-options.h"

G_BEGIN_DECLS

#define DESK_TYPE_FILTER_VALUES (desk_filter_values_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterValues, desk_filter_values, DESK, FILTER_VALUES, GtkWidget)

/**
 * DeskFilterValues:
 *
 * What may be chosen in a filter, to be ticked; many are searched.
 * #DeskFilterValues::toggled (key, whether it is chosen) is emitted for each tick.
 */

/* @title: what is chosen, for assistive technology */
GtkWidget *desk_filter_values_new  (const char       *title);

/* @options: (element-type DeskFilterOption); @chosen: (element-type utf8): keys. The focus goes in. */
void       desk_filter_values_show (DeskFilterValues *self,
                                    GPtrArray        *options,
                                    GPtrArray        *chosen);

G_END_DECLS
