/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-file.h"

#include <glib/gstdio.h>

#include "sample-paper.h"

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

void
paper_file_assert_same_bytes (PaperFile *file,
                              void     (*write) (OcopPaper  *paper,
                                                 const char *path))
{
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(OcopPaper) paper = sample_paper_new_distribution ();

      if (i > 0)
        g_usleep (1100000);
      write (paper, file->path);
      g_file_get_contents (file->path, i == 0 ? &first : &second, i == 0 ? &first_length : &second_length, NULL);
    }
  g_assert_cmpmem (first, first_length, second, second_length);
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
