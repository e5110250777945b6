/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-print-preview.h"

#include <glib/gi18n.h>

#include "print/desk-columns-dialog.h"
#include "print/desk-document-print.h"
#include "print/desk-document-save.h"
#include "print/desk-page-view.h"
#include "print/desk-saved-bar.h"

/* Pixels a point: at 96 a inch a point is 4/3 of a pixel. */
static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.2, 4.0 / 3.0, 1.6, 2, 8.0 / 3.0 };
#define FULL_SIZE (4.0 / 3.0)

/* Left and right of a page together: of its row, and where the bar that scrolls may be. */
#define BESIDE_PAGE 44

struct _DeskPrintPreview
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *pages_label;
  GtkLabel *zoom_label;
  GtkWidget *area_bar;
  GtkCheckButton *area_check;
  GtkListView *list_view;
  DeskSavedBar *saved_bar;

  DeskDocument *document;
  double zoom;
};

G_DEFINE_FINAL_TYPE (DeskPrintPreview, desk_print_preview, GTK_TYPE_WINDOW)

static guint changed_signal;

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
                       self->zoom);
}

/* A new factory makes all pages anew, in their new size. */
static void
show_zoom (DeskPrintPreview *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autofree char *percent = g_strdup_printf ("%.0f %%", self->zoom / FULL_SIZE * 100);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_label_set_label (self->zoom_label, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom < zooms[G_N_ELEMENTS (zooms) - 1]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > zooms[0]);
}

static double
next_larger (double zoom)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (zooms) && zooms[i] <= zoom)
    i++;
  return zooms[i];
}

static double
next_smaller (double zoom)
{
  guint i = G_N_ELEMENTS (zooms) - 1;

  while (i > 0 && zooms[i] >= zoom)
    i--;
  return zooms[i];
}

static void
zoom (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);

  self->zoom = g_str_equal (action, "preview.zoom-in") ? next_larger (self->zoom) : next_smaller (self->zoom);
  show_zoom (self);
}

/* A page as wide as the window, which has its first width before it is shown. */
static void
fit_width (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height;

  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->zoom = (width - BESIDE_PAGE) / ocop_paper_pages_get_width (self->document->pages, 0);
  self->zoom = CLAMP (self->zoom, zooms[0], zooms[G_N_ELEMENTS (zooms) - 1]);
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
  if (self->zoom > 0)
    show_zoom (self);
  else
    fit_width (GTK_WIDGET (self), NULL, NULL);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = desk_document_save_finish (result, &error);

  if (path != NULL)
    desk_saved_bar_show_file (self->saved_bar, path);
  else
    desk_saved_bar_show_error (self->saved_bar, error);
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);

  desk_document_save_async (self->document, GTK_WINDOW (self), g_variant_get_string (parameter, NULL), on_saved, NULL);
}

static void
print (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);
  g_autoptr(GtkPrintOperation) operation = desk_document_new_print_operation (self->document);
  g_autoptr(GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error);
  if (error != NULL)
    desk_saved_bar_show_error (self->saved_bar, error);
}

/* The same report once more, as it is to look now. */
static void
on_columns_saved (DeskPrintPreview *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
choose_columns (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPrintPreview *self = DESK_PRINT_PREVIEW (widget);
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  GtkWidget *dialog = desk_columns_dialog_new (GTK_WINDOW (self), window, self->document->report);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_columns_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_area_toggled (DeskPrintPreview *self)
{
  if (self->document != NULL && self->document->everywhere != desk_print_preview_wants_everywhere (self))
    g_signal_emit (self, changed_signal, 0);
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
  changed_signal = g_signal_new ("changed", DESK_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_SAVED_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/print/desk-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, pages_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, area_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, area_check);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, list_view);
  gtk_widget_class_bind_template_child (widget_class, DeskPrintPreview, saved_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_area_toggled);
  gtk_widget_class_install_action (widget_class, "preview.columns", NULL, choose_columns);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "preview.fit-width", NULL, fit_width);
  gtk_widget_class_install_action (widget_class, "preview.save", "s", save);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.fit-width", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", "s", "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_print_preview_init (DeskPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_print_preview_new (DeskWindow *window)
{
  return g_object_new (DESK_TYPE_PRINT_PREVIEW, "transient-for", window, NULL);
}

void
desk_print_preview_show (DeskPrintPreview *self,
                         DeskDocument     *document)
{
  DeskDocument *before = self->document;

  self->document = document;
  /* The keys that quit and close are the application's. It goes on while it has a window, hence not before. */
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (self))));
  show_document (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.columns", document->report != NULL);
  gtk_widget_set_visible (self->area_bar, document->may_widen);
  gtk_check_button_set_active (self->area_check, document->everywhere);
  g_clear_pointer (&before, desk_document_free);
}

const DeskDocument *
desk_print_preview_get_document (DeskPrintPreview *self)
{
  return self->document;
}

gboolean
desk_print_preview_wants_everywhere (DeskPrintPreview *self)
{
  return gtk_check_button_get_active (self->area_check);
}
