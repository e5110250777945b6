/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-places-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-place-text-private.h"
#include "exchange/ocop-import-values.h"

/* Resolution 202/2025/QH15 and law 72/2025/QH15: from 1 July 2025 there are no districts. */
#define LAST_DAY_OF_DISTRICTS ((OcopDate) { 2025, 6, 30 })
/* Longer chains than any country has; an end for those that bite their own tail. */
#define MOST_STEPS 12

static const char * const levels[] = {
  [OCOP_IMPORT_PROVINCE] = "province",
  [OCOP_IMPORT_DISTRICT] = "district",
  [OCOP_IMPORT_COMMUNE] = "commune",
};

typedef struct
{
  OcopImportIndex *index;
  GPtrArray *messages;
  guint origin;
  OcopDate day;
  gboolean known;   /* a unit that the register has not is none */
} Search;

static const char *
get_text (const OcopImportEntry *entry,
          const char            *field)
{
  return ocop_record_get_text (entry->record, field);
}

static OcopImportEntry *
get_parent (OcopImportIndex       *index,
            const OcopImportEntry *unit)
{
  return ocop_import_index_get (index, get_text (unit, "parent"));
}

OcopImportEntry *
ocop_import_place_above (OcopImportIndex *index,
                         OcopImportEntry *unit,
                         const char      *level)
{
  for (guint i = 0; unit != NULL && i < MOST_STEPS; i++)
    {
      if (g_strcmp0 (get_text (unit, "level"), level) == 0)
        return unit;
      unit = get_parent (index, unit);
    }
  return NULL;
}

gboolean
ocop_import_place_contains (OcopImportIndex       *index,
                            const OcopImportEntry *wide,
                            OcopImportEntry       *unit)
{
  for (guint i = 0; unit != NULL && i < MOST_STEPS; i++)
    {
      if (unit == wide)
        return TRUE;
      unit = get_parent (index, unit);
    }
  return FALSE;
}

/* Whether @province is @later or became part of it. */
static gboolean
leads_to (OcopImportIndex       *index,
          OcopImportEntry       *province,
          const OcopImportEntry *later)
{
  for (guint i = 0; province != NULL && i < MOST_STEPS; i++)
    {
      if (province == later)
        return TRUE;
      province = ocop_import_index_get (index, get_text (province, "successor"));
    }
  return FALSE;
}

gboolean
ocop_import_same_province (OcopImportIndex *index,
                           OcopImportEntry *a,
                           OcopImportEntry *b)
{
  OcopImportEntry *provinces[] = { ocop_import_place_above (index, a, "province"), ocop_import_place_above (index, b, "province") };

  return leads_to (index, provinces[0], provinces[1]) || leads_to (index, provinces[1], provinces[0]);
}

char *
ocop_import_place_to_people (const OcopImportEntry *unit)
{
  const char *parts[] = { get_text (unit, "type"), get_text (unit, "name") };

  g_autofree char *type = ocop_text_fold (parts[0]);

  /* "Quận 1" has its type in its name. */
  if (g_str_has_prefix (unit->folded, type) && g_ascii_isdigit (unit->folded[strlen (unit->folded) - 1]))
    parts[0] = NULL;
  return ocop_text_join (" ", parts, G_N_ELEMENTS (parts));
}

/* Up to @parent, which is taken as it is. */
static gboolean
is_in_force (OcopImportIndex       *index,
             const OcopImportEntry *unit,
             const OcopImportEntry *parent,
             OcopDate               day)
{
  for (guint i = 0; unit != NULL && unit != parent && i < MOST_STEPS; i++)
    {
      OcopDate from = ocop_record_get_date (unit->record, "valid_from");
      OcopDate until = ocop_record_get_date (unit->record, "valid_until");

      if ((ocop_date_is_known (from) && ocop_date_compare (day, from) < 0)
          || (ocop_date_is_known (until) && ocop_date_compare (day, until) > 0))
        return FALSE;
      unit = get_parent (index, unit);
    }
  return TRUE;
}

