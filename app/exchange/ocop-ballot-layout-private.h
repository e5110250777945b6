/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

/* What the hidden sheet is called, and what stands first on it. */
#define OCOP_BALLOT_HIDDEN_PAGE "OCOP"
#define OCOP_BALLOT_MARK "ocop-ballot"

/* Where the hidden sheet says what the ballot is: its rows, from 0, below each other in the column of values. */
enum
{
  OCOP_BALLOT_ROW_MARK,      /* and the version of the layout */
  OCOP_BALLOT_ROW_REGISTER,
  OCOP_BALLOT_ROW_SESSION,
  OCOP_BALLOT_ROW_MEMBER,
  OCOP_BALLOT_ROW_DIGEST,
  OCOP_BALLOT_ROW_OFFICE,
  OCOP_BALLOT_ROW_FIRST_PRODUCT,
};

/* Its columns. */
enum
{
  OCOP_BALLOT_COLUMN_NAME,
  OCOP_BALLOT_COLUMN_VALUE,
  OCOP_BALLOT_COLUMN_SCORING,
  OCOP_BALLOT_COLUMN_SET,
  OCOP_BALLOT_COLUMN_DECISION,
  OCOP_BALLOT_COLUMN_TITLE,
  OCOP_BALLOT_COLUMN_NUMBERS,
};

#define OCOP_BALLOT_LAYOUT_VERSION "1"

typedef enum
{
  OCOP_BALLOT_CELL_TEXT,
  OCOP_BALLOT_CELL_NUMBER,
  OCOP_BALLOT_CELL_FORMULA,
  OCOP_BALLOT_CELL_CHOICE,   /* the member's: the number of an option, from 1 */
  OCOP_BALLOT_CELL_COMMENT,  /* the member's */
} OcopBallotCellType;

typedef enum
{
  OCOP_BALLOT_STYLE_PLAIN,
  OCOP_BALLOT_STYLE_TITLE,
  OCOP_BALLOT_STYLE_NOTE,
  OCOP_BALLOT_STYLE_HEADING,
  OCOP_BALLOT_STYLE_TEXT,
  OCOP_BALLOT_STYLE_FIGURE,
  OCOP_BALLOT_STYLE_PART,
  OCOP_BALLOT_STYLE_PART_FIGURE,
  OCOP_BALLOT_STYLE_ENTRY,
  OCOP_BALLOT_STYLE_COMMENT,
  OCOP_BALLOT_N_STYLES
} OcopBallotStyle;

/**
 * OcopBallotCell:
 * @last: the last column of what is merged; its own where nothing is
 * @text: (nullable): the text, the formula, or the comment so far
 * @number: the number; the value of a formula now; the option chosen so far, 0 for none
 * @leaf: of a choice
 * @may_change: whether the office may have corrected it since the ballot was made
 */
typedef struct
{
  guint row;
  guint column;
  guint last;
  OcopBallotCellType type;
  OcopBallotStyle style;
  char *text;
  guint number;
  const OcopCriterion *leaf;
  gboolean may_change;
} OcopBallotCell;

/**
 * OcopBallotPage:
 * @product: its place on the ballot; -1 where the sheet is none of a product
 * @frozen: rows and columns that stay in sight
 * @n_columns: with widths in characters; all others are of the same width
 */
typedef struct
{
  char *name;
  int product;
  gboolean hidden;
  GArray *cells;
  guint frozen_rows;
  guint frozen_columns;
  guint n_columns;
  double widths[16];
} OcopBallotPage;

/* Returns: (transfer full) (element-type OcopBallotPage): the cells of a ballot workbook: the first sheet, one of
 * each product, and the hidden one */
GPtrArray *ocop_ballot_layout_new (const OcopMemberBallot *ballot);

G_END_DECLS
