/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop slides */

#include <glib/gi18n.h>
#include <string.h>

#include "commands.h"
#include "report/ocop-paper-file.h"
#include "report/slides/ocop-slides-read.h"

/* Behind the name of a chart, what it is of: "plan-localities:P23". */
#define CHOSEN ':'

typedef struct
{
  char **charts;
  char **tables;
  char **reports;
  char *title;
  char *set;
  char *path;
  gboolean handout;
} Options;

typedef struct
{
  const Options *options;
  OcopSlideSet *set; /* what was chosen in its place: empty for none */
  OcopDate on;
} Job;

static void
options_clear (Options *options)
{
  g_strfreev (options->charts);
  g_strfreev (options->tables);
  g_strfreev (options->reports);
  g_free (options->title);
  g_free (options->set);
  g_free (options->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static OcopSlideSet *
find_kept (OcopReader  *reader,
           const char  *name,
           GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  return office != NULL ? ocop_slide_set_find (office, name, error) : NULL;
}

static gpointer
read_slides (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopSlideSet) other = NULL;
  OcopSlideSet *set = job->set;

  if (job->options->set != NULL)
    set = other = find_kept (reader, job->options->set, error);
  else if (set->parts->len == 0)
    set = other = ocop_slide_set_new_usual ();
  if (set == NULL)
    return NULL;
  if (job->options->title != NULL)
    {
      g_free (set->title);
      set->title = g_strdup (job->options->title);
    }
  return ocop_slides_read (reader, &(OcopSlidesAsked) { set, job->on }, error);
}

static gboolean
find_form (const Options  *options,
           OcopSlidesForm *form)
{
  g_autofree char *lower = g_utf8_strdown (options->path, -1);
  gboolean pages = g_str_has_suffix (lower, ".pdf");

  *form = options->handout ? OCOP_SLIDES_HANDOUT : pages ? OCOP_SLIDES_PAGES : OCOP_SLIDES_PRESENTATION;
  if (!pages && !g_str_has_suffix (lower, ".pptx"))
    ocop_invocation_say (_("%s: the name must end with .pptx or .pdf"), options->path);
  else if (options->handout && !pages)
    ocop_invocation_say (_("%s: a handout is a .pdf"), options->path);
  else
    return TRUE;
  return FALSE;
}

/* Cuts @chosen in two where it says what the chart is of. */
static void
add_part (OcopSlideSet *set,
          char         *chosen,
          gboolean      as_table)
{
  char *subject = strchr (chosen, CHOSEN);

  if (subject != NULL)
    *subject++ = '\0';
  g_ptr_array_add (set->parts, ocop_slide_part_new (chosen, subject, as_table));
}

static gboolean
is_option (const char *argument,
           const char *name)
{
  gsize length = strlen (name);

  return strncmp (argument, name, length) == 0 && (argument[length] == '\0' || argument[length] == '=');
}

/* The parser keeps charts apart from tables; @typed tells in which order they came. */
static OcopSlideSet *
collect_parts (const Options *options,
               char         **typed)
{
  OcopSlideSet *set = ocop_slide_set_new ();
  char **chart = options->charts, **table = options->tables, **report = options->reports;

  for (; *typed != NULL; typed++)
    {
      if (is_option (*typed, "--chart") && chart != NULL && *chart != NULL)
        add_part (set, *chart++, FALSE);
      else if (is_option (*typed, "--table") && table != NULL && *table != NULL)
        add_part (set, *table++, TRUE);
      else if (is_option (*typed, "--report") && report != NULL && *report != NULL)
        g_ptr_array_add (set->parts, ocop_slide_part_new_report (*report++));
    }
  return set;
}

static OcopStatus
write_slides (OcopInvocation *invocation,
              Job            *job,
              OcopSlidesForm  form)
{
  OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  g_autoptr(OcopSlides) slides = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  slides = ocop_register_read (reg, read_slides, job, &error);
  ocop_invocation_close (reg);
  if (slides != NULL)
    bytes = ocop_slides_to_bytes (slides, form, &error);
  if (bytes == NULL || !ocop_paper_file_write (job->options->path, bytes, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

OcopStatus
ocop_command_slides (OcopInvocation *invocation)
{
  g_auto(Options) options = { NULL };
  g_auto(GStrv) typed = g_strdupv (invocation->argv);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("The file to write: .pptx or .pdf"), N_("OUT") },
    { "chart", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.charts, N_("A slide with a chart of “ocop chart --list”; may be given several times"), N_("NAME[:SUBJECT]") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tables, N_("A slide with the figures of a chart in rows; likewise"), N_("NAME[:SUBJECT]") },
    { "report", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.reports, N_("Slides with the table of a report: star-distribution, expiring, plan-progress, rounds or disbursement; likewise"), N_("NAME") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_("The slides that the office keeps under a name, of the day that they are fixed to"), N_("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Of the title page"), N_("TEXT") },
    { "handout", 0, 0, G_OPTION_ARG_NONE, &options.handout, N_("Two slides to an A4 page, for printing (.pdf)"), NULL },
    { NULL }
  };
  g_autoptr(OcopSlideSet) set = NULL;
  OcopSlidesForm form;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (options.path == NULL)
    {
      ocop_invocation_say (_("A register and -o OUT are needed"));
      return OCOP_STATUS_UNUSABLE;
    }
  if (!find_form (&options, &form))
    return OCOP_STATUS_UNUSABLE;
  set = collect_parts (&options, typed);
  if (options.set != NULL && set->parts->len > 0)
    {
      ocop_invocation_say (_("Either kept slides or chosen ones"));
      return OCOP_STATUS_UNUSABLE;
    }
  return write_slides (invocation, &(Job) { &options, set, invocation->on }, form);
}
