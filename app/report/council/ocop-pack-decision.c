/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers of a decision. */

#include <glib/gi18n.h>

#include "report/council/ocop-certificate.h"
#include "report/council/ocop-decision-annex.h"
#include "report/council/ocop-council-letter.h"
#include "report/council/ocop-pack-private.h"

static OcopDecisionKind
get_kind (const OcopPackItem *item)
{
  return ocop_decision_get_kind (item->decision->decision);
}

static gboolean
is_recognition (const OcopPack     *pack,
                const OcopPackItem *item)
{
  return get_kind (item) == OCOP_DECISION_RECOGNITION;
}

static gboolean
is_approval (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return get_kind (item) == OCOP_DECISION_APPROVAL;
}

static gboolean
is_revocation (const OcopPack     *pack,
               const OcopPackItem *item)
{
  return get_kind (item) == OCOP_DECISION_REVOCATION;
}

static gboolean
is_withdrawal (const OcopPack     *pack,
               const OcopPackItem *item)
{
  return get_kind (item) == OCOP_DECISION_WITHDRAWAL;
}

static gboolean
ends_certificates (const OcopPack     *pack,
                   const OcopPackItem *item)
{
  return ocop_decision_kind_ends (get_kind (item));
}

static gboolean
is_notice (const OcopPack     *pack,
           const OcopPackItem *item)
{
  return ocop_decision_kind_is_notice (get_kind (item));
}

/* The centre writes its own. */
static gboolean
is_our_decision (const OcopPack     *pack,
                 const OcopPackItem *item)
{
  return get_kind (item) != OCOP_DECISION_CENTRAL && !is_notice (pack, item);
}

static gboolean
certifies (const OcopPack     *pack,
           const OcopPackItem *item)
{
  return is_recognition (pack, item) && item->decision->lines->len > 0;
}

static gboolean
is_told (const OcopPack     *pack,
         const OcopPackItem *item)
{
  return !ends_certificates (pack, item);
}

static gboolean
rewards (const OcopPack     *pack,
         const OcopPackItem *item)
{
  return item->decision->rewards != NULL;
}

static OcopPaper *
build_annex (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_decision_annex_new (item->decision);
}

static OcopPaper *
build_certificates (const OcopPack     *pack,
                    const OcopPackItem *item)
{
  return ocop_certificates_new_for_decision (item->decision, pack->background);
}

static OcopPaper *
build_rewards (const OcopPack     *pack,
               const OcopPackItem *item)
{
  return ocop_paper_ref (item->decision->rewards);
}

/* The session first, so that the decision's own lines and numbers stand where both have some. */
static OcopTemplateData *
fill_as (const OcopPack     *pack,
         const OcopPackItem *item,
         OcopLetterIssuer    issuer)
{
  OcopTemplateData *data = ocop_council_letter_new (pack, item, issuer);

  if (pack->council != NULL)
    ocop_council_letter_add_session (data, pack->council, NULL);
  else
    ocop_council_letter_add_no_session (data);
  ocop_council_letter_add_decision (data, item->decision, item->locality);
  return data;
}

static OcopTemplateData *
fill_decision (const OcopPack     *pack,
               const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as (pack, item, OCOP_LETTER_CHAIR);
  g_autofree char *number = ocop_decision_facts_dup_number (item->decision);
  g_autofree char *day = ocop_decision_facts_dup_day (item->decision);

  ocop_template_data_set (data, "so_ky_hieu", number);
  ocop_template_data_set (data, "ngay_thang_nam", day);
  return data;
}

static OcopTemplateData *
fill_ministry_letter (const OcopPack     *pack,
                      const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as (pack, item, OCOP_LETTER_COMMITTEE);

  ocop_template_data_set (data, "noi_kinh_gui", _("Ministry of Agriculture and Environment"));
  return data;
}

/* The office tells of the decision on the day that it noted. */
static OcopTemplateData *
fill_as_told (const OcopPack     *pack,
              const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as (pack, item, OCOP_LETTER_OFFICE);
  OcopDate on = ocop_record_get_date (item->decision->decision->record, "notified_on");
  g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : NULL;

  if (day != NULL)
    ocop_template_data_set (data, "ngay_thang_nam", day);
  return data;
}

