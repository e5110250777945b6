/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-pages-private.h"
#include "report/ocop-paper-section-private.h"

/* The least width of a chart, over its height. */
#define CHART_LEAST_ASPECT 0.5

#define MOST_LINES_AFTER_TABLE 8

/* Every sheet a table may have to be set on, each wider than the one before. */
static const struct
{
  double width;
  double height;
} sheets[] = {
  { OCOP_PAPER_POINTS (210), OCOP_PAPER_POINTS (297) },   /* A4 */
  { OCOP_PAPER_POINTS (297), OCOP_PAPER_POINTS (210) },   /* A4 landscape */
  { OCOP_PAPER_POINTS (420), OCOP_PAPER_POINTS (297) },   /* A3 landscape */
};

double
ocop_paper_section_get_text_width (const OcopPaperSection *section)
{
  return section->width - OCOP_PAPER_MARGIN_LEFT - OCOP_PAPER_MARGIN_RIGHT;
}

static double
get_text_height (const OcopPaperSection *section)
{
  return section->height - OCOP_PAPER_MARGIN_TOP - OCOP_PAPER_MARGIN_BOTTOM;
}

void
ocop_paper_section_add_box (OcopPaperSection *section,
                            OcopPaperBox      box,
                            OcopPaperContent  content)
{
  g_array_append_val (section->boxes, box);
  g_array_append_val (section->contents, content);
}

static void
keep_last_with_next (OcopPaperSection *section)
{
  if (section->boxes->len > 0)
    g_array_index (section->boxes, OcopPaperBox, section->boxes->len - 1).keep_with_next = TRUE;
}

static gboolean
is_line (const OcopPaperSection *section,
         guint                   box)
{
  OcopPaperItemKind kind = g_array_index (section->contents, OcopPaperContent, box).kind;

  return kind == OCOP_PAPER_ITEM_TEXT || kind == OCOP_PAPER_ITEM_ROW;
}

/* A signature takes the last two lines along: a page with it alone, or below the end of a sentence, would not say what
 * is signed. */
static void
keep_lines_with_signature (OcopPaperSection *section)
{
  guint n = section->boxes->len;

  keep_last_with_next (section);
  if (n > 1 && is_line (section, n - 1) && is_line (section, n - 2))
    g_array_index (section->boxes, OcopPaperBox, n - 2).keep_with_next = TRUE;
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
add_table (OcopPaperSection     *section,
           guint                 block,
           const OcopPaperTable *table)
{
  OcopPaperFrame *frame = section->frames->pdata[block];
  int heading = (int) section->boxes->len;

  ocop_paper_frame_set_width (frame, ocop_paper_section_get_text_width (section));
  ocop_paper_section_add_box (section,
                              (OcopPaperBox) {
                                .height = ocop_paper_frame_get_heading_height (frame),
                                .space_before = 8,
                                .keep_with_next = table->rows->len > 0,
                                .heading = -1,
                              },
                              (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_HEADING, .block = block });
  for (guint i = 0; i < table->rows->len; i++)
    ocop_paper_section_add_box (section,
                                (OcopPaperBox) {
                                  .height = ocop_paper_frame_get_row_height (frame, i),
                                  .keep_with_next = stays_with_next (table, i),
                                  .heading = heading,
                                  .line = ocop_paper_frame_get_line_height (frame),
                                  .padding = ocop_paper_frame_get_padding (frame),
                                },
                                (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_ROW, .block = block, .row = i });
}

static void
add_chart (OcopPaperSection     *section,
           guint                 block,
           const OcopPaperChart *chart)
{
  double width = ocop_paper_section_get_text_width (section);
  double aspect = MAX (chart->aspect, CHART_LEAST_ASPECT);
  double height = MIN (width / aspect, get_text_height (section) * 0.8);

  if (chart->paint != NULL)
    ocop_paper_section_add_box (section, (OcopPaperBox) { .height = height, .space_before = 10, .heading = -1 },
                                (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_CHART, .block = block,
                                                     .width = MIN (width, height * aspect) });
}

/* As those at the foot: never alone on a page. */
static void
add_signatures (OcopPaperSection *section,
                guint             block,
                const GPtrArray  *signatures)
{
  double height = ocop_paper_paint_signatures (signatures, section->ruler, NULL, ocop_paper_section_get_text_width (section));

  keep_lines_with_signature (section);
  ocop_paper_section_add_box (section, (OcopPaperBox) { .height = height, .space_before = 12, .heading = -1 },
                              (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_SIGNATURES, .block = block });
}

static gboolean
measure_tables (OcopPaperSection  *section,
                GError           **error)
{
  for (guint i = 0; i < section->paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = section->paper->blocks->pdata[i];

      if (block->type != OCOP_PAPER_BLOCK_TABLE)
        continue;
      if (!ocop_paper_table_load (block->table, error))
        return FALSE;
      section->frames->pdata[i] = ocop_paper_frame_new (block->table, section->ruler);
    }
  return TRUE;
}

/* The first sheet on which no word of a table is broken, from the one that the paper asks for on. */
static void
choose_sheet (OcopPaperSection *section)
{
  guint sheet = section->paper->orientation == OCOP_PAPER_LANDSCAPE ? 1 : 0;
  double needed = 0;

  for (guint i = 0; i < section->frames->len; i++)
    if (section->frames->pdata[i] != NULL)
      needed = MAX (needed, ocop_paper_frame_get_least_width (section->frames->pdata[i]));
  while (sheet + 1 < G_N_ELEMENTS (sheets) && needed > sheets[sheet].width - OCOP_PAPER_MARGIN_LEFT - OCOP_PAPER_MARGIN_RIGHT)
    sheet++;
  section->width = sheets[sheet].width;
  section->height = sheets[sheet].height;
}

static void
add_blocks (OcopPaperSection *section)
{
  guint n_tables = 0;

  for (guint i = 0; i < section->paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = section->paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_PARAGRAPH)
        ocop_paper_section_add_paragraph (section, block->paragraph);
      else if (block->type == OCOP_PAPER_BLOCK_CHART)
        add_chart (section, i, block->chart);
      else if (block->type == OCOP_PAPER_BLOCK_SIGNATURES)
        add_signatures (section, i, block->signatures);
      else
        {
          /* What leads to a table does not end the page before it. */
          if (i > 0 && ((OcopPaperBlock *) section->paper->blocks->pdata[i - 1])->type == OCOP_PAPER_BLOCK_PARAGRAPH)
            keep_last_with_next (section);
          /* The paper's own title speaks for its first table. */
          if (n_tables++ > 0)
            ocop_paper_section_add_text (section, block->table->title, OCOP_PAPER_TEXT_CAPTION);
          add_table (section, i, block->table);
        }
    }
}

