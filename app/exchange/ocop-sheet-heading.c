/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-sheet-heading.h"

#include <string.h>

#include "base/ocop-text.h"
#include "exchange/ocop-heading-words-private.h"
#include "exchange/ocop-sheet-rows-private.h"

/* Titles above the headings take a dozen rows at most. */
#define N_SEARCHED_ROWS 60
/* A group, a heading in it, and once in a while a unit below. */
#define MAX_HEADING_ROWS 3
/* Known words weigh more than any row of texts without them. */
#define WEIGHT_OF_KNOWN_WORD 4
#define WEIGHT_OF_FIGURE -3

/* What the cells of a row are, each merged range counted once. */
typedef struct
{
  guint n_known;
  guint n_texts;
  guint n_figures;
} Tally;

/* A year may head a column of figures. */
static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && (g_str_has_prefix (text, "20") || g_str_has_prefix (text, "19"))
         && strspn (text, "0123456789") == 4;
}

static Tally
tally_row (const OcopSheet *sheet,
           guint            row)
{
  Tally tally = { 0, 0, 0 };

  for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, row, column + 1))
    {
      const char *text = ocop_sheet_get_text (sheet, row, column);

      if (ocop_sheet_rows_is_spanned (sheet, row, column))
        continue;
      if (ocop_heading_words_is_figure (text) && !is_year (text))
        tally.n_figures++;
      else
        tally.n_texts++;
      tally.n_known += ocop_heading_words_is_known (text);
    }
  return tally;
}

/* Whether @row, all texts, stands over figures. */
static gboolean
contrasts_with_next (const OcopSheet *sheet,
                     guint            row)
{
  Tally tally = tally_row (sheet, row);

  if (tally.n_figures > 0 || tally.n_texts < 2 || 2 * tally.n_texts < ocop_sheet_get_n_columns (sheet))
    return FALSE;
  for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
       column = ocop_sheet_next_column (sheet, row, column + 1))
    {
      const char *below = ocop_sheet_get_text (sheet, row + 1, column);

      if (below != NULL && ocop_heading_words_is_figure (below))
        return TRUE;
    }
  return FALSE;
}

/* For lists whose headings hold none of the known words. */
static guint
find_contrasting_row (const OcopSheet *sheet)
{
  for (guint row = 0; row < MIN (ocop_sheet_get_n_rows (sheet), N_SEARCHED_ROWS); row++)
    if (contrasts_with_next (sheet, row))
      return row;
  return OCOP_SHEET_NO_ROW;
}

/* The row with the most headings; OCOP_SHEET_NO_ROW for cells without any. One known word is enough for a
 * narrow list. */
static guint
find_best_row (const OcopSheet *sheet)
{
  guint best = OCOP_SHEET_NO_ROW;
  int best_score = 0;

  for (guint row = 0; row < MIN (ocop_sheet_get_n_rows (sheet), N_SEARCHED_ROWS); row++)
    {
      Tally tally = tally_row (sheet, row);
      int score = (int) tally.n_known * WEIGHT_OF_KNOWN_WORD + (int) tally.n_texts
                  + (int) tally.n_figures * WEIGHT_OF_FIGURE;
      gboolean enough = tally.n_known > 1 || (tally.n_known == 1 && ocop_sheet_get_n_columns (sheet) <= 3);

      if (enough && score > best_score)
        {
          best = row;
          best_score = score;
        }
    }
  return best != OCOP_SHEET_NO_ROW ? best : find_contrasting_row (sheet);
}

static gboolean
is_filled (const OcopSheet *sheet,
           guint            row,
           guint            column)
{
  return ocop_sheet_get_text (sheet, row, column) != NULL && !ocop_sheet_rows_is_spanned (sheet, row, column);
}

/* Whether a heading reaches from @upper into the row below it. */
static gboolean
share_merged_cell (const OcopSheet *sheet,
                   guint            upper)
{
  for (guint column = 0; column < ocop_sheet_get_n_columns (sheet); column++)
    {
      const char *text = ocop_sheet_get_text (sheet, upper, column);

      if (text != NULL && ocop_sheet_is_merged_copy (sheet, upper + 1, column)
          && ocop_sheet_get_text (sheet, upper + 1, column) == text)
        return TRUE;
    }
  return FALSE;
}

/* Whether each of the rows has a heading where the other has none: groups above single columns, where cells
 * are not merged. */
static gboolean
complete_each_other (const OcopSheet *sheet,
                     guint            upper)
{
  gboolean only_upper = FALSE, only_lower = FALSE;

  for (guint column = 0; column < ocop_sheet_get_n_columns (sheet); column++)
    {
      gboolean in_upper = is_filled (sheet, upper, column), in_lower = is_filled (sheet, upper + 1, column);

      only_upper = only_upper || (in_upper && !in_lower);
      only_lower = only_lower || (in_lower && !in_upper);
    }
  return only_upper && only_lower;
}

