/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Loads the style sheet and follows the desktop's light, dark or high-contrast theme from then on. */
void     desk_style_start      (void);

/* "system", "light", "dark" or "high-contrast". */
void     desk_style_set_scheme (const char *scheme);

/* Whether the theme in force is, high contrast or not. */
gboolean desk_style_is_dark    (void);

/* Whether it is one of high contrast, light or dark. */
gboolean desk_style_is_high_contrast (void);

G_END_DECLS
