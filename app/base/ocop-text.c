/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-text.h"

#include <string.h>

/* Three bytes each: with a number and an ending, no more than the 255 bytes that a name may have. */
#define FILE_NAME_LETTERS 80

char *
ocop_text_tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr(GString) tidy = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        {
          if (tidy->len > 0)
            g_string_append_c (tidy, '\n');
          space = FALSE;
        }
      else if (g_unichar_isspace (c) || c == 0xfeff || c == 0x200b)
        space = TRUE;
      else if (!g_unichar_iscntrl (c))
        {
          if (space && tidy->len > 0 && tidy->str[tidy->len - 1] != '\n')
            g_string_append_c (tidy, ' ');
          space = FALSE;
          g_string_append_unichar (tidy, c);
        }
    }
  while (tidy->len > 0 && tidy->str[tidy->len - 1] == '\n')
    g_string_truncate (tidy, tidy->len - 1);
  return tidy->len == 0 ? NULL : g_strdup (tidy->str);
}

static const struct
{
  const char *abbreviation, *words;
} abbreviations[] = {
  { "htx", "hop tac xa" },
  { "tht", "to hop tac" },
  { "hkd", "ho kinh doanh" },
  { "cty", "cong ty" },
  { "ct", "cong ty" },
  { "cp", "co phan" },
  { "dntn", "doanh nghiep tu nhan" },
  { "cssx", "co so san xuat" },
  { "sp", "san pham" },
};

static void
append_word (GString    *folded,
             const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strcmp (word, abbreviations[i].abbreviation) == 0)
      word = abbreviations[i].words;
  if (*word == '\0')
    return;
  if (folded->len > 0)
    g_string_append_c (folded, ' ');
  g_string_append (folded, word);
}

char *
ocop_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *parted = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  g_autoptr(GString) word = g_string_new (NULL);
  GString *folded = g_string_sized_new (strlen (parted));

  for (const char *p = parted; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0111)
        g_string_append_c (word, 'd');
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (word, c);
      else if (!g_unichar_ismark (c))
        {
          append_word (folded, word->str);
          g_string_truncate (word, 0);
        }
    }
  append_word (folded, word->str);
  return g_string_free (folded, FALSE);
}

gboolean
ocop_text_same (const char *a,
                const char *b)
{
  g_autofree char *left = ocop_text_fold (a);
  g_autofree char *right = ocop_text_fold (b);

  return strcmp (left, right) == 0;
}

char *
ocop_text_join (const char         *separator,
                const char * const *parts,
                gsize               n_parts)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, parts[i]);
    }
  return g_string_free (joined, FALSE);
}

char *
ocop_text_to_file_name (const char *text)
{
  char *name = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), FILE_NAME_LETTERS));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (name);
  /* Windows takes no dot at the end. */
  while (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  return name;
}

gboolean
ocop_text_ends_in (const char *name,
                   const char *ending)
{
  gsize length = strlen (name), ending_length = strlen (ending);

  return length >= ending_length && g_ascii_strcasecmp (name + length - ending_length, ending) == 0;
}

char *
ocop_text_within_sentence (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strdown (text, (gssize) (rest - text));

  return g_strconcat (first, rest, NULL);
}

char *
ocop_text_cut_units (const char *text,
                     gsize       n_units)
{
  const char *end = text;

  for (gsize units = 0; *end != '\0'; end = g_utf8_next_char (end))
    {
      units += g_utf8_get_char (end) > 0xffff ? 2 : 1;
      if (units > n_units)
        break;
    }
  return g_strndup (text, (gsize) (end - text));
}

/* XML has no way to write the other control characters, nor these two. */
static gboolean
is_unwritable (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0xfffe || c == 0xffff;
}

char *
ocop_text_escape_xml (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_unwritable (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  return g_markup_escape_text (kept->str, -1);
}
