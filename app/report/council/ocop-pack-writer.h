/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-pack.h"
#include "report/ocop-paper-file.h"

G_BEGIN_DECLS

/**
 * OcopPackWritten:
 * @n_files: that were written
 * @kept: (element-type utf8): paths of files that were there already and are as they were
 * @problems: (element-type utf8): what of the templates could not be filled, a sentence each
 *
 * What writing a pack came to.
 */
typedef struct
{
  guint n_files;
  GPtrArray *kept;
  GPtrArray *problems;
} OcopPackWritten;

OcopPackWritten *ocop_pack_written_new  (void);
void             ocop_pack_written_free (OcopPackWritten *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPackWritten, ocop_pack_written_free)

/**
 * ocop_pack_write:
 * @items: (element-type OcopPackItem): those of @pack to write
 * @folder: is made where it is not there
 * @templates: (nullable): as of ocop_pack_fill()
 * @overwrite: whether files that are there are replaced; else they are kept, and told
 * @progress: (nullable): called after each paper
 * @written: filled also where it fails: each file is there whole or not at all
 *
 * Our papers become .pdf, and .xlsx where a workbook is of use; the office's become .docx.
 */
gboolean         ocop_pack_write        (const OcopPack     *pack,
                                         GPtrArray          *items,
                                         const char         *folder,
                                         const char         *templates,
                                         gboolean            overwrite,
                                         OcopPaperProgress   progress,
                                         gpointer            user_data,
                                         GCancellable       *cancellable,
                                         OcopPackWritten    *written,
                                         GError            **error);

G_END_DECLS
