/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-xlsx-parts-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *relationship;
  gboolean hidden;
} OcopXlsxListedSheet;

/**
 * OcopXlsxPlan:
 * @workbook: (nullable): the part that lists the sheets
 * @parts: kind of a relationship of the workbook, "worksheet" -> its last part
 * @sheets: (element-type OcopXlsxListedSheet)
 *
 * What the parts that lead to the sheets of a workbook say.
 */
typedef struct
{
  char *workbook;
  char *part;                 /* private: the one being read */
  GHashTable *targets;        /* private: id of a relationship -> part */
  GHashTable *parts;
  GHashTable *worksheets;     /* private: the parts that are worksheets */
  GArray *sheets;
  OcopXlsxTables tables;
} OcopXlsxPlan;

OcopXlsxPlan *ocop_xlsx_plan_new        (void);
void          ocop_xlsx_plan_free       (OcopXlsxPlan              *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopXlsxPlan, ocop_xlsx_plan_free)

gboolean      ocop_xlsx_plan_read       (OcopPackage               *package,
                                         OcopXlsxPlan              *plan,
                                         OcopReading               *reading,
                                         GError                   **error);

/* The part of a listed sheet; NULL for a chart sheet and its like. */
const char   *ocop_xlsx_plan_find_part  (OcopXlsxPlan              *plan,
                                         const OcopXlsxListedSheet *sheet);

G_END_DECLS
