/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <gtk/gtk.h>

#include "base/ocop-locale.h"
#include "desk-application.h"
#include "desk-settings.h"

/* The language must be known before anything is translated, so before options are parsed. */
static const char *
language_told (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--language="))
        return argv[i] + strlen ("--language=");
      if (g_str_equal (argv[i], "--language") && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(DeskApplication) application = NULL;
  g_autofree char *chosen = g_settings_get_string (desk_settings_get (), "language");
  const char *told = language_told (argc, argv);

  if (told == NULL && g_getenv ("OCOP_LANGUAGE") == NULL)
    told = chosen;
  ocop_locale_start (told);
  gtk_disable_setlocale ();

  application = desk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
