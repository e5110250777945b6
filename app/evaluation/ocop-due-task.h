/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopDueTaskState:
 * @OCOP_DUE_TASK_COMMUNE_CHECK: a dossier lies with the commune, in time (article 7.2)
 * @OCOP_DUE_TASK_COMMUNE_LATE: its working days there are over
 * @OCOP_DUE_TASK_REEVALUATION: a complete dossier of a re-evaluation is without result, in time
 *   (article 7.6.g)
 * @OCOP_DUE_TASK_REEVALUATION_LATE: its days are over
 * @OCOP_DUE_TASK_CENTRE_EXPIRING: a certificate ends while the centre has yet to decide on an upgrade
 *   of its product, which counts as potential 5 stars from then on (article 7.4)
 * @OCOP_DUE_TASK_REVOCATION: a revocation is drafted or submitted, in time (article 8.4)
 * @OCOP_DUE_TASK_REVOCATION_LATE: its days are over
 * @OCOP_DUE_TASK_NOT_NOTIFIED: of an issued decision nobody had notice yet; its day is that of the decision
 * @OCOP_DUE_TASK_ROUND_CLOSING: the last day of proposals for a round (article 5)
 * @OCOP_DUE_TASK_CERTIFICATE_EXPIRING: another certificate expires under a valid star
 * @OCOP_DUE_TASK_CERTIFICATE_EXPIRED: it did, and none of the same name goes on
 * @OCOP_DUE_TASK_REPAIR: a fault that an inspection found is to be repaired (article 9)
 * @OCOP_DUE_TASK_REPAIR_LATE: its day is over, and no repair is noted
 * @OCOP_DUE_TASK_PLAN_TASK: a task of a plan of the year, unless another amends it, is neither done nor dropped, in time
 * @OCOP_DUE_TASK_PLAN_TASK_LATE: its day is over
 */
typedef enum
{
  OCOP_DUE_TASK_COMMUNE_CHECK,
  OCOP_DUE_TASK_COMMUNE_LATE,
  OCOP_DUE_TASK_REEVALUATION,
  OCOP_DUE_TASK_REEVALUATION_LATE,
  OCOP_DUE_TASK_CENTRE_EXPIRING,
  OCOP_DUE_TASK_REVOCATION,
  OCOP_DUE_TASK_REVOCATION_LATE,
  OCOP_DUE_TASK_NOT_NOTIFIED,
  OCOP_DUE_TASK_ROUND_CLOSING,
  OCOP_DUE_TASK_CERTIFICATE_EXPIRING,
  OCOP_DUE_TASK_CERTIFICATE_EXPIRED,
  OCOP_DUE_TASK_REPAIR,
  OCOP_DUE_TASK_REPAIR_LATE,
  OCOP_DUE_TASK_PLAN_TASK,
  OCOP_DUE_TASK_PLAN_TASK_LATE,
} OcopDueTaskState;

/**
 * OcopDueTask:
 * @kind, @record: what there is to open: a dossier, a decision, an inspection, a task of a plan, or who holds the certificate; %NULL of rounds
 * @what: the name of the dossier, the decision or the certificate, or the round, to people
 * @product, @producer, @locality: ids, with the names beside them; %NULL where there is none
 * @from: the day from which it counts; unknown of rounds and certificates
 * @day: the last day on which it is in time, or on which the certificate is valid
 * @estimated: whether @day rests on holidays that are only expected
 *
 * Something beside a product's own certificate (#OcopDue) that has its day.
 */
typedef struct
{
  OcopDueTaskState state;
  const char *kind;
  char *record;
  char *what;
  char *product;
  char *product_name;
  char *producer;
  char *producer_name;
  char *locality;
  char *locality_name;
  OcopDate from;
  OcopDate day;
  gboolean estimated;
} OcopDueTask;

/**
 * ocop_due_tasks:
 * @base: (nullable): which products; all when %NULL. Its day is not used. Rounds are of all
 * @within: days: what has its day by then, and certificates that expired at most as long ago. A
 *   dossier or decision that is late is always among them
 *
 * Returns: (transfer full) (element-type OcopDueTask): sorted by day; %NULL on failure.
 */
GPtrArray  *ocop_due_tasks            (OcopReader        *reader,
                                       const OcopQuery   *base,
                                       OcopDate           on,
                                       guint              within,
                                       GError           **error);

/* Stable: "commune-late". */
const char *ocop_due_task_state_name  (OcopDueTaskState   state);
/* Translated. */
const char *ocop_due_task_state_title (OcopDueTaskState   state);

G_END_DECLS
