/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-decision.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/* What is done with decisions. Each reads what it needs and gives one change for the register to
 * carry out, or %NULL with @error: %OCOP_ERROR_REFUSED where a rule forbids it, in words for the
 * person who asked. What a change of these wrote is undone as a whole or not at all. */

/**
 * ocop_decision_draft:
 * @session: one that is closed
 * @on: the day as of which products have their communes
 * @id: (out) (optional) (transfer full): of the first decision drafted
 *
 * Drafts what follows from the council's results: the recognition of 3 and 4 stars, apart from it
 * the approval of results of 90 and over, and the list of what reached no class (articles 3.3, 6.3.a
 * and 7.3). Numbers and days are blank. Refused while a verdict is not final, or the council has not
 * chosen at 90 points and more with a 5-star minimum unmet: the message says what is missing.
 * Products that stand in a decision already are left out.
 */
OcopChange *ocop_decision_draft         (OcopReader   *reader,
                                         const char   *session,
                                         OcopDate      on,
                                         char        **id,
                                         GError      **error);
/* Takes a draft away; its session can be opened again then. */
OcopChange *ocop_decision_discard       (OcopReader   *reader,
                                         const char   *decision,
                                         GError      **error);

/* The line's place in the annex, from 1; those behind it move up. */
OcopChange *ocop_decision_place_line    (OcopReader   *reader,
                                         const char   *line,
                                         guint         place,
                                         GError      **error);

/**
 * OcopLineEntry:
 * @product_code, @certificate_number, @note: (nullable): as they were typed; %NULL for unknown
 *
 * What is written into a line by hand before the decision is issued.
 */
typedef struct
{
  const char *product_code;
  const char *certificate_number;
  const char *note;
} OcopLineEntry;

OcopChange *ocop_decision_edit_line     (OcopReader           *reader,
                                         const char           *line,
                                         const OcopLineEntry  *entry,
                                         GError              **error);

/**
 * ocop_decision_strike:
 * @sent_to: (nullable): the key of the step that its dossier is sent to ("council", "not-classed",
 *   "withdrawn"); %NULL to keep it for another decision
 * @reason: (nullable): %NULL puts the line in again, where its dossier was kept
 */
OcopChange *ocop_decision_strike        (OcopReader   *reader,
                                         const char   *line,
                                         const char   *sent_to,
                                         const char   *reason,
                                         OcopDate      on,
                                         GError      **error);

/* The draft goes to whoever signs; the dossiers of its lines with it. */
OcopChange *ocop_decision_submit        (OcopReader   *reader,
                                         const char   *decision,
                                         OcopDate      on,
                                         GError      **error);

/**
 * OcopIssue:
 * @number: blank only of results below 3 stars, which need none
 * @issuer: (nullable): the one that the draft names where %NULL
 * @file: (nullable): the attachment with the signed paper
 */
typedef struct
{
  const char *number;
  OcopDate decided_on;
  const char *issuer;
  const char *signatory_title;
  const char *signatory;
  const char *file;
} OcopIssue;

/* Only now anything follows from it: recognitions, whose months count from its day (article 4.3), or
 * their end; numbers of certificates, codes of products, and where the dossiers go. */
OcopChange *ocop_decision_issue         (OcopReader       *reader,
                                         const char       *decision,
                                         const OcopIssue  *issue,
                                         GError          **error);

/**
 * OcopCentralResult:
 * @result: the key: "five", "lower", "again", "none"
 * @class: 3 or 4 of a "lower" one
 * @score: in hundredths; -1 where it is not known
 * @number, @on: of the Minister's decision, or of the paper that brings the result
 * @signatory_title, @signatory: (nullable): of the Minister's decision
 * @reason: (nullable): what the centre says; needed for "again" and "none"
 */
typedef struct
{
  const char *result;
  guint class;
  int score;
  const char *number;
  OcopDate on;
  const char *signatory_title;
  const char *signatory;
  const char *reason;
} OcopCentralResult;

/**
 * ocop_decision_record_central:
 * @line: of an approval that is issued
 * @decision: (out) (optional) (transfer full): the decision that it leads to; %NULL where to none
 *
 * Article 7.4: 5 stars by the Minister are recognised at once; 3 or 4 stars are drafted for the
 * province to recognise; else the result stands no longer, and the dossier is judged again or not
 * classed. A certificate that the product holds goes on as it is (programme's article 7.4).
 */
OcopChange *ocop_decision_record_central (OcopReader               *reader,
                                          const char               *line,
                                          const OcopCentralResult  *result,
                                          char                    **decision,
                                          GError                  **error);

/**
 * OcopEnding:
 * @ground: of a revocation: the key of one of article 8's; %NULL of a withdrawal
 * @number, @on, @body: of the conclusion, the commune's confirmation, or the Ministry's demand
 * @again: whether the dossiers are judged again (article 10.1.b)
 */
typedef struct
{
  const char *ground;
  const char *number;
  OcopDate on;
  const char *body;
  const char *note;
  gboolean again;
} OcopEnding;

/**
 * ocop_decision_draft_ending:
 * @kind: %OCOP_DECISION_REVOCATION or %OCOP_DECISION_WITHDRAWAL
 * @recognitions: ids, ended by %NULL, of certificates in force on @on
 * @id: (out) (optional) (transfer full)
 *
 * Article 8: the chairman of the province revokes 3 and 4 stars, the Minister 5, never both in one
 * decision. Grounds b, c and e need number, day and body of the conclusion, đ the day on which the
 * commune confirmed it. Article 10.1.b: a withdrawal needs the Ministry's demand.
 */
OcopChange *ocop_decision_draft_ending   (OcopReader           *reader,
                                          OcopDecisionKind      kind,
                                          const char * const   *recognitions,
                                          const OcopEnding     *ending,
                                          OcopDate              on,
                                          char                **id,
                                          GError              **error);
/* The withdrawal of a whole decision: of all that it recognised and that is in force on @on. */
OcopChange *ocop_decision_draft_withdrawal (OcopReader         *reader,
                                            const char         *decision,
                                            const OcopEnding   *ending,
                                            OcopDate            on,
                                            char              **id,
                                            GError            **error);

/* When and where an issued decision was made public. */
OcopChange *ocop_decision_publish       (OcopReader   *reader,
                                         const char   *decision,
                                         OcopDate      on,
                                         const char   *where,
                                         GError      **error);
/* When producers and communes had written notice of it. */
OcopChange *ocop_decision_notify        (OcopReader   *reader,
                                         const char   *decision,
                                         OcopDate      on,
                                         GError      **error);

/**
 * ocop_decision_reissue:
 * @recognition: whose certificate is in force on @on
 * @number: (nullable): of the new certificate; it keeps the former one where %NULL
 * @reason: the key of one of the kind's
 *
 * A certificate issued once more keeps its class and its last day.
 */
OcopChange *ocop_decision_reissue       (OcopReader   *reader,
                                         const char   *recognition,
                                         const char   *number,
                                         const char   *reason,
                                         OcopDate      on,
                                         GError      **error);

G_END_DECLS
