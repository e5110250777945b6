/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_DECISION_PAGE (desk_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskDecisionPage, desk_decision_page, DESK, DECISION_PAGE, DeskPage)

/* The decisions, and the chosen one with its steps, its lines and what can be done with it. */

void desk_decision_page_show_record (DeskDecisionPage *self,
                                     const char       *id);

/* Drafts what follows from the session's results, and shows it. */
void desk_decision_page_draft       (DeskDecisionPage *self,
                                     const char       *session);

G_END_DECLS
