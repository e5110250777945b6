/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-ballot-intake.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "exchange/ocop-ballot-workbook.h"

/* More than any ballot has, in bytes. */
#define MAX_SIZE (16 * 1024 * 1024)

static GBytes *
load_file (GFile   *file,
           GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr(GError) local = NULL;
  GBytes *bytes;

  if (info != NULL && g_file_info_get_size (info) > MAX_SIZE)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("“%s” is too large for a ballot."), name);
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, &local);
  if (bytes == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("“%s” cannot be read: %s"), name, local->message);
  return bytes;
}

static OcopBallotTaking *
take_file (OcopReader  *reader,
           const char  *register_id,
           GBytes      *bytes,
           gboolean     replace,
           OcopDate     on,
           GError     **error)
{
  gboolean altered = FALSE;
  g_autoptr(OcopMemberBallot) given = ocop_member_ballot_load (bytes, &altered, error);
  g_autoptr(OcopBallotTaking) taking = given != NULL ? ocop_ballot_taking_begin (reader, register_id, given, error) : NULL;

  if (taking == NULL)
    return NULL;
  if (taking->own != NULL)
    ocop_ballot_taking_compare (taking, given, altered);
  if (!given->done)
    ocop_ballot_taking_note (taking, _("%s has not said that the ballot is done."), given->member_name);
  return ocop_ballot_taking_finish (taking, reader, given, "ballot", replace, on, error) ? g_steal_pointer (&taking) : NULL;
}

OcopBallotTaking *
ocop_ballot_intake (OcopReader  *reader,
                    const char  *register_id,
                    GFile       *file,
                    gboolean     replace,
                    OcopDate     on,
                    GError     **error)
{
  g_autoptr(GBytes) bytes = load_file (file, error);

  if (bytes == NULL)
    return NULL;
  if (ocop_ballot_workbook_is_one (bytes))
    return ocop_ballot_workbook_take (reader, register_id, file, replace, on, error);
  return take_file (reader, register_id, bytes, replace, on, error);
}
