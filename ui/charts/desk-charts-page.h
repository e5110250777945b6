/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"

G_BEGIN_DECLS

/* Charts by the question they answer, for the whole, a locality, a sector, or the records of a list. */
#define DESK_TYPE_CHARTS_PAGE (desk_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartsPage, desk_charts_page, DESK, CHARTS_PAGE, DeskPage)

/* "Chart this": shows charts of the products that @base asks for; %NULL for all again. */
void desk_charts_page_set_base (DeskChartsPage  *self,
                                const OcopQuery *base);

G_END_DECLS
