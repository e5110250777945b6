/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-filter-bar.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "desk-accessible-name.h"
#include "list/desk-filter-options.h"
#include "list/desk-filter-pill.h"
#include "list/desk-query-words.h"
#include "list/desk-wrap-layout.h"

struct _DeskFilterBar
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const DeskListSpec *spec;
  GtkWidget *rest_button;   /* conditions that no pill shows */
  GtkWidget *more_button;
  GtkWidget *more_box;      /* %NULL until it is first opened */

  /* Owned references */
  OcopQuery *rest;          /* (nullable) */
  GPtrArray *pills;         /* borrowed DeskFilterPill, in the order of the spec */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterBar, desk_filter_bar, GTK_TYPE_WIDGET)

/* What no pill shows is said in words, and can only be taken away. */
static void
show_rest (DeskFilterBar *self)
{
  g_autofree char *words = self->rest != NULL ? desk_query_dup_words (self->rest) : NULL;
  g_autofree char *label = words != NULL ? g_strdup_printf ("%s ✕", words) : NULL;
  g_autofree char *tooltip = words != NULL ? g_strdup_printf (_("Remove this filter: %s"), words) : NULL;

  gtk_widget_set_visible (self->rest_button, words != NULL);
  if (words == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->rest_button), label);
  gtk_widget_set_tooltip_text (self->rest_button, tooltip);
}

static gboolean
is_shown (DeskFilterPill *pill)
{
  return desk_filter_pill_get_filter (pill)->primary || desk_filter_pill_is_active (pill);
}

/* Offers those that are not shown. */
static void
update_more (DeskFilterBar *self)
{
  GtkWidget *button = self->more_box != NULL ? gtk_widget_get_first_child (self->more_box) : NULL;

  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, !is_shown (g_ptr_array_index (self->pills, i)));
}

static void
update_visibility (DeskFilterBar *self)
{
  gboolean more = FALSE;

  for (guint i = 0; i < self->pills->len; i++)
    {
      DeskFilterPill *pill = g_ptr_array_index (self->pills, i);
      gboolean shown = is_shown (pill);

      /* An open one stays until it is closed, also when nothing is chosen in it. */
      gtk_widget_set_visible (GTK_WIDGET (pill), shown || gtk_widget_get_state_flags (GTK_WIDGET (pill)) & GTK_STATE_FLAG_FOCUS_WITHIN);
      more |= !shown;
    }
  gtk_widget_set_visible (self->more_button, more);
  update_more (self);
  show_rest (self);
}

static void
on_pill_changed (DeskFilterBar *self)
{
  update_visibility (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_rest_clicked (DeskFilterBar *self)
{
  g_clear_pointer (&self->rest, ocop_query_free);
  on_pill_changed (self);
}

static void
on_more_chosen (GtkButton      *button,
                DeskFilterPill *pill)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  gtk_widget_set_visible (GTK_WIDGET (pill), TRUE);
  desk_filter_pill_open (pill);
}

static void
add_pill (DeskFilterBar        *self,
          const DeskListFilter *filter)
{
  GtkWidget *pill = desk_filter_pill_new (ocop_kind_find (self->spec->kind), filter);

  g_signal_connect_object (pill, "changed", G_CALLBACK (on_pill_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
  g_ptr_array_add (self->pills, pill);
}

static GtkWidget *
make_more_button (DeskFilterPill *pill)
{
  GtkWidget *button = gtk_button_new_with_label (_(desk_filter_pill_get_filter (pill)->title));

  g_object_set (button, "has-frame", FALSE, NULL);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_chosen), pill);
  return button;
}

static void
make_more_popover (GtkMenuButton *menu_button,
                   gpointer       bar)
{
  DeskFilterBar *self = bar;
  GtkWidget *popover;

  if (self->more_box != NULL)
    return;
  popover = gtk_popover_new ();
  self->more_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < self->pills->len; i++)
    gtk_box_append (GTK_BOX (self->more_box), make_more_button (g_ptr_array_index (self->pills, i)));
  gtk_popover_set_child (GTK_POPOVER (popover), self->more_box);
  gtk_menu_button_set_popover (menu_button, popover);
  update_more (self);
}

static void
build (DeskFilterBar *self)
{
  self->rest_button = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->rest_button, "desk-rest");
  g_object_set (gtk_button_get_child (GTK_BUTTON (self->rest_button)), "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "max-width-chars", 48, NULL);
  g_signal_connect_swapped (self->rest_button, "clicked", G_CALLBACK (on_rest_clicked), self);
  gtk_widget_set_parent (self->rest_button, GTK_WIDGET (self));

  for (const DeskListFilter *filter = self->spec->filters; filter->title != NULL; filter++)
    add_pill (self, filter);

  self->more_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more_button), _("Filter…"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more_button), make_more_popover, self, NULL);
  desk_accessible_name_button (self->more_button, NULL);
  gtk_widget_add_css_class (self->more_button, "desk-more");
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
  update_visibility (self);
}

GtkWidget *
desk_filter_bar_new (const DeskListSpec *spec)
{
  DeskFilterBar *self = g_object_new (DESK_TYPE_FILTER_BAR, NULL);

  self->spec = spec;
  build (self);
  return GTK_WIDGET (self);
}

void
desk_filter_bar_set_register (DeskFilterBar *self,
                              OcopRegister  *reg)
{
  g_clear_pointer (&self->rest, ocop_query_free);
  for (guint i = 0; i < self->pills->len; i++)
    desk_filter_pill_set_register (g_ptr_array_index (self->pills, i), reg);
  update_visibility (self);
}

