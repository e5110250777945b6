/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-print-preview.h"

#include <glib/gi18n.h>

#include "print/desk-page-view.h"

/* Pixels a point: at 96 a inch a point is 4/3 of a pixel. */
static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.2, 1.333, 1.6, 2, 2.667 };
#define FULL_SIZE (4.0 / 3.0)
#define FIRST_ZOOM 4

struct _DeskPrintPreview
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *pages_label;
  GtkLabel *zoom_label;
  GtkListView *list_view;

  DeskDocument *document;
  guint zoom; /* index */
};

G_DEFINE_FINAL_TYPE (DeskPrintPreview, desk_print_preview, GTK_TYPE_WINDOW)

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, desk_page_view_new ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         DeskPrintPreview   *self)
{
  desk_page_view_show (DESK_PAGE_VIEW (gtk_list_item_get_child (item)), self->document->pages, gtk_list_item_get_position (item),
                       zooms[self->zoom]);
}

/* A new factory makes all pages anew, in their new size. */
static void
show_zoom (DeskPrintPreview *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autofree char *percent = g_strdup_printf ("%.0f %%", zooms[self->zoom] / FULL_SIZE * 100);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_label_set_label (self->zoom_label, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > 0);
}

static void
zoom (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);

  self->zoom += g_str_equal (action, "preview.zoom-in") ? 1 : -1;
  show_zoom (self);
}

static void
show_document (DeskPrintPreview *self)
{
  guint n_pages = ocop_paper_pages_get_n_pages (self->document->pages);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  g_autoptr(GtkStringList) pages = gtk_string_list_new (NULL);
  g_autoptr(GtkSelectionModel) selection = NULL;

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_append (pages, "");
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (pages))));
  gtk_label_set_label (self->title_label, self->document->title);
  gtk_window_set_title (GTK_WINDOW (self), self->document->title);
  gtk_label_set_label (self->pages_label, text);
  gtk_list_view_set_model (self->list_view, selection);
  show_zoom (self);
}

typedef struct
{
  OcopPaper *paper;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  ocop_paper_unref (saving->paper);
  g_free (saving->path);
  g_free (saving);
}

static void
run_saving (GTask        *task,
            gpointer      window,
            gpointer      data,
            GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (desk_document_write (saving->paper, saving->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject      *window,
          GAsyncResult *result,
          gpointer      data)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autofree char *text = g_strdup_printf (_("Saved to %s"), saving->path);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk_window_say (DESK_WINDOW (window), text);
  else
    desk_window_show_error (DESK_WINDOW (window), error);
}

static void
on_place_chosen (GtkNativeDialog  *dialog,
                 int               response,
                 DeskPrintPreview *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_autoptr(GTask) task = g_task_new (gtk_window_get_transient_for (GTK_WINDOW (self)), NULL, on_saved, NULL);
      Saving *saving = g_new (Saving, 1);

      *saving = (Saving) { ocop_paper_ref (self->document->paper), g_file_get_path (file) };
      g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
      g_task_run_in_thread (task, run_saving);
      gtk_window_close (GTK_WINDOW (self));
    }
  g_object_unref (dialog);
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the Report"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), _("_Cancel"));
  g_autofree char *name = g_strconcat (self->document->title, ".", g_variant_get_string (parameter, NULL), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strdelimit (name, "/\\:*?\"<>|", '-'));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           DeskPrintPreview  *self)
{
  ocop_paper_pages_paint (self->document->pages, page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
new_page_setup (const OcopPaperPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, a4);
  if (ocop_paper_pages_get_width (pages) > ocop_paper_pages_get_height (pages))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

static void
print (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = new_page_setup (self->document->pages);
  g_autoptr(GError) error = NULL;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, self->document->title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, ocop_paper_pages_get_n_pages (self->document->pages));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error);
  if (error != NULL)
    desk_window_show_error (DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))), error);
}

static void
desk_print_preview_dispose (GObject *object)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  G_OBJECT_CLASS (desk_print_preview_parent_class)->dispose (object);
  g_clear_pointer (&self->document, desk_document_free);
}

static void
desk_print_preview_class_init (DeskPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_print_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/print/desk-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, pages_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, list_view);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "preview.save", "s", save);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", "s", "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_print_preview_init (DeskPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = FIRST_ZOOM;
}

void
desk_print_preview_show (DeskWindow   *window,
                         DeskDocument *document)
{
  DeskPrintPreview *self = g_object_new (DESK_TYPE_PRINT_PREVIEW, "transient-for", window, NULL);

  self->document = document;
  show_document (self);
  gtk_window_present (GTK_WINDOW (self));
}
