/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper.h"

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

/* Fails unless @write makes the same bytes of the same paper once more, a second later. */
void  paper_file_assert_same_bytes (PaperFile *file,
                                    void     (*write) (OcopPaper  *paper,
                                                       const char *path));

/* What one of poppler's tools says of the PDF at @path; %NULL, and the test skipped, where it is not installed. */
char *paper_file_ask       (const char    *tool,
                            const char    *option,
                            const char    *path);

G_END_DECLS
