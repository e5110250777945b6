/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The looks run, and what they tell is followed along the ways. */

#include "register/sqlite/ocop-sqlite-scan-private.h"

#include <string.h>

static gint64
follow (const GPtrArray *way,
        gint64           key)
{
  for (guint i = 0; i < way->len; i++)
    {
      const GArray *link = g_ptr_array_index (way, i);

      key = key < link->len ? g_array_index (link, gint64, key) : 0;
    }
  return key;
}

static gboolean
is_met (gconstpointer data,
        gint64        key)
{
  const OcopScanTest *test = data;
  gint64 end = follow (test->way, key);

  return test->found != NULL ? ocop_found_has (test->found, end) : ocop_look_tells (test->look, end, test->fact);
}

static gboolean
are_met (const GArray *tests,
         gint64        key)
{
  for (guint i = 0; i < tests->len; i++)
    if (!is_met (&g_array_index (tests, OcopScanTest, i), key))
      return FALSE;
  return TRUE;
}

/* No key is 0: a link on the way led nowhere. */
static gint64
read_source (const OcopScanSource *source,
             gint64                key)
{
  gint64 end;

  if (source == NULL)
    return OCOP_HIT_UNKNOWN;
  end = follow (source->way, key);
  if (source->column != NULL)
    return end < source->column->values->len ? g_array_index (source->column->values, gint64, end) : OCOP_HIT_UNKNOWN;
  return end != 0 ? end : OCOP_HIT_UNKNOWN;
}

static gboolean
is_text (const OcopScanSource *source)
{
  return source != NULL && source->column != NULL && source->column->has_texts;
}

static void
turn (OcopScans      *self,
      OcopScanTurned *turned)
{
  g_autoptr(GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint));
  const GArray *keys = self->keys;
  const guint in_use = OCOP_LOOK_IN_USE;

  g_array_append_val (facts, in_use);
  g_array_append_val (facts, turned->fact);
  ocop_look_find (turned->look, facts, self->keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i), from = g_array_index (turned->back, gint64, key);

      if (from >= turned->links->len)
        g_array_set_size (turned->links, (guint) (from + from / 2 + 1));
      g_array_index (turned->links, gint64, from) = key;
    }
  /* Those that lead back to none do so to no record at all. */
  if (turned->links->len > 0)
    g_array_index (turned->links, gint64, 0) = 0;
}

/* What tests of the same name have in common: the way, and what is asked at its end. */
static char *
name_test (const OcopScanUse  *use,
           const OcopScanTest *test)
{
  GString *name = g_string_new (NULL);

  g_string_printf (name, "%p %p %u", (gpointer) use->look, (gpointer) test->look, test->fact);
  for (guint i = 0; i < test->way->len; i++)
    g_string_append_printf (name, " %p", test->way->pdata[i]);
  return g_string_free (name, FALSE);
}

/* (transfer full): name → how many ask so */
static GHashTable *
count_tests (const OcopScans *self)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      const OcopScanUse *use = self->order->pdata[i];

      for (guint j = 0; j < use->tests->len; j++)
        {
          char *name = name_test (use, &g_array_index (use->tests, OcopScanTest, j));
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

          g_hash_table_insert (numbers, name, GUINT_TO_POINTER (n + 1));
        }
    }
  return numbers;
}

/* Whether @test has become one of the facts that @use asks its own look. @facts: name → the number that it has there */
static gboolean
carry_test (OcopScanUse        *use,
            const OcopScanTest *test,
            GHashTable         *numbers,
            GHashTable         *facts)
{
  g_autofree char *name = name_test (use, test);
  guint fact = GPOINTER_TO_UINT (g_hash_table_lookup (facts, name));

  if (test->found != NULL || GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name)) < 2)
    return FALSE;
  if (fact == 0)
    {
      fact = ocop_look_put (use->look, is_met, test);
      g_hash_table_insert (facts, g_steal_pointer (&name), GUINT_TO_POINTER (fact));
    }
  g_array_append_val (use->facts, fact);
  return TRUE;
}

/* Ways that several go to ask the same are gone once: what is told at their ends is then a fact of where they begin. */
static void
carry_tests (OcopScans *self)
{
  g_autoptr(GHashTable) numbers = count_tests (self);
  g_autoptr(GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      OcopScanUse *use = self->order->pdata[i];

      for (guint j = use->tests->len; j-- > 0; )
        if (carry_test (use, &g_array_index (use->tests, OcopScanTest, j), numbers, facts))
          g_array_remove_index (use->tests, j);
    }
}

void
ocop_scans_find (OcopScans *self,
                 OcopFound *found)
{
  /* Its first member. */
  const OcopScanUse *use = (const OcopScanUse *) found;
  const GArray *keys = self->keys;
  GArray *hits = self->hits;
  guint n = 0;

  if (self->found != NULL)
    self->found->hits = self->found->spare = NULL;
  self->found = found;
  ocop_look_find (use->look, use->facts, self->keys);
  g_array_set_size (hits, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);

      if (are_met (use->tests, key))
        g_array_index (hits, OcopHit, n++) = (OcopHit) { key, read_source (use->value, key),
                                                         { read_source (use->groups[0], key), read_source (use->groups[1], key) } };
    }
  g_array_set_size (hits, n);
  found->hits = hits;
  found->spare = self->spare;
  found->has_texts = is_text (use->value);
  for (guint i = 0; i < OCOP_HIT_N_GROUPS; i++)
    found->groups_are_texts[i] = is_text (use->groups[i]);
}

static void
gather_bits (OcopFound *self)
{
  self->bits = g_byte_array_new ();
  for (guint i = 0; i < self->hits->len; i++)
    {
      gint64 key = g_array_index (self->hits, OcopHit, i).value;
      guint size = self->bits->len;

      if (key == OCOP_HIT_UNKNOWN)
        continue;
      if (key >= size)
        {
          g_byte_array_set_size (self->bits, (guint) (key + key / 2 + 1));
          memset (self->bits->data + size, 0, self->bits->len - size);
        }
      self->bits->data[key] = 1;
    }
}

static void
find_related (OcopScans *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      OcopFound *found = &((OcopScanUse *) g_ptr_array_index (self->order, i))->found;

      if (!found->is_related)
        continue;
      ocop_scans_find (self, found);
      gather_bits (found);
    }
}

gboolean
ocop_scans_run (OcopScans  *self,
                GError    **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->looks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!ocop_look_run (value, error))
      return FALSE;
  g_hash_table_iter_init (&iter, self->turned);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    turn (self, value);
  carry_tests (self);
  find_related (self);
  return TRUE;
}

const char *
ocop_scans_text (const OcopScans *self,
                 gint64           value)
{
  return ocop_columns_text (self->store->columns, value);
}

gboolean
ocop_found_has (const OcopFound *self,
                gint64           key)
{
  return key < self->bits->len && self->bits->data[key] != 0;
}
