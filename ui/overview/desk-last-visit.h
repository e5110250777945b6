/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskLastVisit:
 * @seq: of the last change that was known when the register was last closed here
 * @day: on which that was; unknown where it never was
 */
typedef struct
{
  gint64 seq;
  OcopDate day;
} DeskLastVisit;

/* What the user of this computer saw of @reg last; its own seq on the first visit. */
DeskLastVisit desk_last_visit_get  (OcopRegister *reg);

/* @reg was seen as it stands. */
void          desk_last_visit_note (OcopRegister *reg);

G_END_DECLS
