/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "register/ocop-change.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/* The columns that an office wants to see in its reports stand in its settings, in the register: whoever
 * opens it, in the window or by ocop, gets the same papers. */

/**
 * ocop_report_layout_read:
 * @layout: (out) (nullable): (transfer full): %NULL where the office keeps the usual columns
 *
 * Returns: %FALSE with %OCOP_ERROR_INVALID_VALUE where what @office holds is no list of columns.
 */
gboolean    ocop_report_layout_read   (const OcopRecord       *office,
                                       const OcopReport       *report,
                                       OcopPaperLayout       **layout,
                                       GError                **error);

/**
 * ocop_report_layout_change:
 * @layout: (nullable): the usual columns when %NULL
 *
 * Returns: (transfer full): the change, empty where that is how it stands; %NULL on failure.
 */
OcopChange *ocop_report_layout_change (OcopReader             *reader,
                                       const OcopReport       *report,
                                       const OcopPaperLayout  *layout,
                                       GError                **error);

/* Others may be kept beside those, each under a name. */

/* (transfer full): the names of those that are kept for @report. */
char           **ocop_report_layout_names (const OcopRecord       *office,
                                           const OcopReport       *report);
/* Those that are kept as @name; (transfer full): %NULL with %OCOP_ERROR_NOT_FOUND, which says what there is. */
OcopPaperLayout *ocop_report_layout_find  (const OcopRecord       *office,
                                           const OcopReport       *report,
                                           const char             *name,
                                           GError                **error);
/* @name: (nullable): as ocop_report_layout_change() when %NULL; @layout: (nullable): no longer kept when %NULL */
OcopChange      *ocop_report_layout_keep  (OcopReader             *reader,
                                           const OcopReport       *report,
                                           const char             *name,
                                           const OcopPaperLayout  *layout,
                                           GError                **error);
/* "product=Tên sản phẩm,class": columns of @report in that order, with the headings that are other than usual.
 * (transfer full): %NULL with %OCOP_ERROR_ARGUMENT where it has no such column */
OcopPaperLayout *ocop_report_layout_parse (const OcopReport       *report,
                                           const char             *text,
                                           GError                **error);

G_END_DECLS
