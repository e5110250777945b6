/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-kind.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"

const OcopField *
ocop_kind_find_field (const OcopKind *kind,
                      const char     *name)
{
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

const OcopKind *
ocop_field_get_kind (const OcopField *field)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if (ocop_kind_find_field (*kind, field->name) == field)
      return *kind;
  g_return_val_if_reached (NULL);
}

gboolean
ocop_field_is_stored (const OcopField *field)
{
  return (field->flags & OCOP_FIELD_DERIVED) == 0;
}

gboolean
ocop_field_is_attachment (const OcopField *field)
{
  return field->type == OCOP_FIELD_PHOTO || field->type == OCOP_FIELD_FILE;
}

guint
ocop_kind_n_stored (const OcopKind *kind)
{
  guint n = 0;

  while (kind->fields[n].name != NULL && ocop_field_is_stored (&kind->fields[n]))
    n++;
  return n;
}

const OcopKind *
ocop_kind_find (const char *name)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if (strcmp ((*kind)->name, name) == 0 || strcmp ((*kind)->plural, name) == 0)
      return *kind;
  return NULL;
}

const char *
ocop_field_choice_title (const OcopField *field,
                         const char      *key)
{
  for (const OcopChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    if (g_strcmp0 (choice->key, key) == 0)
      return _(choice->title);
  return key;
}

const char *
ocop_field_choice_key (const OcopField *field,
                       const char      *text)
{
  for (const OcopChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    if (ocop_text_same (choice->key, text) || ocop_text_same (choice->title, text) || ocop_text_same (_(choice->title), text))
      return choice->key;
  return NULL;
}
