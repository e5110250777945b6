/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/desk-presentation.h"

G_BEGIN_DECLS

/* A page of a show, as large as there is room for, with even borders. */
#define DESK_TYPE_PRESENT_VIEW (desk_present_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresentView, desk_present_view, DESK, PRESENT_VIEW, GtkWidget)

/* @ahead: how far before the page that the show is at; behind the last there is nothing. The one at 0 is covered with
 * the show. @whole: whether it paints its borders too, for an audience */
GtkWidget *desk_present_view_new (DeskPresentation *show,
                                  guint             ahead,
                                  gboolean          whole);

G_END_DECLS
