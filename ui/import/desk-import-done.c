/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-done.h"

#include <glib/gi18n.h>

#include "desk-focus-back.h"

struct _DeskImportDone
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *lines_label;
  GtkWidget *repairs_box;
  GtkLabel *repairs_label;
  GtkWidget *repairs_button;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (DeskImportDone, desk_import_done, GTK_TYPE_WIDGET)

void
desk_import_done_show_repairs (DeskImportDone *self,
                               GFile          *file)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_("The rows to repair are in %s. Repair them there, then import that file."), name)
                                       : g_strdup (_("The wrong and doubtful rows can be saved with their reasons, repaired in the spreadsheet and imported again."));

  gtk_label_set_label (self->repairs_label, text);
  gtk_widget_set_visible (self->repairs_button, file == NULL);
}

void
desk_import_done_show (DeskImportDone         *self,
                       const DeskImportDryRun *dry_run)
{
  g_autofree char *title = desk_import_dry_run_say_taken (dry_run);
  g_autofree char *lines = desk_import_dry_run_to_words (dry_run, "\n");

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_label), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (self->lines_label, lines);
  gtk_widget_set_visible (self->repairs_box, desk_import_dry_run_n_to_repair (dry_run) > 0);
}

static gboolean
desk_import_done_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_IMPORT_DONE (widget)->close_button);
}

static void
desk_import_done_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_import_done_parent_class)->dispose (object);
}

static void
desk_import_done_class_init (DeskImportDoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_done_dispose;
  widget_class->grab_focus = desk_import_done_grab_focus;
  desk_focus_back_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-done.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, lines_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, repairs_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, repairs_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, repairs_button);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDone, close_button);
}

static void
desk_import_done_init (DeskImportDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
