/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/slides/ocop-slide-set.h"

G_BEGIN_DECLS

/**
 * DeskSlideItem:
 *
 * A slide of those that are put together: what it asks for, and on which pages that stands once it is read.
 * #DeskSlideItem::changed is emitted when either is another.
 */
#define DESK_TYPE_SLIDE_ITEM (desk_slide_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlideItem, desk_slide_item, DESK, SLIDE_ITEM, GObject)

/* @part: (nullable) (transfer full): %NULL of the title page */
DeskSlideItem       *desk_slide_item_new       (OcopSlidePart       *part);
const OcopSlidePart *desk_slide_item_get_part  (DeskSlideItem       *self);
/* @part: (transfer full) */
void                 desk_slide_item_set_part  (DeskSlideItem       *self,
                                                OcopSlidePart       *part);

/* Its first page of the layout, -1 while it is not read or cannot be; with how many of them follow. */
int                  desk_slide_item_get_page  (DeskSlideItem       *self);
guint                desk_slide_item_n_pages   (DeskSlideItem       *self);
/* (nullable): why it has none. */
const char          *desk_slide_item_get_error (DeskSlideItem       *self);
void                 desk_slide_item_set_pages (DeskSlideItem       *self,
                                                int                  page,
                                                guint                n_pages,
                                                const char          *error);

G_END_DECLS
