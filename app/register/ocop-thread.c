/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-thread.h"

struct _OcopThread
{
  GThread *thread;
  GAsyncQueue *jobs;
  gpointer connection;
  GDestroyNotify close;
  OcopThreadIdleFunc idle;
  gpointer idle_data;
  gboolean orphaned; /* freed by one of its own jobs: ends and frees itself */
};

typedef struct
{
  OcopThreadFunc func; /* %NULL ends the thread */
  gpointer data;
} Job;

/* A job, or %NULL when @wait is set and a second went by. */
static Job *
next_job (OcopThread *thread,
          gboolean    wait)
{
  return wait ? g_async_queue_timeout_pop (thread->jobs, G_USEC_PER_SEC) : g_async_queue_pop (thread->jobs);
}

static void
thread_destroy (OcopThread *thread)
{
  g_async_queue_unref (thread->jobs);
  g_free (thread);
}

static gpointer
run (gpointer data)
{
  OcopThread *thread = data;
  gboolean worked = FALSE;

  for (;;)
    {
      g_autofree Job *job = next_job (thread, worked && thread->idle != NULL);

      if (job == NULL)
        {
          worked = !thread->idle (thread->connection, thread->idle_data);
          continue;
        }
      if (job->func == NULL)
        break;
      job->func (thread->connection, job->data);
      worked = TRUE;
    }
  thread->close (thread->connection);
  if (thread->orphaned)
    thread_destroy (thread);
  return NULL;
}

OcopThread *
ocop_thread_new (const char     *name,
                 gpointer        connection,
                 GDestroyNotify  close,
                 OcopThreadIdleFunc idle,
                 gpointer        idle_data)
{
  OcopThread *thread = g_new0 (OcopThread, 1);

  thread->jobs = g_async_queue_new_full (g_free);
  thread->connection = connection;
  thread->close = close;
  thread->idle = idle;
  thread->idle_data = idle_data;
  thread->thread = g_thread_new (name, run, thread);
  return thread;
}

void
ocop_thread_push (OcopThread     *thread,
                  OcopThreadFunc  func,
                  gpointer        data)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { func, data };
  g_async_queue_push (thread->jobs, job);
}

typedef struct
{
  OcopThreadFunc func;
  gpointer data;
  GMutex lock;
  GCond done_changed;
  gboolean done;
} Call;

static void
run_call (gpointer connection,
          gpointer data)
{
  Call *call = data;

  call->func (connection, call->data);
  g_mutex_lock (&call->lock);
  call->done = TRUE;
  g_cond_signal (&call->done_changed);
  g_mutex_unlock (&call->lock);
}

void
ocop_thread_call (OcopThread     *thread,
                  OcopThreadFunc  func,
                  gpointer        data)
{
  Call call = { func, data };

  g_mutex_init (&call.lock);
  g_cond_init (&call.done_changed);
  ocop_thread_push (thread, run_call, &call);
  g_mutex_lock (&call.lock);
  while (!call.done)
    g_cond_wait (&call.done_changed, &call.lock);
  g_mutex_unlock (&call.lock);
  g_cond_clear (&call.done_changed);
  g_mutex_clear (&call.lock);
}

void
ocop_thread_free (OcopThread *thread)
{
  if (thread == NULL)
    return;
  ocop_thread_push (thread, NULL, NULL);
  /* The last reference to a register can go with the last of its own jobs. */
  if (g_thread_self () == thread->thread)
    {
      thread->orphaned = TRUE;
      g_thread_unref (thread->thread);
      return;
    }
  g_thread_join (thread->thread);
  thread_destroy (thread);
}
