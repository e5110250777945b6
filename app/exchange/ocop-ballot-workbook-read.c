/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-ballot-workbook.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-package.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"
#include "exchange/ocop-ballot-layout-private.h"
#include "exchange/ocop-workbook.h"

/* More than any sheet of a ballot has. */
#define MAX_ROWS 2000
#define MAX_PRODUCTS 500
#define MAX_SCORING 1000

gboolean
ocop_ballot_workbook_is_one (GBytes *bytes)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, NULL);

  return package != NULL && ocop_package_has (package, "[Content_Types].xml");
}

/* Cells by the numbers that people see */

/* Where the row with that @number (from 0) is among the stored ones; -1 when it is empty. */
static int
find_row (const OcopSheet *sheet,
          guint            number)
{
  guint low = 0, high = ocop_sheet_get_n_rows (sheet);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ocop_sheet_get_row_number (sheet, middle) < number + 1)
        low = middle + 1;
      else
        high = middle;
    }
  return low < ocop_sheet_get_n_rows (sheet) && ocop_sheet_get_row_number (sheet, low) == number + 1 ? (int) low : -1;
}

static const char *
text_at (const OcopSheet *sheet,
         guint            row,
         guint            column)
{
  int stored = find_row (sheet, row);

  return stored >= 0 ? ocop_sheet_get_text (sheet, (guint) stored, column) : NULL;
}

/* Whose ballot it is */

static char *
dup_identity (const OcopSheet *hidden,
              guint            row,
              guint            column)
{
  return g_strdup (text_at (hidden, row, column));
}

static void
read_product (OcopMemberBallot *given,
              const OcopSheet  *hidden,
              guint             row)
{
  OcopMemberBallotProduct *product = ocop_member_ballot_add_product (given);
  const char *title = text_at (hidden, row, OCOP_BALLOT_COLUMN_TITLE);
  const char *scoring = text_at (hidden, row, OCOP_BALLOT_COLUMN_SCORING);
  gint64 number = 0;

  product->id = dup_identity (hidden, row, OCOP_BALLOT_COLUMN_VALUE);
  product->name = g_strdup (title != NULL ? title : product->id);
  product->set = dup_identity (hidden, row, OCOP_BALLOT_COLUMN_SET);
  product->decision = dup_identity (hidden, row, OCOP_BALLOT_COLUMN_DECISION);
  if (scoring != NULL && ocop_number_parse (scoring, &number))
    product->scoring = (guint) CLAMP (number, 0, MAX_SCORING);
}

static OcopMemberBallot *
fail_no_ballot (GError **error)
{
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("The workbook is no ballot of this program: its hidden sheet is missing or was changed."));
  return NULL;
}

/* Register, session, member and products, as the hidden sheet has them. */
static OcopMemberBallot *
identify (const OcopWorkbook  *workbook,
          GError             **error)
{
  const OcopSheet *hidden = ocop_workbook_find_sheet (workbook, OCOP_BALLOT_HIDDEN_PAGE);
  g_autoptr(OcopMemberBallot) given = ocop_member_ballot_new ();

  if (hidden == NULL || g_strcmp0 (text_at (hidden, OCOP_BALLOT_ROW_MARK, OCOP_BALLOT_COLUMN_NAME), OCOP_BALLOT_MARK) != 0)
    return fail_no_ballot (error);
  if (g_strcmp0 (text_at (hidden, OCOP_BALLOT_ROW_MARK, OCOP_BALLOT_COLUMN_VALUE), OCOP_BALLOT_LAYOUT_VERSION) != 0)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NEWER, _("The ballot was made by another version of the program."));
      return NULL;
    }
  given->register_id = dup_identity (hidden, OCOP_BALLOT_ROW_REGISTER, OCOP_BALLOT_COLUMN_VALUE);
  given->session = dup_identity (hidden, OCOP_BALLOT_ROW_SESSION, OCOP_BALLOT_COLUMN_VALUE);
  given->member = dup_identity (hidden, OCOP_BALLOT_ROW_MEMBER, OCOP_BALLOT_COLUMN_VALUE);
  given->member_name = dup_identity (hidden, OCOP_BALLOT_ROW_MEMBER, OCOP_BALLOT_COLUMN_TITLE);
  given->session_name = dup_identity (hidden, OCOP_BALLOT_ROW_SESSION, OCOP_BALLOT_COLUMN_TITLE);
  given->office_name = dup_identity (hidden, OCOP_BALLOT_ROW_OFFICE, OCOP_BALLOT_COLUMN_TITLE);
  for (guint row = OCOP_BALLOT_ROW_FIRST_PRODUCT; row < MAX_PRODUCTS && text_at (hidden, row, OCOP_BALLOT_COLUMN_VALUE) != NULL; row++)
    read_product (given, hidden, row);
  if (given->member_name == NULL)
    given->member_name = g_strdup (given->member);
  if (given->register_id == NULL || given->session == NULL || given->member == NULL || given->products->len == 0)
    return fail_no_ballot (error);
  return g_steal_pointer (&given);
}

