/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan as the office issues it. The words around it are in the template. */

#include "report/plan/ocop-plan-letter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "law/ocop-law.h"
#include "register/ocop-records.h"
#include "report/ocop-office-head.h"
#include "report/ocop-template-head.h"
#include "report/plan/ocop-plan-money.h"
#include "report/plan/ocop-plan-words.h"

/* Head and foot */

/* Where a head is too long for one line it ends behind the kind of the body: "ỦY BAN NHÂN DÂN", "HUYỆN TRÙNG KHÁNH". */
static char *
dup_issuer_head (const char *issuer)
{
  const char *kind = _("People's Committee");
  gboolean is_committee = g_str_has_prefix (issuer, kind) && issuer[strlen (kind)] == ' ';

  return ocop_template_dup_head_name (issuer, is_committee ? issuer + strlen (kind) + 1 : NULL);
}

/* The plan says itself who issues and signs it, where that is not the office. */
static void
set_issuer (OcopTemplateData *data,
            const OcopRecord *plan,
            const OcopRecord *office)
{
  const char *issuer = ocop_record_get_text (plan, "office");
  const char *title = ocop_record_get_text (plan, "signatory_title");

  if (issuer != NULL && g_strcmp0 (issuer, ocop_record_get_text (office, "name")) != 0)
    {
      g_autofree char *capitals = dup_issuer_head (issuer);

      ocop_template_set_superior (data, NULL);
      ocop_template_data_set (data, "co_quan_ban_hanh", capitals);
      ocop_template_data_set (data, "co_quan_ban_hanh_thuong", issuer);
    }
  if (title != NULL)
    {
      g_autofree char *lines = ocop_office_dup_signer_lines (title);

      ocop_template_data_set (data, "quyen_han_ky", lines);
      ocop_template_data_set (data, "nguoi_ky", ocop_record_get_text (plan, "signatory"));
    }
}

static void
set_issue (OcopTemplateData *data,
           const OcopRecord *plan)
{
  const char *number = ocop_record_get_text (plan, "number");
  OcopDate on = ocop_record_get_date (plan, "issued_on");
  g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : NULL;

  if (number != NULL)
    ocop_template_data_set (data, "so_ky_hieu", number);
  if (day != NULL)
    ocop_template_data_set (data, "ngay_thang_nam", day);
}

gboolean
ocop_plan_letter_write_head (OcopTemplateData  *data,
                             OcopReader        *reader,
                             const OcopRecord  *plan,
                             gboolean           of_plan,
                             GError           **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopPaper) paper = ocop_paper_new ("");

  if (office == NULL)
    return FALSE;
  ocop_office_head_write (paper, office);
  ocop_office_foot_write (paper, office);
  ocop_template_head_write (data, paper, ocop_record_get_text (office, "name"));
  ocop_template_write_number (data, of_plan ? "KH" : "BC", NULL);
  ocop_template_write_contact (data, ocop_record_get_text (office, "name"), ocop_record_get_text (office, "phone"));
  if (of_plan)
    {
      set_issuer (data, plan, office);
      set_issue (data, plan);
    }
  return TRUE;
}

