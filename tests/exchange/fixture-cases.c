/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-cases.h"

#include <glib/gstdio.h>

void
fixture_add_cases (const char    *path,
                   gconstpointer  names,
                   gsize          size,
                   guint          n_cases,
                   GTestDataFunc  function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const char *record = (const char *) names + i * size;
      g_autofree char *full = g_strconcat (path, "/", *(const char * const *) (const void *) record, NULL);

      g_test_add_data_func (full, record, function);
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        g_remove (inside);
    }
  g_rmdir (path);
}

int
fixture_run_tests (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ocop-test-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  status = g_test_run ();
  remove_folder (folder);
  return status;
}
