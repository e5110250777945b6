/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/ocop-paper-section-private.h"

#define TEXT_SPACING 1.3

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
  gboolean dots;
} TextStyle;

static const TextStyle styles[] = {
  [OCOP_PAPER_TEXT_TITLE] = { 14, 14, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE, FALSE },
  [OCOP_PAPER_TEXT_SUBTITLE] = { 13, 0, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE, FALSE },
  [OCOP_PAPER_TEXT_SOURCE] = { 12, 1, 0, PANGO_ALIGN_CENTER, FALSE, FALSE, TRUE, TRUE, FALSE },
  [OCOP_PAPER_TEXT_CAPTION] = { 13, 8, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE, FALSE },
  [OCOP_PAPER_TEXT_NOTE] = { 11, 3, 0, PANGO_ALIGN_LEFT, FALSE, FALSE, TRUE, FALSE, FALSE },
  [OCOP_PAPER_TEXT_FORM] = { 13, 0, 0, PANGO_ALIGN_RIGHT, FALSE, TRUE, FALSE, TRUE, FALSE },
};

static const TextStyle paragraph_styles[] = {
  [OCOP_PAPER_PARAGRAPH_BODY] = { 13, 5, 36, PANGO_ALIGN_LEFT, TRUE, FALSE, FALSE, FALSE, FALSE },
  [OCOP_PAPER_PARAGRAPH_HEADING] = { 13, 9, 36, PANGO_ALIGN_LEFT, FALSE, TRUE, FALSE, TRUE, FALSE },
  [OCOP_PAPER_PARAGRAPH_LINE] = { 12, 3, 0, PANGO_ALIGN_LEFT, FALSE, FALSE, FALSE, FALSE, FALSE },
  [OCOP_PAPER_PARAGRAPH_DOTTED] = { 12, 3, 0, PANGO_ALIGN_LEFT, FALSE, FALSE, FALSE, FALSE, TRUE },
  [OCOP_PAPER_PARAGRAPH_CENTRED] = { 13, 9, 0, PANGO_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE, FALSE },
};

static PangoLayout *
create_text (OcopPaperSection *section,
             const char       *text,
             const TextStyle  *style,
             PangoAttrList    *attributes)
{
  PangoLayout *layout = ocop_paper_ruler_create_layout (section->ruler, style->size);

  if (style->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style->italic)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_width (layout, (int) (ocop_paper_section_get_text_width (section) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_justify (layout, style->justify);
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  g_ptr_array_add (section->texts, layout);
  return layout;
}

/* One box for each line; the first two and the last two stay together. */
static void
add_text (OcopPaperSection *section,
          const char       *text,
          const TextStyle  *style,
          PangoAttrList    *attributes)
{
  PangoLayout *layout = create_text (section, text, style, attributes);
  g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  int i = 0;

  do
    {
      PangoRectangle logical;
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      ocop_paper_section_add_box (section,
                                  (OcopPaperBox) {
                                    .height = style->size * TEXT_SPACING,
                                    .space_before = i == 0 ? style->space_before : 0,
                                    .keep_with_next = style->keep_with_next || (i < n_lines - 1 && (i == 0 || i == n_lines - 2)),
                                    .heading = -1,
                                  },
                                  (OcopPaperContent) {
                                    .kind = OCOP_PAPER_ITEM_TEXT,
                                    .text = layout,
                                    .line = i,
                                    .dots = style->dots && i == n_lines - 1,
                                    .x = (double) logical.x / PANGO_SCALE,
                                    .baseline = baseline - (double) logical.y / PANGO_SCALE,
                                  });
      i++;
    }
  while (pango_layout_iter_next_line (iter));
}

void
ocop_paper_section_add_text (OcopPaperSection  *section,
                             const char        *text,
                             OcopPaperTextKind  kind)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  if (text != NULL && *text != '\0')
    add_text (section, text, &styles[kind], attributes);
}

void
ocop_paper_section_add_paragraph (OcopPaperSection         *section,
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
  add_text (section, text, &paragraph_styles[paragraph->style], attributes);
}
