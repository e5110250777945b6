/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets that are typed while they are saved, read again, or saved by somebody else. */

#include "score/desk-score-sheets.h"

#include "council.h"

/* The column of the member whose sheet is typed. */
#define COLUMN 1

static gpointer
read_product (OcopReader    *reader,
              gpointer       product,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read_product (reader, product, error);
}

static DeskScoreSheets *
read_sheets (Council *council)
{
  g_autoptr(GError) error = NULL;
  OcopSession *session = ocop_register_read (council->fixture.reg, read_product, council->products[0], &error);

  g_assert_no_error (error);
  return desk_score_sheets_new (session);
}

/* Reads again what was typed into, as it is then. */
static void
read_again (Council          *council,
            DeskScoreSheets **sheets)
{
  DeskScoreSheets *again = read_sheets (council);

  desk_score_sheets_carry (again, *sheets);
  desk_score_sheets_free (*sheets);
  *sheets = again;
}

static guint
choice (const DeskScoreSheets *sheets,
        guint                  leaf)
{
  return desk_score_sheets_get_choices (sheets, COLUMN)[leaf];
}

static guint
count_disputed (const DeskScoreSheets *sheets)
{
  guint column, leaf;

  return desk_score_sheets_n_disputed (sheets, &column, &leaf);
}

static void
type (DeskScoreSheets *sheets,
      guint            leaf,
      guint            digit)
{
  g_assert_true (desk_score_sheets_type (sheets, COLUMN, leaf, digit));
}

/* 1.1 and 1.2 of set 3 have 1 to 3 and 0 to 2 points; options are known by their place. */
static void
test_typed_while_saving (Council       *council,
                         gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;

  council_begin (council);
  sheets = read_sheets (council);
  type (sheets, 0, 3);
  desk_score_sheets_begin_save (sheets);
  type (sheets, 1, 2);
  type (sheets, 0, 1);
  council_done (council, (Asked) { ask_submit, .member = COLUMN, .text = "1.1=2" });
  desk_score_sheets_end_save (sheets);
  g_assert_true (desk_score_sheets_is_changed (sheets, COLUMN));
  read_again (council, &sheets);
  g_assert_cmpuint (choice (sheets, 0), ==, 0);
  g_assert_cmpuint (choice (sheets, 1), ==, 2);
  g_assert_cmpuint (count_disputed (sheets), ==, 0);
  g_assert_true (desk_score_sheets_is_changed (sheets, COLUMN));
}

static void
test_saved (Council       *council,
            gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;

  council_begin (council);
  sheets = read_sheets (council);
  type (sheets, 0, 3);
  desk_score_sheets_begin_save (sheets);
  council_done (council, (Asked) { ask_submit, .member = COLUMN, .text = "1.1=2" });
  desk_score_sheets_end_save (sheets);
  g_assert_false (desk_score_sheets_is_changed (sheets, COLUMN));
  read_again (council, &sheets);
  g_assert_false (desk_score_sheets_is_changed (sheets, COLUMN));
}

/* Somebody else saves 1.1 and 1.2 while 1.1 and 1.3 are typed: they differ in 1.1 alone. */
static void
test_two_at_once (Council       *council,
                  gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;
  guint8 theirs;

  council_begin (council);
  sheets = read_sheets (council);
  type (sheets, 0, 3);
  type (sheets, 2, 1);
  council_done (council, (Asked) { ask_submit, .member = COLUMN, .text = "1.1=1 1.2=2" });
  read_again (council, &sheets);
  g_assert_cmpuint (choice (sheets, 0), ==, 2);
  g_assert_cmpuint (choice (sheets, 1), ==, 2);
  g_assert_cmpuint (choice (sheets, 2), !=, OCOP_NOT_SCORED);
  g_assert_cmpuint (count_disputed (sheets), ==, 1);
  g_assert_true (desk_score_sheets_is_disputed (sheets, COLUMN, 0, &theirs));
  g_assert_cmpuint (theirs, ==, 1);
  /* It is still open when the register is read once more. */
  read_again (council, &sheets);
  g_assert_cmpuint (count_disputed (sheets), ==, 1);
  desk_score_sheets_settle (sheets, FALSE);
  g_assert_cmpuint (count_disputed (sheets), ==, 0);
  g_assert_cmpuint (choice (sheets, 0), ==, 1);
}

static void
test_typing_settles (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;

  council_begin (council);
  sheets = read_sheets (council);
  type (sheets, 0, 3);
  council_done (council, (Asked) { ask_submit, .member = COLUMN, .text = "1.1=1" });
  read_again (council, &sheets);
  type (sheets, 0, 1);
  g_assert_cmpuint (count_disputed (sheets), ==, 0);
  g_assert_cmpuint (choice (sheets, 0), ==, 0);
}

static void
test_stale_draft (Council       *council,
                  gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;
  guint8 draft[64];

  council_begin (council);
  council_done (council, (Asked) { ask_submit, .member = COLUMN, .text = "1.1=1 1.2=0" });
  sheets = read_sheets (council);
  for (guint i = 0; i < G_N_ELEMENTS (draft); i++)
    draft[i] = OCOP_NOT_SCORED;
  draft[0] = 2;
  draft[2] = 0;
  desk_score_sheets_take_draft (sheets, COLUMN, draft);
  g_assert_cmpuint (count_disputed (sheets), ==, 1);
  g_assert_cmpuint (choice (sheets, 0), ==, 2);
  g_assert_cmpuint (choice (sheets, 1), ==, 0);
  g_assert_cmpuint (choice (sheets, 2), ==, 0);
}

/* What was typed for a scoring that is over, or for who takes no part any more, is not carried on. */
static void
test_not_carried (Council       *council,
                  gconstpointer  data)
{
  g_autoptr(DeskScoreSheets) sheets = NULL;

  council_begin (council);
  sheets = read_sheets (council);
  type (sheets, 0, 3);
  council_done (council, (Asked) { ask_recuse, .member = COLUMN, .text = "other", .reason = "Người nhà" });
  read_again (council, &sheets);
  g_assert_false (desk_score_sheets_is_changed (sheets, COLUMN));
  council_done (council, (Asked) { ask_recuse, .member = COLUMN });
  council_score_all (council, 0, 1, 99);
  read_again (council, &sheets);
  type (sheets, 0, 1);
  council_done (council, (Asked) { ask_score_again });
  read_again (council, &sheets);
  g_assert_cmpuint (choice (sheets, 0), ==, OCOP_NOT_SCORED);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Council *, gconstpointer);
  } tests[] = {
    { "/score-sheets/typed-while-saving", test_typed_while_saving },
    { "/score-sheets/saved", test_saved },
    { "/score-sheets/two-at-once", test_two_at_once },
    { "/score-sheets/typing-settles", test_typing_settles },
    { "/score-sheets/stale-draft", test_stale_draft },
    { "/score-sheets/not-carried", test_not_carried },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
