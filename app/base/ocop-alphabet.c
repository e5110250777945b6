/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-alphabet.h"

#include <unicode/ucol.h>

static gpointer
open_collator (gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation at all: %s", u_errorName (status));
  return collator;
}

int
ocop_alphabet_compare (const char *a,
                       const char *b)
{
  static GOnce once = G_ONCE_INIT;
  const UCollator *collator = g_once (&once, open_collator, NULL);
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
}
