/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"
#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/* A slide as it is shown, large, and what can be changed of it. */
#define DESK_TYPE_SLIDE_EDITOR (desk_slide_editor_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlideEditor, desk_slide_editor, DESK, SLIDE_EDITOR, GtkWidget)

GtkWidget *desk_slide_editor_new      (OcopRegister    *reg,
                                       DeskSlidesDraft *draft);
/* @item: (nullable) */
void       desk_slide_editor_set_item (DeskSlideEditor *self,
                                       DeskSlideItem   *item);
/* Shows again what stands in the slide: something else than its fields has changed it. */
void       desk_slide_editor_update   (DeskSlideEditor *self);
/* Puts the keyboard where the slide is named. */
void       desk_slide_editor_edit     (DeskSlideEditor *self);

G_END_DECLS
