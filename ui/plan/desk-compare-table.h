/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-plan-compare.h"

G_BEGIN_DECLS

/* Makes @view, once, a table of targets in which several plans stand side by side. */
void       desk_compare_table_set_up  (GtkColumnView        *view);

/* @comparison: (nullable): to be kept by the caller until another is shown. The row that was chosen stays so by its place. */
void       desk_compare_table_show    (GtkColumnView        *view,
                                       const OcopComparison *comparison);

/* (transfer full) (element-type GStrv): titles, then rows, as they are shown. */
GPtrArray *desk_compare_table_dup_rows (GtkColumnView       *view);

G_END_DECLS
