/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-column-row.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

struct _DeskColumnRow
{
  GtkListBoxRow parent_instance;

  const OcopReportColumn *column;
  guint place;
  GtkWidget *check;
  GtkWidget *entry;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DeskColumnRow, desk_column_row, GTK_TYPE_LIST_BOX_ROW)

static void
say_changed (DeskColumnRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* To a place of the list, where there is one. Rows change places by sorting: taken out and put back, their buttons would lose their actions on GTK 4.8. */
static void
move_to (DeskColumnRow *self,
         int            to)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self)));
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
  int step = from < to ? 1 : -1;

  if (to < 0 || gtk_list_box_get_row_at_index (list, to) == NULL || from == to)
    return;
  for (int i = from; i != to; i += step)
    DESK_COLUMN_ROW (gtk_list_box_get_row_at_index (list, i + step))->place = (guint) i;
  self->place = (guint) to;
  gtk_list_box_invalidate_sort (list);
  say_changed (self);
}

static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  move_to (DESK_COLUMN_ROW (widget), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) + g_variant_get_int32 (parameter));
}

static void
on_check_toggled (DeskColumnRow *self)
{
  gtk_widget_set_sensitive (self->entry, desk_column_row_is_shown (self));
  say_changed (self);
}

/* --- by the mouse --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source,
                 double         x,
                 double         y,
                 DeskColumnRow *self)
{
  return gdk_content_provider_new_typed (DESK_TYPE_COLUMN_ROW, self);
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               DeskColumnRow *self)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         DeskColumnRow *self)
{
  DeskColumnRow *moved = g_value_get_object (value);

  if (moved == NULL || gtk_widget_get_parent (GTK_WIDGET (moved)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  move_to (moved, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
  return TRUE;
}

static GtkWidget *
create_handle (DeskColumnRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("desk-menu-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (DESK_TYPE_COLUMN_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_tooltip_text (handle, _("Drag the column to another place"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "desk-dim");
  g_object_set (handle, "width-request", 24, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Drag the column to another place"), -1);
  return handle;
}

/* --- building --- */

static GtkWidget *
create_button (const char *icon,
               const char *hint,
               int         step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "column.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", step);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  return button;
}

static void
desk_column_row_class_init (DeskColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", DESK_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "column.move", "i", move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "column.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "column.move", "i", 1);
}

static void
desk_column_row_init (DeskColumnRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->check = gtk_check_button_new ();
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->check, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 22);
  gtk_box_append (GTK_BOX (box), create_handle (self));
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), create_button ("desk-up-symbolic", _("Move up (Alt+↑)"), -1));
  gtk_box_append (GTK_BOX (box), create_button ("desk-down-symbolic", _("Move down (Alt+↓)"), 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-column-row");
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_check_toggled), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (say_changed), self);
}

GtkWidget *
desk_column_row_new (const OcopReportColumn *column,
                     guint                   place,
                     gboolean                shown,
                     const char             *heading)
{
  DeskColumnRow *self = g_object_new (DESK_TYPE_COLUMN_ROW, NULL);
  g_autofree char *title = column->group != NULL ? g_strdup_printf ("%s: %s", _(column->group), _(column->title))
                                                 : g_strdup (_(column->title));
  g_autofree char *name = g_strdup_printf (_("Own heading of “%s”"), title);

  self->column = column;
  self->place = place;
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->check), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), shown);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _(column->title));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), heading != NULL ? heading : "");
  /* Those that the records give have their own headings from there. */
  gtk_widget_set_visible (self->entry, column->width > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  on_check_toggled (self);
  return GTK_WIDGET (self);
}

int
desk_column_row_compare (GtkListBoxRow *a,
                         GtkListBoxRow *b,
                         gpointer       unused)
{
  return (int) DESK_COLUMN_ROW (a)->place - (int) DESK_COLUMN_ROW (b)->place;
}

const OcopReportColumn *
desk_column_row_get_column (DeskColumnRow *self)
{
  return self->column;
}

gboolean
desk_column_row_is_shown (DeskColumnRow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

char *
desk_column_row_dup_heading (DeskColumnRow *self)
{
  g_autofree char *heading = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return g_strcmp0 (heading, _(self->column->title)) != 0 ? g_steal_pointer (&heading) : NULL;
}
