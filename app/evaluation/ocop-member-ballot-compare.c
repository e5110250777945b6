/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ballot that a member gives back, held against the one that the register makes: cell by cell, by value. */

#include "evaluation/ocop-ballot-taking.h"

#include <glib/gi18n.h>

/* The agenda */

static const OcopSessionProduct *
find_in_session (const OcopBallotTaking *self,
                 const char             *id)
{
  int place = ocop_session_find_product (self->session, id);

  return place >= 0 ? ocop_session_get_product (self->session, (guint) place) : NULL;
}

/* A product of the ballot that is none of @own. */
static void
refuse_product (OcopBallotTaking              *self,
                const OcopMemberBallotProduct *given)
{
  const OcopSessionProduct *product = find_in_session (self, given->id);

  if (product == NULL)
    ocop_ballot_taking_refuse (self, _("%s is not on the agenda of the session."), given->name);
  else
    ocop_ballot_taking_refuse (self, _("%s takes no part in scoring %s."), self->member_name, product->product_name);
}

static void
compare_scoring (OcopBallotTaking              *self,
                 const OcopMemberBallotProduct *given,
                 const OcopMemberBallotProduct *own)
{
  if (given->scoring != own->scoring)
    ocop_ballot_taking_refuse (self, _("%s: the ballot is of scoring %u, the product is at scoring %u."),
                               own->name, given->scoring, own->scoring);
  if (g_strcmp0 (given->set, own->set) != 0 || g_strcmp0 (given->decision, own->decision) != 0)
    ocop_ballot_taking_refuse (self, _("%s: the ballot has criteria set %s of decision %s, the session scores by %s of %s."),
                               own->name, given->set, given->decision, own->set, own->decision);
}

static void
compare_order (OcopBallotTaking       *self,
               const OcopMemberBallot *given)
{
  for (guint i = 0; i < given->products->len; i++)
    if (g_strcmp0 (ocop_member_ballot_get_product (given, i)->id, ocop_member_ballot_get_product (self->own, i)->id) != 0)
      {
        ocop_ballot_taking_refuse (self, _("The products are not in the order of the agenda, from number %u on."), i + 1);
        return;
      }
}

void
ocop_ballot_taking_compare_agenda (OcopBallotTaking       *self,
                                   const OcopMemberBallot *given)
{
  for (guint i = 0; i < given->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (given, i);
      int place = ocop_member_ballot_find_product (self->own, product->id);

      if (place < 0)
        refuse_product (self, product);
      else
        compare_scoring (self, product, ocop_member_ballot_get_product (self->own, (guint) place));
    }
  for (guint i = 0; i < self->own->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->own, i);

      if (ocop_member_ballot_find_product (given, product->id) < 0)
        ocop_ballot_taking_refuse (self, _("%s is on the agenda, and not on the ballot."), product->name);
    }
  if (self->problems->len == 0 && given->products->len != self->own->products->len)
    ocop_ballot_taking_refuse (self, _("A product is on the ballot twice."));
  else if (self->problems->len == 0)
    compare_order (self, given);
}

/* Texts */

typedef struct
{
  OcopBallotTaking *taking;
  gboolean altered;
  const char *where;   /* NULL: the ballot's head */
} Comparison;

static const char *
shown (const char *text)
{
  return text != NULL ? text : "–";
}

/* What the office has corrected since it made the ballot does not hold it up. */
static void
compare_text (const Comparison *comparison,
              const char       *title,
              const char       *given,
              const char       *own)
{
  const char *where = comparison->where != NULL ? comparison->where : _("Ballot");

  if (g_strcmp0 (given, own) == 0)
    return;
  if (comparison->altered)
    ocop_ballot_taking_refuse (comparison->taking, _("%s, %s: the ballot says “%s”, the register “%s”."), where, title, shown (given), shown (own));
  else
    ocop_ballot_taking_note (comparison->taking, _("%s, %s: “%s” when the ballot was made, now “%s”."), where, title, shown (given), shown (own));
}

static void
compare_head (const Comparison       *comparison,
              const OcopMemberBallot *given,
              const OcopMemberBallot *own)
{
  char given_day[OCOP_DATE_TEXT_SIZE], own_day[OCOP_DATE_TEXT_SIZE];

  compare_text (comparison, _("Office"), given->office_name, own->office_name);
  compare_text (comparison, _("Council or group"), given->council_name, own->council_name);
  compare_text (comparison, _("Session"), given->session_name, own->session_name);
  compare_text (comparison, _("Day"), ocop_date_to_text (given->held_on, given_day), ocop_date_to_text (own->held_on, own_day));
  compare_text (comparison, _("Venue"), given->venue, own->venue);
  compare_text (comparison, _("Member"), given->member_name, own->member_name);
  compare_text (comparison, _("Role"), given->role, own->role);
}

