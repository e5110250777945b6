/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session-changes.h"

G_BEGIN_DECLS

/* What the use cases of a session share. */

/* Without members and products. */
OcopSession *ocop_session_new            (void);

OcopChange  *ocop_session_change_new     (const char                *kind,
                                          const char                *format,
                                          ...) G_GNUC_PRINTF (2, 3);

gboolean     ocop_session_may_change     (const OcopSession         *session,
                                          GError                   **error);

/* The session of @id, with that @product; %NULL where nothing may be changed. */
OcopSession *ocop_session_read_to_change (OcopReader                *reader,
                                          const char                *id,
                                          const OcopSessionProduct **product,
                                          GError                   **error);

/* The member @id of the session and its place; %NULL with @error where it has none. */
const OcopSessionMember *ocop_session_require_member (const OcopSession  *session,
                                                      const char         *id,
                                                      int                *place,
                                                      GError            **error);

/* An id that the same parts always make (RFC 9562, version 8); free with g_free(). */
char        *ocop_session_derive_id      (const char                *first,
                                          const char                *second,
                                          const char                *third);

/* Adds @record, or brings it back from the bin where it was taken back before. */
gboolean     ocop_session_add_or_restore (OcopReader                *reader,
                                          OcopChange                *change,
                                          const OcopRecord          *record,
                                          GError                   **error);

/* Takes @after and gives back @change, which now edits the product to it. */
OcopChange  *ocop_session_edit_product   (const OcopSessionProduct  *product,
                                          OcopRecord                *after,
                                          OcopChange                *change);

/* Whoever gives a written opinion is present from then on; of a meeting nothing is noted. */
gboolean     ocop_session_note_answer    (OcopReader                *reader,
                                          OcopChange                *change,
                                          const OcopSession         *session,
                                          const char                *member,
                                          GError                   **error);

/* Whoever nothing is noted of was not there: with its attendance the members of a closed session stay who they were. */
gboolean     ocop_session_note_absent    (OcopReader                *reader,
                                          OcopChange                *change,
                                          const OcopSession         *session,
                                          GError                   **error);
/* What the last closing noted so goes when it is opened again; what somebody noted stays. */
gboolean     ocop_session_forget_absent  (OcopReader                *reader,
                                          OcopChange                *change,
                                          const OcopSession         *session,
                                          GError                   **error);
/* Of a closed session: members whom the council got afterwards. */
gboolean     ocop_session_leave_out_later (OcopSession              *self,
                                           OcopReader               *reader,
                                           GError                  **error);

/* What article 7.6 wants of a session by written opinions: forbids where it is not so. */
void         ocop_session_look_at_written (const OcopSession        *session,
                                          GPtrArray                 *lacks);
/* Who may still answer. */
void         ocop_session_look_at_answers (const OcopSession        *session,
                                          GPtrArray                 *lacks);
gboolean     ocop_session_may_be_asked   (const OcopSession         *session,
                                          const OcopRecord          *dossier,
                                          GError                   **error);

/* Adds the sheet of @entry to @change: a new one, or the correction of the one that there is. */
gboolean     ocop_session_put_sheet      (OcopReader                *reader,
                                          OcopChange                *change,
                                          const OcopSession         *session,
                                          const OcopSessionProduct  *product,
                                          const OcopSheetEntry      *entry,
                                          GError                   **error);

G_END_DECLS
