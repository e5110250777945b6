/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-draft-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-cells-private.h"
#include "exchange/ocop-import-lost-zeros-private.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-place-text-private.h"
#include "exchange/ocop-import-values.h"

static const char * const place_fields[] = {
  [OCOP_IMPORT_PROVINCE] = "locality.province",
  [OCOP_IMPORT_DISTRICT] = "locality.district",
  [OCOP_IMPORT_COMMUNE] = "locality.commune",
};

/* What is said of the place without a column of its own: several units in one cell, the section's title, the address. */
static void
read_places (OcopImportDraft         *draft,
             const OcopSheetHeading  *heading,
             const OcopImportMapping *mapping,
             const OcopHeadingRow    *row)
{
  char **places = draft->places;
  const char *address = ocop_record_get_text (draft->producer, "address");

  for (guint level = 0; level < OCOP_IMPORT_N_LEVELS; level++)
    places[level] = ocop_text_tidy (ocop_import_mapping_get_text (mapping, row->row, place_fields[level]));
  if (places[OCOP_IMPORT_COMMUNE] != NULL && strchr (places[OCOP_IMPORT_COMMUNE], ',') != NULL)
    {
      g_autofree char *several = g_steal_pointer (&places[OCOP_IMPORT_COMMUNE]);

      if (!ocop_import_read_places (several, places))
        places[OCOP_IMPORT_COMMUNE] = g_steal_pointer (&several);
    }
  for (guint column = 0; row->section != OCOP_SHEET_NO_ROW && column < ocop_sheet_get_n_columns (heading->sheet); column++)
    {
      const char *title = ocop_sheet_get_text (heading->sheet, row->section, column);

      if (title != NULL && ocop_import_read_places (title, places))
        break;
    }
  if (address != NULL && places[OCOP_IMPORT_COMMUNE] == NULL && places[OCOP_IMPORT_DISTRICT] == NULL)
    ocop_import_read_places (address, places);
}

/* Decisions of a year's rounds come until 30 June of the next (article 5 of 26/2026/QĐ-TTg); later ones, and
 * earlier ones, contradict the year's column. */
static gboolean
years_agree (OcopDate date,
             gint64   year)
{
  return date.year == year || (date.year == year + 1 && date.month <= 6);
}

static void
check_dates (const OcopRecord *recognition,
             guint             column,
             GPtrArray        *messages)
{
  OcopDate decided = ocop_record_get_date (recognition, "decision_date");
  gint64 year = ocop_record_get_integer (recognition, "year", 0);
  g_autofree char *day = ocop_date_to_people (decided);

  if (!ocop_date_is_known (decided))
    return;
  if (year != 0 && !years_agree (decided, year))
    ocop_import_say (messages, OCOP_IMPORT_SAYS_ODD, column,
                     _("The decision's date %s does not go with the year %d"), day, (int) year);
  if (ocop_date_compare (decided, ocop_date_today ()) > 0)
    ocop_import_say (messages, OCOP_IMPORT_SAYS_ODD, column, _("The decision's date %s is yet to come"), day);
}

/* What the columns without a group say is about the latest recognition; its class is held against theirs. */
static void
merge_current (OcopRecord       *latest,
               const OcopRecord *current,
               OcopImportCells  *cells)
{
  gint64 stars = ocop_record_get_integer (current, "class", 0);

  if (stars != 0 && stars != ocop_record_get_integer (latest, "class", 0))
    ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                     _("The class now is %d stars, that of the latest recognition %d: taken as the recognition says"),
                     (int) stars, (int) ocop_record_get_integer (latest, "class", 0));
  for (const OcopField *field = ocop_record_get_kind (latest)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (ocop_record_get (latest, field->name)->type == OCOP_VALUE_UNKNOWN)
      ocop_record_set (latest, field->name, ocop_record_get (current, field->name));
}

static gboolean
is_recognition (const OcopRecord *record)
{
  return ocop_record_get (record, "class")->type != OCOP_VALUE_UNKNOWN;
}

