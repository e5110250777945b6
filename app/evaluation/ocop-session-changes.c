/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-uuid.h"
#include "evaluation/ocop-choices.h"

OcopChange *
ocop_session_refuse (GError     **error,
                     const char  *format,
                     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (OCOP_ERROR, OCOP_ERROR_REFUSED, format, arguments));
  va_end (arguments);
  return NULL;
}

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

/* An id that the same @parts always make (RFC 9562, version 8). */
static char *
derive_id (const char *first,
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
  ocop_session_refuse (error, _("The session is closed: open it again first."));
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
      ocop_session_refuse (error, _("The product is no longer on the agenda."));
      return NULL;
    }
  *product = ocop_session_get_product (session, 0);
  return g_steal_pointer (&session);
}

static const OcopSessionMember *
find_member (const OcopSession  *session,
             const char         *id,
             int                *place,
             GError            **error)
{
  *place = ocop_session_find_member (session, id);
  if (*place >= 0)
    return ocop_session_get_member (session, (guint) *place);
  ocop_session_refuse (error, _("The council has no such member."));
  return NULL;
}

/* Adds @record, or brings it back from the bin where it was taken back before. */
static gboolean
add_or_restore (OcopReader        *reader,
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

/* The state of the session */

static gboolean
check_council (const OcopSession  *session,
               GError            **error)
{
  guint n_chairs = 0;

  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (session, i);

      n_chairs += member->chair;
      for (guint j = 0; j < i; j++)
        if (ocop_text_same (ocop_session_get_member (session, j)->name, member->name)
            && g_strcmp0 (ocop_session_get_member (session, j)->body_name, member->body_name) == 0)
          return ocop_session_refuse (error, _("%s is in the council twice."), member->name) != NULL;
    }
  if (n_chairs == 0)
    return ocop_session_refuse (error, _("The council has no chair.")) != NULL;
  if (n_chairs > 1)
    return ocop_session_refuse (error, _("The council has more than one chair.")) != NULL;
  return TRUE;
}

static gboolean
check_no_decision (OcopReader   *reader,
                   const char   *session,
                   GError      **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("decision");
  gint64 n;

  ocop_query_where (query, "session", OCOP_OPERATOR_IS, session, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n > 0)
    ocop_session_refuse (error, _("A decision rests on this session: it is not opened again."));
  return n == 0;
}

OcopChange *
ocop_session_set_state (OcopReader  *reader,
                        const char  *session,
                        const char  *state,
                        GError     **error)
{
  g_autoptr(OcopSession) self = ocop_session_read_members (reader, session, error);
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (self == NULL || (g_str_equal (state, "open") && !check_council (self, error)))
    return NULL;
  if (ocop_session_is_closed (self) && !check_no_decision (reader, session, error))
    return NULL;
  after = ocop_record_copy (self->record);
  ocop_record_set_text (after, "state", state);
  change = ocop_session_change_new ("session", "%s: %s", ocop_record_get_text (after, "name"),
                       ocop_field_choice_title (ocop_kind_find_field (ocop_record_get_kind (after), "state"), state));
  ocop_change_edit (change, self->record, after);
  return change;
}

/* Who is there, and who takes no part */

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
    ocop_session_refuse (error, _("This member has scored in this session, and was present."));
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
  g_autofree char *id = derive_id ("attendance", ocop_record_get_id (session->record), member->id);
  g_autoptr(OcopRecord) record = member->attendance != NULL ? ocop_record_copy (member->attendance)
                                                            : ocop_record_new (ocop_kind_find ("attendance"), id);

  ocop_record_set_text (record, "session", ocop_record_get_id (session->record));
  ocop_record_set_text (record, "member", member->id);
  ocop_record_set_integer (record, "present", present);
  if (member->attendance == NULL)
    return add_or_restore (reader, change, record, error);
  ocop_change_edit (change, member->attendance, record);
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
  if (member != NULL && find_member (self, member, &place, error) == NULL)
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
  const OcopSessionMember *who = session != NULL ? find_member (session, member, &place, error) : NULL;
  g_autofree char *id = derive_id ("recusal", product, member);
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
  else if (!add_or_restore (reader, change, record, error))
    return NULL;
  return g_steal_pointer (&change);
}

