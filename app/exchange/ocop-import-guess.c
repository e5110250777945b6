/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-guess.h"

#include "exchange/ocop-import-mapping.h"

static const OcopImportKind kinds[] = { OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_UNITS };

/* The first field of a kind is the name. */
static gboolean
has_name (const OcopImportMapping *mapping)
{
  const OcopImportField *name = ocop_import_fields (ocop_import_mapping_get_kind (mapping));

  return ocop_import_mapping_get (mapping, name->name) != OCOP_IMPORT_NO_COLUMN;
}

/* A name weighs as two columns, for without one nothing is read at all. */
static guint
weigh (const OcopImportMapping *mapping)
{
  guint weight = has_name (mapping);

  for (const OcopImportField *field = ocop_import_fields (ocop_import_mapping_get_kind (mapping)); field->name != NULL; field++)
    weight += ocop_import_mapping_get (mapping, field->name) != OCOP_IMPORT_NO_COLUMN;
  return ocop_import_mapping_is_remembered (mapping) ? G_MAXUINT : weight;
}

OcopImportKind
ocop_import_guess_kind (const OcopSheetHeading *heading,
                        OcopImportKind          otherwise)
{
  g_autoptr(OcopImportMapping) first = ocop_import_mapping_new (otherwise, heading);
  OcopImportKind best = otherwise;
  guint most = weigh (first);

  /* Lists of the work are like each other in their headings: somebody has said which it is. */
  if (ocop_import_kind_model (otherwise) != NULL)
    return otherwise;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(OcopImportMapping) mapping = ocop_import_mapping_new (kinds[i], heading);
      guint weight = weigh (mapping);

      if (weight > most)
        {
          most = weight;
          best = kinds[i];
        }
    }
  return best;
}

gboolean
ocop_import_is_list (const OcopSheetHeading *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(OcopImportMapping) mapping = ocop_import_mapping_new (kinds[i], heading);

      if (has_name (mapping))
        return TRUE;
    }
  return FALSE;
}
