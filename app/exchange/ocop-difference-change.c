/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is accepted of what came in, as one change. */

#include "exchange/ocop-difference-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* @after: OcopIncoming → OcopRecord: what is to stand there; %NULL for what is left out
 * @order: OcopIncoming: each after what it links to */
struct _OcopMaking
{
  const OcopDifferences *differences;
  GHashTable *new_ones;        /* id → OcopIncoming */
  GHashTable *after;
  GPtrArray *order;
};

void
ocop_making_free (OcopMaking *self)
{
  g_hash_table_unref (self->new_ones);
  g_hash_table_unref (self->after);
  g_ptr_array_unref (self->order);
  g_free (self);
}

static void
free_record (gpointer record)
{
  if (record != NULL)
    ocop_record_free (record);
}

/* Whether @id is that of a new record that is left out. */
static gboolean
is_left (OcopMaking *self,
         const char *id)
{
  OcopIncoming *incoming = id != NULL ? g_hash_table_lookup (self->new_ones, id) : NULL;

  return incoming != NULL && ocop_making_place (self, incoming) == NULL;
}

static gboolean
needs_left (OcopMaking       *self,
            const OcopRecord *record)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->target != NULL && is_left (self, ocop_record_get_text (record, field->name)))
      return TRUE;
  return FALSE;
}

OcopRecord *
ocop_making_place (OcopMaking   *self,
                   OcopIncoming *incoming)
{
  const OcopDifference *whole = incoming->whole;
  const OcopRecord *given = whole != NULL && whole->given != NULL ? whole->given : incoming->record;
  gpointer record;

  if (g_hash_table_lookup_extended (self->after, incoming, NULL, &record))
    return record;
  /* Two that need each other are both left out. */
  g_hash_table_insert (self->after, incoming, NULL);
  if ((whole != NULL && !whole->accepted) || needs_left (self, given))
    return NULL;
  record = ocop_record_copy (given);
  g_hash_table_insert (self->after, incoming, record);
  g_ptr_array_add (self->order, incoming);
  return record;
}

static void
take (OcopMaking           *self,
      const OcopDifference *one)
{
  OcopRecord *record;

  if (!one->accepted || one->kind == OCOP_DIFFERENCE_BINNED || (one->field != NULL && one->field->target != NULL && is_left (self, one->value.text)))
    return;
  record = ocop_making_place (self, one->of);
  if (record != NULL && one->field != NULL)
    ocop_record_set (record, one->field->name, &one->value);
}

OcopMaking *
ocop_making_new (const OcopDifferences *differences)
{
  OcopMaking *self = g_new0 (OcopMaking, 1);

  self->differences = differences;
  self->new_ones = g_hash_table_new (g_str_hash, g_str_equal);
  self->after = g_hash_table_new_full (NULL, NULL, NULL, free_record);
  self->order = g_ptr_array_new ();
  for (guint i = 0; i < differences->incoming->len; i++)
    {
      OcopIncoming *incoming = g_ptr_array_index (differences->incoming, i);

      if (!incoming->exists)
        g_hash_table_insert (self->new_ones, (gpointer) ocop_record_get_id (incoming->record), incoming);
    }
  for (guint i = 0; i < ocop_differences_get_n (differences); i++)
    take (self, ocop_differences_get (differences, i));
  for (guint i = 0; i < differences->incoming->len; i++)
    if (((OcopIncoming *) g_ptr_array_index (differences->incoming, i))->follows)
      ocop_making_place (self, g_ptr_array_index (differences->incoming, i));
  return self;
}

GPtrArray *
ocop_making_list (OcopMaking *self)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    g_ptr_array_add (records, g_hash_table_lookup (self->after, g_ptr_array_index (self->order, i)));
  return records;
}

static void
write_record (OcopChange         *change,
              const OcopIncoming *incoming,
              const OcopRecord   *after)
{
  if (!incoming->exists)
    {
      ocop_change_add (change, after);
      return;
    }
  if (incoming->whole != NULL)
    ocop_change_restore (change, ocop_record_get_kind (after), ocop_record_get_id (after));
  ocop_change_edit (change, incoming->record, after);
}

/* After all else: nothing is put into the bin before what needed it has let it go. */
static void
write_binned (OcopChange            *change,
              const OcopDifferences *differences)
{
  for (guint i = 0; i < ocop_differences_get_n (differences); i++)
    {
      const OcopDifference *one = ocop_differences_get (differences, i);
      const OcopKind *kind = ocop_record_get_kind (one->of->record);
      const char *id = ocop_record_get_id (one->of->record);

      if (one->kind != OCOP_DIFFERENCE_BINNED || !one->accepted)
        continue;
      if (one->into != NULL)
        ocop_change_merge (change, kind, id, one->into);
      else
        ocop_change_bin (change, kind, id);
    }
}

OcopChange *
ocop_making_finish (OcopMaking  *self,
                    const char  *kind,
                    const char  *name,
                    GError     **error)
{
  g_autoptr(OcopChange) change = ocop_change_new (kind, name);

  for (guint i = 0; i < self->order->len; i++)
    {
      const OcopIncoming *incoming = g_ptr_array_index (self->order, i);
      const OcopRecord *after = g_hash_table_lookup (self->after, incoming);
      g_autoptr(GError) local = NULL;

      if (!ocop_record_check (after, NULL, &local))
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("What is accepted does not fit together: %s"), local->message);
          return NULL;
        }
      write_record (change, incoming, after);
    }
  write_binned (change, self->differences);
  return g_steal_pointer (&change);
}
