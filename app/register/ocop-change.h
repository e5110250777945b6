/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopChange:
 *
 * One named, undoable step: what a form's save, an import or a decision does
 * to the register, all of it or nothing. Built by whoever knows the use case,
 * handed to the register once.
 */
typedef struct _OcopChange OcopChange;

typedef enum
{
  OCOP_ACTION_ADD,
  OCOP_ACTION_EDIT,
  OCOP_ACTION_BIN,     /* out of every list, into the bin */
  OCOP_ACTION_RESTORE, /* out of the bin */
  OCOP_ACTION_MERGE,   /* leads to another record from then on */
} OcopAction;

/* The kind of the changes that a register is set up with: they stand in the history, and undo passes
 * them by. */
#define OCOP_CHANGE_SET_UP "seed"

/* The kind of the changes of decisions: undo takes such a change back as a whole or not at all. */
#define OCOP_CHANGE_WHOLE "decision"

/* @kind: stable: "edit", "import" …; @name: in the user's language, shown by undo and history */
OcopChange *ocop_change_new     (const char       *kind,
                                 const char       *name);
void        ocop_change_free    (OcopChange       *change);

/* Adds a new record. Copies @record. */
void        ocop_change_add     (OcopChange       *change,
                                 const OcopRecord *record);

/* Edits the fields in which @after differs from @before, the record as it was read. Where
 * another change has meanwhile touched one of these fields the register refuses with
 * %OCOP_ERROR_CONFLICT; other fields merge. Does nothing when they do not differ. */
void        ocop_change_edit    (OcopChange       *change,
                                 const OcopRecord *before,
                                 const OcopRecord *after);

void        ocop_change_bin     (OcopChange       *change,
                                 const OcopKind   *kind,
                                 const char       *id);
void        ocop_change_restore (OcopChange       *change,
                                 const OcopKind   *kind,
                                 const char       *id);

/**
 * ocop_change_merge:
 * @id: the record that was found to be the same as @into
 *
 * Lets all that links to @id link to @into, moves @id into the bin and leaves a
 * redirect: whoever names @id later means @into. Of figures that both have for a
 * year, those of @into stay. The fields of @into are left as they are; to take
 * some over, add an edit of @into before.
 */
void        ocop_change_merge   (OcopChange       *change,
                                 const OcopKind   *kind,
                                 const char       *id,
                                 const char       *into);

/**
 * ocop_change_alias:
 * @source: the register or list that knows the record by another name
 * @foreign_id: that name, unique for @kind in @source
 *
 * Notes for later exchanges which record that is (ocop_reader_find_alias()).
 * Bookkeeping beside the change: it stands in no history, undo leaves it.
 */
void        ocop_change_alias   (OcopChange       *change,
                                 const OcopKind   *kind,
                                 const char       *id,
                                 const char       *source,
                                 const char       *foreign_id);

/**
 * ocop_change_keep_law:
 * @law: by which something in this change was judged, or that the office loads
 * @loaded: whether the office loads it: it is then the law in force of this register
 *   (ocop_reader_law_in_force())
 *
 * Lets the register hold @law, whole, from then on: what was judged by it names
 * ocop_law_get_id() and finds it again by ocop_reader_law(). A law that the register holds
 * already is left as it is, so whoever uses one may always ask for it. Bookkeeping beside
 * the change: it stands in no history, undo leaves it, nothing is judged anew.
 */
void        ocop_change_keep_law   (OcopChange       *change,
                                    const OcopLaw    *law,
                                    gboolean          loaded);

/* Whether no record is touched. */
gboolean    ocop_change_is_empty   (const OcopChange *change);
guint       ocop_change_get_n_rows (const OcopChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChange, ocop_change_free)

G_END_DECLS
