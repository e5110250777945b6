/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-wrap-layout.h"

struct _DeskWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GParamSpec *properties[N_PROPS];

GtkLayoutManager *
desk_wrap_layout_new (int spacing)
{
  return g_object_new (DESK_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
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

static int
get_natural_width (GtkWidget *child,
                   int        width)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (child, NULL, &natural);
  return MIN (natural.width, width);
}

/* Returns: the first child that has no room in the line of @first. @rest: (out): the room that it leaves. */
static GtkWidget *
measure_line (DeskWrapLayout *self,
              GtkWidget      *first,
              int             width,
              int            *rest)
{
  GtkWidget *child;
  int x = 0;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural = get_natural_width (child, width);

      if (!gtk_widget_should_layout (child))
        continue;
      if (x > 0 && x + natural > width)
        break;
      x += natural + self->spacing;
    }
  *rest = MAX (width - x + self->spacing, 0);
  return child;
}

/* What is left goes to the child that expands; where that stands in a line before, to the line's start. */
static void
allocate_line (DeskWrapLayout      *self,
               GtkWidget           *first,
               GtkWidget           *end,
               const GtkAllocation *line,
               int                  rest,
               gboolean            *expanded)
{
  int x = *expanded ? rest : 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int width = get_natural_width (child, line->width);

      if (!gtk_widget_should_layout (child))
        continue;
      if (!*expanded && gtk_widget_get_hexpand (child))
        {
          width += rest;
          *expanded = TRUE;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, line->y, width, line->height }, -1);
      x += width + self->spacing;
    }
}

/* Puts the children of @widget in lines of @width; @allocate: or only measures. Returns the height. */
static int
place (DeskWrapLayout *self,
       GtkWidget      *widget,
       int             width,
       gboolean        allocate)
{
  GtkAllocation line = { 0, 0, width, get_line_height (widget) };
  gboolean expanded = FALSE;
  GtkWidget *end;

  for (GtkWidget *first = gtk_widget_get_first_child (widget); first != NULL; first = end)
    {
      int rest;

      end = measure_line (self, first, width, &rest);
      if (allocate)
        allocate_line (self, first, end, &line, rest, &expanded);
      if (end != NULL)
        line.y += line.height + self->spacing;
    }
  return line.y + line.height;
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
desk_wrap_layout_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      DESK_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_wrap_layout_class_init (DeskWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = desk_wrap_layout_set_property;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  manager_class->get_request_mode = desk_wrap_layout_get_request_mode;
  manager_class->measure = desk_wrap_layout_measure;
  manager_class->allocate = desk_wrap_layout_allocate;
}

static void
desk_wrap_layout_init (DeskWrapLayout *self)
{
}
