/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "form/desk-field-editor.h"
#include "import/desk-import-column.h"

/* A list has a few dozen; what a damaged or empty sheet has beyond these, nobody looks through. */
#define MAX_COLUMNS 120

struct _DeskImportColumns
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *count_label;
  GtkListBox *column_list;
  GtkBox *parent_box;

  /* Owned references */
  DeskImportJob *job;
  OcopRecord *parent; /* (nullable): chosen at first */
  GPtrArray *columns; /* DeskImportColumn */
};

G_DEFINE_FINAL_TYPE (DeskImportColumns, desk_import_columns, GTK_TYPE_WIDGET)

/* 0 stands for a column that is not read. */
static guint
find_field (DeskImportColumns *self,
            guint              column)
{
  const OcopImportField *field = ocop_import_mapping_get_field (desk_import_job_get_list (self->job)->mapping, column);

  return field != NULL ? field - ocop_import_fields (desk_import_job_get_kind (self->job)) + 1 : 0;
}

static void
show_fields (DeskImportColumns *self)
{
  guint n_read = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DeskImportColumn *column = self->columns->pdata[i];
      guint field = find_field (self, desk_import_column_get_index (column));

      desk_import_column_set_field (column, field);
      n_read += field > 0;
    }
  text = g_strdup_printf (_("%u of %u are read"), n_read, self->columns->len);
  gtk_label_set_label (self->count_label, text);
}

/* A field is in one column only: another that held it loses it. */
static void
on_chosen (DeskImportColumn  *column,
           DeskImportColumns *self)
{
  const OcopImportField *fields = ocop_import_fields (desk_import_job_get_kind (self->job));
  guint field = desk_import_column_get_field (column);

  desk_import_job_set_field (self->job, desk_import_column_get_index (column), field > 0 ? fields[field - 1].name : NULL);
  show_fields (self);
}

static GListModel *
list_fields (OcopImportKind kind)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("— not read —"));
  for (const OcopImportField *field = ocop_import_fields (kind); field->name != NULL; field++)
    gtk_string_list_append (titles, _(field->title));
  return G_LIST_MODEL (titles);
}

static void
add_column (DeskImportColumns       *self,
            const OcopHeadingColumn *column,
            GListModel              *fields)
{
  GtkWidget *widget = desk_import_column_new (desk_import_job_get_list (self->job), column, fields);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->column_list, row);
  g_signal_connect (widget, "chosen", G_CALLBACK (on_chosen), self);
  g_ptr_array_add (self->columns, widget);
}

static void
clear (DeskImportColumns *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->columns, 0);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->parent_box)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->parent_box))) != NULL)
    gtk_box_remove (self->parent_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->parent_box), FALSE);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->column_list))) != NULL)
    gtk_list_box_remove (self->column_list, row);
}

static void
on_parent_changed (DeskFieldEditor   *editor,
                   DeskImportColumns *self)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (desk_field_editor_get_value (editor, &value, NULL))
    desk_import_job_set_parent (self->job, value.text);
}

/* Unless a column says it. */
static void
offer_parent (DeskImportColumns     *self,
              DeskFieldEditor       *editor,
              const OcopImportField *parent,
              const OcopField       *field)
{
  const OcopKind *kind = self->parent != NULL ? ocop_record_get_kind (self->parent) : NULL;
  OcopValue value;

  if (kind == NULL || !g_str_equal (kind->name, field->target)
      || ocop_import_mapping_get (desk_import_job_get_list (self->job)->mapping, parent->name) != OCOP_IMPORT_NO_COLUMN)
    return;
  value = ocop_value_text (ocop_record_get_id (self->parent));
  desk_field_editor_set_value (editor, &value, ocop_record_get_text (self->parent, kind->label));
  desk_import_job_set_parent (self->job, value.text);
  ocop_value_clear (&value);
}

/* Which course the people of a list came to is asked once, not in each row. */
static void
ask_parent (DeskImportColumns *self)
{
  OcopImportKind kind = desk_import_job_get_kind (self->job);
  const OcopImportField *parent = ocop_import_parent (kind);
  const OcopField *field = parent != NULL ? ocop_kind_find_field (ocop_import_kind_model (kind), strchr (parent->name, '.') + 1) : NULL;
  g_autofree char *title = field != NULL ? g_strdup_printf (_("%s, for every row"), _(field->title)) : NULL;
  DeskFieldEditor *editor;

  gtk_widget_set_visible (GTK_WIDGET (self->parent_box), field != NULL);
  if (field == NULL)
    return;
  editor = DESK_FIELD_EDITOR (desk_field_editor_new (field));
  desk_field_editor_set_title (editor, title);
  desk_field_editor_stack (editor);
  desk_field_editor_set_register (editor, desk_import_job_get_register (self->job));
  gtk_box_append (self->parent_box, GTK_WIDGET (editor));
  offer_parent (self, editor, parent, field);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_parent_changed), self, 0);
}

void
desk_import_columns_set_parent (DeskImportColumns *self,
                                const OcopRecord  *parent)
{
  g_clear_pointer (&self->parent, ocop_record_free);
  self->parent = parent != NULL ? ocop_record_copy (parent) : NULL;
}

static void
on_list_changed (DeskImportColumns *self)
{
  DeskImportList *list = desk_import_job_get_list (self->job);
  g_autoptr(GListModel) fields = NULL;

  clear (self);
  if (list == NULL)
    return;
  fields = list_fields (desk_import_job_get_kind (self->job));
  for (guint i = 0; i < list->heading->columns->len && self->columns->len < MAX_COLUMNS; i++)
    {
      const OcopHeadingColumn *column = &g_array_index (list->heading->columns, OcopHeadingColumn, i);

      if (!column->is_running_number)
        add_column (self, column, fields);
    }
  show_fields (self);
  ask_parent (self);
}

void
desk_import_columns_set_job (DeskImportColumns *self,
                             DeskImportJob     *job)
{
  g_return_if_fail (self->job == NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "list-changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
}

static void
desk_import_columns_dispose (GObject *object)
{
  DeskImportColumns *self = DESK_IMPORT_COLUMNS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->job);
  g_clear_pointer (&self->parent, ocop_record_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_import_columns_parent_class)->dispose (object);
}

static void
desk_import_columns_class_init (DeskImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_columns_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumns, count_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumns, column_list);
  gtk_widget_class_bind_template_child (widget_class, DeskImportColumns, parent_box);
}

static void
desk_import_columns_init (DeskImportColumns *self)
{
  self->columns = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
