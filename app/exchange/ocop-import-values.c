/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-values.h"

#include <string.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "law/ocop-law.h"

/* Days counted from 1900 for 2000-01-01 and 2099-12-31: outside, five digits are no date of the programme. */
#define FIRST_SERIAL_DAY 36526
#define LAST_SERIAL_DAY 73050

/* @words: folded patterns parted by "|"; the first says nothing else than the key does. */
typedef struct
{
  const char *words;
  const char *key;
} Meaning;

static const Meaning producer_kinds[] = {
  { "hop tac xa*|lien hiep hop tac xa*|cooperative", "cooperative" },
  { "to hop tac*|cooperative group", "cooperative-group" },
  /* Article 2 of 26/2026/QĐ-TTg takes no other enterprises than these; lists hardly ever say it. */
  { "doanh nghiep nho va vua|cong ty*|doanh nghiep*|chi nhanh*|tap doan*|nha may*|enterprise*|company*|small or medium enterprise",
    "enterprise" },
  { "trang trai*|farm*", "farm" },
  { "ho kinh doanh*|ho|ho san xuat*|ho gia dinh*|ho ca the*|household*", "household" },
  { "co so*|xuong*|lo banh*|workshop*|production establishment", "workshop" },
  { "hoi *|hiep hoi*|trung tam*|ban quan ly*|association*", "association" },
};

static const Meaning recognition_kinds[] = {
  { "lan dau|*lan dau*|*cong nhan moi*|moi|first", "first" },
  { "nang hang|*nang hang*|*nang sao*|upgrade", "upgrade" },
  { "danh gia lai|*danh gia lai*|*cong nhan lai*|*phan hang lai*|re evaluation|again", "again" },
};

static const Meaning genders[] = {
  { "nu|ba|female|f", "female" },
  { "nam|ong|male|m", "male" },
};

static const Meaning outcomes[] = {
  { "*tiem nang*|*de nghi trung uong*|*trinh trung uong*|potential*", "potential5" },
  { "*thu hoi*|revoked*", "revoked" },
  { "cong nhan*|da cong nhan*|duoc cong nhan*|cap giay chung nhan*|dat|con hieu luc*|con han*|het han*|het hieu luc*|"
    "recognised|recognized|valid|expired", "recognised" },
};

/* Whether @pattern says no more than @folded, but for its asterisks. */
static gboolean
is_whole (const char *pattern,
          const char *folded)
{
  g_auto(GStrv) parts = g_strsplit (pattern, "*", -1);
  g_autofree char *bare = g_strjoinv (NULL, parts);

  return strcmp (bare, folded) == 0;
}

/* @whole: (nullable): whether @folded says nothing else. */
static const char *
find_meaning (const Meaning *meanings,
              gsize          n_meanings,
              const char    *folded,
              gboolean      *whole)
{
  for (gsize i = 0; i < n_meanings; i++)
    {
      g_auto(GStrv) patterns = g_strsplit (meanings[i].words, "|", -1);

      for (guint p = 0; patterns[p] != NULL; p++)
        if (g_pattern_match_simple (patterns[p], folded))
          {
            if (whole != NULL)
              *whole = is_whole (patterns[p], folded);
            return meanings[i].key;
          }
    }
  return NULL;
}

static gboolean
is_first_word (const Meaning *meanings,
               gsize          n_meanings,
               const char    *folded,
               const char    *key)
{
  for (gsize i = 0; i < n_meanings; i++)
    {
      g_auto(GStrv) patterns = g_strsplit (meanings[i].words, "|", 2);

      if (strcmp (meanings[i].key, key) == 0)
        return is_whole (patterns[0], folded);
    }
  return FALSE;
}

gboolean
ocop_import_says_as_much (const char *text,
                          const char *key)
{
  g_autofree char *folded = ocop_text_fold (text);

  return is_first_word (producer_kinds, G_N_ELEMENTS (producer_kinds), folded, key)
         || is_first_word (recognition_kinds, G_N_ELEMENTS (recognition_kinds), folded, key)
         || is_first_word (genders, G_N_ELEMENTS (genders), folded, key);
}

gboolean
ocop_import_is_cell_error (const char *text)
{
  static const char * const errors[] = { "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", NULL };

  return *text == '#' && g_strv_contains (errors, text);
}

/* "★★★★" and "****": a class drawn, nothing else. */
static gint64
count_stars (const char *text)
{
  gint64 n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case '*':
      case 0x2605:
      case 0x2b50:
        n++;
        break;
      case ' ':
      case 0x2606: /* an empty star */
      case 0xfe0f:
        break;
      default:
        return 0;
      }
  return n;
}

/* 0 for a word that is no number of stars. */
static gint64
word_to_stars (const char *word)
{
  static const char * const words[] = { "mot", "hai", "ba", "bon", "nam", NULL };

  if (word[0] >= '1' && word[0] <= '5' && word[1] == '\0')
    return word[0] - '0';
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (word, words[i]) == 0)
      return i + 1;
  return 0;
}

