/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "council.h"
#include "evaluation/ocop-decision-changes.h"

G_BEGIN_DECLS

/* What a use case of decisions is asked. */
typedef struct _Act Act;
struct _Act
{
  OcopChange *(*make) (OcopReader *reader, const Act *act, GError **error);
  const char *id;
  const char *text;
  const char *reason;
  const char *on;
  guint place;
  const OcopLineEntry *entry;
  const OcopIssue *issue;
  const OcopCentralResult *result;
  OcopDecisionKind kind;
  const OcopEnding *ending;
};

/* The day as of which all is drafted. */
#define DRAFTED_ON "2026-11-25"

OcopDate      day                 (const char *text);

gboolean      act_out             (Council *council, Act act, GError **error);
void          act_done            (Council *council, Act act);
/* @saying: (nullable): a part of the message */
void          act_refused         (Council *council, Act act, const char *saying);

OcopChange   *act_draft           (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_discard         (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_place           (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_edit_line       (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_strike          (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_submit          (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_issue           (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_central         (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_end             (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_withdraw        (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_publish         (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_notify          (OcopReader *reader, const Act *act, GError **error);
OcopChange   *act_reissue         (OcopReader *reader, const Act *act, GError **error);

/* The ids of the decisions of @kind, ended by %NULL; the only one's. */
char         *only_decision       (Council *council, const char *kind);
OcopDecision *load_decision       (Council *council, const char *id);
char         *line_of             (Council *council, const char *decision, guint place);

/* Both products of the session scored with the options at those places, the session closed. */
void          judge_all           (Council *council, guint first, guint second);
/* Drafts, submits and issues; the id of the decision of @kind. */
char         *decide              (Council *council, const char *kind, const char *number, const char *on);
void          submit_and_issue    (Council *council, const char *decision, const char *number, const char *on);

/* What the register answers of a record on a day, as text; "" for unknown. */
void          assert_field        (Council *council, const char *kind, const char *id, const char *field, const char *on,
                                   const char *expected);
void          assert_count        (Council *council, const char *kind, const char *field, const char *value, const char *on, gint64 expected);

G_END_DECLS
