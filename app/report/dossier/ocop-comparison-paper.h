/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-sheet-comparison.h"
#include "report/dossier/ocop-form-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* The former and the present scoring of the dossier's product, criterion by criterion: beside each other where
 * both are of one set and law book, else one after the other. Returns: (transfer full) */
OcopPaper *ocop_comparison_paper_new (const OcopFormFacts        *facts,
                                      const OcopSheetComparison  *comparison);

G_END_DECLS
