/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/ocop-kind.h"
#include "register/ocop-rows.h"

G_BEGIN_DECLS

#define DESK_TYPE_YEAR_GRID (desk_year_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskYearGrid, desk_year_grid, DESK, YEAR_GRID, GtkWidget)

/**
 * desk_year_grid_new:
 * @columns: names of fields of @kind, ended by %NULL, the year first: what @rows holds
 *
 * Yearly figures side by side: a column for each year, a line for each figure
 * that any year has. #DeskYearGrid::opened (gint64 key): a year was chosen.
 */
GtkWidget *desk_year_grid_new (const OcopKind     *kind,
                               const char * const *columns,
                               OcopRows           *rows);

G_END_DECLS
