/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session-changes.h"

G_BEGIN_DECLS

/* What the use cases of a session share. */

/* Sets %OCOP_ERROR_REFUSED; always %NULL. */
OcopChange  *ocop_session_refuse         (GError                   **error,
                                          const char                *format,
                                          ...) G_GNUC_PRINTF (2, 3);

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

/* Takes @after and gives back @change, which now edits the product to it. */
OcopChange  *ocop_session_edit_product   (const OcopSessionProduct  *product,
                                          OcopRecord                *after,
                                          OcopChange                *change);

G_END_DECLS
