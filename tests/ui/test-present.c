/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-keys.h"
#include "present/desk-present-place.h"
#include "present/desk-stopwatch.h"

#define NONE DESK_PRESENT_N_COMMANDS
#define SECOND ((gint64) G_USEC_PER_SEC)

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    DeskPresentCommand command;
    int digit;
  } cases[] = {
    /* What remote controls send. */
    { GDK_KEY_Page_Down, 0, DESK_PRESENT_FORTH, -1 },
    { GDK_KEY_Page_Up, 0, DESK_PRESENT_BACK, -1 },
    { GDK_KEY_b, 0, DESK_PRESENT_BLACK, -1 },
    { GDK_KEY_period, 0, DESK_PRESENT_BLACK, -1 },
    { GDK_KEY_F5, 0, DESK_PRESENT_BEGIN, -1 },
    { GDK_KEY_F5, GDK_SHIFT_MASK, DESK_PRESENT_RESUME, -1 },
    { GDK_KEY_Escape, 0, DESK_PRESENT_END, -1 },
    /* With Caps Lock. */
    { GDK_KEY_B, GDK_LOCK_MASK, DESK_PRESENT_BLACK, -1 },
    { GDK_KEY_N, GDK_LOCK_MASK, DESK_PRESENT_FORTH, -1 },
    { GDK_KEY_P, GDK_LOCK_MASK, DESK_PRESENT_BACK, -1 },
    { GDK_KEY_comma, 0, DESK_PRESENT_WHITE, -1 },
    { GDK_KEY_BackSpace, 0, DESK_PRESENT_BACK, -1 },
    { GDK_KEY_KP_Enter, 0, DESK_PRESENT_ENTER, -1 },
    { GDK_KEY_7, 0, NONE, 7 },
    { GDK_KEY_KP_0, 0, NONE, 0 },
    /* The program's own. */
    { GDK_KEY_w, GDK_CONTROL_MASK, NONE, -1 },
    { GDK_KEY_Left, GDK_ALT_MASK, NONE, -1 },
    { GDK_KEY_1, GDK_ALT_MASK, NONE, -1 },
    { GDK_KEY_Tab, 0, NONE, -1 },
    { GDK_KEY_x, 0, NONE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskPresentCommand command = NONE;

      g_assert_cmpint (desk_present_keys_find (cases[i].key, cases[i].state, &command), ==, cases[i].command != NONE);
      g_assert_cmpint (command, ==, cases[i].command);
      g_assert_cmpint (desk_present_keys_digit (cases[i].key, cases[i].state), ==, cases[i].digit);
    }
}

#define LAPTOP { 0, 0, 1366, 768 }

/* The audience never sees what the speaker's monitor shows, where there is another one. */
static void
test_place (void)
{
  static const struct
  {
    const char *what;
    GdkRectangle areas[3];
    guint n, speaker;
    const char *wanted;
  } cases[] = {
    { "one", { LAPTOP }, 1, 0, "" },
    { "right of it", { LAPTOP, { 1366, 0, 1920, 1080 } }, 2, 0, "1" },
    { "on the projector", { LAPTOP, { 1366, 0, 1920, 1080 } }, 2, 1, "0" },
    { "above it", { LAPTOP, { 0, -1080, 1920, 1080 } }, 2, 0, "1" },
    { "repeated", { LAPTOP, LAPTOP }, 2, 0, "" },
    { "repeated in part", { LAPTOP, { 0, 0, 1024, 768 } }, 2, 0, "" },
    { "not told yet", { LAPTOP, { 0, 0, 0, 0 } }, 2, 0, "" },
    { "three", { LAPTOP, { 1366, 0, 1920, 1080 }, { -1920, 0, 1920, 1080 } }, 3, 0, "12" },
    { "three, in the middle", { LAPTOP, { 1366, 0, 1920, 1080 }, { -1920, 0, 1920, 1080 } }, 3, 1, "02" },
    { "three, one repeated", { LAPTOP, LAPTOP, { 1366, 0, 1920, 1080 } }, 3, 1, "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint others[3];
      guint n = desk_present_place_find_others (cases[i].areas, cases[i].n, cases[i].speaker, others);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < n; k++)
        g_string_append_printf (found, "%u", others[k]);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found->str, ==, cases[i].wanted);
    }
}

static void
check_time (const DeskStopwatch *watch,
            int                  seconds,
            const char          *wanted)
{
  g_autofree char *text = desk_stopwatch_to_text (watch, seconds * SECOND);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_stopwatch (void)
{
  DeskStopwatch watch = { 0 };

  check_time (&watch, 9, "00:00:00");
  desk_stopwatch_start (&watch, 10 * SECOND);
  check_time (&watch, 75, "00:01:05");
  desk_stopwatch_stop (&watch, 80 * SECOND);
  check_time (&watch, 5000, "00:01:10");
  desk_stopwatch_start (&watch, 5000 * SECOND);
  check_time (&watch, 8600, "01:01:10");
  desk_stopwatch_reset (&watch, 8600 * SECOND);
  check_time (&watch, 8601, "00:00:01");
  desk_stopwatch_stop (&watch, 8602 * SECOND);
  desk_stopwatch_reset (&watch, 8603 * SECOND);
  check_time (&watch, 9000, "00:00:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/present/keys", test_keys);
  g_test_add_func ("/present/place", test_place);
  g_test_add_func ("/present/stopwatch", test_stopwatch);
  return g_test_run ();
}
