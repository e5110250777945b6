/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/* The first page of a slide, painted as it is shown; its name to assistive technology is what the page says. */
#define DESK_TYPE_SLIDE_PICTURE (desk_slide_picture_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlidePicture, desk_slide_picture, DESK, SLIDE_PICTURE, GtkWidget)

/* @width: the least it takes; its height is that of a slide */
GtkWidget *desk_slide_picture_new      (int               width);
/* @item: (nullable) */
void       desk_slide_picture_set_item (DeskSlidePicture *self,
                                        DeskSlidesDraft  *draft,
                                        DeskSlideItem    *item);

G_END_DECLS
