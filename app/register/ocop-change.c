/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-change.h"

#include "register/ocop-store.h"

struct _OcopChange
{
  char *kind;
  char *name;
  GPtrArray *rows;
  GPtrArray *aliases;
  GPtrArray *laws;
};

static void
row_free (gpointer data)
{
  OcopChangeRow *row = data;

  g_free (row->id);
  g_free (row->into);
  ocop_record_free (row->before);
  ocop_record_free (row->after);
  g_free (row);
}

static void
alias_free (gpointer data)
{
  OcopAlias *alias = data;

  g_free (alias->source);
  g_free (alias->foreign_id);
  g_free (alias->id);
  g_free (alias);
}

static void
kept_law_free (gpointer data)
{
  OcopKeptLaw *law = data;

  g_free (law->id);
  g_hash_table_unref (law->files);
  g_free (law);
}

OcopChange *
ocop_change_new (const char *kind,
                 const char *name)
{
  OcopChange *change = g_new0 (OcopChange, 1);

  change->kind = g_strdup (kind);
  change->name = g_strdup (name);
  change->rows = g_ptr_array_new_with_free_func (row_free);
  change->aliases = g_ptr_array_new_with_free_func (alias_free);
  change->laws = g_ptr_array_new_with_free_func (kept_law_free);
  return change;
}

void
ocop_change_free (OcopChange *change)
{
  if (change == NULL)
    return;
  g_free (change->kind);
  g_free (change->name);
  g_ptr_array_unref (change->rows);
  g_ptr_array_unref (change->aliases);
  g_ptr_array_unref (change->laws);
  g_free (change);
}

static OcopChangeRow *
append (OcopChange       *change,
        OcopAction        action,
        const OcopKind   *kind,
        const char       *id,
        const OcopRecord *before,
        const OcopRecord *after)
{
  OcopChangeRow *row = g_new0 (OcopChangeRow, 1);

  row->action = action;
  row->kind = kind;
  row->id = g_strdup (id);
  row->before = before != NULL ? ocop_record_copy (before) : NULL;
  row->after = after != NULL ? ocop_record_copy (after) : NULL;
  g_ptr_array_add (change->rows, row);
  return row;
}

void
ocop_change_add (OcopChange       *change,
                 const OcopRecord *record)
{
  append (change, OCOP_ACTION_ADD, ocop_record_get_kind (record), ocop_record_get_id (record), NULL, record);
}

static gboolean
differ (const OcopRecord *a,
        const OcopRecord *b)
{
  for (const OcopField *field = ocop_record_get_kind (a)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (!ocop_value_equal (ocop_record_get (a, field->name), ocop_record_get (b, field->name)))
      return TRUE;
  return FALSE;
}

void
ocop_change_edit (OcopChange       *change,
                  const OcopRecord *before,
                  const OcopRecord *after)
{
  g_return_if_fail (ocop_record_get_kind (before) == ocop_record_get_kind (after));
  g_return_if_fail (g_str_equal (ocop_record_get_id (before), ocop_record_get_id (after)));

  if (differ (before, after))
    append (change, OCOP_ACTION_EDIT, ocop_record_get_kind (after), ocop_record_get_id (after), before, after);
}

void
ocop_change_bin (OcopChange     *change,
                 const OcopKind *kind,
                 const char     *id)
{
  append (change, OCOP_ACTION_BIN, kind, id, NULL, NULL);
}

void
ocop_change_restore (OcopChange     *change,
                     const OcopKind *kind,
                     const char     *id)
{
  append (change, OCOP_ACTION_RESTORE, kind, id, NULL, NULL);
}

void
ocop_change_merge (OcopChange     *change,
                   const OcopKind *kind,
                   const char     *id,
                   const char     *into)
{
  append (change, OCOP_ACTION_MERGE, kind, id, NULL, NULL)->into = g_strdup (into);
}

void
ocop_change_alias (OcopChange     *change,
                   const OcopKind *kind,
                   const char     *id,
                   const char     *source,
                   const char     *foreign_id)
{
  OcopAlias *alias = g_new (OcopAlias, 1);

  *alias = (OcopAlias) { g_strdup (source), g_strdup (foreign_id), kind, g_strdup (id) };
  g_ptr_array_add (change->aliases, alias);
}

const GPtrArray *
ocop_change_get_aliases (const OcopChange *change)
{
  return change->aliases;
}

void
ocop_change_keep_law (OcopChange    *change,
                      const OcopLaw *law,
                      gboolean       loaded)
{
  OcopKeptLaw *kept = g_new (OcopKeptLaw, 1);

  *kept = (OcopKeptLaw) { g_strdup (ocop_law_get_id (law)), g_hash_table_ref (ocop_law_get_files (law)), loaded };
  g_ptr_array_add (change->laws, kept);
}

const GPtrArray *
ocop_change_get_laws (const OcopChange *change)
{
  return change->laws;
}

gboolean
ocop_change_is_empty (const OcopChange *change)
{
  return change->rows->len == 0;
}

guint
ocop_change_get_n_rows (const OcopChange *change)
{
  return change->rows->len;
}

const char *
ocop_change_get_kind (const OcopChange *change)
{
  return change->kind;
}

const char *
ocop_change_get_name (const OcopChange *change)
{
  return change->name;
}

const OcopChangeRow *
ocop_change_get_row (const OcopChange *change,
                     guint             i)
{
  return g_ptr_array_index (change->rows, i);
}
