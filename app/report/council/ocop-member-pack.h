/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-session.h"
#include "register/ocop-register.h"
#include "report/ocop-paper-file.h"

G_BEGIN_DECLS

/**
 * OcopMemberPack:
 *
 * What the members of a council get before a session: the agenda, for each product a page that sums it up, copies of
 * its scanned documents and a blank score sheet, and the list on which they sign for it. Nothing that was scored is in it.
 */
typedef struct _OcopMemberPack OcopMemberPack;

/* Returns: (transfer full): %NULL with @error */
OcopMemberPack *ocop_member_pack_read  (OcopReader       *reader,
                                        const char       *session,
                                        GError          **error);
void            ocop_member_pack_free  (OcopMemberPack   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopMemberPack, ocop_member_pack_free)

/**
 * ocop_member_pack_write:
 * @reg: whose files are copied
 * @folder: made where there is none; files of the same names in it are replaced
 * @progress: (nullable): is told products instead of rows
 * @n_files: (out): how many were written
 * @missing: (element-type utf8): takes what could not be copied, a sentence each
 *
 * Returns: %FALSE with @error; with %OCOP_ERROR_CANCELLED what was written before stays.
 */
gboolean        ocop_member_pack_write (const OcopMemberPack *self,
                                        OcopRegister     *reg,
                                        const char       *folder,
                                        OcopPaperProgress progress,
                                        gpointer          progress_data,
                                        guint            *n_files,
                                        GPtrArray        *missing,
                                        GCancellable     *cancellable,
                                        GError          **error);

G_END_DECLS
