/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-words.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-session-law.h"
#include "evaluation/ocop-spread.h"
#include "evaluation/ocop-verdict-words.h"

static void
add (GString    *text,
     const char *sentence)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, sentence);
}

static char *
describe_recusal (const OcopRecord *recusal)
{
  const char *reason = ocop_record_get_text (recusal, "reason");
  const char *kind = ocop_council_choice_title ("recusal", "kind", ocop_record_get_text (recusal, "kind"));

  return ocop_text_within_sentence (reason != NULL ? reason : kind);
}

char *
ocop_council_words_recusals (const OcopCouncilFacts *facts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_council_facts_get_product (facts, i)->scored;

      for (guint j = 0; j < facts->session->members->len; j++)
        if (product->sheets[j].recusal != NULL)
          {
            g_autofree char *why = describe_recusal (product->sheets[j].recusal);
            g_autofree char *one = g_strdup_printf (_("%s does not score “%s” (%s)"), ocop_session_get_member (facts->session, j)->name,
                                                    product->product_name, why);

            add (text, one);
          }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("none"));
}

static void
add_minima (GString                  *text,
            const OcopSessionProduct *product)
{
  const OcopVerdict *verdict = product->verdict;

  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const OcopMissing *missing = &g_array_index (verdict->missing, OcopMissing, i);
      g_autofree char *minima = ocop_missing_name_minima (missing);
      g_autofree char *one = g_strdup_printf (_("misses minima of %u stars: %s"), missing->star, minima);

      if (missing->star <= verdict->star_by_mean && *minima != '\0')
        add (text, one);
    }
}

/* The former scoring is kept: what it came to, and why it did not stand. */
static void
add_second_scoring (GString                  *text,
                    const OcopCouncilProduct *product)
{
  gint64 scoring = ocop_record_get_integer (product->scored->record, "scoring", 1);
  g_autofree char *one = NULL;

  if (product->former != NULL)
    {
      g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (product->former->mean));
      g_autofree char *spread = ocop_hundredths_to_people (product->former->spread);

      one = g_strdup_printf (_("scored %u times (before: mean %s, spread %s points)"), (guint) scoring, mean, spread);
    }
  else if (scoring > 1)
    one = g_strdup_printf (_("scored %u times"), (guint) scoring);
  if (one != NULL)
    add (text, one);
}

static void
add_far (GString                *text,
         const OcopCouncilFacts *facts,
         const OcopScoring      *scoring)
{
  g_autoptr(OcopSpread) spread = ocop_spread_new (scoring);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *one = NULL;

  for (guint i = 0; spread != NULL && i < spread->far->len; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, ocop_session_get_member (facts->session, g_array_index (spread->far, guint, i))->name);
    }
  if (names->len == 0)
    return;
  one = g_strdup_printf (_("far from the middle: %s"), names->str);
  add (text, one);
}

static void
add_choice (GString                  *text,
            const OcopSessionProduct *product)
{
  const char *choice = ocop_record_get_text (product->record, "enough_for_five");
  g_autofree char *title = NULL;
  g_autofree char *within = NULL;
  g_autofree char *one = NULL;

  if (!ocop_proposal_leaves_a_choice (&product->scoring, product->verdict))
    return;
  if (choice == NULL)
    {
      add (text, _("the council has not chosen yet"));
      return;
    }
  title = ocop_proposal_choice_to_text (product->verdict, choice);
  within = ocop_text_within_sentence (title);
  one = g_strdup_printf (_("enough points for 5 stars with a minimum unmet, the council chose: %s"), within);
  add (text, one);
}

static void
add_rejection (GString                  *text,
               const OcopSessionProduct *product)
{
  const char *line = ocop_record_get_text (product->record, "disqualified_by");
  const char *reason = ocop_record_get_text (product->record, "disqualified_reason");
  g_autofree char *one = g_strdup_printf (_("rejected: %s (%s)"), line != NULL ? line : "…", reason != NULL ? reason : "…");

  if (product->scoring.disqualified)
    add (text, one);
}

