/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_TEMPLATE_BUTTON (desk_template_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskTemplateButton, desk_template_button, DESK, TEMPLATE_BUTTON, GtkWidget)

/* Which template a paper is written from, and a menu to edit, choose or take out the office's own.
 * Emits ::said with a text for people, after each of these and where it fails.
 * @name: of the template; @title: of the paper
 * @folder: of the office's own templates, there or not */
GtkWidget *desk_template_button_new (const char *name,
                                     const char *title,
                                     const char *folder);

G_END_DECLS
