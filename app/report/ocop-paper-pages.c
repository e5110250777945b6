/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "report/ocop-paper-flow.h"
#include "report/ocop-paper-frame.h"
#include "report/ocop-paper-pages-private.h"

#define POINTS(millimetres) ((millimetres) * 72 / 25.4)
#define MARGIN_TOP POINTS (20)
#define MARGIN_BOTTOM POINTS (20)
#define MARGIN_LEFT POINTS (30)
#define MARGIN_RIGHT POINTS (15)

/* Every sheet a table may have to be set on, each wider than the one before. */
static const struct
{
  double width;
  double height;
} sheets[] = {
  { POINTS (210), POINTS (297) },   /* A4 */
  { POINTS (297), POINTS (210) },   /* A4 landscape */
  { POINTS (420), POINTS (297) },   /* A3 landscape */
};

#define TEXT_SPACING 1.3
#define CHART_LEAST_ASPECT 0.5

/* How a kind of running text is set. */
typedef struct
{
  double size;
  double space_before;
  double indent;
  PangoAlignment align;
  gboolean justify;
  gboolean bold;
  gboolean italic;
  gboolean keep_with_next;
} TextStyle;

static const TextStyle title_style = { 14, 14, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE };
static const TextStyle subtitle_style = { 13, 0, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE };
static const TextStyle source_style = { 12, 1, 0, PANGO_ALIGN_CENTER, FALSE, FALSE, TRUE, TRUE };
static const TextStyle body_style = { 13, 5, 36, PANGO_ALIGN_LEFT, TRUE, FALSE, FALSE, FALSE };
static const TextStyle heading_style = { 13, 9, 36, PANGO_ALIGN_LEFT, FALSE, TRUE, FALSE, TRUE };
static const TextStyle caption_style = { 13, 8, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE };
static const TextStyle note_style = { 11, 3, 0, PANGO_ALIGN_LEFT, FALSE, FALSE, TRUE, FALSE };

/* What a box of the flow is. */
typedef struct
{
  OcopPaperItemKind kind;
  guint block;
  guint row;
  PangoLayout *text;             /* (unowned) */
  int line;
  double x;
  double baseline;
  double width;
} Content;

struct _OcopPaperPages
{
  OcopPaper *paper;
  OcopPaperRuler *ruler;
  GPtrArray *frames;             /* (element-type OcopPaperFrame): one for each block, NULL where it is no table */
  GPtrArray *texts;              /* (element-type PangoLayout) */
  GArray *boxes;                 /* (element-type OcopPaperBox) */
  GArray *contents;              /* (element-type Content): one for each box */
  OcopPaperFlow *flow;
  double width;
  double height;
};

static double
get_text_width (const OcopPaperPages *pages)
{
  return pages->width - MARGIN_LEFT - MARGIN_RIGHT;
}

static double
get_text_height (const OcopPaperPages *pages)
{
  return pages->height - MARGIN_TOP - MARGIN_BOTTOM;
}

static void
add_box (OcopPaperPages *pages,
         OcopPaperBox    box,
         Content         content)
{
  g_array_append_val (pages->boxes, box);
  g_array_append_val (pages->contents, content);
}

static void
keep_last_with_next (OcopPaperPages *pages)
{
  if (pages->boxes->len > 0)
    g_array_index (pages->boxes, OcopPaperBox, pages->boxes->len - 1).keep_with_next = TRUE;
}

