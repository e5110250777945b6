/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-ruler.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* The parts of a page that decree 30/2020/NĐ-CP lays down. Each paints at the
 * origin of @cr, @width points wide, and returns its height; without @cr it
 * only measures. */

/* Office and number at the left, national title, place and date at the right. */
double ocop_paper_paint_head   (const OcopPaper *paper,
                                OcopPaperRuler  *ruler,
                                cairo_t         *cr,
                                double           width);

/* Recipients at the left, the signature at the right. */
double ocop_paper_paint_foot   (const OcopPaper *paper,
                                OcopPaperRuler  *ruler,
                                cairo_t         *cr,
                                double           width);

/* Those who sign beside each other; one alone at the right. */
double ocop_paper_paint_signatures (const GPtrArray *signatures,
                                    OcopPaperRuler  *ruler,
                                    cairo_t         *cr,
                                    double           width);

G_END_DECLS
