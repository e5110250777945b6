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

G_END_DECLS
