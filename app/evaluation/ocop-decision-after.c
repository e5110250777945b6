/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes after a decision: it is made public, notices go out, certificates are issued again. */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-records.h"

/* An issued decision, and its copy to be edited. */
static OcopRecord *
load_issued (OcopReader   *reader,
             const char   *id,
             OcopDate      on,
             OcopRecord  **after,
             GError      **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("decision"), id, error);

  if (record == NULL)
    return NULL;
  if (g_strcmp0 (ocop_record_get_text (record, "state"), "issued") != 0)
    ocop_refuse (error, _("It is not issued yet."));
  else if (!ocop_date_is_day (on))
    ocop_refuse (error, _("Say on which day it was."));
  else if (ocop_date_compare (on, ocop_record_get_date (record, "decided_on")) < 0)
    ocop_refuse (error, _("That is before its day of issue."));
  else
    {
      *after = ocop_record_copy (record);
      return g_steal_pointer (&record);
    }
  return NULL;
}

OcopChange *
ocop_decision_publish (OcopReader  *reader,
                       const char  *id,
                       OcopDate     on,
                       const char  *where,
                       GError     **error)
{
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopRecord) record = load_issued (reader, id, on, &after, error);
  g_autofree char *place = ocop_text_tidy (where);
  g_autofree char *label = NULL;
  OcopChange *change;

  if (record == NULL)
    return NULL;
  if (place == NULL)
    return ocop_refuse (error, _("Say where it was published."));
  ocop_record_set_date (after, "published_on", on);
  ocop_record_set_text (after, "published_where", place);
  label = ocop_decision_record_label (record);
  change = ocop_decision_change_new (_("Published: %s"), label);
  ocop_change_edit (change, record, after);
  return change;
}

OcopChange *
ocop_decision_notify (OcopReader  *reader,
                      const char  *id,
                      OcopDate     on,
                      GError     **error)
{
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopRecord) record = load_issued (reader, id, on, &after, error);
  g_autofree char *label = NULL;
  OcopChange *change;

  if (record == NULL)
    return NULL;
  ocop_record_set_date (after, "notified_on", on);
  label = ocop_decision_record_label (record);
  change = ocop_decision_change_new (_("Notices sent: %s"), label);
  ocop_change_edit (change, record, after);
  return change;
}

/* Whether the certificate of @recognition is in force on @on. */
static gboolean
is_live (OcopReader        *reader,
         const OcopRecord  *recognition,
         OcopDate           on,
         GError           **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  gint64 n;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, ocop_record_get_id (recognition), NULL);
  ocop_records_where_in_force (query, "state");
  ocop_query_set_on (query, on);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n == 0)
    ocop_refuse (error, _("The certificate is not in force: there is nothing to issue again."));
  return n > 0;
}

OcopChange *
ocop_decision_reissue (OcopReader  *reader,
                       const char  *id,
                       const char  *number,
                       const char  *reason,
                       OcopDate     on,
                       GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("recognition"), id, error);
  g_autofree char *tidy = ocop_text_tidy (number);
  g_autofree char *product = NULL;
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (record == NULL)
    return NULL;
  if (!ocop_date_is_day (on) || reason == NULL)
    return ocop_refuse (error, _("Say on which day it is issued again, and why."));
  if (!is_live (reader, record, on, error))
    return NULL;
  product = ocop_reader_label (reader, ocop_kind_find ("product"), ocop_record_get_text (record, "product"));
  after = ocop_record_copy (record);
  ocop_record_set (after, "reissued_for", ocop_record_get (record, "certificate_number"));
  if (tidy != NULL)
    ocop_record_set_text (after, "certificate_number", tidy);
  ocop_record_set_text (after, "reissue_reason", reason);
  ocop_record_set_date (after, "reissued_on", on);
  change = ocop_decision_change_new (_("Certificate issued again: %s"), product);
  ocop_change_edit (change, record, after);
  return change;
}
