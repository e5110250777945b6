/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers of a session. */

#include <glib/gi18n.h>

#include "report/council/ocop-council-letter.h"
#include "report/council/ocop-opinion-papers.h"
#include "report/council/ocop-pack-private.h"
#include "report/council/ocop-score-sheet.h"
#include "report/council/ocop-score-summary.h"
#include "report/council/ocop-verdict-advice.h"

static const OcopCouncilProduct *
get_product (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_council_facts_get_product (pack->council, item->place);
}

/* Whether there is anything to show */

static gboolean
has_products (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return pack->council->products->len > 0;
}

/* By written opinions nobody is invited, nor signs a list, and there are no minutes: the table of opinions
 * stands for them. Such a session is of no round (article 7.6). */
static gboolean
is_meeting (const OcopPack     *pack,
            const OcopPackItem *item)
{
  return !ocop_session_is_written (pack->council->session);
}

static gboolean
has_met_on_products (const OcopPack     *pack,
                     const OcopPackItem *item)
{
  return is_meeting (pack, item) && has_products (pack, item);
}

static gboolean
has_asked_on_products (const OcopPack     *pack,
                       const OcopPackItem *item)
{
  return !is_meeting (pack, item) && has_products (pack, item);
}

/* Re-evaluations know no advisory group (article 7.6). */
static gboolean
has_advisers (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return is_meeting (pack, item) && pack->council->advisory->members->len > 0;
}

static gboolean
has_advice (const OcopPack     *pack,
            const OcopPackItem *item)
{
  return is_meeting (pack, item) && pack->advice != NULL;
}

static gboolean
has_visit (const OcopPack     *pack,
           const OcopPackItem *item)
{
  return pack->visits->pdata[item->place] != NULL;
}

static gboolean
has_opinions (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return ocop_opinion_papers_apply (pack->council);
}

