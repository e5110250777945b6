/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-match-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-codes-private.h"
#include "exchange/ocop-import-merge-private.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-places-private.h"
#include "exchange/ocop-import-producers-private.h"
#include "exchange/ocop-import-work-private.h"

/* The name found the record, however it is written. */
static const char * const name_settled[] = { "name", NULL };
/* One producer makes products in several communes; its own place is not the row's to change. */
static const char * const producer_settled[] = { "name", "unit", NULL };
static const char * const guessed_settled[] = { "name", "unit", "kind", NULL };
static const char * const name_and_kind_settled[] = { "name", "kind", NULL };
static const char * const recognition_settled[] = { "product", NULL };

static const char *
get_text (const OcopImportEntry *entry,
          const char            *field)
{
  return ocop_record_get_text (entry->record, field);
}

static OcopImportEntry *
get_linked (OcopImportMatch       *match,
            const OcopImportEntry *entry,
            const char            *field)
{
  return ocop_import_index_get (match->index, get_text (entry, field));
}

gboolean
ocop_import_is_compared (const OcopImportMatch *match,
                         const OcopImportEntry *entry)
{
  return ocop_import_choices_get_duplicates (match->choices) != OCOP_IMPORT_ADD || entry->origin != 0;
}

static OcopImportEntry *
add (OcopImportMatch      *match,
     OcopImportRecordKind  kind,
     OcopRecord          **record)
{
  match->writes = TRUE;
  return ocop_import_index_add (match->index, kind, g_steal_pointer (record), match->origin);
}

static void
say_missing (OcopImportMatch *match,
             const char      *field,
             const char      *text)
{
  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_MISSING, ocop_import_mapping_get (match->mapping, field), "%s", text);
}

static void
say_duplicate (OcopImportMatch       *match,
               const OcopImportEntry *entry,
               const char            *why)
{
  if (entry->origin != 0)
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DUPLICATE, OCOP_IMPORT_NO_COLUMN,
                     /* Translators: the number of a row, what is the same */
                     _("the same as row %u: %s"), entry->origin, why);
  else
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DUPLICATE, OCOP_IMPORT_NO_COLUMN,
                     /* Translators: a record's name, what is the same */
                     _("in the register already as “%s”: %s"), get_text (entry, "name"), why);
}

/* The producer of a row that stands for a product; NULL when it names none. */
static OcopImportEntry *
take_producer (OcopImportMatch *match,
               OcopImportDraft *draft,
               OcopImportEntry *place)
{
  OcopImportEntry *producer;

  if (ocop_record_get_text (draft->producer, "name") == NULL)
    return NULL;
  producer = ocop_import_find_producer (match, draft->producer, place, TRUE);
  if (producer == NULL)
    return add (match, OCOP_IMPORT_PRODUCER, &draft->producer);
  ocop_import_merge (match, producer, draft->producer, draft->kind_is_guessed ? guessed_settled : producer_settled);
  return producer;
}

/* Same producer; where one is unknown, same place. */
static gboolean
is_same_product (OcopImportMatch       *match,
                 const OcopImportEntry *product,
                 const OcopImportEntry *producer,
                 const OcopImportEntry *place)
{
  const OcopImportEntry *its_producer = get_linked (match, product, "producer");

  if (producer != NULL && its_producer != NULL)
    return producer == its_producer;
  return place == get_linked (match, product, "unit");
}

static OcopImportEntry *
find_product (OcopImportMatch       *match,
              const char            *folded,
              const OcopImportEntry *producer,
              const OcopImportEntry *place)
{
  const GPtrArray *named = ocop_import_index_find (match->index, OCOP_IMPORT_PRODUCT, folded);
  OcopImportEntry *found = NULL;

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      OcopImportEntry *product = named->pdata[i];

      if (strcmp (product->folded, folded) != 0 || !ocop_import_is_compared (match, product)
          || !is_same_product (match, product, producer, place))
        continue;
      if (found == NULL || get_linked (match, product, "producer") == producer)
        found = product;
    }
  return found;
}

