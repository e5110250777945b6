/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of a period on a plan. */

#include "report/plan/ocop-plan-letter.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "report/ocop-template-head.h"
#include "report/plan/ocop-plan-words.h"

/* Work done: what is counted in the period, by which of its days. */
typedef struct
{
  const char *title;
  const char *unit;
  const char *kind;
  const char *day;
  const char *distinct;  /* (nullable): what is counted once */
  const char *field;     /* (nullable): with @value a further condition */
  const char *value;
} Work;

static const Work works[] = {
  { N_("Inspections held"), NC_("unit", "inspections"), "inspection", "held_on" },
  { N_("Producers inspected"), NC_("unit", "producers"), "inspection", "held_on", "producer" },
  { N_("Courses held"), NC_("unit", "courses"), "course", "held_on", NULL, "state", "held" },
  { N_("Attendances at courses"), NC_("unit", "persons"), "trainee", "course.held_on", NULL, "course.state", "held" },
  { N_("Events of trade promotion"), NC_("unit", "events"), "event", "held_on" },
  { N_("Producers that took part in them"), NC_("unit", "producers"), "participation", "event.held_on", "producer" },
  { N_("Memoranda signed"), NC_("unit", "papers"), "participation", "event.held_on", NULL, "dealing", "memorandum" },
  { N_("Contracts signed"), NC_("unit", "papers"), "participation", "event.held_on", NULL, "dealing", "contract" },
  { N_("Support granted"), NC_("unit", "cases"), "support", "granted_on" },
  { N_("Advice given to producers"), NC_("unit", "cases"), "consultation", "given_on" },
};

static gint64
count_work (const Work            *work,
            OcopReader            *reader,
            const OcopReportYear  *year,
            GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (work->kind);

  ocop_report_year_where (year, query, work->day);
  if (work->field != NULL)
    ocop_query_where (query, work->field, OCOP_OPERATOR_IS, work->value, NULL);
  ocop_query_set_measure (query, work->distinct != NULL ? OCOP_MEASURE_COUNT_DISTINCT : OCOP_MEASURE_COUNT, work->distinct);
  return ocop_reader_measure (reader, query, error);
}

static gboolean
add_work (OcopTemplateData      *data,
          OcopReader            *reader,
          const OcopReportYear  *year,
          GError               **error)
{
  OcopReportYear before = ocop_report_year_before (year);

  ocop_template_data_add_list (data, "cong_viec");
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      gint64 now = count_work (&works[i], reader, year, error);
      gint64 then = now >= 0 ? count_work (&works[i], reader, &before, error) : -1;
      g_autofree char *place = g_strdup_printf ("%u", i + 1);
      g_autofree char *now_text = ocop_number_to_people (now);
      g_autofree char *then_text = ocop_number_to_people (then);
      OcopValue change = ocop_report_percent_of (now, then);
      g_autofree char *percent = ocop_plan_words_to_people (&change);
      OcopTemplateData *row;

      if (then < 0)
        return FALSE;
      row = ocop_template_data_add_row (data, "cong_viec");
      ocop_template_data_set (row, "tt", place);
      ocop_template_data_set (row, "noi_dung", _(works[i].title));
      ocop_template_data_set (row, "don_vi_tinh", g_dpgettext2 (NULL, "unit", works[i].unit));
      ocop_template_data_set (row, "ket_qua", now_text);
      ocop_template_data_set (row, "cung_ky", then_text);
      ocop_template_data_set (row, "so_cung_ky", percent);
    }
  return TRUE;
}

/* How many targets stand how: "Met: 2; Exceeded: 5; At risk: 6." */
static void
set_standings (OcopTemplateData *data,
               const OcopPlan   *plan)
{
  guint n[OCOP_STANDING_MISSED + 1] = { 0 };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < plan->targets->len; i++)
    n[((const OcopProgress *) plan->targets->pdata[i])->standing]++;
  for (guint i = OCOP_STANDING_MET; i <= OCOP_STANDING_MISSED; i++)
    if (n[i] > 0)
      {
        g_autofree char *title = g_utf8_strdown (ocop_standing_title (i), -1);

        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? "; " : "", title, n[i]);
      }
  /* Translators: a number of targets, then how many of them stand how: "met: 2; at risk: 6" */
  sentence = g_strdup_printf (_("The plan has %u targets: %s."), plan->targets->len, text->str);
  ocop_template_data_set (data, "danh_gia_chung", sentence);
}

/* What the targets themselves tell of shortcomings; NULL where all goes well. */
static char *
dup_weak_targets (const OcopPlan *plan)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];

      if (progress->standing == OCOP_STANDING_AT_RISK || progress->standing == OCOP_STANDING_MISSED)
        g_ptr_array_add (names, (gpointer) ocop_record_get_text (progress->target, "name"));
    }
  text = ocop_text_join ("; ", (const char * const *) names->pdata, names->len);
  return names->len > 0 ? g_strdup_printf (_("Targets not met or at risk: %s."), text) : NULL;
}

