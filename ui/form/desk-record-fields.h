/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/desk-field-editor.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_FIELDS (desk_record_fields_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordFields, desk_record_fields, DESK, RECORD_FIELDS, GtkWidget)

/**
 * DeskRecordFields:
 *
 * The editors of all stored fields of a kind that people type, in sections. Values go in as a
 * record and come out as one. #DeskRecordFields::changed is emitted when
 * somebody changes one, ::left when the focus leaves one.
 */

/* @hidden: (nullable): the name of a field that is not shown, e.g. the link to the record whose part this is */
GtkWidget  *desk_record_fields_new          (const OcopKind    *kind,
                                             const char        *hidden);

void        desk_record_fields_set_register (DeskRecordFields  *self,
                                             OcopRegister      *reg);

/* Copies @record. @labels: (nullable): what names the records that links lead to, by field. */
void        desk_record_fields_set_record   (DeskRecordFields  *self,
                                             const OcopRecord  *record,
                                             GHashTable        *labels);

/* Whether somebody has typed since the form held @since. */
gboolean    desk_record_fields_is_changed   (DeskRecordFields  *self,
                                             const OcopRecord  *since);
/* As desk_record_fields_set_record(), but for what somebody has typed since the form held @since. */
void        desk_record_fields_carry        (DeskRecordFields  *self,
                                             const OcopRecord  *since,
                                             const OcopRecord  *record,
                                             GHashTable        *labels);

/* Returns: (transfer full): the record with what stands in the form; a field that holds
 * nothing usable keeps its former value. */
OcopRecord *desk_record_fields_dup_record   (DeskRecordFields  *self);

/* Returns: (transfer full): what names the links as they stand in the form: field name → text */
GHashTable *desk_record_fields_dup_labels   (DeskRecordFields  *self);

/* Holds every field against its type, and the record against its rules. Says beside the
 * field what is wrong, and gives it the focus. */
gboolean    desk_record_fields_check        (DeskRecordFields  *self);

/* Says something beside a field; it is gone once that field is left again. */
void        desk_record_fields_show_hint    (DeskRecordFields  *self,
                                             const char        *field,
                                             const char        *hint);

/* What the locks of the kind hold fast is shown and cannot be changed. */
void        desk_record_fields_hold         (DeskRecordFields  *self);

/* Gives the first field the focus that can be changed. */
void        desk_record_fields_begin        (DeskRecordFields  *self);

G_END_DECLS
