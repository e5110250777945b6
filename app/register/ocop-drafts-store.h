/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What drafts ask of a storage engine. Insiders of app/register only. */

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* One connection; used by one thread. */
typedef struct _OcopDraftsStore OcopDraftsStore;

/* A file that is damaged is made anew. */
OcopDraftsStore *ocop_drafts_store_open    (const char       *path,
                                            GError          **error);
void             ocop_drafts_store_close   (OcopDraftsStore  *store);

/* @id: (nullable): %NULL of a new record; @base: the version it is made over. */
gboolean         ocop_drafts_store_keep    (OcopDraftsStore  *store,
                                            const char       *register_id,
                                            const char       *id,
                                            gint64            base,
                                            const OcopRecord *record,
                                            GError          **error);
gboolean         ocop_drafts_store_discard (OcopDraftsStore  *store,
                                            const char       *register_id,
                                            const OcopKind   *kind,
                                            const char       *id,
                                            GError          **error);
/* Returns: (transfer full) (nullable): the latest; its version is the base. */
OcopRecord      *ocop_drafts_store_find    (OcopDraftsStore  *store,
                                            const char       *register_id,
                                            const OcopKind   *kind,
                                            const char       *id);
/* Adds to @names what the drafts of the register hold in fields that name an attachment. */
gboolean         ocop_drafts_store_attachments (OcopDraftsStore  *store,
                                                const char       *register_id,
                                                GStrvBuilder     *names,
                                                GError          **error);

G_END_DECLS
