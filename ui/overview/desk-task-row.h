/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-due-task.h"

G_BEGIN_DECLS

#define DESK_TYPE_TASK_ROW (desk_task_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskTaskRow, desk_task_row, DESK, TASK_ROW, GtkBox)

/**
 * DeskTaskRow:
 *
 * Shows an #OcopDueTask: of what it is and where it lies, its day, and how many days are left or over.
 */
GtkWidget *desk_task_row_new  (void);

/* Shows @task as it stands on the day @on. Returns: (transfer full): the row in words. */
char      *desk_task_row_show (DeskTaskRow       *self,
                               const OcopDueTask *task,
                               OcopDate           on);

G_END_DECLS
