/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-reports.h"

#include <glib/gi18n.h>

#include "print/desk-print-preview.h"
#include "report/ocop-report-list.h"

typedef struct
{
  const OcopReport *report;
  OcopQuery *base;
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->base, ocop_query_free);
  g_free (request);
}

GMenuModel *
desk_reports_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    {
      g_autofree char *action = g_strconcat ("win.report::", (*report)->name, NULL);

      g_menu_append (menu, _((*report)->title), action);
    }
  return G_MENU_MODEL (menu);
}

static gpointer
read_document (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Request *request = data;
  const OcopReportScope scope = { request->on, request->base };
  g_autoptr(OcopPaper) paper = ocop_report_build (request->report, reader, &scope, NULL, error);

  return paper != NULL ? desk_document_new (_(request->report->title), paper, error) : NULL;
}

static void
on_document_read (GObject      *reg,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  DeskDocument *document = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), NULL);
  if (document != NULL)
    desk_print_preview_show (window, document);
  else
    desk_window_show_error (window, error);
}

void
desk_reports_preview (DeskWindow      *window,
                      const char      *name,
                      const OcopQuery *base,
                      OcopDate         on)
{
  const OcopReport *report = ocop_report_list_find (name);
  Request *request;

  g_return_if_fail (report != NULL);

  request = g_new (Request, 1);
  *request = (Request) { report, base != NULL ? ocop_query_copy (base) : NULL, on };
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "progress");
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_LONG, read_document, request, request_free,
                            (GDestroyNotify) desk_document_free, NULL, on_document_read, g_object_ref (window));
}
