/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/* Room for the name of any cell. */
#define OCOP_FORM_NAME_SIZE 24

/**
 * OcopFormCell:
 * @row, @column: from 1; column 1 is A
 * @source: what goes there, as ocop_form_source_… of app/report names it: "target:P10:actual"
 * @last_row: of a column that goes down from the cell, the last row that the form keeps for it; 0 where the form says
 *   nothing below
 * @labels_column: of such a column, where the form names its rows itself; 0 where it does not: then the rows follow
 *   each other
 * @left, @above: (nullable): the nearest texts before and over the cell when it was chosen
 *
 * One cell of another author's workbook, and what the office fills into it.
 */
typedef struct
{
  char *sheet;
  guint row;
  guint column;
  char *source;
  guint last_row;
  guint labels_column;
  char *left;
  char *above;
} OcopFormCell;

OcopFormCell *ocop_form_cell_new         (const char    *sheet,
                                          guint          row,
                                          guint          column,
                                          const char    *source);
OcopFormCell *ocop_form_cell_copy        (const OcopFormCell *cell);
void          ocop_form_cell_free        (OcopFormCell  *cell);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormCell, ocop_form_cell_free)

/* "C12" in @buffer, which is returned. */
const char   *ocop_form_cell_write_name  (guint          row,
                                          guint          column,
                                          char           buffer[OCOP_FORM_NAME_SIZE]);
/* "C12", "$c$12"; %FALSE where @name is no cell of any sheet. */
gboolean      ocop_form_cell_read_name   (const char    *name,
                                          guint         *row,
                                          guint         *column);
/* "C": 0 where @name is no column. */
guint         ocop_form_column_read_name (const char    *name);

/* (transfer full) (element-type OcopFormCell): @json: (nullable): what the field "cells" of a form holds;
 * %NULL with %OCOP_ERROR_FILE_FORMAT and the place named */
GPtrArray    *ocop_form_cells_read       (const char    *json,
                                          GError       **error);
/* Free with g_free(). */
char         *ocop_form_cells_write      (const GPtrArray *cells);
/* (nullable) */
OcopFormCell *ocop_form_cells_find       (const GPtrArray *cells,
                                          const char      *sheet,
                                          guint            row,
                                          guint            column);

typedef enum
{
  OCOP_FORM_NOTHING,  /* the cell is emptied: nothing is known */
  OCOP_FORM_NUMBER,
  OCOP_FORM_PERCENT,
  OCOP_FORM_TEXT,
  OCOP_FORM_DATE,
} OcopFormValueType;

/**
 * OcopFormValue:
 * @hundredths: of %OCOP_FORM_NUMBER, and of %OCOP_FORM_PERCENT those of a percent
 */
typedef struct
{
  OcopFormValueType type;
  gint64 hundredths;
  char *text;
  OcopDate date;
} OcopFormValue;

/**
 * OcopFormFill:
 * @cell: (transfer none)
 * @goes_down: whether it is a column of several rows, from the cell on
 * @values: (element-type OcopFormValue): one, or one for each row
 * @labels: (element-type utf8): what names each of the rows; empty of a single value
 *
 * What goes into a cell now.
 */
typedef struct
{
  const OcopFormCell *cell;
  gboolean goes_down;
  GPtrArray *values;
  GPtrArray *labels;
} OcopFormFill;

OcopFormFill  *ocop_form_fill_new        (const OcopFormCell *cell);
void           ocop_form_fill_free       (OcopFormFill       *fill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormFill, ocop_form_fill_free)

/* (transfer none): a value of nothing, to be filled. @label: (nullable) */
OcopFormValue *ocop_form_fill_add        (OcopFormFill       *fill,
                                          const char         *label);

/* As people read it: "1.234,5", "92,5 %", "05/08/2026"; "" of nothing. Free with g_free(). */
char          *ocop_form_value_to_people (const OcopFormValue *value);

G_END_DECLS
