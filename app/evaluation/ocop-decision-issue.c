/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A decision is issued: only now recognitions are made, or end. */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-decision-codes.h"
#include "register/ocop-records.h"
#include "model/ocop-certificate-pattern.h"
#include "model/ocop-product-code.h"

typedef struct
{
  OcopReader *reader;
  OcopDecision *decision;
  OcopDecisionKind kind;
  OcopRecord *after;     /* the decision as it is issued */
  char *label;           /* it, to people */
  OcopChange *change;
  char *pattern;         /* of certificate numbers */
  guint running;
} Issue;

static void
issue_clear (Issue *self)
{
  g_clear_pointer (&self->decision, ocop_decision_free);
  g_clear_pointer (&self->after, ocop_record_free);
  g_clear_pointer (&self->change, ocop_change_free);
  g_free (self->label);
  g_free (self->pattern);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, issue_clear)

void
ocop_decision_add_recognition (OcopChange        *change,
                               const OcopRecord  *decision,
                               const OcopRecord  *dossier,
                               OcopRecord        *line)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("recognition"), NULL);
  gboolean waits = g_strcmp0 (ocop_record_get_text (decision, "kind"), "approval") == 0;
  const char *code = ocop_record_get_text (line, "product_code");
  OcopProductCode parts;

  ocop_record_set (record, "product", ocop_record_get (line, "product"));
  ocop_record_set_text (record, "outcome", waits ? "potential5" : "recognised");
  ocop_record_set (record, "class", ocop_record_get (line, "class"));
  if (dossier != NULL)
    ocop_record_set (record, "kind", ocop_record_get (dossier, "kind"));
  ocop_record_set (record, "score", ocop_record_get (line, "score"));
  if (code != NULL && ocop_product_code_parse (code, &parts))
    ocop_record_set_integer (record, "year", parts.year);
  ocop_record_set (record, "decision_number", ocop_record_get (decision, "number"));
  ocop_record_set (record, "decision_date", ocop_record_get (decision, "decided_on"));
  ocop_record_set (record, "issuer", ocop_record_get (decision, "issuer"));
  ocop_record_set (record, "certificate_number", ocop_record_get (line, "certificate_number"));
  ocop_record_set_text (line, "recognition", ocop_record_get_id (record));
  ocop_change_add (change, record);
}

/* The code is the product's from now on; its running number stays with it for good. */
static void
fix_code (Issue                  *self,
          const OcopDecisionLine *line)
{
  const char *code = ocop_record_get_text (line->record, "product_code");
  g_autoptr(OcopRecord) after = NULL;
  OcopProductCode parts;

  if (code == NULL)
    return;
  after = ocop_record_copy (line->product);
  ocop_record_set_text (after, "product_code", code);
  if (ocop_product_code_parse (code, &parts) && ocop_record_get_integer (after, "running_number", 0) == 0)
    ocop_record_set_integer (after, "running_number", parts.number);
  ocop_change_edit (self->change, line->product, after);
}

static void
give_certificate_number (Issue      *self,
                         OcopRecord *after)
{
  g_autofree char *number = NULL;

  if (self->kind != OCOP_DECISION_RECOGNITION || ocop_record_get_text (after, "certificate_number") != NULL)
    return;
  number = ocop_certificate_pattern_number (self->pattern, self->running++);
  ocop_record_set_text (after, "certificate_number", number);
}

static void
recognise (Issue                  *self,
           const OcopDecisionLine *line)
{
  g_autoptr(OcopRecord) after = ocop_record_copy (line->record);

  give_certificate_number (self, after);
  ocop_decision_add_recognition (self->change, self->after, line->dossier, after);
  ocop_change_edit (self->change, line->record, after);
  fix_code (self, line);
}

/* "(đ) Không còn sản xuất; 12/XN-UBND ngày 05/12/2026, UBND xã …" */
static char *
describe_ending (const OcopDecisionLine *line)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision_line"), "ground");
  const char *ground = ocop_record_get_text (line->record, "ground");
  const char *parts[] = {
    ground != NULL ? ocop_field_choice_title (field, ground) : NULL,
    ocop_record_get_text (line->record, "conclusion_number"),
    NULL,
    ocop_record_get_text (line->record, "conclusion_body"),
    ocop_record_get_text (line->record, "note"),
  };
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (line->record, "conclusion_date"));

  parts[2] = day;
  return ocop_text_join ("; ", parts, G_N_ELEMENTS (parts));
}

