/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-decision-changes.h"
#include "evaluation/ocop-dossier-moves.h"
#include "evaluation/ocop-session-private.h"

G_BEGIN_DECLS

/* What the use cases of a decision share. */

/* A change that is undone whole; the name as by printf. */
OcopChange   *ocop_decision_change_new      (const char                *format,
                                             ...) G_GNUC_PRINTF (1, 2);

/* %NULL where it is issued: nothing in it is changed any more. */
OcopDecision *ocop_decision_read_open       (OcopReader                *reader,
                                             const char                *id,
                                             GError                   **error);

/* What a line is called in messages and in the names of changes. */
const char   *ocop_decision_line_name       (const OcopDecisionLine    *line);

/* A draft without lines. */
OcopRecord   *ocop_decision_record_new      (OcopDecisionKind           kind,
                                             const char                *name,
                                             const char                *issuer);
/* A line of @decision for @product at @place, from 1. */
OcopRecord   *ocop_decision_line_new        (const OcopRecord          *decision,
                                             const char                *product,
                                             guint                      place);

/* (transfer full) (nullable): the province's People's Committee by the office's place, or the Ministry. */
gboolean      ocop_decision_find_issuer     (OcopReader                *reader,
                                             gboolean                   centre,
                                             char                     **issuer,
                                             GError                   **error);

/* Moves @dossier within @change; @authority answers what stands against it. */
gboolean      ocop_decision_move_dossier    (OcopReader                *reader,
                                             OcopChange                *change,
                                             const OcopRecord          *dossier,
                                             OcopDossierStep            step,
                                             OcopDate                   on,
                                             const char                *authority,
                                             GError                   **error);

/* Adds what recognises the product of @line by @decision, both as they are after @change, and notes it
 * in @line: a certificate, or of an approval the result that waits for the centre. */
void          ocop_decision_add_recognition (OcopChange                *change,
                                             const OcopRecord          *decision,
                                             const OcopRecord          *dossier,
                                             OcopRecord                *line);

/* Whether @issued, the decision as it is to be issued, has what a paper needs. */
gboolean      ocop_decision_check_paper     (const OcopDecision        *decision,
                                             const OcopRecord          *issued,
                                             GError                   **error);
/* Whether nothing stands against its lines: no product, code or number twice, no dossier or certificate
 * that has ended meanwhile. */
gboolean      ocop_decision_check_lines     (OcopReader                *reader,
                                             const OcopDecision        *decision,
                                             GError                   **error);
/* Whether the number is free: no other decision or recognition of that body and year bears it. */
gboolean      ocop_decision_check_number    (OcopReader                *reader,
                                             const OcopRecord          *decision,
                                             GError                   **error);

G_END_DECLS
