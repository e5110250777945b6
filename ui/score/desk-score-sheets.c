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
  guint8 **choices;    /* of each column */
};

static guint
count_leaves (const DeskScoreSheets *self)
{
  return self->scoring.criteria->leaves->len;
}

/* As the register has it. */
static const guint8 *
get_stored (const DeskScoreSheets *self,
            guint                  column)
{
  return desk_score_sheets_is_agreed (self, column) ? self->product->agreed : self->product->sheets[column].choices;
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
  for (guint column = 0; column < n_columns; column++)
    {
      self->choices[column] = g_memdup2 (get_stored (self, column), count_leaves (self) + 1);
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
    g_free (self->choices[column]);
  g_free (self->choices);
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

const OcopScoring *
desk_score_sheets_get_scoring (const DeskScoreSheets *self)
{
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
desk_score_sheets_is_open (const DeskScoreSheets *self,
                           guint                  column)
{
  if (ocop_session_is_closed (self->session))
    return FALSE;
  return desk_score_sheets_is_agreed (self, column) || (self->ballots[column].present && !self->ballots[column].recused);
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
  return memcmp (self->choices[column], get_stored (self, column), count_leaves (self)) != 0;
}

gboolean
desk_score_sheets_type (DeskScoreSheets *self,
                        guint            column,
                        guint            leaf,
                        guint            digit)
{
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (self, leaf);

  return ocop_choices_type (criterion, digit, &self->choices[column][leaf]);
}

void
desk_score_sheets_clear (DeskScoreSheets *self,
                         guint            column,
                         guint            leaf)
{
  self->choices[column][leaf] = OCOP_NOT_SCORED;
}
