/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-filter-pill.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "list/desk-filter-values.h"

/* So many chosen values are named in the pill; more are counted. */
#define NAMED_VALUES 2

struct _DeskFilterPill
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopKind *kind;
  const DeskListFilter *filter;
  GtkWidget *button;          /* this and what follows is %NULL until the pill is first shown */
  GtkWidget *label;
  GtkWidget *clear_button;
  DeskFilterValues *values;   /* %NULL until it is first opened */

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  GPtrArray *keys;        /* chosen */
  OcopOperator op;        /* how they are asked for */
  GHashTable *titles;     /* key → what people read */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterPill, desk_filter_pill, GTK_TYPE_WIDGET)

const DeskListFilter *
desk_filter_pill_get_filter (DeskFilterPill *self)
{
  return self->filter;
}

gboolean
desk_filter_pill_is_active (DeskFilterPill *self)
{
  return self->keys->len > 0;
}

static char *
dup_title (DeskFilterPill *self,
           const char     *key)
{
  const char *known = g_hash_table_lookup (self->titles, key);
  char *title = desk_filter_option_dup_title (self->kind, self->filter, key);

  return title != NULL ? title : g_strdup (known != NULL ? known : key);
}

static char *
dup_chosen_titles (DeskFilterPill *self)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->keys->len; i++)
    g_ptr_array_add (titles, dup_title (self, g_ptr_array_index (self->keys, i)));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

char *
desk_filter_pill_dup_words (DeskFilterPill *self)
{
  g_autofree char *titles = dup_chosen_titles (self);

  return desk_filter_pill_is_active (self) ? g_strdup_printf ("%s: %s", _(self->filter->title), titles) : NULL;
}

static char *
dup_label (DeskFilterPill *self)
{
  if (self->keys->len > NAMED_VALUES)
    return g_strdup_printf ("%s: %u", _(self->filter->title), self->keys->len);
  return desk_filter_pill_is_active (self) ? desk_filter_pill_dup_words (self) : g_strdup (_(self->filter->title));
}

static void
show_chosen (DeskFilterPill *self)
{
  gboolean active = desk_filter_pill_is_active (self);
  g_autofree char *text = NULL;

  if (self->button == NULL)
    return;
  text = dup_label (self);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  desk_accessible_name_button (self->button, text);
  gtk_widget_set_visible (self->clear_button, active);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static void
on_options_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskFilterPill) self = user_data;
  g_autoptr(GPtrArray) options = desk_filter_options_read_finish (result, NULL);

  if (options == NULL || OCOP_REGISTER (source) != self->reg)
    return;
  for (guint i = 0; i < options->len; i++)
    {
      const DeskFilterOption *option = g_ptr_array_index (options, i);

      g_hash_table_replace (self->titles, g_strdup (option->key), g_strdup (option->title));
    }
  if (self->values != NULL)
    desk_filter_values_show (self->values, options, self->keys);
  show_chosen (self);
}

static void
read_options (DeskFilterPill *self)
{
  if (self->reg != NULL)
    desk_filter_options_read_async (self->kind, self->filter, self->reg, self->cancellable, on_options_read, g_object_ref (self));
}

/* Whether people would read the key of something that they chose elsewhere. */
static gboolean
lacks_title (DeskFilterPill *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);
      g_autofree char *title = desk_filter_option_dup_title (self->kind, self->filter, key);

      if (title == NULL && !g_hash_table_contains (self->titles, key))
        return TRUE;
    }
  return FALSE;
}

void
desk_filter_pill_choose (DeskFilterPill     *self,
                         OcopOperator        op,
                         const char * const *keys)
{
  self->op = op;
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_ptr_array_add (self->keys, g_strdup (keys[i]));
  if (lacks_title (self))
    read_options (self);
  show_chosen (self);
}

void
desk_filter_pill_apply (DeskFilterPill *self,
                        OcopQuery      *query)
{
  desk_filter_options_apply (self->filter, self->op, self->keys, query);
}

static void
on_value_toggled (DeskFilterPill *self,
                  const char     *key,
                  gboolean        chosen)
{
  guint index;
  gboolean was_chosen = g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index);

  if (chosen && !was_chosen)
    g_ptr_array_add (self->keys, g_strdup (key));
  else if (!chosen && was_chosen)
    g_ptr_array_remove_index (self->keys, index);
  self->op = desk_filter_get_operator (self->filter);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_clear_clicked (DeskFilterPill *self)
{
  desk_filter_pill_choose (self, OCOP_OPERATOR_IS, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_filter_pill_set_register (DeskFilterPill *self,
                               OcopRegister   *reg)
{
  if (!g_set_object (&self->reg, reg))
    return;
  g_hash_table_remove_all (self->titles);
  desk_filter_pill_choose (self, OCOP_OPERATOR_IS, NULL);
}

void
desk_filter_pill_open (DeskFilterPill *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

/* Made when it is first opened: most filters never are. */
static void
make_popover (GtkMenuButton *button,
              gpointer       pill)
{
  DeskFilterPill *self = pill;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  self->values = DESK_FILTER_VALUES (desk_filter_values_new (_(self->filter->title)));
  g_signal_connect_swapped (self->values, "toggled", G_CALLBACK (on_value_toggled), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->values));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (read_options), self);
  gtk_menu_button_set_popover (button, popover);
}

static void
build (DeskFilterPill *self)
{
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  self->clear_button = gtk_button_new_from_icon_name ("desk-close-symbolic");
  g_object_set (self->label, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 34, NULL);
  g_object_set (self->button, "child", self->label, "always-show-arrow", TRUE, "has-frame", FALSE, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  g_object_set (self->clear_button, "has-frame", FALSE, "tooltip-text", _("Remove this filter"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this filter"), -1);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->clear_button, GTK_WIDGET (self));
  show_chosen (self);
}

GtkWidget *
desk_filter_pill_new (const OcopKind       *kind,
                      const DeskListFilter *filter)
{
  DeskFilterPill *self = g_object_new (DESK_TYPE_FILTER_PILL, NULL);

  self->kind = kind;
  self->filter = filter;
  return GTK_WIDGET (self);
}

/* Most filters of a list are never shown. */
static void
desk_filter_pill_show (GtkWidget *widget)
{
  DeskFilterPill *self = DESK_FILTER_PILL (widget);

  if (self->button == NULL)
    build (self);
  GTK_WIDGET_CLASS (desk_filter_pill_parent_class)->show (widget);
}

static void
desk_filter_pill_dispose (GObject *object)
{
  DeskFilterPill *self = DESK_FILTER_PILL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->clear_button, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_filter_pill_parent_class)->dispose (object);
}

static void
desk_filter_pill_finalize (GObject *object)
{
  DeskFilterPill *self = DESK_FILTER_PILL (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->titles);
  G_OBJECT_CLASS (desk_filter_pill_parent_class)->finalize (object);
}

static void
desk_filter_pill_class_init (DeskFilterPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_filter_pill_dispose;
  object_class->finalize = desk_filter_pill_finalize;
  GTK_WIDGET_CLASS (klass)->show = desk_filter_pill_show;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterpill");
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_filter_pill_init (DeskFilterPill *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->cancellable = g_cancellable_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
