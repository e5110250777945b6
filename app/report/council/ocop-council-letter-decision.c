/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What letters say of a decision and its lines. */

#include "report/council/ocop-council-letter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-number.h"
#include "law/ocop-law.h"
#include "report/council/ocop-council-words.h"
#include "report/council/ocop-decision-annex.h"
#include "report/ocop-template-head.h"

static OcopDate
get_last_day (const OcopDecisionFacts *facts,
              guint                    place)
{
  const OcopRecord *recognition = ocop_decision_facts_get_line (facts, place)->recognition;
  OcopDate own = recognition != NULL ? ocop_record_get_date (recognition, "valid_until") : OCOP_DATE_UNKNOWN;

  return ocop_date_is_known (own) ? own : facts->decision->valid_until;
}

/* "12/QĐ-UBND ngày 03/09/2024" of the recognition that the line ends. */
static char *
dup_former_decision (const OcopDecisionLine *line)
{
  const char *number = line->recognition != NULL ? ocop_record_get_text (line->recognition, "decision_number") : NULL;
  g_autofree char *day = line->recognition != NULL ? ocop_date_to_people (ocop_record_get_date (line->recognition, "decision_date")) : NULL;

  if (number == NULL)
    return g_strdup ("……");
  return day != NULL && *day != '\0' ? g_strdup_printf (C_("decision", "%s of %s"), number, day) : g_strdup (number);
}

static char *
dup_score (const OcopRecord *line)
{
  gint64 score = ocop_record_get_integer (line, "score", -1);

  return score >= 0 ? ocop_hundredths_to_people (score) : g_strdup ("");
}

/* Of a recognition that the Ministry has withdrawn: what becomes of its dossier (article 10.1.b). */
static const char *
describe_dossier_after (const OcopDecisionLine *line)
{
  return g_strcmp0 (ocop_record_get_text (line->record, "sent_to"), "council") == 0 ? _("Judged again by the council") : _("Not judged again");
}

static void
set_line (OcopTemplateData        *data,
          const OcopDecisionFacts *facts,
          guint                    place)
{
  const OcopDecisionLine *line = ocop_decision_facts_get_line (facts, place);
  const OcopProductFacts *product = ocop_decision_facts_get_product (facts, place);
  g_autofree char *score = dup_score (line->record);
  g_autofree char *class = ocop_decision_describe_class (line);
  g_autofree char *former = dup_former_decision (line);
  g_autofree char *reason = ocop_decision_describe_reason (line);

  ocop_template_data_set (data, "ten_san_pham", ocop_product_facts_get_name (product));
  ocop_template_data_set (data, "chu_the", ocop_product_facts_get_producer (product));
  ocop_template_data_set (data, "dia_chi", product->address);
  ocop_template_data_set (data, "dia_phuong", product->locality);
  ocop_template_data_set (data, "diem", score);
  ocop_template_data_set (data, "hang", class);
  ocop_template_data_set (data, "ma_so", ocop_decision_facts_get_code (facts, place));
  ocop_template_data_set (data, "so_giay_chung_nhan", ocop_record_get_text (line->record, "certificate_number"));
  ocop_template_data_set (data, "ghi_chu", ocop_record_get_text (line->record, "note"));
  ocop_template_data_set (data, "quyet_dinh_cong_nhan", former);
  ocop_template_data_set (data, "ly_do", reason);
  ocop_template_data_set (data, "xu_ly_ho_so", describe_dossier_after (line));
}

static void
add_row (OcopTemplateData        *data,
         const OcopDecisionFacts *facts,
         guint                    place,
         guint                    number)
{
  OcopTemplateData *row = ocop_template_data_add_row (data, "san_pham");
  g_autofree char *text = g_strdup_printf ("%u", number);

  ocop_template_data_set (row, "tt", text);
  set_line (row, facts, place);
}

static char *
dup_result_paper (const OcopDecisionFacts *facts)
{
  g_autofree char *number = ocop_decision_facts_dup_number (facts);
  g_autofree char *day = ocop_decision_facts_dup_day (facts);
  g_autofree char *issuer = ocop_decision_facts_dup_issuer (facts);

  return g_strdup_printf (ocop_decision_kind_is_notice (ocop_decision_get_kind (facts->decision)) ? _("Notice no. %s of %s of the %s")
                                                                                                  : _("Decision no. %s of %s of the %s"),
                          number, day, issuer);
}

