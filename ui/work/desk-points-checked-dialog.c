/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-points-checked-dialog.h"

#include <glib/gi18n.h>

#include "work/desk-record-grid.h"
#include "work/ocop-inspection-points.h"

#define WIDTH 1120
#define MOST_HEIGHT 560

struct _DeskPointsCheckedDialog
{
  DeskDialog parent_instance;

  DeskRecordGrid *grid;   /* borrowed */
  GPtrArray *points;
  OcopDate held_on;
};

G_DEFINE_FINAL_TYPE (DeskPointsCheckedDialog, desk_points_checked_dialog, DESK_TYPE_DIALOG)

static const DeskRecordGridField fields[] = {
  { "result", 150 },
  { "finding", 0 },
  { "repair_by", 130 },
  { "repaired_on", 130 },
  { NULL }
};

static void
set_result (DeskPointsCheckedDialog *self,
            guint                    row,
            const char              *key)
{
  g_auto(OcopValue) value = ocop_value_text (key);

  desk_record_grid_set_value (self->grid, row, "result", &value, NULL);
}

/* A fault is to be repaired by a day; words beside what was not checked yet are a fault. */
static void
on_row_changed (DeskPointsCheckedDialog *self,
                guint                    row)
{
  g_auto(OcopValue) result = OCOP_VALUE_INIT;
  g_auto(OcopValue) finding = OCOP_VALUE_INIT;
  g_auto(OcopValue) repair_by = OCOP_VALUE_INIT;
  g_auto(OcopValue) day = OCOP_VALUE_INIT;
  char text[OCOP_DATE_TEXT_SIZE];

  desk_record_grid_get_value (self->grid, row, "result", &result);
  desk_record_grid_get_value (self->grid, row, "finding", &finding);
  desk_record_grid_get_value (self->grid, row, "repair_by", &repair_by);
  if (g_strcmp0 (result.text, "not-checked") == 0 && finding.text != NULL)
    set_result (self, row, "fault");
  else if (g_strcmp0 (result.text, "fault") != 0)
    return;
  if (repair_by.text != NULL)
    return;
  day = ocop_value_text (ocop_date_to_text (ocop_inspection_repair_day (self->held_on), text));
  desk_record_grid_set_value (self->grid, row, "repair_by", &day, NULL);
}

static void
all_met_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DeskPointsCheckedDialog *self = DESK_POINTS_CHECKED_DIALOG (widget);

  for (guint i = 0; i < desk_record_grid_get_n_rows (self->grid); i++)
    {
      g_auto(OcopValue) result = OCOP_VALUE_INIT;

      desk_record_grid_get_value (self->grid, i, "result", &result);
      if (g_strcmp0 (result.text, "not-checked") == 0)
        set_result (self, i, "met");
    }
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       points,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_inspection_points_save (points, error);
}

static void
desk_points_checked_dialog_apply (DeskDialog *dialog)
{
  DeskPointsCheckedDialog *self = DESK_POINTS_CHECKED_DIALOG (dialog);
  g_autoptr(GError) error = NULL;

  if (!desk_record_grid_collect (self->grid, &error))
    {
      desk_dialog_fail (dialog, error);
      return;
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      OcopInspectionPoint *point = g_ptr_array_index (self->points, i);

      ocop_record_free (point->after);
      point->after = ocop_record_copy (desk_record_grid_get_record (self->grid, i));
    }
  desk_dialog_make (dialog, make_change, g_ptr_array_ref (self->points), (GDestroyNotify) g_ptr_array_unref);
}

static void
fill (DeskPointsCheckedDialog *self)
{
  const OcopField *topic = ocop_kind_find_field (ocop_kind_find ("inspection_point"), "topic");

  for (guint i = 0; i < self->points->len; i++)
    {
      const OcopInspectionPoint *point = g_ptr_array_index (self->points, i);
      const char *title = ocop_field_choice_title (topic, ocop_record_get_text (point->after, "topic"));
      g_autofree char *name = point->product_name != NULL ? g_strdup_printf ("%s: %s", title, point->product_name) : g_strdup (title);

      desk_record_grid_append (self->grid, point->after, name, NULL);
    }
}

void
desk_points_checked_dialog_present (GtkWidget    *parent,
                                    OcopRegister *reg,
                                    GPtrArray    *points,
                                    const char   *about,
                                    OcopDate      held_on)
{
  DeskPointsCheckedDialog *self = g_object_new (DESK_TYPE_POINTS_CHECKED_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;

  self->points = points;
  self->held_on = held_on;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("What the visit found"), _("_Save"));
  desk_dialog_add_button (DESK_DIALOG (self), _("The Rest Is _Met"), "points.all-met");
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, about, "desk-heading");
  self->grid = DESK_RECORD_GRID (desk_record_grid_new (reg, ocop_kind_find ("inspection_point"), fields, _("What is checked")));
  gtk_box_append (box, GTK_WIDGET (self->grid));
  fill (self);
  g_signal_connect_object (self->grid, "row-changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  if (points->len > 0)
    desk_record_grid_focus (self->grid, 0, NULL);
}

static void
desk_points_checked_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_POINTS_CHECKED_DIALOG (object)->points);
  G_OBJECT_CLASS (desk_points_checked_dialog_parent_class)->finalize (object);
}

static void
desk_points_checked_dialog_class_init (DeskPointsCheckedDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_points_checked_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_points_checked_dialog_apply;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "points.all-met", NULL, all_met_activated);
}

static void
desk_points_checked_dialog_init (DeskPointsCheckedDialog *self)
{
}
