/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What letters say of a session and its products. */

#include "report/council/ocop-council-letter.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-council.h"
#include "evaluation/ocop-proposal.h"
#include "law/ocop-law.h"
#include "law/ocop-workday.h"
#include "report/council/ocop-council-head.h"
#include "report/council/ocop-council-words.h"
#include "report/ocop-template-head.h"

/* No decision rules it, and a council's own rules are not in the register: the secretary has the two days before the
 * session to call somebody else. Whoever holds it otherwise writes the day into the invitation. */
#define WORKING_DAYS_TO_CALL_OTHERS 2

/* "12/QĐ-UBND ngày 02 tháng 3 năm 2026", with dots for what is not known. */
static char *
dup_decision_of (const OcopRecord *council)
{
  const char *number = council != NULL ? ocop_record_get_text (council, "decision_number") : NULL;
  OcopDate date = council != NULL ? ocop_record_get_date (council, "decision_date") : OCOP_DATE_UNKNOWN;
  g_autofree char *day = ocop_date_is_day (date) ? ocop_date_to_document (date) : g_strdup (_("day … month … year …"));

  return g_strdup_printf ("%s %s", number != NULL ? number : "……/……", day);
}

/* @place: of the member in the session; -1 without one */
static const char *
describe_attendance (const OcopSession *session,
                     int                place)
{
  const OcopSessionMember *member = place >= 0 ? ocop_session_get_member (session, (guint) place) : NULL;

  if (member == NULL || member->attendance == NULL)
    return "……";
  return member->present ? _("present") : _("absent");
}

static void
add_people (OcopTemplateData        *data,
            const char              *list,
            const OcopCouncilPeople *people,
            const OcopSession       *session)
{
  guint n = 0;

  ocop_template_data_add_list (data, list);
  for (guint i = 0; i < people->members->len; i++)
    {
      const OcopRecord *member = people->members->pdata[i];
      int place = session != NULL ? ocop_session_find_member (session, ocop_record_get_id (member)) : -1;
      OcopTemplateData *row;
      g_autofree char *number = NULL;
      g_autofree char *position = NULL;

      /* Into the council after the session was closed. */
      if (session != NULL && place < 0)
        continue;
      row = ocop_template_data_add_row (data, list);
      number = g_strdup_printf ("%u", ++n);
      position = ocop_council_people_dup_position (member);
      ocop_template_data_set (row, "tt", number);
      ocop_template_data_set (row, "ho_ten", ocop_record_get_text (member, "name"));
      ocop_template_data_set (row, "chuc_vu", position);
      ocop_template_data_set (row, "vai_tro", ocop_council_role_title (people->council, ocop_record_get_text (member, "role")));
      ocop_template_data_set (row, "co_mat", describe_attendance (session, place));
    }
}

/* The class in a table: "4 sao", or why there is none. What is forwarded is not of its class before the centre says so. */
static char *
describe_class (OcopProposal proposal)
{
  if (proposal.kind == OCOP_PROPOSAL_FORWARD)
    return g_strdup_printf (ngettext ("Potential %u star", "Potential %u stars", proposal.class), proposal.class);
  if (proposal.kind == OCOP_PROPOSAL_RECOGNISE)
    return g_strdup_printf (ngettext ("%u star", "%u stars", proposal.class), proposal.class);
  return ocop_proposal_to_text (proposal);
}

static char *
dup_mean (const OcopSessionProduct *product)
{
  return product->verdict->n_counted > 0 ? ocop_hundredths_to_people (ocop_mean_cut (product->verdict->mean)) : g_strdup ("……");
}

static void
set_product (OcopTemplateData         *data,
             const OcopCouncilFacts   *facts,
             const OcopCouncilProduct *product)
{
  const OcopSessionProduct *scored = product->scored;
  const OcopCriteriaSet *set = ocop_law_find_set (ocop_law_get_default (), scored->scoring.criteria->code);
  const char *kind = ocop_council_choice_title ("dossier", "kind", ocop_record_get_text (scored->dossier, "kind"));
  gint64 samples = ocop_record_get_integer (scored->dossier, "samples", -1);
  g_autofree char *mean = dup_mean (scored);
  g_autofree char *class = describe_class (ocop_proposal_of (scored));
  g_autofree char *remark = ocop_council_words_remark (facts, product);
  g_autofree char *proposal = ocop_proposal_to_text (ocop_proposal_of (scored));
  g_autofree char *number = samples >= 0 ? ocop_number_to_document (samples) : NULL;

  ocop_template_data_set (data, "ten_san_pham", ocop_product_facts_get_name (product->facts));
  ocop_template_data_set (data, "chu_the", ocop_product_facts_get_producer (product->facts));
  ocop_template_data_set (data, "dia_chi", product->facts->address);
  ocop_template_data_set (data, "dia_phuong", product->facts->locality);
  ocop_template_data_set (data, "dien_thoai", ocop_product_facts_get_phone (product->facts));
  ocop_template_data_set (data, "bo_san_pham", set != NULL ? set->title : scored->scoring.criteria->title);
  ocop_template_data_set (data, "loai_ho_so", kind);
  ocop_template_data_set (data, "ma_so", product->facts->code);
  ocop_template_data_set (data, "diem", mean);
  ocop_template_data_set (data, "hang", class);
  ocop_template_data_set (data, "de_nghi", proposal);
  ocop_template_data_set (data, "ghi_chu", remark);
  ocop_template_set_or_dots (data, "so_mau", number);
}

