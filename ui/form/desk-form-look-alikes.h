/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-notice.h"
#include "form/desk-record-fields.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_LOOK_ALIKES (desk_form_look_alikes_get_type ())
G_DECLARE_FINAL_TYPE (DeskFormLookAlikes, desk_form_look_alikes, DESK, FORM_LOOK_ALIKES, GObject)

/**
 * DeskFormLookAlikes:
 *
 * Says in a form's notice that the register has a record like the one that is
 * being typed. #DeskFormLookAlikes::open (id) is emitted when somebody wants
 * to see it, ::same (id) to merge the two.
 */
DeskFormLookAlikes *desk_form_look_alikes_new  (DeskRecordFields   *fields,
                                                DeskNotice         *notice);

/* For one like what stands in the form now, which is a record of @reg or a new one. */
void                desk_form_look_alikes_seek (DeskFormLookAlikes *self,
                                                OcopRegister       *reg);

/* What is being sought is wanted no more. */
void                desk_form_look_alikes_stop (DeskFormLookAlikes *self);

G_END_DECLS
