/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/dossier/ocop-form-facts.h"
#include "report/dossier/ocop-form.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* (transfer full): @form with all that @facts know; what they do not know is room to write in. */
OcopPaper *ocop_form_paper_new       (const OcopForm      *form,
                                      const OcopFormFacts *facts);

/* Head and foot of what the commune writes: in its own name, its chairman signs (article 7.2). */
void       ocop_form_paper_write_commune (OcopPaper       *paper,
                                          const OcopFormFacts *facts);

/* The tables of forms. */
void       ocop_form_paper_add_table (OcopPaper           *paper,
                                      OcopFormTable        table,
                                      const OcopFormFacts *facts);

G_END_DECLS
