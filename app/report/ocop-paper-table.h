/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "base/ocop-value.h"
#include "report/ocop-paper-layout.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_PAPER_COLUMN_TEXT,        /* as it stands; an integer is written without grouping (a year) */
  OCOP_PAPER_COLUMN_INTEGER,
  OCOP_PAPER_COLUMN_MONEY,       /* whole đồng */
  OCOP_PAPER_COLUMN_HUNDREDTHS,  /* points and shares, as integers of 1/100 */
  OCOP_PAPER_COLUMN_QUANTITY,    /* integers of 1/100, with no more decimals than they need */
  OCOP_PAPER_COLUMN_DATE,        /* the text form of an OcopDate */
  OCOP_PAPER_COLUMN_STARS,       /* 1 to 5; text ("tiềm năng 5 sao") stands as it is */
  OCOP_PAPER_COLUMN_BOX,         /* a box to tick: 1 is ticked, 0 is not; none where unknown */
} OcopPaperColumnType;

typedef enum
{
  OCOP_PAPER_ALIGN_BY_TYPE,      /* text left, numbers right, dates and stars centred */
  OCOP_PAPER_ALIGN_LEFT,
  OCOP_PAPER_ALIGN_CENTRE,
  OCOP_PAPER_ALIGN_RIGHT,
} OcopPaperAlign;

/**
 * OcopPaperColumn:
 * @name: stable key, never shown
 * @title: heading
 * @group: (nullable): heading over this and the neighbouring columns of the
 *   same group
 * @width: about the characters that a usual cell holds; on pages only the
 *   proportions count
 * @leads: whether it stands before the text of the next column, under the same
 *   heading and without a rule between: boxes to tick
 * @upright: whether its heading runs upwards: many narrow columns of names
 * @cell: where the column's value stands in a row
 */
typedef struct
{
  char *name;
  char *title;
  char *group;
  OcopPaperColumnType type;
  OcopPaperAlign align;
  double width;
  gboolean leads;
  gboolean upright;
  guint cell;
} OcopPaperColumn;

typedef enum
{
  OCOP_PAPER_ROW_DATA,
  OCOP_PAPER_ROW_GROUP,          /* "I. Xã Đồng Xanh" */
  OCOP_PAPER_ROW_TOTAL,          /* "Tổng cộng" */
} OcopPaperRowKind;

/**
 * OcopPaperRow:
 * @label: (nullable): of group and total rows; it spans the first columns, up
 *   to the first that has a value
 * @cells: one value for each column ever added to the table, in that order
 */
typedef struct
{
  OcopPaperRowKind kind;
  char *label;
  guint n_cells;
  OcopValue cells[];
} OcopPaperRow;

/**
 * OcopPaperRowSource:
 * @row: an empty data row to fill; its cells take over what is put into them
 *
 * Gives the rows of a large table one at a time, in order, once.
 *
 * Returns: %FALSE after the last row, or with @error set.
 */
typedef gboolean (*OcopPaperRowSource) (OcopPaperRow  *row,
                                        gpointer       user_data,
                                        GError       **error);

/**
 * OcopPaperTable:
 * @title: (nullable): over the table, and the name of its sheet
 * @columns: (element-type OcopPaperColumn): those shown, in order
 * @rows: (element-type OcopPaperRow): empty where there is a source
 *
 * The fields are for reading; change them through the functions below.
 */
typedef struct
{
  char *title;
  GPtrArray *columns;
  GPtrArray *rows;
  guint n_cells;
  OcopPaperRowSource source;
  gpointer source_data;
  GDestroyNotify source_destroy;
  gsize source_rows;
} OcopPaperTable;

OcopPaperTable  *ocop_paper_table_new           (const char          *title);
void             ocop_paper_table_free          (OcopPaperTable      *table);

/**
 * ocop_paper_table_add_column:
 *
 * All columns come before the first row.
 *
 * Returns: (transfer none): the column, aligned by its type and in no group.
 */
OcopPaperColumn *ocop_paper_table_add_column    (OcopPaperTable      *table,
                                                 const char          *name,
                                                 const char          *title,
                                                 OcopPaperColumnType  type,
                                                 double               width);