static gboolean
has_scorers (const OcopPack     *pack,
             const OcopPackItem *item)
{
  for (guint i = 0; i < pack->council->session->members->len; i++)
    if (get_product (pack, item)->scored->sheets[i].recusal == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_sheets (const OcopPack     *pack,
            const OcopPackItem *item)
{
  const OcopSessionProduct *product = get_product (pack, item)->scored;

  for (guint i = 0; i < pack->council->session->members->len; i++)
    if (product->sheets[i].recusal == NULL && product->sheets[i].record != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_result (const OcopPack     *pack,
            const OcopPackItem *item)
{
  return get_product (pack, item)->scored->verdict->n_counted > 0;
}

/* Our pages */

static OcopPaper *
build_blank_sheets (const OcopPack     *pack,
                    const OcopPackItem *item)
{
  return ocop_score_sheet_new_for_all (pack->council, get_product (pack, item), FALSE);
}

static OcopPaper *
build_sheets (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return ocop_score_sheet_new_for_all (pack->council, get_product (pack, item), TRUE);
}

static OcopPaper *
build_summary (const OcopPack     *pack,
               const OcopPackItem *item)
{
  return ocop_score_summary_new (pack->council);
}

static OcopPaper *
build_advice (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return ocop_verdict_advice_new (pack->council, get_product (pack, item));
}

static OcopPaper *
build_opinion_form (const OcopPack     *pack,
                    const OcopPackItem *item)
{
  return ocop_opinion_form_new (pack->council);
}

static OcopPaper *
build_opinion_table (const OcopPack     *pack,
                     const OcopPackItem *item)
{
  return ocop_opinion_table_new (pack->council);
}

static OcopPaper *
build_visit (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_paper_ref (pack->visits->pdata[item->place]);
}

/* The office's letters */

static OcopTemplateData *
fill_as (const OcopPack     *pack,
         const OcopPackItem *item,
         OcopLetterIssuer    issuer)
{
  OcopTemplateData *data = ocop_council_letter_new (pack, item, issuer);

  ocop_council_letter_add_session (data, pack->council, NULL);
  return data;
}

static OcopTemplateData *
fill_as_office (const OcopPack     *pack,
                const OcopPackItem *item)
{
  return fill_as (pack, item, OCOP_LETTER_OFFICE);
}

static OcopTemplateData *
fill_as_council (const OcopPack     *pack,
                 const OcopPackItem *item)
{
  return fill_as (pack, item, OCOP_LETTER_COUNCIL);
}

/* A council and a group that are set up have the number and the day of their decision. */
static OcopTemplateData *
fill_setting_up (const OcopPack          *pack,
                 const OcopPackItem      *item,
                 const OcopCouncilPeople *people)
{
  OcopTemplateData *data = fill_as (pack, item, OCOP_LETTER_CHAIR);
  const char *number = people->council != NULL ? ocop_record_get_text (people->council, "decision_number") : NULL;
  OcopDate date = people->council != NULL ? ocop_record_get_date (people->council, "decision_date") : OCOP_DATE_UNKNOWN;
  g_autofree char *day = ocop_date_is_day (date) ? ocop_date_to_document (date) : NULL;

  if (number != NULL)
    ocop_template_data_set (data, "so_ky_hieu", number);
  if (day != NULL)
    ocop_template_data_set (data, "ngay_thang_nam", day);
  return data;
}

static OcopTemplateData *
fill_council (const OcopPack     *pack,
              const OcopPackItem *item)
{
  return fill_setting_up (pack, item, pack->council->people);
}

static OcopTemplateData *
fill_advisory_group (const OcopPack     *pack,
                     const OcopPackItem *item)
{
  return fill_setting_up (pack, item, pack->council->advisory);
}

static OcopTemplateData *
fill_plan (const OcopPack     *pack,
           const OcopPackItem *item)
{
  return fill_as (pack, item, OCOP_LETTER_COMMITTEE);
}

/* All decisions of a session are submitted together. */
static OcopTemplateData *
fill_submission (const OcopPack     *pack,
                 const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as_office (pack, item);

  for (guint i = 0; i < pack->decisions->len; i++)
    {
      const OcopDecisionFacts *decision = pack->decisions->pdata[i];
      OcopDate on = ocop_record_get_date (decision->decision->record, "submitted_on");
      g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : NULL;

      if (day != NULL)
        ocop_template_data_set (data, "ngay_thang_nam", day);
    }
  return data;
}

static OcopTemplateData *
fill_advice (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_template_data_copy (pack->advice);
}

static OcopTemplateData *
fill_invitation (const OcopPack     *pack,
                 const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as_council (pack, item);

  ocop_template_data_set (data, "noi_kinh_gui", _("the members of the Council"));
  return data;
}

/* In the order in which they are needed. */
static const OcopPackKind of_session[] = {
  { "council-decision", N_("Decision setting up the council"), TRUE, FALSE, NULL, NULL, fill_council },
  { "advisory-group-decision", N_("Decision setting up the advisory group"), TRUE, FALSE, has_advisers, NULL, fill_advisory_group },
  { "evaluation-plan", N_("Evaluation plan of the round"), TRUE, FALSE, is_meeting, NULL, fill_plan },
  { "sample-handover", N_("Hand-over of samples"), TRUE, FALSE, has_products, NULL, fill_as_office },
  { "advisory-report", N_("Report of the advisory group"), TRUE, FALSE, has_advice, NULL, fill_advice },
  { "invitation", N_("Invitation to a session of the council"), TRUE, FALSE, is_meeting, NULL, fill_invitation },
  { "attendance-list", N_("Attendance list"), TRUE, FALSE, is_meeting, NULL, fill_as_council },
  { "allowance-list", N_("Allowance list"), TRUE, FALSE, NULL, NULL, fill_as_council },
  { "opinion-form", N_("Opinion forms"), FALSE, FALSE, has_opinions, build_opinion_form, NULL },
  { "opinion-table", N_("Table of opinions"), FALSE, TRUE, has_opinions, build_opinion_table, NULL },
  { "score-summary", N_("Summary of scores"), FALSE, TRUE, has_products, build_summary, NULL },
  { "minutes", N_("Minutes of a session of the council"), TRUE, FALSE, is_meeting, NULL, fill_as_council },
  { "council-report", N_("Report of the council"), TRUE, FALSE, has_met_on_products, NULL, fill_as_council },
  { "written-report", N_("Report of the council on written opinions"), TRUE, FALSE, has_asked_on_products, NULL, fill_as_council },
  { "submission", N_("Submission of the results"), TRUE, FALSE, has_products, NULL, fill_submission },
};

static const OcopPackKind of_product[] = {
  { "visit-record", N_("Visit records"), FALSE, FALSE, has_visit, build_visit, NULL },
  { "blank-sheets", N_("Score sheets to fill in"), FALSE, FALSE, has_scorers, build_blank_sheets, NULL },
  { "score-sheets", N_("Score sheets of the members"), FALSE, FALSE, has_sheets, build_sheets, NULL },
  { "advice", N_("Advice to producers"), FALSE, FALSE, has_result, build_advice, NULL },
};

void
ocop_pack_add_session_items (OcopPack *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    ocop_pack_add (self, &of_session[i], NULL, 0, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_product); i++)
    for (guint j = 0; j < self->council->products->len; j++)
      ocop_pack_add (self, &of_product[i], NULL, j, ocop_product_facts_get_name (ocop_council_facts_get_product (self->council, j)->facts), NULL);
}
