/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-records.h"

/* As it is called in its decisions, in the language of the registers themselves. */
#define MINISTRY "Bộ Nông nghiệp và Môi trường"
#define COMMITTEE "UBND %s %s"

OcopChange *
ocop_decision_change_new (const char *format,
                          ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return ocop_change_new (OCOP_CHANGE_WHOLE, name);
}

/* Reading */

static gboolean
is_open (const OcopDecision  *decision,
         GError             **error)
{
  if (ocop_decision_get_state (decision) != OCOP_DECISION_ISSUED)
    return TRUE;
  ocop_refuse (error, _("It is issued: nothing in it is changed any more."));
  return FALSE;
}

OcopDecision *
ocop_decision_read_open (OcopReader  *reader,
                         const char  *id,
                         GError     **error)
{
  g_autoptr(OcopDecision) decision = ocop_decision_read (reader, id, ocop_date_today (), error);

  return decision != NULL && is_open (decision, error) ? g_steal_pointer (&decision) : NULL;
}

/* The decision with the line @id, which is @line. */
static OcopDecision *
read_open_line (OcopReader              *reader,
                const char              *id,
                const OcopDecisionLine **line,
                GError                 **error)
{
  g_autoptr(OcopDecision) decision = ocop_decision_read_line (reader, id, ocop_date_today (), error);
  int place = decision != NULL ? ocop_decision_find_line (decision, id) : -1;

  if (decision == NULL || !is_open (decision, error))
    return NULL;
  if (place < 0)
    {
      ocop_refuse (error, _("The line is no longer in the decision."));
      return NULL;
    }
  *line = ocop_decision_get_line (decision, (guint) place);
  return g_steal_pointer (&decision);
}

const char *
ocop_decision_line_name (const OcopDecisionLine *line)
{
  return ocop_record_get_text (line->product, "name");
}

/* Making */

OcopRecord *
ocop_decision_record_new (OcopDecisionKind  kind,
                          const char       *name,
                          const char       *issuer)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("decision"), NULL);

  ocop_record_set_text (record, "kind", ocop_decision_kind_to_key (kind));
  ocop_record_set_text (record, "state", "draft");
  ocop_record_set_text (record, "name", name);
  ocop_record_set_text (record, "issuer", issuer);
  return record;
}

OcopRecord *
ocop_decision_line_new (const OcopRecord *decision,
                        const char       *product,
                        guint             place)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("decision_line"), NULL);

  ocop_record_set_text (record, "decision", ocop_record_get_id (decision));
  ocop_record_set_text (record, "product", product);
  ocop_record_set_integer (record, "place", place);
  return record;
}

/* The province that the office's own unit is, or lies in. */
static gboolean
find_province (OcopReader   *reader,
               OcopRecord  **province,
               GError      **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  OcopRecord *unit = NULL;

  *province = NULL;
  if (office == NULL || !ocop_records_follow (reader, office, "unit", &unit, error))
    return FALSE;
  while (unit != NULL && g_strcmp0 (ocop_record_get_text (unit, "level"), "province") != 0)
    {
      g_autoptr(OcopRecord) below = unit;

      if (!ocop_records_follow (reader, below, "parent", &unit, error))
        return FALSE;
    }
  *province = unit;
  return TRUE;
}

gboolean
ocop_decision_find_issuer (OcopReader  *reader,
                           gboolean     centre,
                           char       **issuer,
                           GError     **error)
{
  g_autoptr(OcopRecord) province = NULL;
  const char *type;

  *issuer = NULL;
  if (centre)
    {
      *issuer = g_strdup (MINISTRY);
      return TRUE;
    }
  if (!find_province (reader, &province, error))
    return FALSE;
  if (province == NULL)
    return TRUE;
  type = ocop_record_get_text (province, "type");
  *issuer = g_strdup_printf (COMMITTEE, type != NULL ? type : "tỉnh", ocop_record_get_text (province, "name"));
  return TRUE;
}

gboolean
ocop_decision_move_dossier (OcopReader        *reader,
                            OcopChange        *change,
                            const OcopRecord  *dossier,
                            OcopDossierStep    step,
                            OcopDate           on,
                            const char        *authority,
                            GError           **error)
{
  const OcopDossierMove move = { .step = step, .on = on, .authority = authority };

  if (ocop_dossier_step_from_key (ocop_record_get_text (dossier, "step")) == step)
    return TRUE;
  return ocop_dossier_move_within (reader, ocop_law_get_default (), ocop_record_get_id (dossier), &move, change, error);
}

/* Lines */

