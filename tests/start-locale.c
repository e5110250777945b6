/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the tests when they run under another locale: a test program
 * does not call setlocale() by itself, and would stay in the locale "C". What
 * it sets is what ocop_locale_start() sets in the programmes. */
#include <locale.h>

static void __attribute__ ((constructor))
start_locale (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
}
