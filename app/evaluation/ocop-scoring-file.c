/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-scoring-file.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-json-reader.h"
#include "model/ocop-kinds.h"

#define MAX_POINTS 100
#define MAX_PERCENT 100

struct _OcopScoringFile
{
  OcopScoring scoring;
  GArray *ballots;      /* OcopBallot */
  GPtrArray *choices;   /* of each ballot, and what was agreed */
};

/* In the order of OcopAggregate. */
static const char * const aggregate_names[] = { "mean", "trimmed", NULL };

static void
read_set (OcopScoringFile *self,
          const OcopLaw   *law,
          OcopJsonReader  *reader)
{
  g_autofree char *set = ocop_json_reader_text (reader, "set");
  OcopDate on = ocop_json_reader_day (reader, "on");
  g_autoptr(GError) error = NULL;

  if (set == NULL || !ocop_date_is_known (on))
    return;
  self->scoring.book = ocop_law_book_on (law, on);
  self->scoring.criteria = ocop_law_get_criteria (law, self->scoring.book, set, &error);
  if (self->scoring.criteria == NULL)
    ocop_json_reader_fail (reader, ocop_law_find_set (law, set) != NULL ? "on" : "set", error->message);
}

static void
read_rules (OcopScoringFile *self,
            OcopJsonReader  *reader)
{
  OcopCouncilRules *rules = &self->scoring.rules;

  *rules = OCOP_COUNCIL_RULES_DEFAULT;
  if (!ocop_json_reader_has (reader, "rules"))
    return;
  ocop_json_reader_enter (reader, "rules");
  if (ocop_json_reader_has (reader, "aggregate"))
    rules->aggregate = ocop_json_reader_choice (reader, "aggregate", aggregate_names);
  if (ocop_json_reader_has (reader, "max_spread"))
    rules->max_spread = ocop_json_reader_number (reader, "max_spread", 0, MAX_POINTS) * 100;
  if (ocop_json_reader_has (reader, "quorum_percent"))
    rules->quorum_percent = ocop_json_reader_number (reader, "quorum_percent", 0, MAX_PERCENT);
  ocop_json_reader_leave (reader);
}

static void
read_choice (OcopScoringFile *self,
             OcopJsonReader  *reader,
             const char      *code,
             guint8          *choices)
{
  const OcopCriterion *leaf = ocop_criteria_find (self->scoring.criteria, code);
  guint points = ocop_json_reader_number (reader, code, 0, MAX_POINTS) * 100;
  int place;

  if (leaf == NULL)
    {
      ocop_json_reader_fail (reader, code, _("the set has no such criterion"));
      return;
    }
  place = ocop_criterion_find_option (leaf, points);
  if (place < 0)
    ocop_json_reader_fail (reader, code, _("no option of this criterion bears so many points"));
  else if (leaf->only_with_story && !self->scoring.has_story)
    ocop_json_reader_fail (reader, code, _("scored only when there is a product story"));
  else if (ocop_scoring_is_in_other_case (&self->scoring, choices, leaf))
    ocop_json_reader_fail (reader, code, _("another case of the same criterion is scored already"));
  else
    choices[leaf->place] = (guint8) place;
}

/* The chosen options of @member of the current object; nothing is scored where there is none. */
static const guint8 *
read_choices (OcopScoringFile *self,
              OcopJsonReader  *reader,
              const char      *member)
{
  guint n_leaves = self->scoring.criteria != NULL ? self->scoring.criteria->leaves->len : 0;
  guint8 *choices = g_malloc (n_leaves + 1);
  g_autoptr(GPtrArray) codes = NULL;

  memset (choices, OCOP_NOT_SCORED, n_leaves + 1);
  g_ptr_array_add (self->choices, choices);
  if (self->scoring.criteria == NULL || !ocop_json_reader_has (reader, member))
    return choices;
  ocop_json_reader_enter (reader, member);
  codes = ocop_json_reader_names (reader);
  for (guint i = 0; i < codes->len; i++)
    read_choice (self, reader, g_ptr_array_index (codes, i), choices);
  ocop_json_reader_leave (reader);
  return choices;
}

/* One of the words that a record of @kind takes in the field of that name, or none at all. */
static const char *
read_word (OcopJsonReader *reader,
           const char     *kind,
           const char     *field)
{
  const OcopChoice *choices = ocop_kind_find_field (ocop_kind_find (kind), field)->choices;
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  if (!ocop_json_reader_has (reader, field))
    return NULL;
  for (; choices->key != NULL; choices++)
    g_ptr_array_add (words, (gpointer) choices->key);
  g_ptr_array_add (words, NULL);
  return words->pdata[ocop_json_reader_choice (reader, field, (const char * const *) words->pdata)];
}

/* A member has one sheet, and a council one chair: who stands there twice would count twice. */
static gboolean
read_role (OcopScoringFile *self,
           OcopJsonReader  *reader,
           GHashTable      *names)
{
  char *name = ocop_json_reader_opt_text (reader, "name");
  const char *role = read_word (reader, "council_member", "role");
  gboolean chair = g_strcmp0 (role, "chair") == 0;

  for (guint i = 0; chair && i < self->ballots->len; i++)
    if (g_array_index (self->ballots, OcopBallot, i).chair)
      ocop_json_reader_fail (reader, "role", _("another member is the chair already"));
  if (name != NULL && !g_hash_table_add (names, name))
    ocop_json_reader_fail (reader, "name", _("another member bears this name"));
  return chair;
}

static OcopBallot
read_ballot (OcopScoringFile *self,
             OcopJsonReader  *reader,
             GHashTable      *names)
{
  return (OcopBallot) {
    .chair = read_role (self, reader, names),
    .present = !ocop_json_reader_has (reader, "present") || ocop_json_reader_flag (reader, "present"),
    .recused = ocop_json_reader_flag (reader, "recused"),
    .choices = read_choices (self, reader, "choices"),
  };
}

static void
read_ballots (OcopScoringFile *self,
              OcopJsonReader  *reader)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_members = ocop_json_reader_enter_array (reader, "members");

  for (guint i = 0; i < n_members; i++)
    {
      OcopBallot ballot;

      ocop_json_reader_enter_element (reader, i);
      ballot = read_ballot (self, reader, names);
      g_array_append_val (self->ballots, ballot);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

OcopScoringFile *
ocop_scoring_file_load (const OcopLaw  *law,
                        GBytes         *bytes,
                        GError        **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, _("scoring"));
  g_autoptr(OcopScoringFile) self = g_new0 (OcopScoringFile, 1);

  self->ballots = g_array_new (FALSE, FALSE, sizeof (OcopBallot));
  self->choices = g_ptr_array_new_with_free_func (g_free);
  read_set (self, law, reader);
  /* The verdict is the same for every kind of dossier: what differs is the way to the council. */
  read_word (reader, "dossier", "kind");
  self->scoring.has_story = ocop_json_reader_flag (reader, "story");
  self->scoring.disqualified = ocop_json_reader_flag (reader, "disqualified");
  read_rules (self, reader);
  read_ballots (self, reader);
  self->scoring.agreed = read_choices (self, reader, "agreed");
  self->scoring.ballots = (const OcopBallot *) self->ballots->data;
  self->scoring.n_ballots = self->ballots->len;

  if (!ocop_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ocop_scoring_file_free (OcopScoringFile *self)
{
  g_array_unref (self->ballots);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

const OcopScoring *
ocop_scoring_file_get_scoring (const OcopScoringFile *self)
{
  return &self->scoring;
}
