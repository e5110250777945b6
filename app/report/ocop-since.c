/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-since.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

/* What more than so many say is an import or the like: its records are not named one by one. */
#define MOST_NAMED 1000

/* Of records of the same kind that the same became of. */
typedef enum
{
  PART_ADDED,
  PART_EDITED,
  PART_BINNED,
} Part;

/* Translators: after a number, or after a person who edited or removed so many; the second is for more than one */
static const struct
{
  const char *kind;
  const char *one, *many;
} nouns[] = {
  { "dossier", NC_("changes", "dossier"), NC_("changes", "dossiers") },
  { "product", NC_("changes", "product"), NC_("changes", "products") },
  { "producer", NC_("changes", "producer"), NC_("changes", "producers") },
  { "recognition", NC_("changes", "recognition result"), NC_("changes", "recognition results") },
  { "decision", NC_("changes", "decision"), NC_("changes", "decisions") },
  { "inspection", NC_("changes", "inspection"), NC_("changes", "inspections") },
};

/**
 * Group:
 * @person: (nullable): who did it; %NULL where it is told of all together
 * @ids: (element-type utf8): of the records
 */
typedef struct
{
  const char *person;
  guint noun;
  Part part;
  GPtrArray *ids;
} Group;

typedef struct
{
  OcopReader *reader;
  OcopDate on;
  GPtrArray *groups; /* (element-type Group) */
  GHashTable *places; /* what a group is of -> it */
  gint64 n_others;   /* records that no line names */
  GPtrArray *lines;
} Build;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->ids);
  g_free (group);
}

static void
line_free (gpointer data)
{
  OcopSinceLine *line = data;

  g_free (line->text);
  g_clear_pointer (&line->query, ocop_query_free);
  g_free (line);
}

static void
build_clear (Build *build)
{
  g_clear_pointer (&build->groups, g_ptr_array_unref);
  g_clear_pointer (&build->places, g_hash_table_unref);
  g_clear_pointer (&build->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Build, build_clear)

/* Gathering */

static gboolean
find_noun (const char *kind,
           guint      *noun)
{
  for (*noun = 0; *noun < G_N_ELEMENTS (nouns); (*noun)++)
    if (g_str_equal (nouns[*noun].kind, kind))
      return TRUE;
  return FALSE;
}

static Group *
get_group (Build      *build,
           const char *person,
           guint       noun,
           Part        part)
{
  g_autofree char *key = g_strdup_printf ("%u %u %s", noun, part, person != NULL ? person : "");
  Group *group = g_hash_table_lookup (build->places, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  *group = (Group) { person, noun, part, g_ptr_array_new () };
  g_ptr_array_add (build->groups, group);
  g_hash_table_insert (build->places, g_steal_pointer (&key), group);
  return group;
}

/* What is new is new whoever goes on with it, and what came and went is nothing. */
static void
mark (const OcopRows *rows,
      GHashTable     *added,
      GHashTable     *binned)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      gpointer id = (gpointer) ocop_rows_get_text (rows, i, OCOP_TOUCHED_RECORD);

      if (ocop_rows_get_integer (rows, i, OCOP_TOUCHED_ADDED) != 0)
        g_hash_table_add (added, id);
      if (ocop_rows_get_integer (rows, i, OCOP_TOUCHED_BINNED) != 0)
        g_hash_table_add (binned, id);
    }
}

static void
sort_row (Build          *build,
          const OcopRows *rows,
          guint           row,
          GHashTable     *added,
          GHashTable     *binned)
{
  const char *person = ocop_rows_get_text (rows, row, OCOP_TOUCHED_PERSON);
  char *id = (char *) ocop_rows_get_text (rows, row, OCOP_TOUCHED_RECORD);
  gboolean is_new = g_hash_table_contains (added, id), is_gone = g_hash_table_contains (binned, id);
  gboolean adds = ocop_rows_get_integer (rows, row, OCOP_TOUCHED_ADDED) != 0, bins = ocop_rows_get_integer (rows, row, OCOP_TOUCHED_BINNED) != 0;
  guint noun;

  if ((is_new && (is_gone || !adds)) || (is_gone && !bins))
    return;
  if (!find_noun (ocop_rows_get_text (rows, row, OCOP_TOUCHED_KIND), &noun))
    build->n_others++;
  else if (is_new)
    g_ptr_array_add (get_group (build, NULL, noun, PART_ADDED)->ids, id);
  else
    g_ptr_array_add (get_group (build, person, noun, is_gone ? PART_BINNED : PART_EDITED)->ids, id);
}

static void
sort_rows (Build          *build,
           const OcopRows *rows)
{
  g_autoptr(GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) binned = g_hash_table_new (g_str_hash, g_str_equal);

  mark (rows, added, binned);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    sort_row (build, rows, i, added, binned);
}

/* Saying */

