/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-uuid.h"
#include "evaluation/ocop-choices.h"

OcopChange *
ocop_session_change_new (const char *kind,
                         const char *format,
                         ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return ocop_change_new (kind, name);
}

char *
ocop_session_derive_id (const char *first,
                        const char *second,
                        const char *third)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char *text = g_malloc (OCOP_UUID_TEXT_SIZE);

  g_checksum_update (checksum, (const guchar *) first, -1);
  g_checksum_update (checksum, (const guchar *) second, -1);
  g_checksum_update (checksum, (const guchar *) third, -1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (guint8) (0x80 | (digest[6] & 0x0f));
  digest[8] = (guint8) (0x80 | (digest[8] & 0x3f));
  ocop_uuid_to_text (digest, text);
  return text;
}

gboolean
ocop_session_may_change (const OcopSession  *session,
                         GError            **error)
{
  if (!ocop_session_is_closed (session))
    return TRUE;
  ocop_refuse (error, _("The session is closed: open it again first."));
  return FALSE;
}

OcopSession *
ocop_session_read_to_change (OcopReader                *reader,
                             const char                *id,
                             const OcopSessionProduct **product,
                             GError                   **error)
{
  g_autoptr(OcopSession) session = ocop_session_read_product (reader, id, error);

  if (session == NULL || !ocop_session_may_change (session, error))
    return NULL;
  if (session->products->len == 0)
    {
      ocop_refuse (error, _("The product is no longer on the agenda."));
      return NULL;
    }
  *product = ocop_session_get_product (session, 0);
  return g_steal_pointer (&session);
}

const OcopSessionMember *
ocop_session_require_member (const OcopSession  *session,
                             const char         *id,
                             int                *place,
                             GError            **error)
{
  *place = ocop_session_find_member (session, id);
  if (*place >= 0)
    return ocop_session_get_member (session, (guint) *place);
  ocop_refuse (error, _("The council has no such member."));
  return NULL;
}

gboolean
ocop_session_add_or_restore (OcopReader        *reader,
                             OcopChange        *change,
                             const OcopRecord  *record,
                             GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autoptr(GError) local = NULL;
  g_autoptr(OcopRecord) binned = ocop_reader_load (reader, kind, ocop_record_get_id (record), &local);

  if (binned != NULL)
    {
      ocop_change_restore (change, kind, ocop_record_get_id (record));
      ocop_change_edit (change, binned, record);
    }
  else if (g_error_matches (local, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    ocop_change_add (change, record);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return binned != NULL || local != NULL;
}

OcopChange *
ocop_session_edit_product (const OcopSessionProduct *product,
                           OcopRecord               *after,
                           OcopChange               *change)
{
  ocop_change_edit (change, product->record, after);
  ocop_record_free (after);
  return change;
}

/* Sheets */

char *
ocop_session_sheet_id (const char *product,
                       const char *member,
                       gint64      scoring)
{
  g_autofree char *number = g_strdup_printf ("sheet %" G_GINT64_FORMAT, scoring);

  return ocop_session_derive_id (number, product, member);
}

static gboolean
check_choices (const OcopScoring  *scoring,
               const char         *text,
               GError            **error)
{
  g_autofree guint8 *choices = ocop_choices_parse (scoring->criteria, text, error);

  return choices != NULL && ocop_choices_check (scoring, choices, error);
}

static gboolean
may_submit (const OcopSessionProduct  *product,
            const OcopSessionMember   *member,
            const OcopSessionSheet    *sheet,
            const OcopSheetEntry      *entry,
            GError                   **error)
{
  if (sheet->recusal != NULL)
    return ocop_refuse (error, _("%s takes no part in scoring this product."), member->name) != NULL;
  if (!sheet->awaited)
    return ocop_refuse (error, _("%s is not noted as present."), member->name) != NULL;
  if (entry->scoring != ocop_record_get_integer (product->record, "scoring", 0))
    return ocop_refuse (error, _("The product is being scored again: this sheet is of another scoring.")) != NULL;
  if (sheet->record != NULL && entry->version == 0)
    return ocop_refuse (error, _("%s has given a sheet for this product already."), member->name) != NULL;
  if (sheet->record != NULL && entry->version != ocop_record_get_version (sheet->record))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("Somebody else has changed the sheet of %s meanwhile."), member->name);
      return FALSE;
    }
  return check_choices (&product->scoring, entry->choices, error);
}

static OcopRecord *
sheet_record_new (const OcopSheetEntry *entry,
                  const OcopRecord     *before)
{
  g_autofree char *id = ocop_session_sheet_id (entry->product, entry->member, entry->scoring);
  OcopRecord *record = before != NULL ? ocop_record_copy (before) : ocop_record_new (ocop_kind_find ("sheet"), id);

  ocop_record_set_text (record, "session_product", entry->product);
  ocop_record_set_text (record, "member", entry->member);
  ocop_record_set_integer (record, "scoring", entry->scoring);
  ocop_record_set_text (record, "choices", entry->choices);
  ocop_record_set_text (record, "comment", entry->comment);
  ocop_record_set_text (record, "source", entry->source);
  ocop_record_set_date (record, "taken_on", entry->taken_on);
  return record;
}

gboolean
ocop_session_put_sheet (OcopReader                *reader,
                        OcopChange                *change,
                        const OcopSession         *session,
                        const OcopSessionProduct  *product,
                        const OcopSheetEntry      *entry,
                        GError                   **error)
{
  int place;
  const OcopSessionMember *member = ocop_session_require_member (session, entry->member, &place, error);
  const OcopSessionSheet *sheet = member != NULL ? &product->sheets[place] : NULL;
  g_autoptr(OcopRecord) record = NULL;

  if (sheet == NULL || !may_submit (product, member, sheet, entry, error))
    return FALSE;
  record = sheet_record_new (entry, sheet->record);
  if (sheet->record == NULL)
    return ocop_session_add_or_restore (reader, change, record, error);
  ocop_change_edit (change, sheet->record, record);
  return TRUE;
}

OcopChange *
ocop_session_submit (OcopReader            *reader,
                     const OcopSheetEntry  *entry,
                     GError               **error)
{
  const OcopSessionProduct *product = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, entry->product, &product, error);
  int place;
  const OcopSessionMember *member = session != NULL ? ocop_session_require_member (session, entry->member, &place, error) : NULL;
  g_autoptr(OcopChange) change = NULL;

  if (member == NULL)
    return NULL;
  change = ocop_session_change_new ("sheet", _("Score sheet of %s: %s"), member->name, product->product_name);
  if (!ocop_session_put_sheet (reader, change, session, product, entry, error)
      || !ocop_session_note_answer (reader, change, session, entry->member, error))
    return NULL;
  return g_steal_pointer (&change);
}
