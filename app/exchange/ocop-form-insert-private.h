/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-shift-private.h"

G_BEGIN_DECLS

/* Puts new rows into the cells of the sheet, and lets its formulas lead where they did. %FALSE with
 * %OCOP_ERROR_INVALID_VALUE where that cannot be done safely. */
gboolean ocop_form_insert_cells (const OcopFormPart  *part,
                                 const char          *sheet,
                                 OcopFormShift       *shift,
                                 OcopFormPatches     *patches,
                                 GError             **error);

/**
 * ocop_form_insert_around:
 * @sheet: (nullable): to which the part belongs; %NULL for one of the whole workbook
 * @name: of the part
 *
 * The same for all else that names cells: what a sheet has beside its cells, drawings, charts, comments, tables, names.
 */
gboolean ocop_form_insert_around (GBytes             *bytes,
                                  const char         *name,
                                  const char         *sheet,
                                  OcopFormShift      *shift,
                                  OcopFormPatches    *patches,
                                  GError            **error);

/* Sets %OCOP_ERROR_INVALID_VALUE: rows cannot be put in at @place because of @problem, both in words. Always %FALSE. */
gboolean ocop_form_insert_refuse (const char         *place,
                                  const char         *problem,
                                  GError            **error);

G_END_DECLS
