/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-sheet-rows-private.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/ocop-heading-words-private.h"

/* What a row looks like. Cells filled from merged ranges are not its own. */
typedef struct
{
  const OcopSheetHeading *heading;
  guint row;
  guint n_own;
  guint n_spanned;            /* cells filled from one to their left */
  guint first_column;         /* of its own cells */
  const char *first_text;     /* the first own text that is no figure */
  const char *number;         /* in the column of running numbers */
  gboolean is_first;          /* right below the headings */
  gboolean has_numbers;       /* whether rows of the list are numbered */
  gboolean is_after_numbers;  /* below the last row that has a running number */
} Look;

gboolean
ocop_sheet_rows_is_spanned (const OcopSheet *sheet,
                            guint            row,
                            guint            column)
{
  /* Copies share their text with the cell that they come from. */
  return column > 0 && ocop_sheet_is_merged_copy (sheet, row, column)
         && ocop_sheet_get_text (sheet, row, column) == ocop_sheet_get_text (sheet, row, column - 1);
}

static const OcopHeadingColumn *
find_number_column (const OcopSheetHeading *heading)
{
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const OcopHeadingColumn *column = &g_array_index (heading->columns, OcopHeadingColumn, i);

      if (column->is_running_number)
        return column;
    }
  return NULL;
}

static Look
look_at (const OcopSheetHeading  *heading,
         const OcopHeadingColumn *number_column,
         guint                    row)
{
  const OcopSheet *sheet = heading->sheet;
  Look look = { .heading = heading, .row = row, .is_first = row == heading->first_row + heading->n_rows };

  for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, row, column + 1))
    {
      const char *text = ocop_sheet_get_text (sheet, row, column);

      if (number_column != NULL && number_column->column == column)
        look.number = text;
      if (ocop_sheet_is_merged_copy (sheet, row, column))
        {
          look.n_spanned += ocop_sheet_rows_is_spanned (sheet, row, column);
          continue;
        }
      if (look.n_own++ == 0)
        look.first_column = column;
      if (look.first_text == NULL && !ocop_heading_words_is_figure (text) && look.number != text)
        look.first_text = text;
    }
  return look;
}

static gboolean
has_figure_number (const Look *look)
{
  return look->number != NULL && ocop_heading_words_is_figure (look->number);
}

static gboolean
has_no_cell (const Look *look)
{
  return look->n_own == 0;
}

static gboolean
has_only_number (const Look *look)
{
  return look->n_own == 1 && look->heading->columns->len > 1 && has_figure_number (look) && look->first_text == NULL;
}

/* "(1)" "(2)" "(3)", "A" "B" "1" "2" under the headings. */
static gboolean
has_column_numbers (const Look *look)
{
  const OcopSheet *sheet = look->heading->sheet;
  int last = 0;

  if (!look->is_first || look->n_own < 3 || look->heading->n_rows == 0)
    return FALSE;
  for (guint column = ocop_sheet_next_column (sheet, look->row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, look->row, column + 1))
    {
      const char *text = ocop_sheet_get_text (sheet, look->row, column);
      int number;

      if (ocop_sheet_is_merged_copy (sheet, look->row, column))
        continue;
      text += *text == '(';
      number = atoi (text);
      if (number == last + 1 && strlen (text) <= 3)
        last = number;
      else if (last > 0 || !g_ascii_isupper (*text) || strlen (text) > 2)
        return FALSE;
    }
  return last > 1;
}

static gboolean
is_same_row (const OcopSheet *sheet,
             guint            row,
             guint            heading_row)
{
  for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, row, column + 1))
    if (!ocop_sheet_is_merged_copy (sheet, row, column)
        && g_strcmp0 (ocop_sheet_get_text (sheet, row, column), ocop_sheet_get_text (sheet, heading_row, column)) != 0)
      return FALSE;
  return TRUE;
}

/* On every printed page of some lists. */
static gboolean
is_heading_again (const Look *look)
{
  const OcopSheetHeading *heading = look->heading;

  for (guint row = heading->first_row; row < heading->first_row + heading->n_rows && look->n_own > 1; row++)
    if (is_same_row (heading->sheet, look->row, row))
      return TRUE;
  return FALSE;
}

static gboolean
is_total (const Look *look)
{
  return !has_figure_number (look)
         && ((look->number != NULL && ocop_heading_words_is_total (look->number))
             || (look->first_text != NULL && ocop_heading_words_is_total (look->first_text)));
}

static gboolean
has_section_number (const Look *look)
{
  return look->has_numbers && look->number != NULL && look->first_text != NULL
         && look->n_own < look->heading->columns->len
         && ocop_heading_words_is_section_number (look->number);
}

