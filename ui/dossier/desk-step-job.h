/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier-moves.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskStepJob:
 * @dossiers: (nullable): the ids of those to be moved, all in one change; %NULL for one to be begun
 * @products: (nullable): the ids of those of which one each is to be begun, all in one change
 * @product: (nullable): of the one to be begun
 * @kind: likewise
 *
 * A step of a dossier as it was asked for. Owns its texts.
 */
typedef struct
{
  GStrv dossiers;
  GStrv products;
  char *product;
  OcopDossierKind kind;
  OcopDossierStep step;
  OcopDate on;
  char *person;
  char *reason;
  char *note;
} DeskStepJob;

void      desk_step_job_free       (DeskStepJob         *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStepJob, desk_step_job_free)

/**
 * desk_step_job_run_async:
 *
 * Plans the step and writes it. Where somebody else got the receipt's number in between, plans it
 * again with the next one. Takes @job.
 */
void      desk_step_job_run_async  (OcopRegister        *reg,
                                    DeskStepJob         *job,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/**
 * desk_step_job_run_finish:
 * @told: (out) (transfer full) (nullable): what the person is to be told besides: that the number was
 *   another one's, for which products none was begun
 *
 * Returns: (transfer full): the id of the dossier, the first of several; %NULL with what
 *   ocop_dossier_begin_all(), ocop_dossier_move_all() or the register said.
 */
char     *desk_step_job_run_finish (OcopRegister        *reg,
                                    GAsyncResult        *result,
                                    char               **told,
                                    GError             **error);

G_END_DECLS
