/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-choice-control.h"

#include <glib/gi18n.h>

#include "law/ocop-law.h"

/* What stands where nothing is chosen. */
#define NOTHING "—"

struct _DeskChoiceControl
{
  GtkWidget parent_instance;

  GtkWidget *drop_down;
  GPtrArray *keys;      /* of its items; the first, "", is unknown */
  gboolean is_boolean;  /* the keys stand for numbers */
  gboolean setting;
};

static void desk_choice_control_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskChoiceControl, desk_choice_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_choice_control_iface_init))

static void
on_selected (DeskChoiceControl *self)
{
  if (!self->setting)
    desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  DeskChoiceControl *self = DESK_CHOICE_CONTROL (control);
  const char *key = value->type == OCOP_VALUE_INTEGER ? (value->integer != 0 ? "1" : "0") : value->text;
  guint index = 0;

  if (key != NULL && !g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index))
    index = 0;
  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), index);
  self->setting = FALSE;
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  DeskChoiceControl *self = DESK_CHOICE_CONTROL (control);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const char *key = selected < self->keys->len ? g_ptr_array_index (self->keys, selected) : "";

  if (*key == '\0')
    *value = (OcopValue) OCOP_VALUE_INIT;
  else
    *value = self->is_boolean ? ocop_value_integer (*key == '1') : ocop_value_text (key);
  return TRUE;
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_CHOICE_CONTROL (control)->drop_down;
}

static void
desk_choice_control_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
}

static void
add_choice (DeskChoiceControl *self,
            GtkStringList     *titles,
            const char        *key,
            const char        *title)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_string_list_append (titles, title);
}

static void
fill_choices (DeskChoiceControl *self,
              const OcopField   *field,
              GtkStringList     *titles)
{
  const OcopLaw *law = ocop_law_get_default ();

  add_choice (self, titles, "", NOTHING);
  if (self->is_boolean)
    {
      add_choice (self, titles, "1", _("Yes"));
      add_choice (self, titles, "0", _("No"));
    }
  for (const OcopChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    add_choice (self, titles, choice->key, _(choice->title));
  for (guint i = 0; field->type == OCOP_FIELD_SET && i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (law, i);
      g_autofree char *title = g_strdup_printf ("%02u · %s", set->number, set->title);

      add_choice (self, titles, set->code, title);
    }
}

static void
on_setup_choice (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, "hexpand", TRUE, NULL);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_choice (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), g_str_equal (text, NOTHING) ? NULL : text);
}

/* Long titles would otherwise make the form as wide as the longest. */
static GtkListItemFactory *
make_short_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_choice), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_choice), NULL);
  return factory;
}

DeskFieldControl *
desk_choice_control_new (const OcopField *field)
{
  DeskChoiceControl *self = g_object_new (DESK_TYPE_CHOICE_CONTROL, NULL);
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) factory = make_short_factory ();
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->is_boolean = field->type == OCOP_FIELD_BOOLEAN;
  fill_choices (self, field, titles);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (titles), text);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), NULL);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), field->type == OCOP_FIELD_SET);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  return DESK_FIELD_CONTROL (self);
}

static void
desk_choice_control_dispose (GObject *object)
{
  DeskChoiceControl *self = DESK_CHOICE_CONTROL (object);

  /* A list that goes away reports that nothing is selected any more. */
  self->setting = TRUE;
  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_choice_control_parent_class)->dispose (object);
}

static void
desk_choice_control_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_CHOICE_CONTROL (object)->keys);
  G_OBJECT_CLASS (desk_choice_control_parent_class)->finalize (object);
}

static void
desk_choice_control_class_init (DeskChoiceControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_choice_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_choice_control_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_choice_control_init (DeskChoiceControl *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
}
