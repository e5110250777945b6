/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-columns-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "desk-choice.h"
#include "form/desk-notice.h"
#include "print/desk-column-row.h"
#include "print/desk-columns-head.h"
#include "report/ocop-report-layout.h"

/* Before the name of kept columns, which may be any text. */
#define KEPT "="

struct _DeskColumnsDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkWidget *notice_box;
  DeskChoice *kept_choice;
  GtkEditable *name_entry;
  GtkWidget *keep_button;
  GtkWidget *forget_button;
  GtkListBox *list_box;
  DeskColumnsHead *head;
  GtkWidget *save_button;

  DeskNotice *notice;
  DeskWindow *window;
  const OcopReport *report;
  OcopRecord *office;       /* (nullable): until it is read: what it keeps */
  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (DeskColumnsDialog, desk_columns_dialog, GTK_TYPE_WINDOW)

static guint saved_signal;

/* --- the list --- */

static DeskColumnRow *
get_row (DeskColumnsDialog *self,
         int                place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, place);

  return row != NULL ? DESK_COLUMN_ROW (row) : NULL;
}

static OcopPaperLayout *
make_layout (DeskColumnsDialog *self)
{
  OcopPaperLayout *layout = ocop_paper_layout_new ();
  DeskColumnRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      g_autofree char *heading = desk_column_row_dup_heading (row);

      if (desk_column_row_is_shown (row))
        ocop_paper_layout_add (layout, desk_column_row_get_column (row)->name, heading);
    }
  return layout;
}

static char *
dup_name (DeskColumnsDialog *self)
{
  return ocop_text_tidy (gtk_editable_get_text (self->name_entry));
}

static gboolean
is_kept (DeskColumnsDialog *self,
         const char        *name)
{
  g_auto(GStrv) names = self->office != NULL ? ocop_report_layout_names (self->office, self->report) : NULL;

  return name != NULL && names != NULL && g_strv_contains ((const char * const *) names, name);
}

/* What the list says, and what can be done with it. */
static void
update (DeskColumnsDialog *self)
{
  gboolean writable = self->office != NULL && !self->is_writing && !ocop_register_is_look_only (desk_window_get_register (self->window));
  g_autofree char *name = dup_name (self);
  DeskColumnRow *row;
  gboolean any = FALSE;

  desk_columns_head_clear (self->head);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      g_autofree char *heading = desk_column_row_dup_heading (row);

      if (!desk_column_row_is_shown (row))
        continue;
      desk_columns_head_add (self->head, desk_column_row_get_column (row), heading);
      any = TRUE;
    }
  gtk_widget_set_sensitive (self->save_button, writable && any);
  gtk_widget_set_sensitive (self->keep_button, writable && any && name != NULL);
  gtk_widget_set_sensitive (self->forget_button, writable && is_kept (self, name));
  if (self->office != NULL && !any)
    desk_notice_show (self->notice, _("A report needs at least one column."));
  else
    desk_notice_hide (self->notice);
}

static const OcopReportColumn *
find_column (const OcopReport *report,
             const char       *name)
{
  for (const OcopReportColumn *column = report->columns; column->name != NULL; column++)
    if (g_str_equal (column->name, name))
      return column;
  return NULL;
}

static void
add_row (DeskColumnsDialog      *self,
         const OcopReportColumn *column,
         guint                   place,
         gboolean                shown,
         const char             *heading)
{
  GtkWidget *row = desk_column_row_new (column, place, shown, heading);

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

/* Those that are shown, in their order; then the hidden ones. @layout: (nullable): the usual ones */
static void
show_layout (DeskColumnsDialog     *self,
             const OcopPaperLayout *layout)
{
  g_autoptr(GHashTable) shown = g_hash_table_new (NULL, NULL);
  DeskColumnRow *row;
  guint place = 0;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; layout != NULL && i < layout->columns->len; i++)
    {
      const OcopPaperLayoutColumn *wanted = layout->columns->pdata[i];
      const OcopReportColumn *column = find_column (self->report, wanted->name);

      if (column != NULL && g_hash_table_add (shown, (gpointer) column))
        add_row (self, column, place++, TRUE, wanted->title);
    }
  for (const OcopReportColumn *column = self->report->columns; column->name != NULL; column++)
    if (!g_hash_table_contains (shown, column))
      add_row (self, column, place++, layout == NULL, NULL);
  update (self);
}

static void
on_reset (DeskColumnsDialog *self)
{
  show_layout (self, NULL);
}

/* Whether @layout says what the report does by itself. */
static gboolean
is_usual (const OcopReport      *report,
          const OcopPaperLayout *layout)
{
  guint i = 0;

  for (; report->columns[i].name != NULL; i++)
    {
      const OcopPaperLayoutColumn *column = i < layout->columns->len ? layout->columns->pdata[i] : NULL;

      if (column == NULL || column->title != NULL || !g_str_equal (column->name, report->columns[i].name))
        return FALSE;
    }
  return i == layout->columns->len;
}

/* --- what is kept --- */