/* Takes @text and @query, (nullable). */
static void
add_line (Build     *build,
          char      *text,
          OcopQuery *query)
{
  OcopSinceLine *line = g_new (OcopSinceLine, 1);

  *line = (OcopSinceLine) { text, query };
  g_ptr_array_add (build->lines, line);
}

static OcopQuery *
query_group (const Build *build,
             const Group *group)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_copy (group->ids, NULL, NULL);
  OcopQuery *query;

  if (ids->len > MOST_NAMED)
    return NULL;
  g_ptr_array_add (ids, NULL);
  query = ocop_query_new (nouns[group->noun].kind);
  ocop_query_set_on (query, build->on);
  ocop_query_wherev (query, "id", OCOP_OPERATOR_IS, (const char * const *) ids->pdata);
  return query;
}

static char *
dup_group_text (const Group *group)
{
  g_autofree char *number = ocop_number_to_people (group->ids->len);
  const char *noun = g_dpgettext2 (NULL, "changes", group->ids->len == 1 ? nouns[group->noun].one : nouns[group->noun].many);

  switch (group->part)
    {
    case PART_ADDED:
      /* Translators: a number, and what there are so many of: "3 new dossiers" */
      return g_strdup_printf (_("%1$s new %2$s"), number, noun);
    case PART_EDITED:
      /* Translators: a person, a number, what there are so many of */
      return g_strdup_printf (_("%1$s edited %2$s %3$s"), group->person, number, noun);
    case PART_BINNED:
    default:
      return g_strdup_printf (_("%1$s removed %2$s %3$s"), group->person, number, noun);
    }
}

/* New recognitions are told decision by decision. */
static gboolean
add_decided (Build        *build,
             const Group  *group,
             GError      **error)
{
  g_autoptr(OcopQuery) all = query_group (build, group);
  g_autoptr(OcopQuery) grouped = NULL;
  g_autoptr(OcopRows) rows = NULL;
  guint n = 0;

  if (all == NULL)
    return add_line (build, dup_group_text (group), NULL), TRUE;
  ocop_query_where (all, "outcome", OCOP_OPERATOR_IS, "recognised", NULL);
  grouped = ocop_query_copy (all);
  ocop_query_set_measure (grouped, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (grouped, "decision_number", NULL);
  rows = ocop_reader_groups (build->reader, grouped, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *decision = ocop_rows_get_text (rows, i, 0);
      gint64 count = ocop_rows_get_integer (rows, i, 2);
      g_autofree char *number = ocop_number_to_people (count);
      g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%s product recognised", "%s products recognised", (gulong) count), number);
      OcopQuery *query = ocop_query_copy (all);

      n += (guint) count;
      if (decision != NULL)
        ocop_query_where (query, "decision_number", OCOP_OPERATOR_IS, decision, NULL);
      else
        ocop_query_where (query, "decision_number", OCOP_OPERATOR_UNKNOWN, NULL);
      /* Translators: "12 products recognised", the number of the decision */
      add_line (build, decision != NULL ? g_strdup_printf (_("%1$s (Decision %2$s)"), text, decision) : g_steal_pointer (&text), query);
    }
  build->n_others += group->ids->len - n;
  return rows != NULL;
}

/* By what became of them, then as the nouns stand; of several people, who wrote last in front. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *group_a = *(Group * const *) a, *group_b = *(Group * const *) b;

  if (group_a->part != group_b->part)
    return group_a->part < group_b->part ? -1 : 1;
  return (group_a->noun > group_b->noun) - (group_a->noun < group_b->noun);
}

static gboolean
is_decided (const Group *group)
{
  return group->part == PART_ADDED && g_str_equal (nouns[group->noun].kind, "recognition");
}

static gboolean
say (Build   *build,
     GError **error)
{
  g_autofree char *others = NULL;

  g_ptr_array_sort (build->groups, compare_groups);
  for (guint i = 0; i < build->groups->len; i++)
    if (is_decided (build->groups->pdata[i]) && !add_decided (build, build->groups->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < build->groups->len; i++)
    {
      const Group *group = build->groups->pdata[i];

      if (!is_decided (group))
        add_line (build, dup_group_text (group), group->part != PART_BINNED ? query_group (build, group) : NULL);
    }
  others = ocop_number_to_people (build->n_others);
  if (build->n_others > 0)
    add_line (build, g_strdup_printf (g_dngettext (NULL, "%s other record changed", "%s other records changed", (gulong) build->n_others), others), NULL);
  return TRUE;
}

GPtrArray *
ocop_since_read (OcopReader  *reader,
                 gint64       seq,
                 OcopDate     on,
                 GError     **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_touched (reader, seq, error);
  g_auto(Build) build = { reader, on };

  if (rows == NULL)
    return NULL;
  build.groups = g_ptr_array_new_with_free_func (group_free);
  build.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  build.lines = g_ptr_array_new_with_free_func (line_free);
  sort_rows (&build, rows);
  return say (&build, error) ? g_steal_pointer (&build.lines) : NULL;
}
