/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-columns-dialog.h"

#include <glib/gi18n.h>

#include "print/desk-column-row.h"
#include "report/ocop-report-layout.h"

struct _DeskColumnsDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkListBox *list_box;
  GtkWidget *warning_label;

  DeskWindow *window;
  const OcopReport *report;
};

G_DEFINE_FINAL_TYPE (DeskColumnsDialog, desk_columns_dialog, GTK_TYPE_WINDOW)

static guint saved_signal;

static const OcopReportColumn *
find_column (const OcopReport *report,
             const char       *name)
{
  for (const OcopReportColumn *column = report->columns; column->name != NULL; column++)
    if (g_str_equal (column->name, name))
      return column;
  return NULL;
}

static gboolean
has_column (const OcopPaperTable *table,
            const char           *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (ocop_paper_table_get_column (table, i)->name, name))
      return TRUE;
  return FALSE;
}

/* Those that are shown, in their order; then the hidden ones. */
static void
add_rows (DeskColumnsDialog    *self,
          const OcopPaperTable *table)
{
  guint place = 0;

  for (; place < table->columns->len; place++)
    {
      const OcopPaperColumn *shown = ocop_paper_table_get_column (table, place);
      const OcopReportColumn *column = find_column (self->report, shown->name);
      const char *own = g_str_equal (shown->title, _(column->title)) ? NULL : shown->title;

      gtk_list_box_append (self->list_box, desk_column_row_new (column, place, TRUE, own));
    }
  for (const OcopReportColumn *column = self->report->columns; column->name != NULL; column++)
    if (!has_column (table, column->name))
      gtk_list_box_append (self->list_box, desk_column_row_new (column, place++, FALSE, NULL));
}

static void
remove_rows (DeskColumnsDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static void
on_reset (DeskColumnsDialog *self)
{
  remove_rows (self);
  for (guint i = 0; self->report->columns[i].name != NULL; i++)
    gtk_list_box_append (self->list_box, desk_column_row_new (&self->report->columns[i], i, TRUE, NULL));
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

static OcopPaperLayout *
make_layout (DeskColumnsDialog *self)
{
  OcopPaperLayout *layout = ocop_paper_layout_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      g_autofree char *heading = desk_column_row_dup_heading (DESK_COLUMN_ROW (row));

      if (desk_column_row_is_shown (DESK_COLUMN_ROW (row)))
        ocop_paper_layout_add (layout, desk_column_row_get_column (DESK_COLUMN_ROW (row))->name, heading);
    }
  return layout;
}

/* What the threads of the register need; @layout is %NULL for the usual columns. */
typedef struct
{
  const OcopReport *report;
  OcopPaperLayout *layout;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

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

  return ocop_report_layout_change (reader, wish->report, wish->layout, error);
}

static void
finish (DeskColumnsDialog *self,
        const GError      *error)
{
  if (error != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      desk_window_show_error (self->window, error);
      return;
    }
  g_signal_emit (self, saved_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject      *reg,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskColumnsDialog) self = data;
  g_autoptr(GError) error = NULL;

  if (ocop_register_make_finish (OCOP_REGISTER (reg), result, &error))
    desk_window_toast (self->window, _("Columns of the report saved"));
  finish (self, error);
}

static void
on_save (DeskColumnsDialog *self)
{
  OcopPaperLayout *layout = make_layout (self);
  Wish *wish;

  gtk_widget_set_visible (self->warning_label, layout->columns->len == 0);
  if (layout->columns->len == 0)
    {
      ocop_paper_layout_free (layout);
      return;
    }
  if (is_usual (self->report, layout))
    g_clear_pointer (&layout, ocop_paper_layout_free);
  wish = g_new (Wish, 1);
  *wish = (Wish) { self->report, layout };
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  ocop_register_make_async (desk_window_get_register (self->window), OCOP_LANE_LONG, make_change, wish, wish_free,
                            on_saved, g_object_ref (self));
}

static void
desk_columns_dialog_dispose (GObject *object)
{
  g_clear_object (&DESK_COLUMNS_DIALOG (object)->window);
  G_OBJECT_CLASS (desk_columns_dialog_parent_class)->dispose (object);
}

static void
desk_columns_dialog_class_init (DeskColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_columns_dialog_dispose;
  saved_signal = g_signal_new ("saved", DESK_TYPE_COLUMNS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/print/desk-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, DeskColumnsDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_columns_dialog_init (DeskColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list_box, desk_column_row_compare, NULL, NULL);
}

GtkWidget *
desk_columns_dialog_new (GtkWindow            *parent,
                         DeskWindow           *window,
                         const OcopReport     *report,
                         const OcopPaperTable *table)
{
  DeskColumnsDialog *self = g_object_new (DESK_TYPE_COLUMNS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = g_strdup_printf (_("Columns of “%s”"), _(report->title));

  self->window = g_object_ref (window);
  self->report = report;
  gtk_window_set_title (GTK_WINDOW (self), title);
  add_rows (self, table);
  return GTK_WIDGET (self);
}
