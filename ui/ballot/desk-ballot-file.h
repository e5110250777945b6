/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

/* Whether @file is a ballot, by its ending: what is in it is looked at when it is opened. */
gboolean          desk_ballot_file_is_one      (GFile                   *file);

/* Reads a ballot that a member is to fill in. Refused where what the office wrote on it was changed. */
void              desk_ballot_file_load_async  (GFile                   *file,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
/* Returns: (transfer full) */
OcopMemberBallot *desk_ballot_file_load_finish (GAsyncResult            *result,
                                                GError                 **error);

/* Writes @ballot as it is now, in the place of @file: all of it or nothing. */
void              desk_ballot_file_save_async  (GFile                   *file,
                                                const OcopMemberBallot  *ballot,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
gboolean          desk_ballot_file_save_finish (GAsyncResult            *result,
                                                GError                 **error);

G_END_DECLS