static PangoLayout *
create_text (OcopPaperPages  *pages,
             const char      *text,
             const TextStyle *style,
             PangoAttrList   *attributes)
{
  PangoLayout *layout = ocop_paper_ruler_create_layout (pages->ruler, style->size);

  if (style->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style->italic)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_width (layout, (int) (get_text_width (pages) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_justify (layout, style->justify);
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  g_ptr_array_add (pages->texts, layout);
  return layout;
}

/* One box for each line; the first two and the last two stay together. */
static void
add_text (OcopPaperPages  *pages,
          const char      *text,
          const TextStyle *style,
          PangoAttrList   *attributes)
{
  PangoLayout *layout = create_text (pages, text, style, attributes);
  g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  int i = 0;

  do
    {
      PangoRectangle logical;
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      add_box (pages,
               (OcopPaperBox) {
                 .height = style->size * TEXT_SPACING,
                 .space_before = i == 0 ? style->space_before : 0,
                 .keep_with_next = style->keep_with_next || (i < n_lines - 1 && (i == 0 || i == n_lines - 2)),
                 .heading = -1,
               },
               (Content) {
                 .kind = OCOP_PAPER_ITEM_TEXT,
                 .text = layout,
                 .line = i,
                 .x = (double) logical.x / PANGO_SCALE,
                 .baseline = baseline - (double) logical.y / PANGO_SCALE,
               });
      i++;
    }
  while (pango_layout_iter_next_line (iter));
}

static void
add_plain_text (OcopPaperPages  *pages,
                const char      *text,
                const TextStyle *style)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  if (text != NULL && *text != '\0')
    add_text (pages, text, style, attributes);
}

static void
add_paragraph (OcopPaperPages           *pages,
               const OcopPaperParagraph *paragraph)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = ocop_paper_paragraph_dup_text (paragraph);
  guint start = 0;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const OcopPaperRun *run = paragraph->runs->pdata[i];
      guint end = start + (guint) strlen (run->text);

      if (run->bold)
        {
          PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          weight->start_index = start;
          weight->end_index = end;
          pango_attr_list_insert (attributes, weight);
        }
      start = end;
    }
  add_text (pages, text, paragraph->style == OCOP_PAPER_PARAGRAPH_HEADING ? &heading_style : &body_style, attributes);
}

/* A group's heading stays with its first row, a total with the last row before it; neither the
 * first nor the last row stands on a page without the one beside it. */
static gboolean
stays_with_next (const OcopPaperTable *table,
                 guint                 row)
{
  const OcopPaperRow *here = table->rows->pdata[row];
  const OcopPaperRow *next = row + 1 < table->rows->len ? table->rows->pdata[row + 1] : NULL;

  if (next == NULL)
    return FALSE;
  return row == 0 || row + 2 == table->rows->len
         || here->kind == OCOP_PAPER_ROW_GROUP || next->kind == OCOP_PAPER_ROW_TOTAL;
}

static void
add_table (OcopPaperPages       *pages,
           guint                 block,
           const OcopPaperTable *table)
{
  OcopPaperFrame *frame = pages->frames->pdata[block];
  int heading = (int) pages->boxes->len;

  ocop_paper_frame_set_width (frame, get_text_width (pages));
  add_box (pages,
           (OcopPaperBox) {
             .height = ocop_paper_frame_get_heading_height (frame),
             .space_before = 8,
             .keep_with_next = table->rows->len > 0,
             .heading = -1,
           },
           (Content) { .kind = OCOP_PAPER_ITEM_HEADING, .block = block });
  for (guint i = 0; i < table->rows->len; i++)
    add_box (pages,
             (OcopPaperBox) {
               .height = ocop_paper_frame_get_row_height (frame, i),
               .keep_with_next = stays_with_next (table, i),
               .heading = heading,
               .line = ocop_paper_frame_get_line_height (frame),
               .padding = ocop_paper_frame_get_padding (frame),
             },
             (Content) { .kind = OCOP_PAPER_ITEM_ROW, .block = block, .row = i });
}

static void
add_chart (OcopPaperPages       *pages,
           guint                 block,
           const OcopPaperChart *chart)
{
  double width = get_text_width (pages);
  double height = MIN (width / MAX (chart->aspect, CHART_LEAST_ASPECT), get_text_height (pages) * 0.8);

  if (chart->paint != NULL)
    add_box (pages, (OcopPaperBox) { .height = height, .space_before = 10, .heading = -1 },
             (Content) { .kind = OCOP_PAPER_ITEM_CHART, .block = block,
                         .width = MIN (width, height * MAX (chart->aspect, CHART_LEAST_ASPECT)) });
}