/* Whether a condition on @path with @operator asks for values of @filter. */
static gboolean
is_asked_by (const DeskListFilter *filter,
             const char           *path,
             const char           *operator)
{
  if (g_str_equal (operator, "within"))
    return filter->province != NULL && g_str_equal (filter->path, path);
  return g_str_equal (operator, "is") && (g_str_equal (filter->path, path) || g_strcmp0 (filter->province, path) == 0);
}

/* What is exactly at @path, or within the provinces that are chosen. */
static OcopOperator
operator_of (const DeskListFilter *filter,
             const char           *path,
             const char           *operator)
{
  return g_str_equal (operator, "is") && g_strcmp0 (filter->path, path) == 0 ? OCOP_OPERATOR_IS : desk_filter_get_operator (filter);
}

/* The pill that can show a condition on @path with @operator. */
static DeskFilterPill *
find_pill (DeskFilterBar *self,
           const char    *path,
           const char    *operator)
{
  for (guint i = 0; i < self->pills->len; i++)
    {
      DeskFilterPill *pill = g_ptr_array_index (self->pills, i);
      const DeskListFilter *filter = desk_filter_pill_get_filter (pill);

      if (filter->path != NULL ? is_asked_by (filter, path, operator)
                               : g_strv_contains (filter->unknowns, path) && g_str_equal (operator, "unknown"))
        return desk_filter_pill_is_active (pill) ? NULL : pill;
    }
  return NULL;
}

static char **
dup_values (JsonObject *condition)
{
  JsonArray *values = json_object_has_member (condition, "values") ? json_object_get_array_member (condition, "values") : NULL;
  guint n = values != NULL ? json_array_get_length (values) : 0;
  char **strv = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    strv[i] = g_strdup (json_array_get_string_element (values, i));
  return strv;
}

/* Returns: whether a pill now shows the condition. */
static gboolean
show_condition (DeskFilterBar *self,
                JsonObject    *condition)
{
  const char *path = json_object_get_string_member (condition, "field");
  const char *operator = json_object_get_string_member (condition, "op");
  DeskFilterPill *pill = find_pill (self, path, operator);
  g_auto(GStrv) values = dup_values (condition);
  const char *unknown[] = { path, NULL };
  const DeskListFilter *filter;

  if (pill == NULL)
    return FALSE;
  filter = desk_filter_pill_get_filter (pill);
  desk_filter_pill_choose (pill, operator_of (filter, path, operator), filter->path != NULL ? (const char * const *) values : unknown);
  return TRUE;
}

/* What is left of @query when the pills show what they can; %NULL when that is all. */
static OcopQuery *
show_conditions (DeskFilterBar   *self,
                 const OcopQuery *query)
{
  g_autofree char *json = ocop_query_to_json (query);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonArray *where = json_object_has_member (object, "where") ? json_object_get_array_member (object, "where") : NULL;
  guint n = where != NULL ? json_array_get_length (where) : 0;
  gboolean all = !json_object_has_member (object, "has");
  g_autoptr(OcopQuery) rest = ocop_query_copy (query);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *condition = json_array_get_object_element (where, i);

      if (show_condition (self, condition))
        ocop_query_unwhere (rest, json_object_get_string_member (condition, "field"));
      else
        all = FALSE;
    }
  return all ? NULL : g_steal_pointer (&rest);
}

void
desk_filter_bar_set_query (DeskFilterBar   *self,
                           const OcopQuery *query)
{
  g_clear_pointer (&self->rest, ocop_query_free);
  for (guint i = 0; i < self->pills->len; i++)
    desk_filter_pill_choose (g_ptr_array_index (self->pills, i), OCOP_OPERATOR_IS, NULL);
  if (query != NULL)
    self->rest = show_conditions (self, query);
  update_visibility (self);
}

OcopQuery *
desk_filter_bar_dup_query (DeskFilterBar *self)
{
  OcopQuery *query = self->rest != NULL ? ocop_query_copy (self->rest) : ocop_query_new (self->spec->kind);

  ocop_query_set_measure (query, OCOP_MEASURE_NONE, NULL);
  ocop_query_group_by (query, NULL, NULL);
  ocop_query_clear_order (query);
  for (guint i = 0; i < self->pills->len; i++)
    desk_filter_pill_apply (g_ptr_array_index (self->pills, i), query);
  return query;
}

gboolean
desk_filter_bar_is_active (DeskFilterBar *self)
{
  for (guint i = 0; i < self->pills->len; i++)
    if (desk_filter_pill_is_active (g_ptr_array_index (self->pills, i)))
      return TRUE;
  return self->rest != NULL;
}

char *
desk_filter_bar_dup_words (DeskFilterBar *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->pills->len; i++)
    if (desk_filter_pill_is_active (g_ptr_array_index (self->pills, i)))
      g_ptr_array_add (words, desk_filter_pill_dup_words (g_ptr_array_index (self->pills, i)));
  if (self->rest != NULL)
    g_ptr_array_add (words, desk_query_dup_words (self->rest));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

static void
desk_filter_bar_dispose (GObject *object)
{
  DeskFilterBar *self = DESK_FILTER_BAR (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->pills, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_filter_bar_parent_class)->dispose (object);
}

static void
desk_filter_bar_finalize (GObject *object)
{
  DeskFilterBar *self = DESK_FILTER_BAR (object);

  g_clear_pointer (&self->rest, ocop_query_free);
  g_ptr_array_unref (self->pills);
  G_OBJECT_CLASS (desk_filter_bar_parent_class)->finalize (object);
}

static void
desk_filter_bar_class_init (DeskFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_filter_bar_dispose;
  object_class->finalize = desk_filter_bar_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_filter_bar_init (DeskFilterBar *self)
{
  self->pills = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), desk_wrap_layout_new (6));
}
