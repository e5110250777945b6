/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the council says of a product, beside its members' sheets. */

#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-rejection.h"

OcopChange *
ocop_session_score_again (OcopReader  *reader,
                          const char  *product,
                          GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (of->verdict->n_counted == 0 || !of->verdict->is_complete)
    return ocop_refuse (error, _("Not every member has scored yet: correct the sheets instead."));
  after = ocop_record_copy (of->record);
  ocop_record_set_integer (after, "scoring", ocop_record_get_integer (after, "scoring", 1) + 1);
  ocop_record_set_text (after, "agreed_choices", NULL);
  ocop_record_set_text (after, "enough_for_five", NULL);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("scoring", _("Score again: %s"), of->product_name));
}

OcopChange *
ocop_session_agree (OcopReader  *reader,
                    const char  *product,
                    const char  *choices,
                    GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  g_autofree guint8 *places = session != NULL ? ocop_choices_parse (of->scoring.criteria, choices, error) : NULL;
  OcopRecord *after;

  if (places == NULL || !ocop_choices_check (&of->scoring, places, error))
    return NULL;
  for (guint i = 0; i < of->scoring.criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (of->scoring.criteria->leaves, i);

      if (places[i] != OCOP_NOT_SCORED && !ocop_criterion_is_marked (leaf))
        return ocop_refuse (error, _("Criterion %s has no minimum: there is nothing to agree on."), leaf->code);
    }
  after = ocop_record_copy (of->record);
  ocop_record_set_text (after, "agreed_choices", choices);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("agreed", _("Agreed points: %s"), of->product_name));
}

OcopChange *
ocop_session_choose_for_five (OcopReader  *reader,
                              const char  *product,
                              const char  *choice,
                              GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (choice != NULL && !ocop_proposal_leaves_a_choice (&of->scoring, of->verdict))
    return ocop_refuse (error, "%s", ocop_proposal_say_no_choice ());
  after = ocop_record_copy (of->record);
  ocop_record_set_text (after, "enough_for_five", choice);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("choice", _("Choice at 90 points: %s"), of->product_name));
}

/* Minutes quote the sheet's own line. */
static gboolean
has_line (const OcopCriteria *criteria,
          const char         *text)
{
  g_autoptr(GPtrArray) lines = ocop_rejection_lines (criteria);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((const OcopRejectionLine *) g_ptr_array_index (lines, i))->text, text))
      return TRUE;
  return FALSE;
}

OcopChange *
ocop_session_reject (OcopReader  *reader,
                     const char  *product,
                     const char  *line,
                     const char  *reason,
                     GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (line != NULL && reason == NULL)
    return ocop_refuse (error, _("Say who found it, and how."));
  if (line != NULL && !has_line (of->scoring.criteria, line))
    return ocop_refuse (error, _("The sheet of set %s has no such line."), of->scoring.criteria->code);
  after = ocop_record_copy (of->record);
  if (line != NULL)
    ocop_record_set_integer (after, "disqualified", TRUE);
  else
    ocop_record_set (after, "disqualified", &(OcopValue) OCOP_VALUE_INIT);
  ocop_record_set_text (after, "disqualified_by", line);
  ocop_record_set_text (after, "disqualified_reason", line != NULL ? reason : NULL);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("rejection", _("Rejection: %s"), of->product_name));
}
