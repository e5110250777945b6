/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-law.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"

const OcopRuleBook *
ocop_session_law_book (const OcopLaw    *law,
                       const OcopRecord *session)
{
  OcopDate held_on = ocop_record_get_date (session, "held_on");

  return ocop_date_is_known (held_on) ? ocop_law_book_on (law, held_on) : ocop_law_get_latest_book (law);
}

/* What registers were given before they held law books: a decision that the program ships. */
static const OcopLaw *
find_by_decision (const char          *decision,
                  const OcopRuleBook **book,
                  GError             **error)
{
  const OcopLaw *law = ocop_law_get_default ();

  *book = ocop_law_find_book (law, decision);
  if (*book != NULL)
    return law;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("This program does not know decision %s."), decision);
  return NULL;
}

const OcopLaw *
ocop_session_law_find (OcopReader          *reader,
                       const OcopRecord    *session,
                       const char          *id,
                       const OcopRuleBook **book,
                       GError             **error)
{
  const OcopLaw *law;

  if (id != NULL && strchr (id, '@') == NULL)
    return find_by_decision (id, book, error);
  law = id != NULL ? ocop_reader_law (reader, id, error) : ocop_reader_law_in_force (reader, error);
  if (law != NULL)
    *book = ocop_session_law_book (law, session);
  return law;
}