static void
offer_kept (DeskColumnsDialog *self)
{
  g_auto(GStrv) names = ocop_report_layout_names (self->office, self->report);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (keys, g_strdup (""));
  g_ptr_array_add (titles, (gpointer) _("Columns in use"));
  for (char **name = names; *name != NULL; name++)
    {
      g_ptr_array_add (keys, g_strconcat (KEPT, *name, NULL));
      g_ptr_array_add (titles, *name);
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (titles, NULL);
  desk_choice_set_items (self->kept_choice, (const char * const *) keys->pdata, (const char * const *) titles->pdata);
  desk_choice_set_caption (self->kept_choice, _("Columns to begin with"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->kept_choice), *names != NULL);
}

/* @name: (nullable): those in use */
static void
begin_with (DeskColumnsDialog *self,
            const char        *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopPaperLayout) layout = NULL;

  if (name != NULL)
    layout = ocop_report_layout_find (self->office, self->report, name, &error);
  else
    ocop_report_layout_read (self->office, self->report, &layout, &error);
  gtk_editable_set_text (self->name_entry, name != NULL ? name : "");
  show_layout (self, layout);
  if (error != NULL)
    desk_notice_show (self->notice, error->message);
}

static void
on_kept_chosen (DeskColumnsDialog *self)
{
  const char *key = desk_choice_get_key (self->kept_choice);

  if (self->office != NULL)
    begin_with (self, key != NULL ? key + strlen (KEPT) : NULL);
}

static void
on_office_read (GObject      *reg,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(DeskColumnsDialog) self = data;
  g_autoptr(GError) error = NULL;
  OcopRecord *office = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  gboolean is_first = self->office == NULL;

  if (self->window == NULL || office == NULL)
    {
      g_clear_pointer (&office, ocop_record_free);
      if (self->window != NULL)
        desk_notice_show (self->notice, error->message);
      return;
    }
  g_clear_pointer (&self->office, ocop_record_free);
  self->office = office;
  offer_kept (self);
  if (is_first)
    begin_with (self, NULL);
  else
    update (self);
}

static void
read_again (DeskColumnsDialog *self)
{
  ocop_register_read_office_async (desk_window_get_register (self->window), on_office_read, g_object_ref (self));
}

/* --- writing --- */

/* What the threads of the register need. @name: (nullable): the report's own; @layout: (nullable): the usual ones, or of
 * those with a name none any more */
typedef struct
{
  const OcopReport *report;
  char *name;
  OcopPaperLayout *layout;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->name);
  g_clear_pointer (&wish->layout, ocop_paper_layout_free);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_report_layout_keep (reader, wish->report, wish->name, wish->layout, error);
}

/* @name, @layout: (transfer full) */
static void
write_layout (DeskColumnsDialog   *self,
              char                *name,
              OcopPaperLayout     *layout,
              GAsyncReadyCallback  callback)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish) { self->report, name, layout };
  self->is_writing = TRUE;
  update (self);
  ocop_register_make_async (desk_window_get_register (self->window), OCOP_LANE_WINDOW, make_change, wish, wish_free, callback,
                            g_object_ref (self));
}

/* Whether it was written; else why it was not is said. */
static gboolean
finish (DeskColumnsDialog *self,
        GObject           *reg,
        GAsyncResult      *result)
{
  g_autoptr(GError) error = NULL;
  gboolean made = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (self->window == NULL)
    return FALSE;
  self->is_writing = FALSE;
  update (self);
  if (!made)
    desk_notice_show (self->notice, error->message);
  return made;
}

static void
on_saved (GObject      *reg,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskColumnsDialog) self = data;

  if (!finish (self, reg, result))
    return;
  desk_window_toast (self->window, _("Columns of the report saved"));
  g_signal_emit (self, saved_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save (DeskColumnsDialog *self)
{
  OcopPaperLayout *layout = make_layout (self);

  if (is_usual (self->report, layout))
    g_clear_pointer (&layout, ocop_paper_layout_free);
  write_layout (self, NULL, layout, on_saved);
}

static void
on_kept (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskColumnsDialog) self = data;

  if (finish (self, reg, result))
    read_again (self);
}

static void
on_keep (DeskColumnsDialog *self)
{
  char *name = dup_name (self);

  /* Enter in the name comes here too. */
  if (gtk_widget_get_sensitive (self->keep_button))
    write_layout (self, name, make_layout (self), on_kept);
  else
    g_free (name);
}

static void
on_forget (DeskColumnsDialog *self)
{
  write_layout (self, dup_name (self), NULL, on_kept);
}

/* --- building --- */

static void
desk_columns_dialog_dispose (GObject *object)
{
  DeskColumnsDialog *self = DESK_COLUMNS_DIALOG (object);

  g_clear_object (&self->window);
  g_clear_pointer (&self->office, ocop_record_free);
  G_OBJECT_CLASS (desk_columns_dialog_parent_class)->dispose (object);
}

static void
desk_columns_dialog_class_init (DeskColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_columns_dialog_dispose;
  saved_signal = g_signal_new ("saved", DESK_TYPE_COLUMNS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_COLUMNS_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/print/desk-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, kept_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, head);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_kept_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_forget);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_columns_dialog_init (DeskColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list_box, desk_column_row_compare, NULL, NULL);
  self->notice = DESK_NOTICE (desk_notice_new ());
  gtk_box_append (GTK_BOX (self->notice_box), GTK_WIDGET (self->notice));
}

GtkWidget *
desk_columns_dialog_new (GtkWindow        *parent,
                         DeskWindow       *window,
                         const OcopReport *report)
{
  DeskColumnsDialog *self = g_object_new (DESK_TYPE_COLUMNS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = g_strdup_printf (_("Columns of “%s”"), _(report->title));

  self->window = g_object_ref (window);
  self->report = report;
  gtk_window_set_title (GTK_WINDOW (self), title);
  update (self);
  read_again (self);
  return GTK_WIDGET (self);
}
