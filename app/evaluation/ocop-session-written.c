/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session by written opinions (article 7.6 of 26/2026/QĐ-TTg): a re-evaluation is decided on without a
 * meeting, which is held only where the members differ much. */

#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "law/ocop-deadline.h"

static gboolean
is_judged_again (const OcopRecord *dossier)
{
  return ocop_dossier_kind_from_key (ocop_record_get_text (dossier, "kind")) == OCOP_DOSSIER_AGAIN;
}

gboolean
ocop_session_may_be_asked (const OcopSession  *session,
                           const OcopRecord   *dossier,
                           GError            **error)
{
  if (!ocop_session_is_written (session) || is_judged_again (dossier))
    return TRUE;
  ocop_refuse (error, _("%s is no re-evaluation: only those are judged by written opinions (article 7.6). Put it on the agenda of a meeting."),
               ocop_record_get_text (dossier, "name"));
  return FALSE;
}

/* Article 7.6.g: the days for the whole procedure count from the complete dossier. */
static void
look_at_deadline (const OcopSession        *session,
                  const OcopSessionProduct *product,
                  OcopDate                  answers_by,
                  GPtrArray                *lacks)
{
  OcopDate complete_on = ocop_record_get_date (product->dossier, "complete_on");
  OcopDate last = ocop_law_deadline_day (product->scoring.book, OCOP_DEADLINE_REEVALUATION, complete_on, NULL);
  g_autofree char *day = ocop_date_to_people (last);

  if (ocop_date_is_day (last) && ocop_date_compare (answers_by, last) > 0)
    ocop_objections_add (lacks, FALSE, _("%s: the re-evaluation has to be over by %s (article 7.6.g), before the answers are due."),
                         product->product_name, day);
}

void
ocop_session_look_at_written (const OcopSession *session,
                              GPtrArray         *lacks)
{
  OcopDate answers_by = ocop_record_get_date (session->record, "answers_by");

  if (!ocop_session_is_written (session))
    return;
  if (!ocop_date_is_day (answers_by))
    ocop_objections_add (lacks, TRUE, _("Say first by which day the members answer: “Answers by” in the session's form."));
  else if (!ocop_session_is_open (session) && ocop_date_compare (answers_by, ocop_date_today ()) < 0)
    ocop_objections_add (lacks, FALSE, _("The day by which the members answer is over."));
  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (session, i);

      if (!is_judged_again (product->dossier))
        ocop_objections_add (lacks, TRUE, _("%s is no re-evaluation (article 7.6): take it off the agenda, or hold the session as a meeting."),
                             product->product_name);
      else if (ocop_date_is_day (answers_by))
        look_at_deadline (session, product, answers_by, lacks);
    }
}

gboolean
ocop_session_is_asked (const OcopSession *self,
                       guint              place)
{
  guint n_complete;

  return ocop_session_member_count (self, place, &n_complete) > 0;
}

void
ocop_session_look_at_answers (const OcopSession *session,
                              GPtrArray         *lacks)
{
  OcopDate answers_by = ocop_record_get_date (session->record, "answers_by");
  g_autofree char *day = ocop_date_to_people (answers_by);
  guint n = 0;

  if (!ocop_session_is_written (session) || !ocop_date_is_day (answers_by) || ocop_date_compare (ocop_date_today (), answers_by) > 0)
    return;
  for (guint i = 0; i < session->members->len; i++)
    n += ocop_session_is_asked (session, i) && !ocop_session_get_member (session, i)->present;
  if (n > 0)
    ocop_objections_add (lacks, FALSE, ngettext ("%u member has not answered yet and may until %s.",
                                                 "%u members have not answered yet and may until %s.", n), n, day);
}
