/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What judgement rests on is held fast against whoever edits, sets or bins it instead of acting. */

#include "council.h"

typedef enum
{
  OF_SESSION,
  OF_LINE,
  OF_SHEET,
  OF_ATTENDANCE,
  OF_RECUSAL,
  OF_COUNCIL,
  OF_MEMBER,
  OF_DOSSIER,
  OF_UNSCORED,  /* the dossier of the second product */
} Of;

typedef enum
{
  BEGUN,
  SCORED,    /* the first product */
  WRITTEN,   /* the same, as if by written opinions */
  CLOSED,
} When;

static const struct
{
  const char *name;
  When when;
  Of of;
  const char *act;     /* the kind of the change */
  const char *field;   /* NULL: into the bin */
  const char *text;
  const char *refused; /* a part of what is said; NULL where it may be done */
} cases[] = {
  { "/session-lock/begun/council", BEGUN, OF_SESSION, "edit", "council", "other", NULL },
  { "/session-lock/begun/day", BEGUN, OF_SESSION, "edit", "held_on", "2026-12-01", NULL },
  { "/session-lock/begun/line/set", BEGUN, OF_LINE, "edit", "criteria_set", "QD26-02", NULL },
  { "/session-lock/begun/line/bin", BEGUN, OF_LINE, "bin", NULL, NULL, NULL },
  { "/session-lock/begun/closed", BEGUN, OF_SESSION, "edit", "state", "closed", "open it again" },
  { "/session-lock/begun/bin", BEGUN, OF_SESSION, "bin", NULL, NULL, NULL },
  { "/session-lock/begun/rules", BEGUN, OF_COUNCIL, "edit", "aggregate", "trimmed", NULL },

  { "/session-lock/scored/bin", SCORED, OF_SESSION, "bin", NULL, NULL, "another session" },
  { "/session-lock/scored/council", SCORED, OF_SESSION, "edit", "council", "other", "another session" },
  { "/session-lock/scored/state", SCORED, OF_SESSION, "edit", "state", "planned", "another session" },
  { "/session-lock/scored/imported", SCORED, OF_SESSION, "import", "council", "other", "another session" },
  { "/session-lock/scored/postponed", SCORED, OF_SESSION, "edit", "held_on", "2026-12-01", NULL },
  { "/session-lock/scored/another-law", SCORED, OF_SESSION, "edit", "held_on", "2024-12-01", "another decision" },
  { "/session-lock/scored/day-unknown", SCORED, OF_SESSION, "edit", "held_on", NULL, NULL },
  { "/session-lock/scored/venue", SCORED, OF_SESSION, "edit", "venue", "Hội trường", NULL },
  { "/session-lock/scored/name", SCORED, OF_SESSION, "edit", "name", "Đợt 2 năm 2026", NULL },
  { "/session-lock/scored/answers", SCORED, OF_SESSION, "edit", "answers_by", "2026-12-01", NULL },
  { "/session-lock/scored/line/bin", SCORED, OF_LINE, "bin", NULL, NULL, "stays on the agenda" },
  { "/session-lock/scored/line/taken-off", SCORED, OF_LINE, "agenda", NULL, NULL, "stays on the agenda" },
  { "/session-lock/scored/line/set", SCORED, OF_LINE, "edit", "criteria_set", "QD26-02", "stays on the agenda" },
  { "/session-lock/scored/line/law", SCORED, OF_LINE, "law", "law_book", "26/2026/QĐ-TTg", "stays on the agenda" },
  { "/session-lock/scored/line/agreed", SCORED, OF_LINE, "edit", "agreed_choices", "1.1=1", "stays on the agenda" },
  { "/session-lock/scored/line/scoring", SCORED, OF_LINE, "edit", "scoring", "2", "stays on the agenda" },
  { "/session-lock/scored/line/act", SCORED, OF_LINE, "agreed", "agreed_choices", "1.1=1", NULL },
  { "/session-lock/scored/line/place", SCORED, OF_LINE, "agenda", "place", "7", NULL },
  { "/session-lock/scored/line/note", SCORED, OF_LINE, "edit", "note", "Ghi chú", NULL },
  { "/session-lock/scored/member", SCORED, OF_MEMBER, "edit", "council", "other", "copy the council" },
  { "/session-lock/scored/member/role", SCORED, OF_MEMBER, "edit", "role", "deputy", NULL },
  { "/session-lock/scored/rules", SCORED, OF_COUNCIL, "edit", "max_spread", "500", NULL },
  { "/session-lock/scored/dossier", SCORED, OF_DOSSIER, "bin", NULL, NULL, "stays on the agenda" },
  { "/session-lock/scored/council-bin", SCORED, OF_COUNCIL, "bin", NULL, NULL, "copy the council" },
  { "/session-lock/scored/attendance", SCORED, OF_ATTENDANCE, "edit", "note", "Đến muộn", NULL },
  { "/session-lock/begun/of-dossier/product", BEGUN, OF_DOSSIER, "edit", "product", "other", NULL },
  { "/session-lock/scored/of-dossier/product", SCORED, OF_DOSSIER, "edit", "product", "other", "begin another dossier" },
  { "/session-lock/scored/of-dossier/imported", SCORED, OF_DOSSIER, "import", "product", "other", "begin another dossier" },
  { "/session-lock/scored/of-dossier/set", SCORED, OF_DOSSIER, "edit", "criteria_set", "QD26-02", NULL },
  { "/session-lock/scored/of-dossier/kind", SCORED, OF_DOSSIER, "edit", "kind", "again", NULL },
  { "/session-lock/scored/of-dossier/story", SCORED, OF_DOSSIER, "edit", "story", "0", NULL },
  { "/session-lock/scored/of-dossier/unscored", SCORED, OF_UNSCORED, "edit", "product", "other", NULL },
  { "/session-lock/written/meeting", WRITTEN, OF_SESSION, "edit", "manner", "meeting", NULL },

  { "/session-lock/closed/bin", CLOSED, OF_SESSION, "bin", NULL, NULL, "open it again" },
  { "/session-lock/closed/opened", CLOSED, OF_SESSION, "edit", "state", "open", "open it again" },
  { "/session-lock/closed/name", CLOSED, OF_SESSION, "edit", "name", "Đợt 3", "open it again" },
  { "/session-lock/closed/manner", CLOSED, OF_SESSION, "import", "manner", "written", "open it again" },
  { "/session-lock/closed/day", CLOSED, OF_SESSION, "edit", "held_on", "2026-12-01", "open it again" },
  { "/session-lock/closed/note", CLOSED, OF_SESSION, "edit", "note", "Ghi chú", NULL },
  { "/session-lock/closed/line", CLOSED, OF_LINE, "edit", "name", "Gạo thơm", "open it again" },
  { "/session-lock/closed/line/agreed", CLOSED, OF_LINE, "agreed", "agreed_choices", "1.1=1", "open it again" },
  { "/session-lock/closed/line/bin", CLOSED, OF_LINE, "bin", NULL, NULL, "open it again" },
  { "/session-lock/closed/line/note", CLOSED, OF_LINE, "edit", "note", "Ghi chú", NULL },
  { "/session-lock/closed/sheet", CLOSED, OF_SHEET, "sheet", "choices", "1.1=1", "open it again" },
  { "/session-lock/closed/sheet/bin", CLOSED, OF_SHEET, "bin", NULL, NULL, "open it again" },
  { "/session-lock/closed/attendance", CLOSED, OF_ATTENDANCE, "edit", "present", "0", "open it again" },
  { "/session-lock/closed/attendance/bin", CLOSED, OF_ATTENDANCE, "bin", NULL, NULL, "open it again" },
  { "/session-lock/closed/attendance/note", CLOSED, OF_ATTENDANCE, "edit", "note", "Đến muộn", NULL },
  { "/session-lock/closed/recusal", CLOSED, OF_RECUSAL, "edit", "reason", "Khác", "open it again" },
  { "/session-lock/closed/recusal/bin", CLOSED, OF_RECUSAL, "bin", NULL, NULL, "open it again" },
  { "/session-lock/closed/rules", CLOSED, OF_COUNCIL, "edit", "aggregate", "trimmed", "copy the council" },
  { "/session-lock/closed/council-name", CLOSED, OF_COUNCIL, "edit", "name", "Hội đồng cấp tỉnh", NULL },
  { "/session-lock/closed/council-bin", CLOSED, OF_COUNCIL, "bin", NULL, NULL, "copy the council" },
  { "/session-lock/closed/member/role", CLOSED, OF_MEMBER, "edit", "role", "deputy", "copy the council" },
  { "/session-lock/closed/of-dossier/kind", CLOSED, OF_DOSSIER, "edit", "kind", "again", "open the session again" },
  { "/session-lock/closed/of-dossier/story", CLOSED, OF_DOSSIER, "set", "story", "0", "open the session again" },
  { "/session-lock/closed/of-dossier/unscored", CLOSED, OF_UNSCORED, "edit", "story", "0", "open the session again" },
  { "/session-lock/closed/of-dossier/note", CLOSED, OF_DOSSIER, "edit", "note", "Ghi chú", NULL },
  { "/session-lock/closed/of-dossier/officer", CLOSED, OF_DOSSIER, "edit", "officer", "Cán bộ", NULL },
  { "/session-lock/closed/of-dossier/act", CLOSED, OF_DOSSIER, "dossier", "advice", "Ý kiến", NULL },
  { "/session-lock/closed/member/phone", CLOSED, OF_MEMBER, "edit", "phone", "0900000000", NULL },
};

