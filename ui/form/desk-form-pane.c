/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-pane.h"

G_DEFINE_INTERFACE (DeskFormPane, desk_form_pane, GTK_TYPE_WIDGET)

void
desk_form_pane_show (DeskFormPane *self,
                     OcopRegister *reg,
                     const char   *id)
{
  DESK_FORM_PANE_GET_IFACE (self)->show (self, reg, id);
}

static void
desk_form_pane_default_init (DeskFormPaneInterface *iface)
{
}
