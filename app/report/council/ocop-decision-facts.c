/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-decision-facts.h"

#include <glib/gi18n.h>

#include "register/ocop-record-past.h"
#include "report/council/ocop-council-facts.h"
#include "report/work/ocop-reward-paper.h"
#include "work/ocop-reward-list.h"

static void
free_certified (gpointer facts)
{
  if (facts != NULL)
    ocop_product_facts_free (facts);
}

void
ocop_decision_facts_free (OcopDecisionFacts *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->certified, g_ptr_array_unref);
  g_clear_pointer (&self->rewards, ocop_paper_unref);
  g_clear_pointer (&self->decision, ocop_decision_free);
  g_clear_pointer (&self->office, ocop_record_free);
  g_free (self->province);
  g_free (self);
}

static OcopDate
get_day (const OcopDecisionFacts *self)
{
  OcopDate decided = ocop_record_get_date (self->decision->record, "decided_on");

  return ocop_date_is_known (decided) ? decided : self->on;
}

static guint
get_year (const OcopDecisionFacts *self)
{
  const OcopRecord *session = self->decision->session;

  if (session != NULL && ocop_record_get_integer (session, "round_year", 0) > 0)
    return (guint) ocop_record_get_integer (session, "round_year", 0);
  return (guint) get_day (self).year;
}

static OcopProductFacts *
read_product (const OcopDecisionFacts  *self,
              OcopReader               *reader,
              const OcopDecisionLine   *line,
              gint64                    seq,
              GError                  **error)
{
  return ocop_product_facts_read (reader, ocop_record_get_text (line->record, "product"), seq, get_day (self), get_year (self), error);
}

/* The change that settled the line: the issue, or, of a decision of earlier years, that which entered it; 0 of a draft,
 * -1 on failure. */
static gint64
find_settled (const OcopDecisionFacts  *self,
              OcopReader               *reader,
              const OcopDecisionLine   *line,
              gint64                    issued,
              GError                  **error)
{
  gint64 entered;

  if (ocop_decision_get_state (self->decision) != OCOP_DECISION_ISSUED)
    return 0;
  entered = ocop_record_past_find (reader, ocop_record_get_id (line->record), NULL, NULL, error);
  return entered >= 0 ? MAX (issued, entered) : -1;
}

/* The change that issued the certificate again, @settled where none did; -1 on failure. */
static gint64
find_certified (OcopReader              *reader,
                const OcopDecisionLine  *line,
                gint64                   settled,
                GError                 **error)
{
  const char *again = line->recognition != NULL ? ocop_record_get_text (line->recognition, "reissued_on") : NULL;
  gint64 seq = again != NULL && settled > 0 ? ocop_record_past_find (reader, ocop_record_get_id (line->recognition), "reissued_on", again, error)
                                            : settled;

  return seq == 0 ? settled : seq;
}

/* @issued: the change that issued the decision last; 0 where none did */
static gboolean
read_line (OcopDecisionFacts       *self,
           OcopReader              *reader,
           const OcopDecisionLine  *line,
           gint64                   issued,
           GError                 **error)
{
  gint64 settled = find_settled (self, reader, line, issued, error);
  gint64 certified = settled >= 0 ? find_certified (reader, line, settled, error) : -1;
  g_autoptr(OcopProductFacts) product = certified >= 0 ? read_product (self, reader, line, settled, error) : NULL;
  g_autoptr(OcopProductFacts) again = NULL;

  if (product == NULL || (certified != settled && (again = read_product (self, reader, line, certified, error)) == NULL))
    return FALSE;
  g_ptr_array_add (self->products, g_steal_pointer (&product));
  g_ptr_array_add (self->certified, g_steal_pointer (&again));
  g_ptr_array_add (self->lines, (gpointer) line);
  return TRUE;
}

