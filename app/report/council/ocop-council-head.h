/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* What the papers of a council share. */

/* The head of the council: the province's committee over it, the national title, place and day. */
void        ocop_council_write_head       (OcopPaper              *paper,
                                           const OcopCouncilFacts *facts);

/* The secretary at the left, who presides at the right. */
void        ocop_council_write_signatures (OcopPaper              *paper,
                                           const OcopCouncilFacts *facts);

/* "ngày 24 tháng 11 năm 2026", with dots where it is not known. Free with g_free(). */
char       *ocop_council_dup_day          (const OcopCouncilFacts *facts);

G_END_DECLS
