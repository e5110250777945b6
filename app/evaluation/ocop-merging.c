/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-merging.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"

/* How records of the kind are found from what belongs to their products, or to themselves. */
static const struct
{
  const char *kind;
  const char *of_recognition;
  const char *of_dossier;
  const char *of_session_product;
} ways[] = {
  { "producer", "product.producer", "product.producer", "dossier.product.producer" },
  { "product", "product", "product", "dossier.product" },
};

static guint
find_way (const OcopKind *kind)
{
  guint way = 0;

  while (way < G_N_ELEMENTS (ways) && !g_str_equal (ways[way].kind, kind->name))
    way++;
  return way;
}

gboolean
ocop_merging_takes (const OcopKind *kind)
{
  return find_way (kind) < G_N_ELEMENTS (ways);
}

gboolean
ocop_merging_check (const OcopKind  *kind,
                    GError         **error)
{
  if (!ocop_merging_takes (kind))
    ocop_refuse (error, _("Only producers and products are merged."));
  return ocop_merging_takes (kind);
}

void
ocop_merging_free (OcopMerging *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->records[i], ocop_record_free);
      g_clear_pointer (&self->labels[i], g_hash_table_unref);
    }
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Reading */

/* Counts what @query asks for of each of the two, by @path. */
static gboolean
count (const OcopMerging  *self,
       OcopReader         *reader,
       const OcopQuery    *query,
       const char         *path,
       guint               counts[2],
       GError            **error)
{
  for (guint i = 0; i < 2; i++)
    {
      gint64 number = ocop_records_count (reader, query, path, ocop_record_get_id (self->records[i]), error);

      if (number < 0)
        return FALSE;
      counts[i] = (guint) number;
    }
  return TRUE;
}

static GHashTable *
read_years (const OcopMerging  *self,
            OcopReader         *reader,
            const OcopKind     *kind,
            const char         *link,
            guint               side,
            GError            **error)
{
  static const char * const columns[] = { "year", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  g_autoptr(GHashTable) years = g_hash_table_new (NULL, NULL);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, link, OCOP_OPERATOR_IS, ocop_record_get_id (self->records[side]), NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_hash_table_add (years, GINT_TO_POINTER ((int) ocop_rows_get_integer (rows, i, 0)));
  return rows != NULL ? g_steal_pointer (&years) : NULL;
}

static gboolean
count_shared_years (const OcopMerging  *self,
                    OcopReader         *reader,
                    const char         *link,
                    OcopMergingPart    *part,
                    GError            **error)
{
  g_autoptr(GHashTable) one = NULL, two = NULL;
  GHashTableIter iter;
  gpointer year;

  if (!g_str_has_suffix (part->kind->name, "_year"))
    return TRUE;
  if ((one = read_years (self, reader, part->kind, link, 0, error)) == NULL ||
      (two = read_years (self, reader, part->kind, link, 1, error)) == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &year, NULL))
    part->shared += g_hash_table_contains (two, year) ? 1 : 0;
  return TRUE;
}

static gboolean
add_part (OcopMerging     *self,
          OcopReader      *reader,
          const OcopKind  *kind,
          const char      *path,
          GError         **error)
{
  g_autoptr(OcopQuery) all = ocop_query_new (kind->name);
  OcopMergingPart *part = g_new0 (OcopMergingPart, 1);

  part->kind = kind;
  g_ptr_array_add (self->parts, part);
  if (!count (self, reader, all, path, part->counts, error) ||
      !count_shared_years (self, reader, path, part, error))
    return FALSE;
  if (part->counts[0] == 0 && part->counts[1] == 0)
    g_ptr_array_remove (self->parts, part);
  return TRUE;
}

static gboolean
add_linked (OcopMerging     *self,
            OcopReader      *reader,
            const OcopKind  *kind,
            GError         **error)
{
  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->type == OCOP_FIELD_LINK && g_str_equal (field->target, self->kind->name) &&
        !add_part (self, reader, kind, field->name, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_parts (OcopMerging  *self,
           OcopReader   *reader,
           GError      **error)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if (!add_linked (self, reader, *kind, error))
      return FALSE;
  /* What belongs to a producer's products goes where they go. */
  return g_str_equal (self->kind->name, "product") ||
         (add_part (self, reader, ocop_kind_find ("recognition"), "product.producer", error) &&
          add_part (self, reader, ocop_kind_find ("dossier"), "product.producer", error));
}

static gboolean
count_work (OcopMerging  *self,
            OcopReader   *reader,
            GError      **error)
{
  guint way = find_way (self->kind);
  g_autoptr(OcopQuery) in_force = ocop_query_new ("recognition");
  g_autoptr(OcopQuery) under_way = ocop_query_new ("dossier");
  g_autoptr(OcopQuery) to_be_judged = ocop_query_new ("session_product");

  ocop_records_where_in_force (in_force, "state");
  ocop_records_where_under_way (under_way);
  ocop_query_where (to_be_judged, "session.state", OCOP_OPERATOR_IS_NOT, "closed", NULL);
  return count (self, reader, in_force, ways[way].of_recognition, self->in_force, error) &&
         count (self, reader, under_way, ways[way].of_dossier, self->under_way, error) &&
         count (self, reader, to_be_judged, ways[way].of_session_product, self->to_be_judged, error);
}

static GHashTable *
read_labels (OcopReader        *reader,
             const OcopRecord  *record)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *id = field->type == OCOP_FIELD_LINK ? ocop_record_get_text (record, field->name) : NULL;

      if (id != NULL)
        g_hash_table_insert (labels, (gpointer) field->name, ocop_reader_label (reader, ocop_kind_find (field->target), id));
    }
  return labels;
}

