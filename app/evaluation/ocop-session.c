/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-verdict-words.h"

gboolean
ocop_session_manner_is_written (const char *manner)
{
  return g_strcmp0 (manner, "written") == 0;
}

gboolean
ocop_session_is_written (const OcopSession *self)
{
  return self->rules.written;
}

gboolean
ocop_session_is_closed (const OcopSession *self)
{
  return g_strcmp0 (ocop_record_get_text (self->record, "state"), "closed") == 0;
}

const char *
ocop_session_title_state (const char *manner,
                          const char *state)
{
  if (ocop_session_manner_is_written (manner) && g_strcmp0 (state, "open") == 0)
    return _("Opinions asked for");
  return ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("session"), "state"), state);
}

gboolean
ocop_session_is_open (const OcopSession *self)
{
  return g_strcmp0 (ocop_record_get_text (self->record, "state"), "open") == 0;
}

gboolean
ocop_session_has_quorum (const OcopSession *self)
{
  gboolean has_chair = FALSE;

  for (guint i = 0; i < self->members->len; i++)
    has_chair |= ocop_session_get_member (self, i)->chair && ocop_session_get_member (self, i)->present;
  return has_chair && ocop_council_rules_make_quorum (&self->rules, ocop_session_n_present (self), self->members->len);
}

guint
ocop_session_n_present (const OcopSession *self)
{
  guint n = 0;

  for (guint i = 0; i < self->members->len; i++)
    n += ocop_session_get_member (self, i)->present;
  return n;
}

const OcopSessionMember *
ocop_session_get_member (const OcopSession *self,
                         guint              place)
{
  return g_ptr_array_index (self->members, place);
}

int
ocop_session_find_member (const OcopSession *self,
                          const char        *id)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_strcmp0 (ocop_session_get_member (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

const OcopSessionProduct *
ocop_session_get_product (const OcopSession *self,
                          guint              place)
{
  return g_ptr_array_index (self->products, place);
}

int
ocop_session_find_product (const OcopSession *self,
                           const char        *id)
{
  for (guint i = 0; i < self->products->len; i++)
    if (g_strcmp0 (ocop_record_get_id (ocop_session_get_product (self, i)->record), id) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_scored (const OcopSessionProduct *product,
           guint                     member)
{
  return product->sheets[member].record != NULL && product->sheets[member].n_missing == 0;
}

guint
ocop_session_product_count (const OcopSessionProduct *product,
                            guint                    *n_complete)
{
  guint n = 0;

  *n_complete = 0;
  for (guint i = 0; i < product->scoring.n_ballots; i++)
    if (product->sheets[i].awaited)
      {
        n++;
        *n_complete += is_scored (product, i);
      }
  return n;
}

guint
ocop_session_member_count (const OcopSession *self,
                           guint              place,
                           guint             *n_complete)
{
  guint n = 0;

  *n_complete = 0;
  for (guint i = 0; i < self->products->len; i++)
    if (ocop_session_get_product (self, i)->sheets[place].awaited)
      {
        n++;
        *n_complete += is_scored (ocop_session_get_product (self, i), place);
      }
  return n;
}

static gboolean
is_begun (const OcopScoring *scoring,
          const guint8      *choices)
{
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    if (choices[i] != OCOP_NOT_SCORED)
      return TRUE;
  return FALSE;
}

static gboolean
is_whole (const OcopScoring *scoring,
          const guint8      *choices)
{
  return ocop_choices_count_missing (scoring, choices) == 0;
}

/* The ballots of @scoring, of which only those count that @counts says. Free with g_free(). */
static OcopBallot *
leave_out (const OcopScoring *scoring,
           gboolean         (*counts) (const OcopScoring *, const guint8 *))
{
  OcopBallot *ballots = g_memdup2 (scoring->ballots, scoring->n_ballots * sizeof (OcopBallot));

  for (guint i = 0; i < scoring->n_ballots; i++)
    ballots[i].recused |= !counts (scoring, ballots[i].choices);
  return ballots;
}

/* What is only half typed differs from everything. */
static guint
spread_of_whole (const OcopScoring *scoring)
{
  g_autofree OcopBallot *ballots = leave_out (scoring, is_whole);
  OcopScoring whole = *scoring;
  g_autoptr(OcopVerdict) verdict = NULL;

  whole.ballots = ballots;
  verdict = ocop_verdict_new (&whole);
  return verdict->spread;
}

OcopVerdict *
ocop_session_judge_begun (const OcopScoring *scoring)
{
  g_autoptr(OcopVerdict) of_all = ocop_verdict_new (scoring);
  g_autofree OcopBallot *ballots = leave_out (scoring, is_begun);
  OcopScoring begun = *scoring;
  OcopVerdict *verdict;

  begun.ballots = ballots;
  verdict = ocop_verdict_new (&begun);
  verdict->is_complete = of_all->is_complete;
  verdict->is_final = of_all->is_final;
  verdict->spread = spread_of_whole (scoring);
  verdict->spread_exceeded = verdict->spread > scoring->rules.max_spread;
  return verdict;
}

OcopSpread *
ocop_session_find_spread (const OcopScoring *scoring)
{
  g_autofree OcopBallot *ballots = leave_out (scoring, is_whole);
  OcopScoring whole = *scoring;

  whole.ballots = ballots;
  return ocop_spread_new (&whole);
}

gboolean
ocop_session_product_needs_second_pass (const OcopSessionProduct *product)
{
  const OcopVerdict *verdict = product->verdict;

  if (product->scoring.disqualified || verdict->n_counted == 0 || !verdict->is_complete)
    return FALSE;
  return verdict->spread_exceeded || ocop_proposal_waits_for_choice (product);
}

GPtrArray *
ocop_session_product_problems (const OcopSessionProduct *product)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  const char *fixed = ocop_record_get_text (product->record, "criteria_set");

  for (guint i = 0; i < product->problems->len; i++)
    g_ptr_array_add (all, g_strdup (g_ptr_array_index (product->problems, i)));
  if (product->set_now != NULL && !g_str_equal (product->set_now, fixed))
    g_ptr_array_add (all, g_strdup_printf (_("The dossier now names criteria set %s; the session scores by %s."), product->set_now, fixed));
  return all;
}

GPtrArray *
ocop_session_product_explain (const OcopSessionProduct *product)
{
  GPtrArray *all = ocop_session_product_problems (product);

  g_ptr_array_extend_and_steal (all, ocop_verdict_explain (product->verdict, &product->scoring));
  return all;
}