/* "Plan of the year" becomes "Of the year": the name without the word for its kind. */
static char *
dup_subject (const OcopRecord *plan)
{
  const char *name = ocop_record_get_text (plan, "name");
  g_autofree char *kind = g_utf8_casefold (_("Plan"), -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *first = NULL;

  if (!g_str_has_prefix (folded, kind) || folded[strlen (kind)] != ' ')
    return g_strdup (name);
  name = g_utf8_offset_to_pointer (name, g_utf8_strlen (kind, -1) + 1);
  first = g_utf8_strup (name, (gssize) (g_utf8_next_char (name) - name));
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

/* Targets */

static void
set_value (OcopTemplateData *data,
           const char       *field,
           OcopValue         value)
{
  g_autofree char *text = ocop_plan_words_to_people (&value);

  ocop_template_data_set (data, field, text);
  ocop_value_clear (&value);
}

static void
add_target (OcopTemplateData   *data,
            const OcopProgress *progress,
            gboolean            of_plan,
            guint               number)
{
  OcopTemplateData *row = ocop_template_data_add_row (data, "chi_tieu");
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *note = ocop_plan_words_dup_note (progress);
  g_autofree char *goal = ocop_goal_to_people (&progress->goal);
  gint64 percent = 0;
  gboolean has_percent = ocop_goal_percent (&progress->goal, &progress->fact, &percent);

  ocop_template_data_set (row, "tt", place);
  ocop_template_data_set (row, "ten_chi_tieu", ocop_record_get_text (progress->target, "name"));
  ocop_template_data_set (row, "don_vi_tinh", ocop_plan_words_get_unit (progress));
  ocop_template_data_set (row, "co_quan_phu_trach", ocop_record_get_text (progress->target, "body"));
  set_value (row, "ke_hoach", of_plan ? ocop_value_text (goal) : ocop_plan_words_goal (&progress->goal));
  set_value (row, "thuc_hien", progress->fact.known ? ocop_plan_words_fact (progress, &progress->fact)
                                                    : ocop_value_text (ocop_standing_title (progress->standing)));
  set_value (row, "ty_le", has_percent ? ocop_value_integer (percent) : (OcopValue) OCOP_VALUE_INIT);
  set_value (row, "cung_ky", ocop_plan_words_fact (progress, &progress->before));
  set_value (row, "so_cung_ky", ocop_plan_words_change (progress));
  ocop_template_data_set (row, "trang_thai", ocop_standing_title (progress->standing));
  ocop_template_data_set (row, "ghi_chu", note);
}

/* A section is a row of its own; the other fields of it say nothing. */
static void
add_section (OcopTemplateData *data,
             const char       *section,
             guint             number)
{
  static const char * const empty[] = {
    "don_vi_tinh", "co_quan_phu_trach", "ke_hoach", "thuc_hien", "ty_le", "cung_ky", "so_cung_ky", "trang_thai", "ghi_chu"
  };
  OcopTemplateData *row = ocop_template_data_add_row (data, "chi_tieu");
  g_autofree char *place = ocop_report_dup_roman (number);
  g_autofree char *capitals = g_utf8_strup (section, -1);

  ocop_template_data_set (row, "tt", place);
  ocop_template_data_set (row, "ten_chi_tieu", capitals);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    ocop_template_data_set (row, empty[i], "");
}

void
ocop_plan_letter_add_targets (OcopTemplateData *data,
                              const OcopPlan   *plan,
                              gboolean          of_plan)
{
  g_autoptr(GPtrArray) sections = ocop_plan_words_list_sections (plan);
  gboolean is_divided = ocop_plan_words_is_divided (sections);
  guint n = 0;

  ocop_template_data_add_list (data, "chi_tieu");
  for (guint i = 0; i < sections->len; i++)
    {
      if (is_divided)
        add_section (data, sections->pdata[i], i + 1);
      for (guint j = 0; j < plan->targets->len; j++)
        if (g_str_equal (ocop_plan_words_get_section (plan->targets->pdata[j]), sections->pdata[i]))
          add_target (data, plan->targets->pdata[j], of_plan, ++n);
    }
}

/* Tasks */

static gboolean
is_of_period (const OcopRecord     *task,
              const OcopReportYear *year)
{
  static const char * const days[] = { "due_on", "done_on" };

  for (guint i = 0; year != NULL && i < G_N_ELEMENTS (days); i++)
    {
      OcopDate day = ocop_record_get_date (task, days[i]);

      if (ocop_date_is_day (day) && ocop_date_compare (day, year->period.from) >= 0 && ocop_date_compare (day, year->period.until) <= 0)
        return TRUE;
    }
  return year == NULL;
}

/* "from 01/03/2026 to 30/06/2026", "before 30/06/2026"; NULL without a day. */
static char *
dup_time (const OcopRecord *task)
{
  OcopDate from = ocop_record_get_date (task, "begins_on");
  OcopDate until = ocop_record_get_date (task, "due_on");
  g_autofree char *first = ocop_date_to_people (from);
  g_autofree char *last = ocop_date_to_people (until);

  if (ocop_date_is_known (from) && ocop_date_is_known (until))
    return g_strdup_printf ("%s – %s", first, last);
  return ocop_date_is_known (until) ? g_strdup_printf (_("by %s"), last) : *first != '\0' ? g_strdup (first) : NULL;
}

/* How far it is, with the evidence where there is any. */
static char *
dup_state (const OcopRecord *task)
{
  const char *title = ocop_report_choice_title ("task", "state", ocop_record_get_text (task, "state"));
  const char *evidence = ocop_record_get_text (task, "evidence");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (task, "done_on"));
  g_autofree char *done = *day != '\0' ? g_strdup_printf ("%s (%s)", title, day) : g_strdup (title);

  return evidence != NULL ? g_strdup_printf ("%s: %s", done, evidence) : g_steal_pointer (&done);
}

gboolean
ocop_plan_letter_add_tasks (OcopTemplateData      *data,
                            OcopReader            *reader,
                            const OcopRecord      *plan,
                            const OcopReportYear  *year,
                            GError               **error)
{
  g_autoptr(GPtrArray) tasks = ocop_records_load (reader, "task", "plan", ocop_record_get_id (plan), "place", error);
  g_autofree char *sentence = NULL;
  guint n = 0, n_done = 0;

  ocop_template_data_add_list (data, "nhiem_vu");
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      const OcopRecord *task = tasks->pdata[i];
      OcopTemplateData *row = is_of_period (task, year) ? ocop_template_data_add_row (data, "nhiem_vu") : NULL;
      g_autofree char *place = NULL;
      g_autofree char *time = dup_time (task);
      g_autofree char *state = dup_state (task);

      if (row == NULL)
        continue;
      n_done += g_strcmp0 (ocop_record_get_text (task, "state"), "done") == 0;
      place = g_strdup_printf ("%u", ++n);
      ocop_template_data_set (row, "tt", place);
      ocop_template_data_set (row, "ten_nhiem_vu", ocop_record_get_text (task, "name"));
      ocop_template_data_set (row, "chu_tri", ocop_record_get_text (task, "body"));
      ocop_template_data_set (row, "phoi_hop", ocop_record_get_text (task, "with_bodies"));
      ocop_template_data_set (row, "thoi_gian", time);
      ocop_template_data_set (row, "tinh_hinh", state);
    }
  sentence = g_strdup_printf (_("Tasks due or finished in the period: %u, of them done: %u."), n, n_done);
  ocop_template_data_set (data, "so_nhiem_vu", sentence);
  return tasks != NULL;
}

