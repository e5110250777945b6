/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet-heading.h"
#include "model/ocop-kind.h"

G_BEGIN_DECLS

/* What one row of a list stands for. */
typedef enum
{
  OCOP_IMPORT_PRODUCTS,  /* a product with its producer and its recognitions */
  OCOP_IMPORT_PRODUCERS,
  OCOP_IMPORT_UNITS,     /* an administrative unit */
  /* A record of the work, with links to what the register holds. New ones come last: what was remembered of a
   * list's columns is filed under these numbers. */
  OCOP_IMPORT_INSPECTIONS,
  OCOP_IMPORT_COURSES,
  OCOP_IMPORT_TRAINEES,
  OCOP_IMPORT_EVENTS,
  OCOP_IMPORT_PARTICIPATIONS,
  OCOP_IMPORT_SALES_POINTS,
  OCOP_IMPORT_SUPPORT_PROGRAMMES,
  OCOP_IMPORT_SUPPORTS,
  OCOP_IMPORT_CONSULTATIONS,
  OCOP_IMPORT_COMMUNICATIONS,
  OCOP_IMPORT_VALUE_CHAINS,
  OCOP_IMPORT_VALUE_CHAIN_MEMBERS,
  OCOP_IMPORT_TOURISM_SITES,
  OCOP_IMPORT_TASKS,
  OCOP_IMPORT_BUDGET_LINES,
  OCOP_IMPORT_PLAN_PRODUCTS,
  OCOP_IMPORT_PLAN_TARGETS,
  OCOP_IMPORT_TARGET_SHARES,
  OCOP_IMPORT_SALES_LINKS,
  OCOP_IMPORT_PRODUCT_YEARS,
  OCOP_IMPORT_PRODUCER_YEARS,
  OCOP_IMPORT_INSPECTION_POINTS,
  OCOP_IMPORT_REWARDS,
  OCOP_IMPORT_N_KINDS
} OcopImportKind;

/**
 * OcopImportField:
 * @name: stable: "product.name", "recognition.class"; what stands before the
 *   point is a kind of record, "locality", or "recognition1" and
 *   "recognition2" for lists with the first and the later recognition side by
 *   side
 * @title: English, to be translated
 * @headings: folded headings that name it, parted by "|"; an asterisk stands
 *   for any text
 *
 * One thing that a column of a list can hold.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *headings;
} OcopImportField;

/* "products", "producers", "units", "courses" … as a kind of list; %FALSE when it is none of them. */
gboolean               ocop_import_kind_find  (const char      *name,
                                               OcopImportKind  *kind);
/* The stable name of that kind of list; and its title for people, translated. */
const char            *ocop_import_kind_name  (OcopImportKind   kind);
const char            *ocop_import_kind_title (OcopImportKind   kind);

/* The kind of record of the work that a row stands for; %NULL for products, producers and units. */
const OcopKind        *ocop_import_kind_model (OcopImportKind   kind);

/* The field by which every record of such a list belongs to one of another kind, the course of who came: a list often
 * is of one alone and does not name it. %NULL where there is none. */
const OcopImportField *ocop_import_parent     (OcopImportKind   kind);

/* The names of what one expects of such a list beside its first field, ended by %NULL. */
const char * const    *ocop_import_expected   (OcopImportKind   kind);

/* The fields of that kind of list, ended by a %NULL name; without the first a row says nothing. */
const OcopImportField *ocop_import_fields     (OcopImportKind   kind);

/* %NULL when that kind of list has no such field. Of a record of the work "held_on" names "course.held_on". */
const OcopImportField *ocop_import_find_field (OcopImportKind   kind,
                                               const char      *name);

/* Whether the folded heading @folded names @field; @exactly leaves asterisks out. */
gboolean               ocop_import_field_is_named (const OcopImportField *field,
                                                   const char            *folded,
                                                   gboolean               exactly);

/* Whether the column at @place of @heading has the reasons in a file of rows to repair, which are never read: the last one
 * alone, for a list may have reasons of its own. */
gboolean               ocop_import_is_reason_column (const OcopSheetHeading *heading,
                                                     guint                   place);

G_END_DECLS
