/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-difference-private.h"

#include <glib/gi18n.h>

static void
difference_free (gpointer data)
{
  OcopDifference *self = data;

  g_free (self->whose);
  g_free (self->about);
  g_free (self->title);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->base);
  g_free (self->refusal);
  g_free (self->into);
  g_free (self->key);
  ocop_value_clear (&self->value);
  g_clear_pointer (&self->given, ocop_record_free);
  g_free (self);
}

static void
incoming_free (gpointer data)
{
  OcopIncoming *self = data;

  ocop_record_free (self->record);
  g_free (self->refusal);
  g_free (self);
}

OcopDifferences *
ocop_differences_new (void)
{
  OcopDifferences *self = g_new0 (OcopDifferences, 1);

  self->all = g_ptr_array_new_with_free_func (difference_free);
  self->incoming = g_ptr_array_new_with_free_func (incoming_free);
  return self;
}

void
ocop_differences_free (OcopDifferences *self)
{
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->incoming);
  g_free (self);
}

OcopIncoming *
ocop_differences_add_record (OcopDifferences *self,
                             OcopRecord      *record,
                             gboolean         exists)
{
  OcopIncoming *incoming = g_new0 (OcopIncoming, 1);

  incoming->record = record;
  incoming->exists = exists;
  g_ptr_array_add (self->incoming, incoming);
  return incoming;
}

OcopDifference *
ocop_differences_add (OcopDifferences    *self,
                      OcopDifferenceKind  kind,
                      OcopIncoming       *of)
{
  OcopDifference *one = g_new0 (OcopDifference, 1);

  one->kind = kind;
  one->of = of;
  one->refusal = g_strdup (of->refusal);
  one->accepted = one->refusal == NULL;
  if (kind == OCOP_DIFFERENCE_ADDED || kind == OCOP_DIFFERENCE_REVIVED)
    of->whole = one;
  g_ptr_array_add (self->all, one);
  return one;
}

/* Accepting */

guint
ocop_differences_count_accepted (const OcopDifferences *self)
{
  guint n = 0;

  for (guint i = 0; i < ocop_differences_get_n (self); i++)
    n += ocop_differences_get (self, i)->accepted;
  return n;
}

guint
ocop_differences_count_conflicts (const OcopDifferences *self)
{
  guint n = 0;

  for (guint i = 0; i < ocop_differences_get_n (self); i++)
    n += ocop_differences_get (self, i)->conflict;
  return n;
}

static OcopDifferenceSorts
get_sorts (const OcopDifference *one)
{
  OcopDifferenceSorts sorts = 0;

  if (one->conflict || one->ours)
    sorts |= OCOP_DIFFERENCES_CONFLICTS;
  if (one->kind == OCOP_DIFFERENCE_BINNED)
    sorts |= OCOP_DIFFERENCES_BINNED;
  return sorts != 0 ? sorts : OCOP_DIFFERENCES_PLAIN;
}

void
ocop_differences_accept (OcopDifferences     *self,
                         OcopDifferenceSorts  sorts)
{
  for (guint i = 0; i < ocop_differences_get_n (self); i++)
    {
      OcopDifference *one = ocop_differences_get (self, i);

      if (one->refusal == NULL && (get_sorts (one) & ~sorts) == 0)
        one->accepted = TRUE;
    }
}

void
ocop_differences_accept_none (OcopDifferences *self)
{
  for (guint i = 0; i < ocop_differences_get_n (self); i++)
    ocop_differences_get (self, i)->accepted = FALSE;
}

void
ocop_difference_toggle (OcopDifference *self)
{
  self->accepted = self->refusal == NULL && !self->accepted;
}

/* Whether it fits together */

/* The record with all that came in of it, owned by @after. */
static OcopRecord *
get_record_after (GHashTable           *after,
                  const OcopDifference *one)
{
  OcopRecord *record = g_hash_table_lookup (after, one->of);

  if (record == NULL)
    g_hash_table_insert (after, one->of, record = ocop_record_copy (one->given != NULL ? one->given : one->of->record));
  return record;
}

void
ocop_differences_check (OcopDifferences *self,
                        guint            first)
{
  g_autoptr(GHashTable) after = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ocop_record_free);

  for (guint i = first; i < ocop_differences_get_n (self); i++)
    {
      const OcopDifference *one = ocop_differences_get (self, i);
      OcopRecord *record = get_record_after (after, one);

      if (one->field != NULL)
        ocop_record_set (record, one->field->name, &one->value);
    }
  for (guint i = first; i < ocop_differences_get_n (self); i++)
    {
      OcopDifference *one = ocop_differences_get (self, i);
      g_autoptr(GError) error = NULL;

      if (one->refusal != NULL || one->kind == OCOP_DIFFERENCE_BINNED || ocop_record_check (get_record_after (after, one), NULL, &error))
        continue;
      one->refusal = g_strdup (error->message);
      one->accepted = FALSE;
    }
}

/* In words */

static const char *
show (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

char *
ocop_difference_dup_remark (const OcopDifference *self)
{
  if (self->refusal != NULL)
    return g_strdup (self->refusal);
  if (self->ours)
    return g_strdup (_("This office decides it"));
  if (!self->conflict)
    return NULL;
  return self->base != NULL ? g_strdup_printf (_("Both have changed it; it was “%s”"), show (self->base)) : g_strdup (_("Both have changed it"));
}

char *
ocop_difference_describe (const OcopDifference *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *remark = ocop_difference_dup_remark (self);

  /* Translators: a record, one of its fields, what it holds here and in what came in */
  g_string_append_printf (text, _("%s, %s: here “%s”, sent “%s”"), self->about, self->title, show (self->mine), show (self->theirs));
  if (remark != NULL)
    g_string_append_printf (text, ". %s", remark);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