/* The cells */

typedef struct
{
  OcopBallotTaking *taking;
  OcopMemberBallot *given;
  const OcopBallotPage *page;
  const OcopSheet *sheet;
  gboolean corrected;      /* the office has changed something since the ballot was made */
} Reading;

/* "“1 Gạo”, cell F9" */
static char *
place_of (const Reading *reading,
          guint          row,
          guint          column)
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

  return g_strdup_printf (_("sheet “%s”, cell %s%u"), ocop_sheet_get_name (reading->sheet), ocop_sheet_column_name (column, letters), row + 1);
}

static void
say_changed (const Reading *reading,
             guint          row,
             guint          column,
             gboolean       may_change,
             const char    *given,
             const char    *own)
{
  g_autofree char *place = place_of (reading, row, column);

  given = given != NULL ? given : "–";
  own = own != NULL ? own : "–";
  if (may_change && reading->corrected)
    ocop_ballot_taking_note (reading->taking, _("%s: “%s” when the ballot was made, now “%s”."), place, given, own);
  else
    ocop_ballot_taking_refuse (reading->taking, _("%s: the ballot says “%s”, the register “%s”."), place, given, own);
}

static void
compare_cell (const Reading        *reading,
              const OcopBallotCell *cell,
              const char           *text)
{
  g_autofree char *number = cell->type == OCOP_BALLOT_CELL_NUMBER ? g_strdup_printf ("%u", cell->number) : NULL;
  const char *own = number != NULL ? number : cell->text;
  g_autofree char *tidy = ocop_text_tidy (text);

  if (g_strcmp0 (tidy, own) != 0)
    say_changed (reading, cell->row, cell->column, cell->may_change, tidy, own);
}

static void
take_choice (const Reading        *reading,
             const OcopBallotCell *cell,
             const char           *text)
{
  OcopMemberBallotProduct *product = ocop_member_ballot_get_product (reading->given, (guint) reading->page->product);
  g_autofree char *place = NULL;
  gint64 number;

  if (text == NULL)
    return;
  if (ocop_number_parse (text, &number) && number >= 1 && number <= cell->leaf->options->len)
    {
      product->choices[cell->leaf->place] = (guint8) (number - 1);
      return;
    }
  place = place_of (reading, cell->row, cell->column);
  ocop_ballot_taking_refuse (reading->taking, _("%s: criterion %s has no option “%s”, only 1 to %u."), place, cell->leaf->code, text,
                             cell->leaf->options->len);
}

static void
take_cell (const Reading        *reading,
           const OcopBallotCell *cell)
{
  const char *text = text_at (reading->sheet, cell->row, cell->column);

  switch (cell->type)
    {
    case OCOP_BALLOT_CELL_CHOICE:
      take_choice (reading, cell, text);
      break;
    case OCOP_BALLOT_CELL_COMMENT:
      ocop_member_ballot_get_product (reading->given, (guint) reading->page->product)->comment = ocop_text_tidy (text);
      break;
    case OCOP_BALLOT_CELL_FORMULA:
      break;
    default:
      compare_cell (reading, cell, text);
    }
}

/* Rows and columns in one number. */
static gpointer
key_of (guint row,
        guint column)
{
  return GUINT_TO_POINTER (row * OCOP_SHEET_MAX_COLUMNS + column + 1);
}

/* What stands where the ballot has nothing. */
static void
refuse_others (const Reading *reading,
               GHashTable    *known)
{
  for (guint row = 0; row < ocop_sheet_get_n_rows (reading->sheet); row++)
    for (guint column = ocop_sheet_next_column (reading->sheet, row, 0); column < OCOP_SHEET_MAX_COLUMNS;
         column = ocop_sheet_next_column (reading->sheet, row, column + 1))
      {
        guint number = ocop_sheet_get_row_number (reading->sheet, row) - 1;

        if (!ocop_sheet_is_merged_copy (reading->sheet, row, column) && !g_hash_table_contains (known, key_of (number, column)))
          say_changed (reading, number, column, TRUE, ocop_sheet_get_text (reading->sheet, row, column), NULL);
      }
}

