/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-sheets.h"

#include <string.h>

#include "evaluation/ocop-choices.h"

struct _DeskScoreSheets
{
  OcopSession *session;
  const OcopSessionProduct *product;
  OcopScoring scoring;
  OcopBallot *ballots;
  gboolean has_agreed;
  /* Of each column: */
  guint8 **choices;
  guint8 **base;       /* what the register had when typing began, or was saved since */
  guint8 **saving;     /* what is on its way to the register */
  guint8 **theirs;     /* where somebody else saved something else: that; else UNDISPUTED */
};

static guint
count_leaves (const DeskScoreSheets *self)
{
  return self->scoring.criteria->leaves->len;
}

/* No option is at this place: nothing stands against what was typed. */
#define UNDISPUTED 0xfe

/* As the register has it. */
static const guint8 *
get_stored (const DeskScoreSheets *self,
            guint                  column)
{
  return desk_score_sheets_is_agreed (self, column) ? self->product->agreed : self->product->sheets[column].choices;
}

static guint8 *
dup_choices (const DeskScoreSheets *self,
             const guint8          *choices)
{
  return g_memdup2 (choices, count_leaves (self) + 1);
}

static DeskScoreSheets *
sheets_new (OcopSession *session,
            gboolean     has_agreed)
{
  DeskScoreSheets *self = g_new0 (DeskScoreSheets, 1);
  guint n_columns;

  self->session = session;
  self->has_agreed = has_agreed;
  self->product = ocop_session_get_product (session, 0);
  self->scoring = self->product->scoring;
  self->ballots = g_memdup2 (self->scoring.ballots, self->scoring.n_ballots * sizeof (OcopBallot));
  self->scoring.ballots = self->ballots;
  n_columns = desk_score_sheets_n_columns (self);
  self->choices = g_new0 (guint8 *, n_columns);
  self->base = g_new0 (guint8 *, n_columns);
  self->saving = g_new0 (guint8 *, n_columns);
  self->theirs = g_new0 (guint8 *, n_columns);
  for (guint column = 0; column < n_columns; column++)
    {
      self->choices[column] = dup_choices (self, get_stored (self, column));
      self->base[column] = dup_choices (self, get_stored (self, column));
      self->saving[column] = dup_choices (self, get_stored (self, column));
      self->theirs[column] = g_malloc (count_leaves (self) + 1);
      memset (self->theirs[column], UNDISPUTED, count_leaves (self) + 1);
      if (desk_score_sheets_is_agreed (self, column))
        self->scoring.agreed = self->choices[column];
      else
        self->ballots[column].choices = self->choices[column];
    }
  return self;
}

DeskScoreSheets *
desk_score_sheets_new (OcopSession *session)
{
  return sheets_new (session, TRUE);
}

DeskScoreSheets *
desk_score_sheets_new_of_member (OcopSession *session)
{
  return sheets_new (session, FALSE);
}

void
desk_score_sheets_free (DeskScoreSheets *self)
{
  for (guint column = 0; column < desk_score_sheets_n_columns (self); column++)
    {
      g_free (self->choices[column]);
      g_free (self->base[column]);
      g_free (self->saving[column]);
      g_free (self->theirs[column]);
    }
  g_free (self->choices);
  g_free (self->base);
  g_free (self->saving);
  g_free (self->theirs);
  g_free (self->ballots);
  ocop_session_free (self->session);
  g_free (self);
}

const OcopSession *
desk_score_sheets_get_session (const DeskScoreSheets *self)
{
  return self->session;
}

const OcopSessionProduct *
desk_score_sheets_get_product (const DeskScoreSheets *self)
{
  return self->product;
}

static gboolean
is_begun (const DeskScoreSheets *self,
          guint                  column)
{
  for (guint leaf = 0; leaf < count_leaves (self); leaf++)
    if (self->choices[column][leaf] != OCOP_NOT_SCORED)
      return TRUE;
  return FALSE;
}

const OcopScoring *
desk_score_sheets_get_scoring (const DeskScoreSheets *self)
{
  /* Whoever gives a written opinion is there from the first point on. */
  for (guint column = 0; self->scoring.rules.written && column < self->scoring.n_ballots; column++)
    self->ballots[column].present = self->product->ballots[column].present || is_begun (self, column);
  return &self->scoring;
}

gboolean
desk_score_sheets_has_agreed (const DeskScoreSheets *self)
{
  return self->has_agreed;
}

guint
desk_score_sheets_n_columns (const DeskScoreSheets *self)
{
  return self->scoring.n_ballots + (self->has_agreed ? 1 : 0);
}

guint
desk_score_sheets_n_leaves (const DeskScoreSheets *self)
{
  return count_leaves (self);
}

const OcopCriterion *
desk_score_sheets_get_leaf (const DeskScoreSheets *self,
                            guint                  leaf)
{
  return g_ptr_array_index (self->scoring.criteria->leaves, leaf);
}

gboolean
desk_score_sheets_is_agreed (const DeskScoreSheets *self,
                             guint                  column)
{
  return column == self->scoring.n_ballots;
}

gboolean
desk_score_sheets_takes_part (const DeskScoreSheets *self,
                              guint                  column)
{
  return desk_score_sheets_is_agreed (self, column) || self->product->sheets[column].awaited;
}

gboolean
desk_score_sheets_is_open (const DeskScoreSheets *self,
                           guint                  column)
{
  return !ocop_session_is_closed (self->session) && desk_score_sheets_takes_part (self, column);
}

