/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-places.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-chart-question.h"
#include "report/ocop-office-area.h"

void
desk_places_free (DeskPlaces *places)
{
  g_strfreev (places->keys);
  g_strfreev (places->titles);
  g_strfreev (places->sector_keys);
  g_strfreev (places->sector_titles);
  g_free (places);
}

static OcopQuery *
query_groups (const char *path)
{
  OcopQuery *query = ocop_query_new ("product");

  ocop_query_where (query, path, OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, path, NULL);
  return query;
}

/* Their provinces, localities and sectors, in this order. */
static GPtrArray *
read_groups (OcopReader  *reader,
             GError     **error)
{
  static const char * const paths[] = { "province", "locality", "sector" };
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_ptr_array_add (queries, query_groups (paths[i]));
  return ocop_reader_survey (reader, queries, error);
}

/* Leaves out the keys that are in @seen. */
static void
add_groups (const OcopRows *rows,
            GStrvBuilder   *keys,
            GStrvBuilder   *titles,
            GHashTable     *seen)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *key = ocop_rows_get_text (rows, i, 0);
      const char *title = ocop_rows_get_text (rows, i, 1);

      if (key == NULL || !g_hash_table_add (seen, (gpointer) key))
        continue;
      g_strv_builder_add (keys, key);
      g_strv_builder_add (titles, title != NULL && *title != '\0' ? title : key);
    }
}

static gboolean
read_has_others (OcopReader  *reader,
                 OcopDate     on,
                 gboolean    *has_others,
                 GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_auto(GStrv) others = NULL;

  if (office == NULL || !ocop_office_area_find_others (reader, office, on, &others, error))
    return FALSE;
  *has_others = others != NULL;
  return TRUE;
}

DeskPlaces *
desk_places_read (OcopReader  *reader,
                  OcopDate     on,
                  GError     **error)
{
  g_autoptr(DeskPlaces) places = g_new0 (DeskPlaces, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) sector_keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) sector_titles = g_strv_builder_new ();
  g_autoptr(GPtrArray) groups = read_groups (reader, error);

  if (groups == NULL || !read_has_others (reader, on, &places->has_others, error))
    return NULL;
  add_groups (groups->pdata[0], keys, titles, seen);
  add_groups (groups->pdata[1], keys, titles, seen);
  g_strv_builder_add (sector_keys, "");
  g_strv_builder_add (sector_titles, _("All sectors"));
  add_groups (groups->pdata[2], sector_keys, sector_titles, seen);
  places->keys = g_strv_builder_end (keys);
  places->titles = g_strv_builder_end (titles);
  places->sector_keys = g_strv_builder_end (sector_keys);
  places->sector_titles = g_strv_builder_end (sector_titles);
  return g_steal_pointer (&places);
}

void
desk_places_offer (const DeskPlaces *places,
                   DeskPlacesStart   start,
                   DeskChoice       *place_choice,
                   DeskChoice       *sector_choice)
{
  gboolean is_office = places->has_others && start != DESK_PLACES_ALL;
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_keys = NULL;
  g_auto(GStrv) all_titles = NULL;

  g_strv_builder_add (keys, "");
  g_strv_builder_add (titles, is_office ? _("The whole province") : _("All localities"));
  if (is_office && start == DESK_PLACES_OFFICE_OR_ALL)
    {
      g_strv_builder_add (keys, OCOP_CHART_PLACE_EVERYWHERE);
      g_strv_builder_add (titles, _("With products of other provinces"));
    }
  g_strv_builder_addv (keys, (const char **) places->keys);
  g_strv_builder_addv (titles, (const char **) places->titles);
  all_keys = g_strv_builder_end (keys);
  all_titles = g_strv_builder_end (titles);
  desk_choice_set_caption (place_choice, _("Locality"));
  desk_choice_set_caption (sector_choice, _("Sector"));
  desk_choice_set_items (place_choice, (const char * const *) all_keys, (const char * const *) all_titles);
  desk_choice_set_items (sector_choice, (const char * const *) places->sector_keys,
                         (const char * const *) places->sector_titles);
}