/* @other: of two rows one below the other, the one not yet known to be of headings. */
static gboolean
belong_together (const OcopSheet *sheet,
                 guint            upper,
                 guint            other)
{
  Tally tally;

  if (ocop_sheet_get_row_number (sheet, upper) + 1 != ocop_sheet_get_row_number (sheet, upper + 1))
    return FALSE;
  tally = tally_row (sheet, other);
  if (tally.n_figures > 0 || tally.n_texts < 2)
    return FALSE;
  return share_merged_cell (sheet, upper) || (tally.n_known > 0 && complete_each_other (sheet, upper));
}

static void
find_rows (OcopSheetHeading *heading)
{
  const OcopSheet *sheet = heading->sheet;
  guint best = find_best_row (sheet);
  guint first = best, last = best;

  if (best == OCOP_SHEET_NO_ROW)
    return;
  while (first > 0 && last - first + 1 < MAX_HEADING_ROWS && belong_together (sheet, first - 1, first - 1))
    first--;
  while (last + 1 < ocop_sheet_get_n_rows (sheet) && last - first + 1 < MAX_HEADING_ROWS
         && belong_together (sheet, last, last + 1))
    last++;
  heading->first_row = first;
  heading->n_rows = last - first + 1;
}

/* Whether a row of headings below @row heads the column. */
static gboolean
has_heading_below (const OcopSheetHeading *heading,
                   guint                   row,
                   guint                   column)
{
  for (guint below = row + 1; below < heading->first_row + heading->n_rows; below++)
    if (ocop_sheet_get_text (heading->sheet, below, column) != NULL)
      return TRUE;
  return FALSE;
}

/* The heading in one row; a group without a merged cell reaches over the columns that are headed below it. */
static const char *
heading_in_row (const OcopSheetHeading *heading,
                guint                   row,
                guint                   column)
{
  const char *text = ocop_sheet_get_text (heading->sheet, row, column);

  while (text == NULL && column > 0 && has_heading_below (heading, row, column)
         && has_heading_below (heading, row, column - 1))
    text = ocop_sheet_get_text (heading->sheet, row, --column);
  return text;
}

static char *
join_headings (const OcopSheetHeading *heading,
               guint                   column)
{
  const char *parts[MAX_HEADING_ROWS];
  guint n_parts = 0;
  g_autofree char *joined = NULL;
  char *tidy;

  for (guint row = heading->first_row; row < heading->first_row + heading->n_rows; row++)
    {
      const char *text = heading_in_row (heading, row, column);

      if (text != NULL && (n_parts == 0 || strcmp (parts[n_parts - 1], text) != 0))
        parts[n_parts++] = text;
    }
  joined = ocop_text_join (": ", parts, n_parts);
  g_strdelimit (joined, "\n\r\t", ' ');
  tidy = ocop_text_tidy (joined);
  return tidy != NULL ? tidy : g_strdup ("");
}

/* Which columns have a cell below the headings. */
static gboolean *
find_filled_columns (const OcopSheetHeading *heading)
{
  const OcopSheet *sheet = heading->sheet;
  gboolean *filled = g_new0 (gboolean, ocop_sheet_get_n_columns (sheet) + 1);

  for (guint row = heading->first_row + heading->n_rows; row < ocop_sheet_get_n_rows (sheet); row++)
    for (guint column = ocop_sheet_next_column (sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
         column = ocop_sheet_next_column (sheet, row, column + 1))
      filled[column] = filled[column] || !ocop_sheet_rows_is_spanned (sheet, row, column);
  return filled;
}

static void
find_columns (OcopSheetHeading *heading)
{
  g_autofree gboolean *filled = find_filled_columns (heading);

  for (guint column = 0; column < ocop_sheet_get_n_columns (heading->sheet); column++)
    {
      OcopHeadingColumn found = { .column = column, .text = join_headings (heading, column) };

      found.is_running_number = ocop_heading_words_is_running_number (found.text);
      if (filled[column] || *found.text != '\0')
        g_array_append_val (heading->columns, found);
      else
        g_free (found.text);
    }
}

static void
clear_column (OcopHeadingColumn *column)
{
  g_free (column->text);
}

OcopSheetHeading *
ocop_sheet_heading_find (const OcopSheet *sheet)
{
  OcopSheetHeading *heading = g_new0 (OcopSheetHeading, 1);

  heading->sheet = sheet;
  heading->columns = g_array_new (FALSE, FALSE, sizeof (OcopHeadingColumn));
  g_array_set_clear_func (heading->columns, (GDestroyNotify) clear_column);
  heading->rows = g_array_new (FALSE, FALSE, sizeof (OcopHeadingRow));
  heading->dittos = g_array_new (FALSE, FALSE, sizeof (OcopSheetDitto));
  find_rows (heading);
  find_columns (heading);
  ocop_sheet_rows_classify (heading);
  return heading;
}

void
ocop_sheet_heading_free (OcopSheetHeading *heading)
{
  g_array_unref (heading->columns);
  g_array_unref (heading->rows);
  g_array_unref (heading->dittos);
  g_free (heading);
}

const char *
ocop_sheet_heading_get_text (const OcopSheetHeading *heading,
                             guint                   row,
                             guint                   column)
{
  const OcopSheetDitto *ditto = heading->dittos->len > 0 ? ocop_sheet_rows_find_ditto (heading, row, column) : NULL;

  return ditto != NULL ? ditto->text : ocop_sheet_get_text (heading->sheet, row, column);
}
