/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan sets for a target, as people write it. */

#include "plan/ocop-goal.h"

#include <string.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "model/ocop-kinds.h"

/* What stands before the number, what follows it, up to where it goes, and its unit. */
#define NUMBERS "^([^0-9]*)([0-9][0-9.,]*)\\s*%?\\s*(?:(?:-|–|—|÷|đến|tới|to)\\s*([0-9][0-9.,]*)\\s*%?)?(?:\\s+([^0-9]*))?$"
#define DAY "^([^0-9]*)([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})$"

/* @words: folded patterns parted by "|". */
typedef struct
{
  const char *words;
  OcopGoalOperator op;
} Meaning;

static const Meaning leads[] = {
  { "|dat|phan dau|phan dau dat|co|khoang|tu|dat tu|it nhat|phan dau it nhat|dat it nhat|co it nhat|toi thieu|phan dau toi thieu|dat toi thieu|"
    "khong duoi|khong it hon|at least", OCOP_GOAL_AT_LEAST },
  { "tren|hon|dat tren|lon hon|more than|over", OCOP_GOAL_MORE_THAN },
  { "toi da|nhieu nhat|khong qua|khong vuot qua|at most", OCOP_GOAL_AT_MOST },
  { "bang|dung|dung bang|exactly", OCOP_GOAL_EXACTLY },
  { "moi *|tung *|each *", OCOP_GOAL_EACH_AT_LEAST },
};

static const Meaning signs[] = {
  { "≥", OCOP_GOAL_AT_LEAST },
  { ">=", OCOP_GOAL_AT_LEAST },
  { "≤", OCOP_GOAL_AT_MOST },
  { "<=", OCOP_GOAL_AT_MOST },
  { ">", OCOP_GOAL_MORE_THAN },
  { "=", OCOP_GOAL_EXACTLY },
};

static const Meaning day_leads[] = {
  { "|truoc|truoc ngay|xong truoc|xong truoc ngay|hoan thanh truoc|hoan thanh truoc ngay|cham nhat|cham nhat ngay|den ngay|muon nhat|muon nhat ngay|by",
    OCOP_GOAL_BY_DAY },
};

/* After the number: "2 sản phẩm/huyện", "30 sản phẩm trở lên". */
static const Meaning tails[] = {
  { "*moi huyen*|*moi xa*|*moi dia phuong*|*moi don vi*|*/*huyen|*/*xa|*/*dia phuong|*/*don vi|*each locality", OCOP_GOAL_EACH_AT_LEAST },
  { "*tro len", OCOP_GOAL_AT_LEAST },
};

static gboolean
find_meaning (const Meaning    *meanings,
              gsize             n_meanings,
              const char       *folded,
              OcopGoalOperator *op)
{
  for (gsize i = 0; i < n_meanings; i++)
    {
      g_auto(GStrv) patterns = g_strsplit (meanings[i].words, "|", -1);

      for (guint p = 0; patterns[p] != NULL; p++)
        if (g_pattern_match_simple (patterns[p], folded))
          {
            *op = meanings[i].op;
            return TRUE;
          }
    }
  return FALSE;
}

static gboolean
read_lead (const char       *lead,
           OcopGoalOperator *op)
{
  g_autofree char *folded = ocop_text_fold (lead);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lead, signs[i].words) != NULL)
      {
        *op = signs[i].op;
        return *folded == '\0';
      }
  return find_meaning (leads, G_N_ELEMENTS (leads), folded, op);
}

/* A slash says "of each"; folded, it would be lost. */
static void
read_tail (const char       *tail,
           OcopGoalOperator *op)
{
  g_auto(GStrv) parts = g_strsplit (tail, "/", 2);
  g_autofree char *first = ocop_text_fold (parts[0] != NULL ? parts[0] : "");
  g_autofree char *second = parts[0] != NULL && parts[1] != NULL ? ocop_text_fold (parts[1]) : NULL;
  g_autofree char *folded = second != NULL ? g_strconcat (first, "/", second, NULL) : g_strdup (first);

  find_meaning (tails, G_N_ELEMENTS (tails), folded, op);
}

/* How many đồng the unit is; 1 where it is another unit, or none. */
static gint64
find_scale (const char *unit)
{
  static const struct
  {
    const char *words;
    gint64 scale;
  } scales[] = { { "ty", 1000000000 }, { "trieu", 1000000 }, { "nghin", 1000 }, { "ngan", 1000 } };
  g_autofree char *folded = ocop_text_fold (unit);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_has_prefix (folded, scales[i].words))
      {
        const char *rest = folded + strlen (scales[i].words);

        return *rest == '\0' || strcmp (rest, " dong") == 0 || strcmp (rest, " vnd") == 0 ? scales[i].scale : 1;
      }
  return 1;
}

