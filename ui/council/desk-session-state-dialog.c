/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-dialogs.h"

#include <glib/gi18n.h>

#include "council/desk-council-dialog.h"

typedef struct
{
  DeskCouncilDialog *dialog;   /* borrowed */
  DeskFieldEditor *reason;     /* (nullable), borrowed */
  char *session;
  char *state;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->session);
  g_free (self->state);
  g_free (self);
}

static OcopChange *
set_state (OcopReader             *reader,
           const DeskCouncilTask  *task,
           GError                **error)
{
  return ocop_session_set_state (reader, task->id, task->text, task->reason, error);
}

static void
on_apply (Step *self)
{
  g_autofree char *reason = self->reason != NULL ? desk_council_dialog_dup_text (self->reason) : NULL;

  if (self->reason != NULL && reason == NULL)
    {
      desk_council_dialog_ask_for (self->dialog, self->reason, _("Say why it is done all the same: the reason stays with the session."));
      return;
    }
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = set_state, .id = self->session, .text = self->state, .reason = reason });
}

static const char *
title_of (const OcopSession *session,
          const char        *state)
{
  if (g_str_equal (state, "closed"))
    return _("Close the Session");
  if (ocop_session_is_closed (session))
    return _("Open the Session Again");
  return ocop_session_is_written (session) ? _("Send Out the Opinion Forms") : _("Open the Session");
}

static const char *
name_step (const OcopSession *session,
           const char        *state)
{
  if (g_str_equal (state, "closed"))
    return C_("session", "_Close");
  return ocop_session_is_written (session) && !ocop_session_is_closed (session) ? _("_Send Out") : _("_Open");
}

static void
build (Step              *self,
       const OcopSession *session,
       GPtrArray         *lacks)
{
  desk_council_dialog_add_text (self->dialog, ocop_record_get_text (session->record, "name"), "desk-heading");
  if (g_str_equal (self->state, "closed"))
    desk_council_dialog_add_text (self->dialog, _("The dossiers whose result is final move on to “Scored”."), NULL);
  else if (!ocop_session_is_closed (session) && ocop_session_is_written (session))
    desk_council_dialog_add_text (self->dialog, _("Opinion forms and score sheets are among the papers of the session; ballots can be written as well. Whoever answers counts as present."), NULL);
  else if (ocop_session_is_closed (session) && !session->decided)
    desk_council_dialog_add_text (self->dialog, _("The dossiers that were scored come back before the council."), NULL);
  if (lacks->len > 0)
    desk_council_dialog_add_text (self->dialog, _("What stands against it"), "desk-dim");
  for (guint i = 0; i < lacks->len; i++)
    {
      const OcopObjection *lack = g_ptr_array_index (lacks, i);

      desk_council_dialog_add_text (self->dialog, lack->text, lack->forbids ? "desk-score-warning" : NULL);
    }
  if (ocop_session_needs_reason (session, self->state))
    self->reason = desk_council_dialog_add_field (self->dialog, "session_move", "reason");
  desk_council_dialog_set_ready (self->dialog, ocop_objections_forbidden (lacks) == NULL);
}

void
desk_session_state_dialog_present (GtkWidget         *parent,
                                   OcopRegister      *reg,
                                   const OcopSession *session,
                                   const char        *state)
{
  g_autoptr(GPtrArray) lacks = ocop_session_lacks (session, state);
  const char *title = title_of (session, state);
  Step *self = g_new0 (Step, 1);

  self->dialog = desk_council_dialog_new (parent, reg, title, name_step (session, state));
  self->session = g_strdup (ocop_record_get_id (session->record));
  self->state = g_strdup (state);
  g_object_set_data_full (G_OBJECT (self->dialog), "desk-step", self, step_free);
  build (self, session, lacks);
  g_signal_connect_swapped (self->dialog, "apply", G_CALLBACK (on_apply), self);
  desk_council_dialog_present (self->dialog);
}
