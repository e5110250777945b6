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

  DeskRecordGrid *grid;                    /* borrowed */
  DeskFieldEditor *held_on, *conclusion;   /* borrowed */
  GPtrArray *points;
  OcopRecord *visit;
  gboolean *dated;                         /* of each row: a day for its repair was proposed */
  char *concluded;                         /* (nullable): what the dialog itself put into the conclusion */
  gboolean concludes;                      /* nobody has chosen the conclusion */
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

/* A day that a person types over the proposed one is not proposed anew while it is half typed. */
static void
propose_repair_day (DeskPointsCheckedDialog *self,
                    guint                    row)
{
  g_auto(OcopValue) repair_by = OCOP_VALUE_INIT;
  g_auto(OcopValue) day = OCOP_VALUE_INIT;
  g_autofree char *held_on = desk_dialog_dup_text (self->held_on);
  char text[OCOP_DATE_TEXT_SIZE];
  OcopDate date;

  desk_record_grid_get_value (self->grid, row, "repair_by", &repair_by);
  if (self->dated[row] || repair_by.text != NULL)
    return;
  self->dated[row] = TRUE;
  if (held_on == NULL || !ocop_date_parse (held_on, &date))
    date = OCOP_DATE_UNKNOWN;
  day = ocop_value_text (ocop_date_to_text (ocop_inspection_repair_day (date), text));
  desk_record_grid_set_value (self->grid, row, "repair_by", &day, NULL);
}

/* What the rows say now, until a person says otherwise. */
static void
conclude (DeskPointsCheckedDialog *self)
{
  static const char * const asked[] = { "result", "repaired_on", NULL };
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (!self->concludes)
    return;
  for (guint i = 0; i < self->points->len; i++)
    for (guint f = 0; asked[f] != NULL; f++)
      {
        OcopInspectionPoint *point = g_ptr_array_index (self->points, i);
        g_auto(OcopValue) now = OCOP_VALUE_INIT;

        desk_record_grid_get_value (self->grid, i, asked[f], &now);
        ocop_record_set (point->after, asked[f], &now);
      }
  g_free (self->concluded);
  self->concluded = g_strdup (ocop_inspection_points_conclude (self->points));
  value = ocop_value_text (self->concluded);
  desk_field_editor_set_value (self->conclusion, &value, NULL);
}

static void
on_conclusion_changed (DeskPointsCheckedDialog *self)
{
  g_autofree char *text = desk_dialog_dup_text (self->conclusion);

  if (g_strcmp0 (text, self->concluded) != 0)
    self->concludes = FALSE;
}

/* A fault is to be repaired by a day; words beside what was not checked yet are a fault. */
static void
on_row_changed (DeskPointsCheckedDialog *self,
                guint                    row)
{
  g_auto(OcopValue) result = OCOP_VALUE_INIT;
  g_auto(OcopValue) finding = OCOP_VALUE_INIT;

  desk_record_grid_get_value (self->grid, row, "result", &result);
  desk_record_grid_get_value (self->grid, row, "finding", &finding);
  if (g_strcmp0 (result.text, "not-checked") == 0 && finding.text != NULL)
    set_result (self, row, "fault");
  if (g_strcmp0 (result.text, "fault") == 0 || finding.text != NULL)
    propose_repair_day (self, row);
  conclude (self);
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
  conclude (self);
}

/* What is to be saved, for a thread. */
typedef struct
{
  GPtrArray *points;
  OcopRecord *before, *after;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->points);
  ocop_record_free (found->before);
  ocop_record_free (found->after);
  g_free (found);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Found *found = data;

  return ocop_inspection_points_save (found->points, found->before, found->after, error);
}

static Found *
collect_visit (DeskPointsCheckedDialog *self)
{
  g_autofree char *held_on = desk_dialog_dup_text (self->held_on), *conclusion = desk_dialog_dup_text (self->conclusion);
  Found *found = g_new0 (Found, 1);
  OcopDate day;

  found->points = g_ptr_array_ref (self->points);
  found->before = ocop_record_copy (self->visit);
  found->after = ocop_record_copy (self->visit);
  ocop_record_set_date (found->after, "held_on", held_on != NULL && ocop_date_parse (held_on, &day) ? day : OCOP_DATE_UNKNOWN);
  ocop_record_set_text (found->after, "conclusion", conclusion);
  return found;
}

static void
desk_points_checked_dialog_apply (DeskDialog *dialog)
{
  DeskPointsCheckedDialog *self = DESK_POINTS_CHECKED_DIALOG (dialog);
  g_autoptr(GError) error = NULL;

  if (!desk_field_editor_settle (self->held_on))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->held_on));
      return;
    }
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
  desk_dialog_make (dialog, make_change, collect_visit (self), found_free);
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

/* Of a visit that has none yet: that for which it was planned, unless it is still to come. */
static OcopDate
find_day (const OcopRecord *visit)
{
  OcopDate held_on = ocop_record_get_date (visit, "held_on"), planned_on = ocop_record_get_date (visit, "planned_on");

  if (ocop_date_is_known (held_on))
    return held_on;
  return ocop_date_is_day (planned_on) && ocop_date_compare (planned_on, ocop_date_today ()) <= 0 ? planned_on : ocop_date_today ();
}

static void
add_visit (DeskPointsCheckedDialog *self,
           GtkBox                  *box)
{
  const char *conclusion = ocop_record_get_text (self->visit, "conclusion");
  char text[OCOP_DATE_TEXT_SIZE];

  self->held_on = desk_dialog_add_field (DESK_DIALOG (self), box, "inspection", "held_on", ocop_date_to_text (find_day (self->visit), text), NULL);
  self->conclusion = desk_dialog_add_field (DESK_DIALOG (self), box, "inspection", "conclusion", conclusion, NULL);
  self->concludes = conclusion == NULL;
  g_signal_connect_object (self->conclusion, "changed", G_CALLBACK (on_conclusion_changed), self, G_CONNECT_SWAPPED);
}

void
desk_points_checked_dialog_present (GtkWidget        *parent,
                                    OcopRegister     *reg,
                                    GPtrArray        *points,
                                    const OcopRecord *visit,
                                    const char       *about)
{
  DeskPointsCheckedDialog *self = g_object_new (DESK_TYPE_POINTS_CHECKED_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;

  self->points = points;
  self->visit = ocop_record_copy (visit);
  self->dated = g_new0 (gboolean, points->len);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("What the visit found"), _("_Save"));
  desk_dialog_add_button (DESK_DIALOG (self), _("The Rest Is _Met"), "points.all-met");
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, about, "desk-heading");
  add_visit (self, box);
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
  DeskPointsCheckedDialog *self = DESK_POINTS_CHECKED_DIALOG (object);

  g_ptr_array_unref (self->points);
  ocop_record_free (self->visit);
  g_free (self->dated);
  g_free (self->concluded);
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
