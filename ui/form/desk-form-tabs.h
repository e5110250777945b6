/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_TABS (desk_form_tabs_get_type ())
G_DECLARE_FINAL_TYPE (DeskFormTabs, desk_form_tabs, DESK, FORM_TABS, GtkWidget)

/**
 * DeskFormTabs:
 *
 * The tabs of a record: its fields, each kind of record that belongs to it,
 * its history. #DeskFormTabs::bring-back (DeskLoaded) is emitted when somebody
 * wants what a field held before.
 */

/* @fields: what the first tab shows */
GtkWidget *desk_form_tabs_new        (const OcopKind *kind,
                                      GtkWidget      *fields);

/* @id: (nullable): of the record; %NULL for a new one */
void       desk_form_tabs_show       (DeskFormTabs   *self,
                                      OcopRegister   *reg,
                                      const char     *id);

void       desk_form_tabs_show_first (DeskFormTabs   *self);

/* Goes to the next tab, or to the one before; round from the last to the first. */
void       desk_form_tabs_turn       (DeskFormTabs   *self,
                                      gboolean        forward);

G_END_DECLS
