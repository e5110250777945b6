/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-json-reader.h"

G_BEGIN_DECLS

/* In the order of the kinds of a dossier (article 6.1). */
typedef enum
{
  OCOP_DOSSIER_FIRST,
  OCOP_DOSSIER_UPGRADE,
  OCOP_DOSSIER_AGAIN,
  OCOP_N_DOSSIER_KINDS,
} OcopDossierKind;

/* In the order of the steps of a dossier. */
typedef enum
{
  OCOP_STEP_IDEA,
  OCOP_STEP_COMMUNE_RECEIVED,
  OCOP_STEP_COMMUNE_RETURNED,
  OCOP_STEP_PROPOSED,
  OCOP_STEP_PROVINCE_RECEIVED,
  OCOP_STEP_PROVINCE_RETURNED,
  OCOP_STEP_COMPLETE,
  OCOP_STEP_ADVISORY,
  OCOP_STEP_COUNCIL,
  OCOP_STEP_SCORED,
  OCOP_STEP_SUBMITTED,
  OCOP_STEP_FORWARDED,
  OCOP_STEP_RECOGNISED,
  OCOP_STEP_NOT_CLASSED,
  OCOP_STEP_REJECTED,
  OCOP_STEP_WITHDRAWN,
  OCOP_N_STEPS,
  OCOP_STEP_NONE = OCOP_N_STEPS, /* before the first one */
} OcopDossierStep;

/* Whose paper a document is. */
typedef enum
{
  OCOP_DOCUMENT_FROM_PRODUCER,
  OCOP_DOCUMENT_FROM_COMMUNE,
  OCOP_DOCUMENT_FROM_PROVINCE,
} OcopDocumentFrom;

typedef enum
{
  OCOP_DOCUMENT_ALWAYS,
  OCOP_DOCUMENT_BY_CRITERIA, /* evidence, where a criterion of the product's sheet asks for it */
  OCOP_DOCUMENT_IF_ANY,
} OcopDocumentNeed;

/**
 * OcopProcedureStep:
 * @begins: whether a dossier may begin with it
 * @aside: whether the case alone asks for it (a return, the centre): it is never what is missing
 * @after: the steps that it may follow, as bits
 * @article: (nullable)
 */
typedef struct
{
  OcopDossierStep step;
  gboolean begins;
  gboolean aside;
  guint after;
  const char *article;
} OcopProcedureStep;

/**
 * OcopProcedure:
 * @kinds: the kinds of dossier that go this way, as bits
 * @in_rounds: whether they are judged in the rounds of article 5
 * @in_window: whether they are handed in within the window before the certificate ends
 * @steps: (element-type OcopProcedureStep): in their order
 */
typedef struct
{
  guint kinds;
  gboolean in_rounds;
  gboolean in_window;
  GArray *steps;
} OcopProcedure;

/**
 * OcopDocument:
 * @code: stable: "form-01"
 * @form: (nullable): the number of its form
 * @except_set: (nullable): the criteria set whose products need none
 * @step: by which it has to be there
 * @expires: whether it may run out
 * @carried: the kinds of dossier into which it goes over from the last one, as bits
 * @articles: by kind of dossier; %NULL where that needs none
 *
 * A paper that a dossier is made of (article 6 and annex III).
 */
typedef struct
{
  char *code;
  char *title;
  char *form;
  OcopDocumentNeed need;
  char *except_set;
  OcopDocumentFrom from;
  OcopDossierStep step;
  gboolean expires;
  guint carried;
  const char *articles[OCOP_N_DOSSIER_KINDS];
} OcopDocument;

/* Read the lists "procedures" and "documents" of the current rule book; empty where it has none.
 * (transfer full) (element-type OcopProcedure), (element-type OcopDocument) */
GPtrArray *ocop_procedures_read             (OcopJsonReader      *reader);
GPtrArray *ocop_documents_read              (OcopJsonReader      *reader,
                                             const GPtrArray     *procedures);

/* The keys of the register's choices. */
const char      *ocop_dossier_kind_to_key   (OcopDossierKind      kind);
const char      *ocop_dossier_step_to_key   (OcopDossierStep      step);
/* %OCOP_N_DOSSIER_KINDS and %OCOP_STEP_NONE when there is none, or @key is %NULL. */
OcopDossierKind  ocop_dossier_kind_from_key (const char          *key);
OcopDossierStep  ocop_dossier_step_from_key (const char          *key);

/* %NULL when no way is ruled for @kind. */
const OcopProcedure     *ocop_procedures_find     (const GPtrArray     *procedures,
                                                   OcopDossierKind      kind);
/* %NULL when it is no step of this way. */
const OcopProcedureStep *ocop_procedure_find_step (const OcopProcedure *self,
                                                   OcopDossierStep      step);

/* Whether @to may come right after @from, which may be %OCOP_STEP_NONE. */
gboolean   ocop_procedure_may_follow        (const OcopProcedure *self,
                                             OcopDossierStep      from,
                                             OcopDossierStep      to);

/* Whether nothing comes after @step. */
gboolean   ocop_procedure_is_end            (const OcopProcedure *self,
                                             OcopDossierStep      step);

/**
 * ocop_procedure_skipped:
 * @from: where the dossier stands; %OCOP_STEP_NONE before its first step
 * @skipped: (out): the steps that lie between, in their order
 * @n_skipped: (out): how many; 0 where @to may come next
 *
 * Returns: %FALSE when no way leads from @from to @to: it lies behind, or is none of this way.
 */
gboolean   ocop_procedure_skipped           (const OcopProcedure *self,
                                             OcopDossierStep      from,
                                             OcopDossierStep      to,
                                             OcopDossierStep      skipped[OCOP_N_STEPS],
                                             guint               *n_skipped);

/* Whether a dossier of @kind for a product of @set (nullable) has to have it. */
gboolean   ocop_document_is_demanded        (const OcopDocument  *self,
                                             OcopDossierKind      kind,
                                             const char          *set);

G_END_DECLS
