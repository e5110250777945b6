/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records are held fast against: whoever edits, sets or bins them instead of acting. */

#include "decisions.h"

#define THREE 2

typedef enum
{
  OF_DECISION,
  OF_LINE,
  OF_MEMBER,
  OF_PRODUCT,
  OF_RECOGNITION,
} Of;

typedef enum
{
  BEFORE_SCORING,
  DRAFTED,
  ISSUED,
  REVOKED,
} When;

static const struct
{
  const char *name;
  When when;
  Of of;
  const char *act;   /* the kind of the change */
  const char *field; /* NULL: into the bin */
  const char *text;
  gboolean refused;
} cases[] = {
  { "/lock/draft/name", DRAFTED, OF_DECISION, "edit", "note", "Ghi chú", FALSE },
  { "/lock/draft/line", DRAFTED, OF_LINE, "edit", "note", "Ghi chú", FALSE },
  { "/lock/draft/bin", DRAFTED, OF_DECISION, "bin", NULL, NULL, FALSE },
  { "/lock/draft/issue", DRAFTED, OF_DECISION, "edit", "state", "issued", TRUE },
  { "/lock/issued/note", ISSUED, OF_DECISION, "edit", "note", "Ghi chú", TRUE },
  { "/lock/issued/number", ISSUED, OF_DECISION, "import", "number", "1/QĐ-UBND", TRUE },
  { "/lock/issued/reopen", ISSUED, OF_DECISION, "edit", "state", "draft", TRUE },
  { "/lock/issued/bin", ISSUED, OF_DECISION, "bin", NULL, NULL, TRUE },
  { "/lock/issued/act", ISSUED, OF_DECISION, "decision", "published_where", "Cổng thông tin", FALSE },
  { "/lock/issued/line", ISSUED, OF_LINE, "edit", "class", "5", TRUE },
  { "/lock/issued/line-bin", ISSUED, OF_LINE, "bin", NULL, NULL, TRUE },
  { "/lock/issued/product-bin", ISSUED, OF_PRODUCT, "bin", NULL, NULL, TRUE },
  { "/lock/issued/product", ISSUED, OF_PRODUCT, "edit", "name", "Gạo thơm", FALSE },
  { "/lock/recognition/class", ISSUED, OF_RECOGNITION, "edit", "class", "4", TRUE },
  { "/lock/recognition/score", ISSUED, OF_RECOGNITION, "set", "score", "99", TRUE },
  { "/lock/recognition/date", ISSUED, OF_RECOGNITION, "import", "decision_date", "2019-01-02", TRUE },
  { "/lock/recognition/number", ISSUED, OF_RECOGNITION, "edit", "decision_number", "1/QĐ-UBND", TRUE },
  { "/lock/recognition/bin", ISSUED, OF_RECOGNITION, "bin", NULL, NULL, TRUE },
  { "/lock/recognition/note", ISSUED, OF_RECOGNITION, "edit", "note", "Ghi chú", FALSE },
  { "/lock/recognition/extended", ISSUED, OF_RECOGNITION, "edit", "ending", "extended", FALSE },
  { "/lock/recognition/act", ISSUED, OF_RECOGNITION, "decision", "certificate_number", "7", FALSE },
  { "/lock/recognition/revoked", REVOKED, OF_RECOGNITION, "edit", "ended_on", "2030-01-02", TRUE },
  { "/lock/recognition/revoked/note", REVOKED, OF_RECOGNITION, "edit", "note", "Ghi chú", FALSE },
  { "/lock/member/bin", BEFORE_SCORING, OF_MEMBER, "bin", NULL, NULL, FALSE },
  { "/lock/member/scored", DRAFTED, OF_MEMBER, "bin", NULL, NULL, TRUE },
  { "/lock/member/scored/name", DRAFTED, OF_MEMBER, "edit", "phone", "0900000000", FALSE },
};

typedef struct
{
  const char *kind;
  char *id;
} Held;

static char *
first_recognition (Council    *council,
                   const char *decision)
{
  g_autofree char *line = line_of (council, decision, 0);
  g_autoptr(OcopRecord) record = fixture_load (&council->fixture, "decision_line", line);

  return g_strdup (ocop_record_get_text (record, "recognition"));
}

static void
revoke (Council    *council,
        const char *recognition)
{
  const OcopEnding ending = { .ground = "mark" };
  g_autofree char *decision = NULL;

  act_done (council, (Act) { act_end, recognition, .on = "2026-12-10", .kind = OCOP_DECISION_REVOCATION, .ending = &ending });
  decision = only_decision (council, "revocation");
  act_done (council, (Act) { act_submit, decision, .on = "2026-12-11" });
  act_done (council, (Act) { act_issue, decision, .issue = &(OcopIssue) { .number = "12/QĐ-UBND", .decided_on = day ("2026-12-12"),
                                                                       .signatory_title = "KT. Chủ tịch", .signatory = "Người ký" } });
}

