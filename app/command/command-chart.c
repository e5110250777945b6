/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop chart */

#include <glib/gi18n.h>

#include "commands.h"
#include "report/chart/ocop-chart-data.h"
#include "report/chart/ocop-chart-workbook.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
#define LARGEST 20000

/* Behind the name of a chart, what it is of: "plan-localities:P23". */
#define CHOSEN ":"

typedef struct
{
  const char *name;
  OcopChartScope scope;
} Job;

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;

  return ocop_chart_data_new (reader, job->name, &job->scope, error);
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

  return ocop_chart_data_read_subjects (reader, job->name, job->scope.on, error);
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
      Job job = { chart->name, { .on = on } };
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
  g_autofree char *lower = g_utf8_strdown (path, -1);

  return g_str_has_suffix (lower, ".png") ? ocop_chart_size_of_pixels (theme, size.width, size.height) : size;
}

static OcopStatus
draw (OcopInvocation       *invocation,
      const char           *path,
      OcopChartSize         size,
      const OcopChartTheme *theme)
{
  g_auto(GStrv) parts = g_strsplit (invocation->arguments[1], CHOSEN, 2);
  Job job = { parts[0], { .on = invocation->on, .subject = parts[0] != NULL ? parts[1] : NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChart) chart = NULL;
  OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  chart = ocop_register_read (reg, read_chart, &job, &error);
  ocop_invocation_close (reg);
  if (chart == NULL || !ocop_chart_save (chart, path, size_for (path, size, theme), theme, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

OcopStatus
ocop_command_chart (OcopInvocation *invocation)
{
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
  if (path != NULL && invocation->n_arguments == 2)
    return draw (invocation, path, size, theme);
  ocop_invocation_say (_("A register, the name of a chart and -o OUT are needed"));
  return OCOP_STATUS_UNUSABLE;
}
