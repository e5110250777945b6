/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-statistics.h"

#include <glib/gi18n.h>

#include "law/ocop-law.h"
#include "report/ocop-report-private.h"

static const OcopField *
star_field (void)
{
  return ocop_kind_find_field (ocop_kind_find ("product"), "star");
}

const OcopStatisticsGrouping *
ocop_statistics_groupings (void)
{
  static const OcopStatisticsGrouping groupings[] = {
    { "star", N_("Class"), "star" },
    { "locality", N_("Locality"), "locality" },
    { "province", N_("Province"), "province" },
    { "sector", N_("Sector"), "sector" },
    { "group", N_("Product group"), "group" },
    { "set", N_("Criteria set"), "criteria_set" },
    { "kind", N_("Kind of producer"), "producer.kind" },
    { "women", N_("Who leads the producer"), "producer.representative_gender" },
    { "trade", N_("Key trade"), "key_trades" },
    { "year", N_("Year"), "year" },
    { "status", N_("State"), "state" },
    { NULL }
  };

  return groupings;
}

const OcopStatisticsGrouping *
ocop_statistics_find_grouping (const char *name)
{
  const OcopStatisticsGrouping *grouping = ocop_statistics_groupings ();

  while (grouping->name != NULL && g_strcmp0 (grouping->name, name) != 0)
    grouping++;
  return grouping->name != NULL ? grouping : NULL;
}

const char *
ocop_statistics_star_key (guint star)
{
  g_return_val_if_fail (star < OCOP_N_STARS, NULL);

  return star_field ()->choices[star].key;
}

const char *
ocop_statistics_star_title (guint star)
{
  return ocop_field_choice_title (star_field (), ocop_statistics_star_key (star));
}

static int
find_star (const char *key)
{
  for (guint i = 0; key != NULL && i < OCOP_N_STARS; i++)
    if (g_str_equal (key, ocop_statistics_star_key (i)))
      return (int) i;
  return -1;
}

void
ocop_statistics_where_validity (OcopQuery    *query,
                                OcopValidity  validity)
{
  if (validity == OCOP_VALIDITY_VALID)
    ocop_query_where (query, "state", OCOP_OPERATOR_IS, "valid", "extended", "potential5", NULL);
  else if (validity == OCOP_VALIDITY_RECORDED)
    ocop_query_where (query, "state", OCOP_OPERATOR_IS_NOT, "none", NULL);
}

static OcopStatisticsRow *
row_new (const char *key,
         const char *label)
{
  OcopStatisticsRow *row = g_new0 (OcopStatisticsRow, 1);

  row->key = g_strdup (key);
  row->label = g_strdup (label);
  return row;
}

static void
row_free (OcopStatisticsRow *row)
{
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

static void
row_count (OcopStatisticsRow *row,
           guint              star,
           gint64             number,
           gboolean           in_total)
{
  row->stars[star] += number;
  if (in_total)
    row->total += number;
}

/* The text form of a group's key. */
static char *
dup_key (const OcopValue *value)
{
  if (value->type == OCOP_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  return g_strdup (value->text);
}

/* What the register's label leaves to us: titles of choices and of criteria sets. */
static const char *
find_title (const OcopStatistics *self,
            const char           *key,
            const char           *label)
{
  const OcopField *field = ocop_report_find_field (self->grouping->path);
  const OcopCriteriaSet *set;

  if (key == NULL)
    return C_("group", "Unknown");
  if (field->type == OCOP_FIELD_CHOICE)
    return ocop_field_choice_title (field, key);
  set = field->type == OCOP_FIELD_SET ? ocop_law_find_set (ocop_law_get_default (), key) : NULL;
  if (set != NULL)
    return set->title;
  return label != NULL ? label : key;
}

static OcopStatisticsRow *
find_or_add_row (OcopStatistics *self,
                 GHashTable     *by_key,
                 const OcopRows *groups,
                 guint           index)
{
  g_autofree char *key = dup_key (ocop_rows_get (groups, index, 0));
  OcopStatisticsRow *row = g_hash_table_lookup (by_key, key != NULL ? key : "");

  if (row != NULL)
    return row;
  row = row_new (key, find_title (self, key, ocop_rows_get_text (groups, index, 1)));
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (by_key, row->key != NULL ? row->key : (char *) "", row);
  return row;
}

static guint
find_place (const OcopChoice *choices,
            const char       *key)
{
  guint place = 0;

  while (choices[place].key != NULL && !g_str_equal (choices[place].key, key))
    place++;
  return place;
}

/* Choices in their own order; the rest as the register sorted it, the unknown last. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const OcopChoice *choices = data;
  const OcopStatisticsRow *row_a = *(OcopStatisticsRow * const *) a;
  const OcopStatisticsRow *row_b = *(OcopStatisticsRow * const *) b;

  if (row_a->key == NULL || row_b->key == NULL)
    return (row_a->key == NULL) - (row_b->key == NULL);
  if (choices == NULL)
    return 0;
  return (int) find_place (choices, row_a->key) - (int) find_place (choices, row_b->key);
}

static void
read_groups (OcopStatistics *self,
             const OcopRows *groups,
             gboolean        potential_in_total)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
    {
      const char *key = ocop_rows_get_text (groups, i, 2);
      gint64 number = ocop_rows_get_integer (groups, i, 4);
      int star = find_star (key);
      gboolean in_total = potential_in_total || g_strcmp0 (key, "potential5") != 0;

      if (star < 0)
        continue;
      row_count (find_or_add_row (self, by_key, groups, i), (guint) star, number, in_total);
      row_count (self->total, (guint) star, number, in_total);
    }
  g_ptr_array_sort_with_data (self->rows, compare_rows,
                              (gpointer) ocop_report_find_field (self->grouping->path)->choices);
}

OcopStatistics *
ocop_statistics_new (OcopReader                   *reader,
                     const OcopQuery              *base,
                     const OcopStatisticsGrouping *grouping,
                     OcopDate                      on,
                     OcopValidity                  validity,
                     GError                      **error)
{
  g_autoptr(OcopStatistics) self = g_new0 (OcopStatistics, 1);
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = NULL;
  g_autoptr(OcopRows) groups = NULL;

  if (office == NULL)
    return NULL;
  self->grouping = grouping;
  self->on = on;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->total = row_new (NULL, _("Total"));
  self->query = base != NULL ? ocop_query_copy (base) : ocop_query_new ("product");
  ocop_query_set_on (self->query, on);
  ocop_statistics_where_validity (self->query, validity);

  query = ocop_query_copy (self->query);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, grouping->path, "star");
  groups = ocop_reader_survey_groups (reader, query, error);
  if (groups == NULL)
    return NULL;
  read_groups (self, groups, ocop_record_get_integer (office, "potential_in_total", 1) != 0);
  return g_steal_pointer (&self);
}

void
ocop_statistics_free (OcopStatistics *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->total, row_free);
  g_clear_pointer (&self->query, ocop_query_free);
  g_free (self);
}
