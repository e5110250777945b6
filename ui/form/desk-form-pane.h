/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_PANE (desk_form_pane_get_type ())
G_DECLARE_INTERFACE (DeskFormPane, desk_form_pane, DESK, FORM_PANE, GtkWidget)

/**
 * DeskFormPane:
 *
 * What a tab of a form shows of its record beside the fields.
 */
struct _DeskFormPaneInterface
{
  GTypeInterface parent_interface;

  void (*show) (DeskFormPane *self, OcopRegister *reg, const char *id);
};

/* Shows the parts of the record @id, as they now stand. @id: (nullable): %NULL of one that no register holds yet */
void desk_form_pane_show (DeskFormPane *self,
                          OcopRegister *reg,
                          const char   *id);

G_END_DECLS