/* One name within the other: "Công ty Tân Nhiên", "Công ty Tân Nhiên chi nhánh 1". */
static gboolean
may_be_same_producer (const OcopImportEntry *a,
                      const OcopImportEntry *b)
{
  return a == NULL || b == NULL || a == b || strstr (a->folded, b->folded) != NULL || strstr (b->folded, a->folded) != NULL;
}

/* Nghi trùng: the same words of a name in one province, by what may be one producer. */
static void
say_look_alikes (OcopImportMatch       *match,
                 const char            *folded,
                 const OcopImportEntry *producer,
                 OcopImportEntry       *place)
{
  const GPtrArray *named = ocop_import_index_find (match->index, OCOP_IMPORT_PRODUCT, folded);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const OcopImportEntry *product = named->pdata[i];
      const OcopImportEntry *its_producer = get_linked (match, product, "producer");
      OcopImportEntry *its_place = get_linked (match, product, "unit");

      if (!may_be_same_producer (producer, its_producer)
          || (place != NULL && its_place != NULL && !ocop_import_same_province (match->index, place, its_place)))
        continue;
      ocop_import_say (match->messages, OCOP_IMPORT_SAYS_SIMILAR, OCOP_IMPORT_NO_COLUMN,
                       /* Translators: a product, its producer or "unknown" */
                       _("looks like “%s” (producer: %s)"), get_text (product, "name"),
                       its_producer != NULL ? get_text (its_producer, "name") : _("unknown"));
      return;
    }
}

static gboolean
contradicts_year (OcopDate date,
                  gint64   year)
{
  return ocop_date_is_known (date) && year != 0 && date.year != year && date.year != year + 1;
}

/* Of one class and outcome, with nothing known in both that differs. */
static gboolean
is_same_recognition (const OcopRecord *a,
                     const OcopRecord *b)
{
  const char *numbers[] = { ocop_record_get_text (a, "decision_number"), ocop_record_get_text (b, "decision_number") };
  OcopDate dates[] = { ocop_record_get_date (a, "decision_date"), ocop_record_get_date (b, "decision_date") };
  gint64 years[] = { ocop_record_get_integer (a, "year", 0), ocop_record_get_integer (b, "year", 0) };

  if (!ocop_value_equal (ocop_record_get (a, "class"), ocop_record_get (b, "class"))
      || !ocop_value_equal (ocop_record_get (a, "outcome"), ocop_record_get (b, "outcome")))
    return FALSE;
  if (numbers[0] != NULL && numbers[1] != NULL && !ocop_text_same (numbers[0], numbers[1]))
    return FALSE;
  if (ocop_date_is_known (dates[0]) && ocop_date_is_known (dates[1]))
    return ocop_date_is_day (dates[0]) && ocop_date_is_day (dates[1]) ? ocop_date_compare (dates[0], dates[1]) == 0
                                                                      : dates[0].year == dates[1].year;
  if (years[0] != 0 && years[1] != 0)
    return years[0] == years[1];
  return !contradicts_year (dates[0], years[1]) && !contradicts_year (dates[1], years[0]);
}

static OcopImportEntry *
find_recognition (OcopImportMatch       *match,
                  const OcopImportEntry *product,
                  const OcopRecord      *recognition)
{
  const GPtrArray *recognitions =
    ocop_import_index_recognitions (match->index, ocop_record_get_id (product->record));

  for (guint i = 0; recognitions != NULL && i < recognitions->len; i++)
    {
      OcopImportEntry *entry = recognitions->pdata[i];

      if (is_same_recognition (entry->record, recognition))
        return entry;
    }
  return NULL;
}

static void
say_added_recognition (OcopImportMatch  *match,
                       const OcopRecord *recognition)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (recognition), "outcome");
  g_autofree char *outcome = ocop_field_format (field, ocop_record_get (recognition, "outcome"));

  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_ADDS, OCOP_IMPORT_NO_COLUMN,
                   /* Translators: "recognised", a class from 3 to 5 */
                   _("a recognition more: %s, %d stars"), outcome, (int) ocop_record_get_integer (recognition, "class", 0));
}

