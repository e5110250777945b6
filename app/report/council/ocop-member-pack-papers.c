/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-member-pack-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "evaluation/ocop-member-ballot.h"
#include "report/council/ocop-council-head.h"

/* Wide, so that photo and summary share a page. */
#define PHOTO_ASPECT 2.4
#define JPEG_START 0xd8
#define JPEG_MARKER 0xff

static OcopPaper *
new_paper (const OcopMemberPack *self,
           const char           *title)
{
  OcopPaper *paper = ocop_paper_new (title);

  ocop_council_write_head (paper, self->council);
  return paper;
}

/* The agenda */

OcopPaper *
ocop_member_pack_agenda (const OcopMemberPack *self)
{
  const OcopSession *session = self->council->session;
  g_autofree char *day = ocop_council_dup_day (self->council);
  OcopPaper *paper = new_paper (self, _("AGENDA OF THE SESSION"));
  OcopPaperTable *table;

  ocop_paper_add_subtitle (paper, ocop_record_get_text (session->record, "name"));
  ocop_paper_add_subtitle (paper, day);
  table = ocop_paper_add_table (paper, NULL);
  ocop_paper_table_add_column (table, "number", C_("table column", "No."), OCOP_PAPER_COLUMN_INTEGER, 4);
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "set", _("Criteria set"), OCOP_PAPER_COLUMN_TEXT, 30);
  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (session, i);
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

      row->cells[0] = ocop_value_integer (i + 1);
      row->cells[1] = ocop_value_text (product->product_name);
      row->cells[2] = ocop_value_text (product->producer_name);
      row->cells[3] = ocop_value_text (product->scoring.criteria->title);
    }
  return paper;
}

/* The list to sign */

OcopPaper *
ocop_member_pack_hand_over (const OcopMemberPack *self)
{
  const OcopSession *session = self->council->session;
  OcopPaper *paper = new_paper (self, _("HAND-OVER OF THE SESSION'S DOCUMENTS"));
  OcopPaperTable *table;

  ocop_paper_add_subtitle (paper, ocop_record_get_text (session->record, "name"));
  table = ocop_paper_add_table (paper, NULL);
  ocop_paper_table_add_column (table, "number", C_("table column", "No."), OCOP_PAPER_COLUMN_INTEGER, 4);
  ocop_paper_table_add_column (table, "member", _("Member"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "body", _("Body"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "handed", _("Documents handed over"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "signature", _("Day and signature"), OCOP_PAPER_COLUMN_TEXT, 18);
  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (session, i);
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      g_autofree char *handed = g_strdup_printf (ngettext ("agenda, dossier of %u product, score sheets",
                                                           "agenda, dossiers of %u products, score sheets", session->products->len),
                                                 session->products->len);

      row->cells[0] = ocop_value_integer (i + 1);
      row->cells[1] = ocop_value_text (member->name);
      row->cells[2] = ocop_value_text (member->body_name);
      row->cells[3] = ocop_value_text (handed);
    }
  return paper;
}

/* The photo */

static int
read_byte (const guint8 *data,
           gsize         size,
           gsize         at)
{
  return at < size ? data[at] : -1;
}

/* Finds the frame of a JPEG, which says how large it is. */
static gboolean
measure_jpeg (GBytes *bytes,
              int    *width,
              int    *height)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize at = 2;

  if (size < 4 || data[0] != JPEG_MARKER || data[1] != JPEG_START)
    return FALSE;
  while (at + 9 < size && data[at] == JPEG_MARKER)
    {
      int marker = read_byte (data, size, at + 1);

      /* SOF0 to SOF15, but for the tables that stand among them. */
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = data[at + 5] << 8 | data[at + 6];
          *width = data[at + 7] << 8 | data[at + 8];
          return *width > 0 && *height > 0;
        }
      at += 2 + (gsize) (data[at + 2] << 8 | data[at + 3]);
    }
  return FALSE;
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

/* The file itself goes into the PDF: nothing has to be unpacked here. */
static cairo_surface_t *
new_jpeg_surface (GBytes *bytes)
{
  cairo_surface_t *surface;
  int width, height;

  if (!measure_jpeg (bytes, &width, &height))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                               unref_bytes, g_bytes_ref (bytes));
  return surface;
}

typedef struct
{
  GBytes *bytes;
  gsize at;
} Stream;

static cairo_status_t
read_stream (void          *data,
             unsigned char *buffer,
             unsigned int   length)
{
  Stream *stream = data;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (stream->bytes, &size);

  if (stream->at + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (buffer, bytes + stream->at, length);
  stream->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* %NULL where it is no picture that can be painted. */
static cairo_surface_t *
new_surface (GBytes *bytes)
{
  cairo_surface_t *surface = new_jpeg_surface (bytes);
  Stream stream = { bytes, 0 };

  if (surface == NULL)
    surface = cairo_image_surface_create_from_png_stream (read_stream, &stream);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/* As large as fits, in the middle. */
static void
paint_photo (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  cairo_surface_t *surface = data;
  double own_width = cairo_image_surface_get_width (surface);
  double own_height = cairo_image_surface_get_height (surface);
  double scale = MIN (width / own_width, height / own_height);

  cairo_save (cr);
  cairo_translate (cr, (width - own_width * scale) / 2, (height - own_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The page of a product */

static void
add_line (OcopPaper  *paper,
          const char *title,
          const char *text)
{
  OcopPaperParagraph *paragraph = ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY);
  g_autofree char *label = g_strdup_printf ("%s: ", title);

  ocop_paper_paragraph_add (paragraph, label, TRUE);
  ocop_paper_paragraph_add (paragraph, text, FALSE);
}

OcopPaper *
ocop_member_pack_summary (const OcopMemberPack *self,
                          guint                 place,
                          GBytes               *photo)
{
  const OcopSessionProduct *product = ocop_session_get_product (self->council->session, place);
  const OcopMemberPackProduct *own = g_ptr_array_index (self->products, place);
  cairo_surface_t *surface = photo != NULL ? new_surface (photo) : NULL;
  OcopPaper *paper = ocop_paper_new (product->product_name);

  ocop_paper_add_subtitle (paper, product->producer_name != NULL ? product->producer_name : "–");
  paper->practice = ocop_record_get_integer (self->council->office, "practice", 0) != 0;
  if (surface != NULL)
    ocop_paper_add_chart (paper, NULL, PHOTO_ASPECT, paint_photo, surface, (GDestroyNotify) cairo_surface_destroy);
  add_line (paper, _("Criteria set"), product->scoring.criteria->title);
  add_line (paper, _("Has a product story"), product->scoring.has_story ? C_("answer", "Yes") : C_("answer", "No"));
  for (guint i = 0; i < own->facts->len; i++)
    {
      const OcopMemberBallotFact *fact = &g_array_index (own->facts, OcopMemberBallotFact, i);

      add_line (paper, fact->title, fact->text);
    }
  return paper;
}