char *
ocop_council_words_remark (const OcopCouncilFacts   *facts,
                           const OcopCouncilProduct *product)
{
  g_autoptr(GString) text = g_string_new (NULL);

  add_rejection (text, product->scored);
  add_minima (text, product->scored);
  add_choice (text, product->scored);
  add_second_scoring (text, product);
  add_far (text, facts, &product->scored->scoring);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "1.5 Liên kết sản xuất (cần 3 điểm, có 1 điểm)", or just the places of the criteria. */
static char *
describe_minima (const OcopMissing *missing,
                 gboolean           in_full)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < missing->minima->len; i++)
    {
      const OcopUnmetMinimum *minimum = &g_array_index (missing->minima, OcopUnmetMinimum, i);
      g_autofree char *needs = ocop_quantity_to_people (minimum->needs);
      g_autofree char *has = ocop_quantity_to_people (minimum->has);

      if (text->len > 0)
        g_string_append (text, in_full ? "; " : ", ");
      if (in_full)
        g_string_append_printf (text, _("%s %s (needs %s points, has %s)"), minimum->criterion->code, minimum->criterion->title, needs, has);
      else
        g_string_append (text, minimum->criterion->code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_missing (GString           *text,
             const OcopMissing *missing,
             gboolean           in_full)
{
  g_autofree char *points = ocop_hundredths_to_people (missing->points);
  g_autofree char *minima = describe_minima (missing, in_full);

  g_string_append_printf (text, "%s", text->len > 0 ? "\n" : "");
  if (missing->points > 0 && *minima != '\0')
    g_string_append_printf (text, _("- to reach %u stars it lacks %s points and the minima of these criteria: %s."), missing->star, points, minima);
  else if (missing->points > 0)
    g_string_append_printf (text, _("- to reach %u stars it lacks %s points."), missing->star, points);
  else
    g_string_append_printf (text, _("- to reach %u stars it lacks the minima of these criteria: %s."), missing->star, minima);
}

/* Classes that nobody recognises are none to strive for; the nearest that is one is told in full. */
char *
ocop_council_words_missing (const OcopSessionProduct *product)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < product->verdict->missing->len; i++)
    {
      const OcopMissing *missing = &g_array_index (product->verdict->missing, OcopMissing, i);

      if (ocop_rule_book_recognised_by (product->scoring.book, missing->star) != OCOP_LEVEL_NONE)
        add_missing (text, missing, text->len == 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ocop_council_words_discussion (const OcopCouncilFacts *facts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->products->len; i++)
    {
      const OcopCouncilProduct *product = ocop_council_facts_get_product (facts, i);
      g_autofree char *remark = ocop_council_words_remark (facts, product);

      if (*remark != '\0')
        g_string_append_printf (text, "%s- %s: %s.", text->len > 0 ? "\n" : "", product->scored->product_name, remark);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("……");
}

/* Of any class where @class is 0. */
static void
add_count (GString                *text,
           const OcopCouncilFacts *facts,
           OcopProposalKind        kind,
           guint                   class,
           const char             *format)
{
  g_autoptr(GString) one = g_string_new (format);
  g_autofree char *stars = g_strdup_printf ("%u", class);
  g_autofree char *number = NULL;
  guint n = 0;

  for (guint i = 0; i < facts->products->len; i++)
    {
      OcopProposal proposal = ocop_proposal_of (ocop_council_facts_get_product (facts, i)->scored);

      n += proposal.kind == kind && (class == 0 || proposal.class == class);
    }
  if (n == 0)
    return;
  number = ocop_number_to_document (n);
  g_string_replace (one, "{n}", number, 0);
  g_string_replace (one, "{stars}", stars, 0);
  add (text, one->str);
}

char *
ocop_council_words_results (const OcopCouncilFacts *facts)
{
  const GArray *classes = ocop_session_law_book (ocop_law_get_default (), facts->session->record)->classes;
  g_autoptr(GString) text = g_string_new (NULL);

  add_count (text, facts, OCOP_PROPOSAL_FORWARD, 0, _("{n} products to be forwarded to the centre for 5 stars"));
  for (guint i = 0; i < classes->len; i++)
    add_count (text, facts, OCOP_PROPOSAL_RECOGNISE, g_array_index (classes, OcopStarClass, i).stars, _("{n} products reach {stars} stars"));
  add_count (text, facts, OCOP_PROPOSAL_NOT_CLASSED, 0, _("{n} products do not reach 3 stars"));
  add_count (text, facts, OCOP_PROPOSAL_REJECT, 0, _("{n} dossiers are rejected"));
  add_count (text, facts, OCOP_PROPOSAL_OPEN, 0, _("{n} products are not concluded yet"));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("……");
}

char *
ocop_council_words_conclusion (const OcopCouncilFacts *facts)
{
  const GArray *classes = ocop_session_law_book (ocop_law_get_default (), facts->session->record)->classes;
  g_autoptr(GString) text = g_string_new (NULL);

  add_count (text, facts, OCOP_PROPOSAL_FORWARD, 0, _("{n} products: to approve the result and to forward them to the centre for 5 stars"));
  for (guint i = 0; i < classes->len; i++)
    add_count (text, facts, OCOP_PROPOSAL_RECOGNISE, g_array_index (classes, OcopStarClass, i).stars,
               _("{n} products: to be recognised with {stars} stars"));
  add_count (text, facts, OCOP_PROPOSAL_NOT_CLASSED, 0, _("{n} products do not reach 3 stars"));
  add_count (text, facts, OCOP_PROPOSAL_REJECT, 0, _("{n} dossiers are rejected"));
  add_count (text, facts, OCOP_PROPOSAL_OPEN, 0, _("{n} products are not concluded yet"));
  if (text->len == 0)
    return g_strdup ("……");
  return g_strdup_printf (_("The council agrees on: %s."), text->str);
}
