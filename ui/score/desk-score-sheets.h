/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/**
 * DeskScoreSheets:
 *
 * The sheets of one product as they are typed: a column for each member, and the last one for the
 * points that the council agrees on. Nothing of it is in the register before it is saved.
 */
typedef struct _DeskScoreSheets DeskScoreSheets;

/* Takes @session, which was read for one product. */
DeskScoreSheets          *desk_score_sheets_new         (OcopSession           *session);
/* The same of a member who scores alone: there is no column for what is agreed. */
DeskScoreSheets          *desk_score_sheets_new_of_member (OcopSession         *session);
void                      desk_score_sheets_free        (DeskScoreSheets       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskScoreSheets, desk_score_sheets_free)

const OcopSession        *desk_score_sheets_get_session (const DeskScoreSheets *self);
const OcopSessionProduct *desk_score_sheets_get_product (const DeskScoreSheets *self);
/* With what is typed. */
const OcopScoring        *desk_score_sheets_get_scoring (const DeskScoreSheets *self);

/* Whether the last column is for what is agreed. */
gboolean                  desk_score_sheets_has_agreed  (const DeskScoreSheets *self);
/* The members, and that one. */
guint                     desk_score_sheets_n_columns   (const DeskScoreSheets *self);
guint                     desk_score_sheets_n_leaves    (const DeskScoreSheets *self);
const OcopCriterion      *desk_score_sheets_get_leaf    (const DeskScoreSheets *self,
                                                         guint                  leaf);
gboolean                  desk_score_sheets_is_agreed   (const DeskScoreSheets *self,
                                                         guint                  column);

/* Whether the column is one to go to: its member is there and not recused. */
gboolean                  desk_score_sheets_takes_part  (const DeskScoreSheets *self,
                                                         guint                  column);
/* Whether anything may be typed into it: the session is not closed either. */
gboolean                  desk_score_sheets_is_open     (const DeskScoreSheets *self,
                                                         guint                  column);
/* Whether that criterion may be scored there. */
gboolean                  desk_score_sheets_asks_for    (const DeskScoreSheets *self,
                                                         guint                  column,
                                                         guint                  leaf);
const guint8             *desk_score_sheets_get_choices (const DeskScoreSheets *self,
                                                         guint                  column);
void                      desk_score_sheets_set_choices (DeskScoreSheets       *self,
                                                         guint                  column,
                                                         const guint8          *choices);
/* Whether it is not as the register has it. */
gboolean                  desk_score_sheets_is_changed  (const DeskScoreSheets *self,
                                                         guint                  column);

/* Saving, while typing goes on: what is typed after _begin_save() is changed after _end_save() too. */
void                      desk_score_sheets_begin_save  (DeskScoreSheets       *self);
void                      desk_score_sheets_end_save    (DeskScoreSheets       *self);

/**
 * desk_score_sheets_carry:
 * @self: the product as it was read again
 * @former: as it was read before, with what was typed since
 *
 * Goes on typing: what was typed and not saved is typed here too. Where somebody else has saved something
 * else in the same cell meanwhile, it stands against it until one of the two is chosen.
 */
void                      desk_score_sheets_carry       (DeskScoreSheets       *self,
                                                         const DeskScoreSheets *former);
/* Of a draft that was begun over another version of the sheet. */
void                      desk_score_sheets_take_draft  (DeskScoreSheets       *self,
                                                         guint                  column,
                                                         const guint8          *choices);

/* What the register has against what was typed; %FALSE where nothing stands against it. @theirs: (out). */
gboolean                  desk_score_sheets_is_disputed (const DeskScoreSheets *self,
                                                         guint                  column,
                                                         guint                  leaf,
                                                         guint8                *theirs);
/* Finds the first such cell, and says how many there are. */
guint                     desk_score_sheets_n_disputed  (const DeskScoreSheets *self,
                                                         guint                 *column,
                                                         guint                 *leaf);
/* Chooses, in all such cells, what was typed or what the register has. Typing in one chooses there. */
void                      desk_score_sheets_settle      (DeskScoreSheets       *self,
                                                         gboolean               mine);

/* Chooses the option with so many points; the same digit again the next one of equal points. Where none has
 * a single digit, the first digit stands for the points. Returns whether there is such an option. */
gboolean                  desk_score_sheets_type        (DeskScoreSheets       *self,
                                                         guint                  column,
                                                         guint                  leaf,
                                                         guint                  digit);
void                      desk_score_sheets_clear       (DeskScoreSheets       *self,
                                                         guint                  column,
                                                         guint                  leaf);

G_END_DECLS
