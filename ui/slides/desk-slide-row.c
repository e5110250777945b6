/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slide-row.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "slides/desk-slide-picture.h"

#define PICTURE_WIDTH 128

struct _DeskSlideRow
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkLabel *number;
  DeskSlidePicture *picture;
  GtkLabel *title;
  GtkLabel *about;

  /* Owned references */
  DeskSlidesDraft *draft;
  DeskSlideItem *item; /* (nullable) */
  gulong handler;
  guint place;
};

static guint dropped_signal;

G_DEFINE_FINAL_TYPE (DeskSlideRow, desk_slide_row, GTK_TYPE_WIDGET)

/* --- what it says --- */

/* @part: (nullable): of the title page */
static const char *
find_manner (const OcopSlidePart *part)
{
  if (part == NULL)
    return C_("slide", "Title page");
  if (part->report != NULL || (part->chart != NULL && part->as_table))
    return C_("slide", "Table");
  return part->chart != NULL ? C_("slide", "Chart") : C_("slide", "Lines");
}

/* What it is narrowed to and compared with, and what has no room on slides, behind its manner. */
static char *
add_scope (DeskSlideRow *self,
           const char   *manner)
{
  const OcopSlideFigures *figures = desk_slides_draft_find_figures (self->draft, self->item);
  const char *parts[] = {
    manner,
    figures != NULL ? ocop_slide_figures_get_subtitle (figures) : NULL,
    figures != NULL ? ocop_slide_figures_get_rest (figures) : NULL,
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static char *
describe (DeskSlideRow *self)
{
  DeskSlideItem *item = self->item;
  const OcopSlidePart *part = desk_slide_item_get_part (item);
  const char *manner = find_manner (part);
  guint n = desk_slide_item_n_pages (item);
  g_autofree char *several = NULL;

  if (desk_slide_item_get_error (item) != NULL)
    return g_strdup (desk_slide_item_get_error (item));
  if (desk_slide_item_get_page (item) < 0)
    return g_strdup (_("Reading the figures…"));
  if (n < 2)
    return add_scope (self, manner);
  /* Translators: a table, and how many slides it takes: "Bảng · 3 trang" */
  several = g_strdup_printf (ngettext ("%s · %u slide", "%s · %u slides", n), manner, n);
  return add_scope (self, several);
}

static const char *
find_title (DeskSlideRow *self)
{
  const OcopSlidePart *part = desk_slide_item_get_part (self->item);
  const OcopSlideFigures *figures = desk_slides_draft_find_figures (self->draft, self->item);
  const OcopSlidesLayout *layout = desk_slides_draft_get_layout (self->draft);

  if (part == NULL)
    return layout != NULL ? ocop_slides_layout_get_title (layout, 0) : "";
  if (part->heading != NULL)
    return part->heading;
  return figures != NULL ? ocop_slide_figures_get_title (figures) : "";
}

/* The list's own row has the focus, and is to say what stands in this one. */
static void
name_row (DeskSlideRow *self,
          const char   *number,
          const char   *about)
{
  const char *parts[] = { number, find_title (self), about };
  g_autofree char *words = ocop_text_join (". ", parts, G_N_ELEMENTS (parts));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update (DeskSlideRow *self)
{
  g_autofree char *about = describe (self);
  int page = desk_slide_item_get_page (self->item);
  g_autofree char *number = page >= 0 ? g_strdup_printf ("%d", page + 1) : g_strdup ("");

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, find_title (self));
  gtk_label_set_label (self->about, about);
  name_row (self, number, about);
}

static void
clear (DeskSlideRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->draft);
}

void
desk_slide_row_set_item (DeskSlideRow    *self,
                         DeskSlidesDraft *draft,
                         DeskSlideItem   *item,
                         guint            place)
{
  clear (self);
  self->draft = g_object_ref (draft);
  self->place = place;
  desk_slide_picture_set_item (self->picture, draft, item);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

guint
desk_slide_row_get_place (DeskSlideRow *self)
{
  return self->place;
}

/* --- by the mouse --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source,
                 double         x,
                 double         y,
                 DeskSlideRow  *self)
{
  return self->place > 0 ? gdk_content_provider_new_typed (DESK_TYPE_SLIDE_ROW, self) : NULL;
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               DeskSlideRow  *self)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->picture));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         DeskSlideRow  *self)
{
  DeskSlideRow *moved = g_value_get_object (value);

  if (moved == NULL || moved->draft != self->draft)
    return FALSE;
  g_signal_emit (self, dropped_signal, 0, moved->place);
  return TRUE;
}

static void
take_drags (DeskSlideRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (DESK_TYPE_SLIDE_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- building --- */

static GtkLabel *
add_label (GtkBox     *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
desk_slide_row_dispose (GObject *object)
{
  GtkWidget *child;

  clear (DESK_SLIDE_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_slide_row_parent_class)->dispose (object);
}

static void
desk_slide_row_class_init (DeskSlideRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_slide_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  dropped_signal = g_signal_new ("dropped", DESK_TYPE_SLIDE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_slide_row_init (DeskSlideRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "desk-dim");
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  self->picture = DESK_SLIDE_PICTURE (desk_slide_picture_new (PICTURE_WIDTH));
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (text, GTK_WIDGET (self));
  self->title = add_label (GTK_BOX (text), NULL);
  self->about = add_label (GTK_BOX (text), "desk-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "desk-small");
  take_drags (self);
}

GtkWidget *
desk_slide_row_new (void)
{
  return g_object_new (DESK_TYPE_SLIDE_ROW, NULL);
}
