/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-filter-pill.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"

/* Fewer values than this are seen at a glance. */
#define SEARCHED_FROM 10
/* So many chosen values are named in the pill; more are counted. */
#define NAMED_VALUES 2

struct _DeskFilterPill
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopKind *kind;
  const DeskListFilter *filter;
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *clear_button;
  GtkWidget *search_entry;
  GtkWidget *values_list;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  GPtrArray *keys;        /* chosen */
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

/* For choices and criteria sets the title is known; for what a key links to it comes with the values. */
static char *
dup_title (DeskFilterPill *self,
           const char     *key)
{
  const char *known = g_hash_table_lookup (self->titles, key);
  const OcopField *field = desk_path_find_field (self->kind, self->filter->path != NULL ? self->filter->path : key);
  g_auto (OcopValue) value = OCOP_VALUE_INIT;

  if (self->filter->path == NULL)
    return g_strdup (_(field->title));
  if (known != NULL && field->type != OCOP_FIELD_CHOICE && field->type != OCOP_FIELD_SET)
    return g_strdup (known);
  value = ocop_value_text (key);
  return field->type == OCOP_FIELD_CHOICE || field->type == OCOP_FIELD_SET ? desk_path_format (field, &value) : g_strdup (key);
}

static char *
dup_chosen_titles (DeskFilterPill *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

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
  g_autofree char *text = dup_label (self);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->clear_button, active);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

void
desk_filter_pill_choose (DeskFilterPill     *self,
                         const char * const *keys)
{
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_ptr_array_add (self->keys, g_strdup (keys[i]));
  show_chosen (self);
}

void
desk_filter_pill_apply (DeskFilterPill *self,
                        OcopQuery      *query)
{
  g_autofree const char **values = g_new0 (const char *, self->keys->len + 1);

  if (!desk_filter_pill_is_active (self))
    return;
  for (guint i = 0; i < self->keys->len; i++)
    {
      values[i] = g_ptr_array_index (self->keys, i);
      if (self->filter->path == NULL)
        ocop_query_where (query, values[i], OCOP_OPERATOR_UNKNOWN, NULL);
    }
  if (self->filter->path != NULL)
    ocop_query_wherev (query, self->filter->path, OCOP_OPERATOR_IS, values);
}

static void
on_value_toggled (DeskFilterPill *self,
                  GtkCheckButton *check)
{
  const char *key = g_object_get_data (G_OBJECT (check), "desk-key");
  guint index;
  gboolean chosen = g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index);

  if (gtk_check_button_get_active (check) && !chosen)
    g_ptr_array_add (self->keys, g_strdup (key));
  else if (!gtk_check_button_get_active (check) && chosen)
    g_ptr_array_remove_index (self->keys, index);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_row_activated (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
on_clear_clicked (DeskFilterPill *self)
{
  desk_filter_pill_choose (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @count: negative where it is not known */
static void
add_value (DeskFilterPill *self,
           const char     *key,
           gint64          count)
{
  g_autofree char *title = dup_title (self, key);
  g_autofree char *number = count >= 0 ? ocop_number_to_people (count) : g_strdup ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  GtkWidget *number_label = gtk_label_new (number);

  /* The row takes the focus, so that arrows go from value to value. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL));
  g_object_set_data_full (G_OBJECT (check), "desk-key", g_strdup (key), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_value_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (number_label, "desk-dim");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), number_label);
  g_object_set_data_full (G_OBJECT (box), "desk-folded", ocop_text_fold (title), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->values_list), box);
}

static void
remove_values (DeskFilterPill *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->values_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->values_list), row);
}

static gpointer
read_values (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_reader_groups (reader, data, error);
}

static char *
value_to_key (const OcopValue *value)
{
  return value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text);
}

static void
show_values (DeskFilterPill *self,
             OcopRows       *rows)
{
  guint n = ocop_rows_get_n_rows (rows);

  remove_values (self);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = value_to_key (ocop_rows_get (rows, i, 0));
      const char *title = ocop_rows_get_text (rows, i, 1);

      if (key == NULL)
        continue;
      if (title != NULL)
        g_hash_table_replace (self->titles, g_strdup (key), g_strdup (title));
      add_value (self, key, ocop_rows_get_integer (rows, i, 2));
    }
  gtk_widget_set_visible (self->search_entry, n >= SEARCHED_FROM);
  gtk_widget_child_focus (n >= SEARCHED_FROM ? self->search_entry : self->values_list, GTK_DIR_TAB_FORWARD);
  show_chosen (self);
}

static void
on_values_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DeskFilterPill) self = user_data;
  g_autoptr (OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (rows != NULL && OCOP_REGISTER (source) == self->reg)
    show_values (self, rows);
}

static void
load_values (DeskFilterPill *self)
{
  OcopQuery *query;

  if (self->reg == NULL || self->filter->path == NULL)
    return;
  query = ocop_query_new (self->kind->name);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, self->filter->path, NULL);
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_values, query,
                            (GDestroyNotify) ocop_query_free, (GDestroyNotify) ocop_rows_unref,
                            self->cancellable, on_values_read, g_object_ref (self));
}

static void
show_unknowns (DeskFilterPill *self)
{
  remove_values (self);
  for (guint i = 0; self->filter->unknowns[i] != NULL; i++)
    add_value (self, self->filter->unknowns[i], -1);
  gtk_widget_child_focus (self->values_list, GTK_DIR_TAB_FORWARD);
}

static void
on_opened (DeskFilterPill *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->filter->path == NULL)
    show_unknowns (self);
  else
    load_values (self);
}

void
desk_filter_pill_set_register (DeskFilterPill *self,
                               OcopRegister   *reg)
{
  if (!g_set_object (&self->reg, reg))
    return;
  g_hash_table_remove_all (self->titles);
  desk_filter_pill_choose (self, NULL);
}

void
desk_filter_pill_open (DeskFilterPill *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

static gboolean
is_value_found (GtkListBoxRow *row,
                gpointer       data)
{
  DeskFilterPill *self = data;
  g_autofree char *sought = ocop_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  const char *folded = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "desk-folded");

  return strstr (folded, sought) != NULL;
}

/* Of itself a list takes Enter alone. */
static void
add_space_key (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_signal_action_new ("activate-cursor-row")));
  gtk_widget_add_controller (list, controller);
}

/* Made when it is first opened: most filters never are. */
static void
make_popover (GtkMenuButton *button,
              gpointer       pill)
{
  DeskFilterPill *self = pill;
  GtkWidget *popover, *box, *scrolled;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  scrolled = gtk_scrolled_window_new ();
  self->search_entry = gtk_search_entry_new ();
  self->values_list = gtk_list_box_new ();
  gtk_widget_set_visible (self->search_entry, FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->values_list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->values_list), is_value_found, self, NULL);
  gtk_widget_add_css_class (self->values_list, "desk-values");
  add_space_key (self->values_list);
  g_signal_connect (self->values_list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->values_list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->values_list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->filter->title), -1);

  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 360, "child", self->values_list, NULL);
  gtk_box_append (GTK_BOX (box), self->search_entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_opened), self);
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
  build (self);
  return GTK_WIDGET (self);
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
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterpill");
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_filter_pill_init (DeskFilterPill *self)
{
  self->cancellable = g_cancellable_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
