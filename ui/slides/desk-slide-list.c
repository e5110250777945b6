/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slide-list.h"

#include <glib/gi18n.h>

#include "slides/desk-slide-row.h"

struct _DeskSlideList
{
  GtkWidget parent_instance;

  GtkListView *view;            /* borrowed */
  GtkSingleSelection *selection;
  DeskSlidesDraft *draft;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (DeskSlideList, desk_slide_list, GTK_TYPE_WIDGET)

guint
desk_slide_list_get_chosen (DeskSlideList *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

DeskSlideItem *
desk_slide_list_get_item (DeskSlideList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
desk_slide_list_choose (DeskSlideList *self,
                        guint          place)
{
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", place);
}

void
desk_slide_list_move (DeskSlideList *self,
                      int            step)
{
  guint from = desk_slide_list_get_chosen (self);

  if ((int) from + step >= 0 && desk_slides_draft_move (self->draft, from, (guint) ((int) from + step)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", desk_slide_list_get_chosen (self));
}

void
desk_slide_list_remove (DeskSlideList *self)
{
  guint place = desk_slide_list_get_chosen (self);

  if (!desk_slides_draft_remove (self->draft, place))
    return;
  desk_slide_list_choose (self, MIN (place, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
run_move (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  desk_slide_list_move (DESK_SLIDE_LIST (widget), g_variant_get_int32 (parameter));
}

static void
run_remove (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  desk_slide_list_remove (DESK_SLIDE_LIST (widget));
}

/* --- rows --- */

static void
on_dropped (DeskSlideList *self,
            guint          from,
            DeskSlideRow  *row)
{
  guint to = MAX (desk_slide_row_get_place (row), 1);

  /* The row is of another slide, or elsewhere, once it is moved. */
  if (desk_slides_draft_move (self->draft, from, to))
    desk_slide_list_choose (self, to);
}

static void
on_setup (DeskSlideList *self,
          GtkListItem   *list_item)
{
  GtkWidget *row = desk_slide_row_new ();

  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
show_item (DeskSlideList *self,
           GtkListItem   *list_item)
{
  desk_slide_row_set_item (DESK_SLIDE_ROW (gtk_list_item_get_child (list_item)), self->draft, gtk_list_item_get_item (list_item),
                           gtk_list_item_get_position (list_item));
}

/* A slide keeps its row when those before it are others. */
static void
on_position (GtkListItem   *list_item,
             GParamSpec    *pspec,
             DeskSlideList *self)
{
  if (gtk_list_item_get_item (list_item) != NULL)
    show_item (self, list_item);
}

static void
on_bind (DeskSlideList *self,
         GtkListItem   *list_item)
{
  show_item (self, list_item);
  g_signal_connect_object (list_item, "notify::position", G_CALLBACK (on_position), self, 0);
}

static void
on_unbind (DeskSlideList *self,
           GtkListItem   *list_item)
{
  g_signal_handlers_disconnect_by_func (list_item, on_position, self);
  desk_slide_row_set_item (DESK_SLIDE_ROW (gtk_list_item_get_child (list_item)), self->draft, NULL, 0);
}

static void
on_selected (DeskSlideList *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* --- building --- */

/* Returns: (nullable): of the slide that is chosen, unless it is far out of sight */
static GtkWidget *
find_chosen_row (DeskSlideList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (row != NULL && desk_slide_row_get_place (DESK_SLIDE_ROW (gtk_widget_get_first_child (row))) != desk_slide_list_get_chosen (self))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The row, or the first arrow would go no further than to it. */
static gboolean
desk_slide_list_grab_focus (GtkWidget *widget)
{
  DeskSlideList *self = DESK_SLIDE_LIST (widget);
  GtkWidget *row = find_chosen_row (self);

  return gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->view));
}

/* Tab goes to the slide that is chosen, and on to what is beside the list: the arrows go from slide to slide. */
static gboolean
desk_slide_list_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (desk_slide_list_parent_class)->focus (widget, direction);
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 && gtk_widget_grab_focus (widget);
}

static void
desk_slide_list_dispose (GObject *object)
{
  DeskSlideList *self = DESK_SLIDE_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (desk_slide_list_parent_class)->dispose (object);
}

static void
desk_slide_list_class_init (DeskSlideListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_slide_list_dispose;
  widget_class->grab_focus = desk_slide_list_grab_focus;
  widget_class->focus = desk_slide_list_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", DESK_TYPE_SLIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "slide.move", "i", run_move);
  gtk_widget_class_install_action (widget_class, "slide.remove", NULL, run_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "slide.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "slide.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "slide.remove", NULL);
}

static void
desk_slide_list_init (DeskSlideList *self)
{
}

static GtkListItemFactory *
create_factory (DeskSlideList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

GtkWidget *
desk_slide_list_new (DeskSlidesDraft *draft)
{
  DeskSlideList *self = g_object_new (DESK_TYPE_SLIDE_LIST, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->draft = g_object_ref (draft);
  self->selection = gtk_single_selection_new (g_object_ref (desk_slides_draft_get_items (draft)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), create_factory (self)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-slide-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Slides"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
