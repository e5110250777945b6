/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-proposal.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

#define LEAST_CLASS 3

static gboolean
is_of_centre (const OcopSessionProduct *product,
              guint                     star)
{
  const GArray *classes = product->scoring.book->classes;

  for (guint i = 0; i < classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (classes, OcopStarClass, i);

      if (class->stars == star)
        return class->recognised_by == OCOP_LEVEL_CENTRE;
    }
  return FALSE;
}

gboolean
ocop_council_may_choose (const OcopSessionProduct *product)
{
  const OcopVerdict *verdict = product->verdict;

  return !product->scoring.disqualified && is_of_centre (product, verdict->star_by_mean)
         && verdict->star < verdict->star_by_mean && verdict->star >= LEAST_CLASS;
}

OcopProposal
ocop_council_propose (const OcopSessionProduct *product,
                      guint                    *class)
{
  const char *choice = ocop_record_get_text (product->record, "enough_for_five");

  *class = product->verdict->star;
  if (product->scoring.disqualified)
    {
      *class = 0;
      return OCOP_PROPOSAL_REJECT;
    }
  if (!product->verdict->is_final)
    return OCOP_PROPOSAL_OPEN;
  if (ocop_council_may_choose (product) && g_strcmp0 (choice, "forward") == 0)
    {
      *class = product->verdict->star_by_mean;
      return OCOP_PROPOSAL_FORWARD;
    }
  if (ocop_council_may_choose (product) && choice == NULL)
    return OCOP_PROPOSAL_OPEN;
  if (is_of_centre (product, *class))
    return OCOP_PROPOSAL_FORWARD;
  if (*class >= LEAST_CLASS)
    return OCOP_PROPOSAL_RECOGNISE;
  *class = 0;
  return OCOP_PROPOSAL_NOT_CLASSED;
}

char *
ocop_council_describe_proposal (const OcopSessionProduct *product)
{
  guint class;

  switch (ocop_council_propose (product, &class))
    {
    case OCOP_PROPOSAL_RECOGNISE:
      return g_strdup_printf (ngettext ("Recognise %u star", "Recognise %u stars", class), class);
    case OCOP_PROPOSAL_FORWARD:
      return g_strdup_printf (ngettext ("Forward to the centre (%u star)", "Forward to the centre (%u stars)", class), class);
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
ocop_council_describe_minima (const OcopSessionProduct *product,
                              guint                     star)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < product->verdict->missing->len; i++)
    {
      const OcopMissing *missing = &g_array_index (product->verdict->missing, OcopMissing, i);

      for (guint j = 0; j < missing->minima->len && missing->star == star; j++)
        {
          const OcopUnmetMinimum *minimum = &g_array_index (missing->minima, OcopUnmetMinimum, j);
          g_autofree char *needs = ocop_quantity_to_people (minimum->needs);
          g_autofree char *has = ocop_quantity_to_people (minimum->has);

          if (text->len > 0)
            g_string_append (text, "; ");
          g_string_append_printf (text, _("%s (needs %s, has %s)"), minimum->criterion->code, needs, has);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