/* Of recognitions side by side the kinds are known by their places. */
static void
collect_two (OcopImportDraft *draft,
             OcopImportCells *cells)
{
  OcopRecord *first = cells->records[OCOP_IMPORT_SLOT_RECOGNITION1], *second = cells->records[OCOP_IMPORT_SLOT_RECOGNITION2];

  if (is_recognition (first))
    {
      ocop_record_set_text (first, "kind", "first");
      g_ptr_array_add (draft->recognitions, g_steal_pointer (&cells->records[OCOP_IMPORT_SLOT_RECOGNITION1]));
    }
  if (is_recognition (second))
    {
      gboolean higher = ocop_record_get_integer (second, "class", 0) > ocop_record_get_integer (first, "class", 5);

      ocop_record_set_text (second, "kind", higher ? "upgrade" : "again");
      g_ptr_array_add (draft->recognitions, g_steal_pointer (&cells->records[OCOP_IMPORT_SLOT_RECOGNITION2]));
    }
}

static void
finish_recognition (OcopRecord      *recognition,
                    OcopImportCells *cells)
{
  if (ocop_record_get_text (recognition, "outcome") == NULL)
    ocop_record_set_text (recognition, "outcome", "recognised");
  if (g_str_equal (ocop_record_get_text (recognition, "outcome"), "potential5")
      && ocop_record_get_integer (recognition, "class", 0) != 5)
    {
      ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                       _("Potential 5 stars with a class of %d stars: taken as recognised with that class"),
                       (int) ocop_record_get_integer (recognition, "class", 0));
      ocop_record_set_text (recognition, "outcome", "recognised");
    }
}

static void
collect_recognitions (OcopImportDraft         *draft,
                      OcopImportCells         *cells,
                      const OcopImportMapping *mapping)
{
  OcopRecord *current = cells->records[OCOP_IMPORT_SLOT_RECOGNITION];
  const char *outcome = ocop_record_get_text (current, "outcome");
  guint column = ocop_import_mapping_get (mapping, "recognition.decision_date");

  if (!is_recognition (current) && g_strcmp0 (outcome, "potential5") == 0)
    ocop_record_set_integer (current, "class", 5);
  collect_two (draft, cells);
  if (draft->recognitions->len > 0)
    merge_current (draft->recognitions->pdata[draft->recognitions->len - 1], current, cells);
  else if (is_recognition (current))
    g_ptr_array_add (draft->recognitions, g_steal_pointer (&cells->records[OCOP_IMPORT_SLOT_RECOGNITION]));
  else
    ocop_record_set_text (draft->product, "note", ocop_record_get_text (current, "note"));
  for (guint i = 0; i < draft->recognitions->len; i++)
    {
      finish_recognition (draft->recognitions->pdata[i], cells);
      check_dates (draft->recognitions->pdata[i], draft->recognitions->len > 1 ? OCOP_IMPORT_NO_COLUMN : column,
                   cells->messages);
    }
}

/* The day to which the row's places belong. The latest recognition speaks for the row. */
static OcopDate
find_day (const OcopImportDraft *draft)
{
  const OcopRecord *latest;
  OcopDate decided;
  gint64 year;

  if (draft->recognitions->len == 0)
    return OCOP_DATE_UNKNOWN;
  latest = draft->recognitions->pdata[draft->recognitions->len - 1];
  decided = ocop_record_get_date (latest, "decision_date");
  year = ocop_record_get_integer (latest, "year", decided.year);
  return ocop_date_is_day (decided) || year == 0 ? decided : ocop_date_new ((int) year, 12, 31);
}

/* The first that the record has. */
static OcopDate
find_day_of_work (const OcopRecord *work)
{
  for (const OcopField *field = ocop_record_get_kind (work)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->type == OCOP_FIELD_DATE && ocop_date_is_day (ocop_record_get_date (work, field->name)))
      return ocop_record_get_date (work, field->name);
  return OCOP_DATE_UNKNOWN;
}

