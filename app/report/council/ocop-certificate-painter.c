/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-certificate-painter.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "report/council/ocop-qr.h"
#include "report/ocop-paper-ruler.h"

#define EDGE 26.0
#define INSIDE 66.0
/* What stands at the foot ends so far above the lower edge, clear of the corners. */
#define FOOT 54.0
#define QR_SIDE 88.0
#define STAR_SIZE 17.0

/* Of the rosette behind the words. */
#define N_PETALS 18
#define N_RINGS 5

typedef struct
{
  double red, green, blue;
} Colour;

static const Colour gold = { 0.79, 0.60, 0.16 };
static const Colour pale_gold = { 0.965, 0.925, 0.80 };
static const Colour dark_red = { 0.62, 0.09, 0.10 };
static const Colour ink = { 0.10, 0.10, 0.10 };

/* A certificate on its way to the page. */
typedef struct
{
  const OcopCertificate *certificate;
  cairo_t *cr;
  OcopPaperRuler *ruler;
  double width;
  double height;
  double air;                    /* more than the least, between the parts */
} Sheet;

static void
set_colour (cairo_t      *cr,
            const Colour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* Paints @text in the middle of the sheet from @y down, in smaller type where it would take more than @most_lines; returns its foot. */
static double
show_centred (Sheet        *sheet,
              const char   *text,
              double        size,
              gboolean      bold,
              gboolean      italic,
              const Colour *colour,
              double        y,
              guint         most_lines)
{
  OcopPaperFont font = { .size = size, .bold = bold, .italic = italic, .align = OCOP_PAPER_ALIGN_CENTRE };
  double width = sheet->width - 2 * INSIDE;

  while (font.size > 9 && ocop_paper_ruler_get_height (sheet->ruler, text, &font, width)
                            > (most_lines + 0.5) * ocop_paper_font_get_line_height (&font))
    font.size -= 0.5;
  set_colour (sheet->cr, colour);
  return y + ocop_paper_ruler_show (sheet->ruler, sheet->cr, text, &font, INSIDE, y, width);
}

/* The frame */

static void
stroke_frame (cairo_t *cr,
              double   inset,
              double   width,
              double   height,
              double   line)
{
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, inset, inset, width - 2 * inset, height - 2 * inset);
  cairo_stroke (cr);
}

/* Two leaves and a dot in a corner; @cr points from the corner into the sheet. */
static void
paint_corner (cairo_t *cr)
{
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, 5, 5);
      cairo_curve_to (cr, 12, 2, 30, 4, 40, 13);
      cairo_curve_to (cr, 28, 14, 13, 13, 5, 5);
      cairo_fill (cr);
      /* The second is the first one's mirror image. */
      cairo_transform (cr, &(cairo_matrix_t) { 0, 1, 1, 0, 0, 0 });
    }
  cairo_arc (cr, 22, 22, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_arc (cr, 31, 31, 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_corners (Sheet *sheet)
{
  for (int i = 0; i < 4; i++)
    {
      gboolean right = i % 2 != 0, low = i / 2 != 0;

      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, right ? sheet->width - EDGE - 8 : EDGE + 8, low ? sheet->height - EDGE - 8 : EDGE + 8);
      cairo_scale (sheet->cr, right ? -1 : 1, low ? -1 : 1);
      paint_corner (sheet->cr);
      cairo_restore (sheet->cr);
    }
}

/* Fine crossing lines, as papers of value have them. */
static void
paint_rosette (Sheet *sheet)
{
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, sheet->width / 2, sheet->height * 0.55);
  set_colour (sheet->cr, &pale_gold);
  cairo_set_line_width (sheet->cr, 0.7);
  for (int ring = 0; ring < N_RINGS; ring++)
    {
      cairo_new_sub_path (sheet->cr);
      for (int step = 0; step <= 720; step++)
        {
          double angle = step * G_PI / 360;
          double radius = 78 + 17 * ring + 12 * sin (N_PETALS * angle + ring * G_PI / 2);

          cairo_line_to (sheet->cr, radius * cos (angle) * 1.35, radius * sin (angle));
        }
      cairo_close_path (sheet->cr);
    }
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

static void
paint_frame (Sheet *sheet)
{
  paint_rosette (sheet);
  set_colour (sheet->cr, &gold);
  stroke_frame (sheet->cr, EDGE, sheet->width, sheet->height, 3);
  stroke_frame (sheet->cr, EDGE + 6, sheet->width, sheet->height, 0.8);
  paint_corners (sheet);
}

static void
paint_background (Sheet           *sheet,
                  cairo_surface_t *background)
{
  cairo_save (sheet->cr);
  cairo_scale (sheet->cr, sheet->width / cairo_image_surface_get_width (background),
               sheet->height / cairo_image_surface_get_height (background));
  cairo_set_source_surface (sheet->cr, background, 0, 0);
  cairo_paint (sheet->cr);
  cairo_restore (sheet->cr);
}

/* The stars */

static void
paint_star (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < 10; i++)
    {
      double angle = -G_PI / 2 + i * G_PI / 5;
      double here = i % 2 == 0 ? radius : radius * 0.42;

      cairo_line_to (cr, x + here * cos (angle), y + here * sin (angle));
    }
  cairo_close_path (cr);
}

