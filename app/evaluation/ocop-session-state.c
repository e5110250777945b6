/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The beginning and the end of a session, and what stands against them. */

#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-council.h"
#include "evaluation/ocop-dossier-moves.h"
#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-session-law.h"
#include "evaluation/ocop-verdict-words.h"

/* The session's members as its council has them. */
static GPtrArray *
look_at_council (const OcopSession *session)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new ();
  const OcopCouncil council = { session->council, members };
  OcopDate held_on = ocop_record_get_date (session->record, "held_on");

  for (guint i = 0; i < session->members->len; i++)
    g_ptr_array_add (members, ocop_session_get_member (session, i)->record);
  return ocop_council_objections (&council, ocop_session_law_book (ocop_law_get_default (), session->record),
                                  ocop_date_is_day (held_on) ? held_on : ocop_date_today ());
}

static void
look_before_opening (const OcopSession *session,
                     GPtrArray         *lacks)
{
  if (session->products->len == 0)
    ocop_objections_add (lacks, FALSE, _("No product is on the agenda."));
  ocop_session_look_at_written (session, lacks);
  g_ptr_array_extend_and_steal (lacks, look_at_council (session));
}

static void
look_at_product (const OcopSessionProduct *product,
                 GPtrArray                *lacks)
{
  const OcopVerdict *verdict = product->verdict;

  if (product->scoring.disqualified)
    return;
  if (verdict->n_counted == 0 || !verdict->is_complete)
    ocop_objections_add (lacks, FALSE, _("%s: not every member has scored."), product->product_name);
  if (verdict->spread_exceeded && product->scoring.rules.written)
    ocop_objections_add (lacks, FALSE, _("%s: the members differ by more than is allowed: let them meet, by holding the session as a meeting."),
                         product->product_name);
  else if (verdict->spread_exceeded)
    ocop_objections_add (lacks, FALSE, _("%s: the members differ by more than is allowed."), product->product_name);
  if (ocop_proposal_waits_for_choice (product))
    ocop_objections_add (lacks, FALSE, _("%s: enough points for 5 stars, a minimum is not met, and the council has not chosen."),
                           product->product_name);
}

static void
look_before_closing (const OcopSession *session,
                     GPtrArray         *lacks)
{
  g_autofree char *no_quorum = ocop_verdict_say_no_quorum (&session->rules);

  ocop_session_look_at_written (session, lacks);
  if (!ocop_session_has_quorum (session))
    ocop_objections_add (lacks, FALSE, "%s", no_quorum);
  ocop_session_look_at_answers (session, lacks);
  for (guint i = 0; i < session->products->len; i++)
    look_at_product (ocop_session_get_product (session, i), lacks);
}

GPtrArray *
ocop_session_lacks (const OcopSession *session,
                    const char        *state)
{
  GPtrArray *lacks = ocop_objections_new ();

  if (g_str_equal (state, "closed"))
    look_before_closing (session, lacks);
  else if (ocop_session_is_closed (session) && session->decided)
    ocop_objections_add (lacks, TRUE, _("A decision rests on this session: it is not opened again."));
  else if (ocop_session_is_closed (session))
    ocop_objections_add (lacks, FALSE, _("The session is closed: what was scored in it can be changed again."));
  if (g_str_equal (state, "open"))
    look_before_opening (session, lacks);
  return lacks;
}

gboolean
ocop_session_needs_reason (const OcopSession *session,
                           const char        *state)
{
  g_autoptr(GPtrArray) lacks = ocop_session_lacks (session, state);

  if (ocop_session_is_closed (session) && session->decided)
    return FALSE;
  return ocop_session_is_closed (session) || (g_str_equal (state, "closed") && lacks->len > 0);
}

static gboolean
check_lacks (const OcopSession  *session,
             const char         *state,
             const char         *reason,
             GError            **error)
{
  g_autoptr(GPtrArray) lacks = ocop_session_lacks (session, state);

  const OcopObjection *forbidden = ocop_objections_forbidden (lacks);

  if (forbidden != NULL)
    return ocop_refuse (error, "%s", forbidden->text) != NULL;
  if (reason == NULL && ocop_session_needs_reason (session, state))
    return ocop_refuse (error, _("%s Say why it is done all the same: the reason stays with the session."),
                        ((const OcopObjection *) g_ptr_array_index (lacks, 0))->text) != NULL;
  return TRUE;
}

static void
note_move (OcopChange        *change,
           const OcopSession *session,
           const char        *state,
           const char        *reason)
{
  g_autoptr(OcopRecord) move = ocop_record_new (ocop_kind_find ("session_move"), NULL);

  ocop_record_set_text (move, "session", ocop_record_get_id (session->record));
  ocop_record_set_text (move, "state", state);
  ocop_record_set_date (move, "moved_on", ocop_date_today ());
  ocop_record_set_text (move, "reason", reason);
  ocop_change_add (change, move);
}

/* The day of the meeting; opinions are counted, and what is closed ahead of its day is closed, today. */
static OcopDate
day_of_result (const OcopSession *session)
{
  OcopDate held_on = ocop_record_get_date (session->record, "held_on");
  OcopDate today = ocop_date_today ();

  return !ocop_session_is_written (session) && ocop_date_is_day (held_on) && ocop_date_compare (held_on, today) < 0 ? held_on : today;
}

/* Articles 7.3 and 7.6. What another step was found for meanwhile stays there. */
static gboolean
move_dossiers (OcopReader         *reader,
               OcopChange         *change,
               const OcopSession  *session,
               gboolean            closes,
               const char         *reason,
               GError            **error)
{
  const char *name = ocop_record_get_text (session->record, "name");
  OcopDossierStep from = closes ? OCOP_STEP_COUNCIL : OCOP_STEP_SCORED;
  const OcopDossierMove move = {
    .step = closes ? OCOP_STEP_SCORED : OCOP_STEP_COUNCIL,
    .on = closes ? day_of_result (session) : ocop_date_today (),
    .reason = closes ? NULL : reason,
    .note = name,
    .authority = name,
  };

  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (session, i);

      if (ocop_dossier_step_from_key (ocop_record_get_text (product->dossier, "step")) != from || (closes && ocop_proposal_of (product).kind == OCOP_PROPOSAL_OPEN))
        continue;
      if (!ocop_dossier_move_within (reader, ocop_law_get_default (), ocop_record_get_id (product->dossier), &move, change, error))
        return FALSE;
    }
  return TRUE;
}

OcopChange *
ocop_session_set_state (OcopReader  *reader,
                        const char  *session,
                        const char  *state,
                        const char  *reason,
                        GError     **error)
{
  g_autoptr(OcopSession) self = ocop_session_read (reader, session, NULL, error);
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopChange) change = NULL;
  gboolean closes = g_str_equal (state, "closed");

  if (self == NULL || !check_lacks (self, state, reason, error))
    return NULL;
  after = ocop_record_copy (self->record);
  ocop_record_set_text (after, "state", state);
  change = ocop_session_change_new ("session", "%s: %s", ocop_record_get_text (after, "name"),
                                    ocop_field_choice_title (ocop_kind_find_field (ocop_record_get_kind (after), "state"), state));
  if (closes && !ocop_session_note_absent (reader, change, self, error))
    return NULL;
  ocop_change_edit (change, self->record, after);
  if (!closes && ocop_session_is_closed (self) && !ocop_session_forget_absent (reader, change, self, error))
    return NULL;
  note_move (change, self, state, reason);
  if (closes != ocop_session_is_closed (self) && !move_dossiers (reader, change, self, closes, reason, error))
    return NULL;
  return g_steal_pointer (&change);
}