static void
take_recognitions (OcopImportMatch       *match,
                   OcopImportDraft       *draft,
                   const OcopImportEntry *product,
                   gboolean               product_is_new)
{
  for (guint i = 0; i < draft->recognitions->len; i++)
    {
      OcopRecord *recognition = draft->recognitions->pdata[i];
      OcopImportEntry *entry = find_recognition (match, product, recognition);

      if (entry != NULL)
        {
          ocop_import_merge (match, entry, recognition, recognition_settled);
          continue;
        }
      if (!product_is_new)
        say_added_recognition (match, recognition);
      recognition = ocop_record_copy (recognition);
      ocop_record_set_text (recognition, "product", ocop_record_get_id (product->record));
      add (match, OCOP_IMPORT_RECOGNITION, &recognition);
    }
}

/* What a column is there for and the row leaves open. */
static void
say_all_missing (OcopImportMatch       *match,
                 const OcopImportDraft *draft,
                 const OcopImportEntry *place)
{
  const OcopRecord *latest = draft->recognitions->len > 0 ? draft->recognitions->pdata[draft->recognitions->len - 1] : NULL;
  gboolean has_producers = ocop_import_mapping_get (match->mapping, "producer.name") != OCOP_IMPORT_NO_COLUMN;
  gboolean has_sets = ocop_import_mapping_get (match->mapping, "product.criteria_set") != OCOP_IMPORT_NO_COLUMN;

  if (has_producers && ocop_record_get_text (draft->producer, "name") == NULL)
    say_missing (match, "producer.name", _("the producer is unknown"));
  if (place == NULL)
    say_missing (match, "locality.commune", _("the locality is unknown"));
  if (has_sets && ocop_record_get_text (draft->product, "criteria_set") == NULL)
    say_missing (match, "product.criteria_set", _("the criteria set is unknown"));
  if (latest == NULL)
    say_missing (match, "recognition.class", _("no class: the product goes in without a recognition"));
  else if (!ocop_date_is_known (draft->day))
    say_missing (match, "recognition.decision_date", _("neither date nor year of the decision: never counted as valid"));
  else if (!ocop_date_is_day (ocop_record_get_date (latest, "decision_date")))
    say_missing (match, "recognition.decision_date", _("the decision's date is unknown"));
}

static void
take_product (OcopImportMatch *match,
              OcopImportDraft *draft)
{
  OcopImportEntry *place = ocop_import_find_place (match->index, draft, match->origin, match->messages);
  const char *place_id = place != NULL ? ocop_record_get_id (place->record) : NULL;
  g_autofree char *folded = ocop_text_fold (ocop_record_get_text (draft->product, "name"));
  OcopImportEntry *producer, *product;

  ocop_record_set_text (draft->producer, "unit", place_id);
  say_all_missing (match, draft, place);
  producer = take_producer (match, draft, place);
  ocop_record_set_text (draft->product, "unit", place_id);
  ocop_record_set_text (draft->product, "producer", producer != NULL ? ocop_record_get_id (producer->record) : NULL);
  product = find_product (match, folded, producer, place);
  match->adds = product == NULL;
  if (product != NULL)
    ocop_import_merge (match, product, draft->product, name_settled);
  else
    {
      say_look_alikes (match, folded, producer, place);
      product = add (match, OCOP_IMPORT_PRODUCT, &draft->product);
    }
  take_recognitions (match, draft, product, match->adds);
  if (!match->writes)
    say_duplicate (match, product, producer != NULL && get_linked (match, product, "producer") == producer
                                   ? _("same product, producer and recognition") : _("same product, place and recognition"));
}

