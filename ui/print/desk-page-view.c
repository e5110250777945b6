/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-page-view.h"

#include <glib/gi18n.h>

struct _DeskPageView
{
  GtkWidget parent_instance;

  OcopPaperPages *pages; /* borrowed */
  guint page;
  double zoom;
};

G_DEFINE_FINAL_TYPE (DeskPageView, desk_page_view, GTK_TYPE_WIDGET)

void
desk_page_view_show (DeskPageView   *self,
                     OcopPaperPages *pages,
                     guint           page,
                     double          zoom)
{
  g_autofree char *name = g_strdup_printf (_("Page %u"), page + 1);

  self->pages = pages;
  self->page = page;
  self->zoom = zoom;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
desk_page_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DeskPageView *self = DESK_PAGE_VIEW (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->pages == NULL)
    return;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, self->zoom, self->zoom);
  ocop_paper_pages_paint (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
desk_page_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DeskPageView *self = DESK_PAGE_VIEW (widget);
  double points = 0;

  if (self->pages != NULL)
    points = orientation == GTK_ORIENTATION_HORIZONTAL ? ocop_paper_pages_get_width (self->pages, self->page) : ocop_paper_pages_get_height (self->pages, self->page);
  *minimum = *natural = (int) (points * self->zoom);
}

static void
desk_page_view_class_init (DeskPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = desk_page_view_snapshot;
  widget_class->measure = desk_page_view_measure;
  gtk_widget_class_set_css_name (widget_class, "deskpaper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_page_view_init (DeskPageView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
desk_page_view_new (void)
{
  return g_object_new (DESK_TYPE_PAGE_VIEW, NULL);
}
