/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is there, and who takes no part. */

#include "evaluation/ocop-session-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "register/ocop-record-past.h"

static gboolean
has_sheets (OcopReader   *reader,
            const char   *session,
            const char   *member,
            GError      **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("sheet");
  gint64 n;

  ocop_query_where (query, "member", OCOP_OPERATOR_IS, member, NULL);
  ocop_query_where (query, "session_product.session", OCOP_OPERATOR_IS, session, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n > 0)
    ocop_refuse (error, _("This member has scored in this session, and was present."));
  return n != 0;
}

static gboolean
note_attendance (OcopReader               *reader,
                 OcopChange               *change,
                 const OcopSession        *session,
                 const OcopSessionMember  *member,
                 gboolean                  present,
                 GError                  **error)
{
  g_autofree char *id = ocop_session_derive_id ("attendance", ocop_record_get_id (session->record), member->id);
  g_autoptr(OcopRecord) record = member->attendance != NULL ? ocop_record_copy (member->attendance)
                                                            : ocop_record_new (ocop_kind_find ("attendance"), id);

  ocop_record_set_text (record, "session", ocop_record_get_id (session->record));
  ocop_record_set_text (record, "member", member->id);
  ocop_record_set_integer (record, "present", present);
  if (member->attendance == NULL)
    return ocop_session_add_or_restore (reader, change, record, error);
  ocop_change_edit (change, member->attendance, record);
  return TRUE;
}

gboolean
ocop_session_note_answer (OcopReader         *reader,
                          OcopChange         *change,
                          const OcopSession  *session,
                          const char         *member,
                          GError            **error)
{
  int place = ocop_session_find_member (session, member);
  const OcopSessionMember *of = place >= 0 ? ocop_session_get_member (session, (guint) place) : NULL;

  if (of == NULL || of->present || !ocop_session_is_written (session))
    return TRUE;
  return note_attendance (reader, change, session, of, TRUE, error);
}

gboolean
ocop_session_note_absent (OcopReader         *reader,
                          OcopChange         *change,
                          const OcopSession  *session,
                          GError            **error)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (session, i);

      if (member->attendance == NULL && !note_attendance (reader, change, session, member, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ocop_session_forget_absent (OcopReader         *reader,
                            OcopChange         *change,
                            const OcopSession  *session,
                            GError            **error)
{
  gint64 closed = ocop_record_past_find (reader, ocop_record_get_id (session->record), "state", "closed", error);

  for (guint i = 0; closed > 0 && i < session->members->len; i++)
    {
      const OcopRecord *attendance = ocop_session_get_member (session, i)->attendance;
      gint64 noted = attendance != NULL ? ocop_record_past_last (reader, ocop_record_get_id (attendance), error) : 0;

      if (noted < 0)
        return FALSE;
      if (noted == closed)
        ocop_change_bin (change, ocop_record_get_kind (attendance), ocop_record_get_id (attendance));
    }
  return closed >= 0;
}

/* The id of the note that it was closed, the last one; "" where there is none. */
static char *
find_closing (const GPtrArray *moves)
{
  const char *last = "";

  for (guint i = 0; i < moves->len; i++)
    {
      const OcopRecord *move = g_ptr_array_index (moves, i);

      if (g_strcmp0 (ocop_record_get_text (move, "state"), "closed") == 0 && strcmp (ocop_record_get_id (move), last) > 0)
        last = ocop_record_get_id (move);
    }
  return g_strdup (last);
}

gboolean
ocop_session_leave_out_later (OcopSession  *self,
                              OcopReader   *reader,
                              GError      **error)
{
  g_autoptr(GPtrArray) moves = NULL;
  g_autofree char *closing = NULL;

  if (!ocop_session_is_closed (self))
    return TRUE;
  moves = ocop_records_load (reader, "session_move", "session", ocop_record_get_id (self->record), NULL, error);
  if (moves == NULL)
    return FALSE;
  closing = find_closing (moves);
  /* Who is in no note came later. Sessions closed before all members were noted tell it by the ids, which are in the
   * order of time. */
  for (guint i = self->members->len; *closing != '\0' && i-- > 0;)
    {
      const OcopSessionMember *member = ocop_session_get_member (self, i);

      if (member->attendance == NULL && strcmp (member->id, closing) > 0)
        g_ptr_array_remove_index (self->members, i);
    }
  return TRUE;
}

OcopChange *
ocop_session_attend (OcopReader  *reader,
                     const char  *session,
                     const char  *member,
                     gboolean     present,
                     GError     **error)
{
  g_autoptr(OcopSession) self = ocop_session_read_members (reader, session, error);
  g_autoptr(OcopChange) change = NULL;
  int place;

  if (self == NULL || !ocop_session_may_change (self, error))
    return NULL;
  if (ocop_session_is_written (self))
    return ocop_refuse (error, _("The members give written opinions: whoever answers counts as present. Enter the sheets instead."));
  if (member != NULL && ocop_session_require_member (self, member, &place, error) == NULL)
    return NULL;
  if (member != NULL && !present && has_sheets (reader, session, member, error))
    return NULL;
  change = ocop_session_change_new ("attendance", _("Attendance: %s"), ocop_record_get_text (self->record, "name"));
  for (guint i = 0; i < self->members->len; i++)
    {
      const OcopSessionMember *one = ocop_session_get_member (self, i);

      if ((member != NULL ? i == (guint) place : one->attendance == NULL)
          && !note_attendance (reader, change, self, one, present, error))
        return NULL;
    }
  return g_steal_pointer (&change);
}

OcopChange *
ocop_session_recuse (OcopReader  *reader,
                     const char  *product,
                     const char  *member,
                     const char  *kind,
                     const char  *reason,
                     GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  int place;
  const OcopSessionMember *who = session != NULL ? ocop_session_require_member (session, member, &place, error) : NULL;
  g_autofree char *id = ocop_session_derive_id ("recusal", product, member);
  g_autoptr(OcopRecord) record = NULL;
  g_autoptr(OcopChange) change = NULL;
  const OcopRecord *before;

  if (who == NULL)
    return NULL;
  change = ocop_session_change_new ("recusal", _("Recusal of %s: %s"), who->name, of->product_name);
  before = of->sheets[place].recusal;
  if (kind == NULL)
    {
      if (before != NULL)
        ocop_change_bin (change, ocop_record_get_kind (before), ocop_record_get_id (before));
      return g_steal_pointer (&change);
    }
  record = before != NULL ? ocop_record_copy (before) : ocop_record_new (ocop_kind_find ("recusal"), id);
  ocop_record_set_text (record, "session_product", product);
  ocop_record_set_text (record, "member", member);
  ocop_record_set_text (record, "kind", kind);
  ocop_record_set_text (record, "reason", reason);
  if (before != NULL)
    ocop_change_edit (change, before, record);
  else if (!ocop_session_add_or_restore (reader, change, record, error))
    return NULL;
  return g_steal_pointer (&change);
}
