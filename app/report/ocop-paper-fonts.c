/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-fonts.h"

#include <fontconfig/fontconfig.h>

/* Letters of two marks, of the horn, and the đồng sign: what incomplete faces lack. */
#define TELLING_LETTERS "ơưếệỗậỞỰĐđ₫"

static gboolean
face_covers (const FcPattern *face)
{
  FcCharSet *letters = NULL;

  if (FcPatternGetCharSet (face, FC_CHARSET, 0, &letters) != FcResultMatch)
    return FALSE;
  for (const char *p = TELLING_LETTERS; *p != '\0'; p = g_utf8_next_char (p))
    if (!FcCharSetHasChar (letters, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Only faces that are there: FcFontMatch() would give a substitute for one that is not. */
static gboolean
has_face (const char *family,
          int         weight)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight, NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, FC_CHARSET, NULL);
  FcFontSet *faces = FcFontList (NULL, wanted, objects);
  gboolean covers = FALSE;

  for (int i = 0; faces != NULL && i < faces->nfont && !covers; i++)
    covers = face_covers (faces->fonts[i]);
  if (faces != NULL)
    FcFontSetDestroy (faces);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (wanted);
  return covers;
}

gboolean
ocop_paper_font_covers (const char *family)
{
  return has_face (family, FC_WEIGHT_REGULAR) && has_face (family, FC_WEIGHT_BOLD);
}

const char *
ocop_paper_font_family (void)
{
  static const char * const families[] = {
    "Times New Roman", "Liberation Serif", "Tinos", "FreeSerif", "Noto Serif", "DejaVu Serif",
  };
  static gsize chosen = 0;

  if (g_once_init_enter (&chosen))
    {
      const char *family = "Serif";

      for (guint i = G_N_ELEMENTS (families); i > 0; i--)
        if (ocop_paper_font_covers (families[i - 1]))
          family = families[i - 1];
      g_once_init_leave (&chosen, (gsize) family);
    }
  return (const char *) chosen;
}
