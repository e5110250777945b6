/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-task.h"

G_BEGIN_DECLS

#define DESK_TYPE_TASK_YEAR (desk_task_year_get_type ())
G_DECLARE_FINAL_TYPE (DeskTaskYear, desk_task_year, DESK, TASK_YEAR, GtkWidget)

/**
 * DeskTaskYear:
 *
 * The tasks of a plan against its months (its years, where it is of several): a row and a bar for each, which say in
 * words how it stands. #DeskTaskYear::opened (id) is emitted when somebody wants one, ::chosen (place) when one is chosen.
 */

/* @tasks: (nullable) (element-type OcopTask) */
void desk_task_year_show (DeskTaskYear     *self,
                          const OcopRecord *plan,
                          GPtrArray        *tasks,
                          OcopDate          on);

/* Chooses the task at @place, if there is one. */
void desk_task_year_choose (DeskTaskYear   *self,
                            guint           place);

G_END_DECLS
