/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "report/ocop-paper-table.h"

G_BEGIN_DECLS

typedef struct
{
  double size;                   /* points */
  gboolean bold;
  gboolean italic;
  OcopPaperAlign align;
} OcopPaperFont;

/* A part of a text that stands on one line. */
typedef struct
{
  const char *start;
  gsize length;                  /* bytes */
} OcopPaperLine;

/**
 * OcopPaperRuler:
 *
 * Measures, breaks and paints the texts of cells and heads in the paper face.
 * A list of 20,000 rows has hundreds of thousands of cells: widths come from a
 * table of letters, not from laying each text out.
 */
typedef struct _OcopPaperRuler OcopPaperRuler;

OcopPaperRuler *ocop_paper_ruler_new            (void);
void            ocop_paper_ruler_free           (OcopPaperRuler      *ruler);

/* Returns: (transfer full): an empty layout in the paper face, plain, of @size points. */
PangoLayout    *ocop_paper_ruler_create_layout  (OcopPaperRuler      *ruler,
                                                 double               size);

/* Of @length bytes of @text, in ems (the width at a size of one point), not broken. */
double          ocop_paper_ruler_get_ems        (OcopPaperRuler      *ruler,
                                                 const char          *text,
                                                 gsize                length,
                                                 gboolean             bold);

/* In ems, of the widest word of @text. */
double          ocop_paper_ruler_get_word_ems   (OcopPaperRuler      *ruler,
                                                 const char          *text,
                                                 gboolean             bold);

/**
 * ocop_paper_ruler_wrap:
 * @lines: (out caller-allocates) (element-type OcopPaperLine): replaced by the
 *   lines of @text, at least one, pointing into it
 * @width: points
 *
 * Breaks between words; a word that is too long for a line after a hyphen or
 * slash, else where the line ends.
 */
void            ocop_paper_ruler_wrap           (OcopPaperRuler      *ruler,
                                                 const char          *text,
                                                 const OcopPaperFont *font,
                                                 double               width,
                                                 GArray              *lines);

/* From one line to the next, in points. */
double          ocop_paper_font_get_line_height (const OcopPaperFont *font);

/* Height of @text wrapped to @width, in points. */
double          ocop_paper_ruler_get_height     (OcopPaperRuler      *ruler,
                                                 const char          *text,
                                                 const OcopPaperFont *font,
                                                 double               width);

/* Paints @text wrapped to @width from @y down; returns its height. */
double          ocop_paper_ruler_show           (OcopPaperRuler      *ruler,
                                                 cairo_t             *cr,
                                                 const char          *text,
                                                 const OcopPaperFont *font,
                                                 double               x,
                                                 double               y,
                                                 double               width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperRuler, ocop_paper_ruler_free)

G_END_DECLS
