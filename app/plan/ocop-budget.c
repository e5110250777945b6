/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-budget.h"

#include "base/ocop-text.h"
#include "model/ocop-line-amount.h"
#include "register/ocop-records.h"

static void
line_free (gpointer data)
{
  OcopBudgetLine *line = data;

  ocop_record_free (line->part.record);
  g_free (line);
}

/* Takes @record. */
static OcopBudgetLine *
line_new (OcopRecord *record)
{
  OcopBudgetLine *line = g_new0 (OcopBudgetLine, 1);
  gint64 typed = ocop_record_get_integer (record, "amount", -1);

  line->part.record = record;
  line->worked = ocop_line_amount (record);
  line->amount = typed >= 0 ? typed : MAX (line->worked, 0);
  line->differs = typed >= 0 && line->worked >= 0 && typed != line->worked;
  return line;
}

GPtrArray *
ocop_budget_read (OcopReader        *reader,
                  const OcopRecord  *plan,
                  OcopDate           on,
                  GError           **error)
{
  g_autoptr(GPtrArray) records = ocop_records_load (reader, "budget_line", "plan", ocop_record_get_id (plan), "place", error);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  if (records == NULL)
    return g_ptr_array_unref (lines), NULL;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (lines, line_new (g_steal_pointer (&records->pdata[i])));
  return lines;
}

static void
sum_free (gpointer data)
{
  OcopBudgetSum *sum = data;

  g_free (sum->source);
  g_free (sum);
}

static OcopBudgetSum *
add_sum (GPtrArray  *sums,
         const char *source)
{
  OcopBudgetSum *sum = g_new0 (OcopBudgetSum, 1);

  sum->source = g_strdup (source);
  g_ptr_array_add (sums, sum);
  return sum;
}

static void
count_in (OcopBudgetSum        *sum,
          const OcopBudgetLine *line)
{
  sum->n_lines++;
  sum->amount += line->amount;
  sum->paid += ocop_record_get_integer (line->part.record, "paid", 0);
}

GPtrArray *
ocop_budget_sums (const GPtrArray *lines)
{
  g_autoptr(GHashTable) by_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sums = g_ptr_array_new_with_free_func (sum_free);
  g_autofree OcopBudgetSum *all = g_new0 (OcopBudgetSum, 1);

  for (guint i = 0; i < lines->len; i++)
    {
      const OcopBudgetLine *line = lines->pdata[i];
      const char *source = ocop_record_get_text (line->part.record, "source");
      g_autofree char *key = ocop_text_fold (source != NULL ? source : "");
      OcopBudgetSum *sum = g_hash_table_lookup (by_source, key);

      if (sum == NULL)
        {
          sum = add_sum (sums, source);
          g_hash_table_insert (by_source, g_steal_pointer (&key), sum);
        }
      count_in (sum, line);
      count_in (all, line);
    }
  g_ptr_array_add (sums, g_steal_pointer (&all));
  return sums;
}
