/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-picture-dialog.h"

#include <glib/gi18n.h>

#include "charts/desk-chart-output.h"

#define WIDTH 460
#define MOST_HEIGHT 400

/* Smaller ones cannot be read, larger ones are opened by few programs. */
#define LEAST_PIXELS 100
#define MOST_PIXELS 10000

struct _DeskChartPictureDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskWindow *window;
  GtkDropDown *use_drop;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;

  OcopChart *chart;
  gboolean fills;   /* the sizes follow from the use, not the use from the sizes */
};

G_DEFINE_FINAL_TYPE (DeskChartPictureDialog, desk_chart_picture_dialog, DESK_TYPE_DIALOG)

/* The last one has the sizes that a person gives. */
static const struct
{
  const char *title;
  int width;
  int height;
  OcopChartThemeId theme;
} uses[] = {
  { N_("Slides, full screen"), 1920, 1080, OCOP_CHART_THEME_PROJECTOR },
  { N_("Document, as wide as its text"), 1200, 750, OCOP_CHART_THEME_PRINT_COLOUR },
  { N_("Own size"), 0, 0, OCOP_CHART_THEME_PRINT_COLOUR },
};

#define OWN_USE (G_N_ELEMENTS (uses) - 1)

static void
on_use_chosen (DeskChartPictureDialog *self)
{
  guint use = gtk_drop_down_get_selected (self->use_drop);

  if (use >= OWN_USE)
    return;
  self->fills = TRUE;
  gtk_spin_button_set_value (self->width_spin, uses[use].width);
  gtk_spin_button_set_value (self->height_spin, uses[use].height);
  self->fills = FALSE;
}

static void
on_size_changed (DeskChartPictureDialog *self)
{
  if (!self->fills)
    gtk_drop_down_set_selected (self->use_drop, OWN_USE);
}

static void
desk_chart_picture_dialog_apply (DeskDialog *dialog)
{
  DeskChartPictureDialog *self = DESK_CHART_PICTURE_DIALOG (dialog);

  /* What was typed last counts too. */
  gtk_spin_button_update (self->width_spin);
  gtk_spin_button_update (self->height_spin);
  desk_chart_output_save_pixels (self->chart, uses[gtk_drop_down_get_selected (self->use_drop)].theme,
                                 gtk_spin_button_get_value_as_int (self->width_spin),
                                 gtk_spin_button_get_value_as_int (self->height_spin), self->window);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkSpinButton *
add_spin (DeskChartPictureDialog *self,
          GtkBox                 *box,
          const char             *label)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (LEAST_PIXELS, MOST_PIXELS, 10);

  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_size_changed), self, G_CONNECT_SWAPPED);
  desk_dialog_add_choice (box, label, spin);
  return GTK_SPIN_BUTTON (spin);
}

static void
fill (DeskChartPictureDialog *self)
{
  GtkBox *box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    gtk_string_list_append (titles, _(uses[i].title));
  self->use_drop = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (titles), NULL));
  desk_dialog_add_choice (box, C_("picture", "For"), GTK_WIDGET (self->use_drop));
  self->width_spin = add_spin (self, box, _("Width in pixels"));
  self->height_spin = add_spin (self, box, _("Height in pixels"));
  g_signal_connect_object (self->use_drop, "notify::selected", G_CALLBACK (on_use_chosen), self, G_CONNECT_SWAPPED);
  on_use_chosen (self);
}

void
desk_chart_picture_dialog_present (const OcopChart *chart,
                                   DeskWindow      *window)
{
  DeskChartPictureDialog *self = g_object_new (DESK_TYPE_CHART_PICTURE_DIALOG, "default-width", WIDTH, NULL);

  self->window = window;
  self->chart = ocop_chart_copy (chart);
  desk_dialog_set_up (DESK_DIALOG (self), GTK_WIDGET (window), desk_window_get_register (window), _("Picture at Chosen Pixels"), _("_Save…"));
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->use_drop));
}

static void
desk_chart_picture_dialog_finalize (GObject *object)
{
  ocop_chart_free (DESK_CHART_PICTURE_DIALOG (object)->chart);
  G_OBJECT_CLASS (desk_chart_picture_dialog_parent_class)->finalize (object);
}

static void
desk_chart_picture_dialog_class_init (DeskChartPictureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_chart_picture_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_chart_picture_dialog_apply;
}

static void
desk_chart_picture_dialog_init (DeskChartPictureDialog *self)
{
}
