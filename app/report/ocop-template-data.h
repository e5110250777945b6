/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopTemplateData:
 *
 * What is written into a template: texts by the names of their fields, and
 * lists of rows, each row a dictionary of its own. How dates, numbers and money
 * look is decided by whoever puts them in.
 *
 * Names are the same without marks, case and the signs between words, and
 * abbreviations are what they stand for: «Tên_SP» is «ten_san_pham»
 * (ocop_text_fold()).
 */
typedef struct _OcopTemplateData OcopTemplateData;

OcopTemplateData *ocop_template_data_new           (void);
/* Returns: (transfer full): with copies of all its rows */
OcopTemplateData *ocop_template_data_copy          (const OcopTemplateData *self);
void              ocop_template_data_free          (OcopTemplateData       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopTemplateData, ocop_template_data_free)

/**
 * ocop_template_data_new_from_json:
 * @bytes: an object whose members are texts, whole numbers, or arrays of such objects: the lists
 * @name: what messages call the file
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, the place named
 */
OcopTemplateData *ocop_template_data_new_from_json (GBytes                  *bytes,
                                                    const char              *name,
                                                    GError                 **error);

/* @text: (nullable): nothing is written then. Its line breaks become those of the paper. */
void              ocop_template_data_set           (OcopTemplateData        *self,
                                                    const char              *name,
                                                    const char              *text);
/* Makes @list known; without rows its row in the table goes. */
void              ocop_template_data_add_list      (OcopTemplateData        *self,
                                                    const char              *list);
/* Takes all rows of @list away; it stays known. */
void              ocop_template_data_clear_list    (OcopTemplateData        *self,
                                                    const char              *list);
/* A new last row of @list; (transfer none). */
OcopTemplateData *ocop_template_data_add_row       (OcopTemplateData        *self,
                                                    const char              *list);

/* By a name that is folded already; %NULL when it is unknown. */
const char       *ocop_template_data_get           (const OcopTemplateData  *self,
                                                    const char              *folded);
/* (transfer none) (element-type OcopTemplateData) */
GPtrArray        *ocop_template_data_get_rows      (const OcopTemplateData  *self,
                                                    const char              *folded);

G_END_DECLS
