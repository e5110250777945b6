/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-start-page.h"

#include "desk-settings.h"

struct _DeskStartPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (DeskStartPage, desk_start_page, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (const char *path)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_name = g_filename_display_name (name);
  g_autofree char *shown_folder = g_filename_display_name (folder);

  gtk_box_append (GTK_BOX (box), new_label (shown_name, NULL));
  gtk_box_append (GTK_BOX (box), new_label (shown_folder, "desk-subtitle"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shown_name, -1);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  return row;
}

static void
on_recent_activated (DeskStartPage *self,
                     GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", g_object_get_data (G_OBJECT (row), "path"));
}

static void
desk_start_page_map (GtkWidget *widget)
{
  DeskStartPage *self = DESK_START_PAGE (widget);
  g_auto(GStrv) recent = desk_settings_dup_recent ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; recent[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, new_row (recent[i]));
  gtk_widget_set_visible (self->recent_box, recent[0] != NULL);
  GTK_WIDGET_CLASS (desk_start_page_parent_class)->map (widget);
}

static void
desk_start_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_start_page_parent_class)->dispose (object);
}

static void
desk_start_page_class_init (DeskStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_start_page_dispose;
  widget_class->map = desk_start_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated);
}

static void
desk_start_page_init (DeskStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
