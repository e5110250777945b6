/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * DeskPresentScreens:
 *
 * Which monitor the speaker of a show sees, and which the audience, while monitors come and go.
 *
 * #DeskPresentScreens::changed is emitted when either may be another, but not by desk_present_screens_choose().
 */
#define DESK_TYPE_PRESENT_SCREENS (desk_present_screens_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresentScreens, desk_present_screens, DESK, PRESENT_SCREENS, GObject)

/* @speaker: (nullable): of @display; the first when %NULL */
DeskPresentScreens *desk_present_screens_new          (GdkDisplay         *display,
                                                       GdkMonitor         *speaker);

/* (transfer none) (nullable): %NULL while there is no monitor at all. */
GdkMonitor         *desk_present_screens_get_speaker  (DeskPresentScreens *self);
/* (transfer none) (nullable): the speaker's own where there is no other. */
GdkMonitor         *desk_present_screens_get_audience (DeskPresentScreens *self);
/* Whether each sees a monitor of its own. */
gboolean            desk_present_screens_are_apart    (DeskPresentScreens *self);

/* Those that the audience can see: names for people, and which one it does see; %GTK_INVALID_LIST_POSITION for none. */
GStrv               desk_present_screens_dup_names    (DeskPresentScreens *self);
guint               desk_present_screens_get_chosen   (DeskPresentScreens *self);
void                desk_present_screens_choose       (DeskPresentScreens *self,
                                                       guint               place);
/* The speaker sees what the audience saw, and the audience what he saw. */
void                desk_present_screens_swap         (DeskPresentScreens *self);

G_END_DECLS