static void
add_products (OcopTemplateData       *data,
              const OcopCouncilFacts *facts,
              const char             *locality)
{
  guint number = 0;

  ocop_template_data_add_list (data, "san_pham");
  for (guint i = 0; i < facts->products->len; i++)
    {
      const OcopCouncilProduct *product = ocop_council_facts_get_product (facts, i);
      OcopTemplateData *row;
      g_autofree char *text = NULL;

      if (locality != NULL && g_strcmp0 (locality, product->facts->locality) != 0)
        continue;
      row = ocop_template_data_add_row (data, "san_pham");
      text = g_strdup_printf ("%u", ++number);
      ocop_template_data_set (row, "tt", text);
      set_product (row, facts, product);
    }
  ocop_template_set_number (data, "so_san_pham", number);
}

/* Templates have a field for each of these classes, by its name. */
static void
set_counts (OcopTemplateData       *data,
            const OcopCouncilFacts *facts)
{
  guint forwarded = 0, four = 0, three = 0, below = 0;
  g_autofree char *results = ocop_council_words_results (facts);

  for (guint i = 0; i < facts->products->len; i++)
    {
      OcopProposal proposal = ocop_proposal_of (ocop_council_facts_get_product (facts, i)->scored);

      forwarded += proposal.kind == OCOP_PROPOSAL_FORWARD;
      four += proposal.kind == OCOP_PROPOSAL_RECOGNISE && proposal.class == 4;
      three += proposal.kind == OCOP_PROPOSAL_RECOGNISE && proposal.class == 3;
      below += proposal.kind == OCOP_PROPOSAL_NOT_CLASSED || proposal.kind == OCOP_PROPOSAL_REJECT;
    }
  ocop_template_set_number (data, "so_san_pham_tu_90_diem", forwarded);
  ocop_template_set_number (data, "so_san_pham_4_sao", four);
  ocop_template_set_number (data, "so_san_pham_3_sao", three);
  ocop_template_set_number (data, "so_san_pham_khong_dat", below);
  ocop_template_set_number (data, "so_ho_so_du_dieu_kien", facts->products->len);
  ocop_template_data_set (data, "ket_qua_theo_hang", results);
}

/* What came in for the round; of a session of no round, only what lies before the council. */
static void
set_dossiers (OcopTemplateData       *data,
              const OcopCouncilFacts *facts)
{
  gboolean known = facts->n_received >= facts->products->len && facts->n_received > 0;
  g_autofree char *received = known ? ocop_number_to_document (facts->n_received) : NULL;
  g_autofree char *returned = known ? ocop_number_to_document (facts->n_returned) : NULL;
  g_autofree char *ready = ocop_number_to_document (facts->products->len);
  g_autofree char *sentence = NULL;

  if (!known)
    sentence = g_strdup_printf (_("%s dossiers proposed by the communes are complete and lie before the council."), ready);
  else if (facts->n_returned == 0)
    sentence = g_strdup_printf (_("The communes sent %s dossiers; %s of them are complete and lie before the council."), received, ready);
  else
    sentence = g_strdup_printf (_("The communes sent %s dossiers; %s of them are complete and lie before the council, %s were returned to be completed."),
                                received, ready, returned);
  ocop_template_set_or_dots (data, "so_ho_so_tiep_nhan", received);
  ocop_template_set_or_dots (data, "so_ho_so_tra_lai", returned);
  ocop_template_data_set (data, "viec_tiep_nhan", sentence);
}

