/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-commune-form-private.h"

G_BEGIN_DECLS

/* A form as a workbook: a sheet for each of its tables, one that says how it is filled in, and a hidden one that says
 * what the form was when it was made. */

#define OCOP_COMMUNE_HIDDEN_PAGE "OCOP"
#define OCOP_COMMUNE_MARK "ocop-commune"
#define OCOP_COMMUNE_LAYOUT_VERSION "1"
/* The first cell of a row of the hidden sheet that tells what a table's sheet and columns are called. */
#define OCOP_COMMUNE_HEADING "heading"
/* When a workbook was made, for the file's properties: the same form makes the same file. */
#define OCOP_COMMUNE_MADE_AT G_GINT64_CONSTANT (946684800)

/* The rows of the hidden sheet, from 0: a name and a value. After them headings, then lines. */
enum
{
  OCOP_COMMUNE_ROW_MARK,      /* and the version of the layout */
  OCOP_COMMUNE_ROW_REGISTER,
  OCOP_COMMUNE_ROW_YEAR,
  OCOP_COMMUNE_ROW_UNIT,      /* and its name */
  OCOP_COMMUNE_ROW_SEQ,
  OCOP_COMMUNE_ROW_DIGEST,
  OCOP_COMMUNE_ROW_TABLES,
};

/* Its columns: of a line the table's name, its number, its id, then the cells after the number; of a heading that
 * word, the table's name, that of its sheet, then the titles of all columns. */
enum
{
  OCOP_COMMUNE_HIDDEN_NAME,
  OCOP_COMMUNE_HIDDEN_VALUE,
  OCOP_COMMUNE_HIDDEN_ID,
  OCOP_COMMUNE_HIDDEN_CELLS,
};

/* Writes @form to @path. LC_NUMERIC must be "C". */
gboolean          ocop_commune_workbook_write  (const OcopCommuneForm  *form,
                                                const char             *path,
                                                GError                **error);

/**
 * OcopCommuneReturn:
 * @base: the form as it was sent
 * @given: as it came back; of new lines @base has none
 * @saved_at: ISO 8601, UTC: when it was saved last
 * @problems: (element-type utf8): why nothing of it can be taken
 * @faults: (element-type utf8): what of it cannot be read and is left out
 * @notes: (element-type utf8): what is out of order but does no harm
 */
typedef struct
{
  OcopCommuneForm *base;
  OcopCommuneForm *given;
  char *saved_at;
  GPtrArray *problems;
  GPtrArray *faults;
  GPtrArray *notes;
} OcopCommuneReturn;

/* %NULL with @error where the file cannot be read or is no such workbook. */
OcopCommuneReturn *ocop_commune_workbook_read  (GFile                  *file,
                                                GError                **error);
void               ocop_commune_return_free    (OcopCommuneReturn      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCommuneReturn, ocop_commune_return_free)

G_END_DECLS
