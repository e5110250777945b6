/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-certificate.h"

G_BEGIN_DECLS

/**
 * ocop_certificate_paint:
 * @width, @height: of the sheet, in points
 * @background: (nullable): a picture for the whole sheet
 *
 * Paints one certificate. Only the words carry what it says: gold and frame may be printed grey.
 */
void ocop_certificate_paint (const OcopCertificate *self,
                             cairo_t               *cr,
                             double                 width,
                             double                 height,
                             cairo_surface_t       *background);

G_END_DECLS
