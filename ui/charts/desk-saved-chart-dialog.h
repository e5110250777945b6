/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "report/chart/ocop-saved-chart.h"

G_BEGIN_DECLS

#define DESK_TYPE_SAVED_CHART_DIALOG (desk_saved_chart_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskSavedChartDialog, desk_saved_chart_dialog, DESK, SAVED_CHART_DIALOG, DeskDialog)

/* Under which name a chart is being saved. */
typedef void (*DeskSavedChartNamed) (GtkWidget  *widget,
                                     const char *name);

/**
 * desk_saved_chart_dialog_present:
 * @chart: with the name that is proposed; its day fixed or not
 * @on: the day of the figures, which may be kept
 * @renames: whether it is saved already and gets another name
 * @named: told of the name that was given, when it is being saved
 *
 * Asks under which name the office keeps @chart.
 */
void desk_saved_chart_dialog_present (GtkWidget            *parent,
                                      OcopRegister         *reg,
                                      const OcopSavedChart *chart,
                                      OcopDate              on,
                                      gboolean              renames,
                                      DeskSavedChartNamed   named);

G_END_DECLS
