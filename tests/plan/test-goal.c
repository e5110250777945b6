/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-goal.h"
#include "plan/ocop-target-cells.h"

#define FROM ocop_date_new (2025, 1, 1)
#define UNTIL ocop_date_new (2025, 12, 31)
#define HALFWAY ocop_date_new (2025, 7, 2)

/* Figures are whole here; goals and facts hold hundredths. */
static void
test_numbers (void)
{
  static const struct
  {
    OcopGoalOperator op;
    gint64 value, value_to, figure, forecast; /* a forecast of -1: nothing is foreseen */
    gboolean over;
    OcopStanding standing;
  } cases[] = {
    { OCOP_GOAL_AT_LEAST, 60, 0, 60, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_AT_LEAST, 60, 0, 61, -1, TRUE, OCOP_STANDING_EXCEEDED },
    { OCOP_GOAL_AT_LEAST, 60, 0, 59, -1, TRUE, OCOP_STANDING_MISSED },
    { OCOP_GOAL_MORE_THAN, 70, 0, 70, -1, TRUE, OCOP_STANDING_MISSED },
    { OCOP_GOAL_MORE_THAN, 70, 0, 71, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_EXACTLY, 150, 0, 150, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_EXACTLY, 150, 0, 164, -1, TRUE, OCOP_STANDING_EXCEEDED },
    { OCOP_GOAL_EXACTLY, 150, 0, 139, -1, TRUE, OCOP_STANDING_MISSED },
    { OCOP_GOAL_AT_MOST, 5, 0, 5, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_AT_MOST, 5, 0, 6, -1, FALSE, OCOP_STANDING_MISSED },
    { OCOP_GOAL_AT_MOST, 5, 0, 4, -1, FALSE, OCOP_STANDING_ON_TRACK },
    /* A range that is met from above */
    { OCOP_GOAL_BETWEEN, 25, 30, 24, -1, TRUE, OCOP_STANDING_MISSED },
    { OCOP_GOAL_BETWEEN, 25, 30, 25, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_BETWEEN, 25, 30, 30, -1, TRUE, OCOP_STANDING_MET },
    { OCOP_GOAL_BETWEEN, 25, 30, 31, -1, TRUE, OCOP_STANDING_EXCEEDED },
    { OCOP_GOAL_EACH_AT_LEAST, 2, 0, 1, -1, TRUE, OCOP_STANDING_MISSED },
    /* Halfway through the year */
    { OCOP_GOAL_AT_LEAST, 60, 0, 31, -1, FALSE, OCOP_STANDING_ON_TRACK },
    { OCOP_GOAL_AT_LEAST, 60, 0, 20, -1, FALSE, OCOP_STANDING_AT_RISK },
    { OCOP_GOAL_AT_LEAST, 60, 0, 20, 60, FALSE, OCOP_STANDING_ON_TRACK },
    { OCOP_GOAL_AT_LEAST, 60, 0, 50, 55, FALSE, OCOP_STANDING_AT_RISK },
    /* Reached, but certificates end before the year does */
    { OCOP_GOAL_AT_LEAST, 150, 0, 152, 141, FALSE, OCOP_STANDING_AT_RISK },
    { OCOP_GOAL_COUNTED, 0, 0, 7, -1, TRUE, OCOP_STANDING_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopGoal goal = { cases[i].op, cases[i].value * 100, cases[i].value_to * 100, OCOP_DATE_UNKNOWN, 1 };
      OcopFact fact = { .known = TRUE, .figure = cases[i].figure * 100, .foreseen = cases[i].forecast >= 0,
                        .forecast = cases[i].forecast * 100 };

      g_test_message ("%u", i);
      g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, cases[i].over ? UNTIL : HALFWAY), ==, cases[i].standing);
    }
}

static void
test_unknown (void)
{
  OcopGoal goal = { OCOP_GOAL_AT_LEAST, 5000, 0, OCOP_DATE_UNKNOWN, 1 };
  OcopFact fact = { .known = FALSE };
  gint64 percent;

  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, UNTIL), ==, OCOP_STANDING_MISSED);
  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, HALFWAY), ==, OCOP_STANDING_AT_RISK);
  g_assert_false (ocop_goal_percent (&goal, &fact, &percent));
  /* Of no producers at all neither all nor none were visited. */
  fact.empty = TRUE;
  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, UNTIL), ==, OCOP_STANDING_NONE);
  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, HALFWAY), ==, OCOP_STANDING_NONE);
}

