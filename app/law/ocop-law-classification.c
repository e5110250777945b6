/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law-classification.h"

#include <glib/gi18n.h>

#include "base/ocop-json-reader.h"

#define MAX_SETS 999

static void
ocop_criteria_set_free (OcopCriteriaSet *set)
{
  g_free (set->code);
  g_free (set->title);
  g_free (set->sector);
  g_free (set->sector_title);
  g_free (set->group_title);
  g_free (set->subgroup_title);
  g_free (set->ministry);
  g_free (set);
}

static gboolean
has_code (gconstpointer set,
          gconstpointer code)
{
  return g_strcmp0 (((const OcopCriteriaSet *) set)->code, code) == 0;
}

static OcopCriteriaSet *
read_set (OcopJsonReader *reader,
          GPtrArray      *sets,
          const char     *sector,
          const char     *sector_title,
          const char     *group_title)
{
  OcopCriteriaSet *set = g_new0 (OcopCriteriaSet, 1);

  set->sector = g_strdup (sector);
  set->sector_title = g_strdup (sector_title);
  set->group_title = g_strdup (group_title);
  set->code = ocop_json_reader_text (reader, "code");
  set->number = ocop_json_reader_number (reader, "number", 1, MAX_SETS);
  set->title = ocop_json_reader_text (reader, "title");
  set->subgroup_title = ocop_json_reader_opt_text (reader, "subgroup");
  set->ministry = ocop_json_reader_text (reader, "ministry");

  if (set->number != sets->len + 1)
    ocop_json_reader_fail (reader, "number", _("the numbers of the sets do not follow one another"));
  if (set->code != NULL && g_ptr_array_find_with_equal_func (sets, set->code, has_code, NULL))
    ocop_json_reader_fail (reader, "code", _("occurs twice"));
  return set;
}

static void
read_group (OcopJsonReader *reader,
            GPtrArray      *sets,
            const char     *sector,
            const char     *sector_title)
{
  g_autofree char *title = ocop_json_reader_text (reader, "title");
  guint n_sets = ocop_json_reader_enter_array (reader, "sets");

  for (guint i = 0; i < n_sets; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (sets, read_set (reader, sets, sector, sector_title, title));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static void
read_sector (OcopJsonReader *reader,
             GPtrArray      *sets)
{
  g_autofree char *code = ocop_json_reader_text (reader, "code");
  g_autofree char *title = ocop_json_reader_text (reader, "title");
  guint n_groups = ocop_json_reader_enter_array (reader, "groups");

  for (guint i = 0; i < n_groups; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_group (reader, sets, code, title);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

GPtrArray *
ocop_law_classification_load (GBytes  *bytes,
                              GError **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, "classification.json");
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_criteria_set_free);
  guint n_sectors = ocop_json_reader_enter_array (reader, "sectors");

  for (guint i = 0; i < n_sectors; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_sector (reader, sets);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);

  if (!ocop_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&sets);
}
