/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-budget-view.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "plan/desk-part-words.h"
#include "plan/ocop-budget.h"

struct _DeskBudgetView
{
  DeskPartView parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskBudgetView, desk_budget_view, DESK_TYPE_PART_VIEW)

/* Columns */

static char *
format_quantity (const DeskTableCell *cell)
{
  gint64 quantity = ocop_record_get_integer (((const OcopPlanPart *) cell->row)->record, "quantity", -1);

  return quantity >= 0 ? ocop_quantity_to_people (quantity) : NULL;
}

static gboolean
is_worked_out (const OcopBudgetLine *line)
{
  return line->worked >= 0 && ocop_record_get (line->part.record, "amount")->type == OCOP_VALUE_UNKNOWN;
}

/* "= 6.000.000" is worked out, "6.500.000 ≠" is not what it would be. */
static char *
format_amount (const DeskTableCell *cell)
{
  const OcopBudgetLine *line = cell->row;
  g_autofree char *amount = ocop_number_to_people (line->amount);

  if (is_worked_out (line))
    return g_strconcat ("= ", amount, NULL);
  if (line->differs)
    return g_strconcat ("≠ ", amount, NULL);
  return line->amount > 0 ? g_steal_pointer (&amount) : NULL;
}

static const char *
style_amount (const DeskTableCell *cell)
{
  const OcopBudgetLine *line = cell->row;

  if (is_worked_out (line))
    return "desk-dim";
  return line->differs ? "desk-warning" : NULL;
}

static const char *
style_paid (const DeskTableCell *cell)
{
  const OcopBudgetLine *line = cell->row;

  return ocop_record_get_integer (line->part.record, "paid", 0) > line->amount ? "desk-warning" : NULL;
}

static const DeskTableColumn columns[] = {
  { NC_("plan", "No."), NULL, .width = 44, .is_number = TRUE },
  { NC_("plan", "Content"), desk_part_words, .key = "name" },
  { NC_("plan", "Unit"), desk_part_words, .key = "unit_name", .width = 84 },
  { NC_("plan", "Quantity"), format_quantity, .width = 90, .is_number = TRUE },
  { NC_("plan", "Unit price"), desk_part_words, .key = "price", .width = 124, .is_number = TRUE },
  { NC_("plan", "Amount (đồng)"), format_amount, style_amount, .width = 146, .is_number = TRUE },
  { NC_("plan", "Source"), desk_part_words, .key = "source", .width = 160 },
  { NC_("plan", "Paid (đồng)"), desk_part_words, style_paid, .key = "paid", .width = 130, .is_number = TRUE },
  { NULL }
};

/* Sums */

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", column == 0 ? 0.0 : 1.0, "ellipsize", column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE,
                "hexpand", column == 0, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
dup_percent (const OcopBudgetSum *sum)
{
  g_autofree char *percent = sum->amount > 0 ? ocop_quantity_to_people (sum->paid * 10000 / sum->amount) : NULL;

  return percent != NULL ? g_strconcat (percent, " %", NULL) : g_strdup ("—");
}

static void
attach_sum (GtkGrid             *grid,
            const OcopBudgetSum *sum,
            int                  row,
            gboolean             is_total)
{
  const char *style = is_total ? "desk-heading" : "desk-sum";
  g_autofree char *amount = ocop_number_to_people (sum->amount);
  g_autofree char *paid = ocop_number_to_people (sum->paid);
  g_autofree char *percent = dup_percent (sum);

  attach (grid, is_total ? _("Total") : sum->source != NULL ? sum->source : _("No source named"), 0, row, style);
  attach (grid, amount, 1, row, style);
  attach (grid, paid, 2, row, style);
  attach (grid, percent, 3, row, style);
}

static void
show_sums (const GPtrArray *sums,
           GtkBox          *below)
{
  static const char * const titles[] = { NC_("plan", "Source"), NC_("plan", "Amount (đồng)"), NC_("plan", "Paid (đồng)"), NC_("plan", "Share paid") };
  GtkWidget *grid = gtk_grid_new ();

  g_object_set (grid, "column-spacing", 28, "row-spacing", 4, "margin-start", 16, "margin-end", 16, "margin-top", 10, "margin-bottom", 12, NULL);
  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    attach (GTK_GRID (grid), g_dpgettext2 (GETTEXT_PACKAGE, "plan", titles[i]), i, 0, "desk-subtitle");
  for (guint i = 0; i < sums->len; i++)
    attach_sum (GTK_GRID (grid), sums->pdata[i], (int) i + 1, i + 1 == sums->len);
  gtk_box_append (below, grid);
}

static void
sum_up (DeskPartView *view,
        GPtrArray    *parts,
        GtkLabel     *summary,
        GtkBox       *below)
{
  g_autoptr(GPtrArray) sums = ocop_budget_sums (parts);
  const OcopBudgetSum *all = sums->pdata[sums->len - 1];
  g_autofree char *amount = ocop_number_to_people (all->amount);
  g_autofree char *paid = ocop_number_to_people (all->paid);
  g_autofree char *lines = g_strdup_printf (g_dngettext (NULL, "%u line", "%u lines", parts->len), parts->len);
  g_autofree char *text = g_strdup_printf (_("%s · %s đồng · paid %s đồng"), lines, amount, paid);

  gtk_label_set_label (summary, text);
  show_sums (sums, below);
}

static void
desk_budget_view_class_init (DeskBudgetViewClass *klass)
{
  DeskPartViewClass *view_class = DESK_PART_VIEW_CLASS (klass);

  DESK_PLAN_TAB_CLASS (klass)->name = "budget";
  DESK_PLAN_TAB_CLASS (klass)->title = NC_("tab", "Budget");
  DESK_PLAN_TAB_CLASS (klass)->report = "plan-budget";
  view_class->kind = "budget_line";
  view_class->columns = columns;
  view_class->new_label = N_("New _line…");
  view_class->empty_title = N_("No budget yet");
  view_class->empty_text = N_("What the plan costs stands here: content, quantity and unit price, source, and what was paid; the sums by source are worked out.");
  view_class->read_parts = ocop_budget_read;
  view_class->sum_up = sum_up;
}

static void
desk_budget_view_init (DeskBudgetView *self)
{
}