/* Brings it to pass; gives the record that is then touched. */
static Held
prepare (Council *council,
         When     when,
         Of       of)
{
  g_autofree char *decision = NULL;
  g_autoptr(OcopRecord) dossier = NULL;

  if (when != BEFORE_SCORING)
    {
      judge_all (council, THREE, THREE);
      act_done (council, (Act) { act_draft, council->session });
      decision = only_decision (council, "recognition");
    }
  if (when >= ISSUED)
    submit_and_issue (council, decision, "9/QĐ-UBND", "2026-12-05");
  if (of == OF_DECISION)
    return (Held) { "decision", g_steal_pointer (&decision) };
  if (of == OF_LINE)
    return (Held) { "decision_line", line_of (council, decision, 0) };
  if (of == OF_RECOGNITION)
    {
      g_autofree char *recognition = first_recognition (council, decision);

      if (when == REVOKED)
        revoke (council, recognition);
      return (Held) { "recognition", g_steal_pointer (&recognition) };
    }
  if (of == OF_MEMBER)
    return (Held) { "council_member", g_strdup (council->members[1]) };
  dossier = fixture_load (&council->fixture, "dossier", council->dossiers[0]);
  return (Held) { "product", g_strdup (ocop_record_get_text (dossier, "product")) };
}

static OcopChange *
make_change (Council    *council,
             const Held *held,
             guint       i)
{
  g_autoptr(OcopRecord) before = fixture_load (&council->fixture, held->kind, held->id);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  OcopChange *change = ocop_change_new (cases[i].act, "Thử");
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (cases[i].field == NULL)
    {
      ocop_change_bin (change, ocop_record_get_kind (before), held->id);
      return change;
    }
  g_assert_true (ocop_field_parse (ocop_kind_find_field (ocop_record_get_kind (before), cases[i].field), cases[i].text, &value, NULL));
  ocop_record_set (after, cases[i].field, &value);
  ocop_change_edit (change, before, after);
  return change;
}

static void
test_case (Council       *council,
           gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  Held held = prepare (council, cases[i].when, cases[i].of);
  g_autoptr(OcopChange) change = make_change (council, &held, i);
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit (council->fixture.reg, change, &error);

  g_assert_cmpint (done, ==, !cases[i].refused);
  if (cases[i].refused)
    g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_free (held.id);
}

static char *
line_of_product (const OcopDecision *decision,
                 const char         *product)
{
  for (guint i = 0; i < decision->lines->len; i++)
    if (g_strcmp0 (ocop_record_get_text (ocop_decision_get_line (decision, i)->record, "product"), product) == 0)
      return g_strdup (ocop_record_get_id (ocop_decision_get_line (decision, i)->record));
  g_assert_not_reached ();
}

/* Two products found to be one: the line follows, and goes back. */
static void
test_merged (Council       *council,
             gconstpointer  data)
{
  Held held = prepare (council, ISSUED, OF_PRODUCT);
  g_autofree char *decision = only_decision (council, "recognition");
  g_autoptr(OcopDecision) loaded = load_decision (council, decision);
  g_autofree char *line = line_of_product (loaded, held.id);
  g_autofree char *other = fixture_add (&council->fixture, "product", "name", "Gạo sạch Bình An", NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("merge", "Gộp");
  g_autoptr(GError) error = NULL;

  ocop_change_merge (change, ocop_kind_find ("product"), held.id, other);
  ocop_register_commit (council->fixture.reg, change, &error);
  g_assert_no_error (error);
  assert_field (council, "decision_line", line, "product", "2026-12-05", other);
  step_back (council);
  assert_field (council, "decision_line", line, "product", "2026-12-05", held.id);
  g_free (held.id);
}

/* Done by somebody before it was issued, and not undone afterwards. */
static void
test_undone (Council       *council,
             gconstpointer  data)
{
  g_autofree char *decision = NULL;
  g_autoptr(GError) error = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  fixture_edit (&council->fixture, "decision", decision, "note", "Ghi chú");
  ocop_register_set_person (council->fixture.reg, "Người khác");
  submit_and_issue (council, decision, "9/QĐ-UBND", "2026-12-05");
  ocop_register_set_person (council->fixture.reg, "Người thử");
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Council, GUINT_TO_POINTER (i), council_set_up, test_case, council_tear_down);
  g_test_add ("/lock/merged", Council, NULL, council_set_up, test_merged, council_tear_down);
  g_test_add ("/lock/undone", Council, NULL, council_set_up, test_undone, council_tear_down);
  return g_test_run ();
}
