/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_DIALOG (desk_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordDialog, desk_record_dialog, DESK, RECORD_DIALOG, DeskDialog)

/**
 * desk_record_dialog_present:
 * @parent: the widget it is opened from
 * @record: as it was read, or a new one; copied
 * @labels: (nullable): what names the records that links lead to, by field
 * @hidden: (nullable): a field that stays as it is
 *
 * A form in a window of its own, for a record that is part of another one or
 * that it links to.
 *
 * Returns: (transfer none): the window, a #DeskRecordDialog. It emits
 *   #DeskRecordDialog::saving (OcopRecord) before the record goes into the
 *   register and #DeskRecordDialog::saved (id, label) once it is there.
 */
GtkWidget *desk_record_dialog_present (GtkWidget        *parent,
                                       OcopRegister     *reg,
                                       const OcopRecord *record,
                                       GHashTable       *labels,
                                       const char       *hidden);

/* The record is one that the locks of its kind hold: only what they leave free can be changed, and it is not binned. */
void       desk_record_dialog_hold    (DeskRecordDialog *self);

G_END_DECLS
