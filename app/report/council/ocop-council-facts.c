/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-facts.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"
#include "report/ocop-report-scope.h"

static void
council_product_free (gpointer data)
{
  OcopCouncilProduct *product = data;

  g_clear_pointer (&product->facts, ocop_product_facts_free);
  g_clear_pointer (&product->former, ocop_verdict_free);
  g_free (product);
}

void
ocop_council_facts_free (OcopCouncilFacts *self)
{
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->session, ocop_session_free);
  g_clear_pointer (&self->office, ocop_record_free);
  g_clear_pointer (&self->people, ocop_council_people_free);
  g_clear_pointer (&self->advisory, ocop_council_people_free);
  g_free (self->province);
  g_free (self);
}

static OcopRows *
read_former_sheets (OcopReader                *reader,
                    const OcopSessionProduct  *product,
                    gint64                     scoring,
                    GError                   **error)
{
  static const char * const columns[] = { "member", "choices", NULL };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, scoring);
  g_autoptr(OcopQuery) query = ocop_query_new ("sheet");

  ocop_query_where (query, "session_product", OCOP_OPERATOR_IS, ocop_record_get_id (product->record), NULL);
  ocop_query_where (query, "scoring", OCOP_OPERATOR_IS, number, NULL);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* The choices of the sheet of @member among @rows; nothing scored where there is none that can be read. */
static guint8 *
find_choices (const OcopCriteria      *criteria,
              const OcopRows          *rows,
              const OcopSessionMember *member)
{
  guint8 *choices = NULL;

  for (guint i = 0; i < ocop_rows_get_n_rows (rows) && choices == NULL; i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, 0), member->id) == 0)
      choices = ocop_choices_parse (criteria, ocop_rows_get_text (rows, i, 1), NULL);
  return choices != NULL ? choices : ocop_choices_new (criteria);
}

static OcopVerdict *
judge_former (const OcopSession        *session,
              const OcopSessionProduct *product,
              const OcopRows           *rows)
{
  OcopScoring scoring = product->scoring;
  guint n = session->members->len;
  g_autofree OcopBallot *ballots = g_new0 (OcopBallot, n);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  OcopVerdict *verdict;

  for (guint i = 0; i < n; i++)
    {
      guint8 *choices = find_choices (scoring.criteria, rows, ocop_session_get_member (session, i));

      g_ptr_array_add (kept, choices);
      ballots[i] = product->ballots[i];
      ballots[i].choices = choices;
    }
  scoring.ballots = ballots;
  scoring.agreed = NULL;
  verdict = ocop_verdict_new (&scoring);
  return verdict;
}

static gboolean
read_former (OcopCouncilProduct  *self,
             OcopReader          *reader,
             const OcopSession   *session,
             GError             **error)
{
  gint64 scoring = ocop_record_get_integer (self->scored->record, "scoring", 1);
  g_autoptr(OcopRows) rows = NULL;

  if (scoring < 2)
    return TRUE;
  rows = read_former_sheets (reader, self->scored, scoring - 1, error);
  if (rows == NULL)
    return FALSE;
  if (ocop_rows_get_n_rows (rows) > 0)
    self->former = judge_former (session, self->scored, rows);
  return TRUE;
}

/* Of the meeting, or the last one for answers; unknown of a session that has neither. */
static OcopDate
get_day (const OcopCouncilFacts *self)
{
  return ocop_date_is_known (self->held_on) ? self->held_on : ocop_record_get_date (self->session->record, "answers_by");
}

/* Written opinions have no day of a meeting: their last day stands for it. */
static guint
get_year (const OcopCouncilFacts *self)
{
  return (guint) ocop_record_get_integer (self->session->record, "round_year", get_day (self).year);
}

static gboolean
read_product (OcopCouncilFacts  *self,
              OcopReader        *reader,
              guint              place,
              GError           **error)
{
  OcopCouncilProduct *product = g_new0 (OcopCouncilProduct, 1);

  g_ptr_array_add (self->products, product);
  product->scored = ocop_session_get_product (self->session, place);
  product->facts = ocop_product_facts_read (reader, ocop_record_get_text (product->scored->dossier, "product"), 0,
                                            get_day (self), get_year (self), error);
  return product->facts != NULL && read_former (product, reader, self->session, error);
}

char *
ocop_office_dup_province (OcopReader       *reader,
                          const OcopRecord *office)
{
  const OcopKind *kind = ocop_kind_find ("unit");
  g_autofree char *id = g_strdup (ocop_record_get_text (office, "unit"));

  while (id != NULL)
    {
      g_autoptr(OcopRecord) unit = ocop_reader_load (reader, kind, id, NULL);

      if (unit == NULL)
        return NULL;
      if (g_strcmp0 (ocop_record_get_text (unit, "level"), "province") == 0)
        return ocop_report_unit_name (unit);
      g_free (id);
      id = g_strdup (ocop_record_get_text (unit, "parent"));
    }
  return NULL;
}

