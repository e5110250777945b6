/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-view.h"

#include "chart/ocop-chart-paint.h"
#include "chart/ocop-chart-text.h"
#include "desk-style.h"

struct _DeskChartView
{
  GtkWidget parent_instance;

  OcopChart *chart;
  OcopChartGeometry *geometry; /* of what was drawn last */
  gboolean bare;
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

static void
on_released (DeskChartView *self,
             int            n_press,
             double         x,
             double         y)
{
  const OcopChartMark *mark = find_mark (self, x, y);

  if (mark != NULL)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark->series, mark->category);
}

static void
on_motion (DeskChartView *self,
           double         x,
           double         y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_mark (self, x, y) != NULL ? "pointer" : NULL);
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

static void
desk_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DeskChartView *self = DESK_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  OcopChartPaintFlags flags = OCOP_CHART_PAINT_TRANSPARENT | (self->bare ? OCOP_CHART_PAINT_BARE : 0);
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_clear_pointer (&self->geometry, ocop_chart_geometry_free);
  self->geometry = ocop_chart_paint (self->chart, cr, width, height, theme_in_force (), flags);
  cairo_destroy (cr);
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 200;
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
}

static void
desk_chart_view_init (DeskChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
