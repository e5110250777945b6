/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/* The slides of a draft in order, one of them chosen; Alt with an arrow and the mouse move it, Delete takes it out.
 * #DeskSlideList::chosen is emitted when another one is. */
#define DESK_TYPE_SLIDE_LIST (desk_slide_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlideList, desk_slide_list, DESK, SLIDE_LIST, GtkWidget)

GtkWidget     *desk_slide_list_new        (DeskSlidesDraft *draft);
guint          desk_slide_list_get_chosen (DeskSlideList   *self);
void           desk_slide_list_choose     (DeskSlideList   *self,
                                           guint            place);
/* (transfer none) (nullable) */
DeskSlideItem *desk_slide_list_get_item   (DeskSlideList   *self);
/* What the keys do, on what is chosen. @step: -1 or 1 */
void           desk_slide_list_move       (DeskSlideList   *self,
                                           int              step);
void           desk_slide_list_remove     (DeskSlideList   *self);

G_END_DECLS