static gboolean
read_people (OcopCouncilFacts  *self,
             OcopReader        *reader,
             GError           **error)
{
  const GPtrArray *products = self->session->products;
  const OcopSessionProduct *first = products->len > 0 ? g_ptr_array_index (products, 0) : NULL;

  self->people = ocop_council_people_read (reader, ocop_record_get_id (self->session->council), error);
  if (self->people != NULL)
    self->advisory = ocop_council_people_read_advisory (reader, first != NULL ? ocop_record_get_id (first->dossier) : NULL, error);
  return self->advisory != NULL;
}

/* The dossiers of the session's round, all of them or those at @step. */
static gboolean
count_dossiers (const OcopCouncilFacts  *self,
                OcopReader              *reader,
                OcopDossierStep          step,
                guint                   *n,
                GError                 **error)
{
  const OcopRecord *session = self->session->record;
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, ocop_record_get_integer (session, "round_year", 0));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, ocop_record_get_integer (session, "round_number", 0));
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  gint64 counted;

  ocop_query_where (query, "round_year", OCOP_OPERATOR_IS, year, NULL);
  ocop_query_where (query, "round_number", OCOP_OPERATOR_IS, number, NULL);
  if (step != OCOP_STEP_NONE)
    ocop_query_where (query, "step", OCOP_OPERATOR_IS, ocop_dossier_step_to_key (step), NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  counted = ocop_reader_measure (reader, query, error);
  *n = (guint) MAX (counted, 0);
  return counted >= 0;
}

static gboolean
read_round (OcopCouncilFacts  *self,
            OcopReader        *reader,
            GError           **error)
{
  if (ocop_record_get_integer (self->session->record, "round_number", 0) == 0)
    return TRUE;
  return count_dossiers (self, reader, OCOP_STEP_NONE, &self->n_received, error)
         && count_dossiers (self, reader, OCOP_STEP_PROVINCE_RETURNED, &self->n_returned, error);
}

/* The session is open from the day on which its forms go out. */
static gboolean
read_sending (OcopCouncilFacts  *self,
              OcopReader        *reader,
              GError           **error)
{
  static const char * const columns[] = { "moved_on", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("session_move");
  g_autoptr(OcopRows) rows = NULL;

  if (!ocop_session_is_written (self->session))
    return TRUE;
  ocop_query_where (query, "session", OCOP_OPERATOR_IS, ocop_record_get_id (self->session->record), NULL);
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "open", NULL);
  ocop_query_order_by (query, "moved_on", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows != NULL && ocop_rows_get_n_rows (rows) > 0)
    ocop_date_parse (ocop_rows_get_text (rows, 0, 0), &self->sent_on);
  return rows != NULL;
}

OcopCouncilFacts *
ocop_council_facts_read (OcopReader  *reader,
                         const char  *session,
                         GError     **error)
{
  g_autoptr(OcopCouncilFacts) self = g_new0 (OcopCouncilFacts, 1);

  self->products = g_ptr_array_new_with_free_func (council_product_free);
  self->session = ocop_session_read (reader, session, NULL, error);
  self->office = self->session != NULL ? ocop_reader_office (reader, error) : NULL;
  if (self->office == NULL || !read_people (self, reader, error) || !read_sending (self, reader, error) || !read_round (self, reader, error))
    return NULL;
  self->province = ocop_office_dup_province (reader, self->office);
  self->held_on = ocop_record_get_date (self->session->record, "held_on");
  for (guint i = 0; i < self->session->products->len; i++)
    if (!read_product (self, reader, i, error))
      return NULL;
  return g_steal_pointer (&self);
}

const OcopCouncilProduct *
ocop_council_facts_get_product (const OcopCouncilFacts *self,
                                guint                   place)
{
  return g_ptr_array_index (self->products, place);
}

char *
ocop_council_facts_dup_round (const OcopCouncilFacts *self)
{
  const OcopRecord *record = self->session->record;
  gint64 number = ocop_record_get_integer (record, "round_number", 0);
  const char *name = ocop_record_get_text (record, "name");

  if (ocop_session_is_written (self->session) && get_year (self) > 0)
    return g_strdup_printf (_("re-evaluation of %u"), get_year (self));
  if (number > 0 && get_year (self) > 0)
    return g_strdup_printf (_("round %u of %u"), (guint) number, get_year (self));
  return ocop_text_within_sentence (name != NULL ? name : "");
}

char *
ocop_council_facts_dup_committee (const OcopCouncilFacts *self)
{
  return g_strdup_printf (_("People's Committee of %s"), self->province != NULL ? self->province : _("the province"));
}

const char *
ocop_council_choice_title (const char *kind,
                           const char *field,
                           const char *key)
{
  return key != NULL ? ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find (kind), field), key) : "";
}