static OcopTemplateData *
fill_notice (const OcopPack     *pack,
             const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as_told (pack, item);

  ocop_council_letter_add_line (data, pack->council, item->decision, item->place);
  return data;
}

static OcopTemplateData *
fill_commune_notice (const OcopPack     *pack,
                     const OcopPackItem *item)
{
  OcopTemplateData *data = fill_as_told (pack, item);
  g_autofree char *to = g_strdup_printf (_("People's Committee of %s"), item->locality);

  ocop_template_data_set (data, "noi_kinh_gui", to);
  ocop_template_data_set (data, "dia_phuong", item->locality);
  return data;
}

static const OcopPackKind of_decision[] = {
  { "recognition-decision", N_("Decision to recognise products, with its list"), TRUE, FALSE, is_recognition, NULL, fill_decision },
  { "approval-decision", N_("Decision to approve results of 90 points and more"), TRUE, FALSE, is_approval, NULL, fill_decision },
  { "revocation-decision", N_("Decision to revoke a certificate"), TRUE, FALSE, is_revocation, NULL, fill_decision },
  { "withdrawal-decision", N_("Decision to withdraw a recognition as the Ministry asked"), TRUE, FALSE, is_withdrawal, NULL, fill_decision },
  { "annex", N_("Annex of the decision"), FALSE, TRUE, is_our_decision, build_annex, NULL },
  { "annex", N_("Annex of the notice"), FALSE, TRUE, is_notice, build_annex, NULL },
  { "certificates", N_("OCOP certificates"), FALSE, TRUE, certifies, build_certificates, NULL },
  { "reward-list", N_("Pay list of the rewards"), FALSE, TRUE, rewards, build_rewards, NULL },
  { "ministry-letter", N_("Letter of the dossier to the Ministry"), TRUE, FALSE, is_approval, NULL, fill_ministry_letter },
};

static const OcopPackKind notice =
  { "result-notice", N_("Notices of the result to producers"), TRUE, FALSE, is_told, NULL, fill_notice };
static const OcopPackKind revocation_notice =
  { "revocation-notice", N_("Notices of the revocation to producers and communes"), TRUE, FALSE, is_revocation, NULL, fill_notice };
static const OcopPackKind withdrawal_notice =
  { "withdrawal-notice", N_("Notices of the withdrawal to producers and communes"), TRUE, FALSE, is_withdrawal, NULL, fill_notice };
static const OcopPackKind commune_notice =
  { "commune-notice", N_("Notices of the result to communes"), TRUE, FALSE, is_told, NULL, fill_commune_notice };

static gboolean
is_first_of_locality (const OcopDecisionFacts *decision,
                      guint                    place)
{
  const char *locality = ocop_decision_facts_get_product (decision, place)->locality;

  for (guint i = 0; i < place; i++)
    if (g_strcmp0 (ocop_decision_facts_get_product (decision, i)->locality, locality) == 0)
      return FALSE;
  return locality != NULL;
}

void
ocop_pack_add_decision_items (OcopPack                *self,
                              const OcopDecisionFacts *decision)
{
  guint n_localities = 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_decision); i++)
    ocop_pack_add (self, &of_decision[i], decision, 0, NULL, NULL);
  for (guint i = 0; i < decision->lines->len; i++)
    {
      const char *name = ocop_product_facts_get_name (ocop_decision_facts_get_product (decision, i));

      ocop_pack_add (self, &notice, decision, i, name, NULL);
      ocop_pack_add (self, &revocation_notice, decision, i, name, NULL);
      ocop_pack_add (self, &withdrawal_notice, decision, i, name, NULL);
    }
  for (guint i = 0; i < decision->lines->len; i++)
    if (is_first_of_locality (decision, i))
      {
        const char *locality = ocop_decision_facts_get_product (decision, i)->locality;

        ocop_pack_add (self, &commune_notice, decision, n_localities++, locality, locality);
      }
}
