/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/chart/ocop-saved-chart.h"

G_BEGIN_DECLS

/* A list of the charts by the question that they answer, and above them those that the office saved under names. */

/* Puts the questions in. */
void                  desk_chart_gallery_fill         (GtkListBox      *list);
/* Puts @saved (element-type OcopSavedChart) above them where they are others than before. What was chosen stays chosen; of a
 * saved one that is gone its question is. */
void                  desk_chart_gallery_show_saved   (GtkListBox      *list,
                                                       const GPtrArray *saved);
/* Chooses the saved chart @name; %FALSE where there is none. */
gboolean              desk_chart_gallery_select_saved (GtkListBox      *list,
                                                       const char      *name);

/* Puts tables of reports below the questions. @reports: (array zero-terminated=1): of ocop_report_list_find() */
void                  desk_chart_gallery_add_reports  (GtkListBox         *list,
                                                       const char * const *reports);

/* (nullable): which chart a row is of; %NULL of a report. */
const char           *desk_chart_gallery_get_name     (GtkListBoxRow   *row);
/* (nullable): which report. */
const char           *desk_chart_gallery_get_report   (GtkListBoxRow   *row);
/* (nullable) (transfer none): which saved one. */
const OcopSavedChart *desk_chart_gallery_get_saved    (GtkListBoxRow   *row);
/* The focus brings @row into sight, but not the heading above it: this does. */
void                  desk_chart_gallery_scroll_to    (GtkListBox      *list,
                                                       GtkListBoxRow   *row);

G_END_DECLS