gboolean
desk_score_sheets_asks_for (const DeskScoreSheets *self,
                            guint                  column,
                            guint                  leaf)
{
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (self, leaf);

  if (desk_score_sheets_is_agreed (self, column) && !ocop_criterion_is_marked (criterion))
    return FALSE;
  return ocop_scoring_asks_for (&self->scoring, self->choices[column], criterion);
}

const guint8 *
desk_score_sheets_get_choices (const DeskScoreSheets *self,
                               guint                  column)
{
  return self->choices[column];
}

void
desk_score_sheets_set_choices (DeskScoreSheets *self,
                               guint            column,
                               const guint8    *choices)
{
  memcpy (self->choices[column], choices, count_leaves (self));
}

gboolean
desk_score_sheets_is_changed (const DeskScoreSheets *self,
                              guint                  column)
{
  return memcmp (self->choices[column], self->base[column], count_leaves (self)) != 0;
}

/* Saving, and reading again */

void
desk_score_sheets_begin_save (DeskScoreSheets *self)
{
  for (guint column = 0; column < desk_score_sheets_n_columns (self); column++)
    memcpy (self->saving[column], self->choices[column], count_leaves (self));
}

void
desk_score_sheets_end_save (DeskScoreSheets *self)
{
  for (guint column = 0; column < desk_score_sheets_n_columns (self); column++)
    memcpy (self->base[column], self->saving[column], count_leaves (self));
}

/* The same council and the same sheet: else nothing of the one means anything in the other. */
static gboolean
is_alike (const DeskScoreSheets *self,
          const DeskScoreSheets *former)
{
  if (self->scoring.criteria != former->scoring.criteria || self->scoring.n_ballots != former->scoring.n_ballots
      || g_strcmp0 (ocop_record_get_id (self->product->record), ocop_record_get_id (former->product->record)) != 0
      || ocop_record_get_integer (self->product->record, "scoring", 1) != ocop_record_get_integer (former->product->record, "scoring", 1))
    return FALSE;
  for (guint i = 0; i < self->scoring.n_ballots; i++)
    if (g_strcmp0 (ocop_session_get_member (self->session, i)->id, ocop_session_get_member (former->session, i)->id) != 0)
      return FALSE;
  return TRUE;
}

static void
carry_cell (DeskScoreSheets       *self,
            const DeskScoreSheets *former,
            guint                  column,
            guint                  leaf)
{
  guint8 mine = former->choices[column][leaf];
  guint8 before = former->base[column][leaf];
  guint8 theirs = self->choices[column][leaf];

  if (mine == before || mine == theirs)
    return;
  self->choices[column][leaf] = mine;
  if (theirs != before || former->theirs[column][leaf] == theirs)
    self->theirs[column][leaf] = theirs;
}

void
desk_score_sheets_carry (DeskScoreSheets       *self,
                         const DeskScoreSheets *former)
{
  if (!is_alike (self, former))
    return;
  /* What a member typed who takes no part any more stays in the draft. */
  for (guint column = 0; column < desk_score_sheets_n_columns (self); column++)
    for (guint leaf = 0; desk_score_sheets_is_open (self, column) && leaf < count_leaves (self); leaf++)
      carry_cell (self, former, column, leaf);
}

/* What it was begun over is not known any more: where both have something, they stand against each other. */
void
desk_score_sheets_take_draft (DeskScoreSheets *self,
                              guint            column,
                              const guint8    *choices)
{
  for (guint leaf = 0; leaf < count_leaves (self); leaf++)
    {
      guint8 theirs = self->choices[column][leaf];

      if (choices[leaf] == OCOP_NOT_SCORED || choices[leaf] == theirs)
        continue;
      self->choices[column][leaf] = choices[leaf];
      if (theirs != OCOP_NOT_SCORED)
        self->theirs[column][leaf] = theirs;
    }
}

gboolean
desk_score_sheets_is_disputed (const DeskScoreSheets *self,
                               guint                  column,
                               guint                  leaf,
                               guint8                *theirs)
{
  if (theirs != NULL)
    *theirs = self->theirs[column][leaf];
  return self->theirs[column][leaf] != UNDISPUTED;
}

guint
desk_score_sheets_n_disputed (const DeskScoreSheets *self,
                              guint                 *column,
                              guint                 *leaf)
{
  guint n = 0;

  for (guint i = 0; i < desk_score_sheets_n_columns (self); i++)
    for (guint j = 0; j < count_leaves (self); j++)
      if (self->theirs[i][j] != UNDISPUTED && n++ == 0)
        {
          *column = i;
          *leaf = j;
        }
  return n;
}

void
desk_score_sheets_settle (DeskScoreSheets *self,
                          gboolean         mine)
{
  for (guint column = 0; column < desk_score_sheets_n_columns (self); column++)
    for (guint leaf = 0; leaf < count_leaves (self); leaf++)
      {
        if (!mine && self->theirs[column][leaf] != UNDISPUTED)
          self->choices[column][leaf] = self->theirs[column][leaf];
        self->theirs[column][leaf] = UNDISPUTED;
      }
}

/* Typing */

gboolean
desk_score_sheets_type (DeskScoreSheets *self,
                        guint            column,
                        guint            leaf,
                        guint            digit)
{
  if (!ocop_choices_type (desk_score_sheets_get_leaf (self, leaf), digit, &self->choices[column][leaf]))
    return FALSE;
  self->theirs[column][leaf] = UNDISPUTED;
  return TRUE;
}

void
desk_score_sheets_clear (DeskScoreSheets *self,
                         guint            column,
                         guint            leaf)
{
  self->choices[column][leaf] = OCOP_NOT_SCORED;
  self->theirs[column][leaf] = UNDISPUTED;
}
