/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * sample_paper_new_list:
 * @n_rows: of products, in groups of seven communes
 *
 * An invented list as an office would publish it: number, product, producer,
 * address, decision (number, date), points, class, revenue.
 */
OcopPaper *sample_paper_new_list         (guint n_rows);

/* A short report in words with a two-row heading, a chart and a signature block. */
OcopPaper *sample_paper_new_distribution (void);

/* @n_rows from a source, twelve columns: text, dates and numbers. */
OcopPaper *sample_paper_new_pulled       (guint n_rows);

G_END_DECLS
