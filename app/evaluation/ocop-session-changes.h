/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-objection.h"
#include "evaluation/ocop-session.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/* What a session's secretary does. Each reads what it needs and gives one change for the
 * register to carry out, or %NULL with @error: %OCOP_ERROR_REFUSED where a rule forbids it,
 * in words for the person who asked. Nothing is changed in a session that is closed. */

/**
 * ocop_session_draft:
 *
 * Returns: (transfer full): a session to be planned on @on, not yet in the register: of the only council whose term
 *   runs, in the year's next round; the last one of the year goes on
 */
OcopRecord *ocop_session_draft         (OcopReader          *reader,
                                        const OcopLaw       *law,
                                        OcopDate             on,
                                        GError             **error);

/**
 * ocop_session_lacks:
 * @state: that it is to be in: "open", "closed"
 *
 * Returns: (transfer full) (element-type OcopObjection): what stands against it. No session begins
 *   without a chair or with a member twice; one that ends with products not scored, or that is opened
 *   again, needs a reason.
 */
GPtrArray  *ocop_session_lacks         (const OcopSession   *session,
                                        const char          *state);
gboolean    ocop_session_needs_reason  (const OcopSession   *session,
                                        const char          *state);

/**
 * ocop_session_set_state:
 * @state: "planned", "open", "closed"
 * @reason: (nullable): stays with the session, where one is needed
 *
 * Opens, closes or reopens it. What a decision rests on is not opened again. With the end of the session
 * the dossiers before the council whose result is final move on to “scored” (articles 7.3 and 7.6); when it
 * is opened again they come back, for the reason that is given.
 */
OcopChange *ocop_session_set_state     (OcopReader          *reader,
                                        const char          *session,
                                        const char          *state,
                                        const char          *reason,
                                        GError             **error);

/**
 * ocop_session_add_dossiers:
 * @dossiers: ids, ended by %NULL
 *
 * Puts them on the agenda, which is ordered by sector, criteria set and name as long as the
 * session has not begun, and else goes on at its end. The criteria set and the law, that is
 * the one in force of the register, are fixed from then on, and the register holds that law.
 */
OcopChange *ocop_session_add_dossiers  (OcopReader          *reader,
                                        const char          *session,
                                        const char * const  *dossiers,
                                        GError             **error);
/* Not where a sheet was taken in. */
OcopChange *ocop_session_remove        (OcopReader          *reader,
                                        const char          *product,
                                        GError             **error);
/* Lets a product be scored by another set; not once scoring began. */
OcopChange *ocop_session_move_to_set   (OcopReader          *reader,
                                        const char          *product,
                                        const char          *set,
                                        GError             **error);

/* @member: (nullable): %NULL for all of whom nothing is noted yet. Whoever has scored was present. */
OcopChange *ocop_session_attend        (OcopReader          *reader,
                                        const char          *session,
                                        const char          *member,
                                        gboolean             present,
                                        GError             **error);

/* @kind: of recusal; %NULL takes it back. A sheet that the member gave before stays, and does not count. */
OcopChange *ocop_session_recuse        (OcopReader          *reader,
                                        const char          *product,
                                        const char          *member,
                                        const char          *kind,
                                        const char          *reason,
                                        GError             **error);

/**
 * OcopSheetEntry:
 * @scoring: that it was filled in for
 * @choices: (nullable): in their text form
 * @source: "paper", "ballot" or "workbook"
 * @version: of the sheet that it corrects; 0 where there was none
 *
 * A member's sheet as it was typed or taken in.
 */
typedef struct
{
  const char *product;
  const char *member;
  gint64 scoring;
  const char *choices;
  const char *comment;
  const char *source;
  gint64 version;
  OcopDate taken_on;
} OcopSheetEntry;

/* One sheet for each member, product and scoring: its id is made of the three, so that not even two
 * programs at once can add a second. %OCOP_ERROR_CONFLICT where it is not the version that is corrected. */
OcopChange *ocop_session_submit        (OcopReader            *reader,
                                        const OcopSheetEntry  *entry,
                                        GError               **error);
/* The id of such a sheet, whether it is there or not; free with g_free(). */
char       *ocop_session_sheet_id      (const char            *product,
                                        const char            *member,
                                        gint64                 scoring);

/* All members score the product once more. The sheets of the former scoring stay; what was agreed after
 * it stands no longer. */
OcopChange *ocop_session_score_again   (OcopReader          *reader,
                                        const char          *product,
                                        GError             **error);

/* The points that the council agreed on, for criteria with a star mark alone. */
OcopChange *ocop_session_agree         (OcopReader          *reader,
                                        const char          *product,
                                        const char          *choices,
                                        GError             **error);

/* What the council chose where the mean reaches 5 stars and a minimum of that class is not met: "forward", or
 * "recognise-4" for the class whose minima are met, be it 4 stars or 3; %NULL takes it back. */
OcopChange *ocop_session_choose_for_five (OcopReader        *reader,
                                        const char          *product,
                                        const char          *choice,
                                        GError             **error);

/* @line: the text of an OcopRejectionLine of the product's sheet; %NULL takes the rejection back. @reason: who
 * found it, and how. */
OcopChange *ocop_session_reject        (OcopReader          *reader,
                                        const char          *product,
                                        const char          *line,
                                        const char          *reason,
                                        GError             **error);

G_END_DECLS
