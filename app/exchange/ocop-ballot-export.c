/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-ballot-export.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-writing.h"
#include "exchange/ocop-ballot-workbook.h"

static void
export_free (gpointer data)
{
  OcopBallotExport *export = data;

  g_free (export->member_name);
  g_free (export->path);
  g_free (export->reason);
  g_free (export);
}

static char *
make_path (const char     *folder,
           const char     *name,
           guint           place,
           OcopBallotKind  kind)
{
  g_autofree char *plain = ocop_text_to_file_name (name);
  g_autofree char *file = g_strdup_printf ("%02u %s.%s", place + 1, plain, kind == OCOP_BALLOT_FILE ? "ocopballot" : "xlsx");

  return g_build_filename (folder, file, NULL);
}

/* The whole file or none. */
static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GError *local = NULL;

  if (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &local))
    return TRUE;
  ocop_writing_set_error (error, path, local);
  return FALSE;
}

static gboolean
write_ballot (const OcopMemberBallot  *ballot,
              OcopBallotKind           kind,
              const char              *path,
              GError                 **error)
{
  g_autoptr(GBytes) bytes = kind == OCOP_BALLOT_WORKBOOK ? ocop_ballot_workbook_write (ballot, error)
                                                         : ocop_member_ballot_save (ballot, error);

  return bytes != NULL && write_file (path, bytes, error);
}

/* A member who gets none, and why. */
static gboolean
pass_by (OcopBallotExport  *export,
         GError            *local,
         GError           **error)
{
  if (!g_error_matches (local, OCOP_ERROR, OCOP_ERROR_REFUSED))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  export->reason = g_strdup (local->message);
  g_error_free (local);
  return TRUE;
}

static gboolean
export_one (OcopReader         *reader,
            const char         *register_id,
            const OcopSession  *session,
            guint               member,
            OcopBallotKind      kind,
            const char         *folder,
            GPtrArray          *exports,
            GError            **error)
{
  OcopBallotExport *export = g_new0 (OcopBallotExport, 1);
  g_autoptr(OcopMemberBallot) ballot = NULL;
  GError *local = NULL;

  export->member_name = g_strdup (ocop_session_get_member (session, member)->name);
  g_ptr_array_add (exports, export);
  ballot = ocop_member_ballot_make (reader, register_id, session, member, &local);
  if (ballot == NULL)
    return pass_by (export, local, error);
  export->n_products = ballot->products->len;
  export->path = make_path (folder, export->member_name, member, kind);
  return write_ballot (ballot, kind, export->path, error);
}

GPtrArray *
ocop_ballot_export (OcopReader         *reader,
                    const char         *register_id,
                    const char         *session,
                    const char         *member,
                    OcopBallotKind      kind,
                    const char         *folder,
                    OcopExchangeProgress progress,
                    gpointer            progress_data,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr(OcopSession) self = ocop_session_read (reader, session, NULL, error);
  g_autoptr(GPtrArray) exports = g_ptr_array_new_with_free_func (export_free);

  if (self == NULL || !ocop_writing_make_folder (folder, error))
    return NULL;
  for (guint i = 0; i < self->members->len; i++)
    {
      if (member != NULL && g_strcmp0 (ocop_session_get_member (self, i)->id, member) != 0)
        continue;
      if (progress != NULL)
        progress (i, self->members->len, progress_data);
      if (ocop_is_cancelled (cancellable, NULL, error) || !export_one (reader, register_id, self, i, kind, folder, exports, error))
        return NULL;
    }
  if (exports->len > 0)
    return g_steal_pointer (&exports);
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The council has no such member."));
  return NULL;
}
