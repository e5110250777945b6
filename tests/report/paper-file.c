/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-file.h"

#include <glib/gstdio.h>

void
paper_file_set_up (PaperFile  *file,
                   const char *name)
{
  file->folder = g_dir_make_tmp ("ocop-XXXXXX", NULL);
  file->path = g_build_filename (file->folder, name, NULL);
}

void
paper_file_tear_down (PaperFile     *file,
                      gconstpointer  data)
{
  g_remove (file->path);
  g_assert_cmpint (g_rmdir (file->folder), ==, 0);
  g_free (file->folder);
  g_free (file->path);
}

char *
paper_file_ask (const char *tool,
                const char *option,
                const char *path)
{
  const char *argv[] = { tool, path, option != NULL ? "-" : NULL, NULL };
  const char *with_option[] = { tool, option, path, "-", NULL };
  /* pdfinfo writes dates as its locale does. */
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "LC_ALL", "C.UTF-8", TRUE);
  char *answer = NULL;

  if (!g_spawn_sync (NULL, (char **) (option != NULL ? with_option : argv), environment,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &answer, NULL, NULL, NULL))
    g_test_skip ("poppler's tools are not installed");
  return answer;
}
