/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slide-picture.h"

#include <math.h>

struct _DeskSlidePicture
{
  GtkWidget parent_instance;

  DeskSlidesDraft *draft;
  DeskSlideItem *item;    /* (nullable) */
  gulong handler;
  int width;
};

G_DEFINE_FINAL_TYPE (DeskSlidePicture, desk_slide_picture, GTK_TYPE_WIDGET)

static void
update (DeskSlidePicture *self)
{
  const OcopSlidesLayout *layout = self->draft != NULL ? desk_slides_draft_get_layout (self->draft) : NULL;
  int page = self->item != NULL ? desk_slide_item_get_page (self->item) : -1;
  g_autofree char *words = layout != NULL && page >= 0 ? ocop_slides_layout_dup_words (layout, (guint) page) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear (DeskSlidePicture *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->draft);
}

void
desk_slide_picture_set_item (DeskSlidePicture *self,
                             DeskSlidesDraft  *draft,
                             DeskSlideItem    *item)
{
  clear (self);
  self->draft = g_object_ref (draft);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      self->handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
    }
  update (self);
}

static void
desk_slide_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DeskSlidePicture *self = DESK_SLIDE_PICTURE (widget);
  const OcopSlidesLayout *layout = self->draft != NULL ? desk_slides_draft_get_layout (self->draft) : NULL;
  int page = self->item != NULL ? desk_slide_item_get_page (self->item) : -1;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = MIN (width / OCOP_SLIDE_WIDTH, height / OCOP_SLIDE_HEIGHT);
  cairo_t *cr;

  if (layout == NULL || page < 0 || (guint) page >= ocop_slides_layout_n_pages (layout) || scale <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, floor ((width - OCOP_SLIDE_WIDTH * scale) / 2), floor ((height - OCOP_SLIDE_HEIGHT * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, OCOP_SLIDE_WIDTH, OCOP_SLIDE_HEIGHT);
  cairo_clip (cr);
  ocop_slides_layout_paint (layout, (guint) page, cr);
  cairo_destroy (cr);
}

static void
desk_slide_picture_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  int width = DESK_SLIDE_PICTURE (widget)->width;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : (int) ceil (width * OCOP_SLIDE_HEIGHT / OCOP_SLIDE_WIDTH);
}

static void
desk_slide_picture_dispose (GObject *object)
{
  clear (DESK_SLIDE_PICTURE (object));
  G_OBJECT_CLASS (desk_slide_picture_parent_class)->dispose (object);
}

static void
desk_slide_picture_class_init (DeskSlidePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_slide_picture_dispose;
  widget_class->snapshot = desk_slide_picture_snapshot;
  widget_class->measure = desk_slide_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_slide_picture_init (DeskSlidePicture *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-slide-picture");
}

GtkWidget *
desk_slide_picture_new (int width)
{
  DeskSlidePicture *self = g_object_new (DESK_TYPE_SLIDE_PICTURE, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}
