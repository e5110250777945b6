/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-focus-back.h"

static gboolean
focus_part_before (GtkWidget *widget)
{
  GtkWidget *part = gtk_widget_get_focus_child (widget);

  if (part == NULL)
    part = gtk_widget_get_last_child (widget);
  for (; part != NULL; part = gtk_widget_get_prev_sibling (part))
    if (gtk_widget_get_child_visible (part) && gtk_widget_child_focus (part, GTK_DIR_TAB_BACKWARD))
      return TRUE;
  return FALSE;
}

static gboolean
focus (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_BACKWARD)
    return focus_part_before (widget);
  return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);
}

void
desk_focus_back_install (GtkWidgetClass *klass)
{
  klass->focus = focus;
}
