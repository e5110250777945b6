/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-view.h"

#include "chart/ocop-chart-paint.h"
#include "chart/ocop-chart-text.h"
#include "chart/ocop-chart-walk.h"
#include "desk-style.h"

struct _DeskChartView
{
  GtkWidget parent_instance;

  OcopChart *chart;
  OcopChartGeometry *geometry; /* of what was drawn last */
  gboolean bare;
  DeskChartViewOpens opens;
  gpointer opens_data;

  gboolean walked; /* whether the keyboard is on a mark: on which */
  guint series;
  int category;
};

enum
{
  PROP_0,
  PROP_BARE,
  N_PROPS
};

enum
{
  MARK_ACTIVATED,
  N_SIGNALS
};

/* Round the words of the mark that the keyboard is on. */
#define WORDS_PADDING 6.0f

G_DEFINE_FINAL_TYPE (DeskChartView, desk_chart_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

const OcopChart *
desk_chart_view_get_chart (DeskChartView *self)
{
  return self->chart;
}

void
desk_chart_view_set_chart (DeskChartView   *self,
                           const OcopChart *chart)
{
  g_autofree char *words = chart != NULL ? ocop_chart_to_words (chart) : g_strdup ("");

  g_clear_pointer (&self->chart, ocop_chart_free);
  g_clear_pointer (&self->geometry, ocop_chart_geometry_free);
  self->chart = chart != NULL ? ocop_chart_copy (chart) : NULL;
  self->walked = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const OcopChartMark *
find_mark (DeskChartView *self,
           double         x,
           double         y)
{
  return self->geometry != NULL ? ocop_chart_geometry_find (self->geometry, x, y) : NULL;
}

static gboolean
desk_chart_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    by_keyboard,
                               GtkTooltip *tooltip)
{
  DeskChartView *self = DESK_CHART_VIEW (widget);
  const OcopChartMark *mark = by_keyboard ? NULL : find_mark (self, x, y);
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;
  text = ocop_chart_mark_to_words (self->chart, mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { mark->box.x, mark->box.y, mark->box.width, mark->box.height });
  return TRUE;
}

static gboolean
mark_opens (DeskChartView       *self,
            const OcopChartMark *mark)
{
  return mark != NULL && (self->opens == NULL || self->opens (self, mark->series, mark->category, self->opens_data));
}

void
desk_chart_view_set_opens (DeskChartView      *self,
                           DeskChartViewOpens  opens,
                           gpointer            data)
{
  self->opens = opens;
  self->opens_data = data;
  gtk_widget_set_focusable (GTK_WIDGET (self), opens != NULL);
}

/* Where the keyboard is in what was drawn last. */
static const OcopChartMark *
current_mark (DeskChartView *self)
{
  return self->walked && self->geometry != NULL ? ocop_chart_geometry_get_mark (self->geometry, self->series, self->category) : NULL;
}

static gboolean
is_walked (DeskChartView *self)
{
  return self->walked && gtk_widget_is_focus (GTK_WIDGET (self));
}

static void
go_to (DeskChartView       *self,
       const OcopChartMark *mark)
{
  g_autofree char *words = ocop_chart_mark_to_words (self->chart, mark);

  self->walked = TRUE;
  self->series = mark->series;
  self->category = mark->category;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What an arrow key means where values go up, and where they go to the right. */
static OcopChartWalk
find_step (DeskChartView *self,
           guint          key)
{
  gboolean lies = ocop_chart_kind_get_traits (ocop_chart_get_kind (self->chart))->lies;

  switch (key)
    {
    case GDK_KEY_Right:
      return lies ? OCOP_CHART_WALK_NEXT_SERIES : OCOP_CHART_WALK_NEXT_CATEGORY;
    case GDK_KEY_Left:
      return lies ? OCOP_CHART_WALK_PREVIOUS_SERIES : OCOP_CHART_WALK_PREVIOUS_CATEGORY;
    case GDK_KEY_Up:
      return lies ? OCOP_CHART_WALK_PREVIOUS_CATEGORY : OCOP_CHART_WALK_NEXT_SERIES;
    case GDK_KEY_Down:
      return lies ? OCOP_CHART_WALK_NEXT_CATEGORY : OCOP_CHART_WALK_PREVIOUS_SERIES;
    case GDK_KEY_End:
      return OCOP_CHART_WALK_LAST;
    default:
      return OCOP_CHART_WALK_FIRST;
    }
}

static gboolean
walk (GtkWidget *widget,
      GVariant  *key,
      gpointer   data)
{
  DeskChartView *self = DESK_CHART_VIEW (widget);
  const OcopChartMark *mark;

  if (self->geometry == NULL || self->chart == NULL)
    return FALSE;
  mark = ocop_chart_geometry_walk (self->geometry, ocop_chart_get_kind (self->chart), current_mark (self),
                                   find_step (self, g_variant_get_uint32 (key)));
  if (mark != NULL)
    go_to (self, mark);
  return mark != NULL;
}

static gboolean
open_current (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  DeskChartView *self = DESK_CHART_VIEW (widget);
  const OcopChartMark *mark = current_mark (self);

  if (!mark_opens (self, mark))
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark->series, mark->category);
  return TRUE;
}

/* The outline of a mark comes and goes with the focus. */
static void
on_focused (DeskChartView *self)
{
  const OcopChartMark *mark = self->geometry != NULL && self->chart != NULL && !self->walked
                                ? ocop_chart_geometry_walk (self->geometry, ocop_chart_get_kind (self->chart), NULL, OCOP_CHART_WALK_FIRST) : NULL;

  if (mark != NULL)
    go_to (self, mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_released (DeskChartView *self,
             int            n_press,
             double         x,
             double         y)
{
  const OcopChartMark *mark = find_mark (self, x, y);

  if (mark_opens (self, mark))
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark->series, mark->category);
}

static void
on_motion (DeskChartView *self,
           double         x,
           double         y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark_opens (self, find_mark (self, x, y)) ? "pointer" : NULL);
}

static const OcopChartTheme *
theme_in_force (void)
{
  static const OcopChartThemeId ids[2][2] = { /* by contrast, then by darkness */
    { OCOP_CHART_THEME_SCREEN_LIGHT, OCOP_CHART_THEME_SCREEN_DARK },
    { OCOP_CHART_THEME_SCREEN_CONTRAST, OCOP_CHART_THEME_SCREEN_CONTRAST_DARK },
  };

  return ocop_chart_theme_get (ids[desk_style_is_high_contrast ()][desk_style_is_dark ()]);
}

static GdkRGBA
to_rgba (guint32 colour)
{
  return (GdkRGBA) { (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255, (float) (colour & 0xff) / 255, 1 };
}

/* As a tooltip would: above the mark where there is room, else below it. */
static void
snapshot_words (DeskChartView        *self,
                GtkSnapshot          *snapshot,
                const OcopChartMark  *mark,
                const OcopChartTheme *theme)
{
  g_autofree char *words = ocop_chart_mark_to_words (self->chart, mark);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  const GdkRGBA ground = to_rgba (theme->ink), ink = to_rgba (theme->background);
  int width, height;
  double x, y;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = mark->box.x + mark->box.width / 2 - width / 2.0;
  y = mark->box.y - height - 3 * WORDS_PADDING;
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    y = mark->box.y + mark->box.height / 2 - height / 2.0;
  else if (y < WORDS_PADDING)
    y = mark->box.y + mark->box.height + 2 * WORDS_PADDING;
  x = CLAMP (x, WORDS_PADDING, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width - WORDS_PADDING, WORDS_PADDING));
  y = CLAMP (y, WORDS_PADDING, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - height - WORDS_PADDING, WORDS_PADDING));
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT ((float) x - WORDS_PADDING, (float) y - WORDS_PADDING / 2,
                                                                     (float) width + 2 * WORDS_PADDING, (float) height + WORDS_PADDING));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
