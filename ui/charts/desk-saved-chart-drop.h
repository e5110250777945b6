/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* The office no longer keeps the chart @name, which @window says. */
void desk_saved_chart_drop (DeskWindow   *window,
                            OcopRegister *reg,
                            const char   *name);

G_END_DECLS