/* "2,713" of a billion has more decimals than a number without a scale. */
static gboolean
parse_scaled (const char *text,
              gint64      scale,
              gint64     *hundredths)
{
  g_auto(GStrv) groups = g_strsplit (text, ".", -1);
  g_autofree char *plain = g_strjoinv ("", groups);
  double number;
  char *end;

  g_strdelimit (plain, ",", '.');
  number = g_ascii_strtod (plain, &end);
  *hundredths = (gint64) (number * (double) scale + 0.5) * 100;
  return *end == '\0' && number * (double) scale < 1e15;
}

static gboolean
fetch_number (GMatchInfo *match,
              int         group,
              gint64      scale,
              gint64     *hundredths)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  gint64 whole;

  if (text == NULL)
    return FALSE;
  if (scale != 1)
    return parse_scaled (text, scale, hundredths);
  if (!ocop_number_parse (text, &whole))
    return ocop_hundredths_parse (text, hundredths);
  return !__builtin_mul_overflow (whole, 100, hundredths);
}

static gboolean
parse_numbers (const char *text,
               OcopGoal   *goal)
{
  g_autoptr(GRegex) regex = g_regex_new (NUMBERS, G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *lead = NULL, *second = NULL, *tail = NULL;
  gint64 scale;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  lead = g_match_info_fetch (match, 1);
  second = g_match_info_fetch (match, 3);
  tail = g_match_info_fetch (match, 4);
  scale = tail != NULL ? find_scale (tail) : 1;
  if (!read_lead (lead, &goal->op) || !fetch_number (match, 2, scale, &goal->value))
    return FALSE;
  read_tail (tail != NULL ? tail : "", &goal->op);
  goal->value_to = goal->value;
  if (second == NULL || *second == '\0')
    return TRUE;
  goal->op = OCOP_GOAL_BETWEEN;
  return fetch_number (match, 3, scale, &goal->value_to) && goal->value < goal->value_to;
}

static gboolean
parse_day (const char *text,
           OcopGoal   *goal)
{
  g_autoptr(GRegex) regex = g_regex_new (DAY, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *lead = NULL, *day = NULL, *folded = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  lead = g_match_info_fetch (match, 1);
  day = g_match_info_fetch (match, 2);
  folded = ocop_text_fold (lead);
  return find_meaning (day_leads, G_N_ELEMENTS (day_leads), folded, &goal->op) && ocop_date_parse (day, &goal->by_day);
}

gboolean
ocop_goal_parse (const char *text,
                 OcopGoal   *goal)
{
  g_autofree char *tidy = ocop_text_tidy (text);

  *goal = (OcopGoal) { .rounds = 1, .by_day = OCOP_DATE_UNKNOWN };
  return tidy != NULL && (parse_day (tidy, goal) || parse_numbers (tidy, goal));
}

static void
store (const OcopGoal *goal,
       OcopRecord     *target)
{
  ocop_record_set_text (target, "operator", ocop_goal_key (goal->op));
  ocop_record_set_date (target, "by_day", goal->by_day);
  if (goal->op == OCOP_GOAL_BY_DAY)
    return;
  ocop_record_set_integer (target, "value", goal->value);
  if (goal->op == OCOP_GOAL_BETWEEN)
    ocop_record_set_integer (target, "value_to", goal->value_to);
}

static const char *
after_number (const char *text)
{
  const char *after = text;

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      after = at + 1;
  return after;
}

gboolean
ocop_goal_take (OcopRecord *target,
                const char *text)
{
  gboolean told = ocop_record_get_text (target, "unit_name") != NULL;
  OcopGoal goal;

  if (!ocop_goal_parse (text, &goal))
    return FALSE;
  store (&goal, target);
  if (!told && strchr (text, '%') != NULL)
    ocop_record_set_text (target, "unit_name", "%");
  else if (!told && find_scale (after_number (text)) != 1)
    ocop_record_set_text (target, "unit_name", "đồng");
  return TRUE;
}

/* What is as much as one of the unit already was written out in đồng. */
static void
scale (OcopRecord *target,
       const char *field,
       gint64      unit)
{
  gint64 value = ocop_record_get_integer (target, field, 0);

  if (value > 0 && value < unit * 100)
    ocop_record_set_integer (target, field, value * unit);
}

void
ocop_goal_settle_money (OcopRecord *record)
{
  gboolean is_target = ocop_record_get_kind (record) == &ocop_target_kind;
  const char *unit = is_target ? ocop_record_get_text (record, "unit_name") : NULL;
  gint64 each = unit != NULL ? find_scale (unit) : 1;

  if (each == 1)
    return;
  scale (record, "value", each);
  scale (record, "value_to", each);
  ocop_record_set_text (record, "unit_name", "đồng");
}
