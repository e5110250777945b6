/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-member-ballot-private.h"

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-private.h"

static void
clear_fact (OcopMemberBallotFact *fact)
{
  g_free (fact->title);
  g_free (fact->text);
}

GArray *
ocop_member_ballot_facts_new (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (OcopMemberBallotFact));

  g_array_set_clear_func (facts, (GDestroyNotify) clear_fact);
  return facts;
}

static void
product_free (gpointer data)
{
  OcopMemberBallotProduct *product = data;

  g_free (product->id);
  g_free (product->name);
  g_free (product->producer_name);
  g_free (product->set);
  g_free (product->decision);
  g_free (product->self);
  g_free (product->advised);
  g_clear_pointer (&product->facts, g_array_unref);
  g_free (product->choices);
  g_free (product->comment);
  g_free (product);
}

OcopMemberBallot *
ocop_member_ballot_new (void)
{
  OcopMemberBallot *self = g_new0 (OcopMemberBallot, 1);

  self->laws = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->own_laws = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_law_free);
  self->products = g_ptr_array_new_with_free_func (product_free);
  return self;
}

void
ocop_member_ballot_free (OcopMemberBallot *self)
{
  g_free (self->register_id);
  g_free (self->session);
  g_free (self->member);
  g_free (self->session_name);
  g_free (self->council_name);
  g_free (self->venue);
  g_free (self->office_name);
  g_free (self->member_name);
  g_free (self->role);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->laws);
  g_ptr_array_unref (self->own_laws);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

OcopMemberBallotProduct *
ocop_member_ballot_add_product (OcopMemberBallot *self)
{
  OcopMemberBallotProduct *product = g_new0 (OcopMemberBallotProduct, 1);

  product->facts = ocop_member_ballot_facts_new ();
  g_ptr_array_add (self->products, product);
  return product;
}

OcopMemberBallotProduct *
ocop_member_ballot_get_product (const OcopMemberBallot *self,
                                guint                   place)
{
  return g_ptr_array_index (self->products, place);
}

int
ocop_member_ballot_find_product (const OcopMemberBallot *self,
                                 const char             *id)
{
  for (guint i = 0; i < self->products->len; i++)
    if (g_strcmp0 (ocop_member_ballot_get_product (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

guint
ocop_member_ballot_count_missing (const OcopMemberBallotProduct *product)
{
  return ocop_choices_count_missing (&product->rules, product->choices);
}

gboolean
ocop_member_ballot_is_begun (const OcopMemberBallotProduct *product)
{
  for (guint i = 0; i < product->rules.criteria->leaves->len; i++)
    if (product->choices[i] != OCOP_NOT_SCORED)
      return TRUE;
  return product->comment != NULL;
}

/* As a session */

static OcopRecord *
session_record (const OcopMemberBallot *self)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("session"), self->session);

  ocop_record_set_text (record, "name", self->session_name);
  ocop_record_set_text (record, "state", self->done ? "closed" : "open");
  ocop_record_set_text (record, "venue", self->venue);
  ocop_record_set_date (record, "held_on", self->held_on);
  return record;
}

static OcopSessionMember *
session_member (const OcopMemberBallot *self)
{
  OcopSessionMember *member = g_new0 (OcopSessionMember, 1);

  member->id = g_strdup (self->member);
  member->name = g_strdup (self->member_name);
  member->role = g_strdup (self->role);
  member->present = TRUE;
  return member;
}

/* Texts were held against the criteria when the ballot was read. */
static guint8 *
parse_choices (const OcopMemberBallotProduct *product,
               const char                    *text)
{
  guint8 *choices = ocop_choices_parse (product->rules.criteria, text, NULL);

  return choices != NULL ? choices : ocop_choices_new (product->rules.criteria);
}

static OcopSessionProduct *
session_product (const OcopMemberBallotProduct *product)
{
  OcopSessionProduct *of = g_new0 (OcopSessionProduct, 1);

  of->problems = g_ptr_array_new_with_free_func (g_free);
  of->record = ocop_record_new (ocop_kind_find ("session_product"), product->id);
  ocop_record_set_text (of->record, "name", product->name);
  ocop_record_set_text (of->record, "criteria_set", product->set);
  ocop_record_set_integer (of->record, "scoring", product->scoring);
  of->dossier = ocop_record_new (ocop_kind_find ("dossier"), NULL);
  of->product_name = g_strdup (product->name);
  of->producer_name = g_strdup (product->producer_name);
  of->self = parse_choices (product, product->self);
  of->advised = parse_choices (product, product->advised);
  of->agreed = ocop_choices_new (product->rules.criteria);
  of->scoring = product->rules;
  of->scoring.agreed = of->agreed;
  of->scoring.n_ballots = 1;
  of->sheets = g_new0 (OcopSessionSheet, 1);
  of->sheets->choices = g_memdup2 (product->choices, product->rules.criteria->leaves->len + 1);
  of->sheets->awaited = TRUE;
  of->sheets->n_missing = ocop_member_ballot_count_missing (product);
  of->ballots = g_new0 (OcopBallot, 1);
  *of->ballots = (OcopBallot) { .present = TRUE, .choices = of->sheets->choices };
  of->scoring.ballots = of->ballots;
  of->verdict = ocop_verdict_new (&of->scoring);
  return of;
}

OcopSession *
ocop_member_ballot_to_session (const OcopMemberBallot *self,
                               guint                   product)
{
  OcopSession *session = ocop_session_new ();

  session->record = session_record (self);
  session->council = ocop_record_new (ocop_kind_find ("council"), NULL);
  session->rules = OCOP_COUNCIL_RULES_DEFAULT;
  ocop_record_set_text (session->council, "name", self->council_name);
  g_ptr_array_add (session->members, session_member (self));
  g_ptr_array_add (session->products, session_product (ocop_member_ballot_get_product (self, product)));
  return session;
}
