/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopDueState:
 * @OCOP_DUE_UPCOMING: the window for re-evaluation opens later
 * @OCOP_DUE_OPEN: the dossier may be handed in
 * @OCOP_DUE_CLOSING: it may, for %OCOP_DUE_CLOSING_DAYS more days or less
 * @OCOP_DUE_OVER: the window is closed, the certificate still holds
 * @OCOP_DUE_FILED: the dossier for re-evaluation was handed in, and has no result yet
 * @OCOP_DUE_NO_WINDOW: the rules in force when it ends set no window
 * @OCOP_DUE_EXTENDED: it ran out and runs on by article 12.3
 * @OCOP_DUE_EXPIRED: it ran out
 */
typedef enum
{
  OCOP_DUE_UPCOMING,
  OCOP_DUE_OPEN,
  OCOP_DUE_CLOSING,
  OCOP_DUE_OVER,
  OCOP_DUE_FILED,
  OCOP_DUE_NO_WINDOW,
  OCOP_DUE_EXTENDED,
  OCOP_DUE_EXPIRED,
} OcopDueState;

#define OCOP_DUE_CLOSING_DAYS 14

/**
 * OcopDue:
 * @product, @producer, @locality: ids; @producer and @locality are %NULL where unknown
 * @phone: (nullable): of the producer
 * @star: key of the class
 * @until: last day of the certificate
 * @opens, @closes: first and last day for handing in the dossier (article 7.6.a);
 *   unknown where there is no window
 * @day: what comes next, or came last: @opens, @closes or @until
 * @estimated: whether @until is only as good as the year of the decision
 * @rank: its place when sorted by locality, then by product, as people sort names
 *
 * One certificate for which the law asks something.
 */
typedef struct
{
  char *product;
  char *product_name;
  char *producer;
  char *producer_name;
  char *phone;
  char *locality;
  char *locality_name;
  char *star;
  char *decision_number;
  OcopDate decision_date;
  OcopDate until;
  OcopDate opens;
  OcopDate closes;
  OcopDate day;
  gboolean estimated;
  guint rank;
  OcopDueState state;
} OcopDue;

/**
 * ocop_due_list:
 * @base: (nullable): which products; all when %NULL. Its day is not used
 * @within: days: what comes next by then, and what ran out at most as long ago
 *
 * Returns: (transfer full) (element-type OcopDue): sorted by day; %NULL on failure.
 */
GPtrArray  *ocop_due_list        (OcopReader       *reader,
                                  const OcopQuery  *base,
                                  OcopDate          on,
                                  guint             within,
                                  GError          **error);

/* The state of a certificate valid until @until (a day), on the day @on: what the law says,
 * where nothing is known but these two. */
OcopDueState ocop_due_state      (OcopDate          on,
                                  OcopDate          until,
                                  OcopDate          opens,
                                  OcopDate          closes);

/* Stable: "open". */
const char *ocop_due_state_name  (OcopDueState      state);
/* Translated: "May be handed in". */
const char *ocop_due_state_title (OcopDueState      state);

G_END_DECLS
