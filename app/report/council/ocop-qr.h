/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ocop_qr_paint:
 * @text: what a reader shows
 * @x, @y: its top left corner
 * @side: of the whole code with the quiet edge that readers ask for, in points
 *
 * Paints a QR code, black on white. Nothing where @text is too long for one.
 */
void ocop_qr_paint (cairo_t    *cr,
                    const char *text,
                    double      x,
                    double      y,
                    double      side);

G_END_DECLS