/* What a revocation rests on, each paper once. */
static char *
dup_conclusions (const OcopDecisionFacts *facts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->lines->len; i++)
    {
      g_autofree char *one = ocop_decision_describe_evidence (ocop_decision_facts_get_line (facts, i));

      if (one == NULL || strstr (text->str, one) != NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "01 sản phẩm 4 sao và 02 sản phẩm 3 sao": the classes that there are. */
static char *
dup_classes (const OcopDecisionFacts *facts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint class = 5; class > 0; class--)
    {
      guint n = ocop_decision_count (facts->decision, class);
      g_autofree char *number = ocop_number_to_document (n);

      if (n > 0 && text->len > 0)
        g_string_append (text, _(" and "));
      if (n > 0)
        g_string_append_printf (text, ngettext ("%s products of %u star", "%s products of %u stars", class), number, class);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("……");
}

void
ocop_council_letter_add_decision (OcopTemplateData        *data,
                                  const OcopDecisionFacts *facts,
                                  const char              *locality)
{
  g_autofree char *paper = dup_result_paper (facts);
  g_autofree char *conclusions = dup_conclusions (facts);
  g_autofree char *number = ocop_decision_facts_dup_number (facts);
  g_autofree char *day = ocop_decision_facts_dup_day (facts);
  g_autofree char *classes = dup_classes (facts);
  guint n = 0;

  ocop_template_data_set (data, "van_ban_ket_qua", paper);
  ocop_template_set_or_dots (data, "van_ban_ket_luan", conclusions);
  ocop_template_data_set (data, "so_quyet_dinh", number);
  ocop_template_data_set (data, "ngay_quyet_dinh", day);
  ocop_template_data_clear_list (data, "san_pham");
  for (guint i = 0; i < facts->lines->len; i++)
    if (locality == NULL || g_strcmp0 (locality, ocop_decision_facts_get_product (facts, i)->locality) == 0)
      add_row (data, facts, i, ++n);
  ocop_template_set_number (data, "so_san_pham", n);
  ocop_template_data_set (data, "so_san_pham_theo_hang", classes);
  ocop_template_set_number (data, "so_san_pham_3_sao", ocop_decision_count (facts->decision, 3));
  ocop_template_set_number (data, "so_san_pham_4_sao", ocop_decision_count (facts->decision, 4));
}

/* The window of article 7.6.a before the last day. */
static char *
dup_window (OcopDate until)
{
  OcopDate opens, closes;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  ocop_law_reevaluation_window (ocop_law_get_default (), until, &opens, &closes);
  if (!ocop_date_is_day (opens))
    return g_strdup ("……");
  first = ocop_date_to_people (opens);
  last = ocop_date_to_people (closes);
  return g_strdup_printf (_("from %s to the end of %s."), first, last);
}

/* What the producer is asked for, by what became of its product. */
static const char *
describe_demand (const OcopDecisionFacts *facts)
{
  OcopDecisionKind kind = ocop_decision_get_kind (facts->decision);

  if (kind == OCOP_DECISION_APPROVAL)
    return _("Until the centre has decided the product is no product of 5 stars, and a certificate that it holds stays valid to its last day. The producer is asked to keep to the criteria that were assessed and to be ready for questions and tests of the centre.");
  if (!ocop_decision_kind_certifies (kind))
    return _("A certificate that the product holds stays valid to its last day; without a valid one the OCOP mark must not be used. The producer is asked to complete the product and its dossier for a later evaluation; the People's Committee of the commune to guide and support it.");
  return _("The producer is asked to keep to the criteria that were assessed and to use the OCOP mark as the rules say; the People's Committee of the commune to follow, guide and support it.");
}

static char *
dup_validity (const OcopDecisionFacts *facts,
              OcopDate                 until)
{
  OcopDate from = ocop_record_get_date (facts->decision->record, "decided_on");
  g_autofree char *first = ocop_date_to_people (from);
  g_autofree char *last = ocop_date_to_people (until);

  if (!ocop_decision_kind_certifies (ocop_decision_get_kind (facts->decision)))
    return g_strdup (_("no certificate is given."));
  return ocop_date_is_day (until) ? g_strdup_printf (_("from %s to the end of %s."), first, last) : g_strdup ("……");
}

/* What the council found to be missing, of the product of the line. */
static char *
dup_missing (const OcopCouncilFacts *council,
             const OcopDecisionLine *line)
{
  const char *id = ocop_record_get_text (line->record, "session_product");
  int place = council != NULL && id != NULL ? ocop_session_find_product (council->session, id) : -1;
  g_autofree char *text = NULL;

  if (place < 0)
    return g_strdup ("……");
  text = ocop_council_words_missing (ocop_council_facts_get_product (council, (guint) place)->scored);
  return *text != '\0' ? g_strconcat ("\n", text, NULL) : g_strdup (_("none."));
}

void
ocop_council_letter_add_line (OcopTemplateData        *data,
                              const OcopCouncilFacts  *council,
                              const OcopDecisionFacts *facts,
                              guint                    place)
{
  const OcopDecisionLine *line = ocop_decision_facts_get_line (facts, place);
  const OcopProductFacts *product = ocop_decision_facts_get_product (facts, place);
  OcopDate until = get_last_day (facts, place);
  g_autofree char *validity = dup_validity (facts, until);
  g_autofree char *window = ocop_decision_kind_certifies (ocop_decision_get_kind (facts->decision)) ? dup_window (until) : g_strdup (_("does not apply."));
  g_autofree char *missing = dup_missing (council, line);
  g_autofree char *to = product->locality != NULL
                          ? g_strdup_printf (_("%s; People's Committee of %s"), ocop_product_facts_get_producer (product), product->locality)
                          : g_strdup (ocop_product_facts_get_producer (product));

  ocop_council_letter_add_decision (data, facts, NULL);
  ocop_template_data_clear_list (data, "san_pham");
  add_row (data, facts, place, 1);
  set_line (data, facts, place);
  ocop_template_data_set (data, "noi_kinh_gui", to);
  ocop_template_data_set (data, "hieu_luc", validity);
  ocop_template_data_set (data, "de_nghi_chu_the", describe_demand (facts));
  ocop_template_data_set (data, "thoi_han_danh_gia_lai", window);
  ocop_template_data_set (data, "noi_dung_can_hoan_thien", missing);
}
