/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-loaded.h"
#include "form/desk-notice.h"
#include "form/desk-record-fields.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_SAVER (desk_form_saver_get_type ())
G_DECLARE_FINAL_TYPE (DeskFormSaver, desk_form_saver, DESK, FORM_SAVER, GObject)

/**
 * DeskFormSaver:
 *
 * Brings what stands in a form into the register as one change. Where somebody
 * else has changed the same field meanwhile, both states are shown side by
 * side in the notice, and either is taken.
 *
 * - #DeskFormSaver::saving (OcopRecord): just before
 * - #DeskFormSaver::saved (id, label)
 * - #DeskFormSaver::failed (GError, %NULL where a field does not suit and says so)
 * - #DeskFormSaver::moved-on (DeskLoaded): the form is to show the record as
 *   somebody else has left it
 */
DeskFormSaver *desk_form_saver_new    (DeskRecordFields *fields,
                                       DeskNotice       *notice);

/* The record as it was read, or a new one. */
void           desk_form_saver_attach (DeskFormSaver    *self,
                                       OcopRegister     *reg,
                                       const OcopRecord *base);

void           desk_form_saver_save   (DeskFormSaver    *self);

G_END_DECLS