/* Two rounds, the last one by 20/11. */
static void
test_days (void)
{
  static const struct
  {
    const char *held, *on;
    gint64 rounds;
    OcopStanding standing;
  } cases[] = {
    { "2021-11-18", "2021-12-31", 2, OCOP_STANDING_MET },
    { "2021-11-20", "2021-11-20", 2, OCOP_STANDING_MET },
    { "2021-11-21", "2021-12-31", 2, OCOP_STANDING_MISSED },
    { "2021-06-18", "2021-12-31", 1, OCOP_STANDING_MISSED },
    { "2021-06-18", "2021-08-01", 1, OCOP_STANDING_ON_TRACK },
    { "2021-06-18", "2021-11-01", 1, OCOP_STANDING_AT_RISK },
    { "", "2021-08-01", 0, OCOP_STANDING_ON_TRACK },
  };
  OcopGoal goal = { OCOP_GOAL_BY_DAY, 0, 0, ocop_date_new (2021, 11, 20), 2 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopFact fact = { .rounds = cases[i].rounds };
      OcopDate on;

      g_assert_true (ocop_date_parse (cases[i].held, &fact.day) && ocop_date_parse (cases[i].on, &on));
      fact.known = ocop_date_is_known (fact.day);
      g_assert_cmpint (ocop_goal_judge (&goal, &fact, ocop_date_new (2021, 1, 1), ocop_date_new (2021, 12, 31), on), ==, cases[i].standing);
    }
}

static void
test_qualitative (void)
{
  OcopGoal goal = { .op = OCOP_GOAL_QUALITATIVE };
  OcopFact fact = { .met = FALSE };

  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, HALFWAY), ==, OCOP_STANDING_ON_TRACK);
  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, UNTIL), ==, OCOP_STANDING_MISSED);
  fact.met = TRUE;
  g_assert_cmpint (ocop_goal_judge (&goal, &fact, FROM, UNTIL, HALFWAY), ==, OCOP_STANDING_MET);
}

/* Cut off, not rounded: 99,99 is not all. */
static void
test_percent (void)
{
  OcopGoal goal = { OCOP_GOAL_AT_LEAST, 6000, 0, OCOP_DATE_UNKNOWN, 1 };
  OcopFact fact = { .known = TRUE, .figure = 5900 };
  gint64 percent;

  g_assert_true (ocop_goal_percent (&goal, &fact, &percent));
  g_assert_cmpint (percent, ==, 9833);
  goal.value = 0;
  g_assert_false (ocop_goal_percent (&goal, &fact, &percent));
}

