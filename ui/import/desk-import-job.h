/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/desk-import-dry-run.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_JOB (desk_import_job_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportJob, desk_import_job, DESK, IMPORT_JOB, GObject)

typedef enum
{
  DESK_IMPORT_IDLE,
  DESK_IMPORT_READING,  /* the file */
  DESK_IMPORT_PLANNING, /* the dry run */
  DESK_IMPORT_STORING,
} DeskImportState;

/**
 * DeskImportJob:
 *
 * The import of one list, from the file to the change in the register. What
 * takes its time runs in other threads; a newer wish cancels what an older one
 * is still doing. Whatever fails leaves what was there before.
 *
 * - #DeskImportJob::state-changed
 * - ::list-changed, when another list has been read
 * - ::planned, when there is a new dry run, or none any more
 * - ::stored, when the register has taken the list; there is no list any more afterwards
 * - ::cancelled, when storing was given up and the register is as it was
 * - ::failed (GError)
 */

DeskImportJob    *desk_import_job_new            (OcopRegister         *reg);

DeskImportState   desk_import_job_get_state      (DeskImportJob        *self);
/* Of what is under way, 0 to 1; negative when not known. */
double            desk_import_job_get_fraction   (DeskImportJob        *self);
/* (nullable): what was read last. */
DeskImportList   *desk_import_job_get_list       (DeskImportJob        *self);
/* (nullable): carried out, and of the columns and choices as they are now. */
DeskImportDryRun *desk_import_job_get_dry_run    (DeskImportJob        *self);
/* What the list's headings say, unless one was set. */
OcopImportKind    desk_import_job_get_kind       (DeskImportJob        *self);

void              desk_import_job_read_file      (DeskImportJob        *self,
                                                  GFile                *file);
/* @text: cells from the clipboard; @name: what to call them */
void              desk_import_job_read_text      (DeskImportJob        *self,
                                                  const char           *text,
                                                  const char           *name);

void              desk_import_job_set_kind       (DeskImportJob        *self,
                                                  OcopImportKind        kind);
void              desk_import_job_set_sheet      (DeskImportJob        *self,
                                                  guint                 index);
/* Whether text for old fonts is read as what it means, as it is from the beginning. */
void              desk_import_job_set_recodes    (DeskImportJob        *self,
                                                  gboolean              recodes);
void              desk_import_job_set_duplicates (DeskImportJob        *self,
                                                  OcopImportDuplicates  duplicates);
/* @producer: one that looks like another, as the list writes it */
void              desk_import_job_set_taking     (DeskImportJob        *self,
                                                  const char           *producer,
                                                  OcopImportTaking      taking);
/* @field: (nullable): %NULL: the column is not read */
void              desk_import_job_set_field      (DeskImportJob        *self,
                                                  guint                 column,
                                                  const char           *field);

/* @id: (nullable): of the record that every row belongs to (ocop_import_parent()) */
void              desk_import_job_set_parent     (DeskImportJob        *self,
                                                  const char           *id);
OcopRegister     *desk_import_job_get_register   (DeskImportJob        *self);

/* Hands the dry run's change to the register; only when there is a dry run and nothing is under way. */
void              desk_import_job_store          (DeskImportJob        *self);
/* Whether there is a list whose rows are not checked because that was cancelled. */
gboolean          desk_import_job_is_unchecked   (DeskImportJob        *self);
/* Checks the rows again. */
void              desk_import_job_check          (DeskImportJob        *self);

/* Ends what is under way; what it would have changed stays as it was. */
void              desk_import_job_cancel         (DeskImportJob        *self);

G_END_DECLS
