/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-reports.h"

#include <glib/gi18n.h>

#include "print/desk-print-preview.h"
#include "report/ocop-office-area.h"

typedef struct
{
  const OcopReport *report;
  OcopReportScope scope; /* a copy; without a base of the office's area, or of everything */
  gboolean everywhere;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ocop_report_scope_clear (&request->scope);
  g_free (request);
}

GMenuModel *
desk_reports_new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) of_year = g_menu_new ();
  g_autoptr(GMenu) forms = g_menu_new ();

  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    {
      g_autofree char *action = g_strconcat ("win.report::", (*report)->name, NULL);

      g_menu_append ((*report)->of_year ? of_year : menu, _((*report)->title), action);
    }
  g_menu_append_submenu (menu, _("Plan and work of the year"), G_MENU_MODEL (of_year));
  g_menu_append (forms, _("_Forms of Other Authors…"), "win.own-forms");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (forms));
  return G_MENU_MODEL (menu);
}

/* A report that nobody chose the products of begins with those that the quick report counts. */
static DeskDocument *
read_office_document (OcopReader     *reader,
                      const Request  *request,
                      GError        **error)
{
  g_autoptr(OcopQuery) own = ocop_query_new ("product");
  g_auto(GStrv) others = NULL;
  OcopReportScope scope = request->scope;
  DeskDocument *document;

  if (!ocop_office_area_narrow (reader, scope.on, own, &others, error))
    return NULL;
  if (others != NULL && !request->everywhere)
    scope.base = own;
  document = desk_document_read (request->report, &scope, reader, error);
  if (document == NULL)
    return NULL;
  document->may_widen = others != NULL && !request->report->own_area && !request->report->of_year;
  document->everywhere = request->everywhere;
  return document;
}

static gpointer
read_document (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Request *request = data;

  if (request->scope.base == NULL)
    return read_office_document (reader, request, error);
  return desk_document_read (request->report, &request->scope, reader, error);
}

/* Takes @data, the preview. */
static void
on_document_read (GObject      *reg,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(GtkWindow) preview = data;
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (preview));
  g_autoptr(GError) error = NULL;
  DeskDocument *document = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (window == NULL)
    {
      g_clear_pointer (&document, desk_document_free);
      return;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), NULL);
  if (document == NULL)
    {
      desk_window_show_error (window, error);
      gtk_window_destroy (preview);
      return;
    }
  desk_print_preview_show (DESK_PRINT_PREVIEW (preview), document);
  gtk_window_present (preview);
}

static void
read_into (DeskPrintPreview      *preview,
           const OcopReport      *report,
           const OcopReportScope *scope,
           gboolean               everywhere)
{
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (preview)));
  Request *request = g_new (Request, 1);

  *request = (Request) { .report = report, .everywhere = everywhere };
  ocop_report_scope_copy (scope, &request->scope);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "progress");
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_LONG, read_document, request, request_free,
                            (GDestroyNotify) desk_document_free, NULL, on_document_read, g_object_ref (preview));
}

static void
on_changed (DeskPrintPreview *preview)
{
  const DeskDocument *document = desk_print_preview_get_document (preview);
  OcopReportScope scope = document->scope;

  if (document->may_widen)
    scope.base = NULL;
  read_into (preview, document->report, &scope, desk_print_preview_wants_everywhere (preview));
}

void
desk_reports_preview (DeskWindow            *window,
                      const char            *name,
                      const OcopReportScope *scope)
{
  const OcopReport *report = ocop_report_list_find (name);
  GtkWidget *preview;

  g_return_if_fail (report != NULL);

  preview = desk_print_preview_new (window);
  g_signal_connect (preview, "changed", G_CALLBACK (on_changed), NULL);
  read_into (DESK_PRINT_PREVIEW (preview), report, scope, FALSE);
}
