/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a producer is to be visited, as bits. */
typedef enum
{
  OCOP_INSPECT_REPAIR = 1 << 0,     /* a fault was to be repaired by a day that is over, and no repair is noted */
  OCOP_INSPECT_COMPLAINT = 1 << 1,  /* a visit for a complaint stands in the register, not long ago */
  OCOP_INSPECT_EXPIRING = 1 << 2,   /* a certificate ends within the year */
  OCOP_INSPECT_NEVER = 1 << 3,      /* no visit is noted */
  OCOP_INSPECT_LONG_SINCE = 1 << 4, /* the last one was long ago */
} OcopInspectReason;

#define OCOP_N_INSPECT_REASONS 5

typedef struct
{
  char *topic;          /* key */
  gboolean each_product; /* once for each valid product, else once for the producer */
} OcopInspectTopic;

/**
 * OcopInspectionRules:
 * @producers_percent, @localities_percent: what visits of a year are to cover, at least
 * @weights: of each reason, in the order of its bit
 * @topics: (element-type OcopInspectTopic): what a visit looks at (article 9)
 *
 * How an office chooses whom to visit: its custom, not the law's.
 */
typedef struct
{
  guint producers_percent;
  guint localities_percent;
  guint expiring_days;
  guint complaint_days;
  guint long_since_days;
  guint repair_days;
  guint weights[OCOP_N_INSPECT_REASONS];
  GPtrArray *topics;
} OcopInspectionRules;

/* The shipped ones. */
const OcopInspectionRules *ocop_inspection_rules (void);

G_END_DECLS
