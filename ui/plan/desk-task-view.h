/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-part-view.h"

G_BEGIN_DECLS

#define DESK_TYPE_TASK_VIEW (desk_task_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskTaskView, desk_task_view, DESK, TASK_VIEW, DeskPartView)

G_END_DECLS
