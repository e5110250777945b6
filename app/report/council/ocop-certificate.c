/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-certificate.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "report/council/ocop-certificate-painter.h"
#include "report/ocop-office-head.h"

/* Certificates on their way to pages. */
typedef struct
{
  GPtrArray *certificates;
  cairo_surface_t *background;
} Sheets;

void
ocop_certificate_free (OcopCertificate *self)
{
  char *texts[] = {
    self->issuer, self->number, self->product, self->producer, self->address, self->code, self->decision, self->reissued,
    self->place_and_date, self->authority, self->signer,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

static OcopDate
get_last_day (const OcopDecisionFacts *facts,
              const OcopDecisionLine  *line)
{
  OcopDate own = line->recognition != NULL ? ocop_record_get_date (line->recognition, "valid_until") : OCOP_DATE_UNKNOWN;

  return ocop_date_is_known (own) ? own : facts->decision->valid_until;
}

static char *
dup_place_and_date (const OcopDecisionFacts *facts)
{
  const char *place = ocop_record_get_text (facts->office, "place");
  g_autofree char *day = ocop_decision_facts_dup_day (facts);

  return place != NULL ? g_strdup_printf ("%s, %s", place, day) : g_strdup (day);
}

/* The recognition's own: a certificate that was issued again may have got another. */
static char *
dup_number (const OcopDecisionLine *line)
{
  const char *own = line->recognition != NULL ? ocop_record_get_text (line->recognition, "certificate_number") : NULL;

  return g_strdup (own != NULL ? own : ocop_record_get_text (line->record, "certificate_number"));
}

static char *
dup_reissued (const OcopDecisionLine *line)
{
  OcopDate date = line->recognition != NULL ? ocop_record_get_date (line->recognition, "reissued_on") : OCOP_DATE_UNKNOWN;
  const char *former = ocop_date_is_known (date) ? ocop_record_get_text (line->recognition, "reissued_for") : NULL;
  g_autofree char *day = ocop_date_to_people (date);

  if (!ocop_date_is_known (date))
    return NULL;
  return former != NULL ? g_strdup_printf (_("Issued again on %s in place of no. %s"), day, former)
                        : g_strdup_printf (_("Issued again on %s"), day);
}

OcopCertificate *
ocop_certificate_new (const OcopDecisionFacts *facts,
                      guint                    place)
{
  OcopCertificate *self = g_new0 (OcopCertificate, 1);
  const OcopDecisionLine *line = ocop_decision_facts_get_line (facts, place);
  const OcopProductFacts *product = ocop_decision_facts_get_certified (facts, place);
  const OcopRecord *decision = facts->decision->record;
  const char *title = ocop_record_get_text (decision, "signatory_title");
  g_autofree char *issuer = ocop_decision_facts_dup_issuer (facts);
  g_autofree char *number = ocop_decision_facts_dup_number (facts);
  g_autofree char *day = ocop_decision_facts_dup_day (facts);

  self->issuer = g_utf8_strup (issuer, -1);
  self->number = dup_number (line);
  self->product = g_strdup (ocop_product_facts_get_name (product));
  self->producer = g_strdup (ocop_product_facts_get_producer (product));
  self->address = g_strdup (product->address);
  self->code = g_strdup (ocop_decision_facts_get_code (facts, place));
  self->stars = (guint) ocop_record_get_integer (line->record, "class", 0);
  self->decision = g_strdup_printf (_("Decision no. %s of %s"), number, day);
  self->reissued = dup_reissued (line);
  self->until = get_last_day (facts, line);
  self->place_and_date = dup_place_and_date (facts);
  self->authority = ocop_office_dup_signer_lines (title != NULL ? title : _("CHAIR"));
  self->signer = g_strdup (ocop_record_get_text (decision, "signatory"));
  return self;
}

char *
ocop_certificate_dup_code_text (const OcopCertificate *self)
{
  g_autofree char *until = ocop_date_to_people (self->until);
  g_autofree char *stars = g_strdup_printf (ngettext ("%u star", "%u stars", self->stars), self->stars);

  return g_strdup_printf ("OCOP %s\n%s\n%s\n%s\n%s", self->number != NULL ? self->number : "", self->product, self->producer,
                          stars, until);
}

/* The pages */

static void
sheets_free (gpointer data)
{
  Sheets *sheets = data;

  g_ptr_array_unref (sheets->certificates);
  g_clear_pointer (&sheets->background, cairo_surface_destroy);
  g_free (sheets);
}

static void
paint_sheet (cairo_t  *cr,
             guint     page,
             double    width,
             double    height,
             gpointer  data)
{
  const Sheets *sheets = data;

  ocop_certificate_paint (sheets->certificates->pdata[page], cr, width, height, sheets->background);
}

/* One row of the picture, as cairo keeps it: premultiplied, in the machine's order of bytes. */
static void
copy_row (const guchar *from,
          guint32      *to,
          int           width,
          int           n_channels)
{
  for (int i = 0; i < width; i++, from += n_channels)
    {
      guint32 alpha = n_channels == 4 ? from[3] : 255;

      to[i] = alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8 | (from[2] * alpha / 255);
    }
}

static cairo_surface_t *
load_background (const char *path)
{
  g_autoptr(GdkPixbuf) picture = path != NULL ? gdk_pixbuf_new_from_file (path, NULL) : NULL;
  cairo_surface_t *surface;
  int width, height;

  if (picture == NULL)
    return NULL;
  width = gdk_pixbuf_get_width (picture);
  height = gdk_pixbuf_get_height (picture);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_flush (surface);
  for (int row = 0; row < height; row++)
    copy_row (gdk_pixbuf_read_pixels (picture) + row * gdk_pixbuf_get_rowstride (picture),
              (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface)),
              width, gdk_pixbuf_get_n_channels (picture));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* The list for a workbook */

static void
add_list (OcopPaper       *paper,
          const GPtrArray *certificates)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, _("Certificates"));

  ocop_paper_table_add_column (table, "number", _("Certificate number"), OCOP_PAPER_COLUMN_TEXT, 18);
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 30);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 30);
  ocop_paper_table_add_column (table, "class", _("Class"), OCOP_PAPER_COLUMN_STARS, 8);
  ocop_paper_table_add_column (table, "code", _("Product code"), OCOP_PAPER_COLUMN_TEXT, 18);
  ocop_paper_table_add_column (table, "until", _("Valid until"), OCOP_PAPER_COLUMN_DATE, 12);
  for (guint i = 0; i < certificates->len; i++)
    {
      const OcopCertificate *certificate = certificates->pdata[i];
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      char until[OCOP_DATE_TEXT_SIZE];

      row->cells[0] = ocop_value_text (certificate->number);
      row->cells[1] = ocop_value_text (certificate->product);
      row->cells[2] = ocop_value_text (certificate->producer);
      row->cells[3] = ocop_value_integer (certificate->stars);
      row->cells[4] = ocop_value_text (certificate->code);
      row->cells[5] = ocop_value_text (ocop_date_to_text (certificate->until, until));
    }
}

OcopPaper *
ocop_certificates_new_paper (GPtrArray  *certificates,
                             const char *background,
                             gboolean    practice)
{
  OcopPaper *paper = ocop_paper_new (_("OCOP CERTIFICATES"));
  Sheets *sheets = g_new0 (Sheets, 1);

  sheets->certificates = certificates;
  sheets->background = load_background (background);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  paper->practice = practice;
  add_list (paper, certificates);
  ocop_paper_set_painter (paper, certificates->len, paint_sheet, sheets, sheets_free);
  return paper;
}

OcopPaper *
ocop_certificates_new_for_decision (const OcopDecisionFacts *facts,
                                    const char              *background)
{
  GPtrArray *certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_certificate_free);

  for (guint i = 0; i < facts->lines->len; i++)
    g_ptr_array_add (certificates, ocop_certificate_new (facts, i));
  return ocop_certificates_new_paper (certificates, background, ocop_record_get_integer (facts->office, "practice", 0) != 0);
}
