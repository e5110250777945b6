/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-flow.h"
#include "report/ocop-paper-frame.h"
#include "report/ocop-paper-pages.h"
#include "report/ocop-paper-ruler.h"

G_BEGIN_DECLS

#define OCOP_PAPER_POINTS(millimetres) ((millimetres) * 72 / 25.4)
#define OCOP_PAPER_MARGIN_TOP OCOP_PAPER_POINTS (20)
#define OCOP_PAPER_MARGIN_BOTTOM OCOP_PAPER_POINTS (20)
#define OCOP_PAPER_MARGIN_LEFT OCOP_PAPER_POINTS (30)
#define OCOP_PAPER_MARGIN_RIGHT OCOP_PAPER_POINTS (15)

/* How a kind of running text is set. */
typedef enum
{
  OCOP_PAPER_TEXT_TITLE,
  OCOP_PAPER_TEXT_SUBTITLE,
  OCOP_PAPER_TEXT_SOURCE,
  OCOP_PAPER_TEXT_CAPTION,
  OCOP_PAPER_TEXT_NOTE,
  OCOP_PAPER_TEXT_FORM,
} OcopPaperTextKind;

/**
 * OcopPaperContent:
 * @text: (unowned): with @line, @x and @baseline, for running text
 * @dots: whether dots go on from the text to the margin, to write on
 * @width: of a chart
 *
 * What a box of the flow is.
 */
typedef struct
{
  OcopPaperItemKind kind;
  guint block;
  guint row;
  PangoLayout *text;
  int line;
  gboolean dots;
  double x;
  double baseline;
  double width;
} OcopPaperContent;

/**
 * OcopPaperSection:
 * @ruler: (unowned): of all sections, for it takes a moment to make
 * @frames: (element-type OcopPaperFrame): one for each block, %NULL where it is no table
 * @texts: (element-type PangoLayout)
 * @boxes: (element-type OcopPaperBox)
 * @contents: (element-type OcopPaperContent): one for each box
 * @flow: (nullable): %NULL of a paper that paints its pages itself
 *
 * One paper on pages of one size, numbered from 1.
 */
typedef struct
{
  OcopPaper *paper;
  OcopPaperRuler *ruler;
  GPtrArray *frames;
  GPtrArray *texts;
  GArray *boxes;
  GArray *contents;
  OcopPaperFlow *flow;
  double width;
  double height;
} OcopPaperSection;

/* @paper without those that follow it, measured with @ruler, which outlives the section; %NULL with @error
 * set when a source failed. */
OcopPaperSection *ocop_paper_section_new            (OcopPaper                *paper,
                                                     OcopPaperRuler           *ruler,
                                                     GError                  **error);
void              ocop_paper_section_free           (OcopPaperSection         *section);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperSection, ocop_paper_section_free)

guint             ocop_paper_section_get_n_pages    (const OcopPaperSection   *section);
void              ocop_paper_section_paint          (OcopPaperSection         *section,
                                                     guint                     page,
                                                     cairo_t                  *cr);

/* Between the margins, in points. */
double            ocop_paper_section_get_text_width (const OcopPaperSection   *section);

void              ocop_paper_section_add_box        (OcopPaperSection         *section,
                                                     OcopPaperBox              box,
                                                     OcopPaperContent          content);
/* One box for each line; nothing for %NULL or "". */
void              ocop_paper_section_add_text       (OcopPaperSection         *section,
                                                     const char               *text,
                                                     OcopPaperTextKind         kind);
void              ocop_paper_section_add_paragraph  (OcopPaperSection         *section,
                                                     const OcopPaperParagraph *paragraph);

G_END_DECLS