desk_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DeskChartView *self = DESK_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  OcopChartPaintFlags flags = OCOP_CHART_PAINT_TRANSPARENT | (self->bare ? OCOP_CHART_PAINT_BARE : 0);
  const OcopChartMark *mark;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_clear_pointer (&self->geometry, ocop_chart_geometry_free);
  self->geometry = ocop_chart_paint (self->chart, cr, width, height, theme_in_force (), flags);
  mark = is_walked (self) ? current_mark (self) : NULL;
  if (mark != NULL)
    ocop_chart_paint_outline (mark, cr, theme_in_force ());
  cairo_destroy (cr);
  if (mark != NULL)
    snapshot_words (self, snapshot, mark, theme_in_force ());
}

static void
desk_chart_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 360;
}

static void
desk_chart_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (desk_chart_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
desk_chart_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, DESK_CHART_VIEW (object)->bare);
}

static void
desk_chart_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DESK_CHART_VIEW (object)->bare = g_value_get_boolean (value);
  gtk_widget_queue_draw (GTK_WIDGET (object));
}

static void
desk_chart_view_finalize (GObject *object)
{
  DeskChartView *self = DESK_CHART_VIEW (object);

  g_clear_pointer (&self->chart, ocop_chart_free);
  g_clear_pointer (&self->geometry, ocop_chart_geometry_free);
  G_OBJECT_CLASS (desk_chart_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint steps[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Home, GDK_KEY_End };
  static const guint opening[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i], 0, walk, "u", steps[i]);
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    gtk_widget_class_add_binding (widget_class, opening[i], 0, open_current, NULL);
}

static void
desk_chart_view_class_init (DeskChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_chart_view_get_property;
  object_class->set_property = desk_chart_view_set_property;
  object_class->finalize = desk_chart_view_finalize;
  widget_class->snapshot = desk_chart_view_snapshot;
  widget_class->measure = desk_chart_view_measure;
  widget_class->query_tooltip = desk_chart_view_query_tooltip;
  widget_class->css_changed = desk_chart_view_css_changed;

  properties[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", DESK_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
desk_chart_view_init (DeskChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focused), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
