/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop papers */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "commands.h"
#include "report/council/ocop-pack-writer.h"
#include "report/ocop-template-own.h"

typedef struct
{
  const char *id;
  char *period;
  OcopDate on;
  char *folder;
  char *templates;
  char **only;
  gboolean overwrite;
  gboolean list;
} Job;

static void
job_clear (Job *job)
{
  g_free (job->period);
  g_free (job->folder);
  g_free (job->templates);
  g_strfreev (job->only);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* Of a session, else of a decision, else of a plan. */
static gpointer
read_pack (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Job *job = data;
  g_autoptr(GError) problem = NULL;
  OcopPack *pack = job->period == NULL ? ocop_pack_read_session (reader, job->id, &problem) : NULL;

  if (pack == NULL && (problem == NULL || g_error_matches (problem, OCOP_ERROR, OCOP_ERROR_NOT_FOUND)))
    {
      g_clear_error (&problem);
      pack = job->period == NULL ? ocop_pack_read_decision (reader, job->id, &problem) : NULL;
    }
  if (pack == NULL && (problem == NULL || g_error_matches (problem, OCOP_ERROR, OCOP_ERROR_NOT_FOUND)))
    return ocop_pack_read_plan (reader, job->id, job->period, job->on, error);
  if (pack == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return pack;
}

static void
list_items (const OcopInvocation *invocation,
            const OcopPack       *pack)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  ocop_output_add_column (output, "path", C_("column", "File"), NULL);
  for (guint i = 0; i < pack->items->len; i++)
    {
      const OcopPackItem *item = ocop_pack_get_item (pack, i);
      g_autofree char *path = g_strconcat (item->path, item->template != NULL ? ".docx" : ".pdf", NULL);
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) item->name },
        { OCOP_VALUE_TEXT, 0, (char *) item->title },
        { OCOP_VALUE_TEXT, 0, path },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
}

static gboolean
is_wanted (const Job          *job,
           const OcopPackItem *item)
{
  return job->only == NULL || g_strv_contains ((const char * const *) job->only, item->name);
}

/* (element-type OcopPackItem): %NULL after it has said which name of --only is none. */
static GPtrArray *
choose_items (const Job      *job,
              const OcopPack *pack)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  for (char **name = job->only; name != NULL && *name != NULL; name++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < pack->items->len; i++)
        found = found || g_str_equal (ocop_pack_get_item (pack, i)->name, *name);
      if (!found)
        {
          ocop_invocation_say (_("There is no paper “%s” here; --list lists them"), *name);
          return NULL;
        }
    }
  for (guint i = 0; i < pack->items->len; i++)
    if (is_wanted (job, ocop_pack_get_item (pack, i)))
      g_ptr_array_add (items, pack->items->pdata[i]);
  return g_steal_pointer (&items);
}

static void
show_progress (gsize    done,
               gsize    total,
               gpointer data)
{
  g_printerr ("\r%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT, done, total);
}

static OcopStatus
tell_written (const OcopPackWritten *written)
{
  for (guint i = 0; i < written->problems->len; i++)
    ocop_invocation_say ("%s", (char *) written->problems->pdata[i]);
  for (guint i = 0; i < written->kept->len; i++)
    ocop_invocation_say (_("%s is there already and was kept; --overwrite replaces it"), (char *) written->kept->pdata[i]);
  return written->problems->len > 0 || written->kept->len > 0 ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

static OcopStatus
write_items (const Job      *job,
             const OcopPack *pack,
             GPtrArray      *items)
{
  g_autoptr(OcopPackWritten) written = ocop_pack_written_new ();
  g_autoptr(GError) error = NULL;
  gboolean watched = ocop_invocation_is_watched ();
  gboolean done = ocop_pack_write (pack, items, job->folder, job->templates, job->overwrite,
                                   watched ? show_progress : NULL, NULL, NULL, written, &error);
  OcopStatus status;

  if (watched)
    g_printerr ("\r           \r");
  status = tell_written (written);
  if (done)
    {
      g_print (ngettext ("%u file written\n", "%u files written\n", written->n_files), written->n_files);
      return status;
    }
  ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_UNUSABLE;
}

static OcopStatus
run (OcopInvocation *invocation,
     const Job      *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopPack) pack = NULL;
  g_autoptr(GPtrArray) items = NULL;
  OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  pack = ocop_register_read (reg, read_pack, (gpointer) job, &error);
  if (pack != NULL)
    ocop_pack_find_background (pack, reg);
  ocop_invocation_close (reg);
  if (pack == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  if (job->list)
    {
      list_items (invocation, pack);
      return OCOP_STATUS_DONE;
    }
  items = choose_items (job, pack);
  return items != NULL ? write_items (job, pack, items) : OCOP_STATUS_UNUSABLE;
}

OcopStatus
ocop_command_papers (OcopInvocation *invocation)
{
  g_auto(Job) job = { NULL };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &job.list, N_("List the papers instead of writing them"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &job.folder, N_("The folder to write into"), N_("FOLDER") },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &job.only, N_("Only this paper; may be given again"), N_("NAME") },
    { "templates", 0, 0, G_OPTION_ARG_FILENAME, &job.templates, N_("The office's own templates (default: the folder FILE.mau beside the register)"), N_("FOLDER") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &job.period, N_("Of a plan: half, nine-months, quarter-1…4, month-1…12, DAY..DAY"), N_("PERIOD") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &job.overwrite, N_("Replace files that are there"), NULL },
    { NULL }
  };

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (job.folder == NULL && !job.list)
    {
      ocop_invocation_say (_("-o FOLDER is needed, or --list"));
      return OCOP_STATUS_UNUSABLE;
    }
  job.id = invocation->arguments[1];
  job.on = invocation->on;
  if (job.templates == NULL)
    job.templates = ocop_template_own_dup_folder (invocation->arguments[0]);
  return run (invocation, &job);
}
