/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-saved-chart-drop.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-saved-chart.h"

static gpointer
make_change (OcopReader    *reader,
             gpointer       name,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_saved_chart_drop (reader, name, error);
}

static void
on_dropped (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  gboolean dropped = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (desk_window_get_register (window) != OCOP_REGISTER (reg))
    return;
  if (dropped)
    desk_window_toast (window, _("The chart is no longer saved"));
  else
    desk_window_show_error (window, error);
}

void
desk_saved_chart_drop (DeskWindow   *window,
                       OcopRegister *reg,
                       const char   *name)
{
  ocop_register_make_async (reg, OCOP_LANE_WINDOW, make_change, g_strdup (name), g_free, on_dropped, g_object_ref (window));
}
