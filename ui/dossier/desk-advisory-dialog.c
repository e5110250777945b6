/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-advisory-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-advisory.h"
#include "evaluation/ocop-council.h"

#define WIDTH 520
#define MOST_HEIGHT 560

struct _DeskAdvisoryDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskFieldEditor *council;
  GtkCheckButton *assign;
  GtkCheckButton *visit;
  DeskFieldEditor *day;
  DeskFieldEditor *members;

  /* Owned references */
  GArray *keys;      /* (nullable) */
  char *id;          /* (nullable) */
  GString *told;     /* what could not be assigned */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAdvisoryDialog, desk_advisory_dialog, DESK_TYPE_DIALOG)

/* One of the two things that are asked for; the other comes after it. */
typedef struct
{
  gboolean visits;
  GArray *keys;
  char *id;
  char *council;
  char *members;
  OcopDate first;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->keys, g_array_unref);
  g_free (job->id);
  g_free (job->council);
  g_free (job->members);
  g_free (job);
}

typedef struct
{
  OcopChange *change;
  GPtrArray *problems;
} Plan;

static void
plan_free (Plan *plan)
{
  g_clear_pointer (&plan->change, ocop_change_free);
  g_clear_pointer (&plan->problems, g_ptr_array_unref);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static GPtrArray *
list_ids (OcopReader  *reader,
          const Job   *job,
          GError     **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (job->keys == NULL)
    g_ptr_array_add (ids, g_strdup (job->id));
  for (guint i = 0; job->keys != NULL && i < job->keys->len; i++)
    {
      char *id = ocop_reader_id_of_key (reader, ocop_kind_find ("dossier"), g_array_index (job->keys, gint64, i), error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

static gpointer
make_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Job *job = data;
  g_autoptr(GPtrArray) ids = list_ids (reader, job, error);
  g_autoptr(Plan) plan = g_new0 (Plan, 1);
  const char * const *list = ids != NULL ? (const char * const *) ids->pdata : NULL;

  if (list == NULL)
    return NULL;
  plan->change = job->visits ? ocop_advisory_plan_visits (reader, job->council, list, job->first, job->members, error)
                             : ocop_advisory_assign (reader, job->council, list, &plan->problems, error);
  return plan->change != NULL ? g_steal_pointer (&plan) : NULL;
}

static void run (DeskAdvisoryDialog *self,
                 gboolean            visits);

static void
finish (DeskAdvisoryDialog *self)
{
  g_signal_emit (self, signals[DONE], 0, self->told->len > 0 ? self->told->str : _("Done: each dossier shows it under “Advisory group” and “Visit”."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_on (DeskAdvisoryDialog *self,
       gboolean            visits)
{
  if (!visits && gtk_check_button_get_active (self->visit))
    run (self, TRUE);
  else
    finish (self);
}

typedef struct
{
  DeskAdvisoryDialog *dialog;
  gboolean visits;
} Step;

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr(DeskAdvisoryDialog) self = step->dialog;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (source), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (done)
    go_on (self, step->visits);
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

static void
on_planned (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  DeskAdvisoryDialog *self = step->dialog;
  g_autoptr(GError) error = NULL;
  g_autoptr(Plan) plan = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (plan != NULL && desk_dialog_is_open (DESK_DIALOG (self)))
    {
      for (guint i = 0; plan->problems != NULL && i < plan->problems->len; i++)
        g_string_append_printf (self->told, "%s%s", self->told->len > 0 ? "\n" : "", (const char *) plan->problems->pdata[i]);
      ocop_register_commit_async (OCOP_REGISTER (source), g_steal_pointer (&plan->change), NULL, on_committed, step);
      return;
    }
  /* Nothing left to assign does not keep the visits from being planned. */
  if (desk_dialog_is_open (DESK_DIALOG (self)) && !step->visits && gtk_check_button_get_active (self->visit) &&
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_REFUSED))
    go_on (self, FALSE);
  else if (desk_dialog_is_open (DESK_DIALOG (self)))
    desk_dialog_fail (DESK_DIALOG (self), error);
  g_object_unref (self);
  g_free (step);
}

static void
run (DeskAdvisoryDialog *self,
     gboolean            visits)
{
  Job *job = g_new0 (Job, 1);
  Step *step = g_new (Step, 1);
  g_autofree char *day = desk_dialog_dup_text (self->day);

  job->visits = visits;
  job->keys = self->keys != NULL ? g_array_ref (self->keys) : NULL;
  job->id = g_strdup (self->id);
  job->council = desk_dialog_dup_text (self->council);
  job->members = desk_dialog_dup_text (self->members);
  if (day == NULL || !ocop_date_parse (day, &job->first))
    job->first = ocop_date_today ();
  *step = (Step) { g_object_ref (self), visits };
  ocop_register_read_async (desk_dialog_get_register (DESK_DIALOG (self)), OCOP_LANE_WINDOW, make_plan, job, (GDestroyNotify) job_free,
                            (GDestroyNotify) plan_free, NULL, on_planned, step);
}

/* The group that is in office, where it is the only one. */
static gpointer
find_only_group (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *id = NULL;

  if (!ocop_council_find_only (reader, "advisory", ocop_date_today (), &id, error) || id == NULL)
    return NULL;
  return ocop_reader_load (reader, ocop_kind_find ("council"), id, error);
}

static void
on_group_found (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DeskAdvisoryDialog) self = user_data;
  g_autoptr(OcopRecord) group = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);
  g_autofree char *chosen = NULL;
  g_auto(OcopValue) id = OCOP_VALUE_INIT;

  if (group == NULL || !desk_dialog_is_open (DESK_DIALOG (self)) || (chosen = desk_dialog_dup_text (self->council)) != NULL)
    return;
  id = ocop_value_text (ocop_record_get_id (group));
  desk_field_editor_set_value (self->council, &id, ocop_record_get_text (group, "name"));
}

static gboolean
check (DeskAdvisoryDialog *self)
{
  g_autofree char *council = NULL;
  g_autofree char *day = NULL;

  if (!desk_field_editor_settle (self->council) || !desk_field_editor_settle (self->day) || !desk_field_editor_settle (self->members))
    return FALSE;
  council = desk_dialog_dup_text (self->council);
  day = desk_dialog_dup_text (self->day);
  if (council == NULL)
    desk_field_editor_show_message (self->council, _("Which advisory group is it?"), TRUE);
  else if (day == NULL && gtk_check_button_get_active (self->visit))
    desk_field_editor_show_message (self->day, _("The day is needed."), TRUE);
  else
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (council == NULL ? self->council : self->day));
  return FALSE;
}

static void
desk_advisory_dialog_apply (DeskDialog *dialog)
{
  DeskAdvisoryDialog *self = DESK_ADVISORY_DIALOG (dialog);

  if (!check (self))
    return;
  desk_dialog_begin (dialog);
  run (self, !gtk_check_button_get_active (self->assign));
}

/* Building */

static GtkCheckButton *
add_check (DeskAdvisoryDialog *self,
           GtkBox             *box,
           const char         *label)
{
  GtkWidget *check_button = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_button), TRUE);
  gtk_box_append (box, check_button);
  return GTK_CHECK_BUTTON (check_button);
}

