/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-link-search.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "form/control/desk-suggestion-list.h"

#define SUGGESTIONS 8
/* How many that the search finds are looked at for those that begin with what was typed */
#define LOOKED_AT 400

typedef struct
{
  OcopQuery *query;
  char *typed;
  const char *columns[4];
} Search;

static void
search_free (Search *search)
{
  ocop_query_free (search->query);
  g_free (search->typed);
  g_free (search);
}

/* What tells records of one name apart. */
static const char *
context_of (const OcopKind *kind)
{
  static const char * const contexts[][2] = {
    { "producer", "locality.name" },
    { "product", "producer.name" },
    { "unit", "parent.name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (g_str_equal (contexts[i][0], kind->name))
      return contexts[i][1];
  return NULL;
}

/* The day with which one ends that another of the same name may follow: a province before its merger. */
static const char *
ending_of (const OcopKind *kind)
{
  return g_str_equal (kind->name, "unit") ? "valid_until" : NULL;
}

/* "Quảng Trị · until 30/06/2025" */
static char *
dup_context (const OcopRows *rows,
             guint           row,
             const Search   *search)
{
  const char *context = search->columns[1] != NULL ? ocop_rows_get_text (rows, row, 1) : NULL;
  const char *ending = search->columns[1] != NULL && search->columns[2] != NULL ? ocop_rows_get_text (rows, row, 2) : NULL;
  g_autofree char *day = NULL, *until = NULL;
  OcopDate date;

  if (ending == NULL || !ocop_date_parse (ending, &date))
    return g_strdup (context);
  day = ocop_date_to_people (date);
  /* Translators: a day */
  until = g_strdup_printf (_("until %s"), day);
  return context != NULL ? g_strdup_printf ("%s · %s", context, until) : g_steal_pointer (&until);
}

/* What a link leads to is of one sort alone: the work of the advisory group is not the council's. */
static void
narrow (OcopQuery       *query,
        const OcopField *field)
{
  static const struct
  {
    const char *kind, *field, *path, *value;
  } sorts[] = {
    { "visit", "council", "kind", "advisory" },
    { "assignment", "member", "council.kind", "advisory" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].kind, ocop_field_get_kind (field)->name) && g_str_equal (sorts[i].field, field->name))
      ocop_query_where (query, sorts[i].path, OCOP_OPERATOR_IS, sorts[i].value, NULL);
}

/* Councils, sessions and the like are few, and no search knows their words: they are looked through here. */
static gboolean
is_indexed (const OcopKind *kind)
{
  return (ocop_kind_find_field (kind, kind->label)->flags & OCOP_FIELD_SEARCHED) != 0;
}

/* Whether each word that was typed begins a word of the name. */
static gboolean
fits (const char *name,
      const char *typed)
{
  g_autofree char *folded = ocop_text_fold (name);
  g_autofree char *spaced = g_strconcat (" ", folded, NULL);
  g_autofree char *wanted = ocop_text_fold (typed);
  g_auto(GStrv) words = g_strsplit (wanted, " ", -1);
  gboolean all = TRUE;

  for (guint i = 0; all && words[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

      all = *words[i] == '\0' || strstr (spaced, beginning) != NULL;
    }
  return all;
}

static gboolean
begins (const char *name,
        const char *typed)
{
  g_autofree char *folded = ocop_text_fold (name);
  g_autofree char *wanted = ocop_text_fold (typed);

  return g_str_has_prefix (folded, wanted);
}

/* Those whose name begins with what was typed, or the others. */
static void
add_suggestions (OcopReader     *reader,
                 const Search   *search,
                 const OcopRows *rows,
                 gboolean        beginning,
                 GPtrArray      *suggestions)
{
  const OcopKind *kind = ocop_query_get_kind (search->query);
  gboolean indexed = is_indexed (kind);

  for (guint i = 0; i < ocop_rows_get_n_rows (rows) && suggestions->len < SUGGESTIONS; i++)
    {
      const char *name = ocop_rows_get_text (rows, i, 0);
      g_autofree char *id = NULL, *context = NULL;

      if (begins (name != NULL ? name : "", search->typed) != beginning || (!indexed && !fits (name != NULL ? name : "", search->typed)))
        continue;
      id = ocop_reader_id_of_key (reader, kind, ocop_rows_get_key (rows, i), NULL);
      context = dup_context (rows, i, search);
      if (id != NULL)
        g_ptr_array_add (suggestions, desk_suggestion_new (id, name, context));
    }
}

static gpointer
read_suggestions (OcopReader    *reader,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Search *search = data;
  gboolean indexed = is_indexed (ocop_query_get_kind (search->query));
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, search->query, search->columns, 0, indexed ? LOOKED_AT : -1, error);
  GPtrArray *suggestions;

  if (rows == NULL)
    return NULL;
  suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_suggestion_free);
  add_suggestions (reader, search, rows, TRUE, suggestions);
  add_suggestions (reader, search, rows, FALSE, suggestions);
  return suggestions;
}

void
desk_link_search_async (OcopRegister        *reg,
                        const OcopField     *field,
                        const char          *typed,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  const OcopKind *target = ocop_kind_find (field->target);
  Search *search = g_new0 (Search, 1);

  search->query = ocop_query_new (target->name);
  search->typed = g_strdup (typed);
  search->columns[0] = target->label;
  search->columns[1] = context_of (target);
  search->columns[2] = ending_of (target);
  narrow (search->query, field);
  ocop_query_set_text (search->query, typed);
  ocop_query_order_by (search->query, target->label, FALSE);
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_suggestions, search,
                            (GDestroyNotify) search_free, (GDestroyNotify) g_ptr_array_unref,
                            cancellable, callback, user_data);
}

GPtrArray *
desk_link_search_finish (OcopRegister  *reg,
                         GAsyncResult  *result,
                         GError       **error)
{
  return ocop_register_read_finish (reg, result, error);
}
