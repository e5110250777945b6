/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-record-act.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-council.h"
#include "evaluation/ocop-dossier-moves.h"
#include "evaluation/ocop-session-changes.h"
#include "evaluation/ocop-session-law.h"

static gboolean
is_of (const OcopRecord *record,
       const char       *kind)
{
  return g_str_equal (ocop_record_get_kind (record)->name, kind);
}

static gboolean
differs (const OcopRecord *before,
         const OcopRecord *after,
         const char       *field)
{
  return !ocop_value_equal (ocop_record_get (before, field), ocop_record_get (after, field));
}

/* An act is one change, and what else is edited another. */
static gboolean
refuse_more (const OcopRecord  *before,
             const OcopRecord  *after,
             const char        *field,
             const char        *day,
             GError           **error)
{
  for (const OcopField *other = ocop_record_get_kind (before)->fields; other->name != NULL && ocop_field_is_stored (other); other++)
    if (!g_str_equal (other->name, field) && g_strcmp0 (other->name, day) != 0 && differs (before, after, other->name))
      {
        /* Translators: names of fields as the command line has them */
        ocop_refuse (error, _("“%s” is changed by an act of its own: edit “%s” by itself."), field, other->name);
        return FALSE;
      }
  return TRUE;
}

/* Editing */

static OcopChange *
move_dossier (OcopReader        *reader,
              const OcopRecord  *before,
              const OcopRecord  *after,
              const char        *person,
              const char        *reason,
              GError           **error)
{
  OcopDate on = differs (before, after, "step_on") ? ocop_record_get_date (after, "step_on") : ocop_date_today ();
  const OcopDossierMove move = { ocop_dossier_step_from_key (ocop_record_get_text (after, "step")), on, person, reason, NULL, NULL };

  if (!refuse_more (before, after, "step", "step_on", error))
    return NULL;
  return ocop_dossier_move (reader, ocop_law_get_default (), ocop_record_get_id (before), &move, error);
}

gboolean
ocop_record_act_edit (OcopReader        *reader,
                      const OcopRecord  *before,
                      const OcopRecord  *after,
                      const char        *person,
                      const char        *reason,
                      OcopChange       **change,
                      GError           **error)
{
  *change = NULL;
  if (is_of (before, "dossier") && differs (before, after, "step"))
    *change = move_dossier (reader, before, after, person, reason, error);
  else if (is_of (before, "session") && differs (before, after, "state"))
    *change = refuse_more (before, after, "state", NULL, error)
                ? ocop_session_set_state (reader, ocop_record_get_id (before), ocop_record_get_text (after, "state"), reason, error) : NULL;
  else
    return TRUE;
  return *change != NULL;
}

/* Adding */

static gboolean
check_chair (OcopReader        *reader,
             const OcopRecord  *session,
             GError           **error)
{
  const char *id = ocop_record_get_text (session, "council");
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("council"), id, error);
  g_autoptr(GPtrArray) members = record != NULL ? ocop_council_read_members (reader, id, error) : NULL;
  const OcopCouncil council = { record, members };
  OcopDate on = ocop_record_get_date (session, "held_on");
  g_autoptr(GPtrArray) objections = NULL;
  const OcopObjection *forbidden;

  if (members == NULL)
    return FALSE;
  objections = ocop_council_objections (&council, ocop_session_law_book (ocop_law_get_default (), session),
                                        ocop_date_is_day (on) ? on : ocop_date_today ());
  forbidden = ocop_objections_forbidden (objections);
  return forbidden == NULL || ocop_refuse (error, "%s", forbidden->text) != NULL;
}

/* Of what stands against a first step, what is about the certificate and other dossiers: that it stands further on the
 * way already is what who adds it says. */
static GPtrArray *
list_lacks (OcopReader        *reader,
            const OcopRecord  *dossier,
            OcopDate           on,
            GError           **error)
{
  const OcopLaw *law = ocop_law_get_default ();
  OcopDossierKind kind = ocop_dossier_kind_from_key (ocop_record_get_text (dossier, "kind"));
  g_autoptr(OcopDossier) draft = ocop_dossier_draft (reader, law, ocop_record_get_text (dossier, "product"), kind, on, error);
  GPtrArray *lacks = draft != NULL ? ocop_dossier_lacks (draft, law, OCOP_STEP_COMMUNE_RECEIVED, on) : NULL;

  for (guint i = lacks != NULL ? lacks->len : 0; i-- > 0;)
    {
      OcopLackKind what = ((const OcopLack *) lacks->pdata[i])->kind;

      if (what != OCOP_LACK_CERTIFICATE && what != OCOP_LACK_WINDOW && what != OCOP_LACK_OTHER_DOSSIER)
        g_ptr_array_remove_index (lacks, i);
    }
  return lacks;
}

static OcopDate
find_day (const OcopRecord *dossier)
{
  OcopDate on = ocop_record_get_date (dossier, "commune_received_on");

  if (!ocop_date_is_day (on))
    on = ocop_record_get_date (dossier, "step_on");
  return ocop_date_is_day (on) ? on : ocop_date_today ();
}

static gboolean
check_dossier (OcopReader             *reader,
               const OcopRecord       *dossier,
               const OcopDossierMove  *move,
               GError                **error)
{
  g_autoptr(GPtrArray) lacks = NULL;

  if (move->step == OCOP_STEP_IDEA || move->step >= OCOP_STEP_RECOGNISED)
    return TRUE;
  lacks = list_lacks (reader, dossier, move->on, error);
  return lacks != NULL && (lacks->len == 0 || move->reason != NULL || ocop_dossier_ask_reason (lacks, error));
}

/* The step at which it is added is one of its steps, as in the window: plans count the ideas and dossiers of a period
 * by their steps' days. */
static gboolean
add_first_step (OcopReader        *reader,
                const OcopRecord  *dossier,
                const char        *person,
                const char        *reason,
                OcopChange        *change,
                GError           **error)
{
  const OcopDossierMove move = { ocop_dossier_step_from_key (ocop_record_get_text (dossier, "step")), find_day (dossier), person, reason, NULL, NULL };
  g_autoptr(OcopRecord) step = NULL;

  if (!check_dossier (reader, dossier, &move, error))
    return FALSE;
  if (move.step != OCOP_STEP_NONE)
    {
      step = ocop_dossier_move_record (ocop_record_get_id (dossier), &move, reason);
      ocop_change_add (change, step);
    }
  return TRUE;
}

gboolean
ocop_record_act_add (OcopReader        *reader,
                     const OcopRecord  *record,
                     const char        *person,
                     const char        *reason,
                     OcopChange        *change,
                     GError           **error)
{
  g_autofree char *why = ocop_text_tidy (reason);

  if (is_of (record, "session") && g_strcmp0 (ocop_record_get_text (record, "state"), "open") == 0)
    return check_chair (reader, record, error);
  return !is_of (record, "dossier") || add_first_step (reader, record, person, why, change, error);
}