static gboolean
spans_columns (const Look *look)
{
  return look->n_own == 1 && look->n_spanned > 0 && 2 * (look->n_spanned + 1) >= look->heading->columns->len;
}

static gboolean
is_only_cell (const Look *look)
{
  const char *text = ocop_sheet_get_text (look->heading->sheet, look->row, look->first_column);

  return look->n_own == 1 && look->heading->columns->len > 2 && !ocop_heading_words_is_figure (text)
         && (look->number == text || ocop_heading_words_is_section (text));
}

static gboolean
is_after_numbers (const Look *look)
{
  return look->is_after_numbers && look->number == NULL && look->n_own <= MAX (1, look->heading->columns->len / 3);
}

/* The first that applies decides. */
static const struct
{
  gboolean (*applies) (const Look *look);
  OcopRowKind kind;
} rules[] = {
  { has_no_cell, OCOP_ROW_BLANK },
  { has_only_number, OCOP_ROW_BLANK },
  { has_column_numbers, OCOP_ROW_HEADING },
  { is_heading_again, OCOP_ROW_HEADING },
  { is_total, OCOP_ROW_TOTAL },
  { has_section_number, OCOP_ROW_SECTION },
  { spans_columns, OCOP_ROW_SECTION },
  { is_only_cell, OCOP_ROW_SECTION },
  { is_after_numbers, OCOP_ROW_NOTE },
};

static OcopRowKind
classify (const Look *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].applies (look))
      return rules[i].kind;
  return OCOP_ROW_DATA;
}

static guint
find_last_number (const OcopSheetHeading  *heading,
                  const OcopHeadingColumn *number_column)
{
  if (number_column == NULL)
    return OCOP_SHEET_NO_ROW;
  for (guint row = ocop_sheet_get_n_rows (heading->sheet); row > heading->first_row + heading->n_rows; row--)
    {
      const char *number = ocop_sheet_get_text (heading->sheet, row - 1, number_column->column);

      if (number != NULL && ocop_heading_words_is_figure (number))
        return row - 1;
    }
  return OCOP_SHEET_NO_ROW;
}

/* What a column last held, and in which data row. */
typedef struct
{
  const char *text;
  guint row;
} Above;

/* @last: the data row above, the only one that a ditto looks at. */
static void
follow_dittos (OcopSheetHeading *heading,
               guint             row,
               guint             last,
               Above            *above)
{
  const OcopSheet *sheet = heading->sheet;

  for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, row, column + 1))
    {
      const char *text = ocop_sheet_get_text (sheet, row, column);

      if (ocop_heading_words_is_ditto (text))
        {
          OcopSheetDitto ditto = { row, column, above[column].row == last ? above[column].text : NULL };

          g_array_append_val (heading->dittos, ditto);
          text = ditto.text;
        }
      above[column] = (Above) { text, row };
    }
}

void
ocop_sheet_rows_classify (OcopSheetHeading *heading)
{
  const OcopHeadingColumn *number_column = find_number_column (heading);
  guint last_number = find_last_number (heading, number_column);
  g_autofree Above *above = g_new0 (Above, ocop_sheet_get_n_columns (heading->sheet) + 1);
  guint section = OCOP_SHEET_NO_ROW, last_data = OCOP_SHEET_NO_ROW;

  for (guint i = heading->first_row + heading->n_rows; i < ocop_sheet_get_n_rows (heading->sheet); i++)
    {
      OcopHeadingRow row = { .row = i, .section = section };
      Look look = look_at (heading, number_column, i);

      look.has_numbers = last_number != OCOP_SHEET_NO_ROW;
      look.is_after_numbers = look.has_numbers && i > last_number;
      row.kind = classify (&look);
      g_array_append_val (heading->rows, row);
      if (row.kind == OCOP_ROW_SECTION)
        section = i;
      if (row.kind != OCOP_ROW_DATA)
        continue;
      follow_dittos (heading, i, last_data, above);
      last_data = i;
    }
}

static int
compare_dittos (gconstpointer a,
                gconstpointer b)
{
  const OcopSheetDitto *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

const OcopSheetDitto *
ocop_sheet_rows_find_ditto (const OcopSheetHeading *heading,
                            guint                   row,
                            guint                   column)
{
  const OcopSheetDitto wanted = { row, column, NULL };
  guint place;

  if (!g_array_binary_search (heading->dittos, &wanted, compare_dittos, &place))
    return NULL;
  return &g_array_index (heading->dittos, OcopSheetDitto, place);
}