static gboolean
measure_tables (OcopPaperPages  *pages,
                GError         **error)
{
  for (guint i = 0; i < pages->paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = pages->paper->blocks->pdata[i];

      if (block->type != OCOP_PAPER_BLOCK_TABLE)
        continue;
      if (!ocop_paper_table_load (block->table, error))
        return FALSE;
      pages->frames->pdata[i] = ocop_paper_frame_new (block->table, pages->ruler);
    }
  return TRUE;
}

/* The first sheet on which no word of a table is broken, from the one that the paper asks for on. */
static void
choose_sheet (OcopPaperPages *pages)
{
  guint sheet = pages->paper->orientation == OCOP_PAPER_LANDSCAPE ? 1 : 0;
  double needed = 0;

  for (guint i = 0; i < pages->frames->len; i++)
    if (pages->frames->pdata[i] != NULL)
      needed = MAX (needed, ocop_paper_frame_get_least_width (pages->frames->pdata[i]));
  while (sheet + 1 < G_N_ELEMENTS (sheets) && needed > sheets[sheet].width - MARGIN_LEFT - MARGIN_RIGHT)
    sheet++;
  pages->width = sheets[sheet].width;
  pages->height = sheets[sheet].height;
}

static void
add_blocks (OcopPaperPages *pages)
{
  guint n_tables = 0;

  for (guint i = 0; i < pages->paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = pages->paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_PARAGRAPH)
        add_paragraph (pages, block->paragraph);
      else if (block->type == OCOP_PAPER_BLOCK_CHART)
        add_chart (pages, i, block->chart);
      else
        {
          /* The paper's own title speaks for its first table. */
          if (n_tables++ > 0)
            add_plain_text (pages, block->table->title, &caption_style);
          add_table (pages, i, block->table);
        }
    }
}

static void
add_head (OcopPaperPages *pages)
{
  const OcopPaper *paper = pages->paper;
  g_autofree char *source = ocop_paper_dup_source_line (paper);
  g_autofree char *in_brackets = source != NULL ? g_strdup_printf ("(%s)", source) : NULL;
  double height = ocop_paper_paint_head (paper, pages->ruler, NULL, get_text_width (pages));

  if (height > 0)
    add_box (pages, (OcopPaperBox) { .height = height, .keep_with_next = TRUE, .heading = -1 },
             (Content) { .kind = OCOP_PAPER_ITEM_HEAD });
  add_plain_text (pages, paper->title, &title_style);
  for (guint i = 0; i < paper->subtitles->len; i++)
    add_plain_text (pages, paper->subtitles->pdata[i], &subtitle_style);
  add_plain_text (pages, in_brackets, &source_style);
}

/* Neither notes nor a signature stand on a page without anything of what they belong to. */
static void
add_foot (OcopPaperPages *pages)
{
  const OcopPaper *paper = pages->paper;
  double height = ocop_paper_paint_foot (paper, pages->ruler, NULL, get_text_width (pages));

  if (paper->notes->len > 0)
    keep_last_with_next (pages);
  for (guint i = 0; i < paper->notes->len; i++)
    add_plain_text (pages, paper->notes->pdata[i], &note_style);
  if (height <= 0)
    return;
  keep_last_with_next (pages);
  add_box (pages, (OcopPaperBox) { .height = height, .space_before = 14, .heading = -1 },
           (Content) { .kind = OCOP_PAPER_ITEM_FOOT });
}

static void
frame_free (gpointer data)
{
  if (data != NULL)
    ocop_paper_frame_free (data);
}

OcopPaperPages *
ocop_paper_pages_new (OcopPaper  *paper,
                      GError    **error)
{
  g_autoptr(OcopPaperPages) pages = g_new0 (OcopPaperPages, 1);

  pages->paper = ocop_paper_ref (paper);
  pages->ruler = ocop_paper_ruler_new ();
  pages->frames = g_ptr_array_new_with_free_func (frame_free);
  g_ptr_array_set_size (pages->frames, (int) paper->blocks->len);
  pages->texts = g_ptr_array_new_with_free_func (g_object_unref);
  pages->boxes = g_array_new (FALSE, FALSE, sizeof (OcopPaperBox));
  pages->contents = g_array_new (FALSE, FALSE, sizeof (Content));
  if (!measure_tables (pages, error))
    return NULL;
  choose_sheet (pages);
  add_head (pages);
  add_blocks (pages);
  add_foot (pages);
  pages->flow = ocop_paper_flow_new ((const OcopPaperBox *) pages->boxes->data, pages->boxes->len, get_text_height (pages));
  return g_steal_pointer (&pages);
}

