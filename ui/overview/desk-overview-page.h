/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"

G_BEGIN_DECLS

/* The quick report and what asks for attention: for the whole, a locality or a sector, over a period. */
#define DESK_TYPE_OVERVIEW_PAGE (desk_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskOverviewPage, desk_overview_page, DESK, OVERVIEW_PAGE, DeskPage)

G_END_DECLS
