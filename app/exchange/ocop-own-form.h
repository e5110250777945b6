/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-book.h"
#include "register/ocop-change.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Forms of other authors that the office fills again and again: kept in the register under a name, each with its
 * workbook and with what goes into which of its cells. */

/* The form of that name, or id; (transfer full): %NULL with %OCOP_ERROR_NOT_FOUND where there is none. */
OcopRecord   *ocop_own_form_find         (OcopReader          *reader,
                                          const char          *name,
                                          GError             **error);

/* The workbook of @form; %NULL where its file is missing or is no workbook that can be filled. */
OcopFormBook *ocop_own_form_open         (OcopRegister        *reg,
                                          const OcopRecord    *form,
                                          GError             **error);

/* What a form is called whose workbook is at @path: as the file, without its ending. Free with g_free(). */
char         *ocop_own_form_dup_name     (const char          *path);

/* Keeps the workbook at @path among the attachments, after trying whether it can be filled; not in the reader thread.
 * (transfer full): its name there; %NULL with @error. */
char         *ocop_own_form_keep_file    (OcopRegister        *reg,
                                          const char          *path,
                                          GError             **error);

/* Adds a form of that name with the attachment @file, or gives the one that has the name the new file: its cells stay as
 * they are mapped. (transfer full) */
OcopChange   *ocop_own_form_change_file  (OcopReader          *reader,
                                          const char          *name,
                                          const char          *file,
                                          GError             **error);

/* Puts @cells (element-type OcopFormCell) in the place of what @form maps. (transfer full) */
OcopChange   *ocop_own_form_change_cells (OcopReader          *reader,
                                          const char          *id,
                                          const GPtrArray     *cells,
                                          GError             **error);

/* What is mapped: as ocop_form_cells_read(). */
GPtrArray    *ocop_own_form_read_cells   (const OcopRecord    *form,
                                          GError             **error);

G_END_DECLS