static void
read_page (const Reading *reading)
{
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->page->cells->len; i++)
    {
      const OcopBallotCell *cell = &g_array_index (reading->page->cells, OcopBallotCell, i);

      g_hash_table_add (known, key_of (cell->row, cell->column));
      take_cell (reading, cell);
    }
  if (ocop_sheet_get_n_rows (reading->sheet) > MAX_ROWS)
    ocop_ballot_taking_refuse (reading->taking, _("Sheet “%s” has more rows than the ballot."), ocop_sheet_get_name (reading->sheet));
  else
    refuse_others (reading, known);
}

/* A product's sheet is known by the number before its name, which may have been corrected. */
static const OcopSheet *
find_sheet (const OcopWorkbook   *workbook,
            const OcopBallotPage *page,
            guint                 place)
{
  g_autofree char *number = g_strdup_printf ("%d ", page->product + 1);

  if (page->hidden)
    return ocop_workbook_find_sheet (workbook, page->name);
  if (page->product < 0)
    return ocop_workbook_get_sheet (workbook, place);
  for (guint i = 0; i < ocop_workbook_get_n_sheets (workbook); i++)
    if (g_str_has_prefix (ocop_sheet_get_name (ocop_workbook_get_sheet (workbook, i)), number))
      return ocop_workbook_get_sheet (workbook, i);
  return NULL;
}

static gboolean
is_corrected (const OcopWorkbook     *workbook,
              const OcopMemberBallot *own)
{
  const OcopSheet *hidden = ocop_workbook_find_sheet (workbook, OCOP_BALLOT_HIDDEN_PAGE);
  g_autofree char *digest = ocop_member_ballot_dup_digest (own);

  return g_strcmp0 (text_at (hidden, OCOP_BALLOT_ROW_DIGEST, OCOP_BALLOT_COLUMN_VALUE), digest) != 0;
}

static void
compare (OcopBallotTaking   *taking,
         OcopMemberBallot   *given,
         const OcopWorkbook *workbook)
{
  g_autoptr(GPtrArray) pages = ocop_ballot_layout_new (taking->own);
  gboolean corrected = is_corrected (workbook, taking->own);

  if (ocop_workbook_get_n_sheets (workbook) > pages->len)
    ocop_ballot_taking_note (taking, _("The workbook has sheets that are not the ballot's; they are left out."));
  for (guint i = 0; i < pages->len; i++)
    {
      const OcopBallotPage *page = g_ptr_array_index (pages, i);
      const Reading reading = { taking, given, page, find_sheet (workbook, page, i), corrected };

      if (reading.sheet == NULL)
        ocop_ballot_taking_refuse (taking, _("Sheet “%s” is missing."), page->name);
      else
        read_page (&reading);
    }
}

/* Nothing scored yet, of the criteria of @own. */
static void
begin_sheets (OcopMemberBallot       *given,
              const OcopMemberBallot *own)
{
  for (guint i = 0; i < given->products->len; i++)
    {
      OcopMemberBallotProduct *product = ocop_member_ballot_get_product (given, i);

      product->rules = ocop_member_ballot_get_product (own, i)->rules;
      product->choices = ocop_choices_new (product->rules.criteria);
    }
}

/* A sheet that scores two cases of one choice cannot be. */
static void
check_sheets (OcopBallotTaking *taking,
              OcopMemberBallot *given)
{
  for (guint i = 0; i < given->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (given, i);
      g_autoptr(GError) error = NULL;

      if (!ocop_choices_check (&product->rules, product->choices, &error))
        ocop_ballot_taking_refuse (taking, "%s: %s", product->name, error->message);
    }
}

OcopBallotTaking *
ocop_ballot_workbook_take (OcopReader  *reader,
                           const char  *register_id,
                           GFile       *file,
                           gboolean     replace,
                           OcopDate     on,
                           GError     **error)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_load (file, NULL, NULL, NULL, error);
  g_autoptr(OcopMemberBallot) given = workbook != NULL ? identify (workbook, error) : NULL;
  g_autoptr(OcopBallotTaking) taking = given != NULL ? ocop_ballot_taking_begin (reader, register_id, given, error) : NULL;

  if (taking == NULL)
    return NULL;
  if (taking->own != NULL)
    ocop_ballot_taking_compare_agenda (taking, given);
  if (taking->own != NULL && taking->problems->len == 0)
    {
      begin_sheets (given, taking->own);
      compare (taking, given, workbook);
      check_sheets (taking, given);
    }
  return ocop_ballot_taking_finish (taking, reader, given, "workbook", replace, on, error) ? g_steal_pointer (&taking) : NULL;
}