static double
paint_stars (Sheet  *sheet,
             double  y)
{
  double pitch = 2.5 * STAR_SIZE;
  double x = sheet->width / 2 - (sheet->certificate->stars - 1) * pitch / 2;

  cairo_new_path (sheet->cr);
  for (guint i = 0; i < sheet->certificate->stars; i++)
    paint_star (sheet->cr, x + i * pitch, y + STAR_SIZE, STAR_SIZE);
  set_colour (sheet->cr, &gold);
  cairo_fill_preserve (sheet->cr);
  cairo_set_source_rgb (sheet->cr, 0.60, 0.43, 0.06);
  cairo_set_line_width (sheet->cr, 0.7);
  cairo_stroke (sheet->cr);
  return y + 2 * STAR_SIZE;
}

/* The words */

static double
show_head (Sheet  *sheet,
           double  y)
{
  const char *motto = _("Independence - Freedom - Happiness");
  double length = ocop_paper_ruler_get_ems (sheet->ruler, motto, strlen (motto), TRUE) * 13;

  y = show_centred (sheet, _("SOCIALIST REPUBLIC OF VIET NAM"), 13, TRUE, FALSE, &ink, y, 1);
  y = show_centred (sheet, motto, 13, TRUE, FALSE, &ink, y, 1) + 2;
  cairo_set_line_width (sheet->cr, 0.8);
  cairo_move_to (sheet->cr, (sheet->width - length) / 2, y);
  cairo_rel_line_to (sheet->cr, length, 0);
  cairo_stroke (sheet->cr);
  y = show_centred (sheet, sheet->certificate->issuer, 14, TRUE, FALSE, &ink, y + 12 + sheet->air * 0.5, 1);
  return show_centred (sheet, _("CERTIFICATE OF AN OCOP PRODUCT"), 29, TRUE, FALSE, &dark_red, y + 5, 1);
}

static double
show_product (Sheet  *sheet,
              double  y)
{
  const OcopCertificate *certificate = sheet->certificate;
  g_autofree char *producer = g_strdup_printf (_("Producer: %s"), certificate->producer);
  g_autofree char *address = certificate->address != NULL ? g_strdup_printf (_("Address: %s"), certificate->address) : NULL;
  g_autofree char *code = certificate->code != NULL ? g_strdup_printf (_("Product code: %s"), certificate->code) : NULL;

  y = show_centred (sheet, _("It is certified that the product"), 14, FALSE, TRUE, &ink, y + 6 + sheet->air, 1);
  y = show_centred (sheet, certificate->product, 27, TRUE, FALSE, &ink, y + 3, 2);
  y = show_centred (sheet, producer, 15, TRUE, FALSE, &ink, y + 4, 2);
  if (address != NULL)
    y = show_centred (sheet, address, 13, FALSE, FALSE, &ink, y + 2, 2);
  return code != NULL ? show_centred (sheet, code, 13, FALSE, FALSE, &ink, y + 1, 1) : y;
}

