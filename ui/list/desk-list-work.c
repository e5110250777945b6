/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-work.h"

#include "decision/desk-act-dialog.h"
#include "decision/desk-decision-acts.h"
#include "desk-window.h"
#include "list/desk-list-page-private.h"
#include "work/desk-inspection-plan-dialog.h"
#include "work/desk-points-checked-dialog.h"
#include "work/ocop-inspection-ending.h"
#include "work/ocop-inspection-plan.h"
#include "work/ocop-inspection-points.h"

static gboolean
is_list_of (DeskListPage *self,
            const char   *kind)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return g_str_equal (parts->spec->kind, kind) && !parts->binned;
}

static gboolean
is_one_chosen (DeskListPage *self)
{
  return desk_list_view_get_selected_key (desk_list_page_get_parts (self)->view) != 0;
}

/* Reads, and then shows what was read. @func gets the id of the record that is chosen; "" where none needs to be. */
typedef struct
{
  const OcopKind *kind;
  gint64 key;
  OcopDate on;
  OcopReadFunc func;
  char *id;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->id);
  g_free (reading);
}

static gpointer
read_by_key (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Reading *reading = data;

  if (reading->key != 0 && (reading->id = ocop_reader_id_of_key (reader, reading->kind, reading->key, error)) == NULL)
    return NULL;
  return reading->func (reader, reading, cancellable, error);
}

static void
read_chosen (DeskListPage        *self,
             OcopReadFunc         func,
             gboolean             one,
             GDestroyNotify       destroy_result,
             GAsyncReadyCallback  then)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  Reading *reading = g_new0 (Reading, 1);

  reading->kind = ocop_kind_find (parts->spec->kind);
  reading->key = one ? desk_list_view_get_selected_key (parts->view) : 0;
  reading->on = desk_page_get_on (DESK_PAGE (self));
  reading->func = func;
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_by_key, reading, reading_free,
                            destroy_result, NULL, then, g_object_ref (self));
}

/* Whether @read came, and the page is still there to show it. */
static gboolean
has_come (DeskListPage *self,
          gpointer      read,
          const GError *error)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return FALSE;
  if (read == NULL)
    desk_list_page_show_error (self, error);
  return read != NULL;
}

/* What a visit found */

typedef struct
{
  GPtrArray *points;
  OcopDate held_on;
  char *about;
} Visit;

static void
visit_free (Visit *visit)
{
  g_clear_pointer (&visit->points, g_ptr_array_unref);
  g_free (visit->about);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

static gpointer
read_visit (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Reading *reading = data;
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, reading->kind, reading->id, error);
  g_autoptr(Visit) visit = g_new0 (Visit, 1);
  const char *producer;

  if (record == NULL)
    return NULL;
  producer = ocop_record_get_text (record, "producer");
  visit->held_on = ocop_record_get_date (record, "held_on");
  visit->about = producer != NULL ? ocop_reader_label (reader, ocop_kind_find ("producer"), producer)
                                  : g_strdup (ocop_record_get_text (record, "name"));
  visit->points = ocop_inspection_points_read (reader, reading->id, reading->on, error);
  return visit->points != NULL ? g_steal_pointer (&visit) : NULL;
}

static void
on_visit_read (GObject      *reg,
               GAsyncResult *result,
               gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(Visit) visit = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (has_come (self, visit, error))
    desk_points_checked_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), g_steal_pointer (&visit->points), visit->about, visit->held_on);
}

gboolean
desk_list_work_has_table (DeskListPage *self)
{
  return is_list_of (self, "inspection") && is_one_chosen (self);
}

void
desk_list_work_open_table (DeskListPage *self)
{
  if (desk_list_work_has_table (self))
    read_chosen (self, read_visit, TRUE, (GDestroyNotify) visit_free, on_visit_read);
}

/* Whom to visit */

static gpointer
read_candidates (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_inspection_plan_read (reader, ((const Reading *) data)->on, error);
}

static void
on_candidates_read (GObject      *reg,
                    GAsyncResult *result,
                    gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) candidates = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (has_come (self, candidates, error))
    desk_inspection_plan_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), g_steal_pointer (&candidates));
}

gboolean
desk_list_work_plans_visits (DeskListPage *self)
{
  return is_list_of (self, "inspection");
}

void
desk_list_work_plan_visits (DeskListPage *self)
{
  if (desk_list_work_plans_visits (self))
    read_chosen (self, read_candidates, FALSE, (GDestroyNotify) g_ptr_array_unref, on_candidates_read);
}

/* What follows from a visit */

static gpointer
read_ending (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Reading *reading = data;

  return ocop_inspection_ending_read (reader, reading->id, reading->on, error);
}

static void
on_drafted (DeskListPage *self,
            const char   *decision)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window != NULL && decision != NULL)
    desk_window_show_record (window, "decision", decision);
}

static void
on_ending_read (GObject      *reg,
                GAsyncResult *result,
                gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopInspectionEnding) ending = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  GtkWidget *dialog;

  if (!has_come (self, ending, error))
    return;
  dialog = desk_act_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), &desk_decision_revoke_act, ending->products,
                                    (const char * const *) ending->recognitions, (const OcopRecord *[]) { ending->line, NULL });
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_drafted), self, G_CONNECT_SWAPPED);
}

gboolean
desk_list_work_can_revoke (DeskListPage *self)
{
  return is_list_of (self, "inspection") && is_one_chosen (self);
}

void
desk_list_work_revoke (DeskListPage *self)
{
  if (desk_list_work_can_revoke (self))
    read_chosen (self, read_ending, TRUE, (GDestroyNotify) ocop_inspection_ending_free, on_ending_read);
}
