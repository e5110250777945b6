/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-work.h"

#include <glib/gi18n.h>

#include "decision/desk-act-dialog.h"
#include "decision/desk-decision-acts.h"
#include "desk-window.h"
#include "list/desk-list-page-private.h"
#include "register/ocop-records.h"
#include "work/desk-inspection-plan-dialog.h"
#include "work/desk-points-checked-dialog.h"
#include "work/desk-rows-dialog.h"
#include "work/ocop-inspection-ending.h"
#include "work/ocop-inspection-plan.h"
#include "work/ocop-inspection-points.h"
#include "work/ocop-work-rows.h"

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
  OcopRecord *record;
  char *about;
} Visit;

static void
visit_free (Visit *visit)
{
  g_clear_pointer (&visit->points, g_ptr_array_unref);
  g_clear_pointer (&visit->record, ocop_record_free);
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
  visit->about = producer != NULL ? ocop_reader_label (reader, ocop_kind_find ("producer"), producer)
                                  : g_strdup (ocop_record_get_text (record, "name"));
  visit->points = ocop_inspection_points_read (reader, reading->id, reading->on, error);
  visit->record = g_steal_pointer (&record);
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
    desk_points_checked_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), g_steal_pointer (&visit->points), visit->record, visit->about);
}

gboolean
desk_list_work_has_table (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return (is_list_of (self, "inspection") || (desk_rows_dialog_knows (parts->spec->kind) && !parts->binned)) && is_one_chosen (self);
}

/* Who came to a course, who takes part in an event */

static gpointer
read_rows (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Reading *reading = data;

  return desk_rows_dialog_read (reader, reading->kind->name, reading->id, error);
}

static void
on_rows_read (GObject      *reg,
              GAsyncResult *result,
              gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autoptr(GError) error = NULL;
  DeskRowsRead *read = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (has_come (self, read, error))
    desk_rows_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), read);
  else if (read != NULL)
    desk_rows_read_free (read);
}

void
desk_list_work_open_table (DeskListPage *self)
{
  if (!desk_list_work_has_table (self))
    return;
  if (is_list_of (self, "inspection"))
    read_chosen (self, read_visit, TRUE, (GDestroyNotify) visit_free, on_visit_read);
  else
    read_chosen (self, read_rows, TRUE, (GDestroyNotify) desk_rows_read_free, on_rows_read);
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

/* Products that take part in an event */

static OcopChange *
make_participations (OcopReader         *reader,
                     const DeskAnswers  *answers,
                     char              **made,
                     GError            **error)
{
  return ocop_participation_add (reader, desk_answers_get (answers, "event"), desk_answers_get_ids (answers),
                                 desk_answers_get (answers, "dealing"), error);
}

static const DeskActField participation_fields[] = {
  { "participation", "event" },
  { "participation", "dealing" },
  { NULL }
};

static const DeskAct participation_act = {
  N_("Take part in an event"), N_("_Add"),
  N_("Each of the selected products takes part for its producer. What came of it is typed in the event’s table (Ctrl+M)."),
  participation_fields, make_participations
};

typedef struct
{
  const OcopKind *kind;
  GArray *keys;
} Chosen;

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_array_unref (chosen->keys);
  g_free (chosen);
}

static gpointer
read_ids (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Chosen *chosen = data;
  g_auto(GStrv) ids = g_new0 (char *, chosen->keys->len + 1);

  for (guint i = 0; i < chosen->keys->len; i++)
    if ((ids[i] = ocop_reader_id_of_key (reader, chosen->kind, g_array_index (chosen->keys, gint64, i), error)) == NULL)
      return NULL;
  return g_steal_pointer (&ids);
}

static void
on_added (DeskListPage *self)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  g_autofree char *name = ocop_register_dup_undo_name (desk_page_get_register (DESK_PAGE (self)));

  if (window != NULL)
    desk_window_toast (window, name);
}

static void
on_ids_read (GObject      *reg,
             GAsyncResult *result,
             gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  g_autofree char *about = NULL;
  GtkWidget *dialog;

  if (!has_come (self, ids, error))
    return;
  about = desk_list_spec_format_count (desk_list_page_get_parts (self)->spec, g_strv_length (ids));
  dialog = desk_act_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), &participation_act, about, (const char * const *) ids,
                                    (const OcopRecord *[]) { NULL });
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
}

gboolean
desk_list_work_can_take_part (DeskListPage *self)
{
  return is_list_of (self, "product") && desk_list_view_get_n_selected (desk_list_page_get_parts (self)->view) > 0;
}

void
desk_list_work_take_part (DeskListPage *self)
{
  Chosen *chosen;

  if (!desk_list_work_can_take_part (self))
    return;
  chosen = g_new0 (Chosen, 1);
  chosen->kind = ocop_kind_find ("product");
  chosen->keys = desk_list_view_dup_selected_keys (desk_list_page_get_parts (self)->view);
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_ids, chosen, chosen_free,
                            (GDestroyNotify) g_strfreev, NULL, on_ids_read, g_object_ref (self));
}

/* Producers that no course reached */

gboolean
desk_list_work_has_unreached (DeskListPage *self)
{
  return is_list_of (self, "course");
}

void
desk_list_work_show_unreached (DeskListPage *self)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  g_autoptr(OcopQuery) query = ocop_query_new ("producer");
  OcopQuery *products = ocop_query_new ("product");
  OcopQuery *trainees = ocop_query_new ("trainee");

  ocop_records_where_in_force (products, "state");
  ocop_query_where (trainees, "absent", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_has (query, TRUE, products);
  ocop_query_has (query, FALSE, trainees);
  ocop_query_set_on (query, desk_page_get_on (DESK_PAGE (self)));
  if (window != NULL)
    desk_window_show_query (window, query);
}
