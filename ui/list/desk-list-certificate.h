/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* What the page of recognitions does with certificates: revokes them, issues one again. */

/* Whether recognitions are chosen, and none lies in the bin. */
gboolean desk_list_certificate_can_revoke  (DeskListPage *self);
/* Whether it is one. */
gboolean desk_list_certificate_can_reissue (DeskListPage *self);

/* Asks for the ground and drafts the decision, which is shown then. */
void     desk_list_certificate_revoke      (DeskListPage *self);
void     desk_list_certificate_reissue     (DeskListPage *self);

G_END_DECLS
