/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision/desk-act.h"
#include "evaluation/ocop-decision.h"

G_BEGIN_DECLS

/* @decision: (nullable): where none is shown, nothing is of use; @line: (nullable): the one that is selected */
typedef gboolean (*DeskDecisionTest) (const OcopDecision     *decision,
                                      const OcopDecisionLine *line);

/**
 * DeskDecisionAction:
 * @name: of the page's action
 * @label: of its button; English, to be translated
 * @key: (nullable): as its button says it
 * @of_line: whether it is about the selected line, not the decision
 * @day: (nullable): the field that is today's day at first
 * @can: whether it is of use
 * @next: (nullable): whether it is what comes next: its button is the primary one
 *
 * What can be done with a decision or with one of its lines.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *key;
  const DeskAct *act;
  gboolean of_line;
  const char *day;
  DeskDecisionTest can;
  DeskDecisionTest next;
} DeskDecisionAction;

/* Those about a line first; ended by a %NULL name. */
const DeskDecisionAction *desk_decision_actions_all (void);

/* Whether @line is there and may still be changed. */
gboolean desk_decision_has_open_line      (const OcopDecision     *decision,
                                           const OcopDecisionLine *line);
/* Whether the centre has yet to say what becomes of @line. */
gboolean desk_decision_has_line_at_centre (const OcopDecision     *decision,
                                           const OcopDecisionLine *line);

G_END_DECLS
