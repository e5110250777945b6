/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "overview/desk-overview-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_TASK_CARD (desk_task_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskTaskCard, desk_task_card, DESK, TASK_CARD, GtkBox)

/**
 * DeskTaskCard:
 *
 * What has its day beside the products' own certificates: dossiers that wait, rounds that close, other
 * certificates. A row opens its record. Hidden where there is nothing.
 */

/* @data: its tasks are held on to */
void desk_task_card_show (DeskTaskCard           *self,
                          const DeskOverviewData *data);

G_END_DECLS