/* What is set for each locality, and what one of them has. */
static void
test_falls_short (void)
{
  static const struct
  {
    OcopGoalOperator op;
    gint64 number;
    int day;             /* of June; 0: none yet */
    gboolean falls_short;
  } cases[] = {
    { OCOP_GOAL_EACH_AT_LEAST, 1, 0, TRUE },
    { OCOP_GOAL_EACH_AT_LEAST, 2, 0, FALSE },
    { OCOP_GOAL_EACH_AT_LEAST, 3, 0, FALSE },
    { OCOP_GOAL_BY_DAY, 0, 0, TRUE },
    { OCOP_GOAL_BY_DAY, 0, 15, FALSE },
    { OCOP_GOAL_BY_DAY, 0, 16, TRUE },
    { OCOP_GOAL_COUNTED, 0, 0, FALSE },
    { OCOP_GOAL_AT_LEAST, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopGoal goal = { cases[i].op, 200, 200, ocop_date_new (2026, 6, 15), 1 };
      OcopDate day = cases[i].day > 0 ? ocop_date_new (2026, 6, cases[i].day) : OCOP_DATE_UNKNOWN;

      g_assert_cmpint (ocop_goal_falls_short (&goal, cases[i].number, day), ==, cases[i].falls_short);
    }
}

/* As articles and plans write what is to be reached. */
static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *said; /* what it is to people; NULL: it is no goal */
  } cases[] = {
    { "15", "at least 15" },
    { "1.500", "at least 1.500" },
    { "45,5", "at least 45,5" },
    { "100%", "at least 100" },
    { "25–30", "25–30" },
    { "25 - 30 sản phẩm", "25–30" },
    { "từ 4 đến 6 HTX", "4–6" },
    { "50% - 70%", "50–70" },
    { "≥ 9", "at least 9" },
    { ">= 50 %", "at least 50" },
    { "> 70%", "more than 70" },
    { "Trên 70%", "more than 70" },
    { "ít nhất 9 HTX", "at least 9" },
    { "Tối thiểu 15 tổ chức", "at least 15" },
    { "60 sản phẩm trở lên", "at least 60" },
    { "không quá 5", "at most 5" },
    { "đúng bằng 150", "150" },
    { "mỗi huyện ít nhất 2", "at least 2 each" },
    { "2 sản phẩm/huyện", "at least 2 each" },
    { "ít nhất 2 sản phẩm mỗi xã", "at least 2 each" },
    { "trước 20/11/2021", "by 20/11/2021" },
    { "chậm nhất ngày 15/10/2021", "by 15/10/2021" },
    { "20/11/2021", "by 20/11/2021" },
    { "2,713 tỷ đồng", "at least 2.713.000.000" },
    { "trên 19 tỷ", "more than 19.000.000.000" },
    { "500 triệu đồng", "at least 500.000.000" },
    { "30–25", NULL },
    { "Kế hoạch 2021", NULL },
    { "66/KH-UBND", NULL },
    { "năm 2025", NULL },
    { "15 HTX, 3 doanh nghiệp", NULL },
    { "thường xuyên", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopGoal goal;
      gboolean understood = ocop_goal_parse (cases[i].text, &goal);
      g_autofree char *said = understood ? ocop_goal_to_people (&goal) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* What is taken is what was read, in the unit that it says. */
static void
test_taken (void)
{
  static const struct
  {
    const char *text, *set, *unit;
  } cases[] = {
    { "25–30", "25–30", NULL },
    { "trên 70%", "more than 70", "%" },
    { "mỗi huyện ít nhất 2", "at least 2 each", NULL },
    { "trước 20/11/2021", "by 20/11/2021", NULL },
    { "19 tỷ đồng", "at least 19.000.000.000", "đồng" },
    { "trên 1,144 tỷ", "more than 1.144.000.000", "đồng" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopRecord) target = ocop_record_new (ocop_kind_find ("target"), NULL);
      g_autofree char *set = NULL;
      OcopGoal goal;

      g_test_message ("%s", cases[i].text);
      g_assert_true (ocop_goal_take (target, cases[i].text));
      ocop_goal_settle_money (target);
      goal = ocop_goal_of (target);
      set = ocop_goal_to_people (&goal);
      g_assert_cmpstr (set, ==, cases[i].set);
      g_assert_cmpstr (ocop_record_get_text (target, "unit_name"), ==, cases[i].unit);
    }
}

/* A table of a plan, copied. */
static void
test_cells (void)
{
  static const char * const said[] = {
    "Sản phẩm từ 3 sao|25–30|sản phẩm|Sở Nông nghiệp và Môi trường",
    "HTX có sản phẩm|at least 9|HTX|",
    "Chủ thể được kiểm tra|at least 50|%|",
    "Chuỗi giá trị|at least 1 each|chuỗi|",
    "Hỗ trợ nâng hạng|||",
    "Kinh phí hỗ trợ|at least 2.500.000.000|đồng|",
  };
  g_autoptr(GPtrArray) targets = ocop_target_cells_parse (
    "TT\tChỉ tiêu\tĐVT\tKế hoạch\tChủ trì\n"
    "1\tSản phẩm từ 3 sao\tsản phẩm\t25-30\tSở Nông nghiệp và Môi trường\r\n"
    "\n"
    "II.\tHTX có sản phẩm\tHTX\t9\t\n"
    "Chủ thể được kiểm tra\t50%\n"
    "4\tChuỗi giá trị\tchuỗi\tmỗi huyện 1\n"
    "-\tHỗ trợ nâng hạng\t\t\n"
    "6\tKinh phí hỗ trợ\ttỷ đồng\t2,5\n");

  g_assert_cmpuint (targets->len, ==, G_N_ELEMENTS (said));
  for (guint i = 0; i < targets->len; i++)
    {
      const OcopRecord *target = targets->pdata[i];
      OcopGoal goal = ocop_goal_of (target);
      g_autofree char *set = ocop_goal_to_people (&goal);
      const char *unit = ocop_record_get_text (target, "unit_name"), *body = ocop_record_get_text (target, "body");
      g_autofree char *line = g_strjoin ("|", ocop_record_get_text (target, "name"), set, unit != NULL ? unit : "", body != NULL ? body : "", NULL);

      g_assert_cmpstr (line, ==, said[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal/numbers", test_numbers);
  g_test_add_func ("/goal/unknown", test_unknown);
  g_test_add_func ("/goal/days", test_days);
  g_test_add_func ("/goal/qualitative", test_qualitative);
  g_test_add_func ("/goal/percent", test_percent);
  g_test_add_func ("/goal/falls-short", test_falls_short);
  g_test_add_func ("/goal/words", test_words);
  g_test_add_func ("/goal/taken", test_taken);
  g_test_add_func ("/goal/cells", test_cells);
  return g_test_run ();
}
