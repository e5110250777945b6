/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/* A menu of all reports, each the action win.report with its name. */
GMenuModel *desk_reports_new_menu (void);

/**
 * desk_reports_preview:
 * @name: of a report
 * @scope: copied; without a base the products are those of the office's area, and the preview offers all
 *
 * Reads the report aside, then shows its pages.
 */
void        desk_reports_preview  (DeskWindow            *window,
                                   const char            *name,
                                   const OcopReportScope *scope);

G_END_DECLS
