/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-qr.h"

#include <qrencode.h>
#include <string.h>

/* Modules of white around a code (ISO/IEC 18004). */
#define QUIET_EDGE 4

/* "What follows is UTF-8": without it some readers take Vietnamese for Japanese. */
#define ECI_UTF8 26

static void
paint_modules (cairo_t      *cr,
               const QRcode *code,
               double        module)
{
  /* Without smoothing, so that no white lines show between modules on the screen. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      if (code->data[row * code->width + column] & 1)
        cairo_rectangle (cr, (column + QUIET_EDGE) * module, (row + QUIET_EDGE) * module, module, module);
  cairo_fill (cr);
}

static QRcode *
encode (const char *text)
{
  QRinput *input = QRinput_new2 (0, QR_ECLEVEL_M);
  QRcode *code = NULL;

  if (input == NULL)
    return NULL;
  if (QRinput_appendECIheader (input, ECI_UTF8) == 0 &&
      QRinput_append (input, QR_MODE_8, (int) strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

void
ocop_qr_paint (cairo_t    *cr,
               const char *text,
               double      x,
               double      y,
               double      side)
{
  QRcode *code = encode (text);

  if (code == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, side, side);
  cairo_fill (cr);
  paint_modules (cr, code, side / (code->width + 2 * QUIET_EDGE));
  cairo_restore (cr);
  QRcode_free (code);
}