OcopChange *
ocop_decision_edit_line (OcopReader           *reader,
                         const char           *id,
                         const OcopLineEntry  *entry,
                         GError              **error)
{
  const OcopDecisionLine *line = NULL;
  g_autoptr(OcopDecision) decision = read_open_line (reader, id, &line, error);
  g_autofree char *code = ocop_text_tidy (entry->product_code);
  g_autofree char *number = ocop_text_tidy (entry->certificate_number);
  g_autofree char *note = ocop_text_tidy (entry->note);
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (decision == NULL)
    return NULL;
  after = ocop_record_copy (line->record);
  ocop_record_set_text (after, "product_code", code);
  ocop_record_set_text (after, "certificate_number", number);
  ocop_record_set_text (after, "note", note);
  /* Translators: the name of a product */
  change = ocop_decision_change_new (_("Line of a decision: %s"), ocop_decision_line_name (line));
  ocop_change_edit (change, line->record, after);
  return change;
}

static void
set_place (OcopChange             *change,
           const OcopDecisionLine *line,
           guint                   place)
{
  g_autoptr(OcopRecord) after = ocop_record_copy (line->record);

  ocop_record_set_integer (after, "place", place);
  ocop_change_edit (change, line->record, after);
}

OcopChange *
ocop_decision_place_line (OcopReader   *reader,
                          const char   *id,
                          guint         place,
                          GError      **error)
{
  const OcopDecisionLine *line = NULL;
  g_autoptr(OcopDecision) decision = read_open_line (reader, id, &line, error);
  OcopChange *change;
  guint next = 1;

  if (decision == NULL)
    return NULL;
  place = CLAMP (place, 1, decision->lines->len);
  /* Translators: the name of a product */
  change = ocop_decision_change_new (_("Place in the annex: %s"), ocop_decision_line_name (line));
  for (guint i = 0; i < decision->lines->len; i++)
    {
      const OcopDecisionLine *other = ocop_decision_get_line (decision, i);

      if (other == line)
        continue;
      if (next == place)
        next++;
      set_place (change, other, next++);
    }
  set_place (change, line, place);
  return change;
}

static gboolean
may_strike (const OcopDecision      *decision,
            const OcopDecisionLine  *line,
            const char              *sent_to,
            const char              *reason,
            GError                 **error)
{
  if (reason != NULL && ocop_decision_line_is_struck (line))
    ocop_refuse (error, _("%s is struck already."), ocop_decision_line_name (line));
  else if (reason != NULL && sent_to != NULL && line->dossier == NULL)
    ocop_refuse (error, _("%s: no dossier lies behind this line."), ocop_decision_line_name (line));
  else if (reason == NULL && ocop_record_get_text (line->record, "sent_to") != NULL)
    ocop_refuse (error, _("The dossier of %s has left this decision: it comes back with the council's next result."),
                 ocop_decision_line_name (line));
  else
    return TRUE;
  return FALSE;
}

/* Whether another decision has taken up meanwhile what was kept for one. */
static gboolean
is_taken_up (OcopReader              *reader,
             const OcopDecisionLine  *line,
             GError                 **error)
{
  g_autoptr(OcopQuery) query = NULL;
  gint64 n;

  if (line->session_product == NULL)
    return FALSE;
  query = ocop_query_new ("decision_line");
  ocop_query_where (query, "session_product", OCOP_OPERATOR_IS, ocop_record_get_id (line->session_product), NULL);
  ocop_query_where (query, "decision", OCOP_OPERATOR_IS_NOT, ocop_record_get_text (line->record, "decision"), NULL);
  ocop_query_where (query, "struck", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n > 0)
    ocop_refuse (error, _("%s stands in another decision by now."), ocop_decision_line_name (line));
  return n != 0;
}

static OcopRecord *
make_struck (const OcopDecisionLine *line,
             const char             *sent_to,
             const char             *reason)
{
  OcopRecord *after = ocop_record_copy (line->record);

  if (reason != NULL)
    ocop_record_set_integer (after, "struck", TRUE);
  else
    ocop_record_set (after, "struck", &(OcopValue) OCOP_VALUE_INIT);
  ocop_record_set_text (after, "struck_reason", reason);
  ocop_record_set_text (after, "sent_to", reason != NULL ? sent_to : NULL);
  return after;
}