static void
end_certificate (Issue                  *self,
                 const OcopDecisionLine *line)
{
  g_autoptr(OcopRecord) after = ocop_record_copy (line->recognition);
  g_autofree char *reason = describe_ending (line);

  ocop_record_set_text (after, "ending", self->kind == OCOP_DECISION_REVOCATION ? "revoked" : "withdrawn");
  ocop_record_set (after, "ended_on", ocop_record_get (self->after, "decided_on"));
  ocop_record_set (after, "ending_decision", ocop_record_get (self->after, "number"));
  ocop_record_set_text (after, "ending_reason", *reason != '\0' ? reason : NULL);
  ocop_change_edit (self->change, line->recognition, after);
}

/* Article 12.3: what ran on until there is a result ends with it, where that brings no new certificate. */
static gboolean
end_extension (Issue                   *self,
               const OcopDecisionLine  *line,
               GError                 **error)
{
  g_autoptr(GPtrArray) records =
    ocop_records_load (self->reader, "recognition", "product", ocop_record_get_id (line->product), NULL, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (records, i);
      g_autoptr(OcopRecord) after = NULL;

      if (g_strcmp0 (ocop_record_get_text (record, "ending"), "extended") != 0 || ocop_date_is_known (ocop_record_get_date (record, "ended_on")))
        continue;
      after = ocop_record_copy (record);
      ocop_record_set (after, "ended_on", ocop_record_get (self->after, "decided_on"));
      ocop_change_edit (self->change, record, after);
    }
  return records != NULL;
}

static OcopDossierStep
step_after (const Issue            *self,
            const OcopDecisionLine *line)
{
  const char *field = ocop_decision_kind_ends (self->kind) ? "sent_to" : "outcome";

  return ocop_dossier_step_from_key (ocop_record_get_text (line->record, field));
}

static gboolean
carry_out_line (Issue                   *self,
                const OcopDecisionLine  *line,
                GError                 **error)
{
  OcopDossierStep step = step_after (self, line);

  if (ocop_decision_kind_ends (self->kind))
    end_certificate (self, line);
  else if (self->kind != OCOP_DECISION_NOT_CLASSED)
    recognise (self, line);
  else if (!end_extension (self, line, error))
    return FALSE;
  return line->dossier == NULL || step == OCOP_STEP_NONE ||
         ocop_decision_move_dossier (self->reader, self->change, line->dossier, step,
                                     ocop_record_get_date (self->after, "decided_on"), self->label, error);
}

static gboolean
carry_out (Issue   *self,
           GError **error)
{
  for (guint i = 0; i < self->decision->lines->len; i++)
    {
      const OcopDecisionLine *line = ocop_decision_get_line (self->decision, i);

      if (!ocop_decision_line_is_struck (line) && !carry_out_line (self, line, error))
        return FALSE;
    }
  return TRUE;
}

static OcopRecord *
make_issued (const OcopRecord *record,
             const OcopIssue  *issue)
{
  OcopRecord *after = ocop_record_copy (record);
  g_autofree char *number = ocop_text_tidy (issue->number);
  g_autofree char *title = ocop_text_tidy (issue->signatory_title);
  g_autofree char *name = ocop_text_tidy (issue->signatory);
  g_autofree char *issuer = ocop_text_tidy (issue->issuer);

  ocop_record_set_text (after, "state", "issued");
  ocop_record_set_text (after, "number", number);
  ocop_record_set_date (after, "decided_on", issue->decided_on);
  ocop_record_set_text (after, "signatory_title", title);
  ocop_record_set_text (after, "signatory", name);
  if (issuer != NULL)
    ocop_record_set_text (after, "issuer", issuer);
  if (issue->file != NULL)
    ocop_record_set_text (after, "file", issue->file);
  return after;
}

OcopChange *
ocop_decision_issue (OcopReader       *reader,
                     const char       *id,
                     const OcopIssue  *issue,
                     GError          **error)
{
  g_auto(Issue) self = { .reader = reader };

  self.decision = ocop_decision_read_open (reader, id, error);
  if (self.decision == NULL)
    return NULL;
  if (ocop_decision_get_state (self.decision) != OCOP_DECISION_SUBMITTED)
    return ocop_refuse (error, _("It is a draft: submit it first."));
  self.kind = ocop_decision_get_kind (self.decision);
  self.after = make_issued (self.decision->record, issue);
  self.label = ocop_decision_record_label (self.after);
  if (!ocop_decision_check_paper (self.decision, self.after, error) || !ocop_decision_check_number (reader, self.after, error) ||
      !ocop_decision_check_lines (reader, self.decision, error))
    return NULL;
  if (self.kind == OCOP_DECISION_RECOGNITION &&
      !ocop_decision_certificate_numbers (reader, ocop_record_get_text (self.after, "number"),
                                          ocop_record_get_date (self.after, "decided_on"), &self.running, &self.pattern, error))
    return NULL;
  self.change = ocop_decision_change_new (_("Issued: %s"), self.label);
  ocop_change_edit (self.change, self.decision->record, self.after);
  return carry_out (&self, error) ? g_steal_pointer (&self.change) : NULL;
}
