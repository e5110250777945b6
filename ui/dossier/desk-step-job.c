/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-step-job.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* So often in a row nobody is overtaken. */
#define MOST_ATTEMPTS 8

/* What the task carries along. */
typedef struct
{
  DeskStepJob *job;
  char *id;     /* of the first dossier that the plan moves, or the one that it makes */
  char *taken;  /* what was said when the number was another one's */
  char *begun;  /* (nullable): of how many products, and of which not */
  guint n_attempts;
} Run;

typedef struct
{
  OcopChange *change;
  char *id;
  char *begun;
} Plan;

static void plan_again (GTask *task);

void
desk_step_job_free (DeskStepJob *job)
{
  g_strfreev (job->dossiers);
  g_strfreev (job->products);
  g_free (job->product);
  g_free (job->person);
  g_free (job->reason);
  g_free (job->note);
  g_free (job);
}

static void
run_free (Run *run)
{
  desk_step_job_free (run->job);
  g_free (run->id);
  g_free (run->taken);
  g_free (run->begun);
  g_free (run);
}

static void
plan_free (Plan *plan)
{
  g_clear_pointer (&plan->change, ocop_change_free);
  g_free (plan->id);
  g_free (plan->begun);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static char *
say_begun (guint            n_products,
           const GPtrArray *left_out)
{
  guint n = n_products - left_out->len;
  g_autofree char *begun = g_strdup_printf (ngettext ("%u dossier begun.", "%u dossiers begun.", n), n);
  g_autoptr(GString) text = g_string_new (begun);

  if (left_out->len > 0)
    g_string_append_printf (text, " %s", _("None for:"));
  for (guint i = 0; i < left_out->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) left_out->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
plan_beginnings (Plan                   *plan,
                 OcopReader             *reader,
                 const DeskStepJob      *job,
                 const OcopDossierMove  *move,
                 GError                **error)
{
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);

  plan->change = ocop_dossier_begin_all (reader, ocop_law_get_default (), (const char * const *) job->products, move, left_out,
                                         &plan->id, error);
  plan->begun = say_begun (g_strv_length (job->products), left_out);
}

static gpointer
make_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const DeskStepJob *job = data;
  const char * const *ids = (const char * const *) job->dossiers;
  OcopDossierMove move = { job->step, job->on, job->person, job->reason, job->note };
  g_autoptr(Plan) plan = g_new0 (Plan, 1);

  if (ids != NULL)
    {
      plan->id = g_strdup (ids[0]);
      plan->change = ids[1] == NULL ? ocop_dossier_move (reader, ocop_law_get_default (), ids[0], &move, error)
                                    : ocop_dossier_move_all (reader, ocop_law_get_default (), ids, &move, error);
    }
  else if (job->products != NULL)
    plan_beginnings (plan, reader, job, &move, error);
  else
    plan->change = ocop_dossier_begin (reader, ocop_law_get_default (), job->product, job->kind, &move, &plan->id, error);
  return plan->change != NULL ? g_steal_pointer (&plan) : NULL;
}

/* Between the plan and the writing another window may have given the number to its dossier. */
static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    g_task_return_pointer (task, g_strdup (run->id), g_free);
  else if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_TAKEN) && ++run->n_attempts < MOST_ATTEMPTS)
    {
      g_free (run->taken);
      run->taken = g_strdup (error->message);
      plan_again (g_steal_pointer (&task));
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_planned (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(Plan) plan = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (run->id);
  run->id = g_strdup (plan->id);
  g_free (run->begun);
  run->begun = g_strdup (plan->begun);
  ocop_register_commit_async (OCOP_REGISTER (source), g_steal_pointer (&plan->change), NULL, on_committed, g_steal_pointer (&task));
}

/* Takes @task. */
static void
plan_again (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  ocop_register_read_async (g_task_get_source_object (task), OCOP_LANE_WINDOW, make_plan, run->job, NULL,
                            (GDestroyNotify) plan_free, NULL, on_planned, task);
}

void
desk_step_job_run_async (OcopRegister        *reg,
                         DeskStepJob         *job,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (reg, NULL, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->job = job;
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  plan_again (task);
}

char *
desk_step_job_run_finish (OcopRegister  *reg,
                          GAsyncResult  *result,
                          char         **told,
                          GError       **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  /* Translators: a receipt's number, whose it is; what became of this dossier */
  *told = run->taken != NULL ? g_strdup_printf (_("%s. This dossier got the next number."), run->taken) : g_strdup (run->begun);
  return g_task_propagate_pointer (G_TASK (result), error);
}
