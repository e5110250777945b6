/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

/* A field of @part as people read it. (transfer full) */
char *desk_part_words (const OcopPlanPart *part,
                       const char         *field);

G_END_DECLS
