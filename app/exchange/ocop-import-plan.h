/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-import-choices.h"
#include "exchange/ocop-import-mapping.h"
#include "exchange/ocop-workbook.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_IMPORT_NEW,
  OCOP_IMPORT_CHANGED,   /* of a record that is there, fields change or a recognition is added */
  OCOP_IMPORT_DUPLICATE, /* nothing happens */
  OCOP_IMPORT_DOUBTFUL,  /* goes in with something unknown or odd, or looks like what is there */
  OCOP_IMPORT_WRONG,     /* left out */
  OCOP_IMPORT_N_RESULTS
} OcopImportResult;

typedef enum
{
  OCOP_IMPORT_SAYS_WRONG,      /* a cell that cannot be read */
  OCOP_IMPORT_SAYS_MISSING,    /* something expected is not there and stays unknown */
  OCOP_IMPORT_SAYS_ODD,        /* something contradicts itself */
  OCOP_IMPORT_SAYS_SIMILAR,    /* a look-alike (nghi trùng) */
  OCOP_IMPORT_SAYS_CHANGES,    /* a field takes the list's value: old → new */
  OCOP_IMPORT_SAYS_DIFFERS,    /* a field keeps its value although the list's is another */
  OCOP_IMPORT_SAYS_ADDS,       /* a recognition of a product that is there */
  OCOP_IMPORT_SAYS_DUPLICATE,  /* what it is a duplicate of, and why */
  OCOP_IMPORT_SAYS_NOTE,       /* how a cell was read, where that is certain */
} OcopImportSaying;

/**
 * OcopImportMessage:
 * @column: of the sheet, from 0, or %OCOP_IMPORT_NO_COLUMN
 * @text: for people, without the place
 */
typedef struct
{
  OcopImportSaying saying;
  guint column;
  char *text;
} OcopImportMessage;

/**
 * OcopImportLookAlike:
 * @name: the producer as the list writes it, for ocop_import_choices_set_taking()
 * @other: the producer that it looks like
 * @same: whether both are taken as one
 */
typedef struct
{
  char *name;
  char *other;
  gboolean same;
} OcopImportLookAlike;

/**
 * OcopImportRow:
 * @row: of the sheet, from 0
 * @number: the row as the spreadsheet program counts it
 * @label: what the row is about: the name of the product, producer or unit; ""
 *   when it has none
 * @messages: (element-type OcopImportMessage): why the result is what it is
 * @look_alike: (nullable): a choice that the row leaves open
 */
typedef struct
{
  guint row;
  guint number;
  OcopImportResult result;
  char *label;
  GPtrArray *messages;
  OcopImportLookAlike *look_alike;
} OcopImportRow;

/**
 * OcopImportPlan:
 *
 * The dry run of an import: what each row of the list would do to the
 * register. Needs neither sheet nor reader once it is made, and can be passed
 * between threads. Lives in memory: a sheet is bounded by its rows and cells
 * (%OCOP_SHEET_MAX_ROWS, OCOP_SHEET_MAX_CELLS), its file by
 * OCOP_READING_MAX_FILE_SIZE.
 */
typedef struct _OcopImportPlan OcopImportPlan;

/**
 * ocop_import_plan_new:
 * @reader: asked once for the names in the register
 * @choices: (nullable)
 * @progress: (nullable): told now and then how far the rows are, 0 to 1
 * @cancellable: (nullable)
 *
 * Blocks; in the window it runs on the register's lane for long work.
 *
 * Returns: (transfer full): %NULL with @error set: %OCOP_ERROR_CANCELLED,
 *   %OCOP_ERROR_ARGUMENT when no column holds the name of what a row stands
 *   for, or what the reader failed with.
 */
OcopImportPlan      *ocop_import_plan_new          (OcopReader              *reader,
                                                    const OcopSheetHeading  *heading,
                                                    const OcopImportMapping *mapping,
                                                    const OcopImportChoices *choices,
                                                    OcopReadProgress         progress,
                                                    gpointer                 user_data,
                                                    GCancellable            *cancellable,
                                                    GError                 **error);
void                 ocop_import_plan_free         (OcopImportPlan          *plan);

guint                ocop_import_plan_get_n_rows   (const OcopImportPlan    *plan);
const OcopImportRow *ocop_import_plan_get_row      (const OcopImportPlan    *plan,
                                                    guint                    i);
/* How many rows have that result. */
guint                ocop_import_plan_count        (const OcopImportPlan    *plan,
                                                    OcopImportResult         result);
/* How many rows go into the register. */
guint                ocop_import_plan_get_n_taken  (const OcopImportPlan    *plan);

/* What holds for the whole list, for people, ended by %NULL: expected fields without a column, columns not read,
 * how many rows are read otherwise than their cells say. */
const char * const  *ocop_import_plan_get_notes    (const OcopImportPlan    *plan);

/**
 * ocop_import_plan_new_change:
 * @name: what the list is called, e.g. the name of its file
 *
 * Returns: (transfer full): the whole import as one step, "Nhập danh sách FILE
 *   (144 dòng)"; empty when no row goes in.
 */
OcopChange          *ocop_import_plan_new_change   (const OcopImportPlan    *plan,
                                                    const char              *name);

/* "new", "changed", "duplicate", "doubtful", "wrong": stable. */
const char          *ocop_import_result_name       (OcopImportResult         result);
/* The same for people. */
const char          *ocop_import_result_title      (OcopImportResult         result);

/* Everything that is said of the row, parted by @separator. Free with g_free(). */
char                *ocop_import_row_to_people     (const OcopImportRow     *row,
                                                    const char              *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopImportPlan, ocop_import_plan_free)

G_END_DECLS
