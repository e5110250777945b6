/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-own-form.h"
#include "report/form/ocop-own-form-source.h"
#include "report/ocop-report-list.h"
#include "report/ocop-statistics.h"

G_BEGIN_DECLS

/* The fields of each kind of source: stable names, and titles in English, to be translated; ended by %NULL. */
typedef struct
{
  const char *name;
  const char *title;
} OcopOwnFormField;

extern const OcopOwnFormField ocop_own_form_target_fields[];
extern const OcopOwnFormField ocop_own_form_count_fields[];
extern const OcopOwnFormField ocop_own_form_office_fields[];
extern const OcopOwnFormField ocop_own_form_period_fields[];

/**
 * OcopOwnFormFacts:
 * @plan: (nullable): where there is none of the year
 * @statistics: (nullable): until somebody asks
 * @papers: name of a report -> OcopPaper, those that somebody asked for
 *
 * What the sources are taken from, each read once.
 */
typedef struct
{
  OcopReader *reader;
  OcopRecord *office;
  OcopPlan *plan;
  OcopPeriod period;
  OcopDate on;
  OcopQuery *area;          /* (nullable): the products of the office's own area; all when NULL */
  OcopStatistics *statistics;
  GHashTable *papers;
} OcopOwnFormFacts;

OcopOwnFormFacts     *ocop_own_form_facts_new    (OcopReader              *reader,
                                                  const OcopOwnFormScope  *scope,
                                                  GError                 **error);
void                  ocop_own_form_facts_free   (OcopOwnFormFacts        *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOwnFormFacts, ocop_own_form_facts_free)

/* (transfer none): products in force by locality; %NULL on failure. */
const OcopStatistics *ocop_own_form_facts_count  (OcopOwnFormFacts        *facts,
                                                  GError                 **error);
/* (transfer none): all columns of the first table of the report; %NULL on failure. */
const OcopPaperTable *ocop_own_form_facts_report (OcopOwnFormFacts        *facts,
                                                  const OcopReport        *report,
                                                  GError                 **error);

/* Puts the field of a target into @value. */
void                  ocop_own_form_put_target   (OcopFormValue           *value,
                                                  const OcopProgress      *progress,
                                                  const char              *field);
/* Puts a cell of a report into @value. */
void                  ocop_own_form_put_cell     (OcopFormValue           *value,
                                                  const OcopPaperColumn   *column,
                                                  const OcopValue         *cell);

G_END_DECLS
