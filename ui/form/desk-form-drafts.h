/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-notice.h"
#include "form/desk-record-fields.h"

G_BEGIN_DECLS

#define DESK_TYPE_FORM_DRAFTS (desk_form_drafts_get_type ())
G_DECLARE_FINAL_TYPE (DeskFormDrafts, desk_form_drafts, DESK, FORM_DRAFTS, GObject)

/**
 * DeskFormDrafts:
 *
 * Keeps what is typed into a form until it is saved, and offers it again when
 * the record is next shown: side by side with the record where that has moved
 * on meanwhile. #DeskFormDrafts::used is emitted when the fields hold the draft.
 */
DeskFormDrafts *desk_form_drafts_new       (DeskRecordFields *fields,
                                            DeskNotice       *notice);

/* From now on it is about the record @base of @reg; %NULL for none. What was typed of the former
 * one is written first, so this is to be called before the fields show another. */
void            desk_form_drafts_attach    (DeskFormDrafts   *self,
                                            OcopRegister     *reg,
                                            const OcopRecord *base);

/* Something was typed: writes it a moment after the last key. */
void            desk_form_drafts_keep_soon (DeskFormDrafts   *self);
/* Writes at once what was not written yet. */
void            desk_form_drafts_flush     (DeskFormDrafts   *self);
void            desk_form_drafts_discard   (DeskFormDrafts   *self);

/* Offers the draft, where there is one. @labels: what names the links of the record */
void            desk_form_drafts_offer     (DeskFormDrafts   *self,
                                            GHashTable       *labels);

G_END_DECLS