static void
guess_producer_kind (OcopImportDraft *draft)
{
  const char *name = ocop_record_get_text (draft->producer, "name");

  if (name == NULL || ocop_record_get_text (draft->producer, "kind") != NULL)
    return;
  ocop_record_set_text (draft->producer, "kind", ocop_import_parse_producer_kind (name));
  draft->kind_is_guessed = TRUE;
}

static void
restore_unit_code (OcopRecord *unit,
                   GPtrArray  *messages)
{
  const char *code = ocop_record_get_text (unit, "code");
  g_autofree char *restored = code != NULL ? ocop_import_restore_unit_code (code, ocop_record_get_text (unit, "level")) : NULL;

  if (restored == NULL)
    return;
  ocop_import_say (messages, OCOP_IMPORT_SAYS_NOTE, OCOP_IMPORT_NO_COLUMN,
                   /* Translators: both are codes of a unit */
                   _("the code %s is read as %s: a spreadsheet drops leading zeros"), code, restored);
  ocop_record_set_text (unit, "code", restored);
}

/* Without a level a unit is a commune. */
static void
complete_unit (OcopRecord *unit,
               GPtrArray  *messages)
{
  restore_unit_code (unit, messages);
  if (ocop_record_get_text (unit, "level") == NULL)
    ocop_record_set_text (unit, "level", "commune");
}

/* The rules of single records, before anything is compared with the register. */
static void
check_recognitions (OcopImportDraft *draft,
                    GPtrArray       *messages)
{
  for (guint i = 0; i < draft->recognitions->len; i++)
    {
      OcopRecord *recognition = draft->recognitions->pdata[i];
      g_autoptr(GError) error = NULL;

      ocop_record_set_text (recognition, "product", ocop_record_get_id (draft->product));
      if (!ocop_record_check (recognition, NULL, &error))
        ocop_import_say (messages, OCOP_IMPORT_SAYS_WRONG, OCOP_IMPORT_NO_COLUMN, "%s", error->message);
    }
}

OcopImportDraft *
ocop_import_draft_new (const OcopSheetHeading  *heading,
                       const OcopImportMapping *mapping,
                       const OcopHeadingRow    *row,
                       GPtrArray               *messages)
{
  OcopImportDraft *draft = g_new0 (OcopImportDraft, 1);
  g_auto(OcopImportCells) cells = { 0 };

  ocop_import_cells_init (&cells, ocop_import_kind_model (ocop_import_mapping_get_kind (mapping)), messages);
  draft->recognitions = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  ocop_import_cells_read (&cells, heading, mapping, row->row);
  draft->row = row->row;
  draft->work = g_steal_pointer (&cells.records[OCOP_IMPORT_SLOT_WORK]);
  draft->known_places = draft->work != NULL;
  draft->unit = g_steal_pointer (&cells.records[OCOP_IMPORT_SLOT_UNIT]);
  draft->producer = g_steal_pointer (&cells.records[OCOP_IMPORT_SLOT_PRODUCER]);
  draft->product = g_steal_pointer (&cells.records[OCOP_IMPORT_SLOT_PRODUCT]);
  read_places (draft, heading, mapping, row);
  complete_unit (draft->unit, messages);
  guess_producer_kind (draft);
  collect_recognitions (draft, &cells, mapping);
  check_recognitions (draft, messages);
  draft->day = draft->work != NULL ? find_day_of_work (draft->work) : find_day (draft);
  return draft;
}

void
ocop_import_draft_free (OcopImportDraft *draft)
{
  if (draft == NULL)
    return;
  for (guint level = 0; level < OCOP_IMPORT_N_LEVELS; level++)
    g_free (draft->places[level]);
  g_clear_pointer (&draft->work, ocop_record_free);
  g_clear_pointer (&draft->unit, ocop_record_free);
  g_clear_pointer (&draft->producer, ocop_record_free);
  g_clear_pointer (&draft->product, ocop_record_free);
  g_clear_pointer (&draft->recognitions, g_ptr_array_unref);
  g_free (draft);
}
