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

G_DEFINE_FINAL_TYPE (DeskColumnRow, desk_column_row, GTK_TYPE_LIST_BOX_ROW)

/* Rows change places by sorting: taken out and put back, their buttons would lose their actions on GTK 4.8. */
static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskColumnRow *self = DESK_COLUMN_ROW (widget);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (widget));
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + g_variant_get_int32 (parameter);
  GtkListBoxRow *other = to >= 0 ? gtk_list_box_get_row_at_index (list, to) : NULL;
  guint place = self->place;

  if (other == NULL)
    return;
  self->place = DESK_COLUMN_ROW (other)->place;
  DESK_COLUMN_ROW (other)->place = place;
  gtk_list_box_invalidate_sort (list);
}

static void
on_check_toggled (DeskColumnRow *self)
{
  gtk_widget_set_sensitive (self->entry, desk_column_row_is_shown (self));
}

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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Own heading"), -1);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), create_button ("desk-up-symbolic", _("Move up (Alt+↑)"), -1));
  gtk_box_append (GTK_BOX (box), create_button ("desk-down-symbolic", _("Move down (Alt+↓)"), 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_check_toggled), self);
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

  self->column = column;
  self->place = place;
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->check), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), shown);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _(column->title));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), heading != NULL ? heading : "");
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
