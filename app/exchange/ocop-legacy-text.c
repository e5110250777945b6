/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-legacy-text.h"

static const struct
{
  const char *name, *title;
} encodings[OCOP_N_LEGACY_ENCODINGS] = {
  [OCOP_LEGACY_TCVN3] = { "tcvn3", "TCVN3 (ABC)" },
  [OCOP_LEGACY_VNI] = { "vni", "VNI" },
};

const char *
ocop_legacy_encoding_get_title (OcopLegacyEncoding encoding)
{
  return encodings[encoding].title;
}

const char *
ocop_legacy_encoding_get_name (OcopLegacyEncoding encoding)
{
  return encodings[encoding].name;
}

gboolean
ocop_legacy_encoding_find (const char         *name,
                           OcopLegacyEncoding *encoding)
{
  for (guint i = OCOP_LEGACY_NONE + 1; i < OCOP_N_LEGACY_ENCODINGS; i++)
    if (g_ascii_strcasecmp (encodings[i].name, name) == 0)
      {
        *encoding = (OcopLegacyEncoding) i;
        return TRUE;
      }
  return FALSE;
}

#define FIRST_LETTER 0xa1
#define LAST_LETTER 0xff

/* What TCVN3 draws in the place of each character from U+00A1 on; a full stop where it draws nothing. */
static const char tcvn3[] =
  "ĂÂÊÔƠƯĐăâêôơưđ" "." /* A1 to AF */
  "....." "àảãáạ" "." "ằẳẵắ" "......." "ặ" "ầẩẫấậè" "." "ẻẽéẹ" /* B0 to D1 */
  "ềểễếệìỉ" "..." "ĩíịò" "." "ỏõóọ" "ồổỗốộ" "ờởỡớợ" /* D2 to EE */
  "ù" "." "ủũúụ" "ừửữứự" "ỳỷỹýỵ" "."; /* EF to FF */

/* What takes a mark in VNI; i has letters of its own. */
#define ANY_VOWEL "aeouyAEOUYôöÔÖ"
#define HAT_VOWEL "aeoAEO"
#define BREVE_VOWEL "aA"

/* VNI puts the marks of a vowel behind it; of a capital 32 places earlier. */
static const struct
{
  gunichar mark;
  const char *vowels, *combining;
} vni_marks[] = {
  { 0xf9, ANY_VOWEL, "\314\201" },            /* ù: acute */
  { 0xf8, ANY_VOWEL, "\314\200" },            /* ø: grave */
  { 0xfb, ANY_VOWEL, "\314\211" },            /* û: hook */
  { 0xf5, ANY_VOWEL, "\314\203" },            /* õ: tilde */
  { 0xef, ANY_VOWEL, "\314\243" },            /* ï: dot below */
  { 0xe2, HAT_VOWEL, "\314\202" },            /* â: circumflex, then with each tone */
  { 0xe1, HAT_VOWEL, "\314\202\314\201" },
  { 0xe0, HAT_VOWEL, "\314\202\314\200" },
  { 0xe5, HAT_VOWEL, "\314\202\314\211" },
  { 0xe3, HAT_VOWEL, "\314\202\314\203" },
  { 0xe4, HAT_VOWEL, "\314\243\314\202" },
  { 0xea, BREVE_VOWEL, "\314\206" },          /* ê: breve, then with each tone */
  { 0xe9, BREVE_VOWEL, "\314\206\314\201" },
  { 0xe8, BREVE_VOWEL, "\314\206\314\200" },
  { 0xfa, BREVE_VOWEL, "\314\206\314\211" },
  { 0xfc, BREVE_VOWEL, "\314\206\314\203" },
  { 0xeb, BREVE_VOWEL, "\314\243\314\206" },
};

/* Letters that VNI draws whole. */
static const struct
{
  gunichar drawn;
  const char *letter;
} vni_letters[] = {
  { 0xf4, "ơ" }, { 0xf6, "ư" }, { 0xf1, "đ" }, { 0xe6, "ỉ" }, { 0xf3, "ĩ" }, { 0xf2, "ị" }, { 0xee, "ỵ" },
  { 0xd4, "Ơ" }, { 0xd6, "Ư" }, { 0xd1, "Đ" }, { 0xc6, "Ỉ" }, { 0xd3, "Ĩ" }, { 0xd2, "Ị" }, { 0xce, "Ỵ" },
};

static gboolean
is_one_of (gunichar    c,
           const char *letters)
{
  return c != 0 && g_utf8_strchr (letters, -1, c) != NULL;
}

/* NULL for what TCVN3 leaves as it is. */
static const char *
find_tcvn3 (gunichar c)
{
  const char *letter;

  if (c < FIRST_LETTER || c > LAST_LETTER)
    return NULL;
  letter = g_utf8_offset_to_pointer (tcvn3, (glong) (c - FIRST_LETTER));
  return *letter != '.' ? letter : NULL;
}

static const char *
find_vni_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].drawn == c)
      return vni_letters[i].letter;
  return NULL;
}

static const char *
find_vni_mark (gunichar before,
               gunichar c)
{
  gunichar small = c >= 0xc0 && c <= 0xdf ? c + 0x20 : c;

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].mark == small && is_one_of (before, vni_marks[i].vowels))
      return vni_marks[i].combining;
  return NULL;
}

static gboolean
has_only_unicode (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) > LAST_LETTER)
      return TRUE;
  return FALSE;
}

