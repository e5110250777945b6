/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* All plans, the latest first, as they are chosen among: "2026 · Plan … · 66/KH-UBND", with the locality of one that is
 * another's than the office's. @ids, @names: (out) (transfer full): of equal length */
gboolean desk_plan_names_read (OcopReader  *reader,
                               GStrv       *ids,
                               GStrv       *names,
                               GError     **error);

G_END_DECLS
