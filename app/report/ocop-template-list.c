/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-data.h"

static const OcopTemplate templates[] = {
  { "completion-request", N_("Request to complete a dossier") },
  { "proposal-letter", N_("Proposal of the commune to the province") },
  { "visit-schedule", N_("Schedule of visits of the advisory group") },
  { "council-decision", N_("Decision setting up the council"), "QĐ" },
  { "advisory-group-decision", N_("Decision setting up the advisory group"), "QĐ" },
  { "evaluation-plan", N_("Evaluation plan of the round"), "KH" },
  { "sample-handover", N_("Hand-over of samples"), "BB" },
  { "advisory-report", N_("Report of the advisory group"), "BC" },
  { "invitation", N_("Invitation to a session of the council"), "GM" },
  { "attendance-list", N_("Attendance list") },
  { "allowance-list", N_("Allowance list") },
  { "minutes", N_("Minutes of a session of the council"), "BB" },
  { "council-report", N_("Report of the council"), "BC" },
  { "written-report", N_("Report of the council on written opinions"), "BC" },
  { "submission", N_("Submission of the results"), "TTr" },
  { "recognition-decision", N_("Decision to recognise products, with its list"), "QĐ" },
  { "approval-decision", N_("Decision to approve results of 90 points and more"), "QĐ" },
  { "result-notice", N_("Notice of the result to a producer"), "TB" },
  { "commune-notice", N_("Notice of the result to a commune"), "TB" },
  { "ministry-letter", N_("Letter of the dossier to the Ministry") },
  { "revocation-decision", N_("Decision to revoke a certificate"), "QĐ" },
  { "revocation-notice", N_("Notice of a revocation to a producer and commune"), "TB" },
  { "withdrawal-decision", N_("Decision to withdraw a recognition as the Ministry asked"), "QĐ" },
  { "withdrawal-notice", N_("Notice of a withdrawal to a producer and commune"), "TB" },
  { "plan", N_("Plan of the year"), "KH" },
  { "period-report", N_("Report of the period"), "BC" },
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