/* The note of the last frozen report of the plan; NULL without one. */
static gboolean
find_last_note (OcopReader            *reader,
                const OcopReportYear  *year,
                char                 **note,
                GError               **error)
{
  static const char * const columns[] = { "note", NULL };
  char until[OCOP_DATE_TEXT_SIZE];
  g_autoptr(OcopQuery) query = ocop_query_new ("frozen_report");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "plan.year", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where (query, "until_day", OCOP_OPERATOR_AT_MOST, ocop_date_to_text (year->period.until, until), NULL);
  ocop_query_where (query, "note", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_order_by (query, "until_day", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  *note = rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? g_strdup (ocop_rows_get_text (rows, 0, 0)) : NULL;
  return rows != NULL;
}

/* Whether what comes next begins with @line: "V. …", "Phương hướng …". */
static gboolean
begins_directions (const char *line)
{
  g_autofree char *folded = ocop_text_fold (line);

  return g_str_has_prefix (folded, "phuong huong") || g_str_has_prefix (folded, "v phuong huong");
}

/* The last report's shortcomings, then, from the line that names them, its directions. */
static void
split_note (const char  *note,
            char       **shortcomings,
            char       **directions)
{
  g_auto(GStrv) lines = g_strsplit (note, "\n", -1);
  GString *texts[] = { g_string_new (NULL), g_string_new (NULL) };
  guint part = 0;

  for (char **line = lines; *line != NULL; line++)
    if (part == 0 && begins_directions (*line))
      part = 1;
    else if (*g_strstrip (*line) != '\0')
      g_string_append_printf (texts[part], "%s%s", texts[part]->len > 0 ? "\n" : "", *line);
  *shortcomings = g_string_free (texts[0], FALSE);
  *directions = g_string_free (texts[1], FALSE);
}

static gboolean
set_outlook (OcopTemplateData      *data,
             OcopReader            *reader,
             const OcopReportYear  *year,
             const OcopPlan        *plan,
             GError               **error)
{
  g_autofree char *note = NULL;
  g_autofree char *shortcomings = NULL;
  g_autofree char *directions = NULL;
  g_autofree char *weak = dup_weak_targets (plan);
  g_autofree char *both = NULL;

  if (!find_last_note (reader, year, &note, error))
    return FALSE;
  split_note (note != NULL ? note : "", &shortcomings, &directions);
  both = g_strjoin ("\n", weak != NULL ? weak : shortcomings, weak != NULL && *shortcomings != '\0' ? shortcomings : NULL, NULL);
  ocop_template_set_or_dots (data, "ton_tai_nguyen_nhan", both);
  ocop_template_set_or_dots (data, "phuong_huong", directions);
  return TRUE;
}

static void
set_period (OcopTemplateData     *data,
            const OcopReportYear *year)
{
  g_autofree char *period = ocop_period_to_people (year->period);
  g_autofree char *first = g_utf8_strdown (period, (gssize) (g_utf8_next_char (period) - period));
  g_autofree char *low = g_strconcat (first, g_utf8_next_char (period), NULL);
  g_autofree char *days = ocop_report_year_dup_days (year);

  ocop_template_data_set (data, "ky_bao_cao", low);
  ocop_template_data_set (data, "so_lieu_tinh", days);
}

/* "Plan of the year, no. 66/KH-UBND of 07/03/2026" */
static void
set_plan_name (OcopTemplateData *data,
               const OcopRecord *plan)
{
  const char *number = ocop_record_get_text (plan, "number");
  OcopDate on = ocop_record_get_date (plan, "issued_on");
  g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : NULL;
  g_autofree char *whole = number != NULL && day != NULL
    ? g_strdup_printf (_("%s, no. %s of %s"), ocop_record_get_text (plan, "name"), number, day) : NULL;

  ocop_template_data_set (data, "ten_ke_hoach", whole != NULL ? whole : ocop_record_get_text (plan, "name"));
}

OcopTemplateData *
ocop_plan_letter_new_report (OcopReader            *reader,
                             const OcopReportYear  *year,
                             const OcopPlan        *plan,
                             GError               **error)
{
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();

  set_period (data, year);
  set_plan_name (data, plan->record);
  set_standings (data, plan);
  ocop_plan_letter_add_targets (data, plan, FALSE);
  return ocop_plan_letter_write_head (data, reader, plan->record, FALSE, error) &&
         add_work (data, reader, year, error) &&
         ocop_plan_letter_add_tasks (data, reader, plan->record, year, error) &&
         ocop_plan_letter_add_money (data, reader, plan->record, error) &&
         set_outlook (data, reader, year, plan, error) ? g_steal_pointer (&data) : NULL;
}