gboolean
ocop_import_parse_class (const char *text,
                         gint64     *stars)
{
  static const char * const fillers[] = { "hang", "sao", "dat", "ocop", "xep", "loai", "tiem", "nang", "star", "stars", NULL };
  g_autofree char *folded = ocop_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint n_numbers = 0;

  *stars = count_stars (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number = word_to_stars (words[i]);

      if (number == 0 && *words[i] != '\0' && !g_strv_contains (fillers, words[i]))
        return FALSE;
      if (number != 0)
        {
          *stars = number;
          n_numbers++;
        }
    }
  return n_numbers <= 1 && *stars >= 1 && *stars <= 5;
}

gboolean
ocop_import_parse_outcome (const char  *text,
                           const char **outcome,
                           const char **ending)
{
  g_autofree char *folded = ocop_text_fold (text);

  *outcome = find_meaning (outcomes, G_N_ELEMENTS (outcomes), folded, NULL);
  *ending = NULL;
  if (g_strcmp0 (*outcome, "revoked") == 0)
    {
      *ending = *outcome;
      *outcome = "recognised";
    }
  return *outcome != NULL;
}

const char *
ocop_import_parse_producer_kind (const char *text)
{
  g_autofree char *folded = ocop_text_fold (text);

  return find_meaning (producer_kinds, G_N_ELEMENTS (producer_kinds), folded, NULL);
}

const char *
ocop_import_parse_recognition_kind (const char *text,
                                    gboolean   *whole)
{
  g_autofree char *folded = ocop_text_fold (text);

  *whole = FALSE;
  return find_meaning (recognition_kinds, G_N_ELEMENTS (recognition_kinds), folded, whole);
}

const char *
ocop_import_parse_gender (const char *text)
{
  g_autofree char *folded = ocop_text_fold (text);

  return find_meaning (genders, G_N_ELEMENTS (genders), folded, NULL);
}

/* Compiled once, for a list asks it of every row. */
static GRegex *
get_score_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*điểm", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

gboolean
ocop_import_find_score (const char *text,
                        gint64     *hundredths,
                        gboolean   *whole)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  int start, end;

  *whole = FALSE;
  if (!g_regex_match (get_score_regex (), text, 0, &match))
    return FALSE;
  number = g_match_info_fetch (match, 1);
  *whole = g_match_info_fetch_pos (match, 0, &start, &end) && start == 0 && (gsize) end == strlen (text);
  return ocop_hundredths_parse (number, hundredths) && *hundredths <= 10000;
}

/* "III" or "3"; 0: neither */
static guint
word_to_number (const char *word)
{
  static const char * const romans[] = { "i", "ii", "iii", "iv", NULL };
  guint64 number;

  for (guint i = 0; romans[i] != NULL; i++)
    if (strcmp (romans[i], word) == 0)
      return i + 1;
  return g_ascii_string_to_unsigned (word, 10, 1, 12, &number, NULL) ? (guint) number : 0;
}

/* The months from which and up to which the words before the year go; FALSE where they say something else. */
static gboolean
read_months (char  **words,
             guint   n,
             guint  *from,
             guint  *until)
{
  gboolean quarters = n > 0 && strcmp (words[0], "quy") == 0;
  guint first = quarters || (n > 0 && strcmp (words[0], "thang") == 0) ? 1 : 0;
  guint most = quarters ? 4 : 12, each = 12 / most;

  if (n == first || n > 2 * first + 1)
    return FALSE;
  *from = word_to_number (words[first]);
  *until = word_to_number (words[n - 1]);
  if (*from == 0 || *until < *from || *until > most)
    return FALSE;
  *from = (*from - 1) * each + 1;
  *until *= each;
  return TRUE;
}

gboolean
ocop_import_parse_term (const char *text,
                        gboolean    last,
                        OcopDate   *date)
{
  g_autofree char *folded = ocop_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words), from = 1, until = 12;
  guint64 year;

  if (n < 2 || !g_ascii_string_to_unsigned (words[n - 1], 10, 2000, 2100, &year, NULL))
    return FALSE;
  n -= strcmp (words[n - 2], "nam") == 0 ? 2 : 1;
  if (n > 1 || (n == 1 && strcmp (words[0], "ca") != 0 && strcmp (words[0], "trong") != 0))
    if (!read_months (words, n, &from, &until))
      return FALSE;
  *date = last ? ocop_date_new ((guint16) year, (guint8) until, g_date_get_days_in_month (until, (GDateYear) year))
               : ocop_date_new ((guint16) year, (guint8) from, 1);
  return TRUE;
}

