/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-share-out.h"

G_BEGIN_DECLS

/* What stands above, below and left of the cells of a grid of shares, in boxes. */

#define DESK_SHARE_BAND_NAME_WIDTH 196
#define DESK_SHARE_BAND_PRODUCTS_WIDTH 70
#define DESK_SHARE_BAND_LOCALITY_WIDTH (DESK_SHARE_BAND_NAME_WIDTH + DESK_SHARE_BAND_PRODUCTS_WIDTH)

/* What a line begins with, in labels: the name of a locality and how many products it has. */
void desk_share_band_add_locality (GtkWidget    *line,
                                   const char   *name,
                                   const char   *products,
                                   const char   *style);

/* @shares: (nullable): %NULL empties @head. The names of the targets, and what the plan sets. */
void desk_share_band_show_titles  (GtkWidget    *head,
                                   OcopShareOut *shares);
/* Likewise what the shares come to, held against that. */
void desk_share_band_show_sums    (GtkWidget    *foot,
                                   OcopShareOut *shares);

G_END_DECLS
