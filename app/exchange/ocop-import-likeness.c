/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-likeness-private.h"

#include <string.h>

#include "base/ocop-text.h"

/* Grave, acute, tilde, hook above, dot below: the tones. Other marks tell letters apart. */
static gboolean
is_tone (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* Lower case, each word's tone at its end. */
static char *
dup_writing (const char *name)
{
  g_autofree char *tidy = ocop_text_tidy (name);
  g_autofree char *lower = g_utf8_casefold (tidy != NULL ? tidy : "", -1);
  g_autofree char *parted = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  g_autoptr(GString) tones = g_string_new (NULL);
  GString *writing = g_string_sized_new (strlen (parted));

  for (const char *p = parted; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_tone (c))
        {
          g_string_append_unichar (tones, c);
          continue;
        }
      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        {
          g_string_append (writing, tones->str);
          g_string_truncate (tones, 0);
        }
      g_string_append_unichar (writing, c);
    }
  g_string_append (writing, tones->str);
  return g_string_free (writing, FALSE);
}

gboolean
ocop_import_same_writing (const char *a,
                          const char *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  left = dup_writing (a);
  right = dup_writing (b);
  return strcmp (left, right) == 0;
}

/* Longer ones before those that they hold; what ocop_text_fold() writes out comes written out. */
static const char * const fillers[] = {
  "lien hiep hop tac xa", "hop tac xa", "to hop tac", "cong ty", "co phan", "trach nhiem huu han", "tnhh",
  "mot thanh vien", "hai thanh vien tro len", "mtv", "doanh nghiep tu nhan", "doanh nghiep", "tap doan", "ho kinh doanh",
  "ho san xuat", "ho gia dinh", "co so san xuat", "co so", "trang trai", "san xuat", "sx", "kinh doanh", "kd",
  "thuong mai", "tm", "dich vu", "dv", "nong nghiep", "nn", "dvnn", "xuat nhap khau", "xnk", "va",
};

/* Takes each @phrase, in blanks, out of @name. */
static void
drop_phrase (GString    *name,
             const char *phrase)
{
  g_autofree char *parted = g_strconcat (" ", phrase, " ", NULL);
  const char *found;

  while ((found = strstr (name->str, parted)) != NULL)
    g_string_erase (name, found - name->str, (gssize) strlen (phrase) + 1);
}

char *
ocop_import_bare_name (const char *folded)
{
  g_autoptr(GString) name = g_string_new (" ");

  g_string_append (name, folded);
  g_string_append_c (name, ' ');
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    drop_phrase (name, fillers[i]);
  g_strstrip (name->str);
  return g_strdup (*name->str != '\0' ? name->str : folded);
}
