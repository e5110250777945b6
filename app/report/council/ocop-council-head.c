/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-head.h"

#include <glib/gi18n.h>

char *
ocop_council_dup_day (const OcopCouncilFacts *facts)
{
  return ocop_date_is_known (facts->held_on) ? ocop_date_to_document (facts->held_on) : g_strdup (_("day … month … year …"));
}

/* Of the first member in @role; %NULL where there is none. */
static const char *
find_name (const OcopCouncilFacts *facts,
           const char             *role)
{
  for (guint i = 0; i < facts->session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (facts->session, i);

      if (g_strcmp0 (member->role, role) == 0)
        return member->name;
    }
  return NULL;
}

void
ocop_council_write_head (OcopPaper              *paper,
                         const OcopCouncilFacts *facts)
{
  g_autofree char *committee = ocop_council_facts_dup_committee (facts);

  paper->superior = g_utf8_strup (committee, -1);
  paper->body = g_utf8_strup (ocop_record_get_text (facts->session->council, "name"), -1);
  paper->national_head = TRUE;
  paper->place = g_strdup (ocop_record_get_text (facts->office, "place"));
  paper->date = facts->held_on;
  paper->practice = ocop_record_get_integer (facts->office, "practice", 0) != 0;
}

void
ocop_council_write_signatures (OcopPaper              *paper,
                               const OcopCouncilFacts *facts)
{
  paper->left_signer_title = g_strdup (_("SECRETARY"));
  paper->left_signer_name = g_strdup (find_name (facts, "secretary"));
  paper->signer_title = g_strdup (_("CHAIR OF THE COUNCIL"));
  paper->signer_name = g_strdup (find_name (facts, "chair"));
}
