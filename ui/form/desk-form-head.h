/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/desk-loaded.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_HEAD (desk_form_head_get_type ())
G_DECLARE_FINAL_TYPE (DeskFormHead, desk_form_head, DESK, FORM_HEAD, GtkWidget)

/* The top of a form: the record's name, its stars and state, whether it is unsaved. */
GtkWidget *desk_form_head_new         (void);

void       desk_form_head_show        (DeskFormHead     *self,
                                       const DeskLoaded *loaded);
void       desk_form_head_set_unsaved (DeskFormHead     *self,
                                       gboolean          unsaved);

G_END_DECLS
