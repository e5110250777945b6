/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-merge-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-places-private.h"

/* Codes and phones by their letters and digits alone. */
static gboolean
is_same_code (const char *a,
              const char *b)
{
  g_autofree char *folded_a = ocop_text_fold (a);
  g_autofree char *folded_b = ocop_text_fold (b);
  g_auto(GStrv) parts_a = g_strsplit (folded_a, " ", -1);
  g_auto(GStrv) parts_b = g_strsplit (folded_b, " ", -1);
  g_autofree char *code_a = g_strjoinv (NULL, parts_a);
  g_autofree char *code_b = g_strjoinv (NULL, parts_b);

  return strcmp (code_a, code_b) == 0;
}

/* Another way to write the same is no difference: HTX and hợp tác xã, 0912.345.678 and 0912345678. */
static gboolean
is_same (const OcopField *field,
         const OcopValue *a,
         const OcopValue *b)
{
  if (ocop_value_equal (a, b))
    return TRUE;
  if (a->type != OCOP_VALUE_TEXT || b->type != OCOP_VALUE_TEXT
      || (field->type != OCOP_FIELD_TEXT && field->type != OCOP_FIELD_LONG_TEXT))
    return FALSE;
  return (field->flags & OCOP_FIELD_CODE) != 0 ? is_same_code (a->text, b->text) : ocop_text_same (a->text, b->text);
}

/* A list that names only the province does not contradict a commune that is known. */
static gboolean
is_less_precise (OcopImportMatch *match,
                 const OcopField *field,
                 const OcopValue *now,
                 const OcopValue *listed)
{
  OcopImportEntry *known = ocop_import_index_get (match->index, now->text);
  OcopImportEntry *wide = ocop_import_index_get (match->index, listed->text);

  return g_strcmp0 (field->target, "unit") == 0 && known != NULL && wide != NULL
         && ocop_import_place_contains (match->index, wide, known);
}

static char *
value_to_people (OcopImportMatch *match,
                 const OcopField *field,
                 const OcopValue *value)
{
  OcopImportEntry *linked = field->type == OCOP_FIELD_LINK ? ocop_import_index_get (match->index, value->text) : NULL;

  if (value->type == OCOP_VALUE_UNKNOWN)
    return g_strdup (_("unknown"));
  if (linked == NULL)
    return ocop_field_format (field, value);
  return g_strcmp0 (field->target, "unit") == 0 ? ocop_import_place_to_people (linked)
                                                : g_strdup (ocop_record_get_text (linked->record, "name"));
}

static void
say_difference (OcopImportMatch *match,
                const OcopField *field,
                const OcopValue *now,
                const OcopValue *listed,
                gboolean         changes)
{
  g_autofree char *before = value_to_people (match, field, now);
  g_autofree char *after = value_to_people (match, field, listed);

  if (changes)
    /* Translators: a field's title, its value before, its value after */
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_CHANGES, OCOP_IMPORT_NO_COLUMN, _("%s: %s → %s"),
                     _(field->title), before, after);
  else
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DIFFERS, OCOP_IMPORT_NO_COLUMN,
                     /* Translators: a field's title, its value in the register, its value in the list */
                     _("%s stays %s; the list has %s"), _(field->title), before, after);
}

static void
say_held (OcopImportMatch *match,
          const OcopField *field,
          const OcopValue *now,
          const OcopValue *listed)
{
  g_autofree char *held = value_to_people (match, field, now);
  g_autofree char *other = value_to_people (match, field, listed);

  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DIFFERS, OCOP_IMPORT_NO_COLUMN,
                   /* Translators: a field's title, its value in the register, its value in the list */
                   _("%s stays %s, as what was issued says; the list has %s"), _(field->title), held, other);
}

/* Whether the field takes the value of the list. */
static gboolean
takes (OcopImportMatch       *match,
       const OcopImportEntry *entry,
       const OcopField       *field,
       const OcopValue       *now,
       const OcopValue       *listed,
       gboolean               settled)
{
  gboolean unknown = now->type == OCOP_VALUE_UNKNOWN;
  gboolean updates = ocop_import_choices_get_duplicates (match->choices) == OCOP_IMPORT_UPDATE;

  if (listed->type == OCOP_VALUE_UNKNOWN || is_same (field, now, listed) || is_less_precise (match, field, now, listed)
      || (settled && !unknown))
    return FALSE;
  if (entry->origin != 0 && unknown)
    return TRUE;
  if (updates && ocop_import_index_is_held (match->index, entry, field))
    {
      say_held (match, field, now, listed);
      return FALSE;
    }
  say_difference (match, field, now, listed, updates);
  return updates;
}

void
ocop_import_merge (OcopImportMatch    *match,
                   OcopImportEntry    *entry,
                   const OcopRecord   *record,
                   const char * const *settled)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autoptr(OcopRecord) merged = ocop_record_copy (entry->record);
  g_autoptr(GError) error = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < ocop_kind_n_stored (kind); i++)
    {
      const OcopField *field = &kind->fields[i];
      const OcopValue *listed = ocop_record_get (record, field->name);

      if (!takes (match, entry, field, ocop_record_get (entry->record, field->name), listed,
                  g_strv_contains (settled, field->name)))
        continue;
      ocop_record_set (merged, field->name, listed);
      changed = TRUE;
    }
  if (!changed)
    return;
  if (!ocop_record_check (merged, NULL, &error))
    {
      ocop_import_say (match->messages, OCOP_IMPORT_SAYS_WRONG, OCOP_IMPORT_NO_COLUMN, "%s", error->message);
      return;
    }
  ocop_import_index_replace (match->index, entry, g_steal_pointer (&merged));
  match->writes = TRUE;
}
