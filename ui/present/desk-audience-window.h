/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/desk-presentation.h"

G_BEGIN_DECLS

/* What the audience of a show sees: the page, and nothing else. */
#define DESK_TYPE_AUDIENCE_WINDOW (desk_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskAudienceWindow, desk_audience_window, DESK, AUDIENCE_WINDOW, GtkWindow)

DeskAudienceWindow *desk_audience_window_new           (GtkApplication     *application,
                                                        DeskPresentation   *show);
/* Fills @monitor; a window that the speaker took out of the full screen stays as it is. */
void                desk_audience_window_set_monitor   (DeskAudienceWindow *self,
                                                        GdkMonitor         *monitor);
/* Full screen, or as one window among others, as it is shared in a meeting over the net. */
void                desk_audience_window_toggle_filled (DeskAudienceWindow *self);

/* Commands of a show by mouse on @widget: its buttons and wheel. */
void                desk_audience_window_add_mouse     (GtkWidget          *widget,
                                                        DeskPresentation   *show);

G_END_DECLS
