/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop chart */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "command-fields.h"
#include "commands.h"
#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-chart-data.h"
#include "report/chart/ocop-chart-workbook.h"
#include "report/chart/ocop-saved-chart.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
#define LARGEST 20000

/* Behind the name of a chart, what it is of: "plan-localities:P23". */
#define CHOSEN ":"

/* As it was typed. */
typedef struct
{
  char *saved;
  char *locality;
  char *against;
  gboolean names;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->saved);
  g_free (options->locality);
  g_free (options->against);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* @name: with what it is of behind it; %NULL of a saved chart */
typedef struct
{
  const Options *options;
  const char *name;
  OcopDate on;
} Job;

static gpointer
draw_saved (OcopReader  *reader,
            const Job   *job,
            GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopSavedChart) saved = office != NULL ? ocop_saved_chart_find (office, job->options->saved, error) : NULL;
  OcopChartQuestion question;

  if (saved == NULL)
    return NULL;
  question = ocop_saved_chart_ask (saved, job->on);
  question.named = job->options->names;
  return ocop_chart_question_draw (&question, reader, error);
}

static gboolean
is_day (const char *text)
{
  OcopDate day;

  return g_str_equal (text, OCOP_CHART_AGAINST_LAST_YEAR) || g_str_equal (text, OCOP_CHART_AGAINST_YEAR_END)
         || (ocop_date_parse (text, &day) && ocop_date_is_day (day));
}

/* (transfer full): what the chart is held against; %NULL where @text is nothing that it can be held against. */
static char *
find_against (OcopReader               *reader,
              const OcopChartQuestion  *question,
              const char               *text,
              GError                  **error)
{
  const OcopChartName *about = ocop_chart_data_check_name (question->chart, error);
  g_autofree char *unit = NULL;
  OcopDate day;

  if (about == NULL)
    return NULL;
  if ((about->compares & OCOP_CHART_COMPARES_DAYS) && ocop_chart_against_day (text, question->on, &day))
    return g_strdup (text);
  if ((about->compares & OCOP_CHART_COMPARES_PLACES) && !is_day (text))
    {
      unit = ocop_command_find_record (reader, ocop_kind_find ("unit"), text, error);
      if (unit == NULL)
        return NULL;
    }
  if (unit != NULL && g_strcmp0 (unit, question->place) != 0)
    return g_strconcat (OCOP_CHART_AGAINST_PLACE, unit, NULL);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The chart “%s” cannot be compared with “%s”"), question->chart, text);
  return NULL;
}

static gpointer
draw_named (OcopReader  *reader,
            const Job   *job,
            GError     **error)
{
  const Options *options = job->options;
  g_auto(GStrv) parts = g_strsplit (job->name, CHOSEN, 2);
  OcopChartQuestion question = { .chart = parts[0], .subject = parts[0] != NULL ? parts[1] : NULL, .on = job->on, .named = options->names };
  g_autofree char *place = NULL;
  g_autofree char *against = NULL;

  if (!ocop_command_find_place (reader, options->locality, &place, error))
    return NULL;
  question.place = place;
  if (options->against != NULL)
    question.against = against = find_against (reader, &question, options->against, error);
  if (options->against != NULL && against == NULL)
    return NULL;
  return ocop_chart_question_draw (&question, reader, error);
}

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;

  return job->name != NULL ? draw_named (reader, job, error) : draw_saved (reader, job, error);
}

static void
add_chart (OcopOutput *output,
           const char *name,
           const char *title)
{
  const OcopValue row[] = {
    { OCOP_VALUE_TEXT, 0, (char *) name },
    { OCOP_VALUE_TEXT, 0, (char *) title },
  };

  ocop_output_add_row (output, row);
}

/* (element-type OcopChartSubject) */
static gpointer
read_subjects (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Job *job = data;

  return ocop_chart_data_read_subjects (reader, job->name, job->on, error);
}

static void
add_subjects (OcopOutput          *output,
              const OcopChartName *chart,
              const GPtrArray     *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const OcopChartSubject *subject = subjects->pdata[i];
      g_autofree char *name = g_strconcat (chart->name, CHOSEN, subject->key, NULL);
      g_autofree char *title = g_strdup_printf ("%s: %s", _(chart->title), subject->title);

      add_chart (output, name, title);
    }
}

