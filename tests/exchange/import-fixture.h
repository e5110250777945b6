/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import.h"
#include "register/fixture.h"

/* Plans the first sheet of @workbook by its headings and commits the plan. */
OcopImportPlan *import_workbook (Fixture                 *fixture,
                                 OcopWorkbook            *workbook,
                                 OcopImportKind           kind,
                                 const OcopImportChoices *choices);

/* The same with the text of a csv file. */
OcopImportPlan *import_text_by  (Fixture                 *fixture,
                                 const char              *text,
                                 OcopImportKind           kind,
                                 const OcopImportChoices *choices);
OcopImportPlan *import_text     (Fixture                 *fixture,
                                 const char              *text,
                                 OcopImportKind           kind,
                                 OcopImportDuplicates     duplicates);

/* Each row's result and what is said of it, "new", "wrong wrong@C", one a line. Texts are left out, for they
 * are translated. */
char           *import_results  (const OcopImportPlan *plan);

/* The texts said of the row of the plan, parted by "; ". */
char           *import_says     (const OcopImportPlan *plan,
                                 guint                 row);

/* @columns of all records of @kind, one record a line, in order of the columns. */
char           *import_dump     (Fixture              *fixture,
                                 const char           *kind,
                                 const char * const   *columns);

/* How many products have the class @star, counted as recorded. */
gint64          import_count    (Fixture              *fixture,
                                 const char           *star);
