/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier-moves.h"

G_BEGIN_DECLS

/* A paper that ends within so many days may run out before the dossier is decided on. */
#define OCOP_CHECKLIST_SOON_DAYS 60

/* How a document of a dossier stands on a day. */
typedef enum
{
  OCOP_STANDING_GOOD,       /* handed in, or carried over from the last dossier, and it holds */
  OCOP_STANDING_SOON,       /* so, but it ends within %OCOP_CHECKLIST_SOON_DAYS */
  OCOP_STANDING_EXPIRED,    /* handed in, and it ran out */
  OCOP_STANDING_RENEW,      /* to be renewed */
  OCOP_STANDING_MISSING,    /* the law demands it, and it is not there */
  OCOP_STANDING_OPEN,       /* not there; asked for only where a criterion or the case needs it */
  OCOP_STANDING_NOT_NEEDED,
  OCOP_N_STANDINGS,
} OcopStanding;

/**
 * OcopChecklistEntry:
 * @document: (nullable): what the law says of it, owned by the law; %NULL of one that the office added
 * @record: of kind dossier_document; without a version where the register holds none yet
 * @days_left: until it ends; only where its expiry is a known day, else %G_MAXINT
 */
typedef struct
{
  const OcopDocument *document;
  OcopRecord *record;
  OcopStanding standing;
  int days_left;
} OcopChecklistEntry;

/**
 * OcopChecklist:
 * @entries: (element-type OcopChecklistEntry): in the order of the law's list, what the office added last
 * @n: how many stand how
 */
typedef struct
{
  OcopRecord *dossier;
  OcopDossierKind kind;
  GPtrArray *entries;
  guint n[OCOP_N_STANDINGS];
} OcopChecklist;

/**
 * ocop_checklist_load:
 * @id: of the dossier
 *
 * Its documents as they stand on @on, by the rule book in force then (article 6 and annex III). What
 * the law asks for at its step and the register does not hold yet is in it as well, as missing.
 */
OcopChecklist *ocop_checklist_load   (OcopReader                 *reader,
                                      const OcopLaw              *law,
                                      const char                 *id,
                                      OcopDate                    on,
                                      GError                    **error);
void           ocop_checklist_free   (OcopChecklist              *self);

/* (transfer full): the change that gives the document @state, a key of the field "state". */
OcopChange    *ocop_checklist_mark   (const OcopRecord           *document,
                                      const char                 *state);

/* (transfer full): the change from @before to @after. What was missing and now has a number, a day or
 * a file counts as handed in. */
OcopChange    *ocop_checklist_edit   (const OcopRecord           *before,
                                      const OcopRecord           *after);

/**
 * ocop_checklist_attach:
 * @dossier: theirs
 * @documents: (element-type OcopRecord)
 * @files: as many names of attachments
 *
 * Returns: (transfer full): the one change that gives each document its file; all of them then count
 *   as handed in
 */
OcopChange    *ocop_checklist_attach (const OcopRecord           *dossier,
                                      const GPtrArray            *documents,
                                      const char * const         *files);

/* (transfer full): a document that the law does not list, not yet in the register. */
OcopRecord    *ocop_checklist_other  (const OcopRecord           *dossier,
                                      const char                 *name);

/* Which of the entries a file of that name most likely is: its place. @wanted: the place of the one that somebody has
 * chosen, which holds where anything in the name speaks for it, or nothing for another; -1 for none. Returns -1 where
 * nothing speaks for one. */
int            ocop_checklist_guess  (const OcopChecklist        *self,
                                      const char                 *file_name,
                                      int                         wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChecklist, ocop_checklist_free)

G_END_DECLS
