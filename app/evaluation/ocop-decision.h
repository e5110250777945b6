/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* In the order of the kinds of a decision. */
typedef enum
{
  OCOP_DECISION_RECOGNITION, /* of 3 and 4 stars, by the province (article 7.3) */
  OCOP_DECISION_APPROVAL,    /* of results of 90 and over, forwarded to the centre (article 6.3.a) */
  OCOP_DECISION_NOT_CLASSED, /* a notice of the results below 3 stars, and of the rejected (article 3.3) */
  OCOP_DECISION_CENTRAL,     /* of 5 stars, by the Minister (article 7.4): recorded, not drafted */
  OCOP_DECISION_REVOCATION,  /* article 8 */
  OCOP_DECISION_WITHDRAWAL,  /* of a recognition decision, as the Ministry asks (article 10.1.b) */
  OCOP_N_DECISION_KINDS,
} OcopDecisionKind;

typedef enum
{
  OCOP_DECISION_DRAFT,
  OCOP_DECISION_SUBMITTED,
  OCOP_DECISION_ISSUED,
  OCOP_N_DECISION_STATES,
} OcopDecisionState;

/**
 * OcopDecisionLine:
 * @record: of kind decision_line
 * @session_product: (nullable): what the council judged; with its @dossier
 * @producer: (nullable): of the product as it is today
 * @recognition: (nullable): that the line made, or that it ends
 * @locality: (nullable): the name of the product's locality on the day
 * @held_star: (nullable): the key of the class of the certificate that the product holds on the
 *   day beside what the line makes, "4"; with the last day of it
 * @pending: whether the product's result waits for the centre on the day
 * @deadline: by which a revocation has to be decided (article 8.4); unknown of other lines and where
 *   the day of the conclusion is
 *
 * A line of a decision with all that papers say of it.
 */
typedef struct
{
  OcopRecord *record;
  OcopRecord *session_product;
  OcopRecord *dossier;
  OcopRecord *product;
  OcopRecord *producer;
  OcopRecord *recognition;
  char *locality;
  char *held_star;
  OcopDate held_until;
  gboolean pending;
  OcopDate deadline;
} OcopDecisionLine;

/**
 * OcopDecision:
 * @session: (nullable): whose results it decides on
 * @lines: (element-type OcopDecisionLine): in the order of the annex, struck ones among them
 * @valid_until: the last day of the certificates that it gives (article 4.3); unknown before it is
 *   issued, and where it gives none
 *
 * A decision, read in one go and never changed afterwards.
 */
typedef struct
{
  OcopRecord *record;
  OcopRecord *session;
  GPtrArray *lines;
  OcopDate valid_until;
} OcopDecision;

/**
 * ocop_decision_read:
 * @on: the day as of which certificates are held
 *
 * Returns: (transfer full): %NULL with @error
 */
OcopDecision           *ocop_decision_read        (OcopReader             *reader,
                                                   const char             *id,
                                                   OcopDate                on,
                                                   GError                **error);
/* Reads the decision of a line of it. */
OcopDecision           *ocop_decision_read_line   (OcopReader             *reader,
                                                   const char             *line,
                                                   OcopDate                on,
                                                   GError                **error);
void                    ocop_decision_free        (OcopDecision           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDecision, ocop_decision_free)

OcopDecisionKind        ocop_decision_get_kind    (const OcopDecision     *self);
OcopDecisionState       ocop_decision_get_state   (const OcopDecision     *self);
const OcopDecisionLine *ocop_decision_get_line    (const OcopDecision     *self,
                                                   guint                   place);
/* -1 when it has no such line. */
int                     ocop_decision_find_line   (const OcopDecision     *self,
                                                   const char             *id);

gboolean                ocop_decision_line_is_struck (const OcopDecisionLine *line);
/* The lines that are not struck, all of them or those of @class (1 to 5; 0 for all). */
guint                   ocop_decision_count       (const OcopDecision     *self,
                                                   guint                   class);

/* Whether certificates come with it: a recognition by the province or by the Minister. */
gboolean                ocop_decision_kind_certifies (OcopDecisionKind     kind);
/* Whether it ends certificates. */
gboolean                ocop_decision_kind_ends   (OcopDecisionKind        kind);

/* Whether it is a notice: below 3 stars there is no decision (article 3.3). */
gboolean                ocop_decision_kind_is_notice (OcopDecisionKind     kind);

/* The keys of the register's choices. */
const char             *ocop_decision_kind_to_key    (OcopDecisionKind     kind);
OcopDecisionKind        ocop_decision_kind_from_key  (const char          *key);
const char             *ocop_decision_state_to_key   (OcopDecisionState    state);

/* What people call a decision: "Quyết định số 12/QĐ-UBND ngày 05/12/2026", or "Thông báo số …" of a notice, once
 * it has a number, else its name; free with g_free(). @name, @number: (nullable) */
char                   *ocop_decision_label          (OcopDecisionKind     kind,
                                                      const char          *name,
                                                      const char          *number,
                                                      OcopDate             decided_on);
char                   *ocop_decision_record_label   (const OcopRecord    *record);

G_END_DECLS
