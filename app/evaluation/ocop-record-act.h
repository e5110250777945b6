/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* Fields that an act of its own fills in the window: a session's state, a dossier's step. Who writes them by name, such
 * as the command line, meets the same objections and leaves the same reason. */

/**
 * ocop_record_act_edit:
 * @person: (nullable): who does it
 * @reason: (nullable): why it is done although something stands against it
 * @change: (out) (transfer full) (nullable): of the act; %NULL where @after says nothing that an act brings about
 *
 * Returns: %FALSE with %OCOP_ERROR_REFUSED where the act is refused, or where other fields are to change with it
 */
gboolean ocop_record_act_edit (OcopReader        *reader,
                               const OcopRecord  *before,
                               const OcopRecord  *after,
                               const char        *person,
                               const char        *reason,
                               OcopChange       **change,
                               GError           **error);

/**
 * ocop_record_act_add:
 * @change: that adds @record; gets the step of a dossier as well
 *
 * A session begins with a chair (article 7.3); a dossier that has not ended is of the kind that its product's certificate
 * asks for, within the window (articles 7.5 and 7.6), and the only one under way.
 *
 * Returns: %FALSE with %OCOP_ERROR_REFUSED where something stands against it and no reason is given
 */
gboolean ocop_record_act_add  (OcopReader        *reader,
                               const OcopRecord  *record,
                               const char        *person,
                               const char        *reason,
                               OcopChange        *change,
                               GError           **error);

G_END_DECLS
