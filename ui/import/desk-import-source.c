/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-source.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-accessible-name.h"

struct _DeskImportSource
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkDropDown *kind_dropdown;
  GtkWidget *sheet_box;
  GtkDropDown *sheet_dropdown;
  GtkLabel *file_label;
  GtkLabel *size_label;
  GtkWidget *other_button;
  GtkRevealer *encoding_revealer;
  GtkLabel *encoding_label;
  GtkButton *encoding_button;

  /* Owned references */
  DeskImportJob *job;
};

G_DEFINE_FINAL_TYPE (DeskImportSource, desk_import_source, GTK_TYPE_WIDGET)

static void
on_kind_selected (DeskImportSource *self)
{
  desk_import_job_set_kind (self->job, gtk_drop_down_get_selected (self->kind_dropdown));
}

static void
on_sheet_selected (DeskImportSource *self)
{
  desk_import_job_set_sheet (self->job, gtk_drop_down_get_selected (self->sheet_dropdown));
}

static void
show_kind (DeskImportSource *self)
{
  g_signal_handlers_block_by_func (self->kind_dropdown, on_kind_selected, self);
  gtk_drop_down_set_selected (self->kind_dropdown, desk_import_job_get_kind (self->job));
  g_signal_handlers_unblock_by_func (self->kind_dropdown, on_kind_selected, self);
}

static void
show_sheets (DeskImportSource *self,
             DeskImportList   *list)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_sheets = ocop_workbook_get_n_sheets (list->workbook);

  for (guint i = 0; i < n_sheets; i++)
    gtk_string_list_append (names, ocop_sheet_get_name (ocop_workbook_get_sheet (list->workbook, i)));
  g_signal_handlers_block_by_func (self->sheet_dropdown, on_sheet_selected, self);
  gtk_drop_down_set_model (self->sheet_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet_dropdown, list->sheet_index);
  g_signal_handlers_unblock_by_func (self->sheet_dropdown, on_sheet_selected, self);
  gtk_widget_set_visible (self->sheet_box, n_sheets > 1);
}

static void
show_size (DeskImportSource *self,
           DeskImportList   *list)
{
  guint n_rows = desk_import_list_n_rows (list);
  g_autofree char *number = ocop_number_to_people (n_rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row in the list", "%s rows in the list", n_rows), number);

  gtk_label_set_label (self->size_label, text);
}

static void
show_encoding (DeskImportSource *self,
               DeskImportList   *list)
{
  gboolean recoded = list != NULL && desk_import_list_is_recoded (list);
  g_autofree char *text = NULL;
  g_autofree char *meant = NULL;

  gtk_revealer_set_reveal_child (self->encoding_revealer, list != NULL && list->encoding != OCOP_LEGACY_NONE);
  if (list == NULL || list->encoding == OCOP_LEGACY_NONE)
    return;
  meant = ocop_legacy_text_recode (list->encoding_sample, list->encoding);
  /* Translators: an encoding, a text as it stands in the file and as it is meant */
  text = g_strdup_printf (recoded ? _("The list is written for the old fonts of %s. It is read as Unicode: “%s” as “%s”. Look through the rows before you import them.")
                                  : _("The list is written for the old fonts of %s and is left as it is. Read as Unicode, “%s” would be “%s”."),
                          ocop_legacy_encoding_get_title (list->encoding), list->encoding_sample, meant);
  gtk_label_set_label (self->encoding_label, text);
  gtk_button_set_label (self->encoding_button, recoded ? _("_Leave It as It Is") : _("_Read It as Unicode"));
}

static void
on_list_changed (DeskImportSource *self)
{
  DeskImportList *list = desk_import_job_get_list (self->job);

  show_kind (self);
  gtk_widget_set_visible (self->other_button, list != NULL);
  show_encoding (self, list);
  if (list == NULL)
    return;
  gtk_label_set_label (self->file_label, list->name);
  show_sheets (self, list);
  show_size (self, list);
}

static void
recode (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  DeskImportSource *self = DESK_IMPORT_SOURCE (widget);
  DeskImportList *list = desk_import_job_get_list (self->job);

  if (list != NULL)
    desk_import_job_set_recodes (self->job, !desk_import_list_is_recoded (list));
}

void
desk_import_source_set_job (DeskImportSource *self,
                            DeskImportJob    *job)
{
  g_return_if_fail (self->job == NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "list-changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  show_kind (self);
}

void
desk_import_source_choose (DeskImportSource *self,
                           OcopImportKind    kind)
{
  desk_import_job_set_kind (self->job, kind);
  show_kind (self);
}

static void
desk_import_source_dispose (GObject *object)
{
  DeskImportSource *self = DESK_IMPORT_SOURCE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (desk_import_source_parent_class)->dispose (object);
}

static void
desk_import_source_class_init (DeskImportSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_source_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-source.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, kind_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, sheet_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, file_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, size_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, other_button);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, encoding_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, encoding_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSource, encoding_button);
  gtk_widget_class_install_action (widget_class, "import.recode", NULL, recode);
}

static void
desk_import_source_init (DeskImportSource *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->kind_dropdown), _("Kind of list"));
  desk_accessible_name_button (GTK_WIDGET (self->sheet_dropdown), _("Sheet"));
  for (OcopImportKind kind = 0; kind < OCOP_IMPORT_N_KINDS; kind++)
    gtk_string_list_append (titles, ocop_import_kind_title (kind));
  gtk_drop_down_set_model (self->kind_dropdown, G_LIST_MODEL (titles));
  g_signal_connect_swapped (self->kind_dropdown, "notify::selected", G_CALLBACK (on_kind_selected), self);
  g_signal_connect_swapped (self->sheet_dropdown, "notify::selected", G_CALLBACK (on_sheet_selected), self);
}
