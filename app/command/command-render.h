/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-file.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* Writes a paper to a file of one form. */
typedef gboolean (*OcopRender) (OcopPaper          *paper,
                                const char         *path,
                                OcopPaperProgress   progress,
                                gpointer            data,
                                GCancellable       *cancellable,
                                GError            **error);

/* By the ending of @path: .xlsx, .pdf or .csv; %NULL after it has said that it is none of them. */
OcopRender ocop_render_find  (const char  *path);

/* Shows progress on a terminal. */
gboolean   ocop_render_paper (OcopPaper   *paper,
                              const char  *path,
                              OcopRender   render,
                              GError     **error);

G_END_DECLS
