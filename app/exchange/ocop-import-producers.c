/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-producers-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-codes-private.h"
#include "exchange/ocop-import-likeness-private.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-places-private.h"

/* From no likeness to none better. */
typedef enum
{
  UNLIKE,
  RESEMBLES,         /* but for legal form and common words, in one commune */
  SAME_ELSEWHERE,    /* the same name in another commune of the province */
  SAME_OTHERWISE,    /* the same name in other words, marks or signs */
  SAME_TAX_CODE,     /* whatever the name */
  SAME,
} Likeness;

typedef struct
{
  OcopImportMatch *match;
  const char *name;
  const char *folded;
  OcopImportEntry *place;
} Search;

static OcopImportEntry *
get_place (const Search          *search,
           const OcopImportEntry *producer)
{
  return ocop_import_index_get (search->match->index, ocop_record_get_text (producer->record, "unit"));
}

static OcopImportEntry *
get_province (const Search    *search,
              OcopImportEntry *place)
{
  return ocop_import_place_above (search->match->index, place, "province");
}

/* A place of which the province is not known may be anywhere. */
static gboolean
may_be_one_province (const Search    *search,
                     OcopImportEntry *its_place)
{
  return get_province (search, search->place) == NULL || get_province (search, its_place) == NULL
         || ocop_import_same_province (search->match->index, search->place, its_place);
}

/* A commune that was moved or merged under its name is still the one. */
static gboolean
is_same_commune (const OcopImportEntry *a,
                 const OcopImportEntry *b)
{
  return a == b || strcmp (a->folded, b->folded) == 0;
}

static Likeness
compare (const Search          *search,
         const OcopImportEntry *producer)
{
  OcopImportIndex *index = search->match->index;
  OcopImportEntry *its_place = get_place (search, producer);
  OcopImportEntry *commune = ocop_import_place_above (index, search->place, "commune");
  OcopImportEntry *its_commune = ocop_import_place_above (index, its_place, "commune");
  gboolean communes_known = commune != NULL && its_commune != NULL;

  if (search->place != its_place && !may_be_one_province (search, its_place))
    return UNLIKE;
  if (strcmp (search->folded, producer->folded) != 0)
    return communes_known && is_same_commune (commune, its_commune) ? RESEMBLES : UNLIKE;
  if (communes_known && !is_same_commune (commune, its_commune))
    return SAME_ELSEWHERE;
  return ocop_import_same_writing (search->name, ocop_record_get_text (producer->record, "name")) ? SAME : SAME_OTHERWISE;
}

/* In the same place before anywhere else; where neither place is known, that is one place too. */
static gboolean
is_nearer (const Search          *search,
           const OcopImportEntry *a,
           const OcopImportEntry *b)
{
  return get_place (search, a) == search->place && get_place (search, b) != search->place;
}

/* Where a place is not known, and several producers of the name are elsewhere, none of them is meant for certain. */
static gboolean
is_settled (const Search          *search,
            const OcopImportEntry *producer,
            guint                  n_alike)
{
  OcopImportEntry *its_place = get_place (search, producer);

  return n_alike == 1 || its_place == search->place
         || (get_province (search, search->place) != NULL && get_province (search, its_place) != NULL);
}

static OcopImportEntry *
find_best (const Search *search,
           gboolean      all,
           Likeness     *likeness)
{
  const GPtrArray *named = ocop_import_index_find (search->match->index, OCOP_IMPORT_PRODUCER, search->folded);
  OcopImportEntry *best = NULL;
  guint n_alike = 0;

  *likeness = UNLIKE;
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      OcopImportEntry *producer = named->pdata[i];
      Likeness found = all || ocop_import_is_compared (search->match, producer) ? compare (search, producer) : UNLIKE;

      if (found == UNLIKE || found < *likeness)
        continue;
      n_alike = found == *likeness ? n_alike + 1 : 1;
      if (found > *likeness || is_nearer (search, producer, best))
        best = producer;
      *likeness = found;
    }
  return best != NULL && is_settled (search, best, n_alike) ? best : NULL;
}

static const char * const reasons[] = {
  [RESEMBLES] = N_("the names are alike"),
  [SAME_ELSEWHERE] = N_("the same name in another place"),
  [SAME_OTHERWISE] = N_("the same name, written otherwise"),
  [SAME_TAX_CODE] = N_("the same tax code"),
};

static char *
place_to_people (const Search          *search,
                 const OcopImportEntry *producer)
{
  OcopImportEntry *place = get_place (search, producer);

  return place != NULL ? ocop_import_place_to_people (place) : g_strdup (_("unknown"));
}

static char *
reason_to_people (const OcopImportEntry *producer,
                  Likeness               likeness)
{
  if (likeness == SAME_TAX_CODE && producer->origin != 0)
    return g_strdup_printf (_("the same tax code as row %u"), producer->origin);
  return g_strdup (_(reasons[likeness]));
}

/* Says what it is taken for, as a doubt until somebody has chosen. */
static gboolean
decide (const Search          *search,
        const OcopImportEntry *producer,
        Likeness               likeness)
{
  OcopImportMatch *match = search->match;
  const char *other = ocop_record_get_text (producer->record, "name");
  OcopImportTaking taking = ocop_import_choices_get_taking (match->choices, search->name);
  gboolean same = taking == OCOP_IMPORT_TAKE_BY_LIKENESS ? likeness > RESEMBLES : taking == OCOP_IMPORT_TAKE_AS_SAME;
  g_autofree char *place = place_to_people (search, producer);
  g_autofree char *reason = reason_to_people (producer, likeness);

  ocop_import_say (match->messages, taking == OCOP_IMPORT_TAKE_BY_LIKENESS ? OCOP_IMPORT_SAYS_SIMILAR : OCOP_IMPORT_SAYS_NOTE,
                   ocop_import_mapping_get (match->mapping, "producer.name"),
                   /* Translators: a producer, its place, why both may be one, how it is taken */
                   _("looks like the producer “%s” (%s), %s: %s"), other, place, reason,
                   same ? _("taken as the same") : _("taken as another"));
  match->look_alike = g_new0 (OcopImportLookAlike, 1);
  match->look_alike->name = g_strdup (search->name);
  match->look_alike->other = g_strdup (other);
  match->look_alike->same = same;
  return same;
}

/* No two producers have one tax code; a branch has its own. */
static OcopImportEntry *
find_by_tax_code (OcopImportMatch  *match,
                  const OcopRecord *producer,
                  gboolean          all)
{
  gboolean of_list = !all && ocop_import_choices_get_duplicates (match->choices) == OCOP_IMPORT_ADD;

  return ocop_import_find_code (match, OCOP_IMPORT_PRODUCER, producer, of_list);
}

OcopImportEntry *
ocop_import_find_producer (OcopImportMatch  *match,
                           const OcopRecord *producer,
                           OcopImportEntry  *place,
                           gboolean          all)
{
  const char *name = ocop_record_get_text (producer, "name");
  g_autofree char *folded = ocop_text_fold (name);
  Search search = { match, name, folded, place };
  Likeness likeness;
  OcopImportEntry *best = find_best (&search, all, &likeness);
  OcopImportEntry *coded = best == NULL || likeness == RESEMBLES ? find_by_tax_code (match, producer, all) : NULL;

  if (coded != NULL)
    return decide (&search, coded, SAME_TAX_CODE) ? coded : NULL;
  return best == NULL || likeness == SAME || decide (&search, best, likeness) ? best : NULL;
}
