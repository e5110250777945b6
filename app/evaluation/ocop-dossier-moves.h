/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopDossierMove:
 * @step: where to
 * @on: the day of it
 * @person: (nullable): who
 * @reason: (nullable): why it is done although something stands against it
 * @note: (nullable)
 * @authority: (nullable): a paper that orders it, such as a decision: the reason where something
 *   stands against it and no other is given
 */
typedef struct
{
  OcopDossierStep step;
  OcopDate on;
  const char *person;
  const char *reason;
  const char *note;
  const char *authority;
} OcopDossierMove;

/* The dossier @id as it stands; its product's certificate as of @on. */
OcopDossier *ocop_dossier_load  (OcopReader             *reader,
                                 const char             *id,
                                 OcopDate                on,
                                 GError                **error);

/**
 * ocop_dossier_draft:
 * @product: id
 *
 * A dossier not yet begun: its name, and its checklist, into which of the product's last dossier
 * goes what still holds on @on; what ran out is to be renewed, what the law wants anew is missing.
 */
OcopDossier *ocop_dossier_draft (OcopReader             *reader,
                                 const OcopLaw          *law,
                                 const char             *product,
                                 OcopDossierKind         kind,
                                 OcopDate                on,
                                 GError                **error);

/* ocop_dossier_draft() of the kind that suits the product's certificate on @on. */
OcopDossier *ocop_dossier_draft_suggested (OcopReader   *reader,
                                 const OcopLaw          *law,
                                 const char             *product,
                                 OcopDate                on,
                                 GError                **error);

/* Returns: (transfer full) (nullable): the product of @self and all that stands against @step, in one line, where
 *   something does */
char        *ocop_dossier_say_left_out (OcopReader      *reader,
                                 const OcopDossier      *self,
                                 const OcopLaw          *law,
                                 OcopDossierStep         step,
                                 OcopDate                on);

/* Puts on the checklist of @self, missing, what @book asks for at its step and the register does not
 * hold yet: of a dossier that was not begun by its first step. */
void         ocop_dossier_complete_list (OcopDossier    *self,
                                 const OcopRuleBook     *book,
                                 OcopDate                on);

/**
 * ocop_dossier_begin:
 * @id: (out) (transfer full): of the new dossier
 *
 * Returns: (transfer full): the change that makes the dossier, its checklist and its first step;
 *   %NULL with %OCOP_ERROR_REFUSED where something stands against that and no reason is given:
 *   the message says what.
 */
OcopChange  *ocop_dossier_begin (OcopReader             *reader,
                                 const OcopLaw          *law,
                                 const char             *product,
                                 OcopDossierKind         kind,
                                 const OcopDossierMove  *move,
                                 char                  **id,
                                 GError                **error);

/**
 * ocop_dossier_begin_all:
 * @products: ids, ended by %NULL
 * @left_out: (element-type utf8): gets a line of each product for which none is begun, and why
 * @id: (out) (transfer full): of the first new dossier
 *
 * Returns: (transfer full): the one change that begins a dossier of each product for which nothing stands against it, of
 *   the kind that suits its certificate; %NULL with %OCOP_ERROR_REFUSED where there is none
 */
OcopChange  *ocop_dossier_begin_all (OcopReader         *reader,
                                 const OcopLaw          *law,
                                 const char * const     *products,
                                 const OcopDossierMove  *move,
                                 GPtrArray              *left_out,
                                 char                  **id,
                                 GError                **error);

/* The record of a step, as the dossier's way has it; @reason: tidied. (transfer full) */
OcopRecord  *ocop_dossier_move_record (const char             *dossier,
                                       const OcopDossierMove  *move,
                                       const char             *reason);

/* Refuses a step against which @lacks stand, and says them. */
gboolean     ocop_dossier_ask_reason  (const GPtrArray        *lacks,
                                       GError                **error);

/* Adds the same as ocop_dossier_move() to a @change that moves it among other things. */
gboolean     ocop_dossier_move_within (OcopReader             *reader,
                                       const OcopLaw          *law,
                                       const char             *id,
                                       const OcopDossierMove  *move,
                                       OcopChange             *change,
                                       GError                **error);

/* The change that moves the dossier @id, likewise. Gives the receipt its number, the dossier its
 * round, and asks for the documents of what may come next. */
OcopChange  *ocop_dossier_move  (OcopReader             *reader,
                                 const OcopLaw          *law,
                                 const char             *id,
                                 const OcopDossierMove  *move,
                                 GError                **error);

/* The one change that moves all of @ids, ended by %NULL, likewise; each receipt with its own number. */
OcopChange  *ocop_dossier_move_all (OcopReader             *reader,
                                    const OcopLaw          *law,
                                    const char * const     *ids,
                                    const OcopDossierMove  *move,
                                    GError                **error);

G_END_DECLS
