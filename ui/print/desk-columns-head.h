/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/* The head of a report's table as the paper will have it: the headings side by side, and those that several share over them. */
#define DESK_TYPE_COLUMNS_HEAD (desk_columns_head_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnsHead, desk_columns_head, DESK, COLUMNS_HEAD, GtkWidget)

/* Forgets the columns that it shows. */
void desk_columns_head_clear (DeskColumnsHead        *self);
/* Shows @column to the right of those before. @heading: (nullable): the office's own */
void desk_columns_head_add   (DeskColumnsHead        *self,
                              const OcopReportColumn *column,
                              const char             *heading);

G_END_DECLS