static char *
find_other (Council    *council,
            const char *kind,
            const char *link,
            const char *id)
{
  g_autoptr(GPtrArray) records = council_find (council, kind, link, id);

  g_assert_cmpuint (records->len, >, 0);
  return g_strdup (ocop_record_get_id (records->pdata[0]));
}

static void
bring_about (Council *council,
             When     when)
{
  council_begin (council);
  council_done (council, (Asked) { ask_recuse, .product = 1, .member = 3, .text = "producer", .reason = "Có vốn góp" });
  if (when == BEGUN)
    return;
  council_score_all (council, 0, 1, 99);
  if (when == WRITTEN)
    fixture_edit (&council->fixture, "session", council->session, "manner", "written");
  if (when == CLOSED)
    council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
}

/* The record that is touched. Free with g_free(). */
static char *
find_touched (Council     *council,
              Of           of,
              const char **kind)
{
  static const char * const kinds[] = {
    "session", "session_product", "sheet", "attendance", "recusal", "council", "council_member", "dossier", "dossier",
  };

  *kind = kinds[of];
  switch (of)
    {
    case OF_SESSION:
      return g_strdup (council->session);
    case OF_LINE:
      return g_strdup (council->products[0]);
    case OF_SHEET:
      return ocop_session_sheet_id (council->products[0], council->members[1], 1);
    case OF_ATTENDANCE:
      return find_other (council, "attendance", "member", council->members[1]);
    case OF_RECUSAL:
      return find_other (council, "recusal", "member", council->members[3]);
    case OF_COUNCIL:
      return g_strdup (council->council);
    case OF_MEMBER:
      return g_strdup (council->members[1]);
    case OF_DOSSIER:
      return g_strdup (council->dossiers[1]);
    case OF_UNSCORED:
      return g_strdup (council->dossiers[0]);
    default:
      g_assert_not_reached ();
    }
}