static void
on_visit_toggled (DeskAdvisoryDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->visit);

  gtk_widget_set_sensitive (GTK_WIDGET (self->day), active);
  gtk_widget_set_sensitive (GTK_WIDGET (self->members), active);
}

static void
on_checked (DeskAdvisoryDialog *self)
{
  desk_dialog_set_ready (DESK_DIALOG (self), gtk_check_button_get_active (self->visit) || gtk_check_button_get_active (self->assign));
}

static void
build (DeskAdvisoryDialog *self,
       GtkBox             *box)
{
  DeskDialog *dialog = DESK_DIALOG (self);
  char today[OCOP_DATE_TEXT_SIZE];

  self->council = desk_dialog_add_field (dialog, box, "visit", "council", NULL, NULL);
  desk_field_editor_set_title (self->council, _("Advisory group"));
  self->assign = add_check (self, box, _("_Assign each dossier to the member of the ministry in charge of its set"));
  self->visit = add_check (self, box, _("_Plan a visit to each commune, one working day each"));
  self->day = desk_dialog_add_field (dialog, box, "visit", "visit_on", ocop_date_to_text (ocop_date_today (), today), NULL);
  self->members = desk_dialog_add_field (dialog, box, "visit", "members", NULL, NULL);
  g_signal_connect_object (self->visit, "toggled", G_CALLBACK (on_visit_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visit, "toggled", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assign, "toggled", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  desk_dialog_add_hint (box, _("Left empty: those who look after the products of the day."));
}

GtkWidget *
desk_advisory_dialog_present (GtkWidget    *parent,
                              OcopRegister *reg,
                              const char   *id,
                              GArray       *keys)
{
  DeskAdvisoryDialog *self = g_object_new (DESK_TYPE_ADVISORY_DIALOG, "default-width", WIDTH, NULL);

  self->id = g_strdup (id);
  self->keys = keys;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Advisory group"), _("_Do It"));
  build (self, desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->council));
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, find_only_group, NULL, NULL, (GDestroyNotify) ocop_record_free, NULL,
                            on_group_found, g_object_ref (self));
  return GTK_WIDGET (self);
}

static void
desk_advisory_dialog_finalize (GObject *object)
{
  DeskAdvisoryDialog *self = DESK_ADVISORY_DIALOG (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->id);
  g_string_free (self->told, TRUE);
  G_OBJECT_CLASS (desk_advisory_dialog_parent_class)->finalize (object);
}

static void
desk_advisory_dialog_class_init (DeskAdvisoryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_advisory_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_advisory_dialog_apply;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_advisory_dialog_init (DeskAdvisoryDialog *self)
{
  self->told = g_string_new (NULL);
}