void
ocop_paper_pages_free (OcopPaperPages *pages)
{
  g_clear_pointer (&pages->flow, ocop_paper_flow_free);
  g_array_unref (pages->contents);
  g_array_unref (pages->boxes);
  g_ptr_array_unref (pages->texts);
  g_ptr_array_unref (pages->frames);
  ocop_paper_ruler_free (pages->ruler);
  ocop_paper_unref (pages->paper);
  g_free (pages);
}

guint
ocop_paper_pages_get_n_pages (const OcopPaperPages *pages)
{
  return ocop_paper_flow_get_n_pages (pages->flow);
}

double
ocop_paper_pages_get_width (const OcopPaperPages *pages)
{
  return pages->width;
}

double
ocop_paper_pages_get_height (const OcopPaperPages *pages)
{
  return pages->height;
}

GArray *
ocop_paper_pages_dup_items (const OcopPaperPages *pages,
                            guint                 page)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (OcopPaperItem));
  guint n_places;
  const OcopPaperPlace *places = ocop_paper_flow_get_page (pages->flow, page, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const Content *content = &g_array_index (pages->contents, Content, places[i].box);
      OcopPaperItem item = {
        .kind = content->kind,
        .block = content->block,
        .row = content->row,
        .y = MARGIN_TOP + places[i].y,
        .height = places[i].height,
        .offset = places[i].offset,
        .repeated = places[i].repeated,
      };

      g_array_append_val (items, item);
    }
  return items;
}

static void
paint_chart (OcopPaperPages *pages,
             const Content  *content,
             cairo_t        *cr,
             double          height)
{
  const OcopPaperBlock *block = pages->paper->blocks->pdata[content->block];

  cairo_translate (cr, (get_text_width (pages) - content->width) / 2, 0);
  block->chart->paint (cr, content->width, height, block->chart->paint_data);
}

static void
paint_text_line (const Content *content,
                 cairo_t       *cr)
{
  cairo_move_to (cr, content->x, content->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (content->text, content->line));
}

static void
paint_place (OcopPaperPages       *pages,
             const OcopPaperPlace *place,
             cairo_t              *cr)
{
  const Content *content = &g_array_index (pages->contents, Content, place->box);
  OcopPaperFrame *frame = pages->paper->blocks->len > 0 ? pages->frames->pdata[content->block] : NULL;

  cairo_save (cr);
  cairo_translate (cr, MARGIN_LEFT, MARGIN_TOP + place->y);
  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (content->kind)
    {
    case OCOP_PAPER_ITEM_HEAD:
      ocop_paper_paint_head (pages->paper, pages->ruler, cr, get_text_width (pages));
      break;
    case OCOP_PAPER_ITEM_TEXT:
      paint_text_line (content, cr);
      break;
    case OCOP_PAPER_ITEM_HEADING:
      ocop_paper_frame_paint_heading (frame, cr);
      break;
    case OCOP_PAPER_ITEM_ROW:
      ocop_paper_frame_paint_row (frame, cr, content->row, place->offset, place->height);
      break;
    case OCOP_PAPER_ITEM_CHART:
      paint_chart (pages, content, cr, place->height);
      break;
    case OCOP_PAPER_ITEM_FOOT:
    default:
      ocop_paper_paint_foot (pages->paper, pages->ruler, cr, get_text_width (pages));
      break;
    }
  cairo_restore (cr);
}

static void
paint_page_number (OcopPaperPages *pages,
                   guint           page,
                   cairo_t        *cr)
{
  const OcopPaperFont font = { .size = 13, .align = OCOP_PAPER_ALIGN_CENTRE };
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  if (page > 0)
    ocop_paper_ruler_show (pages->ruler, cr, number, &font, MARGIN_LEFT, POINTS (10), get_text_width (pages));
}

