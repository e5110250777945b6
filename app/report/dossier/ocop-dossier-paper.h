/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"
#include "report/ocop-paper.h"
#include "report/ocop-template-data.h"

G_BEGIN_DECLS

/**
 * OcopDossierPaper:
 * @name: stable: "form-01"
 * @title: English, to be translated
 * @template: (nullable): the office's template that is filled, where it is a paper of the office's
 * @together: of a paper of the office's: one for all the dossiers that are chosen, not one each
 *
 * A paper that is made of dossiers. Ours are described once and shown on any surface; the office's
 * are filled into its own template.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *template;
  gboolean together;
} OcopDossierPaper;

/* All of them, ended by one without a name. */
const OcopDossierPaper *ocop_dossier_paper_all   (void);
/* %NULL when there is none of that name. */
const OcopDossierPaper *ocop_dossier_paper_find  (const char              *name);

/**
 * ocop_dossier_paper_build:
 * @self: one of ours
 * @ids: (array zero-terminated=1): of the dossiers, at least one
 * @on: the day of the paper
 *
 * Returns: (transfer full): the paper of the first, which those of the others follow; %NULL on failure
 */
OcopPaper              *ocop_dossier_paper_build (const OcopDossierPaper  *self,
                                                  OcopReader              *reader,
                                                  const char * const      *ids,
                                                  OcopDate                 on,
                                                  GError                 **error);

/**
 * ocop_dossier_paper_gather:
 * @self: one of the office's
 *
 * Returns: (transfer full): what is written into its template (docs/templates.md); %NULL on failure,
 *   with %OCOP_ERROR_REFUSED where there is nothing to write: nothing is missing from the dossier
 */
OcopTemplateData       *ocop_dossier_paper_gather (const OcopDossierPaper  *self,
                                                   OcopReader              *reader,
                                                   const char * const      *ids,
                                                   OcopDate                 on,
                                                   GError                 **error);

/**
 * ocop_dossier_paper_fill:
 * @self: one of the office's
 * @template: (nullable): a .docx of the office's own; the one that comes with the program when %NULL
 * @problems: (out) (element-type OcopTemplateProblem): the fields that nothing is known of
 *
 * Returns: (transfer full): the .docx; %NULL on failure, as with ocop_dossier_paper_gather()
 */
GBytes                 *ocop_dossier_paper_fill  (const OcopDossierPaper  *self,
                                                  OcopReader              *reader,
                                                  const char * const      *ids,
                                                  OcopDate                 on,
                                                  GBytes                  *template,
                                                  GPtrArray              **problems,
                                                  GError                 **error);

G_END_DECLS
