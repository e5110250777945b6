/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the standard register of timings for a test of another language.
 *
 *   make-register FILE PRODUCTS [work]
 *
 * With "work" there is the work of five years beside them, and a plan. */

#include <locale.h>
#include <stdlib.h>

#include "generate-work.h"
#include "generate.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;

  setlocale (LC_CTYPE, "C.UTF-8");
  if (argc < 3)
    return EXIT_FAILURE;
  reg = generate_register (argv[1], (guint) atoi (argv[2]), &error);
  if (reg == NULL || (argc > 3 && !generate_work (reg, &error)))
    g_error ("%s", error->message);
  ocop_register_close (reg);
  g_object_unref (reg);
  return EXIT_SUCCESS;
}
