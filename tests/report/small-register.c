/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-register.h"

static const char *
add_once (Fixture    *fixture,
          GHashTable *ids,
          const char *kind,
          const char *name,
          const char *field,
          const char *value,
          const char *other_field,
          const char *other_value)
{
  char *id = g_hash_table_lookup (ids, name);

  if (id == NULL)
    {
      id = fixture_add (fixture, kind, "name", name, field, value, other_field, other_value, NULL);
      g_hash_table_insert (ids, g_strdup (name), id);
    }
  return id;
}

static const char *
add_producer (Fixture    *fixture,
              GHashTable *ids,
              const char *name)
{
  const char *kind = g_str_has_prefix (name, "HTX") ? "cooperative" : "enterprise";

  return add_once (fixture, ids, "producer", name, "kind", kind, "activity", "active");
}

static void
add_recognition (Fixture                *fixture,
                 const SmallRecognition *one,
                 const char             *product)
{
  g_autofree char *id = NULL;

  id = fixture_add (fixture, "recognition",
                    "product", product,
                    "outcome", one->outcome,
                    "class", one->star_class,
                    "kind", one->kind,
                    "decision_date", one->decided,
                    "ending", one->ending != NULL ? one->ending : "",
                    "ended_on", one->ended_on != NULL ? one->ended_on : "",
                    NULL);
  g_assert_nonnull (id);
}

void
small_register_fill (Fixture                *fixture,
                     const SmallRecognition *recognitions)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const SmallRecognition *one = recognitions; one->product != NULL; one++)
    {
      const char *producer = add_producer (fixture, ids, one->producer);
      const char *product = add_once (fixture, ids, "product", one->product, "producer", producer, "criteria_set", one->set);

      add_recognition (fixture, one, product);
    }
}
