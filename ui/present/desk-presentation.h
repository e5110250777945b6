/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/desk-present-keys.h"
#include "present/desk-present.h"
#include "report/slides/ocop-slides-layout.h"

G_BEGIN_DECLS

/**
 * DeskPresentation:
 * @masked: whether the audience sees no name of a person
 * @live: whether the figures follow the register
 *
 * A show that is under way: its slides and the page that it is at.
 *
 * #DeskPresentation::turned is emitted when another page, or a cover, is shown; #DeskPresentation::replaced when the
 * slides are others; #DeskPresentation::told when what is known of their figures is another. #DeskPresentation::failed
 * has the #GError for which they could not be read. #DeskPresentation::commanded has a #DeskPresentCommand that the
 * windows carry out.
 */
#define DESK_TYPE_PRESENTATION (desk_presentation_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresentation, desk_presentation, DESK, PRESENTATION, GObject)

typedef enum
{
  DESK_COVER_NONE,
  DESK_COVER_BLACK,
  DESK_COVER_WHITE,
} DeskCover;

/* Nothing is read until desk_presentation_read(). */
DeskPresentation       *desk_presentation_new        (OcopRegister           *reg,
                                                      const DeskPresentAsked *asked);
void                    desk_presentation_read       (DeskPresentation       *self);

/* (nullable): %NULL before the slides are read. Another one after each #DeskPresentation::replaced. */
const OcopSlidesLayout *desk_presentation_get_layout (DeskPresentation       *self);
const char             *desk_presentation_get_title  (DeskPresentation       *self);
guint                   desk_presentation_get_page   (DeskPresentation       *self);
/* Takes the cover away. */
void                    desk_presentation_set_page   (DeskPresentation       *self,
                                                      guint                   page);
DeskCover               desk_presentation_get_cover  (DeskPresentation       *self);

void                    desk_presentation_command    (DeskPresentation       *self,
                                                      DeskPresentCommand      command);
/* Whether the key is one of a show: what it is for has been done then. */
gboolean                desk_presentation_take_key   (DeskPresentation       *self,
                                                      guint                   key,
                                                      GdkModifierType         state);
/* What was typed of the number of a page; 0 for nothing. */
guint                   desk_presentation_get_typed  (DeskPresentation       *self);

/* Whether anything changes when persons are masked. */
gboolean                desk_presentation_is_of_people (DeskPresentation     *self);
/* "Figures read at 14:05"; free with g_free(). */
char                   *desk_presentation_dup_time   (DeskPresentation       *self);

G_END_DECLS
