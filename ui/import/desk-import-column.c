/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-column.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"

struct _DeskImportColumn
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *heading_label;
  GtkLabel *sample_label;
  GtkDropDown *field_dropdown;

  guint column;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskImportColumn, desk_import_column, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

guint
desk_import_column_get_index (DeskImportColumn *self)
{
  return self->column;
}

guint
desk_import_column_get_field (DeskImportColumn *self)
{
  return gtk_drop_down_get_selected (self->field_dropdown);
}

static void
show_whether_read (DeskImportColumn *self)
{
  if (desk_import_column_get_field (self) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->heading_label), "desk-dim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->heading_label), "desk-dim");
}

static void
on_field_selected (DeskImportColumn *self)
{
  show_whether_read (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
desk_import_column_set_field (DeskImportColumn *self,
                              guint             field)
{
  g_signal_handlers_block_by_func (self->field_dropdown, on_field_selected, self);
  gtk_drop_down_set_selected (self->field_dropdown, field);
  g_signal_handlers_unblock_by_func (self->field_dropdown, on_field_selected, self);
  show_whether_read (self);
}

static void
desk_import_column_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_import_column_parent_class)->dispose (object);
}

static void
desk_import_column_class_init (DeskImportColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_column_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_IMPORT_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-column.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumn, heading_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumn, sample_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumn, field_dropdown);
}

static void
desk_import_column_init (DeskImportColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->field_dropdown, "notify::selected", G_CALLBACK (on_field_selected), self);
}

static char *
make_heading (const OcopHeadingColumn *column)
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

  if (*column->text != '\0')
    return g_strdup (column->text);
  return g_strdup_printf (_("Column %s"), ocop_sheet_column_name (column->column, letters));
}

GtkWidget *
desk_import_column_new (DeskImportList          *list,
                        const OcopHeadingColumn *column,
                        GListModel              *fields)
{
  DeskImportColumn *self = g_object_new (DESK_TYPE_IMPORT_COLUMN, NULL);
  g_autofree char *heading = make_heading (column);
  g_autofree char *sample = desk_import_list_sample (list, column->column);
  g_autofree char *label = g_strdup_printf (_("The column “%s” holds"), heading);

  self->column = column->column;
  gtk_label_set_label (self->heading_label, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading_label), heading);
  gtk_label_set_label (self->sample_label, *sample != '\0' ? sample : _("empty"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sample_label), *sample != '\0' ? sample : NULL);
  desk_accessible_name_button (GTK_WIDGET (self->field_dropdown), label);

  g_signal_handlers_block_by_func (self->field_dropdown, on_field_selected, self);
  gtk_drop_down_set_model (self->field_dropdown, fields);
  g_signal_handlers_unblock_by_func (self->field_dropdown, on_field_selected, self);
  return GTK_WIDGET (self);
}
