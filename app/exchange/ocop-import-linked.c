/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-linked-private.h"

#include <string.h>

#include "base/ocop-text.h"

struct _OcopImportLinked
{
  GHashTable *kinds; /* name of a kind → GHashTable (folded name → id, "" for several) */
};

/* A plan is called by its number or its year as well. */
static const char * const plan_names[] = { "id", "name", "number", "year", NULL };
static const char * const target_names[] = { "id", "code", "name", NULL };
/* A recognition, below, by its product with its decision or its class. */
static const char * const recognition_names[] = { "id", "product", "decision_number", "class", NULL };
/* A visit by its record; and, below, by its producer. */
static const char * const inspection_names[] = { "id", "name", "record_number", "producer.name", NULL };

static const char * const *
names_of (const OcopKind *kind,
          const char     *names[3])
{
  if (strcmp (kind->name, "plan") == 0)
    return plan_names;
  if (strcmp (kind->name, "target") == 0)
    return target_names;
  if (strcmp (kind->name, "inspection") == 0)
    return inspection_names;
  if (strcmp (kind->name, "recognition") == 0)
    return recognition_names;
  names[0] = "id";
  names[1] = kind->label;
  names[2] = NULL;
  return names;
}

static void
put (GHashTable *ids,
     const char *name,
     const char *id)
{
  g_autofree char *folded = ocop_text_fold (name);
  const char *there = g_hash_table_lookup (ids, folded);

  if (*folded != '\0' && g_strcmp0 (there, id) != 0)
    g_hash_table_insert (ids, g_steal_pointer (&folded), g_strdup (there == NULL ? id : ""));
}

static char *
dup_text (const OcopRows *rows,
          guint           row,
          guint           column)
{
  const OcopValue *value = ocop_rows_get (rows, row, column);

  return value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text);
}

/* The record of a row by the words of two of its columns. */
static void
put_two (GHashTable     *ids,
         const OcopRows *rows,
         guint           row,
         guint           first,
         guint           second)
{
  g_autofree char *a = dup_text (rows, row, first), *b = dup_text (rows, row, second);
  g_autofree char *both = a != NULL && b != NULL ? g_strconcat (a, " ", b, NULL) : NULL;

  if (both != NULL)
    put (ids, both, ocop_rows_get_text (rows, row, 0));
}

/* One visit of a day's round has the name of all of them; a decision is of many products. */
static void
put_pairs (GHashTable         *ids,
           const OcopRows     *rows,
           guint               row,
           const char * const *names)
{
  if (names == inspection_names)
    put_two (ids, rows, row, 1, 3);
  if (names != recognition_names)
    return;
  put_two (ids, rows, row, 1, 2);
  put_two (ids, rows, row, 1, 3);
}

static gboolean
read_kind (OcopImportLinked  *self,
           OcopReader        *reader,
           const OcopKind    *work,
           const OcopKind    *kind,
           GError           **error)
{
  const char *two[3];
  const char * const *names = names_of (kind, two);
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  g_autoptr(OcopRows) rows = NULL;
  GHashTable *ids;

  /* What is issued is shared out no more: a code means the target of the plan that is being drafted. */
  if (strcmp (work->name, "target_share") == 0)
    ocop_query_where (query, "plan.state", OCOP_OPERATOR_IS, "draft", NULL);
  rows = ocop_reader_rows (reader, query, names, 0, -1, error);
  if (rows == NULL)
    return FALSE;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->kinds, (gpointer) kind->name, ids);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      put_pairs (ids, rows, i, names);
      for (guint column = 0; names[column] != NULL && names != recognition_names; column++)
        {
          g_autofree char *text = dup_text (rows, i, column);

          if (text != NULL)
            put (ids, text, ocop_rows_get_text (rows, i, 0));
        }
    }
  return TRUE;
}

OcopImportLinked *
ocop_import_linked_new (OcopReader      *reader,
                        const OcopKind  *work,
                        GError         **error)
{
  static const char * const found_otherwise[] = { "unit", "producer", "product", NULL };
  OcopImportLinked *self = g_new0 (OcopImportLinked, 1);

  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  for (const OcopField *field = work->fields; field->name != NULL; field++)
    if (field->type == OCOP_FIELD_LINK && ocop_field_is_stored (field) && !g_strv_contains (found_otherwise, field->target)
        && !ocop_import_linked_has (self, field->target) && !read_kind (self, reader, work, ocop_kind_find (field->target), error))
      {
        ocop_import_linked_free (self);
        return NULL;
      }
  return self;
}

void
ocop_import_linked_free (OcopImportLinked *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}

gboolean
ocop_import_linked_has (const OcopImportLinked *self,
                        const char             *target)
{
  return g_hash_table_contains (self->kinds, target);
}

gboolean
ocop_import_linked_find (const OcopImportLinked  *self,
                         const char              *target,
                         const char              *name,
                         const char             **id)
{
  g_autofree char *folded = ocop_text_fold (name);
  const char *found = g_hash_table_lookup (g_hash_table_lookup (self->kinds, target), folded);

  *id = found != NULL && *found != '\0' ? found : NULL;
  return found != NULL;
}
