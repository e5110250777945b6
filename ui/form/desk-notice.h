/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_NOTICE (desk_notice_get_type ())
G_DECLARE_FINAL_TYPE (DeskNotice, desk_notice, DESK, NOTICE, GtkWidget)

/* A strip that says something and asks for an answer, without standing in the way of typing. */
GtkWidget *desk_notice_new         (void);

/* Replaces what was shown. */
void       desk_notice_show        (DeskNotice *self,
                                    const char *text);
void       desk_notice_show_widget (DeskNotice *self,
                                    GtkWidget  *widget);
/* @clicked: called with @data and the button; not after @data is gone. Returns: (transfer none): the button. */
GtkWidget *desk_notice_add_button  (DeskNotice *self,
                                    const char *label,
                                    GCallback   clicked,
                                    gpointer    data);
void       desk_notice_hide        (DeskNotice *self);

G_END_DECLS
