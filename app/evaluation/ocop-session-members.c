/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is there, and who takes no part. */

#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

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
