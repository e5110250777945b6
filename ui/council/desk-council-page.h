/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_COUNCIL_PAGE (desk_council_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskCouncilPage, desk_council_page, DESK, COUNCIL_PAGE, DeskPage)

/* The councils' sessions; a session; the sheets of a product of it. */

G_END_DECLS
