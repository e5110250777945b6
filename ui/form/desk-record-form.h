/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_FORM (desk_record_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordForm, desk_record_form, DESK, RECORD_FORM, GtkWidget)

/**
 * DeskRecordForm:
 *
 * One record beside its list: its fields, what belongs to it, its history.
 * What is not saved yet is kept as a draft.
 *
 * - #DeskRecordForm::saved (id): a change was carried out
 * - #DeskRecordForm::next: Ctrl+Enter: the next record is wanted
 * - #DeskRecordForm::open (id): another record is to be shown
 * - #DeskRecordForm::same (id): another record is one and the same with the one shown, which is saved
 * - #DeskRecordForm::closed
 */

GtkWidget  *desk_record_form_new          (const OcopKind  *kind);

/* @reg: (nullable) */
void        desk_record_form_set_register (DeskRecordForm  *self,
                                           OcopRegister    *reg);

/* Shows the record with the internal @key, or @id where that is not %NULL. What was unsaved
 * of the former record stays in its draft. */
void        desk_record_form_show         (DeskRecordForm  *self,
                                           const char      *id,
                                           gint64           key);
/* @prefilled: (nullable): a new record with some fields known */
void        desk_record_form_show_new     (DeskRecordForm  *self,
                                           const OcopRecord *prefilled);

/* The register has changed: reads the record again, unless it is being edited. */
void        desk_record_form_refresh      (DeskRecordForm  *self);

/* Of the record shown; %NULL for none or a new one. */
const char *desk_record_form_get_id       (DeskRecordForm  *self);
gboolean    desk_record_form_is_unsaved   (DeskRecordForm  *self);

/* Puts the cursor into the first field. */
void        desk_record_form_begin        (DeskRecordForm  *self);

G_END_DECLS
