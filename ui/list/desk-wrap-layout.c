/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-wrap-layout.h"

struct _DeskWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

GtkLayoutManager *
desk_wrap_layout_new (int spacing)
{
  DeskWrapLayout *self = g_object_new (DESK_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

static GtkSizeRequestMode
desk_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* All lines are as high as the highest child: what stands in one line is then also met in its order by Tab. */
static int
get_line_height (GtkWidget *widget)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &natural);
      height = MAX (height, natural.height);
    }
  return height;
}

/* Puts the children of @widget in lines of @width; @allocate: or only measures. Returns the height. */
static int
place (DeskWrapLayout *self,
       GtkWidget      *widget,
       int             width,
       gboolean        allocate)
{
  int x = 0, y = 0, line = get_line_height (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &natural);
      natural.width = MIN (natural.width, width);
      if (x > 0 && x + natural.width > width)
        {
          x = 0;
          y += line + self->spacing;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, natural.width, line }, -1);
      x += natural.width + self->spacing;
    }
  return y + line;
}

static void
measure_width (DeskWrapLayout *self,
               GtkWidget      *widget,
               int            *minimum,
               int            *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + self->spacing;
    }
}

static void
desk_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (DESK_WRAP_LAYOUT (manager), widget, minimum, natural);
  else
    *minimum = *natural = place (DESK_WRAP_LAYOUT (manager), widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
desk_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  place (DESK_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
desk_wrap_layout_class_init (DeskWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = desk_wrap_layout_get_request_mode;
  manager_class->measure = desk_wrap_layout_measure;
  manager_class->allocate = desk_wrap_layout_allocate;
}

static void
desk_wrap_layout_init (DeskWrapLayout *self)
{
}
