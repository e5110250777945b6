/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/desk-import-list.h"

G_BEGIN_DECLS

/**
 * DeskImportDryRun:
 * @kind: of the list
 * @plan: %NULL until desk_import_dry_run_carry_out() has made it
 * @progress: how far carrying it out is, in thousandths; kept as long as the dry run
 *
 * What a list would do to the register, with the columns and the choice that
 * were made when it was asked for. Shared between threads.
 */
typedef struct
{
  DeskImportList *list;
  OcopImportPlan *plan;
  gint *progress;
  OcopImportKind kind;
  /*< private >*/
  OcopImportChoices *choices;
  guint *columns; /* of each field of the kind */
  char *parent;   /* (nullable): what stands in ocop_import_parent() for every row */
} DeskImportDryRun;

/* Keeps what @list's mapping and @choices say now. */
DeskImportDryRun *desk_import_dry_run_new       (DeskImportList        *list,
                                                 const OcopImportChoices *choices);
DeskImportDryRun *desk_import_dry_run_ref       (DeskImportDryRun      *self);
void              desk_import_dry_run_unref     (DeskImportDryRun      *self);

/* In the register's thread, once. Fails as ocop_import_plan_new(). */
gboolean          desk_import_dry_run_carry_out (DeskImportDryRun      *self,
                                                 OcopReader            *reader,
                                                 GCancellable          *cancellable,
                                                 GError               **error);

/* Keeps the columns for lists with the same headings. */
gboolean          desk_import_dry_run_remember  (DeskImportDryRun      *self,
                                                 GError               **error);

/* The cell of @field in a row of the sheet; "" when there is none. */
const char       *desk_import_dry_run_get_text  (DeskImportDryRun      *self,
                                                 guint                  row,
                                                 const char            *field);

/* Once the plan is made. */

/* How many rows are wrong or doubtful. */
guint             desk_import_dry_run_n_to_repair (const DeskImportDryRun *self);

/* How many rows become what, those left out too, parted by @separator. Free with g_free(). */
char             *desk_import_dry_run_to_words  (const DeskImportDryRun *self,
                                                 const char            *separator);

/* That as many rows were stored as the plan takes. Free with g_free(). */
char             *desk_import_dry_run_say_taken (const DeskImportDryRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportDryRun, desk_import_dry_run_unref)

G_END_DECLS