/* A type that is not said suits any. */
static gboolean
suits (Search                *search,
       OcopImportEntry       *unit,
       const char            *type,
       OcopImportLevel        level,
       const OcopImportEntry *parent)
{
  const char *its_type = get_text (unit, "type");

  return g_strcmp0 (get_text (unit, "level"), levels[level]) == 0
         && (type == NULL || its_type == NULL || ocop_text_same (type, its_type))
         && (parent == NULL || ocop_import_place_contains (search->index, parent, unit));
}

/* Of several of one name the one in force on the day; @n_found says how many of those there are. */
static OcopImportEntry *
find_unit (Search                   *search,
           const OcopImportUnitName *name,
           OcopImportLevel           level,
           const OcopImportEntry    *parent,
           guint                    *n_found)
{
  g_autofree char *folded = ocop_text_fold (name->name);
  const GPtrArray *named = ocop_import_index_find (search->index, OCOP_IMPORT_UNIT, folded);
  OcopImportEntry *found = NULL;

  *n_found = 0;
  for (guint i = 0; named != NULL && i < named->len; i++)
    if (suits (search, named->pdata[i], name->type, level, parent)
        && is_in_force (search->index, named->pdata[i], parent, search->day))
      {
        found = named->pdata[i];
        (*n_found)++;
      }
  return *n_found == 1 ? found : NULL;
}

static OcopImportEntry *
add_unit (Search                   *search,
          const OcopImportUnitName *name,
          OcopImportLevel           level,
          const OcopImportEntry    *parent)
{
  OcopRecord *unit = ocop_record_new (ocop_kind_find ("unit"), NULL);
  g_autofree char *written = ocop_import_dup_place_name (name->name);

  ocop_record_set_text (unit, "name", written);
  ocop_record_set_text (unit, "type", name->type);
  ocop_record_set_text (unit, "level", levels[level]);
  if (parent != NULL)
    ocop_record_set_text (unit, "parent", ocop_record_get_id (parent->record));
  if (level == OCOP_IMPORT_DISTRICT)
    ocop_record_set_date (unit, "valid_until", LAST_DAY_OF_DISTRICTS);
  return ocop_import_index_add (search->index, OCOP_IMPORT_UNIT, unit, search->origin);
}

/* One that had ended by the row's day, or was yet to come, is still the one that is meant. */
static OcopImportEntry *
find_at_another_time (Search                   *search,
                      const OcopImportUnitName *name)
{
  g_autofree char *folded = ocop_text_fold (name->name);
  const GPtrArray *named = ocop_import_index_find (search->index, OCOP_IMPORT_UNIT, folded);

  for (guint i = 0; named != NULL && i < named->len; i++)
    if (suits (search, named->pdata[i], name->type, OCOP_IMPORT_PROVINCE, NULL))
      return named->pdata[i];
  return NULL;
}

/* Abbreviations that no other province's name has. */
static void
write_out (OcopImportUnitName *name)
{
  g_autofree char *folded = ocop_text_fold (name->name);

  if (strcmp (folded, "hcm") != 0)
    return;
  g_free (name->name);
  name->name = g_strdup ("Hồ Chí Minh");
}

static OcopImportEntry *
find_province (Search     *search,
               const char *text,
               gboolean    dated)
{
  g_auto(OcopImportUnitName) name = ocop_import_parse_unit (text);
  OcopImportEntry *found;
  guint n_found;

  write_out (&name);
  found = find_unit (search, &name, OCOP_IMPORT_PROVINCE, NULL, &n_found);
  if (found != NULL)
    return found;
  found = find_at_another_time (search, &name);
  if (found == NULL)
    ocop_import_say (search->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                     _("“%s” is not a province that the register knows: the place stays unknown"), text);
  else if (dated)
    {
      g_autofree char *day = ocop_date_to_people (search->day);

      ocop_import_say (search->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                       _("%s was not a province on %s"), text, day);
    }
  return found;
}

