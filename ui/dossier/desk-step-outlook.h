/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier-moves.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskStepQuestion:
 * @dossiers: (nullable): the ids of those to be moved; %NULL for one to be begun
 * @products: (nullable): the ids of those of which a dossier each is to be begun
 * @product: (nullable): of the dossier to be begun, once it is known
 * @kind: of the dossier to be begun; %OCOP_N_DOSSIER_KINDS for the one that suits the product
 * @step: %OCOP_STEP_NONE for the one that comes next
 */
typedef struct
{
  GStrv dossiers;
  GStrv products;
  char *product;
  OcopDossierKind kind;
  OcopDossierStep step;
  OcopDate on;
} DeskStepQuestion;

/**
 * DeskStepOutlook:
 * @name: of the dossier, the first of several
 * @steps: (element-type OcopDossierStep): what it may be moved to, what comes next first
 * @n_next: how many of them come next; the others are out of order
 * @lacks: (element-type OcopLack): what stands against @step of one of them or more, each thing once
 * @left_out: (element-type utf8): of several products: a line of each for which none can be begun, and why
 *
 * What may be done with dossiers of one kind that stand at one step, and what stands against it.
 */
typedef struct
{
  char *name;
  OcopDossierKind kind;
  OcopDossierStep step;
  GArray *steps;
  guint n_next;
  GPtrArray *lacks;
  GPtrArray *left_out;
} DeskStepOutlook;

void             desk_step_outlook_free        (DeskStepOutlook        *outlook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStepOutlook, desk_step_outlook_free)

/* Copies @question. %OCOP_ERROR_REFUSED where the dossiers differ in kind or step. */
void             desk_step_outlook_read_async  (OcopRegister           *reg,
                                                const DeskStepQuestion *question,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);
DeskStepOutlook *desk_step_outlook_read_finish (OcopRegister           *reg,
                                                GAsyncResult           *result,
                                                GError                **error);

G_END_DECLS
