/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopPaperLayoutColumn:
 * @name: the column's stable key
 * @title: (nullable): the office's own heading; %NULL for the usual one
 */
typedef struct
{
  char *name;
  char *title;
} OcopPaperLayoutColumn;

/**
 * OcopPaperLayout:
 *
 * The columns that an office wants to see in a report: which, in which order,
 * under which headings.
 */
typedef struct
{
  GPtrArray *columns;   /* (element-type OcopPaperLayoutColumn) */
} OcopPaperLayout;

OcopPaperLayout *ocop_paper_layout_new       (void);
void             ocop_paper_layout_free      (OcopPaperLayout *layout);

void             ocop_paper_layout_add       (OcopPaperLayout *layout,
                                              const char      *name,
                                              const char      *title);

/* The form kept in settings: [{"name": "product", "title": "Tên sản phẩm"}, {"name": "class"}]. Free with g_free(). */
char            *ocop_paper_layout_to_json   (const OcopPaperLayout *layout);

/**
 * ocop_paper_layout_from_json:
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_INVALID_VALUE when @json is
 *   not a list of columns, each named once.
 */
OcopPaperLayout *ocop_paper_layout_from_json (const char  *json,
                                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperLayout, ocop_paper_layout_free)

G_END_DECLS