/* It keeps the name that it had on the row's day; what is counted later counts for its successor. */
static void
note_successor (Search                *search,
                const OcopImportEntry *unit)
{
  const OcopImportEntry *last = unit;
  OcopDate until = ocop_record_get_date (unit->record, "valid_until");
  g_autofree char *day = NULL;

  for (guint i = 0; i < MOST_STEPS; i++)
    {
      const OcopImportEntry *next = ocop_import_index_get (search->index, get_text (last, "successor"));

      if (next == NULL)
        break;
      last = next;
    }
  if (!ocop_date_is_day (until) || strcmp (last->folded, unit->folded) == 0)
    return;
  day = ocop_date_to_people (ocop_date_add_days (until, 1));
  ocop_import_say (search->messages, OCOP_IMPORT_SAYS_NOTE, OCOP_IMPORT_NO_COLUMN,
                   /* Translators: a former administrative unit, the one that it went up in, a day */
                   _("“%s” is taken as part of “%s” since %s"), get_text (unit, "name"), get_text (last, "name"), day);
}

static OcopDate
no_later_than (OcopDate day,
               OcopDate last)
{
  return ocop_date_compare (day, last) > 0 ? last : day;
}

/* Beside a decision of before the provinces were joined, lists name the commune of today: were it sought below the
 * province of that day alone, it would be made a second time. */
static OcopImportEntry *
find_in_successor (Search                   *search,
                   const OcopImportUnitName *name,
                   const OcopImportEntry    *province)
{
  Search today = { search->index, search->messages, search->origin, ocop_date_today () };
  OcopImportEntry *found = NULL;
  guint n_found;

  for (guint i = 0; found == NULL && province != NULL && i < MOST_STEPS; i++)
    {
      province = ocop_import_index_get (search->index, get_text (province, "successor"));
      if (province != NULL)
        found = find_unit (&today, name, OCOP_IMPORT_COMMUNE, province, &n_found);
    }
  return found;
}

/* Finds or makes the unit @text of @level below @parent; @parent itself when it cannot be told which is meant. */
static OcopImportEntry *
find_below (Search          *search,
            const char      *text,
            OcopImportLevel  level,
            OcopImportEntry *parent)
{
  g_auto(OcopImportUnitName) name = ocop_import_parse_unit (text);
  OcopImportEntry *found;
  guint n_found;

  if (name.level != NULL && strcmp (name.level, "province") != 0)
    level = strcmp (name.level, "district") == 0 ? OCOP_IMPORT_DISTRICT : OCOP_IMPORT_COMMUNE;
  if (level == OCOP_IMPORT_DISTRICT)
    search->day = no_later_than (search->day, LAST_DAY_OF_DISTRICTS);
  found = find_unit (search, &name, level, parent, &n_found);
  if (n_found > 1)
    {
      ocop_import_say (search->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                       _("“%s” is the name of %u units; which is meant stays unknown"), text, n_found);
      return parent;
    }
  if (found == NULL && level == OCOP_IMPORT_COMMUNE && parent != NULL)
    found = find_in_successor (search, &name, parent);
  if (found == NULL && search->known)
    return find_unit (&(Search) { search->index, search->messages, search->origin, ocop_date_today () }, &name, level, parent, &n_found);
  return found != NULL ? found : add_unit (search, &name, level, parent);
}

OcopImportEntry *
ocop_import_find_place (OcopImportIndex       *index,
                        const OcopImportDraft *draft,
                        guint                  origin,
                        GPtrArray             *messages)
{
  const char *province = draft->places[OCOP_IMPORT_PROVINCE], *district = draft->places[OCOP_IMPORT_DISTRICT];
  const char *commune = draft->places[OCOP_IMPORT_COMMUNE];
  Search search = { index, messages, origin, draft->day, draft->known_places };
  gboolean dated = ocop_date_is_known (draft->day);
  OcopImportEntry *place;

  if (!dated)
    search.day = ocop_date_today ();
  if (district != NULL)
    search.day = no_later_than (search.day, LAST_DAY_OF_DISTRICTS);
  place = province != NULL ? find_province (&search, province, dated)
                           : ocop_import_place_above (index, ocop_import_index_get_home (index), "province");
  if (province != NULL && place == NULL)
    return NULL;
  if (province != NULL)
    note_successor (&search, place);
  if (province == NULL && district == NULL && commune == NULL)
    return NULL;
  if (district != NULL)
    place = find_below (&search, district, OCOP_IMPORT_DISTRICT, place);
  return commune != NULL ? find_below (&search, commune, OCOP_IMPORT_COMMUNE, place) : place;
}
