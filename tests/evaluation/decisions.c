/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions.h"

#include <string.h>

OcopDate
day (const char *text)
{
  OcopDate date = OCOP_DATE_UNKNOWN;

  g_assert_true (ocop_date_parse (text != NULL ? text : "", &date));
  return date;
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Act *act = data;

  return act->make (reader, act, error);
}

gboolean
act_out (Council  *council,
         Act       act,
         GError  **error)
{
  g_autoptr(OcopChange) change = ocop_register_read (council->fixture.reg, make_change, &act, error);

  return change != NULL && ocop_register_commit (council->fixture.reg, change, error);
}

void
act_done (Council *council,
          Act      act)
{
  g_autoptr(GError) error = NULL;

  act_out (council, act, &error);
  g_assert_no_error (error);
}

void
act_refused (Council    *council,
             Act         act,
             const char *saying)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (act_out (council, act, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  if (saying != NULL && strstr (error->message, saying) == NULL)
    g_error ("“%s” is not in: %s", saying, error->message);
}

OcopChange *
act_draft (OcopReader  *reader,
           const Act   *act,
           GError     **error)
{
  return ocop_decision_draft (reader, act->id, day (DRAFTED_ON), NULL, error);
}

OcopChange *
act_discard (OcopReader  *reader,
             const Act   *act,
             GError     **error)
{
  return ocop_decision_discard (reader, act->id, error);
}

OcopChange *
act_place (OcopReader  *reader,
           const Act   *act,
           GError     **error)
{
  return ocop_decision_place_line (reader, act->id, act->place, error);
}

OcopChange *
act_edit_line (OcopReader  *reader,
               const Act   *act,
               GError     **error)
{
  return ocop_decision_edit_line (reader, act->id, act->entry, error);
}

OcopChange *
act_strike (OcopReader  *reader,
            const Act   *act,
            GError     **error)
{
  return ocop_decision_strike (reader, act->id, act->text, act->reason, day (act->on), error);
}

OcopChange *
act_submit (OcopReader  *reader,
            const Act   *act,
            GError     **error)
{
  return ocop_decision_submit (reader, act->id, day (act->on), error);
}

OcopChange *
act_issue (OcopReader  *reader,
           const Act   *act,
           GError     **error)
{
  return ocop_decision_issue (reader, act->id, act->issue, error);
}

OcopChange *
act_central (OcopReader  *reader,
             const Act   *act,
             GError     **error)
{
  return ocop_decision_record_central (reader, act->id, act->result, NULL, error);
}

OcopChange *
act_end (OcopReader  *reader,
         const Act   *act,
         GError     **error)
{
  const char * const recognitions[] = { act->id, act->text, NULL };

  return ocop_decision_draft_ending (reader, act->kind, recognitions, act->ending, day (act->on), NULL, error);
}

OcopChange *
act_withdraw (OcopReader  *reader,
              const Act   *act,
              GError     **error)
{
  return ocop_decision_draft_withdrawal (reader, act->id, act->ending, day (act->on), NULL, error);
}

OcopChange *
act_publish (OcopReader  *reader,
             const Act   *act,
             GError     **error)
{
  return ocop_decision_publish (reader, act->id, day (act->on), act->text, error);
}

OcopChange *
act_notify (OcopReader  *reader,
            const Act   *act,
            GError     **error)
{
  return ocop_decision_notify (reader, act->id, day (act->on), error);
}

OcopChange *
act_reissue (OcopReader  *reader,
             const Act   *act,
             GError     **error)
{
  return ocop_decision_reissue (reader, act->id, act->text, act->reason, day (act->on), error);
}

/* Reading */

char *
only_decision (Council    *council,
               const char *kind)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("decision");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "kind", OCOP_OPERATOR_IS, kind, NULL);
  rows = fixture_rows (&council->fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 1);
  return g_strdup (ocop_rows_get_text (rows, 0, 0));
}

static gpointer
read_decision (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ocop_decision_read (reader, data, day (DRAFTED_ON), error);
}

OcopDecision *
load_decision (Council    *council,
               const char *id)
{
  g_autoptr(GError) error = NULL;
  OcopDecision *decision = ocop_register_read (council->fixture.reg, read_decision, (gpointer) id, &error);

  g_assert_no_error (error);
  return decision;
}

char *
line_of (Council    *council,
         const char *decision,
         guint       place)
{
  g_autoptr(OcopDecision) loaded = load_decision (council, decision);

  g_assert_cmpuint (place, <, loaded->lines->len);
  return g_strdup (ocop_record_get_id (ocop_decision_get_line (loaded, place)->record));
}

void
assert_field (Council    *council,
              const char *kind,
              const char *id,
              const char *field,
              const char *on,
              const char *expected)
{
  const char *columns[] = { field, NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;
  g_autofree char *text = NULL;
  const OcopValue *value;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, id, NULL);
  ocop_query_set_on (query, day (on));
  rows = fixture_rows (&council->fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 1);
  value = ocop_rows_get (rows, 0, 0);
  text = value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text);
  g_assert_cmpstr (text != NULL ? text : "", ==, expected);
}

void
assert_count (Council    *council,
              const char *kind,
              const char *field,
              const char *value,
              const char *on,
              gint64      expected)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  ocop_query_set_on (query, day (on));
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (&council->fixture, query), ==, expected);
}

/* Doing */

void
judge_all (Council *council,
           guint    first,
           guint    second)
{
  council_begin (council);
  council_score_all (council, 0, 1, first);
  council_score_all (council, 1, 1, second);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
}

void
submit_and_issue (Council    *council,
                  const char *decision,
                  const char *number,
                  const char *on)
{
  const OcopIssue issue = { .number = number, .decided_on = day (on), .signatory_title = "KT. Chủ tịch", .signatory = "Người ký" };

  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_done (council, (Act) { act_issue, decision, .issue = &issue });
}

char *
decide (Council    *council,
        const char *kind,
        const char *number,
        const char *on)
{
  char *decision;

  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, kind);
  submit_and_issue (council, decision, number, on);
  return decision;
}
