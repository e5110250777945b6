/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"

#include <string.h>

#include "base/ocop-text.h"
#include "desk-accessible-name.h"
#include "desk-focus-back.h"

struct _DeskChoice
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkListView *list_view;

  /* Owned references */
  GtkStringList *titles;
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  char **keys; /* of the titles, in their order */

  guint chosen;
  char *caption; /* NULL: the text that is chosen says it */
  char *wanted; /* folded words that are searched for */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskChoice, desk_choice, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const char *
get_title (DeskChoice *self)
{
  return gtk_string_list_get_string (self->titles, self->chosen);
}

const char *
desk_choice_get_key (DeskChoice *self)
{
  return self->chosen > 0 ? self->keys[self->chosen] : NULL;
}

/* GTK makes the label anew with each text, and puts it in the middle of a wide button; that of a drop-down is at the start. */
static void
align_label (GtkMenuButton *button)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (button));
  GtkWidget *content = GTK_IS_BUTTON (toggle) ? gtk_button_get_child (GTK_BUTTON (toggle)) : NULL;
  GtkWidget *label = content != NULL ? gtk_widget_get_first_child (content) : NULL;

  if (GTK_IS_LABEL (label))
    gtk_widget_set_halign (label, GTK_ALIGN_START);
}

static void
show_chosen (DeskChoice *self)
{
  g_autofree char *label = self->caption != NULL ? g_strdup_printf ("%s: %s", self->caption, get_title (self)) : NULL;

  gtk_menu_button_set_label (self->button, get_title (self));
  align_label (self->button);
  desk_accessible_name_button (GTK_WIDGET (self->button), label);
}

static void
choose (DeskChoice *self,
        guint       index)
{
  self->chosen = index;
  show_chosen (self);
}

void
desk_choice_set_caption (DeskChoice *self,
                         const char *caption)
{
  g_free (self->caption);
  self->caption = g_strdup (caption);
  show_chosen (self);
}

void
desk_choice_set_key (DeskChoice *self,
                     const char *key)
{
  guint chosen = 0;

  for (guint i = 1; key != NULL && self->keys[i] != NULL; i++)
    if (g_str_equal (self->keys[i], key))
      chosen = i;
  choose (self, chosen);
}

void
desk_choice_set_items (DeskChoice         *self,
                       const char * const *keys,
                       const char * const *titles)
{
  g_autofree char *key = g_strdup (desk_choice_get_key (self));

  g_strfreev (self->keys);
  self->keys = g_strdupv ((char **) keys);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), titles);
  desk_choice_set_key (self, key);
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  DeskChoice *self = data;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  folded = ocop_text_fold (gtk_string_object_get_string (item));
  return strstr (folded, self->wanted) != NULL;
}

static void
on_search_changed (DeskChoice *self)
{
  g_free (self->wanted);
  self->wanted = ocop_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Different units may bear the same name: what counts is the item itself. */
static guint
index_of (DeskChoice *self,
          gpointer    item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) other = g_list_model_get_item (G_LIST_MODEL (self->titles), i);

      if (other == item)
        return i;
    }
  return 0;
}

static void
on_activate (DeskChoice *self,
             guint       position)
{
  g_autoptr(GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item == NULL)
    return;
  choose (self, index_of (self, item));
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_search_activate (DeskChoice *self)
{
  on_search_changed (self);
  on_activate (self, 0);
}

static void
on_popover_map (DeskChoice *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
desk_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_CHOICE (widget)->button));
}

static void
desk_choice_dispose (GObject *object)
{
  DeskChoice *self = DESK_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->titles);
  G_OBJECT_CLASS (desk_choice_parent_class)->dispose (object);
}

static void
desk_choice_finalize (GObject *object)
{
  DeskChoice *self = DESK_CHOICE (object);

  g_strfreev (self->keys);
  g_free (self->caption);
  g_free (self->wanted);
  G_OBJECT_CLASS (desk_choice_parent_class)->finalize (object);
}

static void
desk_choice_class_init (DeskChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_choice_dispose;
  object_class->finalize = desk_choice_finalize;
  widget_class->grab_focus = desk_choice_grab_focus;
  desk_focus_back_install (widget_class);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, button);
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, popover);
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_map);
}

static void
desk_choice_init (DeskChoice *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->titles = gtk_string_list_new (NULL);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->titles)), GTK_FILTER (g_object_ref (self->filter)));
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}
