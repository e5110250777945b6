/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-plan-money.h"

#include <glib/gi18n.h>

static const char * const columns[] = { "source", "amount", "paid", "quantity", "price", NULL };

static void
money_free (gpointer data)
{
  OcopPlanMoney *money = data;

  g_free (money->source);
  g_free (money);
}

static OcopPlanMoney *
find_source (GPtrArray  *all,
             const char *source)
{
  OcopPlanMoney *money;

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((OcopPlanMoney *) all->pdata[i])->source, source))
      return all->pdata[i];
  money = g_new0 (OcopPlanMoney, 1);
  money->source = g_strdup (source);
  g_ptr_array_add (all, money);
  return money;
}

GPtrArray *
ocop_plan_money_read (OcopReader  *reader,
                      const char  *id,
                      GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("budget_line");
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (money_free);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, id, NULL);
  ocop_query_order_by (query, "place", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *source = ocop_rows_get_text (rows, i, 0);
      OcopPlanMoney *money = find_source (all, source != NULL ? source : _("Source not named"));
      gint64 amount = ocop_rows_get_integer (rows, i, 1);

      /* A line without an amount says it by its quantity, in hundredths, and price. */
      if (ocop_rows_get (rows, i, 1)->type == OCOP_VALUE_UNKNOWN)
        amount = ocop_rows_get_integer (rows, i, 3) * ocop_rows_get_integer (rows, i, 4) / 100;
      money->planned += amount;
      money->paid += ocop_rows_get_integer (rows, i, 2);
    }
  return rows != NULL ? g_steal_pointer (&all) : NULL;
}

OcopPlanMoney
ocop_plan_money_sum (const GPtrArray *all)
{
  OcopPlanMoney sum = { NULL };

  for (guint i = 0; i < all->len; i++)
    {
      const OcopPlanMoney *money = all->pdata[i];

      sum.planned += money->planned;
      sum.paid += money->paid;
    }
  return sum;
}
