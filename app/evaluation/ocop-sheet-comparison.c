/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-sheet-comparison.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-private.h"

void
ocop_sheet_comparison_free (OcopSheetComparison *self)
{
  OcopComparedSide *sides[] = { &self->former, &self->present };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_free (sides[i]->choices);
      g_clear_pointer (&sides[i]->verdict, ocop_verdict_free);
      g_clear_pointer (&self->sessions[i], ocop_session_free);
    }
  g_free (self);
}

const OcopOption *
ocop_compared_side_get_option (const OcopComparedSide *self,
                               const OcopCriterion    *leaf)
{
  guint8 choice = self->choices[leaf->place];

  return choice != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, choice) : NULL;
}

/* --- a side --- */

static void
settle (OcopComparedSide  *side,
        const OcopSession *session,
        const OcopScoring *scoring,
        guint              number)
{
  side->session = session;
  side->product = ocop_session_get_product (session, 0);
  side->scoring = number;
  side->criteria = scoring->criteria;
  side->verdict = ocop_session_judge_begun (scoring);
  side->choices = ocop_choices_new (scoring->criteria);
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      gboolean agreed = scoring->agreed != NULL && scoring->agreed[i] != OCOP_NOT_SCORED;

      side->choices[i] = agreed ? scoring->agreed[i] : ocop_scoring_find_most_chosen (scoring, scoring->criteria->leaves->pdata[i]);
    }
}

static guint
get_scoring_number (const OcopSessionProduct *product)
{
  return (guint) ocop_record_get_integer (product->record, "scoring", 1);
}

static void
settle_present (OcopComparedSide  *side,
                const OcopSession *session)
{
  const OcopSessionProduct *product = ocop_session_get_product (session, 0);

  settle (side, session, &product->scoring, get_scoring_number (product));
}

/* The scoring before: who gave no sheet then does not count in it. What was agreed is the second one's. */
static void
settle_former_scoring (OcopComparedSide  *side,
                       const OcopSession *session)
{
  const OcopSessionProduct *product = ocop_session_get_product (session, 0);
  g_autofree OcopBallot *ballots = g_memdup2 (product->ballots, product->scoring.n_ballots * sizeof (OcopBallot));
  g_autofree guint8 *nothing = ocop_choices_new (product->scoring.criteria);
  OcopScoring scoring = product->scoring;

  scoring.ballots = ballots;
  scoring.agreed = NULL;
  for (guint i = 0; i < scoring.n_ballots; i++)
    {
      const guint8 *former = product->sheets[i].former;

      ballots[i].choices = former != NULL ? former : nothing;
      ballots[i].recused |= former == NULL;
    }
  settle (side, session, &scoring, get_scoring_number (product) - 1);
}

/* --- the two --- */

/* What sessions judged of @product, the latest first: id, dossier. */
static OcopRows *
list_judged (OcopReader  *reader,
             const char  *product,
             GError     **error)
{
  static const char * const columns[] = { "id", "dossier", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("session_product");

  ocop_query_where (query, "dossier.product", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_order_by (query, "session.held_on", TRUE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* The places of the dossier's last scoring and of that of an earlier session; -1 where there is none. */
static void
find_both (const OcopRows *rows,
           const char     *dossier,
           int            *present,
           int            *former)
{
  *present = *former = -1;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (*present >= 0)
      {
        *former = (int) i;
        return;
      }
    else if (g_strcmp0 (ocop_rows_get_text (rows, i, 1), dossier) == 0)
      *present = (int) i;
}

static gboolean
is_alike (const OcopComparedSide *former,
          const OcopComparedSide *present)
{
  return g_str_equal (former->criteria->code, present->criteria->code)
         && g_strcmp0 (ocop_law_get_id (former->product->law), ocop_law_get_id (present->product->law)) == 0;
}

static gboolean
read_sides (OcopSheetComparison  *self,
            OcopReader           *reader,
            const OcopRows       *rows,
            int                   present,
            int                   former,
            GError              **error)
{
  self->sessions[1] = ocop_session_read_product (reader, ocop_rows_get_text (rows, (guint) present, 0), error);
  if (self->sessions[1] == NULL)
    return FALSE;
  settle_present (&self->present, self->sessions[1]);
  if (former >= 0)
    {
      self->sessions[0] = ocop_session_read_product (reader, ocop_rows_get_text (rows, (guint) former, 0), error);
      if (self->sessions[0] == NULL)
        return FALSE;
      settle_present (&self->former, self->sessions[0]);
    }
  else if (self->present.scoring > 1)
    settle_former_scoring (&self->former, self->sessions[1]);
  else
    return ocop_refuse (error, _("The product has been scored once only: there is nothing to hold it against.")) != NULL;
  self->alike = is_alike (&self->former, &self->present);
  return TRUE;
}

OcopSheetComparison *
ocop_sheet_comparison_read (OcopReader  *reader,
                            const char  *dossier,
                            GError     **error)
{
  g_autoptr(OcopSheetComparison) self = g_new0 (OcopSheetComparison, 1);
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("dossier"), dossier, error);
  g_autoptr(OcopRows) rows = record != NULL ? list_judged (reader, ocop_record_get_text (record, "product"), error) : NULL;
  int present, former;

  if (rows == NULL)
    return NULL;
  find_both (rows, dossier, &present, &former);
  if (present < 0)
    return ocop_refuse (error, _("The dossier has not been before a council yet."));
  return read_sides (self, reader, rows, present, former, error) ? g_steal_pointer (&self) : NULL;
}
