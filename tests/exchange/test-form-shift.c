/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where formulas and areas lead when a form gets new rows. */

#include "exchange/ocop-form-formula-private.h"
#include "exchange/ocop-form-shift-private.h"

/* The list of “Biểu 1” goes from row 5 to 9, and gets 3 rows before its last; that of “Một” is row 5 alone, and gets 2. */
static OcopFormShift *
make_shift (void)
{
  const OcopFormInsert before_last = { 5, 9, 3, 8, FALSE };
  const OcopFormInsert behind = { 5, 6, 2, 5, TRUE };
  OcopFormShift *shift = ocop_form_shift_new ();

  ocop_form_shift_add (shift, "Biểu 1", &before_last);
  ocop_form_shift_add (shift, "Một", &behind);
  return shift;
}

static const struct
{
  const char *sheet;
  guint row;
  const char *formula;
  const char *expected;
} formulas[] = {
  { "Biểu 1", 10, "SUM(D5:D9)", "SUM(D5:D12)" },
  { "Biểu 1", 10, "D4+$D$8+D9+d10", "D4+$D$8+D12+D13" },
  { "Biểu 1", 10, "SUM(5:9)/SUM($A:$C)", "SUM(5:12)/SUM($A:$C)" },
  { "Biểu 1", 10, "IF(B9=\"C9 \"\"D9\",LOG10(D3),1.5E9)", "IF(B12=\"C9 \"\"D9\",LOG10(D3),1.5E9)" },
  { "Biểu 1", 10, "Bang[[#Totals],[C9]]+[1]Sheet!C9+'[1]Biểu 1'!C9+_C9+Thang9", "Bang[[#Totals],[C9]]+[1]Sheet!C9+'[1]Biểu 1'!C9+_C9+Thang9" },
  { "Khác", 1, "C9+'Biểu 1'!C9+'BIỂU 1'!$C$9:D10+SUM({1;9})", "C9+'Biểu 1'!C12+'BIỂU 1'!$C$12:D13+SUM({1;9})" },
  { "Khác", 1, "SUM(Một!C5:C5)+Một!C5+Một!C6", "SUM(Một!C5:C7)+Một!C5+Một!C8" },
  { "Một", 6, "SUM(C$4:C5)-C5", "SUM(C$4:C7)-C5" },
  /* The row itself, of which others are copies. */
  { "Một", 5, "SUM(A5:C5)", "SUM(A5:C5)" },
  { NULL, 0, "'Biểu 1'!$A$1:$G$9,Một!$A$5,C9", "'Biểu 1'!$A$1:$G$12,Một!$A$5,C9" },
  { "Biểu 1", 10, "C9#+A1:INDEX(C:C,9)+#REF!", "C12#+A1:INDEX(C:C,9)+#REF!" },
};

static void
test_formulas (void)
{
  g_autoptr(GHashTable) shift = make_shift ();

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *problem = NULL;
      g_autofree char *shifted = ocop_form_shift_formula (shift, formulas[i].formula, formulas[i].sheet, formulas[i].row, &problem);

      g_assert_cmpstr (shifted, ==, formulas[i].expected);
      g_assert_null (problem);
    }
}

static void
test_problems (void)
{
  static const char * const texts[] = { "INDIRECT(\"C9\")", "SUM(Một:Hai!C5)", "SUM('Biểu 1:Biểu 3'!C5)" };
  g_autoptr(GHashTable) shift = make_shift ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *problem = NULL;
      g_autofree char *shifted = ocop_form_shift_formula (shift, texts[i], "Khác", 1, &problem);

      g_assert_cmpstr (shifted, ==, texts[i]);
      g_assert_nonnull (problem);
    }
}

static void
test_copies (void)
{
  static const char * const texts[][2] = {
    { "C5-SUM(D5:D$5)", "D7-SUM(E7:E$5)" },
    { "'Biểu 1'!$C5&\"C5\"", "'Biểu 1'!$C7&\"C5\"" },
    { "XFD5+5:5", "#REF!+7:7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *moved = ocop_form_formula_move (texts[i][0], 2, 1);

      g_assert_cmpstr (moved, ==, texts[i][1]);
    }
}

static void
test_areas (void)
{
  g_autoptr(GHashTable) shift = make_shift ();
  g_autofree char *several = ocop_form_shift_areas (ocop_form_shift_find (shift, "biểu 1"), "C5:C9 H3 H20:I21");
  g_autofree char *single = ocop_form_shift_areas (ocop_form_shift_find (shift, "Một"), "C5 D6");

  g_assert_cmpstr (several, ==, "C5:C12 H3 H23:I24");
  g_assert_cmpstr (single, ==, "C5:C7 D8");
}

static void
test_back (void)
{
  g_autoptr(GHashTable) shift = make_shift ();
  const GArray *inserts = ocop_form_shift_find (shift, "Biểu 1");
  static const guint rows[][3] = { { 8, 8, FALSE }, { 9, 8, TRUE }, { 11, 8, TRUE }, { 12, 9, FALSE }, { 13, 10, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_new;

      g_assert_cmpuint (ocop_form_shift_back (inserts, rows[i][0], &is_new), ==, rows[i][1]);
      g_assert_cmpint (is_new, ==, (gboolean) rows[i][2]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/form-shift/formulas", test_formulas);
  g_test_add_func ("/exchange/form-shift/problems", test_problems);
  g_test_add_func ("/exchange/form-shift/copies", test_copies);
  g_test_add_func ("/exchange/form-shift/areas", test_areas);
  g_test_add_func ("/exchange/form-shift/back", test_back);
  return g_test_run ();
}
