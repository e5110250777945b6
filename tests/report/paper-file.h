/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place for one file in a folder of its own, gone after the test. */
typedef struct
{
  char *folder;
  char *path;
} PaperFile;

void  paper_file_set_up    (PaperFile     *file,
                            const char    *name);
/* Fails when anything else was left behind in the folder. */
void  paper_file_tear_down (PaperFile     *file,
                            gconstpointer  data);

/* What one of poppler's tools says of the PDF at @path; %NULL, and the test skipped, where it is not installed. */
char *paper_file_ask       (const char    *tool,
                            const char    *option,
                            const char    *path);

G_END_DECLS
