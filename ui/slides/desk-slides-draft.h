/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"
#include "report/slides/ocop-slides-layout.h"
#include "report/slides/ocop-slides-read.h"
#include "slides/desk-slide-item.h"

G_BEGIN_DECLS

/**
 * DeskSlidesDraft:
 *
 * Slides that are being put together. Their figures are read when they are needed, each chart and report once; whatever is
 * changed can be taken back. #DeskSlidesDraft::edited is emitted when they are other slides,
 * #DeskSlidesDraft::laid-out when the pages are; #DeskSlidesDraft::failed has the message where nothing could be read.
 */
#define DESK_TYPE_SLIDES_DRAFT (desk_slides_draft_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlidesDraft, desk_slides_draft, DESK, SLIDES_DRAFT, GObject)

/* Empty but for the title page. @on: the day of the figures, unless the slides have one of their own */
DeskSlidesDraft        *desk_slides_draft_new          (OcopRegister          *reg,
                                                        OcopDate               on);
void                    desk_slides_draft_set_day      (DeskSlidesDraft       *self,
                                                        OcopDate               on);

/* Of #DeskSlideItem; the first is the title page. */
GListModel             *desk_slides_draft_get_items    (DeskSlidesDraft       *self);
/* (nullable): before the first pages are there, and until #DeskSlidesDraft::laid-out */
const OcopSlidesLayout *desk_slides_draft_get_layout   (DeskSlidesDraft       *self);
/* Whether the figures of a slide are being read. */
gboolean                desk_slides_draft_is_reading   (DeskSlidesDraft       *self);
/* (nullable): what @item shows, once it is read. */
const OcopSlideFigures *desk_slides_draft_find_figures (DeskSlidesDraft       *self,
                                                        DeskSlideItem         *item);

/* (transfer full) */
OcopSlideSet           *desk_slides_draft_dup_set      (DeskSlidesDraft       *self);
/* @set: what a review meeting usually sees, where it has figures, is ocop_slide_set_new_usual() */
void                    desk_slides_draft_begin_with   (DeskSlidesDraft       *self,
                                                        const OcopSlideSet    *set);

/* The day of the figures. */
OcopDate                desk_slides_draft_get_day      (DeskSlidesDraft       *self);
/* Unknown where it is the day on which they are shown. */
OcopDate                desk_slides_draft_get_own_day  (DeskSlidesDraft       *self);
void                    desk_slides_draft_set_own_day  (DeskSlidesDraft       *self,
                                                        OcopDate               on);
/* (nullable): %NULL of the usual one. */
const char             *desk_slides_draft_get_title    (DeskSlidesDraft       *self);
void                    desk_slides_draft_set_title    (DeskSlidesDraft       *self,
                                                        const char            *title);

/* @part: (transfer full). Returns: its place, the one behind @after */
guint                   desk_slides_draft_add          (DeskSlidesDraft       *self,
                                                        OcopSlidePart         *part,
                                                        guint                  after);
/* @part: (transfer full): in the place of what @item asks for; @what: which of its fields is changed: typing there is one step */
void                    desk_slides_draft_change       (DeskSlidesDraft       *self,
                                                        DeskSlideItem         *item,
                                                        OcopSlidePart         *part,
                                                        const char            *what);
/* The title page stays where it is. Returns: whether anything was done */
gboolean                desk_slides_draft_remove       (DeskSlidesDraft       *self,
                                                        guint                  place);
gboolean                desk_slides_draft_move         (DeskSlidesDraft       *self,
                                                        guint                  from,
                                                        guint                  to);
/* Takes the last step back. */
gboolean                desk_slides_draft_undo         (DeskSlidesDraft       *self);

G_END_DECLS