static void
compare_facts (const Comparison *comparison,
               const GArray     *given,
               const GArray     *own)
{
  for (guint i = 0; i < MAX (given->len, own->len); i++)
    {
      const OcopMemberBallotFact *ours = i < own->len ? &g_array_index (own, OcopMemberBallotFact, i) : NULL;
      const OcopMemberBallotFact *theirs = i < given->len ? &g_array_index (given, OcopMemberBallotFact, i) : NULL;

      if (ours == NULL || theirs == NULL || g_strcmp0 (ours->title, theirs->title) != 0)
        compare_text (comparison, _("summary"), theirs != NULL ? theirs->title : NULL, ours != NULL ? ours->title : NULL);
      else
        compare_text (comparison, ours->title, theirs->text, ours->text);
    }
}

/* Criteria: what is scored has to be what the office asks, whoever changed it. */

static gboolean
is_same_option (const OcopOption *a,
                const OcopOption *b)
{
  return a->points == b->points && a->min_star == b->min_star && a->added == b->added && g_strcmp0 (a->text, b->text) == 0;
}

static gboolean
is_same_leaf (OcopBallotTaking    *self,
              const char          *where,
              const OcopCriterion *given,
              const OcopCriterion *own)
{
  if (g_strcmp0 (given->code, own->code) != 0 || g_strcmp0 (given->title, own->title) != 0
      || given->options->len != own->options->len)
    {
      ocop_ballot_taking_refuse (self, _("%s, criterion %s: not as the office wrote it."), where, own->code);
      return FALSE;
    }
  for (guint i = 0; i < own->options->len; i++)
    if (!is_same_option (ocop_criterion_get_option (given, i), ocop_criterion_get_option (own, i)))
      {
        ocop_ballot_taking_refuse (self, _("%s, criterion %s, option %u: not as the office wrote it."), where, own->code, i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_same_criteria (OcopBallotTaking   *self,
                  const char         *where,
                  const OcopCriteria *given,
                  const OcopCriteria *own)
{
  gboolean same = given->leaves->len == own->leaves->len;

  if (!same)
    ocop_ballot_taking_refuse (self, _("%s: the ballot has %u criteria, the criteria set %u."), where, given->leaves->len, own->leaves->len);
  for (guint i = 0; same && i < own->leaves->len; i++)
    same = is_same_leaf (self, where, g_ptr_array_index (given->leaves, i), g_ptr_array_index (own->leaves, i));
  return same;
}

static void
compare_product (OcopBallotTaking              *self,
                 gboolean                       altered,
                 const OcopMemberBallotProduct *given,
                 const OcopMemberBallotProduct *own)
{
  const Comparison comparison = { self, altered, own->name };

  compare_text (&comparison, _("Product"), given->name, own->name);
  compare_text (&comparison, _("Producer"), given->producer_name, own->producer_name);
  compare_text (&comparison, _("Self-assessment"), given->self, own->self);
  compare_text (&comparison, _("Points proposed by the advisory group"), given->advised, own->advised);
  compare_facts (&comparison, given->facts, own->facts);
  if (given->rules.has_story != own->rules.has_story)
    ocop_ballot_taking_refuse (self, _("%s: the ballot and the dossier do not agree on whether there is a product story."), own->name);
  is_same_criteria (self, own->name, given->rules.criteria, own->rules.criteria);
}

/* Notes, lines of rejection and the like: all that the files hold. */
static void
compare_files (OcopBallotTaking *self,
               GHashTable       *given,
               GHashTable       *own)
{
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      GBytes *theirs = g_hash_table_lookup (given, path);

      if (theirs == NULL || !g_bytes_equal (theirs, bytes))
        ocop_ballot_taking_refuse (self, _("The law on the ballot is not the office's, in file “%s”."), (const char *) path);
    }
}

void
ocop_ballot_taking_compare (OcopBallotTaking       *self,
                            const OcopMemberBallot *given,
                            gboolean                altered)
{
  const Comparison head = { self, altered, NULL };

  ocop_ballot_taking_compare_agenda (self, given);
  if (self->problems->len > 0)
    return;
  compare_head (&head, given, self->own);
  for (guint i = 0; i < given->products->len; i++)
    compare_product (self, altered, ocop_member_ballot_get_product (given, i), ocop_member_ballot_get_product (self->own, i));
  if (self->problems->len == 0 && given->laws->len != self->own->laws->len)
    ocop_ballot_taking_refuse (self, _("The law on the ballot is not the office's."));
  for (guint i = 0; self->problems->len == 0 && i < given->laws->len; i++)
    compare_files (self, g_ptr_array_index (given->laws, i), g_ptr_array_index (self->own->laws, i));
  if (self->problems->len == 0 && altered)
    ocop_ballot_taking_refuse (self, _("What the office wrote on the ballot was changed afterwards."));
}