/* Sheets */

char *
ocop_session_sheet_id (const char *product,
                       const char *member,
                       gint64      scoring)
{
  g_autofree char *number = g_strdup_printf ("sheet %" G_GINT64_FORMAT, scoring);

  return derive_id (number, product, member);
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
    return ocop_session_refuse (error, _("%s takes no part in scoring this product."), member->name) != NULL;
  if (!member->present)
    return ocop_session_refuse (error, _("%s is not noted as present."), member->name) != NULL;
  if (entry->scoring != ocop_record_get_integer (product->record, "scoring", 0))
    return ocop_session_refuse (error, _("The product is being scored again: this sheet is of another scoring.")) != NULL;
  if (sheet->record != NULL && entry->version == 0)
    return ocop_session_refuse (error, _("%s has given a sheet for this product already."), member->name) != NULL;
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

OcopChange *
ocop_session_submit (OcopReader            *reader,
                     const OcopSheetEntry  *entry,
                     GError               **error)
{
  const OcopSessionProduct *product = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, entry->product, &product, error);
  int place;
  const OcopSessionMember *member = session != NULL ? find_member (session, entry->member, &place, error) : NULL;
  g_autoptr(OcopChange) change = NULL;
  g_autoptr(OcopRecord) record = NULL;
  const OcopRecord *before;

  if (member == NULL || !may_submit (product, member, &product->sheets[place], entry, error))
    return NULL;
  before = product->sheets[place].record;
  record = sheet_record_new (entry, before);
  change = ocop_session_change_new ("sheet", _("Score sheet of %s: %s"), member->name, product->product_name);
  if (before != NULL)
    ocop_change_edit (change, before, record);
  else if (!add_or_restore (reader, change, record, error))
    return NULL;
  return g_steal_pointer (&change);
}

/* What the council says of a product */

OcopChange *
ocop_session_edit_product (const OcopSessionProduct *product,
                           OcopRecord               *after,
                           OcopChange               *change)
{
  ocop_change_edit (change, product->record, after);
  ocop_record_free (after);
  return change;
}

OcopChange *
ocop_session_score_again (OcopReader  *reader,
                          const char  *product,
                          GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (of->verdict->n_counted == 0 || !of->verdict->is_complete)
    return ocop_session_refuse (error, _("Not every member has scored yet: correct the sheets instead."));
  after = ocop_record_copy (of->record);
  ocop_record_set_integer (after, "scoring", ocop_record_get_integer (after, "scoring", 1) + 1);
  ocop_record_set_text (after, "agreed_choices", NULL);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("scoring", _("Score again: %s"), of->product_name));
}

OcopChange *
ocop_session_agree (OcopReader  *reader,
                    const char  *product,
                    const char  *choices,
                    GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  g_autofree guint8 *places = session != NULL ? ocop_choices_parse (of->scoring.criteria, choices, error) : NULL;
  OcopRecord *after;

  if (places == NULL || !ocop_choices_check (&of->scoring, places, error))
    return NULL;
  for (guint i = 0; i < of->scoring.criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (of->scoring.criteria->leaves, i);

      if (places[i] != OCOP_NOT_SCORED && !ocop_criterion_is_marked (leaf))
        return ocop_session_refuse (error, _("Criterion %s has no minimum: there is nothing to agree on."), leaf->code);
    }
  after = ocop_record_copy (of->record);
  ocop_record_set_text (after, "agreed_choices", choices);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("agreed", _("Agreed points: %s"), of->product_name));
}

OcopChange *
ocop_session_reject (OcopReader  *reader,
                     const char  *product,
                     const char  *line,
                     const char  *reason,
                     GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (line != NULL && reason == NULL)
    return ocop_session_refuse (error, _("Say who found it, and how."));
  after = ocop_record_copy (of->record);
  if (line != NULL)
    ocop_record_set_integer (after, "disqualified", TRUE);
  else
    ocop_record_set (after, "disqualified", &(OcopValue) OCOP_VALUE_INIT);
  ocop_record_set_text (after, "disqualified_by", line);
  ocop_record_set_text (after, "disqualified_reason", line != NULL ? reason : NULL);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("rejection", _("Rejection: %s"), of->product_name));
}
