/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopDossier:
 * @record: of kind dossier
 * @documents: (element-type OcopRecord): its checklist, of kind dossier_document
 * @valid_until: the last day of the product's certificate; unknown where it holds none
 * @open_elsewhere: (nullable): the name of another dossier of the product that has not ended
 *
 * A dossier with all that its way depends on, as plain values.
 */
typedef struct
{
  OcopRecord *record;
  GPtrArray *documents;
  OcopDate valid_until;
  char *open_elsewhere;
} OcopDossier;

OcopDossier    *ocop_dossier_new              (void);
void            ocop_dossier_free             (OcopDossier       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDossier, ocop_dossier_free)

/* %OCOP_STEP_NONE before it has begun. */
OcopDossierStep ocop_dossier_get_step         (const OcopDossier *self);
OcopDossierKind ocop_dossier_get_kind         (const OcopDossier *self);

/* What stands against a step. */
typedef enum
{
  OCOP_LACK_WAY,          /* no way leads there from where it stands */
  OCOP_LACK_STEP,         /* a step would be passed over */
  OCOP_LACK_DOCUMENT,     /* a document is missing, or no longer holds */
  OCOP_LACK_ACT,          /* a session or a decision brings it about */
  OCOP_LACK_CERTIFICATE,  /* there is nothing to upgrade or to judge again, or one in force already */
  OCOP_LACK_WINDOW,       /* outside the window of article 7.6.a */
  OCOP_LACK_ROUND,        /* its round is closed */
  OCOP_LACK_DAY,          /* earlier than the step before */
  OCOP_LACK_OTHER_DOSSIER /* another one of the product has not ended */
} OcopLackKind;

/**
 * OcopLack:
 * @text: translated, a whole clause for people
 * @document: (nullable): the paper that it is about, with its form and article
 * @demand: (nullable): translated: what is asked for of it
 */
typedef struct
{
  OcopLackKind kind;
  char *text;
  char *document;
  char *demand;
} OcopLack;

/**
 * ocop_dossier_lacks:
 * @to: the step asked for
 * @on: its day
 *
 * Article 7, by the rule book in force on @on. A book that sets no procedure has nothing against
 * any step.
 *
 * Returns: (transfer full) (element-type OcopLack): what stands against it; empty when nothing does.
 */
GPtrArray      *ocop_dossier_lacks            (const OcopDossier *self,
                                               const OcopLaw     *law,
                                               OcopDossierStep    to,
                                               OcopDate           on);

/* As ocop_dossier_lacks(), for whoever moves the dossier by hand: what the council or a decision brings
 * about is out of order there. */
GPtrArray      *ocop_dossier_lacks_by_hand    (const OcopDossier *self,
                                               const OcopLaw     *law,
                                               OcopDossierStep    to,
                                               OcopDate           on);

/* Whether the council's session or a decision takes dossiers to @step (articles 7.3 and 7.4). */
gboolean        ocop_dossier_step_has_act     (OcopDossierStep    step);

/**
 * ocop_dossier_missing_documents:
 *
 * What whoever has the dossier in hand on @on asks for: the producer's papers while it lies at the
 * commune, the commune's as well from then on (article 6). What ran out or has to be renewed counts.
 *
 * Returns: (transfer full) (element-type OcopLack)
 */
GPtrArray      *ocop_dossier_missing_documents (const OcopDossier *self,
                                                const OcopLaw     *law,
                                                OcopDate           on);

/* One numbered line each, as letters have them: "1. …;\n2. …."; "" for none. Free with g_free(). */
char           *ocop_lacks_to_text            (const GPtrArray   *lacks);

/* Article 7.5 and 7.6: first where no certificate is in force, re-evaluation within its window, else upgrade. */
OcopDossierKind ocop_dossier_suggest_kind     (const OcopLaw     *law,
                                               OcopDate           valid_until,
                                               OcopDate           on);

G_END_DECLS
