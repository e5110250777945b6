/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-packages.h"

#include <glib/gi18n.h>

#include "exchange/ocop-office-package.h"
#include "list/desk-folder-errand.h"

static char *
write_packages (OcopReader              *reader,
                const DeskFolderErrand  *errand,
                GCancellable            *cancellable,
                GError                 **error)
{
  const OcopDate *on = errand->data;
  g_autofree char *folder = desk_folder_errand_dup_name (errand);
  guint n;

  if (!ocop_office_packages_write (reader, errand->reg, *on, errand->folder, &n, desk_progress_report, errand->progress,
                                   cancellable, error))
    return NULL;
  return g_strdup_printf (ngettext ("The package of %u commune is in the folder “%s”.",
                                    "The packages of %u communes are in the folder “%s”.", n),
                          n, folder);
}

void
desk_packages_export (GtkWidget    *widget,
                      OcopRegister *reg,
                      OcopDate      on)
{
  desk_folder_errand_run (widget, reg, _("Folder for the Packages of Communes"), _("Writing the packages of the communes…"), write_packages,
                          g_memdup2 (&on, sizeof on), g_free);
}
