/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OcopTemplate:
 * @name: as files and the command line call it, "recognition-decision"
 * @title: English, to be translated
 * @symbol: (nullable): of its kind of paper, that its number has (decree 30/2020/NĐ-CP, annex III): "QĐ"; letters and lists
 *   have none
 *
 * A template of the office's papers that comes with the program. An office
 * starts from it and keeps its own. Its fields: docs/templates.md.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *symbol;
} OcopTemplate;

/* All of them, ended by one without a name, in the order in which the papers are written. */
const OcopTemplate *ocop_template_list_all  (void);

/* %NULL when there is none of that name. */
const OcopTemplate *ocop_template_list_find (const char          *name);

/* (transfer full): the .docx */
GBytes             *ocop_template_load      (const OcopTemplate  *self,
                                             GError             **error);

G_END_DECLS
