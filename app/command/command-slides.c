/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop slides */

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "command-fields.h"
#include "commands.h"
#include "report/chart/ocop-saved-chart.h"
#include "report/ocop-paper-file.h"
#include "report/slides/ocop-slides-read.h"

/* Behind the name of a chart, what it is of: "plan-localities:P23". */
#define CHOSEN ":"

typedef struct
{
  char **charts;
  char **tables;
  char **reports;
  char **saved;
  char **saved_tables;
  char *title;
  char *set;
  char *locality;
  char *path;
  gboolean handout;
  gboolean names;
} Options;

typedef struct
{
  const Options *options;
  char **typed; /* tells in which order they came */
  OcopDate on;
} Job;

static void
options_clear (Options *options)
{
  g_strfreev (options->charts);
  g_strfreev (options->tables);
  g_strfreev (options->reports);
  g_strfreev (options->saved);
  g_strfreev (options->saved_tables);
  g_free (options->title);
  g_free (options->set);
  g_free (options->locality);
  g_free (options->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Slides in the order in which they were asked for, as the options are read through. */
typedef struct
{
  OcopSlideSet *set;
  const OcopRecord *office;
  GError **error;
} Collecting;

/* Cuts @chosen in two where it says what the chart is of. */
static gboolean
add_part (Collecting *self,
          const char *chosen,
          gboolean    as_table)
{
  g_auto(GStrv) parts = g_strsplit (chosen, CHOSEN, 2);

  g_ptr_array_add (self->set->parts, ocop_slide_part_new (parts[0] != NULL ? parts[0] : "", parts[0] != NULL ? parts[1] : NULL, as_table));
  return TRUE;
}

static gboolean
add_report (Collecting *self,
            const char *report,
            gboolean    as_table)
{
  g_ptr_array_add (self->set->parts, ocop_slide_part_new_report (report));
  return TRUE;
}

static gboolean
add_saved (Collecting *self,
           const char *name,
           gboolean    as_table)
{
  g_autoptr(OcopSavedChart) saved = ocop_saved_chart_find (self->office, name, self->error);
  OcopChartQuestion question;
  OcopSlidePart *part;

  if (saved == NULL)
    return FALSE;
  question = ocop_saved_chart_ask (saved, OCOP_DATE_UNKNOWN);
  part = ocop_slide_part_new_asked (&question);
  part->as_table = as_table;
  g_ptr_array_add (self->set->parts, part);
  return TRUE;
}

static gboolean
is_option (const char *argument,
           const char *name)
{
  gsize length = strlen (name);

  return strncmp (argument, name, length) == 0 && (argument[length] == '\0' || argument[length] == '=');
}

/* The parser keeps each kind of slide apart. */
static gboolean
collect_parts (Collecting    *self,
               const Options *options,
               char         **typed)
{
  struct
  {
    const char *option;
    char **values;
    gboolean as_table;
    gboolean (*add) (Collecting *self,
                     const char *value,
                     gboolean    as_table);
  } kinds[] = {
    { "--chart", options->charts, FALSE, add_part },   { "--table", options->tables, TRUE, add_part },
    { "--report", options->reports, TRUE, add_report }, { "--saved", options->saved, FALSE, add_saved },
    { "--saved-table", options->saved_tables, TRUE, add_saved },
  };

  for (; *typed != NULL; typed++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (is_option (*typed, kinds[i].option) && kinds[i].values != NULL && *kinds[i].values != NULL
          && !kinds[i].add (self, *kinds[i].values++, kinds[i].as_table))
        return FALSE;
  return TRUE;
}

static gboolean
are_chosen (const Options *options)
{
  return options->charts != NULL || options->tables != NULL || options->reports != NULL || options->saved != NULL
         || options->saved_tables != NULL;
}

/* Those that were chosen, those that are kept, or else the usual ones. */
static OcopSlideSet *
find_set (OcopReader  *reader,
          const Job   *job,
          GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopSlideSet) set = NULL;

  if (office == NULL)
    return NULL;
  if (job->options->set != NULL)
    return ocop_slide_set_find (office, job->options->set, error);
  if (!are_chosen (job->options))
    return ocop_slide_set_new_usual ();
  set = ocop_slide_set_new ();
  return collect_parts (&(Collecting) { set, office, error }, job->options, job->typed) ? g_steal_pointer (&set) : NULL;
}

/* All slides that say nothing of a place themselves. */
static gboolean
put_place (OcopSlideSet  *set,
           OcopReader    *reader,
           const char    *locality,
           GError       **error)
{
  g_autofree char *place = NULL;

  if (!ocop_command_find_place (reader, locality, &place, error))
    return FALSE;
  for (guint i = 0; i < set->parts->len; i++)
    {
      OcopSlidePart *part = set->parts->pdata[i];

      if (part->place == NULL && part->base == NULL)
        part->place = g_strdup (place);
    }
  return TRUE;
}

static gpointer
read_slides (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopSlideSet) set = find_set (reader, job, error);

  if (set == NULL || !put_place (set, reader, job->options->locality, error))
    return NULL;
  if (job->options->title != NULL)
    {
      g_free (set->title);
      set->title = g_strdup (job->options->title);
    }
  return ocop_slides_read (reader, &(OcopSlidesAsked) { set, job->on, job->options->names }, error);
}

static gboolean
find_form (const Options  *options,
           OcopSlidesForm *form)
{
  gboolean pages = ocop_text_ends_in (options->path, ".pdf");

  *form = options->handout ? OCOP_SLIDES_HANDOUT : pages ? OCOP_SLIDES_PAGES : OCOP_SLIDES_PRESENTATION;
  if (!pages && !ocop_text_ends_in (options->path, ".pptx"))
    ocop_invocation_say (_("%s: the name must end with .pptx or .pdf"), options->path);
  else if (options->handout && !pages)
    ocop_invocation_say (_("%s: a handout is a .pdf"), options->path);
  else
    return TRUE;
  return FALSE;
}

static OcopStatus
write_slides (OcopInvocation *invocation,
              Job            *job,
              OcopSlidesForm  form)
{
  OcopStatus status;
  g_autoptr(OcopSlides) slides = ocop_invocation_read (invocation, read_slides, job, &status);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (slides == NULL)
    return status;
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
    { "saved", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.saved, N_("A slide with a chart that the office keeps under a name, with what it is compared with; likewise"), N_("NAME") },
    { "saved-table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.saved_tables, N_("A slide with its figures in rows; likewise"), N_("NAME") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_("The slides that the office keeps under a name, of the day that they are fixed to"), N_("NAME") },
    { "locality", 0, 0, G_OPTION_ARG_STRING, &options.locality,
      N_("Of one administrative unit: its code or name; of “all” also what lies in other provinces (default: the office's own)"), N_("CODE|all") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Of the title page"), N_("TEXT") },
    { "handout", 0, 0, G_OPTION_ARG_NONE, &options.handout, N_("Two slides to an A4 page, for printing (.pdf)"), NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, N_("Name persons, who are masked otherwise"), NULL },
    { NULL }
  };
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
  if (options.set != NULL && are_chosen (&options))
    {
      ocop_invocation_say (_("Either kept slides or chosen ones"));
      return OCOP_STATUS_UNUSABLE;
    }
  return write_slides (invocation, &(Job) { &options, typed, invocation->on }, form);
}
