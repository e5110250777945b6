/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-patches-private.h"
#include "exchange/ocop-xlsx-number-private.h"
#include "model/ocop-own-form.h"

G_BEGIN_DECLS

/**
 * OcopFormPartCell:
 * @element, @tag, @value: the whole of it, its first tag, and its element "v" (empty where there is none)
 * @style: its number among the workbook's; -1 where it has none
 * @is_formula: whether the form computes it
 * @is_filled: whether anything stands in it
 * @has_value: whether something stands in its element "v" or "is"
 */
typedef struct
{
  guint column;
  OcopFormSpan element;
  OcopFormSpan tag;
  OcopFormSpan value;
  int style;
  gboolean is_formula;
  gboolean is_filled;
  gboolean has_value;
} OcopFormPartCell;

/* @cells: (element-type OcopFormPartCell): in the order of the file */
typedef struct
{
  guint number;
  OcopFormSpan element;
  OcopFormSpan tag;
  gsize close;          /* where its last tag begins; the end of @tag where that is the only one */
  int style;            /* that it gives new cells; -1 for none */
  GArray *cells;
} OcopFormPartRow;

typedef enum
{
  OCOP_FORM_PART_NORMAL,
  OCOP_FORM_PART_SHARED,        /* written once for several cells */
  OCOP_FORM_PART_ARRAY,
  OCOP_FORM_PART_DATA_TABLE,    /* what would be if */
} OcopFormPartFormulaKind;

/**
 * OcopFormPartFormula:
 * @element, @tag, @close: as of a row
 * @group: of shared ones, those that share it
 * @area: (nullable): the cells that it fills, "D5:D8"
 * @text: "" of a cell that shares the formula of another
 */
typedef struct
{
  guint row;
  guint column;
  OcopFormSpan element;
  OcopFormSpan tag;
  gsize close;
  OcopFormPartFormulaKind kind;
  guint group;
  char *area;
  char *text;
} OcopFormPartFormula;

/* Rows and columns from 1, all within. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} OcopFormArea;

/**
 * OcopFormPart:
 * @prefix: of the names of its elements: "", "x:"
 * @data, @data_tag, @data_close: the element "sheetData", as of a row
 * @dimension, @covered: the tag that says which cells there are, and which; both ends 0 where there is none
 * @rows: (element-type OcopFormPartRow)
 * @merged, @computed: (element-type OcopFormArea): merged cells; those that one formula fills together
 * @column_styles: (element-type OcopFormPartStyle)
 * @formulas: (element-type OcopFormPartFormula): in the order of the file
 * @has_formula: whether any cell computes
 * @looks_out: whether any formula may ask for cells of another sheet
 *
 * The part of one sheet, and where in its bytes the cells stand.
 */
typedef struct
{
  GBytes *bytes;
  char *prefix;
  OcopFormSpan data;
  OcopFormSpan data_tag;
  gsize data_close;
  OcopFormSpan dimension;
  OcopFormArea covered;
  GPtrArray *rows;
  GArray *merged;
  GArray *computed;
  GArray *column_styles;
  GArray *formulas;
  gboolean has_formula;
  gboolean looks_out;
} OcopFormPart;

typedef struct
{
  guint first;
  guint last;
  int style;
} OcopFormPartStyle;

OcopFormPart       *ocop_form_part_read        (GBytes              *bytes,
                                                const char          *name,
                                                GError             **error);
void                ocop_form_part_free        (OcopFormPart        *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormPart, ocop_form_part_free)

/* %NULL where the file has none. */
OcopFormPartRow    *ocop_form_part_find_row    (const OcopFormPart  *part,
                                                guint                number);
OcopFormPartCell   *ocop_form_part_find_cell   (const OcopFormPart  *part,
                                                guint                row,
                                                guint                column);
/* The merged cells that the cell lies in without being the first of them; %NULL where there are none. */
const OcopFormArea *ocop_form_part_find_merged (const OcopFormPart  *part,
                                                guint                row,
                                                guint                column);
/* Whether a formula fills the cell. */
gboolean            ocop_form_part_is_computed (const OcopFormPart  *part,
                                                guint                row,
                                                guint                column);

/**
 * OcopFormPartEdit:
 * @value: (nullable): %NULL empties the cell
 * @model_row: the row that a new row looks like; the row itself where there is none
 *
 * What goes into one cell.
 */
typedef struct
{
  guint row;
  guint column;
  const OcopFormValue *value;
  guint model_row;
} OcopFormPartEdit;

/**
 * ocop_form_part_write:
 * @edits: (element-type OcopFormPartEdit): put in order here
 * @formats: one byte, an #OcopXlsxFormat, per cell style
 * @from_1904: whether days are counted from 1904
 *
 * Returns: (transfer full): the part with @edits in it and without the results of its formulas, so that whoever opens
 *   it computes them anew; all else as it was
 */
GBytes             *ocop_form_part_write       (const OcopFormPart  *part,
                                                GArray              *edits,
                                                const GByteArray    *formats,
                                                gboolean             from_1904);

G_END_DECLS
