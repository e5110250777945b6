/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-package-intake.h"

#include <glib/gi18n.h>

#include "exchange/ocop-office-package.h"

struct _DeskPackageIntake
{
  DeskIntake parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPackageIntake, desk_package_intake, DESK_TYPE_INTAKE)

static const DeskFileKind package_kinds[] = {
  { N_("Packages of other offices"), "ocoppackage" },
  { NULL }
};

static gpointer
desk_package_intake_read (OcopReader              *reader,
                          const DeskIntakeErrand  *errand,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  g_autoptr(GBytes) bytes = g_file_load_bytes (g_ptr_array_index (errand->files, 0), cancellable, NULL, error);

  return bytes != NULL ? ocop_office_package_take (reader, errand->reg, bytes, error) : NULL;
}

static void
desk_package_intake_free_taken (gpointer taken)
{
  ocop_office_taking_free (taken);
}

static OcopDifferences *
desk_package_intake_get_differences (gpointer taken)
{
  return ((OcopOfficeTaking *) taken)->differences;
}

static char *
desk_package_intake_show (DeskIntake *self,
                          gpointer    taken)
{
  const OcopOfficeTaking *package = taken;
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_more = desk_intake_get_n_files (self) - 1;

  g_string_append_printf (text, _("%s: %u new records, %u changed ones, %u conflicts."),
                          package->unit_name, package->n_added, package->n_edited, ocop_differences_count_conflicts (package->differences));
  for (guint i = 0; i < package->unknown->len; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("“%s” is not known to this version of the program and is left out."),
                              (const char *) g_ptr_array_index (package->unknown, i));
    }
  if (package->n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u attached file did not come along, and is not here.",
                                              "%u attached files did not come along, and are not here.", package->n_missing), package->n_missing);
    }
  if (n_more > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u more package follows.", "%u more packages follow, one after the other.", n_more), n_more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Also one of which nothing is taken is noted: an older one that comes later is known as such. */
static gboolean
desk_package_intake_has_news (gpointer taken)
{
  return TRUE;
}

static OcopChange *
desk_package_intake_make_change (gpointer       taken,
                                 OcopRegister  *reg,
                                 GError       **error)
{
  return ocop_office_taking_make_change (taken, reg, error);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  desk_intake_choose (DESK_INTAKE (widget), _("Packages of other offices"), FALSE);
}

void
desk_package_intake_present (GtkWidget    *parent,
                             OcopRegister *reg)
{
  DeskIntake *self = g_object_new (DESK_TYPE_PACKAGE_INTAKE, NULL);

  desk_intake_set_up (self, parent, reg, _("Package of Another Office"),
                      _("Choose the packages that other offices sent. What each says otherwise than what is on record is shown here first."));
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose _Files…"), "intake.choose-files");
  gtk_window_present (GTK_WINDOW (self));
}

static void
desk_package_intake_class_init (DeskPackageIntakeClass *klass)
{
  DeskIntakeClass *intake_class = DESK_INTAKE_CLASS (klass);

  intake_class->reading = N_("Reading the package…");
  intake_class->nothing_new = N_("The package says nothing otherwise than what is on record.");
  intake_class->taken_in = N_("The package is taken in");
  intake_class->file_kinds = package_kinds;
  intake_class->read = desk_package_intake_read;
  intake_class->free_taken = desk_package_intake_free_taken;
  intake_class->get_differences = desk_package_intake_get_differences;
  intake_class->show = desk_package_intake_show;
  intake_class->has_news = desk_package_intake_has_news;
  intake_class->make_change = desk_package_intake_make_change;
  intake_class->finish = desk_intake_read_next;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "intake.choose-files", NULL, choose_activated);
}

static void
desk_package_intake_init (DeskPackageIntake *self)
{
}