/* One in the bin, or merged before, is none of the two. */
static gboolean
read_record (OcopMerging  *self,
             OcopReader   *reader,
             guint         side,
             const char   *id,
             GError      **error)
{
  g_autofree char *living = NULL;

  self->records[side] = ocop_reader_load (reader, self->kind, id, error);
  if (self->records[side] == NULL)
    return FALSE;
  self->labels[side] = read_labels (reader, self->records[side]);
  living = ocop_reader_resolve (reader, self->kind, id, NULL);
  if (g_strcmp0 (living, ocop_record_get_id (self->records[side])) == 0)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("“%s” lies in the bin"), ocop_record_get_text (self->records[side], "name"));
  return FALSE;
}

OcopMerging *
ocop_merging_read (OcopReader      *reader,
                   const OcopKind  *kind,
                   const char      *id,
                   const char      *other,
                   GError         **error)
{
  g_autoptr(OcopMerging) self = NULL;

  if (!ocop_merging_check (kind, error))
    return NULL;
  if (g_strcmp0 (id, other) == 0)
    return ocop_refuse (error, _("%s: it cannot be merged into itself"), _(kind->title));
  self = g_new0 (OcopMerging, 1);
  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func (g_free);
  if (!read_record (self, reader, 0, id, error) || !read_record (self, reader, 1, other, error) ||
      !add_parts (self, reader, error) || !count_work (self, reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Choosing */

guint
ocop_merging_suggest (const OcopMerging *self)
{
  guint sums[2] = { 0, 0 };

  for (guint i = 0; i < self->parts->len; i++)
    for (guint side = 0; side < 2; side++)
      sums[side] += ((const OcopMergingPart *) g_ptr_array_index (self->parts, i))->counts[side];
  return sums[1] > sums[0] ? 1 : 0;
}

OcopRecord *
ocop_merging_dup_kept (const OcopMerging *self,
                       guint              stays)
{
  OcopRecord *kept = ocop_record_copy (self->records[stays]);

  for (const OcopField *field = self->kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (ocop_record_get (kept, field->name)->type == OCOP_VALUE_UNKNOWN)
      ocop_record_set (kept, field->name, ocop_record_get (self->records[1 - stays], field->name));
  return kept;
}

/* Saying */

static char *
say_counts (const OcopMerging *self,
            guint              side,
            gboolean           with_shared)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const OcopMergingPart *part = g_ptr_array_index (self->parts, i);
      guint n = part->counts[side] - (with_shared ? 0 : MIN (part->shared, part->counts[side]));

      if (n > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? "; " : "", _(part->kind->plural_title), n);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
ocop_merging_say_parts (const OcopMerging *self,
                        guint              side)
{
  return say_counts (self, side, TRUE);
}

char *
ocop_merging_say_moved (const OcopMerging *self,
                        guint              stays)
{
  return say_counts (self, 1 - stays, FALSE);
}

static void
note_years (const OcopMerging *self,
            guint              stays,
            GPtrArray         *notes)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const OcopMergingPart *part = g_ptr_array_index (self->parts, i);

      if (part->shared > 0)
        g_ptr_array_add (notes, g_strdup_printf (_("Years for which both have figures: %u. Those of “%s” stay."), part->shared,
                                                 ocop_record_get_text (self->records[stays], "name")));
    }
}

static void
note_certificates (const OcopMerging *self,
                   guint              stays,
                   GPtrArray         *notes)
{
  const char *gone = ocop_record_get_text (self->records[1 - stays], "name");
  gboolean products = g_str_equal (self->kind->name, "product");

  if (products && self->in_force[0] > 0 && self->in_force[1] > 0)
    g_ptr_array_add (notes, g_strdup (_("Both have a certificate in force: the product counts once, by its latest decision.")));
  else if (self->in_force[1 - stays] > 0)
    g_ptr_array_add (notes, g_strdup_printf (_("Certificates in force made out for “%s”: %u. Where the name on them is no longer right, use “Issue the certificate again…” on the page of recognitions."),
                                             gone, self->in_force[1 - stays]));
}

static void
note_dossiers (const OcopMerging *self,
               guint              stays,
               GPtrArray         *notes)
{
  if (g_str_equal (self->kind->name, "product") && self->under_way[0] > 0 && self->under_way[1] > 0)
    g_ptr_array_add (notes, g_strdup (_("Both have a dossier under way: a product has one at a time, end the other.")));
  if (self->to_be_judged[1 - stays] > 0)
    g_ptr_array_add (notes, g_strdup_printf (_("Products before a council whose session is not closed: %u. What was scored stays; who is to be recused is looked for anew, by the producer that stays."),
                                             self->to_be_judged[1 - stays]));
}

GPtrArray *
ocop_merging_say_notes (const OcopMerging *self,
                        guint              stays)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  note_years (self, stays, notes);
  note_certificates (self, stays, notes);
  note_dossiers (self, stays, notes);
  return notes;
}

OcopChange *
ocop_merging_make_change (const OcopMerging *self,
                          guint              stays,
                          const OcopRecord  *kept)
{
  const OcopRecord *stayer = self->records[stays], *gone = self->records[1 - stays];
  /* Translators: what the history and "undo" call the change: a kind of record, the names of two */
  g_autofree char *name = g_strdup_printf (_("Merge %s “%s” into “%s”"), _(self->kind->title), ocop_record_get_text (gone, "name"),
                                           ocop_record_get_text (stayer, "name"));
  OcopChange *change = ocop_change_new ("merge", name);

  ocop_change_merge (change, self->kind, ocop_record_get_id (gone), ocop_record_get_id (stayer));
  ocop_change_edit (change, stayer, kept);
  return change;
}
