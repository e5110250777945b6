/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-error.h"
#include "evaluation/ocop-session-changes.h"
#include "register/fixture.h"

G_BEGIN_DECLS

#define N_MEMBERS 4

/* A council of a chair and three members, a session, two products on its agenda. */
typedef struct
{
  Fixture fixture;
  char *council;
  char *members[N_MEMBERS];
  char *session;
  char *dossiers[2];
  char *products[2];   /* of the session */
} Council;

/* What a use case is asked, for a reader thread. */
typedef struct _Asked Asked;
struct _Asked
{
  OcopChange *(*make) (OcopReader *reader, const Asked *asked, GError **error);
  const Council *council;
  guint product;
  guint member;
  const char *text;
  const char *reason;
  gint64 scoring;
  gint64 version;
  gboolean yes;
};

void         council_set_up      (Council *council, gconstpointer data);
void         council_tear_down   (Council *council, gconstpointer data);
char        *council_add_dossier (Council *council, const char *name, const char *set, const char *producer);
OcopSession *council_load        (Council *council);
/* The records of @kind whose @link leads to @id. */
GPtrArray   *council_find        (Council *council, const char *kind, const char *link, const char *id);

/* The last change taken back, or done again, all of it. */
void         step_back           (Council *council);
void         step_forth          (Council *council);


/* The agenda made, the session under way, all there. Product 0 is of set 3, product 1 of set 13. */
void         council_begin       (Council *council);
/* A sheet with the option at @place, or the best there is, for each criterion that is to be scored. */
char        *council_fill        (Council *council, guint product, guint place);
void         council_score_all   (Council *council, guint product, gint64 scoring, guint place);

/* Asks a use case and carries its change out. */
gpointer     council_make_change (OcopReader *reader, gpointer asked, GCancellable *cancellable, GError **error);
gboolean     council_carry_out   (Council *council, Asked asked, GError **error);
void         council_done        (Council *council, Asked asked);
void         council_refused     (Council *council, Asked asked, OcopError code);

/* The use cases, for Asked.make. */
OcopChange  *ask_set_state       (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_add_dossiers    (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_take_off        (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_move_to_set     (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_attend_all      (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_attend          (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_recuse          (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_submit          (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_score_again     (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_agree           (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_reject          (OcopReader *reader, const Asked *asked, GError **error);
OcopChange  *ask_choose_for_five (OcopReader *reader, const Asked *asked, GError **error);

G_END_DECLS