/* Signs where a word would have a letter: nothing but TCVN3 has them there. */
static gboolean
is_sign_in_word (gunichar before,
                 gunichar c,
                 gunichar after)
{
  if (c >= 0xb5 && c <= 0xbe)
    return g_unichar_isalpha (before) && find_tcvn3 (c) != NULL;
  return c >= 0xa1 && c <= 0xae && g_unichar_isalpha (after);
}

static gboolean
is_capital_in_word (gunichar before,
                    gunichar c)
{
  return before >= 'a' && before <= 'z' && c >= 0xc0 && g_unichar_isupper (c);
}

/* Hoà, hoá, loã: in Unicode, too. */
static gboolean
is_vni_pair (gunichar before,
             gunichar c)
{
  return find_vni_mark (before, c) != NULL && !(is_one_of (before, "oO") && is_one_of (c, "àáãÀÁÃ"));
}

OcopLegacyEncoding
ocop_legacy_text_recognise (const char *text)
{
  /* No Vietnamese word has them, nor a capital behind a small letter, and VNI has them only as marks. */
  static const char strangers[] = "Ë×ØÜÞßäåçëïð÷øûüþ";
  guint n_signs = 0, n_pairs = 0, n_strangers = 0;
  gunichar before = 0;

  if (has_only_unicode (text))
    return OCOP_LEGACY_NONE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_sign_in_word (before, c, g_utf8_get_char (g_utf8_next_char (p))))
        n_signs++;
      else if (is_vni_pair (before, c))
        n_pairs++;
      else if ((g_unichar_isalpha (before) && is_one_of (c, strangers)) || is_capital_in_word (before, c))
        n_strangers++;
      before = c;
    }
  if (n_signs == 0 && n_pairs > n_strangers)
    return OCOP_LEGACY_VNI;
  return n_signs + n_strangers > 0 ? OCOP_LEGACY_TCVN3 : OCOP_LEGACY_NONE;
}

/* Beyond ASCII: the letters of Vietnamese and the signs of ordinary text. */
static gboolean
is_windows_1258_letter (guchar byte)
{
  return byte != 0 && strchr ("\xc0\xc1\xc2\xc3\xc8\xc9\xca\xcd\xd0\xd3\xd4\xd5\xd9\xda\xdd"
                              "\xe0\xe1\xe2\xe3\xe8\xe9\xea\xed\xf0\xf3\xf4\xf5\xf9\xfa\xfd", byte) != NULL;
}

static gboolean
is_windows_1258_sign (guchar byte)
{
  return byte != 0 && strchr ("\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xab"
                              "\xb0\xb1\xb2\xb3\xb7\xbb\xd7\xfe", byte) != NULL;
}

static gboolean
is_windows_1258_tone (guchar byte)
{
  return byte != 0 && strchr ("\xcc\xd2\xde\xec\xf2", byte) != NULL;
}

static gboolean
takes_windows_1258_tone (guchar byte)
{
  return byte != 0 && strchr ("aeiouyAEIOUY\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd", byte) != NULL;
}

gboolean
ocop_legacy_text_is_windows_1258 (const char *data,
                                  gsize       length)
{
  guchar before = 0;
  gboolean found = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) data[i];

      if (byte == 0)
        return FALSE;
      if (is_windows_1258_tone (byte))
        {
          if (!takes_windows_1258_tone (before))
            return FALSE;
          found = TRUE;
        }
      else if (byte >= 0x80 && is_windows_1258_letter (byte))
        found = TRUE;
      /* A sign within a word is a letter of TCVN3. */
      else if (byte >= 0x80 && (!is_windows_1258_sign (byte) || g_ascii_isalpha (before)))
        return FALSE;
      before = byte;
    }
  return found;
}

/* No small letter, and a word with two capitals. */
static gboolean
is_in_capitals (const char *text)
{
  guint n_in_word = 0, most = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_islower (*p))
        return FALSE;
      n_in_word = *p == ' ' ? 0 : n_in_word + (g_ascii_isupper (*p) ? 1 : 0);
      most = MAX (most, n_in_word);
    }
  return most >= 2;
}

static void
append_tcvn3 (GString  *recoded,
              gunichar  c,
              gboolean  in_capitals)
{
  const char *letter = find_tcvn3 (c);
  gunichar drawn = letter != NULL ? g_utf8_get_char (letter) : c;

  g_string_append_unichar (recoded, in_capitals && letter != NULL ? g_unichar_toupper (drawn) : drawn);
}

static void
append_vni (GString  *recoded,
            gunichar  before,
            gunichar  c)
{
  const char *mark = find_vni_mark (before, c);
  const char *letter = mark == NULL ? find_vni_letter (c) : NULL;

  if (mark != NULL || letter != NULL)
    g_string_append (recoded, mark != NULL ? mark : letter);
  else
    g_string_append_unichar (recoded, c);
}

char *
ocop_legacy_text_recode (const char         *text,
                         OcopLegacyEncoding  encoding)
{
  g_autoptr(GString) recoded = g_string_new (NULL);
  gboolean in_capitals = is_in_capitals (text);
  gunichar before = 0;

  if (encoding == OCOP_LEGACY_NONE || has_only_unicode (text))
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (encoding == OCOP_LEGACY_VNI)
        append_vni (recoded, before, c);
      else
        append_tcvn3 (recoded, c, in_capitals);
      before = c;
    }
  return g_utf8_normalize (recoded->str, -1, G_NORMALIZE_NFC);
}
