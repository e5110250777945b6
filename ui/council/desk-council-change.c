/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-change.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-window.h"

typedef struct _Job Job;
struct _Job
{
  OcopChange *(*make) (OcopReader *reader, const Job *job, GError **error);
  char *session;
  char *member;
  const char *state;
  gboolean present;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->session);
  g_free (job->member);
  g_free (job);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;

  return job->make (reader, job, error);
}

static void
say (GtkWidget    *widget,
     const GError *error)
{
  DeskWindow *window = desk_window_of (widget);

  if (window != NULL)
    desk_window_show_error (window, error);
}

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;

  if (!ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error))
    say (widget, error);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;
  OcopChange *change = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (change != NULL)
    ocop_register_commit_async (OCOP_REGISTER (reg), change, NULL, on_committed, g_steal_pointer (&widget));
  else
    say (widget, error);
}

static void
start (Job           job,
       GtkWidget    *widget,
       OcopRegister *reg,
       const char   *session,
       const char   *member)
{
  job.session = g_strdup (session);
  job.member = g_strdup (member);
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, make_change, g_memdup2 (&job, sizeof job), job_free,
                            (GDestroyNotify) ocop_change_free, NULL, on_made, g_object_ref (widget));
}

static OcopChange *
attend (OcopReader  *reader,
        const Job   *job,
        GError     **error)
{
  return ocop_session_attend (reader, job->session, job->member, job->present, error);
}

void
desk_council_attend (GtkWidget    *widget,
                     OcopRegister *reg,
                     const char   *session,
                     const char   *member,
                     gboolean      present)
{
  start ((Job) { attend, .present = present }, widget, reg, session, member);
}

static OcopChange *
set_state (OcopReader  *reader,
           const Job   *job,
           GError     **error)
{
  return ocop_session_set_state (reader, job->session, job->state, NULL, error);
}

void
desk_council_set_state (GtkWidget    *widget,
                        OcopRegister *reg,
                        const char   *session,
                        const char   *state)
{
  start ((Job) { set_state, .state = g_intern_string (state) }, widget, reg, session, NULL);
}

static OcopChange *
add_waiting (OcopReader  *reader,
             const Job   *job,
             GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "step", OCOP_OPERATOR_IS, "council", NULL);
  ocop_query_has (query, FALSE, ocop_query_new ("session_product"));
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_ptr_array_add (ids, (gpointer) ocop_rows_get_text (rows, i, 0));
  if (ids->len == 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED, _("No dossier at the step “Before the council” waits for a session."));
      return NULL;
    }
  g_ptr_array_add (ids, NULL);
  return ocop_session_add_dossiers (reader, job->session, (const char * const *) ids->pdata, error);
}

void
desk_council_add_waiting (GtkWidget    *widget,
                          OcopRegister *reg,
                          const char   *session)
{
  start ((Job) { add_waiting }, widget, reg, session, NULL);
}
