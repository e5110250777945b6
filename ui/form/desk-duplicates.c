/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-duplicates.h"

#include "base/ocop-error.h"
#include "base/ocop-text.h"

#define CANDIDATES 50

/* What records of one name are told apart by, the first known one; by kind. */
static const struct
{
  const char *kind;
  const char *links[2];
  const char *context;
} rules[] = {
  { "product", { "producer", "unit" }, "producer.name" },
  { "producer", { "unit", NULL }, "locality.name" },
};

void
desk_duplicate_free (DeskDuplicate *duplicate)
{
  g_free (duplicate->id);
  g_free (duplicate->label);
  g_free (duplicate->context);
  g_free (duplicate);
}

/* Links that both know and that differ make them two. */
static gboolean
is_told_apart (const OcopRecord *a,
               const OcopRecord *b,
               guint             rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules[rule].links) && rules[rule].links[i] != NULL; i++)
    {
      const char *link_a = ocop_record_get_text (a, rules[rule].links[i]);
      const char *link_b = ocop_record_get_text (b, rules[rule].links[i]);

      if (link_a != NULL && link_b != NULL)
        return !g_str_equal (link_a, link_b);
    }
  return FALSE;
}

static DeskDuplicate *
compare_candidate (OcopReader       *reader,
                   const OcopRecord *record,
                   OcopRows         *rows,
                   guint             row,
                   guint             rule)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autofree char *id = ocop_reader_id_of_key (reader, kind, ocop_rows_get_key (rows, row), NULL);
  g_autoptr(OcopRecord) other = id != NULL ? ocop_reader_load (reader, kind, id, NULL) : NULL;
  DeskDuplicate *duplicate;

  if (other == NULL || g_str_equal (id, ocop_record_get_id (record)) ||
      !ocop_text_same (ocop_record_get_text (other, "name"), ocop_record_get_text (record, "name")) ||
      is_told_apart (record, other, rule))
    return NULL;
  duplicate = g_new (DeskDuplicate, 1);
  duplicate->id = g_steal_pointer (&id);
  duplicate->label = g_strdup (ocop_record_get_text (other, "name"));
  duplicate->context = g_strdup (ocop_rows_get_text (rows, row, 0));
  return duplicate;
}

static gpointer
find (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const OcopRecord *record = data;
  const OcopKind *kind = ocop_record_get_kind (record);
  guint rule = g_str_equal (kind->name, rules[0].kind) ? 0 : 1;
  const char *columns[] = { rules[rule].context, NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  g_autoptr(OcopRows) rows = NULL;
  DeskDuplicate *duplicate = NULL;

  ocop_query_set_text (query, ocop_record_get_text (record, "name"));
  rows = ocop_reader_rows (reader, query, columns, 0, CANDIDATES, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; duplicate == NULL && i < ocop_rows_get_n_rows (rows); i++)
    duplicate = compare_candidate (reader, record, rows, i, rule);
  if (duplicate == NULL)
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, "");
  return duplicate;
}

void
desk_duplicates_find_async (OcopRegister        *reg,
                            const OcopRecord    *record,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, find, ocop_record_copy (record), (GDestroyNotify) ocop_record_free,
                            (GDestroyNotify) desk_duplicate_free, cancellable, callback, user_data);
}

DeskDuplicate *
desk_duplicates_find_finish (OcopRegister  *reg,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr(GError) failure = NULL;
  DeskDuplicate *duplicate = ocop_register_read_finish (reg, result, &failure);

  if (failure != NULL && !g_error_matches (failure, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));
  return duplicate;
}
