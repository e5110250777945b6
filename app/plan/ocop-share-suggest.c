/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-share-out.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* What is counted in whole things is shared out in whole things. */
#define WHOLE 100

typedef struct
{
  guint row;
  gint64 rest;
} Rest;

/* The largest rest first; of equal ones the row above. */
static int
compare_rests (gconstpointer a,
               gconstpointer b)
{
  const Rest *left = a, *right = b;

  return left->rest != right->rest ? (left->rest > right->rest ? -1 : 1) : (int) left->row - (int) right->row;
}

static void
put (GArray *numbers,
     guint   row,
     gint64  value)
{
  g_array_index (numbers, OcopShareNumber, row) = (OcopShareNumber) { TRUE, value };
}

/* By the largest remainders, so that the parts make the whole. */
static void
share_by_weights (GArray       *numbers,
                  const GArray *weights,
                  gint64        value)
{
  gint64 step = value % WHOLE == 0 ? WHOLE : 1;
  gint64 units = value / step, total = 0, given = 0;
  g_autoptr(GArray) rests = g_array_new (FALSE, FALSE, sizeof (Rest));

  for (guint i = 0; i < weights->len; i++)
    total += g_array_index (weights, gint64, i);
  for (guint i = 0; i < weights->len; i++)
    {
      gint64 weight = g_array_index (weights, gint64, i);
      gint64 own = units / total * weight + units % total * weight / total;
      Rest rest = { i, units % total * weight % total };

      put (numbers, i, own * step);
      given += own;
      g_array_append_val (rests, rest);
    }
  g_array_sort (rests, compare_rests);
  for (guint i = 0; i < rests->len && given < units; i++, given++)
    g_array_index (numbers, OcopShareNumber, g_array_index (rests, Rest, i).row).value += step;
}

static gboolean
has_any (const GArray *weights)
{
  for (guint i = 0; i < weights->len; i++)
    if (g_array_index (weights, gint64, i) > 0)
      return TRUE;
  return FALSE;
}

static GArray *
share_as_last_year (const OcopShareColumn  *column,
                    GArray                 *numbers,
                    GError                **error)
{
  gboolean any = FALSE;

  for (guint row = 0; row < numbers->len; row++)
    {
      OcopShareNumber last = ocop_share_column_get (column, row)->last;

      g_array_index (numbers, OcopShareNumber, row) = last;
      any |= last.set;
    }
  if (any)
    return numbers;
  g_array_unref (numbers);
  return ocop_refuse (error, _("The plan of the year before did not share “%s” out."), ocop_record_get_text (column->target, "name"));
}

static GArray *
share_same (const OcopShareColumn *column,
            GArray                *numbers)
{
  for (guint row = 0; row < numbers->len; row++)
    put (numbers, row, column->goal.value);
  return numbers;
}

GArray *
ocop_share_out_suggest (const OcopShareOut     *self,
                        const OcopShareColumn  *column,
                        OcopShareWay            way,
                        GError                **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, TRUE, sizeof (OcopShareNumber));
  g_autoptr(GArray) weights = way == OCOP_SHARE_BY_PRODUCTS ? g_array_ref (self->products) : g_array_new (FALSE, TRUE, sizeof (gint64));
  guint n = ocop_localities_get_n (self->localities);

  g_array_set_size (numbers, n);
  if (way == OCOP_SHARE_AS_LAST_YEAR)
    return share_as_last_year (column, g_steal_pointer (&numbers), error);
  if (column->goal.op == OCOP_GOAL_COUNTED)
    return ocop_refuse (error, _("The plan sets no number for “%s”."), ocop_record_get_text (column->target, "name"));
  if (!column->adds_up)
    return share_same (column, g_steal_pointer (&numbers));
  for (guint i = weights->len; i < n; i++)
    {
      gint64 same = 1;

      g_array_append_val (weights, same);
    }
  if (!has_any (weights))
    return ocop_refuse (error, _("No locality has a product in force."));
  share_by_weights (numbers, weights, column->goal.value);
  return g_steal_pointer (&numbers);
}
