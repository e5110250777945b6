/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite-measure.h"

#include <string.h>

/* Keys and numbers of texts are below it: what has a place of its own need not be put in order. */
#define MOST_PLACES 4000000

struct _OcopMeasurer
{
  const OcopScans *scans;
  OcopMeasure measure;
  gboolean has_texts;
  guint32 *marks;   /* (nullable): by value: in which round it was last met */
  guint32 round;
};

/* The places that @values take, from 0; 0 when one has none. */
static gsize
count_places (const GArray *hits,
              gsize         offset)
{
  gint64 last = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      gint64 value = G_STRUCT_MEMBER (gint64, &g_array_index (hits, OcopHit, i), offset);

      if (value >= MOST_PLACES || (value < 0 && value != OCOP_HIT_UNKNOWN))
        return 0;
      last = MAX (last, value);
    }
  return (gsize) (last + 1) + 1;
}

OcopMeasurer *
ocop_measurer_new (const OcopScans *scans,
                   const OcopFound *found,
                   OcopMeasure      measure,
                   const GArray    *hits)
{
  OcopMeasurer *self = g_new0 (OcopMeasurer, 1);
  gsize n_places = measure == OCOP_MEASURE_COUNT_DISTINCT ? count_places (hits, G_STRUCT_OFFSET (OcopHit, value)) : 0;

  self->scans = scans;
  self->measure = measure;
  self->has_texts = found->has_texts;
  self->marks = n_places > 0 ? g_new0 (guint32, n_places) : NULL;
  return self;
}

void
ocop_measurer_free (OcopMeasurer *self)
{
  g_free (self->marks);
  g_free (self);
}

static gint64
count_marks (OcopMeasurer  *self,
             const OcopHit *hits,
             guint          n)
{
  gint64 number = 0;

  self->round++;
  for (guint i = 0; i < n; i++)
    if (hits[i].value != OCOP_HIT_UNKNOWN && self->marks[hits[i].value] != self->round)
      {
        self->marks[hits[i].value] = self->round;
        number++;
      }
  return number;
}

static gint64
count_in_table (const OcopHit *hits,
                guint          n)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    if (hits[i].value != OCOP_HIT_UNKNOWN)
      g_hash_table_add (values, (gpointer) &hits[i].value);
  return g_hash_table_size (values);
}

static gint64
sum (const OcopHit *hits,
     guint          n)
{
  gint64 number = 0;

  for (guint i = 0; i < n; i++)
    number += hits[i].value != OCOP_HIT_UNKNOWN ? hits[i].value : 0;
  return number;
}

static gboolean
comes_before (const OcopMeasurer *self,
              gint64              a,
              gint64              b)
{
  return self->has_texts ? strcmp (ocop_scans_text (self->scans, a), ocop_scans_text (self->scans, b)) < 0 : a < b;
}

static OcopValue
find_end (const OcopMeasurer *self,
          const OcopHit      *hits,
          guint               n)
{
  gboolean last = self->measure == OCOP_MEASURE_MAX;
  gint64 end = OCOP_HIT_UNKNOWN;

  for (guint i = 0; i < n; i++)
    if (hits[i].value != OCOP_HIT_UNKNOWN &&
        (end == OCOP_HIT_UNKNOWN || (last ? comes_before (self, end, hits[i].value) : comes_before (self, hits[i].value, end))))
      end = hits[i].value;
  if (end == OCOP_HIT_UNKNOWN)
    return (OcopValue) OCOP_VALUE_INIT;
  return self->has_texts ? ocop_value_text (ocop_scans_text (self->scans, end)) : ocop_value_integer (end);
}

OcopValue
ocop_measurer_tell (OcopMeasurer  *self,
                    const OcopHit *hits,
                    guint          n)
{
  switch (self->measure)
    {
    case OCOP_MEASURE_COUNT_DISTINCT:
      return ocop_value_integer (self->marks != NULL ? count_marks (self, hits, n) : count_in_table (hits, n));
    case OCOP_MEASURE_SUM:
      return ocop_value_integer (sum (hits, n));
    case OCOP_MEASURE_MIN:
    case OCOP_MEASURE_MAX:
      return find_end (self, hits, n);
    default:
      return ocop_value_integer (n);
    }
}

/* Groups */

static gsize
count_groups (const GArray *hits,
              guint         place)
{
  return count_places (hits, G_STRUCT_OFFSET (OcopHit, groups) + place * sizeof (gint64));
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint place = GPOINTER_TO_UINT (data);
  gint64 one = ((const OcopHit *) a)->groups[place], other = ((const OcopHit *) b)->groups[place];

  return (one > other) - (one < other);
}

static guint
bin_of (gint64 group)
{
  return group == OCOP_HIT_UNKNOWN ? 0 : (guint) group + 1;
}

/* Those of the @n_bins in which there is a hit. */
static void
list_bins (const GArray *hits,
           guint         place,
           gsize         n_bins,
           GArray       *groups)
{
  g_autofree guint8 *met = g_new0 (guint8, n_bins);

  for (guint i = 0; i < hits->len; i++)
    met[bin_of (g_array_index (hits, OcopHit, i).groups[place])] = TRUE;
  for (gsize bin = 0; bin < n_bins; bin++)
    {
      const gint64 group = bin > 0 ? (gint64) bin - 1 : OCOP_HIT_UNKNOWN;

      if (met[bin])
        g_array_append_val (groups, group);
    }
}

static void
list_sorted (const GArray *hits,
             guint         place,
             GArray       *groups)
{
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (OcopHit));

  ocop_hits_by_group (hits, place, sorted);
  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 group = g_array_index (sorted, OcopHit, i).groups[place];

      if (i == 0 || g_array_index (groups, gint64, groups->len - 1) != group)
        g_array_append_val (groups, group);
    }
}

GArray *
ocop_hits_list_groups (const GArray *hits,
                       guint         place)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_bins = count_groups (hits, place);

  if (n_bins > 0)
    list_bins (hits, place, n_bins, groups);
  else
    list_sorted (hits, place, groups);
  return groups;
}

/* Each hit is put where its group begins, behind those that were put there before. */
static void
distribute (const GArray *hits,
            guint         place,
            gsize         n_bins,
            GArray       *sorted)
{
  g_autofree guint *begins = g_new0 (guint, n_bins + 1);

  g_array_set_size (sorted, hits->len);
  for (guint i = 0; i < hits->len; i++)
    begins[bin_of (g_array_index (hits, OcopHit, i).groups[place]) + 1]++;
  for (gsize bin = 1; bin <= n_bins; bin++)
    begins[bin] += begins[bin - 1];
  for (guint i = 0; i < hits->len; i++)
    {
      const OcopHit *hit = &g_array_index (hits, OcopHit, i);

      g_array_index (sorted, OcopHit, begins[bin_of (hit->groups[place])]++) = *hit;
    }
}

void
ocop_hits_by_group (const GArray *hits,
                    guint         place,
                    GArray       *sorted)
{
  gsize n_bins = count_groups (hits, place);

  if (n_bins > 0)
    {
      distribute (hits, place, n_bins, sorted);
      return;
    }
  g_array_set_size (sorted, 0);
  g_array_append_vals (sorted, hits->data, hits->len);
  g_array_sort_with_data (sorted, compare_groups, GUINT_TO_POINTER (place));
}