/* Money */

static void
set_money (OcopTemplateData *row,
           const char       *field,
           gint64            money)
{
  g_autofree char *text = ocop_number_to_people (money);

  ocop_template_data_set (row, field, text);
}

static void
add_money_row (OcopTemplateData    *data,
               const char          *place,
               const char          *source,
               const OcopPlanMoney *money)
{
  OcopTemplateData *row = ocop_template_data_add_row (data, "kinh_phi");

  ocop_template_data_set (row, "tt", place);
  ocop_template_data_set (row, "nguon", source);
  if (money->planned > 0)
    set_money (row, "du_toan", money->planned);
  else
    ocop_template_data_set (row, "du_toan", "");
  set_money (row, "giai_ngan", money->paid);
  set_value (row, "ty_le", money->planned > 0 ? ocop_value_integer (money->paid * 10000 / money->planned) : (OcopValue) OCOP_VALUE_INIT);
}

gboolean
ocop_plan_letter_add_money (OcopTemplateData  *data,
                            OcopReader        *reader,
                            const OcopRecord  *plan,
                            GError           **error)
{
  g_autoptr(GPtrArray) all = ocop_plan_money_read (reader, ocop_record_get_id (plan), error);
  OcopPlanMoney sum;
  g_autofree char *total = NULL;
  g_autofree char *words = NULL;

  if (all == NULL)
    return FALSE;
  ocop_template_data_add_list (data, "kinh_phi");
  for (guint i = 0; i < all->len; i++)
    {
      const OcopPlanMoney *money = all->pdata[i];
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      add_money_row (data, place, money->source, money);
    }
  sum = ocop_plan_money_sum (all);
  if (all->len > 1)
    add_money_row (data, "", _("Total"), &sum);
  total = ocop_number_to_people (sum.planned);
  /* Translators: an amount of money */
  words = sum.planned > 0 ? g_strdup_printf (_("%s đồng"), total) : NULL;
  ocop_template_set_or_dots (data, "tong_kinh_phi", words);
  return TRUE;
}

/* The plan */

