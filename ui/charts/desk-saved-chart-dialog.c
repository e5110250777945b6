/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-saved-chart-dialog.h"

#include <glib/gi18n.h>

#define WIDTH 520
#define MOST_HEIGHT 400
#define MOST_LETTERS 80

struct _DeskSavedChartDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkWidget *widget;
  GtkEditable *name_entry;
  GtkCheckButton *day_check; /* NULL where it is renamed */

  OcopSavedChart *chart;
  OcopDate on;
  DeskSavedChartNamed named;
};

G_DEFINE_FINAL_TYPE (DeskSavedChartDialog, desk_saved_chart_dialog, DESK_TYPE_DIALOG)

/* @from: what it was called before, where it is renamed */
typedef struct
{
  OcopSavedChart *chart;
  char *from;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ocop_saved_chart_free (wish->chart);
  g_free (wish->from);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_saved_chart_keep (reader, wish->chart, wish->from, error);
}

static void
desk_saved_chart_dialog_apply (DeskDialog *dialog)
{
  DeskSavedChartDialog *self = DESK_SAVED_CHART_DIALOG (dialog);
  Wish *wish = g_new0 (Wish, 1);

  wish->chart = ocop_saved_chart_copy (self->chart);
  if (self->day_check == NULL)
    wish->from = g_strdup (self->chart->name);
  else
    wish->chart->on = gtk_check_button_get_active (self->day_check) ? self->on : OCOP_DATE_UNKNOWN;
  g_free (wish->chart->name);
  wish->chart->name = g_strstrip (g_utf8_normalize (gtk_editable_get_text (self->name_entry), -1, G_NORMALIZE_NFC));
  if (self->widget != NULL)
    self->named (self->widget, wish->chart->name);
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

static void
on_name_changed (DeskSavedChartDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  desk_dialog_set_ready (DESK_DIALOG (self), *name != '\0');
}

static void
fill (DeskSavedChartDialog *self,
      gboolean              renames)
{
  GtkBox *box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  GtkWidget *entry = gtk_entry_new ();

  self->name_entry = GTK_EDITABLE (entry);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_LETTERS);
  gtk_editable_set_text (self->name_entry, self->chart->name);
  desk_dialog_add_choice (box, C_("of a chart", "Name"), entry);
  desk_dialog_add_hint (box, _("It takes the place of a saved chart that has this name."));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (desk_saved_chart_dialog_apply), self, G_CONNECT_SWAPPED);
  if (!renames)
    {
      g_autofree char *day = ocop_date_to_people (self->on);
      g_autofree char *label = g_strdup_printf (_("Always with the figures as of %s"), day);

      self->day_check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
      gtk_check_button_set_active (self->day_check, ocop_date_is_known (self->chart->on));
      gtk_box_append (box, GTK_WIDGET (self->day_check));
    }
}

void
desk_saved_chart_dialog_present (GtkWidget            *parent,
                                 OcopRegister         *reg,
                                 const OcopSavedChart *chart,
                                 OcopDate              on,
                                 gboolean              renames,
                                 DeskSavedChartNamed   named)
{
  DeskSavedChartDialog *self = g_object_new (DESK_TYPE_SAVED_CHART_DIALOG, "default-width", WIDTH, NULL);

  g_set_weak_pointer (&self->widget, parent);
  self->chart = ocop_saved_chart_copy (chart);
  self->on = on;
  self->named = named;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, renames ? _("Rename the Saved Chart") : _("Save the Chart under a Name"),
                      renames ? _("_Rename") : _("_Save"));
  fill (self, renames);
  on_name_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
desk_saved_chart_dialog_finalize (GObject *object)
{
  DeskSavedChartDialog *self = DESK_SAVED_CHART_DIALOG (object);

  g_clear_weak_pointer (&self->widget);
  ocop_saved_chart_free (self->chart);
  G_OBJECT_CLASS (desk_saved_chart_dialog_parent_class)->finalize (object);
}

static void
desk_saved_chart_dialog_class_init (DeskSavedChartDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_saved_chart_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_saved_chart_dialog_apply;
}

static void
desk_saved_chart_dialog_init (DeskSavedChartDialog *self)
{
}