gboolean
ocop_import_parse_date (const char *text,
                        OcopDate   *date)
{
  guint64 serial;
  g_auto(GStrv) parts = NULL;
  guint64 month, year;

  if (ocop_date_parse (text, date))
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, FIRST_SERIAL_DAY, LAST_SERIAL_DAY, &serial, NULL))
    {
      *date = ocop_date_add_days (ocop_date_new (1999, 12, 31), (int) (serial - FIRST_SERIAL_DAY) + 1);
      return TRUE;
    }
  parts = g_strsplit_set (text, "/-", -1);
  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, 12, &month, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1900, 2200, &year, NULL))
    return FALSE;
  *date = ocop_date_new ((int) year, 0, 0);
  return TRUE;
}

void
ocop_import_parse_decision (const char  *text,
                            char       **number,
                            OcopDate    *date)
{
  g_autofree char *tidy = ocop_text_tidy (text);
  char *day = tidy != NULL ? strstr (tidy, "ngày") : NULL;

  *date = OCOP_DATE_UNKNOWN;
  if (day != NULL && ocop_date_parse (day, date))
    {
      *day = '\0';
      g_strchomp (tidy);
      if (g_str_has_suffix (tidy, ","))
        tidy[strlen (tidy) - 1] = '\0';
    }
  *number = tidy != NULL && *tidy != '\0' ? g_steal_pointer (&tidy) : NULL;
}

static void
add_set_name (GHashTable            *names,
              const OcopCriteriaSet *set,
              char                  *name)
{
  g_autofree char *folded = ocop_text_fold (name);

  g_hash_table_insert (names, g_steal_pointer (&folded), set->code);
  g_free (name);
}

/* Folded code, number and title of each set → its code. */
static GHashTable *
get_set_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      const OcopLaw *law = ocop_law_get_default ();
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < ocop_law_n_sets (law); i++)
        {
          const OcopCriteriaSet *set = ocop_law_get_set (law, i);

          add_set_name (made, set, g_strdup (set->code));
          add_set_name (made, set, g_strdup (set->title));
          add_set_name (made, set, g_strdup_printf ("%u", set->number));
          add_set_name (made, set, g_strdup_printf ("%02u", set->number));
        }
      g_once_init_leave (&names, made);
    }
  return names;
}

char *
ocop_import_parse_set (const char *text)
{
  static const char prefix[] = "bo san pham ";
  g_autofree char *folded = ocop_text_fold (text);

  return g_strdup (g_hash_table_lookup (get_set_names (), g_str_has_prefix (folded, prefix) ? folded + strlen (prefix)
                                                                                            : folded));
}

/* Longer forms before those that they begin with; a point may follow an abbreviation. */
static const struct
{
  const char *written, *type, *level;
} unit_types[] = {
  { "thị trấn", "thị trấn", "commune" },
  { "thị xã", "thị xã", "district" },
  { "thành phố", "thành phố", NULL },
  { "phường", "phường", "commune" },
  { "đặc khu", "đặc khu", "commune" },
  { "huyện", "huyện", "district" },
  { "quận", "quận", "district" },
  { "tỉnh", "tỉnh", "province" },
  { "xã", "xã", "commune" },
  { "tp", "thành phố", NULL },
  { "tx", "thị xã", "district" },
  { "tt", "thị trấn", "commune" },
  { "p.", "phường", "commune" },
  { "x.", "xã", "commune" },
  { "h.", "huyện", "district" },
  { "q.", "quận", "district" },
};

/* What follows the type in @tidy; NULL when it does not begin with it. */
static const char *
skip_type (const char *tidy,
           const char *written)
{
  g_autofree char *lower = g_utf8_strdown (tidy, -1);
  const char *rest;

  if (!g_str_has_prefix (lower, written))
    return NULL;
  rest = g_utf8_offset_to_pointer (tidy, g_utf8_strlen (written, -1));
  if (!g_str_has_suffix (written, ".") && *rest != ' ' && *rest != '.')
    return NULL;
  rest += strspn (rest, " .");
  return *rest != '\0' ? rest : NULL;
}

OcopImportUnitName
ocop_import_parse_unit (const char *text)
{
  OcopImportUnitName unit = { NULL, NULL, NULL };
  g_autofree char *tidy = ocop_text_tidy (text);

  for (guint i = 0; tidy != NULL && i < G_N_ELEMENTS (unit_types); i++)
    {
      const char *rest = skip_type (tidy, unit_types[i].written);

      if (rest == NULL)
        continue;
      unit.type = unit_types[i].type;
      unit.level = unit_types[i].level;
      if (g_ascii_isdigit (*rest))
        {
          g_autofree char *first = g_utf8_strup (unit.type, g_utf8_next_char (unit.type) - unit.type);

          unit.name = g_strconcat (first, g_utf8_next_char (unit.type), " ", rest, NULL);
        }
      else
        unit.name = g_strdup (rest);
      return unit;
    }
  unit.name = g_steal_pointer (&tidy);
  return unit;
}

void
ocop_import_unit_name_clear (OcopImportUnitName *unit)
{
  g_clear_pointer (&unit->name, g_free);
}
