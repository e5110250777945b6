/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-choices.h"

#include "base/ocop-text.h"

struct _OcopImportChoices
{
  OcopImportDuplicates duplicates;
  GHashTable *takings; /* tidy name → OcopImportTaking */
};

OcopImportChoices *
ocop_import_choices_new (OcopImportDuplicates duplicates)
{
  OcopImportChoices *choices = g_new0 (OcopImportChoices, 1);

  choices->duplicates = duplicates;
  choices->takings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return choices;
}

OcopImportChoices *
ocop_import_choices_copy (const OcopImportChoices *choices)
{
  OcopImportChoices *copy = ocop_import_choices_new (choices->duplicates);
  GHashTableIter iter;
  gpointer name, taking;

  g_hash_table_iter_init (&iter, choices->takings);
  while (g_hash_table_iter_next (&iter, &name, &taking))
    g_hash_table_insert (copy->takings, g_strdup (name), taking);
  return copy;
}

void
ocop_import_choices_free (OcopImportChoices *choices)
{
  if (choices == NULL)
    return;
  g_hash_table_unref (choices->takings);
  g_free (choices);
}

OcopImportDuplicates
ocop_import_choices_get_duplicates (const OcopImportChoices *choices)
{
  return choices != NULL ? choices->duplicates : OCOP_IMPORT_SKIP;
}

void
ocop_import_choices_set_duplicates (OcopImportChoices    *choices,
                                    OcopImportDuplicates  duplicates)
{
  choices->duplicates = duplicates;
}

OcopImportTaking
ocop_import_choices_get_taking (const OcopImportChoices *choices,
                                const char              *producer)
{
  g_autofree char *name = choices != NULL ? ocop_text_tidy (producer) : NULL;

  return name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (choices->takings, name)) : OCOP_IMPORT_TAKE_BY_LIKENESS;
}

void
ocop_import_choices_set_taking (OcopImportChoices *choices,
                                const char        *producer,
                                OcopImportTaking   taking)
{
  char *name = ocop_text_tidy (producer);

  if (name != NULL)
    g_hash_table_insert (choices->takings, name, GUINT_TO_POINTER (taking));
}