static void
paint_practice_mark (OcopPaperPages *pages,
                     cairo_t        *cr)
{
  const OcopPaperFont font = { .size = 10, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
  const char *mark = _("PRACTICE DATA");
  double width = ocop_paper_ruler_get_ems (pages->ruler, mark, strlen (mark), TRUE) * font.size + 12;
  double height = ocop_paper_font_get_line_height (&font) + 4;
  double x = pages->width - MARGIN_RIGHT - width;
  double y = POINTS (9);

  cairo_set_source_rgb (cr, 0.7, 0.1, 0.1);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  ocop_paper_ruler_show (pages->ruler, cr, mark, &font, x, y + 2, width);
}

static void
paint_history_head (OcopPaperPages *pages,
                    cairo_t        *cr)
{
  const OcopPaperFont font = { .size = 7.5, .align = OCOP_PAPER_ALIGN_LEFT };

  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  ocop_paper_ruler_show (pages->ruler, cr, pages->paper->history_head, &font,
                         MARGIN_LEFT, pages->height - POINTS (12), get_text_width (pages));
}

void
ocop_paper_pages_paint (OcopPaperPages *pages,
                        guint           page,
                        cairo_t        *cr)
{
  guint n_places;
  const OcopPaperPlace *places = ocop_paper_flow_get_page (pages->flow, page, &n_places);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  paint_page_number (pages, page, cr);
  if (pages->paper->practice)
    paint_practice_mark (pages, cr);
  for (guint i = 0; i < n_places; i++)
    paint_place (pages, &places[i], cr);
  if (pages->paper->history_head != NULL)
    paint_history_head (pages, cr);
  cairo_restore (cr);
}

typedef struct
{
  GOutputStream *stream;
  GError *cause;
} PdfSink;

static cairo_status_t
write_to_sink (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  PdfSink *sink = closure;

  if (sink->cause == NULL && g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->cause))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

/* The date of the figures, never the clock's: the same paper is the same file. */
static void
set_metadata (cairo_surface_t *surface,
              const OcopPaper *paper)
{
  OcopDate day = ocop_date_is_day (paper->as_of) ? paper->as_of : ocop_date_new (2000, 1, 1);
  char text[OCOP_DATE_TEXT_SIZE];
  g_autofree char *created = g_strdup_printf ("%sT00:00:00Z", ocop_date_to_text (day, text));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title);
  if (paper->body != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, paper->body);
}

static gboolean
paint_all (OcopPaperPages     *pages,
           cairo_surface_t    *surface,
           OcopPaperProgress   progress,
           gpointer            user_data,
           GCancellable       *cancellable,
           GError            **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = ocop_paper_pages_get_n_pages (pages);
  gboolean cancelled = FALSE;

  for (guint i = 0; i < n && !cancelled; i++)
    {
      ocop_paper_pages_paint (pages, i, cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n, user_data);
      cancelled = ocop_paper_file_is_cancelled (cancellable, error);
    }
  cairo_destroy (cr);
  return !cancelled;
}

gboolean
ocop_paper_pages_write_pdf (OcopPaperPages     *pages,
                            const char         *path,
                            OcopPaperProgress   progress,
                            gpointer            user_data,
                            GCancellable       *cancellable,
                            GError            **error)
{
  PdfSink sink = { ocop_paper_file_open (path, error), NULL };
  cairo_surface_t *surface;
  gboolean painted;

  if (sink.stream == NULL)
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, pages->width, pages->height);
  set_metadata (surface, pages->paper);
  painted = paint_all (pages, surface, progress, user_data, cancellable, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (sink.cause != NULL)
    {
      painted = FALSE;
      if (error == NULL || *error == NULL)
        ocop_paper_file_set_error (error, path, g_steal_pointer (&sink.cause));
      g_clear_error (&sink.cause);
    }
  return ocop_paper_file_close (sink.stream, path, painted, error) && painted;
}
