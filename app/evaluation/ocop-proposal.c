/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-proposal.h"

#include <glib/gi18n.h>

gboolean
ocop_proposal_leaves_a_choice (const OcopScoring *scoring,
                               const OcopVerdict *verdict)
{
  return !scoring->disqualified && verdict->star < verdict->star_by_mean
         && ocop_rule_book_recognised_by (scoring->book, verdict->star_by_mean) == OCOP_LEVEL_CENTRE
         && ocop_rule_book_recognised_by (scoring->book, verdict->star) != OCOP_LEVEL_NONE;
}

/* What follows from @choice alone. */
static OcopProposal
choose (const OcopVerdict *verdict,
        const char        *choice)
{
  if (choice == NULL)
    return (OcopProposal) { OCOP_PROPOSAL_OPEN, verdict->star };
  if (g_str_equal (choice, OCOP_CHOICE_FORWARD))
    return (OcopProposal) { OCOP_PROPOSAL_FORWARD, verdict->star_by_mean };
  return (OcopProposal) { OCOP_PROPOSAL_RECOGNISE, verdict->star };
}

OcopProposal
ocop_proposal_judge (const OcopScoring *scoring,
                     const OcopVerdict *verdict,
                     const char        *choice)
{
  if (scoring->disqualified)
    return (OcopProposal) { OCOP_PROPOSAL_REJECT, 0 };
  if (!verdict->is_final)
    return (OcopProposal) { OCOP_PROPOSAL_OPEN, verdict->star };
  if (ocop_proposal_leaves_a_choice (scoring, verdict))
    return choose (verdict, choice);
  switch (ocop_rule_book_recognised_by (scoring->book, verdict->star))
    {
    case OCOP_LEVEL_CENTRE:
      return (OcopProposal) { OCOP_PROPOSAL_FORWARD, verdict->star };
    case OCOP_LEVEL_DISTRICT:
    case OCOP_LEVEL_PROVINCE:
      return (OcopProposal) { OCOP_PROPOSAL_RECOGNISE, verdict->star };
    case OCOP_LEVEL_NONE:
    default:
      return (OcopProposal) { OCOP_PROPOSAL_NOT_CLASSED, verdict->star };
    }
}

static const char *
get_choice (const OcopSessionProduct *product)
{
  return ocop_record_get_text (product->record, "enough_for_five");
}

OcopProposal
ocop_proposal_of (const OcopSessionProduct *product)
{
  return ocop_proposal_judge (&product->scoring, product->verdict, get_choice (product));
}

gboolean
ocop_proposal_waits_for_choice (const OcopSessionProduct *product)
{
  return get_choice (product) == NULL && ocop_proposal_leaves_a_choice (&product->scoring, product->verdict);
}

const char *
ocop_proposal_say_no_choice (void)
{
  return _("There is nothing to choose: only where the mean reaches 5 stars, a minimum of that class is not met, and those of 3 stars are.");
}

char *
ocop_proposal_to_text (OcopProposal proposal)
{
  switch (proposal.kind)
    {
    case OCOP_PROPOSAL_RECOGNISE:
      return g_strdup_printf (ngettext ("Recognise %u star", "Recognise %u stars", proposal.class), proposal.class);
    case OCOP_PROPOSAL_FORWARD:
      return g_strdup_printf (ngettext ("Forward to the centre (%u star)", "Forward to the centre (%u stars)", proposal.class), proposal.class);
    case OCOP_PROPOSAL_NOT_CLASSED:
      return g_strdup (_("Does not reach 3 stars"));
    case OCOP_PROPOSAL_REJECT:
      return g_strdup (_("Reject the dossier"));
    case OCOP_PROPOSAL_OPEN:
    default:
      return g_strdup (_("Not concluded yet"));
    }
}

char *
ocop_proposal_choice_to_text (const OcopVerdict *verdict,
                              const char        *choice)
{
  return ocop_proposal_to_text (choose (verdict, choice));
}