/* @reg: (nullable): of which what charts can be of is listed too */
static gboolean
add_charts (OcopOutput    *output,
            OcopRegister  *reg,
            OcopDate       on,
            GError       **error)
{
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    {
      const OcopChartName *chart = ocop_chart_data_get_name (i);
      Job job = { NULL, chart->name, on };
      g_autoptr(GPtrArray) subjects = NULL;

      add_chart (output, chart->name, _(chart->title));
      if (reg == NULL)
        continue;
      subjects = ocop_register_read (reg, read_subjects, &job, error);
      if (subjects == NULL)
        return FALSE;
      add_subjects (output, chart, subjects);
    }
  return TRUE;
}

static OcopStatus
list_charts (OcopInvocation *invocation)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();
  g_autoptr(GError) error = NULL;
  OcopRegister *reg = NULL;
  gboolean listed;

  if (invocation->n_arguments > 0)
    {
      reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
      if (reg == NULL)
        return OCOP_STATUS_UNUSABLE;
    }
  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  listed = add_charts (output, reg, invocation->on, &error);
  if (reg != NULL)
    ocop_invocation_close (reg);
  if (!listed)
    return ocop_invocation_fail (g_steal_pointer (&error));
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

/* "800x600" */
static gboolean
parse_size (const char    *text,
            OcopChartSize *size)
{
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", "x", 2);
  guint64 width, height;

  *size = (OcopChartSize) { DEFAULT_WIDTH, DEFAULT_HEIGHT, 1 };
  if (text == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, LARGEST, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, LARGEST, &height, NULL))
    {
      ocop_invocation_say (_("“%s” is not a size; give it as 800x600"), text);
      return FALSE;
    }
  size->width = (double) width;
  size->height = (double) height;
  return TRUE;
}

static const OcopChartTheme *
parse_theme (const char *name)
{
  const OcopChartTheme *theme = ocop_chart_theme_find (name != NULL ? name : "print-colour");

  if (theme == NULL)
    ocop_invocation_say (_("There is no theme “%s”"), name);
  return theme;
}

/* Whoever asks for a large picture wants to read it from further away; of a page the type has the size that it says. */
static OcopChartSize
size_for (const char           *path,
          OcopChartSize         size,
          const OcopChartTheme *theme)
{
  return ocop_text_ends_in (path, ".png") ? ocop_chart_size_of_pixels (theme, size.width, size.height) : size;
}

static OcopStatus
draw (OcopInvocation       *invocation,
      const Options        *options,
      const char           *path,
      OcopChartSize         size,
      const OcopChartTheme *theme)
{
  Job job = { options, invocation->arguments[1], invocation->on };
  OcopStatus status;
  g_autoptr(OcopChart) chart = ocop_invocation_read (invocation, read_chart, &job, &status);
  g_autoptr(GError) error = NULL;

  if (chart == NULL)
    return status;
  if (!ocop_chart_save (chart, path, size_for (path, size, theme), theme, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

/* A saved chart has its own localities. */
static gboolean
is_complete (const OcopInvocation *invocation,
             const Options        *options)
{
  if (options->saved != NULL)
    return invocation->n_arguments == 1 && options->locality == NULL && options->against == NULL;
  return invocation->n_arguments == 2;
}

OcopStatus
ocop_command_chart (OcopInvocation *invocation)
{
  g_auto(Options) options = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *size_text = NULL;
  g_autofree char *theme_name = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the charts; with a register, also what each can be of"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write: .svg, .png, .pdf or .xlsx"), N_("OUT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size_text, N_("Pixels of a picture, points of a page"), N_("WxH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name,
      N_("screen-light, screen-dark, screen-contrast, screen-contrast-dark, projector, print-colour (default) or print-grey"), N_("THEME") },
    { "locality", 0, 0, G_OPTION_ARG_STRING, &options.locality,
      N_("Of one administrative unit: its code or name; of “all” also what lies in other provinces (default: the office's own)"), N_("CODE|all") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &options.against,
      N_("Compared with another day (a date, last-year or year-end), or with another administrative unit"), N_("DATE|CODE") },
    { "saved", 0, 0, G_OPTION_ARG_STRING, &options.saved, N_("In the place of NAME, a chart that the office keeps under a name"), N_("NAME") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, N_("Name persons, who are masked otherwise"), NULL },
    { NULL }
  };
  const OcopChartTheme *theme;
  OcopChartSize size;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (list)
    return list_charts (invocation);
  theme = parse_theme (theme_name);
  if (theme == NULL || !parse_size (size_text, &size))
    return OCOP_STATUS_UNUSABLE;
  if (path != NULL && is_complete (invocation, &options))
    return draw (invocation, &options, path, size, theme);
  ocop_invocation_say (options.saved != NULL ? _("A register and -o OUT are needed; a saved chart says the rest")
                                             : _("A register, the name of a chart and -o OUT are needed"));
  return OCOP_STATUS_UNUSABLE;
}