static void
take_single_producer (OcopImportMatch *match,
                      OcopImportDraft *draft)
{
  OcopImportEntry *place = ocop_import_find_place (match->index, draft, match->origin, match->messages);
  OcopImportEntry *producer = ocop_import_find_producer (match, draft->producer, place, FALSE);

  ocop_record_set_text (draft->producer, "unit", place != NULL ? ocop_record_get_id (place->record) : NULL);
  if (place == NULL)
    say_missing (match, "locality.commune", _("the locality is unknown"));
  if (ocop_record_get_text (draft->producer, "kind") == NULL)
    say_missing (match, "producer.kind", _("the kind of producer is unknown"));
  match->adds = producer == NULL;
  if (producer == NULL)
    add (match, OCOP_IMPORT_PRODUCER, &draft->producer);
  else
    ocop_import_merge (match, producer, draft->producer, draft->kind_is_guessed ? name_and_kind_settled : name_settled);
  /* A look-alike is left to whoever reads the row, also where it brings nothing. */
  if (!match->writes && !ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_SIMILAR))
    say_duplicate (match, producer, _("same producer"));
}

/* The same code and level, or the same name below the same parent. */
static OcopImportEntry *
find_unit (OcopImportMatch  *match,
           const OcopRecord *unit)
{
  g_autofree char *folded = ocop_text_fold (ocop_record_get_text (unit, "name"));
  const GPtrArray *named = ocop_import_index_find (match->index, OCOP_IMPORT_UNIT, folded);
  static const char * const compared[] = { "level", "parent", "type", "code", NULL };

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      OcopImportEntry *entry = named->pdata[i];
      gboolean same = ocop_import_is_compared (match, entry);

      if (same && ocop_import_is_unit_by_code (entry->record, unit))
        return entry;
      for (guint c = 0; same && compared[c] != NULL; c++)
        {
          const char *its = get_text (entry, compared[c]), *listed = ocop_record_get_text (unit, compared[c]);

          same = its == NULL || listed == NULL || strcmp (its, listed) == 0;
        }
      if (same)
        return entry;
    }
  return NULL;
}

/* A list without places is of the office's own province. */
static OcopImportEntry *
find_parent (OcopImportMatch *match,
             OcopImportDraft *draft)
{
  OcopImportEntry *parent;

  if (strcmp (ocop_record_get_text (draft->unit, "level"), "province") == 0)
    return NULL;
  parent = ocop_import_find_place (match->index, draft, match->origin, match->messages);
  if (parent == NULL && draft->places[OCOP_IMPORT_PROVINCE] == NULL)
    parent = ocop_import_place_above (match->index, ocop_import_index_get_home (match->index), "province");
  if (parent == NULL)
    say_missing (match, "locality.province", _("what it belongs to is unknown"));
  return parent;
}

static void
take_unit (OcopImportMatch *match,
           OcopImportDraft *draft)
{
  OcopImportEntry *parent, *unit;

  draft->day = ocop_record_get_date (draft->unit, "valid_until");
  parent = find_parent (match, draft);
  if (parent != NULL)
    ocop_record_set_text (draft->unit, "parent", ocop_record_get_id (parent->record));
  unit = find_unit (match, draft->unit);
  match->adds = unit == NULL;
  if (unit == NULL)
    add (match, OCOP_IMPORT_UNIT, &draft->unit);
  else
    ocop_import_merge (match, unit, draft->unit, name_settled);
  if (!match->writes)
    say_duplicate (match, unit, _("same administrative unit"));
}

void
ocop_import_match_take (OcopImportMatch *match,
                        OcopImportDraft *draft)
{
  static void (* const takes[]) (OcopImportMatch *match, OcopImportDraft *draft) = {
    [OCOP_IMPORT_PRODUCTS] = take_product,
    [OCOP_IMPORT_PRODUCERS] = take_single_producer,
    [OCOP_IMPORT_UNITS] = take_unit,
  };

  if (draft->work != NULL)
    ocop_import_take_work (match, draft);
  else if (!ocop_import_refuse_code (match, draft))
    takes[ocop_import_mapping_get_kind (match->mapping)] (match, draft);
}