static double
show_class (Sheet  *sheet,
            double  y)
{
  guint stars = sheet->certificate->stars;
  g_autofree char *class = g_strdup_printf (ngettext ("HAS REACHED THE CLASS OF %u STAR", "HAS REACHED THE CLASS OF %u STARS", stars), stars);

  y = paint_stars (sheet, y + 9 + sheet->air);
  return show_centred (sheet, class, 18, TRUE, FALSE, &dark_red, y + 5, 1);
}

/* At the foot: what to look up at the left, who signs at the right. */

static double
show_at (Sheet      *sheet,
         const char *text,
         double      size,
         gboolean    bold,
         gboolean    italic,
         double      x,
         double      y,
         double      width,
         gboolean    centred)
{
  OcopPaperFont font = { .size = size, .bold = bold, .italic = italic,
                         .align = centred ? OCOP_PAPER_ALIGN_CENTRE : OCOP_PAPER_ALIGN_LEFT };

  return text != NULL ? y + ocop_paper_ruler_show (sheet->ruler, sheet->cr, text, &font, x, y, width) : y;
}

static void
show_references (Sheet  *sheet,
                 double  bottom)
{
  const OcopCertificate *certificate = sheet->certificate;
  g_autofree char *text = ocop_certificate_dup_code_text (certificate);
  g_autofree char *until = ocop_date_is_known (certificate->until) ? ocop_date_to_people (certificate->until) : g_strdup ("…/…/……");
  g_autofree char *number = g_strdup_printf (_("No.: %s"), certificate->number != NULL ? certificate->number : "……");
  g_autofree char *valid = g_strdup_printf (_("Valid until the end of %s"), until);
  double x = INSIDE + QR_SIDE + 8, y = bottom - QR_SIDE + 12;

  ocop_qr_paint (sheet->cr, text, INSIDE, bottom - QR_SIDE, QR_SIDE);
  set_colour (sheet->cr, &ink);
  y = show_at (sheet, number, 12, TRUE, FALSE, x, y, 300, FALSE);
  y = show_at (sheet, certificate->decision, 12, FALSE, FALSE, x, y + 2, 300, FALSE);
  y = show_at (sheet, valid, 12, TRUE, FALSE, x, y + 2, 300, FALSE);
  show_at (sheet, certificate->reissued, 12, FALSE, TRUE, x, y + 2, 300, FALSE);
}

static void
show_signature (Sheet  *sheet,
                double  bottom)
{
  const OcopCertificate *certificate = sheet->certificate;
  double width = 290, x = sheet->width - INSIDE - width;
  double y = bottom - QR_SIDE - 18;

  set_colour (sheet->cr, &ink);
  y = show_at (sheet, certificate->place_and_date, 13, FALSE, TRUE, x, y, width, TRUE);
  show_at (sheet, certificate->authority, 13, TRUE, FALSE, x, y + 1, width, TRUE);
  show_at (sheet, certificate->signer, 13, TRUE, FALSE, x, bottom - 16, width, TRUE);
}

static double
show_words (Sheet *sheet)
{
  return show_class (sheet, show_product (sheet, show_head (sheet, INSIDE - 14)));
}

/* What the words leave of the sheet above its foot is shared out between their parts; painted on nothing, to measure. */
static double
measure_air (Sheet sheet)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  double left;

  sheet.cr = cairo_create (nothing);
  left = sheet.height - FOOT - QR_SIDE - 14 - show_words (&sheet);
  cairo_destroy (sheet.cr);
  cairo_surface_destroy (nothing);
  return CLAMP (left / 2.5, 0, 26);
}

void
ocop_certificate_paint (const OcopCertificate *self,
                        cairo_t               *cr,
                        double                 width,
                        double                 height,
                        cairo_surface_t       *background)
{
  Sheet sheet = { self, cr, ocop_paper_ruler_new (), width, height, 0 };

  sheet.air = measure_air (sheet);
  cairo_save (cr);
  if (background != NULL)
    paint_background (&sheet, background);
  else
    paint_frame (&sheet);
  show_words (&sheet);
  show_references (&sheet, height - FOOT);
  show_signature (&sheet, height - FOOT);
  cairo_restore (cr);
  ocop_paper_ruler_free (sheet.ruler);
}
