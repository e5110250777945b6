/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-view.h"

#include <math.h>

#include <glib/gi18n.h>

/* The page that is shown, the one before and the one after. */
#define N_PICTURES 3

typedef struct
{
  GdkTexture *texture;
  guint page;
  int width; /* in pixels */
} Picture;

struct _DeskPresentView
{
  GtkWidget parent_instance;

  DeskPresentation *show;
  Picture pictures[N_PICTURES];
  guint ahead;
  gboolean whole;
  guint idle; /* paints the next page before it is asked for */
};

G_DEFINE_FINAL_TYPE (DeskPresentView, desk_present_view, GTK_TYPE_WIDGET)

/* Painting */

static GdkTexture *
paint_page (const OcopSlidesLayout *layout,
            guint                   page,
            int                     width,
            int                     height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_scale (cr, width / OCOP_SLIDE_WIDTH, height / OCOP_SLIDE_HEIGHT);
  ocop_slides_layout_paint (layout, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
}

static void
clear_pictures (DeskPresentView *self)
{
  for (guint i = 0; i < N_PICTURES; i++)
    g_clear_object (&self->pictures[i].texture);
}

/* The one that is needed least. */
static Picture *
choose_picture (DeskPresentView *self,
                guint            page)
{
  Picture *farthest = &self->pictures[0];

  for (guint i = 0; i < N_PICTURES; i++)
    {
      if (self->pictures[i].texture == NULL)
        return &self->pictures[i];
      if (ABS ((int) self->pictures[i].page - (int) page) > ABS ((int) farthest->page - (int) page))
        farthest = &self->pictures[i];
    }
  return farthest;
}

/* Returns: (transfer none) */
static GdkTexture *
get_texture (DeskPresentView *self,
             guint            page,
             int              width)
{
  Picture *picture;

  for (guint i = 0; i < N_PICTURES; i++)
    if (self->pictures[i].texture != NULL && self->pictures[i].page == page && self->pictures[i].width == width)
      return self->pictures[i].texture;
  picture = choose_picture (self, page);
  g_clear_object (&picture->texture);
  *picture = (Picture) {
    paint_page (desk_presentation_get_layout (self->show), page, width, (int) round (width * OCOP_SLIDE_HEIGHT / OCOP_SLIDE_WIDTH)),
    page, width
  };
  return picture->texture;
}

/* Returns: whether there is one */
static gboolean
find_page (DeskPresentView *self,
           guint           *page)
{
  const OcopSlidesLayout *layout = desk_presentation_get_layout (self->show);

  *page = desk_presentation_get_page (self->show) + self->ahead;
  return layout != NULL && *page < ocop_slides_layout_n_pages (layout);
}

/* As large as there is room for, in the middle; a screen that is 16:9 but for a pixel has no border. */
static void
find_place (DeskPresentView *self,
            graphene_rect_t *place)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float used = MIN (width, ceilf (height * (float) (OCOP_SLIDE_WIDTH / OCOP_SLIDE_HEIGHT)));
  float high = MIN (height, roundf (used * (float) (OCOP_SLIDE_HEIGHT / OCOP_SLIDE_WIDTH)));

  graphene_rect_init (place, floorf ((width - used) / 2), floorf ((height - high) / 2), used, high);
}

static int
find_pixels (DeskPresentView *self)
{
  graphene_rect_t place;

  find_place (self, &place);
  return (int) place.size.width * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static gboolean
prepare_next (gpointer data)
{
  DeskPresentView *self = data;
  const OcopSlidesLayout *layout = desk_presentation_get_layout (self->show);
  int pixels = find_pixels (self);
  guint page;

  self->idle = 0;
  if (find_page (self, &page) && page + 1 < ocop_slides_layout_n_pages (layout) && pixels > 0)
    get_texture (self, page + 1, pixels);
  return G_SOURCE_REMOVE;
}

static void
desk_present_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  static const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  DeskPresentView *self = DESK_PRESENT_VIEW (widget);
  DeskCover cover = self->ahead == 0 ? desk_presentation_get_cover (self->show) : DESK_COVER_NONE;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t place;
  guint page;

  find_place (self, &place);
  if (self->whole || cover != DESK_COVER_NONE)
    gtk_snapshot_append_color (snapshot, cover == DESK_COVER_WHITE ? &white : &black, self->whole ? &whole : &place);
  if (cover != DESK_COVER_NONE || !find_page (self, &page) || place.size.width < 1)
    return;
  gtk_snapshot_append_texture (snapshot, get_texture (self, page, find_pixels (self)), &place);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, prepare_next, self, NULL);
}

/* What it says */

static char *
dup_words (DeskPresentView *self)
{
  guint page;

  if (self->ahead == 0 && desk_presentation_get_cover (self->show) != DESK_COVER_NONE)
    return g_strdup (desk_presentation_get_cover (self->show) == DESK_COVER_BLACK ? _("Black screen") : _("White screen"));
  return find_page (self, &page) ? ocop_slides_layout_dup_words (desk_presentation_get_layout (self->show), page) : g_strdup (_("End of the show"));
}

static void
update (DeskPresentView *self)
{
  g_autofree char *words = dup_words (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_replaced (DeskPresentView *self)
{
  clear_pictures (self);
  update (self);
}

GtkWidget *
desk_present_view_new (DeskPresentation *show,
                       guint             ahead,
                       gboolean          whole)
{
  DeskPresentView *self = g_object_new (DESK_TYPE_PRESENT_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->show = g_object_ref (show);
  self->ahead = ahead;
  self->whole = whole;
  g_signal_connect_object (show, "turned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
desk_present_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 90;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
}

static void
desk_present_view_dispose (GObject *object)
{
  DeskPresentView *self = DESK_PRESENT_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  clear_pictures (self);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (desk_present_view_parent_class)->dispose (object);
}

static void
desk_present_view_class_init (DeskPresentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_present_view_dispose;
  widget_class->snapshot = desk_present_view_snapshot;
  widget_class->measure = desk_present_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_present_view_init (DeskPresentView *self)
{
}
