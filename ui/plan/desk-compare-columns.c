/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-compare-columns.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "plan/desk-target-style.h"

#define SET_WIDTH 104
#define NUMBER_WIDTH 92
#define STATE_WIDTH 168
/* Of a title's second line, which names the plan: a bold letter, and what is around */
#define LETTER_WIDTH 9
#define AROUND_WIDTH 18

/* Cells */

static const OcopProgress *
progress_of (const DeskTableCell *cell)
{
  return ocop_compare_row_get (cell->row, cell->column->n);
}

/* "+10", "−3", "0"; nothing where they are not held against each other */
static char *
format_apart (gboolean      known,
              const gint64 *difference)
{
  g_autofree char *number = known ? ocop_quantity_to_people (ABS (*difference)) : NULL;

  if (!known)
    return NULL;
  return g_strconcat (*difference > 0 ? "+" : *difference < 0 ? "−" : "", number, NULL);
}

/* "25 (1/2)": in how many of those that it is shared out to */
static char *
format_sum (const DeskTableCell *cell,
            gint64               sum,
            guint                n)
{
  g_autofree char *number = n > 0 ? ocop_quantity_to_people (sum) : NULL;

  return n > 0 ? g_strdup_printf ("%s (%u/%u)", number, n, ((const OcopComparison *) cell->data)->n_localities) : NULL;
}

static char *
format_name (const DeskTableCell *cell)
{
  guint place = 0;

  while (ocop_compare_row_get (cell->row, place) == NULL)
    place++;
  return g_strdup (ocop_record_get_text (ocop_compare_row_get (cell->row, place)->target, "name"));
}

static char *
format_set (const DeskTableCell *cell)
{
  const OcopProgress *progress = progress_of (cell);

  return progress != NULL ? ocop_progress_goal_to_people (progress) : g_strdup ("—");
}

static char *
format_actual (const DeskTableCell *cell)
{
  const OcopProgress *progress = progress_of (cell);

  return progress != NULL ? ocop_progress_to_people (progress, &progress->fact) : NULL;
}

static char *
format_state (const DeskTableCell *cell)
{
  const OcopProgress *progress = progress_of (cell);

  return progress != NULL ? g_strdup (ocop_standing_title (progress->standing)) : NULL;
}

static const char *
style_state (const DeskTableCell *cell)
{
  const OcopProgress *progress = progress_of (cell);

  return progress != NULL ? desk_target_style (progress->standing) : NULL;
}

static char *
format_set_apart (const DeskTableCell *cell)
{
  gint64 difference;

  return format_apart (ocop_compare_row_set_apart (cell->row, cell->column->n, &difference), &difference);
}

static char *
format_actual_apart (const DeskTableCell *cell)
{
  gint64 difference;

  return format_apart (ocop_compare_row_actual_apart (cell->row, cell->column->n, &difference), &difference);
}

static char *
format_shared (const DeskTableCell *cell)
{
  const OcopCompareRow *row = cell->row;

  return format_sum (cell, row->shared, row->n_shared);
}

static char *
format_own (const DeskTableCell *cell)
{
  const OcopCompareRow *row = cell->row;

  return format_sum (cell, row->own, row->n_own);
}

static char *
format_own_apart (const DeskTableCell *cell)
{
  gint64 difference;

  return format_apart (ocop_compare_row_own_apart (cell->row, &difference), &difference);
}

/* Columns */

static const DeskTableColumn of_target[] = {
  { N_("No."), NULL, .width = 44, .is_number = TRUE },
  { N_("Target"), format_name },
};

/* The first line of each title; the second names the plan. */
static const DeskTableColumn of_plan[] = {
  { NC_("compare", "Set"), format_set, .width = SET_WIDTH, .is_number = TRUE, .wraps = TRUE },
  { NC_("compare", "Actual"), format_actual, .width = NUMBER_WIDTH, .is_number = TRUE },
  { NC_("compare", "State"), format_state, style_state, .width = STATE_WIDTH, .is_pill = TRUE },
  /* Translators: by how much the first plan sets more or less than another; has reached more or less */
  { NC_("compare", "± set"), format_set_apart, .width = NUMBER_WIDTH, .is_number = TRUE },
  { NC_("compare", "± actual"), format_actual_apart, .width = NUMBER_WIDTH, .is_number = TRUE },
};

static const DeskTableColumn of_localities[] = {
  { N_("Shared\nout"), format_shared, .width = NUMBER_WIDTH, .is_number = TRUE },
  { N_("Set by\nlocalities"), format_own, .width = NUMBER_WIDTH, .is_number = TRUE },
  { N_("±\nlocalities"), format_own_apart, .width = NUMBER_WIDTH, .is_number = TRUE },
};

/* The first plan is not held against itself. A title cannot be cut short. */
static void
add_of_plan (GArray     *columns,
             GPtrArray  *titles,
             guint       plan,
             const char *name)
{
  int width_of_name = (int) g_utf8_strlen (name, -1) * LETTER_WIDTH + AROUND_WIDTH;

  for (guint i = 0; i < (plan == 0 ? 3 : G_N_ELEMENTS (of_plan)); i++)
    {
      DeskTableColumn column = of_plan[i];

      column.title = g_strconcat (g_dpgettext2 (GETTEXT_PACKAGE, "compare", column.title), "\n", name, NULL);
      column.n = plan;
      column.width = MAX (column.width, width_of_name);
      g_ptr_array_add (titles, (char *) column.title);
      g_array_append_val (columns, column);
    }
}

void
desk_compare_columns_set (DeskTable            *table,
                          const OcopComparison *comparison)
{
  g_autoptr(GArray) columns = g_array_new (TRUE, FALSE, sizeof (DeskTableColumn));
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_array_append_vals (columns, of_target, G_N_ELEMENTS (of_target));
  for (guint i = 0; i < comparison->plans->len; i++)
    add_of_plan (columns, titles, i, comparison->titles->pdata[i]);
  if (comparison->n_localities > 0)
    g_array_append_vals (columns, of_localities, G_N_ELEMENTS (of_localities));
  desk_table_set_columns (table, NULL, (const DeskTableColumn *) columns->data);
}
