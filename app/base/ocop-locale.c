/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-locale.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <gio/gio.h>

/* Where this build's own translations lie: beside an uninstalled program, or
 * under the prefix that it was moved to. */
static char *
find_locale_folder (void)
{
  const char *told = g_getenv ("OCOP_LOCALEDIR");
  g_autofree char *program = NULL;
  g_autofree char *folder = NULL;
  static const char * const places[] = { "../po", "../share/locale" };

  if (told != NULL)
    return g_strdup (told);
#ifdef G_OS_WIN32
  folder = g_win32_get_package_installation_directory_of_module (NULL);
  return g_build_filename (folder, "share", "locale", NULL);
#else
  program = g_file_read_link ("/proc/self/exe", NULL);
  folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
#endif
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *candidate = g_build_filename (folder, places[i], NULL);
      g_autofree char *catalogue = g_build_filename (candidate, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (catalogue, G_FILE_TEST_EXISTS))
        return g_canonicalize_filename (candidate, NULL);
    }
  return g_build_filename (folder, "..", "share", "locale", NULL);
}

void
ocop_locale_start (const char *language)
{
  g_autofree char *folder = find_locale_folder ();
  const char *current;

  if (language == NULL)
    language = g_getenv ("OCOP_LANGUAGE");
  if (language == NULL || *language == '\0')
    language = "vi";
  g_setenv ("LANGUAGE", language, TRUE);

  /* gettext translates nothing in the locale "C", and GLib takes names of files as ASCII there. */
  current = setlocale (LC_ALL, "");
  if (current == NULL || strcmp (setlocale (LC_CTYPE, NULL), "C") == 0 || strcmp (setlocale (LC_CTYPE, NULL), "POSIX") == 0)
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  ocop_locale_pin_numbers ();

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
ocop_locale_pin_numbers (void)
{
  setlocale (LC_NUMERIC, "C");
}