/**
 * ocop_paper_table_add_row:
 * @label: (nullable): of group and total rows
 *
 * Returns: (transfer none): the row, its cells unknown; the table owns what is
 *   put into them.
 */
OcopPaperRow    *ocop_paper_table_add_row       (OcopPaperTable      *table,
                                                 OcopPaperRowKind     kind,
                                                 const char          *label);

/**
 * ocop_paper_table_set_source:
 * @n_rows: about how many rows come, for progress and the choice of a mode
 *
 * Feeds the table row by row instead of from memory. Such a table can be
 * rendered once.
 */
void             ocop_paper_table_set_source    (OcopPaperTable      *table,
                                                 OcopPaperRowSource   source,
                                                 gsize                n_rows,
                                                 gpointer             user_data,
                                                 GDestroyNotify       destroy);

/**
 * ocop_paper_table_load:
 *
 * Pulls all rows of the source, if there is one, into memory, for renderers
 * that need them more than once.
 *
 * Returns: %FALSE with @error set when the source failed.
 */
gboolean         ocop_paper_table_load          (OcopPaperTable      *table,
                                                 GError             **error);

/* Rows in memory, or as many as the source announced. */
gsize            ocop_paper_table_get_n_rows    (const OcopPaperTable *table);

/**
 * ocop_paper_table_apply_layout:
 *
 * Shows exactly the columns that @layout lists, in its order, under its titles.
 * Keys that the table does not have are passed over; a layout that would leave
 * no column changes nothing.
 */
void             ocop_paper_table_apply_layout  (OcopPaperTable        *table,
                                                 const OcopPaperLayout *layout);

const OcopPaperColumn *ocop_paper_table_get_column (const OcopPaperTable *table,
                                                    guint                 position);

/* Whether any column stands under a group heading. */
gboolean         ocop_paper_table_has_groups    (const OcopPaperTable *table);

/* How many columns from @position on, at least one, share its group heading. */
guint            ocop_paper_table_get_group_span (const OcopPaperTable *table,
                                                  guint                 position);

/* How many of the first columns the label of @row spans: 0 for a data row. */
guint            ocop_paper_table_get_label_span (const OcopPaperTable *table,
                                                  const OcopPaperRow   *row);

/* The alignment itself, never %OCOP_PAPER_ALIGN_BY_TYPE. */
OcopPaperAlign   ocop_paper_column_get_align    (const OcopPaperColumn *column);

/* Reads the text form of a date, at the speed that a list of a hundred thousand needs; other texts as
 * ocop_date_parse() does. */
gboolean         ocop_paper_read_date           (const char            *text,
                                                 OcopDate              *date);

/* As people read it: 22/05/2026, 1.234, 87,37, 4 stars; "" when unknown. Free with g_free(). */
char            *ocop_paper_column_to_people    (const OcopPaperColumn *column,
                                                 const OcopValue       *value);

/* As programs read it: 2026-05-22, 1234, 87.37, 4; "" when unknown. Free with g_free(). */
char            *ocop_paper_column_to_file      (const OcopPaperColumn *column,
                                                 const OcopValue       *value);

/**
 * OcopPaperRowIter:
 *
 * Walks the rows of a table, from memory or from its source; initialise with
 * ocop_paper_row_iter_init().
 */
typedef struct
{
  const OcopPaperTable *table;
  guint next;
  OcopPaperRow *pulled;
} OcopPaperRowIter;

void             ocop_paper_row_iter_init       (OcopPaperRowIter     *iter,
                                                 const OcopPaperTable *table);
/* Returns: (transfer none) (nullable): valid until the next call; %NULL after the last row or with @error set. */
const OcopPaperRow *ocop_paper_row_iter_next    (OcopPaperRowIter     *iter,
                                                 GError              **error);
void             ocop_paper_row_iter_clear      (OcopPaperRowIter     *iter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopPaperRowIter, ocop_paper_row_iter_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperTable, ocop_paper_table_free)

G_END_DECLS
