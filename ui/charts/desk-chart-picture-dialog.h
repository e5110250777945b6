/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "desk-window.h"
#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_PICTURE_DIALOG (desk_chart_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartPictureDialog, desk_chart_picture_dialog, DESK, CHART_PICTURE_DIALOG, DeskDialog)

/* Asks what a picture of @chart is for and how many pixels it is to have, then where to save it. */
void desk_chart_picture_dialog_present (const OcopChart *chart,
                                        DeskWindow      *window);

G_END_DECLS
