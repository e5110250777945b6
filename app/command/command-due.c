/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop due */

#include <glib/gi18n.h>

#include "commands.h"
#include "evaluation/ocop-due-task.h"
#include "evaluation/ocop-due.h"

typedef struct
{
  OcopDate on;
  guint within;
  GPtrArray *tasks; /* OcopDueTask; read */
} Job;

static gpointer
read_dues (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;

  job->tasks = ocop_due_tasks (reader, NULL, job->on, job->within, error);
  return job->tasks != NULL ? ocop_due_list (reader, NULL, job->on, job->within, error) : NULL;
}

static OcopOutput *
output_new (void)
{
  static const OcopField estimated = { "estimated", "", NULL, OCOP_FIELD_BOOLEAN };
  const OcopField *star = ocop_kind_find_field (ocop_kind_find ("product"), "star");
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "product_id", NULL, NULL);
  ocop_output_add_column (output, "day", _("Day"), ocop_output_date_field ());
  ocop_output_add_column (output, "state", NULL, NULL);
  ocop_output_add_column (output, "state_title", _("State"), NULL);
  ocop_output_add_column (output, "product", _("Product"), NULL);
  ocop_output_add_column (output, "producer_id", NULL, NULL);
  ocop_output_add_column (output, "producer", _("Producer"), NULL);
  ocop_output_add_column (output, "locality_id", NULL, NULL);
  ocop_output_add_column (output, "locality", _("Locality"), NULL);
  ocop_output_add_column (output, "star", _("Class"), star);
  ocop_output_add_column (output, "valid_until", _("Valid until"), ocop_output_date_field ());
  ocop_output_add_column (output, "opens", _("Window opens"), ocop_output_date_field ());
  ocop_output_add_column (output, "closes", _("Window closes"), ocop_output_date_field ());
  ocop_output_add_column (output, "estimated", NULL, &estimated);
  ocop_output_add_column (output, "what", _("Of"), NULL);
  return output;
}

static OcopValue
date_value (OcopDate  date,
            char     *buffer)
{
  ocop_date_to_text (date, buffer);
  return (OcopValue) { *buffer != '\0' ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, buffer };
}

static void
add_due (OcopOutput    *output,
         const OcopDue *due)
{
  char day[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE], opens[OCOP_DATE_TEXT_SIZE], closes[OCOP_DATE_TEXT_SIZE];
  const OcopValue row[] = {
    ocop_output_text (due->product),
    date_value (due->day, day),
    ocop_output_text (ocop_due_state_name (due->state)),
    ocop_output_text (ocop_due_state_title (due->state)),
    ocop_output_text (due->product_name),
    ocop_output_text (due->producer),
    ocop_output_text (due->producer_name),
    ocop_output_text (due->locality),
    ocop_output_text (due->locality_name),
    ocop_output_text (due->star),
    date_value (due->until, until),
    date_value (due->opens, opens),
    date_value (due->closes, closes),
    ocop_value_integer (due->estimated),
    ocop_output_text (NULL),
  };

  ocop_output_add_row (output, row);
}

/* In the members of a certificate where they fit: it opens on the day from which it counts. */
static void
add_task (OcopOutput        *output,
          const OcopDueTask *task)
{
  char day[OCOP_DATE_TEXT_SIZE], from[OCOP_DATE_TEXT_SIZE];
  OcopValue last = date_value (task->day, day);
  OcopValue unknown = ocop_output_text (NULL);
  gboolean is_certificate = task->state == OCOP_DUE_TASK_CERTIFICATE_EXPIRING || task->state == OCOP_DUE_TASK_CERTIFICATE_EXPIRED;
  const OcopValue row[] = {
    ocop_output_text (task->product),
    last,
    ocop_output_text (ocop_due_task_state_name (task->state)),
    ocop_output_text (ocop_due_task_state_title (task->state)),
    ocop_output_text (task->product_name),
    ocop_output_text (task->producer),
    ocop_output_text (task->producer_name),
    ocop_output_text (task->locality),
    ocop_output_text (task->locality_name),
    unknown,
    is_certificate ? last : unknown,
    date_value (task->from, from),
    is_certificate ? unknown : last,
    ocop_value_integer (task->estimated),
    ocop_output_text (task->what),
  };

  ocop_output_add_row (output, row);
}

/* Both by day; of one day certificates first. */
static OcopOutput *
tabulate (const GPtrArray *dues,
          const GPtrArray *tasks)
{
  OcopOutput *output = output_new ();
  guint n_tasks = 0;

  for (guint i = 0; i <= dues->len; i++)
    {
      const OcopDue *due = i < dues->len ? dues->pdata[i] : NULL;

      for (; n_tasks < tasks->len; n_tasks++)
        {
          const OcopDueTask *task = tasks->pdata[n_tasks];

          if (due != NULL && ocop_date_compare (task->day, due->day) >= 0)
            break;
          add_task (output, task);
        }
      if (due != NULL)
        add_due (output, due);
    }
  return output;
}

OcopStatus
ocop_command_due (OcopInvocation *invocation)
{
  int within = 180;
  const GOptionEntry entries[] = {
    { "within", 0, 0, G_OPTION_ARG_INT, &within, N_("So many days ahead, and back (default: 180)"), N_("DAYS") },
    { NULL }
  };
  g_autoptr(OcopOutput) output = NULL;
  g_autoptr(GPtrArray) dues = NULL;
  g_autoptr(GPtrArray) tasks = NULL;
  OcopStatus status;
  Job job;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job = (Job) { invocation->on, (guint) CLAMP (within, 0, 36500), NULL };
  dues = ocop_invocation_read (invocation, read_dues, &job, &status);
  tasks = job.tasks;
  if (dues == NULL)
    return status;
  output = tabulate (dues, tasks);
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}
