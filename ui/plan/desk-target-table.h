/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/* Gives @view its columns, once. */
void          desk_target_table_set_up   (GtkColumnView *view);

/* Shows the targets of @plan, (nullable), which must stay as long as they are shown; what was chosen stays so. */
void          desk_target_table_show     (GtkColumnView *view,
                                          OcopPlan      *plan);

/* The year before of what is shown was read. */
void          desk_target_table_show_before (GtkColumnView *view);

/* (nullable): the target that is chosen. */
OcopProgress *desk_target_table_get      (GtkColumnView *view);

/* The style class of the pill of a target: "good", "warn", "alarm", "quiet". */
const char   *desk_target_table_style    (OcopStanding   standing);

G_END_DECLS
