/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/* A slide in the list of them: its number, its picture, what it is. #DeskSlideRow::dropped (guint from) is emitted when
 * the slide at that place of the list is dropped on it. */
#define DESK_TYPE_SLIDE_ROW (desk_slide_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlideRow, desk_slide_row, DESK, SLIDE_ROW, GtkWidget)

GtkWidget *desk_slide_row_new       (void);
/* @item: (nullable): none any more */
void       desk_slide_row_set_item  (DeskSlideRow    *self,
                                     DeskSlidesDraft *draft,
                                     DeskSlideItem   *item,
                                     guint            place);
guint      desk_slide_row_get_place (DeskSlideRow    *self);

G_END_DECLS