/* Its annexes: the kind of record that each lists, by its plan, and what the text says of it. */
static const struct
{
  const char *kind;
  const char *plan;
  const char *name;
  const char *field;
  const char *mention;
} annexes[] = {
  { "plan_product", "plan", N_("Annex 1, products registered for evaluation") },
  { "target_share", "target.plan", N_("Annex 2, targets shared out to localities"), "phu_luc_chi_tieu", N_(", shared out to localities in annex 2") },
  { "budget_line", "plan", N_("Annex 3, budget"), "phu_luc_kinh_phi", N_("; details in annex 3") },
};

/* The text names those annexes that have something in them. */
static gboolean
set_annexes (OcopTemplateData  *data,
             OcopReader        *reader,
             const OcopRecord  *plan,
             GError           **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (annexes); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new (annexes[i].kind);
      gint64 n;

      ocop_query_where (query, annexes[i].plan, OCOP_OPERATOR_IS, ocop_record_get_id (plan), NULL);
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      n = ocop_reader_measure (reader, query, error);
      if (n < 0)
        return FALSE;
      if (n > 0)
        g_ptr_array_add (names, (gpointer) _(annexes[i].name));
      if (annexes[i].field != NULL)
        ocop_template_data_set (data, annexes[i].field, n > 0 ? _(annexes[i].mention) : "");
    }
  list = ocop_text_join ("; ", (const char * const *) names->pdata, names->len);
  /* Translators: the annexes of a plan */
  line = names->len > 0 ? g_strdup_printf (_(".\n(With it: %s)"), list) : NULL;
  ocop_template_data_set (data, "kem_theo", line != NULL ? line : "");
  return TRUE;
}

/* @day: of the plan */
static void
set_words (OcopTemplateData *data,
           const OcopRecord *plan,
           OcopDate          day)
{
  const char *theme = ocop_record_get_text (plan, "theme");
  const char *purpose = ocop_record_get_text (plan, "purpose");
  const char *bases = ocop_record_get_text (plan, "legal_bases");
  g_autofree char *subject = dup_subject (plan);
  g_autofree char *words = theme != NULL ? g_strdup_printf (_("Theme of the year: %s."), theme) : NULL;
  g_autofree char *rules = NULL;
  g_autofree char *both = words != NULL && purpose != NULL ? g_strconcat (words, "\n", purpose, NULL) : NULL;

  ocop_template_write_rules (data, ocop_law_book_on (ocop_law_get_default (), day));
  /* Translators: a decision */
  rules = g_strdup_printf (_("On the basis of %s;"), ocop_template_data_get (data, "van ban quy dinh"));
  ocop_template_data_set (data, "trich_yeu", subject);
  ocop_template_data_set (data, "ten_ke_hoach", ocop_record_get_text (plan, "name"));
  ocop_template_data_set (data, "can_cu", bases != NULL ? bases : rules);
  ocop_template_set_or_dots (data, "muc_dich_yeu_cau", both != NULL ? both : purpose != NULL ? purpose : words);
  ocop_template_set_or_dots (data, "nhiem_vu_giai_phap", ocop_record_get_text (plan, "work"));
  ocop_template_set_or_dots (data, "to_chuc_thuc_hien", ocop_record_get_text (plan, "carrying_out"));
}

OcopTemplateData *
ocop_plan_letter_new (OcopReader            *reader,
                      const OcopReportYear  *year,
                      const OcopPlan        *plan,
                      GError               **error)
{
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  OcopDate issued_on = ocop_record_get_date (plan->record, "issued_on");

  /* What is not issued yet goes by the rules of the day of its figures. */
  set_words (data, plan->record, ocop_date_is_day (issued_on) ? issued_on : year->until);
  if (plan->targets->len > 0)
    ocop_template_set_number (data, "so_chi_tieu", plan->targets->len);
  else
    ocop_template_set_or_dots (data, "so_chi_tieu", NULL);
  ocop_plan_letter_add_targets (data, plan, TRUE);
  return set_annexes (data, reader, plan->record, error) &&
         ocop_plan_letter_write_head (data, reader, plan->record, TRUE, error) &&
         ocop_plan_letter_add_tasks (data, reader, plan->record, NULL, error) &&
         ocop_plan_letter_add_money (data, reader, plan->record, error) ? g_steal_pointer (&data) : NULL;
}
