/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the centre makes of a dossier that was forwarded to it (article 7.4). */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-records.h"

typedef struct
{
  OcopReader *reader;
  const OcopCentralResult *result;
  OcopDecision *approval;
  const OcopDecisionLine *line;
  OcopChange *change;
  char *decision; /* that it leads to */
} Central;

static void
central_clear (Central *self)
{
  g_clear_pointer (&self->approval, ocop_decision_free);
  g_clear_pointer (&self->change, ocop_change_free);
  g_free (self->decision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Central, central_clear)

/* Article 3.3. */
static guint
class_of (guint    score,
          OcopDate on)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), on);

  for (guint i = 0; i < book->classes->len; i++)
    if (score >= g_array_index (book->classes, OcopStarClass, i).least_points)
      return g_array_index (book->classes, OcopStarClass, i).stars;
  return 0;
}

static gboolean
is (const Central *self,
    const char    *result)
{
  return g_strcmp0 (self->result->result, result) == 0;
}

static gboolean
check_line (const Central  *self,
            GError        **error)
{
  const char *name = ocop_decision_line_name (self->line);

  if (ocop_decision_get_kind (self->approval) != OCOP_DECISION_APPROVAL || ocop_decision_get_state (self->approval) != OCOP_DECISION_ISSUED)
    ocop_refuse (error, _("Only what an issued approval forwarded has a result at the centre."));
  else if (ocop_decision_line_is_struck (self->line))
    ocop_refuse (error, _("%s is struck from the approval."), name);
  else if (ocop_record_get_text (self->line->record, "central_result") != NULL)
    ocop_refuse (error, _("The result of %s at the centre is recorded already."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_result (const Central  *self,
              GError        **error)
{
  const OcopCentralResult *result = self->result;
  guint reached = result->score >= 0 ? class_of ((guint) result->score, result->on) : 5;

  if (!ocop_date_is_day (result->on))
    ocop_refuse (error, _("The day of the result is missing."));
  else if (ocop_date_compare (result->on, ocop_record_get_date (self->approval->record, "decided_on")) < 0)
    ocop_refuse (error, _("The result is of an earlier day than the approval."));
  else if (is (self, "five") && result->number == NULL)
    ocop_refuse (error, _("The number of the Minister's decision is missing."));
  else if (is (self, "five") && reached < 5)
    ocop_refuse (error, _("The score does not reach 5 stars (article 3.3)."));
  else if (is (self, "lower") && ocop_law_recognised_by (ocop_law_get_default (), result->class, result->on) != OCOP_LEVEL_PROVINCE)
    ocop_refuse (error, _("Say whether it is 3 or 4 stars."));
  else if (is (self, "lower") && reached < result->class)
    ocop_refuse (error, _("The score does not reach %u stars (article 3.3)."), result->class);
  else if ((is (self, "again") || is (self, "none")) && result->reason == NULL)
    ocop_refuse (error, _("Say what the centre gives as the reason."));
  else
    return TRUE;
  return FALSE;
}

/* Notes the result in the approval's line, or in the one that follows from it. */
static void
set_result (const Central *self,
            OcopRecord    *line)
{
  ocop_record_set_text (line, "central_result", self->result->result);
  if (self->result->score >= 0)
    ocop_record_set_integer (line, "central_score", self->result->score);
  ocop_record_set_text (line, "central_number", self->result->number);
  ocop_record_set_date (line, "central_on", self->result->on);
}

static void
edit_line (Central *self)
{
  g_autoptr(OcopRecord) after = ocop_record_copy (self->line->record);

  set_result (self, after);
  if (self->result->reason != NULL)
    ocop_record_set_text (after, "note", self->result->reason);
  ocop_change_edit (self->change, self->line->record, after);
}

/* A line of @decision for the same product, the next in its annex. */
static gboolean
make_line (Central           *self,
           const OcopRecord  *decision,
           guint              class,
           OcopRecord       **line,
           GError           **error)
{
  g_autoptr(GPtrArray) others = ocop_records_load (self->reader, "decision_line", "decision", ocop_record_get_id (decision), NULL, error);

  if (others == NULL)
    return FALSE;
  *line = ocop_decision_line_new (decision, ocop_record_get_id (self->line->product), others->len + 1);
  ocop_record_set (*line, "session_product", ocop_record_get (self->line->record, "session_product"));
  ocop_record_set (*line, "product_code", ocop_record_get (self->line->record, "product_code"));
  ocop_record_set_text (*line, "outcome", "recognised");
  ocop_record_set_integer (*line, "class", class);
  if (self->result->score >= 0)
    ocop_record_set_integer (*line, "score", self->result->score);
  set_result (self, *line);
  return TRUE;
}

/* --- 5 stars: the Minister's decision --- */

/* The Minister's decision of that number and day, with other products; a new one where there is none. */
static gboolean
find_minister (Central     *self,
               OcopRecord **decision,
               GError     **error)
{
  g_autoptr(GPtrArray) known = ocop_records_load (self->reader, "decision", "kind", "central", NULL, error);
  g_autofree char *issuer = NULL;
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision"), "kind");

  if (known == NULL || !ocop_decision_find_issuer (self->reader, TRUE, &issuer, error))
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (ocop_text_same (ocop_record_get_text (known->pdata[i], "number"), self->result->number)
        && ocop_date_compare (ocop_record_get_date (known->pdata[i], "decided_on"), self->result->on) == 0)
      {
        *decision = ocop_record_copy (known->pdata[i]);
        return TRUE;
      }
  *decision = ocop_decision_record_new (OCOP_DECISION_CENTRAL, ocop_field_choice_title (field, "central"), issuer);
  ocop_record_set_text (*decision, "state", "issued");
  ocop_record_set_text (*decision, "number", self->result->number);
  ocop_record_set_date (*decision, "decided_on", self->result->on);
  ocop_record_set_text (*decision, "signatory_title", self->result->signatory_title);
  ocop_record_set_text (*decision, "signatory", self->result->signatory);
  if (!ocop_decision_check_number (self->reader, *decision, error))
    return FALSE;
  ocop_change_add (self->change, *decision);
  return TRUE;
}

static gboolean
recognise_five (Central  *self,
                GError  **error)
{
  g_autoptr(OcopRecord) decision = NULL;
  g_autoptr(OcopRecord) line = NULL;
  g_autofree char *label = NULL;

  if (!find_minister (self, &decision, error) || !make_line (self, decision, 5, &line, error))
    return FALSE;
  ocop_decision_add_recognition (self->change, decision, self->line->dossier, line);
  ocop_change_add (self->change, line);
  self->decision = g_strdup (ocop_record_get_id (decision));
  label = ocop_decision_record_label (decision);
  return self->line->dossier == NULL ||
         ocop_decision_move_dossier (self->reader, self->change, self->line->dossier, OCOP_STEP_RECOGNISED, self->result->on, label, error);
}

/* --- 3 and 4 stars on the centre's result: the province's own decision --- */

/* A draft that gathers such results; of a session's own drafts none. */
static gboolean
find_draft (Central     *self,
            OcopRecord **decision,
            GError     **error)
{
  g_autoptr(GPtrArray) drafts = ocop_records_load (self->reader, "decision", "state", "draft", NULL, error);
  g_autofree char *issuer = NULL;

  if (drafts == NULL || !ocop_decision_find_issuer (self->reader, FALSE, &issuer, error))
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (g_strcmp0 (ocop_record_get_text (drafts->pdata[i], "kind"), "recognition") == 0 && ocop_record_get_text (drafts->pdata[i], "session") == NULL)
      {
        *decision = ocop_record_copy (drafts->pdata[i]);
        return TRUE;
      }
  *decision = ocop_decision_record_new (OCOP_DECISION_RECOGNITION, _("Recognition of 3 and 4 stars on the centre's result"), issuer);
  ocop_change_add (self->change, *decision);
  return TRUE;
}

static gboolean
draft_lower (Central  *self,
             GError  **error)
{
  g_autoptr(OcopRecord) decision = NULL;
  g_autoptr(OcopRecord) line = NULL;

  if (!find_draft (self, &decision, error) || !make_line (self, decision, self->result->class, &line, error))
    return FALSE;
  ocop_change_add (self->change, line);
  self->decision = g_strdup (ocop_record_get_id (decision));
  return TRUE;
}

/* --- neither --- */

/* The approved result stands no longer; a certificate that the product holds goes on. */
static gboolean
end_result (Central  *self,
            GError  **error)
{
  OcopDossierStep step = is (self, "again") ? OCOP_STEP_COUNCIL : OCOP_STEP_NOT_CLASSED;
  g_autoptr(OcopRecord) after = NULL;

  if (self->line->recognition != NULL)
    {
      after = ocop_record_copy (self->line->recognition);
      ocop_record_set_text (after, "ending", "centre");
      ocop_record_set_date (after, "ended_on", self->result->on);
      ocop_record_set_text (after, "ending_decision", self->result->number);
      ocop_record_set_text (after, "ending_reason", self->result->reason);
      ocop_change_edit (self->change, self->line->recognition, after);
    }
  return self->line->dossier == NULL ||
         ocop_decision_move_dossier (self->reader, self->change, self->line->dossier, step, self->result->on, self->result->reason, error);
}

OcopChange *
ocop_decision_record_central (OcopReader               *reader,
                              const char               *line,
                              const OcopCentralResult  *result,
                              char                    **decision,
                              GError                  **error)
{
  g_auto(Central) self = { .reader = reader, .result = result };
  gboolean done;
  int place;

  self.approval = ocop_decision_read_line (reader, line, result->on, error);
  if (self.approval == NULL)
    return NULL;
  place = ocop_decision_find_line (self.approval, line);
  if (place < 0)
    return ocop_refuse (error, _("The line is no longer in the decision."));
  self.line = ocop_decision_get_line (self.approval, (guint) place);
  if (!check_line (&self, error) || !check_result (&self, error))
    return NULL;
  self.change = ocop_decision_change_new (_("Result at the centre: %s"), ocop_decision_line_name (self.line));
  edit_line (&self);
  if (is (&self, "five"))
    done = recognise_five (&self, error);
  else
    done = is (&self, "lower") ? draft_lower (&self, error) : end_result (&self, error);
  if (decision != NULL)
    *decision = g_steal_pointer (&self.decision);
  return done ? g_steal_pointer (&self.change) : NULL;
}
