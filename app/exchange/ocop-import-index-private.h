/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The kinds of record that a list can hold, each after those that it links to. */
typedef enum
{
  OCOP_IMPORT_UNIT,
  OCOP_IMPORT_PRODUCER,
  OCOP_IMPORT_PRODUCT,
  OCOP_IMPORT_RECOGNITION,
  OCOP_IMPORT_WORK,   /* of the kind that the list is of */
  OCOP_IMPORT_N_RECORD_KINDS
} OcopImportRecordKind;

/**
 * OcopImportEntry:
 * @record: as it will be
 * @before: (nullable): as the register holds it; %NULL for one that the list
 *   brings, and for one that nothing changes
 * @kind: what it is
 * @folded: its name, folded; of a recognition and of the work ""
 * @origin: the number of the row that brings it; 0 when the register holds it
 */
typedef struct
{
  OcopRecord *record;
  OcopRecord *before;
  OcopImportRecordKind kind;
  char *folded;
  guint origin;
} OcopImportEntry;

/**
 * OcopImportIndex:
 *
 * What the register holds, found by names, with what the rows of the list
 * have brought so far. Read once; no row asks the register anything.
 */
typedef struct _OcopImportIndex OcopImportIndex;

/* @work: (nullable): the kind of record of the work that the list is of */
OcopImportIndex *ocop_import_index_new         (OcopReader            *reader,
                                                const OcopKind        *work,
                                                GError               **error);
void             ocop_import_index_free        (OcopImportIndex       *index);

/* (element-type OcopImportEntry) (nullable): those with that folded name; of products those with the same words
 * in any order, of producers those with the same bare name, of the work those with that ocop_import_work_dup_key(). */
const GPtrArray *ocop_import_index_find        (OcopImportIndex       *index,
                                                OcopImportRecordKind   kind,
                                                const char            *folded);
/* (element-type OcopImportEntry) (nullable): those that have or had that code: a unit's own, a producer's tax code,
 * a product's code. */
const GPtrArray *ocop_import_index_find_code   (OcopImportIndex       *index,
                                                OcopImportRecordKind   kind,
                                                const char            *code);
/* (nullable): the code of a record of @kind. */
const char      *ocop_import_index_get_code    (OcopImportRecordKind   kind,
                                                const OcopRecord      *record);
/* Whether records of the kind @target are found by their names for the work to link to. */
gboolean         ocop_import_index_has_linked  (OcopImportIndex       *index,
                                                const char            *target);
/* @id: (out) (nullable): the one of the kind @target that @name names, a plan's number or year too; %NULL where several
 * do. Returns: whether any does. */
gboolean         ocop_import_index_find_linked (OcopImportIndex       *index,
                                                const char            *target,
                                                const char            *name,
                                                const char           **id);
/* (element-type OcopImportEntry) (nullable): the recognitions of a product. */
const GPtrArray *ocop_import_index_recognitions (OcopImportIndex      *index,
                                                 const char           *product);
OcopImportEntry *ocop_import_index_get         (OcopImportIndex       *index,
                                                const char            *id);

/* Whether the register holds @field of the entry fast against lists. */
gboolean         ocop_import_index_is_held     (OcopImportIndex       *index,
                                                const OcopImportEntry *entry,
                                                const OcopField       *field);

/* (nullable) (transfer full): why @record is not added to what it belongs to. */
char            *ocop_import_index_dup_closed  (OcopImportIndex       *index,
                                                const OcopRecord      *record);

/* Takes @record, brought by the row @origin. */
OcopImportEntry *ocop_import_index_add         (OcopImportIndex       *index,
                                                OcopImportRecordKind   kind,
                                                OcopRecord            *record,
                                                guint                  origin);
/* Puts @record, of the same id, in the place of the entry's. Takes @record. */
void             ocop_import_index_replace     (OcopImportIndex       *index,
                                                OcopImportEntry       *entry,
                                                OcopRecord            *record);

/* The unit of the register's office; %NULL when there is none. */
OcopImportEntry *ocop_import_index_get_home    (OcopImportIndex       *index);

/* What the rows did, as adds and edits of @change. */
void             ocop_import_index_fill_change (OcopImportIndex       *index,
                                                OcopChange            *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopImportIndex, ocop_import_index_free)

G_END_DECLS
