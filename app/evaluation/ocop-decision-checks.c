/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand against issuing a decision. */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"

static gboolean
is_of (const OcopValue *issuer,
       const char      *own)
{
  return issuer->text == NULL || own == NULL || ocop_text_same (issuer->text, own);
}

typedef struct
{
  const char *id;     /* of the decision itself */
  const char *number;
  const char *issuer;
  gboolean used;
} Number;

static gboolean
look_for_number (const OcopValue *values,
                 gpointer         data)
{
  Number *number = data;

  if (g_strcmp0 (values[0].text, number->id) != 0 && ocop_text_same (values[1].text, number->number) && is_of (&values[2], number->issuer))
    number->used = TRUE;
  return !number->used;
}

static gboolean
look_among (OcopReader          *reader,
            const char          *kind,
            const char * const  *columns,
            const char          *day,
            const char          *year,
            Number              *number,
            GError             **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, columns[1], OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where (query, day, OCOP_OPERATOR_BETWEEN, year, year, NULL);
  return ocop_reader_each (reader, query, columns, look_for_number, number, error);
}

gboolean
ocop_decision_check_number (OcopReader        *reader,
                            const OcopRecord  *decision,
                            GError           **error)
{
  static const char * const decision_columns[] = { "id", "number", "issuer", NULL };
  static const char * const recognition_columns[] = { "id", "decision_number", "issuer", NULL };
  Number number = { ocop_record_get_id (decision), ocop_record_get_text (decision, "number"),
                    ocop_record_get_text (decision, "issuer"), FALSE };
  g_autofree char *year = g_strdup_printf ("%d", ocop_record_get_date (decision, "decided_on").year);

  if (number.number == NULL)
    return TRUE;
  if (!look_among (reader, "decision", decision_columns, "decided_on", year, &number, error) ||
      !look_among (reader, "recognition", recognition_columns, "decision_date", year, &number, error))
    return FALSE;
  if (number.used)
    ocop_refuse (error, _("The number %s is that of another paper of %s."), number.number, year);
  return !number.used;
}

gboolean
ocop_decision_check_paper (const OcopDecision  *decision,
                           const OcopRecord    *issued,
                           GError             **error)
{
  OcopDate decided_on = ocop_record_get_date (issued, "decided_on");
  OcopDate submitted_on = ocop_record_get_date (issued, "submitted_on");
  g_autofree char *day = ocop_date_to_people (submitted_on);

  if (ocop_record_get_text (issued, "number") == NULL && ocop_decision_get_kind (decision) != OCOP_DECISION_NOT_CLASSED)
    ocop_refuse (error, _("The number of the decision is missing."));
  else if (!ocop_date_is_day (decided_on))
    ocop_refuse (error, _("The day of issue is missing."));
  else if (ocop_date_compare (decided_on, submitted_on) < 0)
    ocop_refuse (error, _("It was submitted only on %s: it cannot be issued on an earlier day."), day);
  else if (ocop_record_get_text (issued, "signatory_title") == NULL || ocop_record_get_text (issued, "signatory") == NULL)
    ocop_refuse (error, _("Say who signed it: title and name."));
  else if (ocop_decision_count (decision, 0) == 0)
    ocop_refuse (error, _("Every line is struck."));
  else
    return TRUE;
  return FALSE;
}

/* Whether another record of @kind than @own bears @code. */
static gboolean
is_used (OcopReader  *reader,
         const char  *kind,
         const char  *field,
         const char  *code,
         const char  *own,
         GError     **error)
{
  g_autoptr(OcopQuery) query = NULL;
  gint64 n;

  if (code == NULL)
    return FALSE;
  query = ocop_query_new (kind);
  ocop_query_where (query, field, OCOP_OPERATOR_IS, code, NULL);
  if (own != NULL)
    ocop_query_where (query, "id", OCOP_OPERATOR_IS_NOT, own, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n > 0)
    ocop_refuse (error, _("%s is used elsewhere already."), code);
  return n != 0;
}

/* A product merged with another, or a code typed twice. */
static gboolean
check_twins (const OcopDecision  *decision,
             guint                place,
             GError             **error)
{
  static const char * const fields[] = { "product", "product_code", "certificate_number" };
  const OcopDecisionLine *line = ocop_decision_get_line (decision, place);

  for (guint i = 0; i < place; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        const OcopDecisionLine *other = ocop_decision_get_line (decision, i);
        const char *held = ocop_record_get_text (line->record, fields[f]);

        if (ocop_decision_line_is_struck (other) || held == NULL || g_strcmp0 (held, ocop_record_get_text (other->record, fields[f])) != 0)
          continue;
        ocop_refuse (error, f == 0 ? _("%s stands in the decision twice.") : _("%s stands in the decision twice: codes and numbers are given once."),
                     f == 0 ? ocop_decision_line_name (line) : held);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_dossier (const OcopDecisionLine  *line,
               GError                 **error)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");
  const char *key = line->dossier != NULL ? ocop_record_get_text (line->dossier, "step") : NULL;

  if (key == NULL || ocop_dossier_step_from_key (key) < OCOP_STEP_RECOGNISED)
    return TRUE;
  ocop_refuse (error, _("The dossier of %s has ended meanwhile (%s): strike its line."), ocop_decision_line_name (line),
               ocop_field_choice_title (field, key));
  return FALSE;
}

/* What ended or was replaced since it was drafted needs no decision any more. */
static gboolean
check_ending (const OcopDecisionLine  *line,
              GError                 **error)
{
  const char *ending = line->recognition != NULL ? ocop_record_get_text (line->recognition, "ending") : NULL;

  if (line->recognition == NULL)
    return ocop_refuse (error, _("%s: the line names no recognition that it ends."), ocop_decision_line_name (line)) != NULL;
  if (ending == NULL || g_str_equal (ending, "extended"))
    return TRUE;
  ocop_refuse (error, _("The certificate of %s has ended meanwhile: strike its line."), ocop_decision_line_name (line));
  return FALSE;
}

static gboolean
check_line (OcopReader          *reader,
            const OcopDecision  *decision,
            guint                place,
            GError             **error)
{
  const OcopDecisionLine *line = ocop_decision_get_line (decision, place);

  if (!check_twins (decision, place, error))
    return FALSE;
  if (ocop_decision_kind_ends (ocop_decision_get_kind (decision)))
    return check_ending (line, error);
  return check_dossier (line, error) &&
         !is_used (reader, "product", "product_code", ocop_record_get_text (line->record, "product_code"),
                   ocop_record_get_id (line->product), error) &&
         !is_used (reader, "recognition", "certificate_number", ocop_record_get_text (line->record, "certificate_number"),
                   NULL, error);
}

gboolean
ocop_decision_check_lines (OcopReader          *reader,
                           const OcopDecision  *decision,
                           GError             **error)
{
  for (guint i = 0; i < decision->lines->len; i++)
    if (!ocop_decision_line_is_struck (ocop_decision_get_line (decision, i)) && !check_line (reader, decision, i, error))
      return FALSE;
  return TRUE;
}
