/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-communes.h"

#include <glib/gi18n.h>

#include "exchange/ocop-commune-export.h"
#include "list/desk-folder-errand.h"

typedef struct
{
  guint year;
  OcopDate on;
} Wanted;

static char *
describe (const OcopCommuneExports *exports,
          const char               *folder)
{
  g_autofree char *written = g_strdup_printf (ngettext ("The workbook of %u commune is in the folder “%s”.",
                                                        "The workbooks of %u communes are in the folder “%s”.", exports->all->len),
                                              exports->all->len, folder);
  g_autofree char *astray = g_strdup_printf (ngettext ("%u product lies in no commune and stands in no workbook.",
                                                       "%u products lie in no commune and stand in no workbook.", exports->n_astray),
                                             exports->n_astray);

  return exports->n_astray > 0 ? g_strdup_printf ("%s %s", written, astray) : g_steal_pointer (&written);
}

static char *
write_workbooks (OcopReader              *reader,
                 const DeskFolderErrand  *errand,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  const Wanted *wanted = errand->data;
  g_autoptr(OcopCommuneExports) exports = ocop_commune_export (reader, ocop_register_get_id (errand->reg), wanted->year, NULL, wanted->on,
                                                               errand->folder, desk_progress_report, errand->progress, cancellable, error);
  g_autofree char *folder = desk_folder_errand_dup_name (errand);

  return exports != NULL ? describe (exports, folder) : NULL;
}

void
desk_communes_export (GtkWidget    *widget,
                      OcopRegister *reg,
                      guint         year,
                      OcopDate      on)
{
  g_autofree char *title = g_strdup_printf (_("Folder for the Commune Workbooks of %u"), year);
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { year, on };
  desk_folder_errand_run (widget, reg, title, _("Writing the workbooks of the communes…"), write_workbooks, wanted, g_free);
}