static void
add_head (OcopPaperSection *section)
{
  const OcopPaper *paper = section->paper;
  g_autofree char *source = ocop_paper_dup_source_line (paper);
  g_autofree char *in_brackets = source != NULL ? g_strdup_printf ("(%s)", source) : NULL;
  double height = ocop_paper_paint_head (paper, section->ruler, NULL, ocop_paper_section_get_text_width (section));

  ocop_paper_section_add_text (section, paper->form, OCOP_PAPER_TEXT_FORM);
  if (height > 0)
    ocop_paper_section_add_box (section, (OcopPaperBox) { .height = height, .keep_with_next = TRUE, .heading = -1 },
                                (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_HEAD });
  ocop_paper_section_add_text (section, paper->title, OCOP_PAPER_TEXT_TITLE);
  for (guint i = 0; i < paper->subtitles->len; i++)
    ocop_paper_section_add_text (section, paper->subtitles->pdata[i], OCOP_PAPER_TEXT_SUBTITLE);
  ocop_paper_section_add_text (section, in_brackets, OCOP_PAPER_TEXT_SOURCE);
}

/* A few lines between the last table and the signature take the table's last row along: a page with them alone would
 * not say what is signed. */
static void
keep_lines_with_table (OcopPaperSection *section)
{
  guint n = section->boxes->len;

  for (guint i = 1; i <= MIN (n, MOST_LINES_AFTER_TABLE); i++)
    {
      gboolean is_row = g_array_index (section->contents, OcopPaperContent, n - i).kind == OCOP_PAPER_ITEM_ROW;

      if (!is_line (section, n - i))
        return;
      for (guint j = n - i; is_row && j < n; j++)
        g_array_index (section->boxes, OcopPaperBox, j).keep_with_next = TRUE;
      if (is_row)
        return;
    }
}

/* Neither notes nor a signature stand on a page without anything of what they belong to. */
static void
add_foot (OcopPaperSection *section)
{
  const OcopPaper *paper = section->paper;
  double height = ocop_paper_paint_foot (paper, section->ruler, NULL, ocop_paper_section_get_text_width (section));

  if (paper->notes->len > 0)
    keep_last_with_next (section);
  for (guint i = 0; i < paper->notes->len; i++)
    ocop_paper_section_add_text (section, paper->notes->pdata[i], OCOP_PAPER_TEXT_NOTE);
  if (height <= 0)
    return;
  keep_lines_with_signature (section);
  keep_lines_with_table (section);
  ocop_paper_section_add_box (section, (OcopPaperBox) { .height = height, .space_before = 14, .heading = -1 },
                              (OcopPaperContent) { .kind = OCOP_PAPER_ITEM_FOOT });
}

static void
frame_free (gpointer data)
{
  if (data != NULL)
    ocop_paper_frame_free (data);
}

OcopPaperSection *
ocop_paper_section_new (OcopPaper       *paper,
                        OcopPaperRuler  *ruler,
                        GError         **error)
{
  g_autoptr(OcopPaperSection) section = g_new0 (OcopPaperSection, 1);

  section->paper = ocop_paper_ref (paper);
  section->ruler = ruler;
  section->frames = g_ptr_array_new_with_free_func (frame_free);
  g_ptr_array_set_size (section->frames, (int) paper->blocks->len);
  section->texts = g_ptr_array_new_with_free_func (g_object_unref);
  section->boxes = g_array_new (FALSE, FALSE, sizeof (OcopPaperBox));
  section->contents = g_array_new (FALSE, FALSE, sizeof (OcopPaperContent));
  if (paper->painter.paint == NULL && !measure_tables (section, error))
    return NULL;
  choose_sheet (section);
  if (paper->painter.paint != NULL)
    return g_steal_pointer (&section);
  add_head (section);
  add_blocks (section);
  add_foot (section);
  section->flow = ocop_paper_flow_new ((const OcopPaperBox *) section->boxes->data, section->boxes->len, get_text_height (section));
  return g_steal_pointer (&section);
}

void
ocop_paper_section_free (OcopPaperSection *section)
{
  g_clear_pointer (&section->flow, ocop_paper_flow_free);
  g_array_unref (section->contents);
  g_array_unref (section->boxes);
  g_ptr_array_unref (section->texts);
  g_ptr_array_unref (section->frames);
  ocop_paper_unref (section->paper);
  g_free (section);
}

guint
ocop_paper_section_get_n_pages (const OcopPaperSection *section)
{
  return section->flow != NULL ? ocop_paper_flow_get_n_pages (section->flow) : section->paper->painter.n_pages;
}
