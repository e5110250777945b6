/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ocop-paper-pages.h"

G_BEGIN_DECLS

/* One page of a document as it will be printed: white, whatever the window's colours. */
#define DESK_TYPE_PAGE_VIEW (desk_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskPageView, desk_page_view, DESK, PAGE_VIEW, GtkWidget)

GtkWidget *desk_page_view_new  (void);

/* @pages: borrowed; must outlive what is shown of it. @zoom: pixels a point. */
void       desk_page_view_show (DeskPageView   *self,
                                OcopPaperPages *pages,
                                guint           page,
                                double          zoom);

G_END_DECLS
