/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-dossier-paper.h"

#include <glib/gi18n.h>

#include "report/dossier/ocop-comparison-paper.h"
#include "report/dossier/ocop-dossier-letter.h"
#include "report/dossier/ocop-form-paper.h"
#include "report/ocop-template-list.h"
#include "report/ocop-template.h"

/* Of what the council found, not one of the forms. */
#define COMPARISON "score-comparison"

static const OcopDossierPaper papers[] = {
  { "form-01", N_("Form 01: application, with the receipts") },
  { "form-02", N_("Form 02: self-assessment, prepared") },
  { "form-03", N_("Form 03: report of the commune") },
  { "receipt", N_("Receipt of the dossier") },
  { "visit-record", N_("Record of a visit on the spot") },
  { "completion-request", N_("Request to complete a dossier"), "completion-request" },
  { "proposal-letter", N_("Proposal of the commune to the province"), "proposal-letter", TRUE },
  { "visit-schedule", N_("Schedule of visits of the advisory group"), "visit-schedule", TRUE },
  { "advisory-report", N_("Report of the advisory group"), "advisory-report", TRUE },
  { COMPARISON, N_("Former and new scores side by side") },
  { NULL }
};

/* What fills each of the office's papers, in their order above. */
static const struct
{
  const char *name;
  OcopDossierLetter write;
} letters[] = {
  { "completion-request", ocop_dossier_letter_completion },
  { "proposal-letter", ocop_dossier_letter_proposal },
  { "visit-schedule", ocop_dossier_letter_visits },
  { "advisory-report", ocop_dossier_letter_advice },
};

const OcopDossierPaper *
ocop_dossier_paper_all (void)
{
  return papers;
}

const OcopDossierPaper *
ocop_dossier_paper_find (const char *name)
{
  for (const OcopDossierPaper *paper = papers; paper->name != NULL; paper++)
    if (g_strcmp0 (paper->name, name) == 0)
      return paper;
  return NULL;
}

static OcopPaper *
build_comparison (OcopReader           *reader,
                  const char           *id,
                  const OcopFormFacts  *facts,
                  GError              **error)
{
  g_autoptr(OcopSheetComparison) comparison = ocop_sheet_comparison_read (reader, id, error);

  return comparison != NULL ? ocop_comparison_paper_new (facts, comparison) : NULL;
}

static OcopPaper *
build_one (const OcopDossierPaper  *self,
           OcopReader              *reader,
           const char              *id,
           OcopDate                 on,
           GError                 **error)
{
  g_autoptr(OcopFormFacts) facts = ocop_form_facts_load (reader, id, on, error);
  const OcopForm *form;

  if (facts != NULL && g_str_equal (self->name, COMPARISON))
    return build_comparison (reader, id, facts, error);
  form = facts != NULL ? ocop_forms_find (facts->book, self->name, error) : NULL;
  return form != NULL ? ocop_form_paper_new (form, facts) : NULL;
}

OcopPaper *
ocop_dossier_paper_build (const OcopDossierPaper  *self,
                          OcopReader              *reader,
                          const char * const      *ids,
                          OcopDate                 on,
                          GError                 **error)
{
  g_autoptr(OcopPaper) first = build_one (self, reader, ids[0], on, error);

  for (guint i = 1; first != NULL && ids[i] != NULL; i++)
    {
      OcopPaper *next = build_one (self, reader, ids[i], on, error);

      if (next == NULL)
        return NULL;
      ocop_paper_add_follower (first, next);
    }
  return g_steal_pointer (&first);
}

static gboolean
load_all (OcopReader          *reader,
          const char * const  *ids,
          OcopDate             on,
          GPtrArray           *dossiers,
          GError             **error)
{
  for (; *ids != NULL; ids++)
    {
      OcopFormFacts *facts = ocop_form_facts_load (reader, *ids, on, error);

      if (facts == NULL)
        return FALSE;
      g_ptr_array_add (dossiers, facts);
    }
  return TRUE;
}

OcopTemplateData *
ocop_dossier_paper_gather (const OcopDossierPaper  *self,
                           OcopReader              *reader,
                           const char * const      *ids,
                           OcopDate                 on,
                           GError                 **error)
{
  g_autoptr(GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_facts_free);
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();

  if (!load_all (reader, ids, on, dossiers, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (letters[i].name, self->name))
      return letters[i].write (reader, dossiers, data, error) ? g_steal_pointer (&data) : NULL;
  g_return_val_if_reached (NULL);
}

GBytes *
ocop_dossier_paper_fill (const OcopDossierPaper  *self,
                         OcopReader              *reader,
                         const char * const      *ids,
                         OcopDate                 on,
                         GBytes                  *template,
                         GPtrArray              **problems,
                         GError                 **error)
{
  g_autoptr(OcopTemplateData) data = ocop_dossier_paper_gather (self, reader, ids, on, error);
  g_autoptr(GBytes) own = NULL;

  if (data == NULL)
    return NULL;
  own = template != NULL ? g_bytes_ref (template) : ocop_template_load (ocop_template_list_find (self->template), error);
  return own != NULL ? ocop_template_fill (own, data, problems, error) : NULL;
}