/* Article 5: what was proposed before a day is judged in a round that is over by another. */
static void
set_round_days (OcopTemplateData       *data,
                const OcopCouncilFacts *facts)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), ocop_date_is_day (facts->held_on) ? facts->held_on : ocop_date_today ());
  gint64 number = ocop_record_get_integer (facts->session->record, "round_number", 0);
  gint64 year = ocop_record_get_integer (facts->session->record, "round_year", facts->held_on.year);
  g_autofree char *proposed = NULL;
  g_autofree char *finished = NULL;

  for (guint i = 0; i < book->rounds->len && year > 0; i++)
    {
      const OcopRound *round = &g_array_index (book->rounds, OcopRound, i);

      if (round->level != OCOP_LEVEL_PROVINCE || round->number != number || proposed != NULL)
        continue;
      proposed = ocop_date_to_people (ocop_date_new ((int) year, round->proposed_before.month, round->proposed_before.day));
      finished = ocop_date_to_people (ocop_date_new ((int) year, round->finished_before.month, round->finished_before.day));
    }
  ocop_template_set_or_dots (data, "han_de_nghi", proposed);
  ocop_template_set_or_dots (data, "han_hoan_thanh", finished);
}

/* The day before which members say that they cannot come or take no part; %NULL where the session has no day. */
static char *
dup_answer_day (OcopDate held_on)
{
  OcopDate day = held_on;

  if (!ocop_date_is_day (held_on))
    return NULL;
  for (guint n = 0; n < WORKING_DAYS_TO_CALL_OTHERS;)
    {
      day = ocop_date_add_days (day, -1);
      n += ocop_workday_is (ocop_work_calendar_get_default (), day, NULL);
    }
  return ocop_date_to_people (day);
}

static void
set_meeting (OcopTemplateData       *data,
             const OcopCouncilFacts *facts)
{
  const OcopSession *session = facts->session;
  g_autofree char *day = ocop_council_dup_day (facts);
  g_autofree char *decision = dup_decision_of (session->council);
  g_autofree char *advisory = dup_decision_of (facts->advisory->council);
  g_autofree char *by = dup_answer_day (facts->held_on);

  ocop_template_data_set (data, "ngay_hop", day);
  ocop_template_data_set (data, "gio_bat_dau", _("…… h ……"));
  ocop_template_data_set (data, "gio_ket_thuc", _("…… h ……"));
  ocop_template_set_or_dots (data, "dia_diem_hop", ocop_record_get_text (session->record, "venue"));
  ocop_template_set_or_dots (data, "han_bao_lai", by);
  ocop_template_data_set (data, "so_quyet_dinh_hoi_dong", decision);
  ocop_template_data_set (data, "so_quyet_dinh_to_tu_van", advisory);
  ocop_template_set_or_dots (data, "ten_hoi_dong", ocop_record_get_text (session->council, "name"));
  ocop_template_set_or_dots (data, "chu_tich_hoi_dong", ocop_council_people_find_name (facts->people, "chair"));
  ocop_template_set_or_dots (data, "thu_ky", ocop_council_people_find_name (facts->people, "secretary"));
  ocop_template_set_or_dots (data, "to_truong_to_tu_van", ocop_council_people_find_name (facts->advisory, "chair"));
  ocop_template_set_number (data, "so_thanh_vien", session->members->len);
  ocop_template_set_number (data, "so_co_mat", ocop_session_n_present (session));
  ocop_template_data_set (data, "du_so_luong", ocop_session_has_quorum (session) ? _("enough to meet") : _("not enough to meet"));
}

void
ocop_council_letter_add_no_session (OcopTemplateData *data)
{
  static const char * const fields[] = { "dot_danh_gia", "can_cu_ket_qua", "ngay_hop" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ocop_template_set_or_dots (data, fields[i], NULL);
}

void
ocop_council_letter_add_session (OcopTemplateData       *data,
                                 const OcopCouncilFacts *facts,
                                 const char             *locality)
{
  g_autofree char *round = ocop_council_facts_dup_round (facts);
  g_autofree char *recusals = ocop_council_words_recusals (facts);
  g_autofree char *discussion = ocop_council_words_discussion (facts);
  g_autofree char *conclusion = ocop_council_words_conclusion (facts);

  ocop_template_set_or_dots (data, "dot_danh_gia", round);
  ocop_template_data_set (data, "khong_tham_gia_cham", recusals);
  ocop_template_data_set (data, "y_kien_thao_luan", discussion);
  ocop_template_data_set (data, "ket_luan", conclusion);
  ocop_template_data_set (data, "kien_nghi", conclusion);
  set_meeting (data, facts);
  ocop_council_letter_add_manner (data, facts);
  set_round_days (data, facts);
  set_counts (data, facts);
  set_dossiers (data, facts);
  add_people (data, "thanh_vien", facts->people, facts->session);
  add_people (data, "to_tu_van", facts->advisory, NULL);
  add_products (data, facts, locality);
}