static gboolean
read_lines (OcopDecisionFacts  *self,
            OcopReader         *reader,
            GError            **error)
{
  gint64 issued = ocop_record_past_find (reader, ocop_record_get_id (self->decision->record), "state", "issued", error);

  if (issued < 0)
    return FALSE;
  for (guint i = 0; i < self->decision->lines->len; i++)
    {
      const OcopDecisionLine *line = ocop_decision_get_line (self->decision, i);

      if (!ocop_decision_line_is_struck (line) && !read_line (self, reader, line, issued, error))
        return FALSE;
    }
  return TRUE;
}

/* Rewards are kept beside the recognitions, of which most decisions have had none paid. */
static gboolean
read_rewards (OcopDecisionFacts  *self,
              OcopReader         *reader,
              GError            **error)
{
  g_autoptr(OcopPaper) paper = NULL;

  if (!ocop_reward_list_follows (self->decision->record))
    return TRUE;
  paper = ocop_reward_paper_read (reader, self->decision->record, self->office, error);
  if (paper != NULL && ocop_paper_table_get_n_rows (ocop_paper_get_table (paper)) > 0)
    self->rewards = ocop_paper_ref (paper);
  return paper != NULL;
}

OcopDecisionFacts *
ocop_decision_facts_read (OcopReader  *reader,
                          const char  *decision,
                          GError     **error)
{
  g_autoptr(OcopDecisionFacts) self = g_new0 (OcopDecisionFacts, 1);

  self->on = ocop_date_today ();
  self->products = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_product_facts_free);
  self->certified = g_ptr_array_new_with_free_func (free_certified);
  self->lines = g_ptr_array_new ();
  self->decision = ocop_decision_read (reader, decision, self->on, error);
  self->office = self->decision != NULL ? ocop_reader_office (reader, error) : NULL;
  if (self->office == NULL)
    return NULL;
  self->province = ocop_office_dup_province (reader, self->office);
  return read_lines (self, reader, error) && read_rewards (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

const OcopProductFacts *
ocop_decision_facts_get_product (const OcopDecisionFacts *self,
                                 guint                    place)
{
  return g_ptr_array_index (self->products, place);
}

const OcopProductFacts *
ocop_decision_facts_get_certified (const OcopDecisionFacts *self,
                                   guint                    place)
{
  const OcopProductFacts *again = g_ptr_array_index (self->certified, place);

  return again != NULL ? again : ocop_decision_facts_get_product (self, place);
}

const OcopDecisionLine *
ocop_decision_facts_get_line (const OcopDecisionFacts *self,
                              guint                    place)
{
  return g_ptr_array_index (self->lines, place);
}

char *
ocop_decision_facts_dup_number (const OcopDecisionFacts *self)
{
  const char *number = ocop_record_get_text (self->decision->record, "number");

  if (number != NULL)
    return g_strdup (number);
  return g_strdup (ocop_decision_kind_is_notice (ocop_decision_get_kind (self->decision)) ? "……/TB-UBND" : "……/QĐ-UBND");
}

char *
ocop_decision_facts_dup_day (const OcopDecisionFacts *self)
{
  OcopDate decided = ocop_record_get_date (self->decision->record, "decided_on");

  return ocop_date_is_day (decided) ? ocop_date_to_document (decided) : g_strdup (_("day … month … year …"));
}

char *
ocop_decision_facts_dup_issuer (const OcopDecisionFacts *self)
{
  const char *issuer = ocop_record_get_text (self->decision->record, "issuer");

  return issuer != NULL ? g_strdup (issuer)
                        : g_strdup_printf (_("Chair of the People's Committee of %s"),
                                           self->province != NULL ? self->province : _("the province"));
}

const char *
ocop_decision_facts_get_code (const OcopDecisionFacts *self,
                              guint                    place)
{
  const char *code = ocop_record_get_text (ocop_decision_facts_get_line (self, place)->record, "product_code");

  return code != NULL ? code : ocop_decision_facts_get_product (self, place)->code;
}