OcopChange *
ocop_decision_strike (OcopReader   *reader,
                      const char   *id,
                      const char   *sent_to,
                      const char   *reason,
                      OcopDate      on,
                      GError      **error)
{
  const OcopDecisionLine *line = NULL;
  g_autoptr(OcopDecision) decision = read_open_line (reader, id, &line, error);
  g_autofree char *why = ocop_text_tidy (reason);
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopChange) change = NULL;

  if (decision == NULL || !may_strike (decision, line, sent_to, why, error))
    return NULL;
  if (reason != NULL && why == NULL)
    return ocop_refuse (error, _("Say why the line is struck."));
  if (why == NULL && is_taken_up (reader, line, error))
    return NULL;
  after = make_struck (line, sent_to, why);
  change = why != NULL ? ocop_decision_change_new (_("Struck from the decision: %s"), ocop_decision_line_name (line))
                       : ocop_decision_change_new (_("Back in the decision: %s"), ocop_decision_line_name (line));
  ocop_change_edit (change, line->record, after);
  if (why != NULL && sent_to != NULL
      && !ocop_decision_move_dossier (reader, change, line->dossier, ocop_dossier_step_from_key (sent_to), on, why, error))
    return NULL;
  return g_steal_pointer (&change);
}

/* The draft as a whole */

OcopChange *
ocop_decision_discard (OcopReader  *reader,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(OcopDecision) decision = ocop_decision_read_open (reader, id, error);
  OcopChange *change;

  if (decision == NULL)
    return NULL;
  if (ocop_decision_get_state (decision) != OCOP_DECISION_DRAFT)
    return ocop_refuse (error, _("It is submitted: strike its lines instead."));
  for (guint i = 0; i < decision->lines->len; i++)
    if (ocop_record_get_text (ocop_decision_get_line (decision, i)->record, "central_result") != NULL)
      return ocop_refuse (error, _("The draft rests on a result of the centre: strike its lines instead."));
  change = ocop_decision_change_new (_("Discard the draft: %s"), ocop_record_get_text (decision->record, "name"));
  ocop_change_bin (change, ocop_record_get_kind (decision->record), id);
  return change;
}

/* Of what was scored, the result is submitted; what waits at the centre, or was rejected, stays where it is. */
static gboolean
submit_dossier (OcopReader              *reader,
                OcopChange              *change,
                const OcopDecision      *decision,
                const OcopDecisionLine  *line,
                OcopDate                 on,
                GError                 **error)
{
  OcopDossierStep step;

  if (line->dossier == NULL || g_strcmp0 (ocop_record_get_text (line->record, "outcome"), "rejected") == 0)
    return TRUE;
  step = ocop_dossier_step_from_key (ocop_record_get_text (line->dossier, "step"));
  if (step != OCOP_STEP_SCORED)
    return TRUE;
  return ocop_decision_move_dossier (reader, change, line->dossier, OCOP_STEP_SUBMITTED, on,
                                     ocop_record_get_text (decision->record, "name"), error);
}

/* Article 7.3: what the council found is submitted, so the council met before. */
static gboolean
is_after_session (const OcopDecision  *decision,
                  OcopDate             on,
                  GError             **error)
{
  OcopDate held_on = decision->session != NULL ? ocop_record_get_date (decision->session, "held_on") : OCOP_DATE_UNKNOWN;
  g_autofree char *day = ocop_date_to_people (held_on);

  if (!ocop_date_is_day (held_on) || ocop_date_compare (on, held_on) >= 0)
    return TRUE;
  return ocop_refuse (error, _("The council met only on %s: its result cannot be submitted on an earlier day."), day) != NULL;
}

OcopChange *
ocop_decision_submit (OcopReader  *reader,
                      const char  *id,
                      OcopDate     on,
                      GError     **error)
{
  g_autoptr(OcopDecision) decision = ocop_decision_read_open (reader, id, error);
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopChange) change = NULL;

  if (decision == NULL)
    return NULL;
  if (ocop_decision_get_state (decision) != OCOP_DECISION_DRAFT)
    return ocop_refuse (error, _("It is submitted already."));
  if (ocop_decision_count (decision, 0) == 0)
    return ocop_refuse (error, _("Every line is struck."));
  if (!ocop_date_is_day (on))
    return ocop_refuse (error, _("Say on which day it was submitted."));
  if (!is_after_session (decision, on, error))
    return NULL;
  after = ocop_record_copy (decision->record);
  ocop_record_set_text (after, "state", "submitted");
  ocop_record_set_date (after, "submitted_on", on);
  change = ocop_decision_change_new (_("Submitted: %s"), ocop_record_get_text (after, "name"));
  ocop_change_edit (change, decision->record, after);
  for (guint i = 0; i < decision->lines->len; i++)
    {
      const OcopDecisionLine *line = ocop_decision_get_line (decision, i);

      if (!ocop_decision_line_is_struck (line) && !submit_dossier (reader, change, decision, line, on, error))
        return NULL;
    }
  return g_steal_pointer (&change);
}