static OcopChange *
make_change (Council    *council,
             const char *kind,
             const char *id,
             guint       i)
{
  g_autoptr(OcopRecord) before = fixture_load (&council->fixture, kind, id);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  OcopChange *change = ocop_change_new (cases[i].act, "Thử");
  g_autofree char *other = NULL;
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (cases[i].field == NULL)
    {
      ocop_change_bin (change, ocop_record_get_kind (before), id);
      return change;
    }
  if (g_strcmp0 (cases[i].text, "other") == 0)
    {
      const char *target = ocop_kind_find_field (ocop_record_get_kind (before), cases[i].field)->target;

      other = g_str_equal (target, "council") ? fixture_add (&council->fixture, target, "name", "Hội đồng khác", "kind", "council", NULL)
                                              : fixture_add (&council->fixture, target, "name", "Khác", NULL);
      value = ocop_value_text (other);
    }
  else if (cases[i].text != NULL)
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
  const char *kind;
  g_autofree char *id = NULL;
  g_autoptr(OcopChange) change = NULL;
  g_autoptr(GError) error = NULL;

  bring_about (council, cases[i].when);
  id = find_touched (council, cases[i].of, &kind);
  change = make_change (council, kind, id, i);
  ocop_register_commit (council->fixture.reg, change, &error);
  if (cases[i].refused == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  if (strstr (error->message, cases[i].refused) == NULL)
    g_error ("“%s” says nothing of “%s”", error->message, cases[i].refused);
}

/* Done by somebody before it was held fast, and not undone afterwards, not even where it is a link alone. */
static void
test_undone (Council       *council,
             gconstpointer  data)
{
  g_autofree char *other = fixture_add (&council->fixture, "council", "name", "Hội đồng khác", "kind", "council", NULL);
  g_autoptr(GError) error = NULL;

  fixture_edit (&council->fixture, "session", council->session, "council", other);
  fixture_edit (&council->fixture, "session", council->session, "council", council->council);
  ocop_register_set_person (council->fixture.reg, "Người khác");
  council_begin (council);
  council_score_all (council, 0, 1, 99);
  ocop_register_set_person (council->fixture.reg, "Người thử");
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* A sheet is not taken back from under a session that somebody else closed. */
static void
test_sheet_undone (Council       *council,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  ocop_register_set_person (council->fixture.reg, "Người khác");
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  ocop_register_set_person (council->fixture.reg, "Người thử");
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* The program's own acts, done, undone and done again. */
static void
test_acts (Council       *council,
           gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_done (council, (Asked) { ask_score_again });
  step_back (council);
  council_done (council, (Asked) { ask_score_again });
  council_score_all (council, 0, 2, 99);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  step_back (council);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  step_back (council);
  session = council_load (council);
  g_assert_true (ocop_session_is_closed (session));
  g_assert_cmpint (ocop_record_get_integer (ocop_session_get_product (session, 0)->record, "scoring", 0), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Council, GUINT_TO_POINTER (i), council_set_up, test_case, council_tear_down);
  g_test_add ("/session-lock/undone", Council, NULL, council_set_up, test_undone, council_tear_down);
  g_test_add ("/session-lock/sheet-undone", Council, NULL, council_set_up, test_sheet_undone, council_tear_down);
  g_test_add ("/session-lock/acts", Council, NULL, council_set_up, test_acts, council_tear_down);
  return g_test_run ();
}
