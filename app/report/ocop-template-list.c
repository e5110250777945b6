/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-data.h"

static const OcopTemplate templates[] = {
  { "completion-request", N_("Request to complete a dossier") },
  { "proposal-letter", N_("Proposal of the commune to the province") },
  { "visit-schedule", N_("Schedule of visits of the advisory group") },
  { "council-decision", N_("Decision setting up the council") },
  { "advisory-group-decision", N_("Decision setting up the advisory group") },
  { "evaluation-plan", N_("Evaluation plan of the round") },
  { "sample-handover", N_("Hand-over of samples") },
  { "advisory-report", N_("Report of the advisory group") },
  { "invitation", N_("Invitation to a session of the council") },
  { "attendance-list", N_("Attendance list") },
  { "allowance-list", N_("Allowance list") },
  { "minutes", N_("Minutes of a session of the council") },
  { "council-report", N_("Report of the council") },
  { "submission", N_("Submission of the results") },
  { "recognition-decision", N_("Decision to recognise products, with its list") },
  { "approval-decision", N_("Decision to approve results of 90 points and more") },
  { "result-notice", N_("Notice of the result to a producer") },
  { "commune-notice", N_("Notice of the result to a commune") },
  { "ministry-letter", N_("Letter of the dossier to the Ministry") },
  { "revocation-decision", N_("Decision to revoke a certificate") },
  { "revocation-notice", N_("Notice of a revocation to a producer and commune") },
  { "withdrawal-decision", N_("Decision to withdraw a recognition as the Ministry asked") },
  { "withdrawal-notice", N_("Notice of a withdrawal to a producer and commune") },
  { NULL }
};

const OcopTemplate *
ocop_template_list_all (void)
{
  return templates;
}

const OcopTemplate *
ocop_template_list_find (const char *name)
{
  for (const OcopTemplate *template = templates; template->name != NULL; template++)
    if (strcmp (template->name, name) == 0)
      return template;
  return NULL;
}

GBytes *
ocop_template_load (const OcopTemplate  *self,
                    GError             **error)
{
  g_autofree char *name = g_strdup_printf ("templates/%s.docx", self->name);

  return ocop_data_lookup (name, error);
}
