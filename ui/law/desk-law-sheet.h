/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "law/ocop-criteria.h"

G_BEGIN_DECLS

/* A view for a criteria sheet: codes, words, points, minima, and what another sheet says beside them. */
GtkWidget *desk_law_sheet_new   (void);

/* Shows @after, with @before (nullable) beside it; @changed_only leaves out what is the same in both.
 * Returns: how many lines differ. */
guint      desk_law_sheet_show  (GtkColumnView      *self,
                                 const OcopCriteria *after,
                                 const OcopCriteria *before,
                                 gboolean            changed_only);

G_END_DECLS
