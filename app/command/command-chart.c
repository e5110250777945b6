/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop chart */

#include <glib/gi18n.h>

#include "chart/ocop-chart-export.h"
#include "commands.h"
#include "report/ocop-chart-data.h"
#include "report/plan/ocop-plan-chart.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
#define LARGEST 20000

typedef struct
{
  const char *name;
  OcopDate on;
} Job;

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;

  return ocop_chart_data_new (reader, job->name, NULL, job->on, error);
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

static gpointer
read_targets (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_plan_chart_read_targets (reader, *(OcopDate *) data, error);
}

/* @targets: (nullable): for a chart of one target, those that it can be of */
static void
add_charts (OcopOutput      *output,
            const GPtrArray *targets)
{
  for (const OcopChartName *chart = ocop_chart_data_names (); chart->name != NULL; chart++)
    {
      add_chart (output, chart->name, _(chart->title));
      for (guint i = 0; targets != NULL && i < targets->len && ocop_plan_chart_is_of_target (chart->name); i++)
        {
          const OcopPlanChartTarget *target = targets->pdata[i];
          g_autofree char *name = g_strdup_printf ("%s:%s", chart->name, target->key);
          g_autofree char *title = g_strdup_printf ("%s: %s", _(chart->title), target->title);

          add_chart (output, name, title);
        }
    }
}

static OcopStatus
list_charts (OcopInvocation *invocation)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();
  g_autoptr(GPtrArray) targets = NULL;

  if (invocation->n_arguments > 0)
    {
      g_autoptr(GError) error = NULL;
      OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);

      if (reg == NULL)
        return OCOP_STATUS_UNUSABLE;
      targets = ocop_register_read (reg, read_targets, &invocation->on, &error);
      ocop_invocation_close (reg);
      if (targets == NULL)
        return ocop_invocation_fail (g_steal_pointer (&error));
    }
  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  add_charts (output, targets);
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

static OcopStatus
draw (OcopInvocation       *invocation,
      const char           *path,
      OcopChartSize         size,
      const OcopChartTheme *theme)
{
  Job job = { invocation->arguments[1], invocation->on };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChart) chart = NULL;
  OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  chart = ocop_register_read (reg, read_chart, &job, &error);
  ocop_invocation_close (reg);
  if (chart == NULL || !ocop_chart_export (chart, path, size, theme, &error))
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
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the charts; with a register, also those of single targets of its plan"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write: .svg, .png or .pdf"), N_("OUT") },
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
