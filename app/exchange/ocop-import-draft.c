/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-draft-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-place-text-private.h"
#include "exchange/ocop-import-values.h"

/* The lowest class that is recognised (article 3.3 of 26/2026/QĐ-TTg: one and two stars have no decision). */
#define LEAST_CLASS 3

/* What stands before the point in the name of a field. */
typedef enum
{
  SLOT_UNIT,
  SLOT_PRODUCER,
  SLOT_PRODUCT,
  SLOT_RECOGNITION,
  SLOT_RECOGNITION1,
  SLOT_RECOGNITION2,
  N_SLOTS
} Slot;

static const struct
{
  const char *prefix, *kind;
} slots[N_SLOTS] = {
  [SLOT_UNIT] = { "unit", "unit" },
  [SLOT_PRODUCER] = { "producer", "producer" },
  [SLOT_PRODUCT] = { "product", "product" },
  [SLOT_RECOGNITION] = { "recognition", "recognition" },
  [SLOT_RECOGNITION1] = { "recognition1", "recognition" },
  [SLOT_RECOGNITION2] = { "recognition2", "recognition" },
};

static const char * const place_fields[] = {
  [OCOP_IMPORT_PROVINCE] = "locality.province",
  [OCOP_IMPORT_DISTRICT] = "locality.district",
  [OCOP_IMPORT_COMMUNE] = "locality.commune",
};

typedef struct
{
  OcopRecord *records[N_SLOTS];
  GPtrArray *messages;
  /* The cell under way. */
  OcopRecord *record;
  const OcopField *field;
  const char *text;
  guint column;
} Reading;

static void
message_free (gpointer data)
{
  OcopImportMessage *message = data;

  g_free (message->text);
  g_free (message);
}

GPtrArray *
ocop_import_messages_new (void)
{
  return g_ptr_array_new_with_free_func (message_free);
}

void
ocop_import_say (GPtrArray        *messages,
                 OcopImportSaying  saying,
                 guint             column,
                 const char       *format,
                 ...)
{
  OcopImportMessage *message = g_new0 (OcopImportMessage, 1);
  va_list arguments;

  message->saying = saying;
  message->column = column;
  va_start (arguments, format);
  message->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (messages, message);
}

gboolean
ocop_import_has_said (const GPtrArray  *messages,
                      OcopImportSaying  saying)
{
  for (guint i = 0; i < messages->len; i++)
    if (((const OcopImportMessage *) messages->pdata[i])->saying == saying)
      return TRUE;
  return FALSE;
}

static void
say_unread (const Reading *reading)
{
  ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_ODD, reading->column,
                   /* Translators: a field's title, what stands in the cell */
                   _("%s: “%s” is not understood and stays unknown"), _(reading->field->title), reading->text);
}

static void
read_plain (Reading *reading)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (ocop_field_parse (reading->field, reading->text, &value, &error))
    ocop_record_set (reading->record, reading->field->name, &value);
  else
    ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_WRONG, reading->column, "%s", error->message);
}

static void
read_date (Reading *reading)
{
  OcopDate date;

  if (ocop_import_parse_date (reading->text, &date))
    ocop_record_set_date (reading->record, reading->field->name, date);
  else
    read_plain (reading);
}

static void
read_class (Reading *reading)
{
  gint64 stars;

  if (ocop_import_parse_class (reading->text, &stars) && stars >= LEAST_CLASS)
    ocop_record_set_integer (reading->record, "class", stars);
  else
    ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_WRONG, reading->column,
                     _("“%s” is not a class that is recognised: 3, 4 or 5 stars"), reading->text);
  if (strstr (reading->text, "iềm năng") != NULL)
    ocop_record_set_text (reading->record, "outcome", "potential5");
}

static void
read_outcome (Reading *reading)
{
  const char *outcome, *ending;

  if (!ocop_import_parse_outcome (reading->text, &outcome, &ending))
    {
      ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_WRONG, reading->column,
                       _("“%s” does not say that the product is recognised"), reading->text);
      return;
    }
  /* A class "5 sao tiềm năng" beside the status "công nhận" stays a potential one. */
  if (ocop_record_get_text (reading->record, "outcome") == NULL)
    ocop_record_set_text (reading->record, "outcome", outcome);
  ocop_record_set_text (reading->record, "ending", ending);
}

/* A key that one of the parsers found, else one of the field's choices as people write them. */
static void
read_choice (Reading    *reading,
             const char *key)
{
  if (key == NULL)
    key = ocop_field_choice_key (reading->field, reading->text);
  if (key != NULL)
    ocop_record_set_text (reading->record, reading->field->name, key);
  else
    say_unread (reading);
}

static void
read_gender (Reading *reading)
{
  read_choice (reading, ocop_import_parse_gender (reading->text));
}

static void
read_recognition_kind (Reading *reading)
{
  gboolean whole;

  read_choice (reading, ocop_import_parse_recognition_kind (reading->text, &whole));
}

static void
read_producer_kind (Reading *reading)
{
  read_choice (reading, ocop_import_parse_producer_kind (reading->text));
}

static void
read_set (Reading *reading)
{
  g_autofree char *code = ocop_import_parse_set (reading->text);

  if (code != NULL)
    ocop_record_set_text (reading->record, "criteria_set", code);
  else
    say_unread (reading);
}

static void
read_decision (Reading *reading)
{
  g_autofree char *number = NULL;
  OcopDate date;

  ocop_import_parse_decision (reading->text, &number, &date);
  ocop_record_set_text (reading->record, "decision_number", number);
  if (ocop_date_is_known (date) && ocop_record_get_text (reading->record, "decision_date") == NULL)
    ocop_record_set_date (reading->record, "decision_date", date);
}

/* The kind and the score often stand in the note; a note that says nothing else is not kept. */
static void
read_note (Reading *reading)
{
  gboolean only_kind, only_score;
  const char *kind = ocop_import_parse_recognition_kind (reading->text, &only_kind);
  gint64 score;

  if (kind != NULL && ocop_record_get_text (reading->record, "kind") == NULL)
    ocop_record_set_text (reading->record, "kind", kind);
  if (ocop_import_find_score (reading->text, &score, &only_score)
      && ocop_record_get (reading->record, "score")->type == OCOP_VALUE_UNKNOWN)
    ocop_record_set_integer (reading->record, "score", score);
  if (!only_kind && !only_score)
    read_plain (reading);
}

static void
read_unit_name (Reading *reading)
{
  g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (reading->text);

  ocop_record_set_text (reading->record, "name", unit.name);
  if (unit.type != NULL)
    ocop_record_set_text (reading->record, "type", unit.type);
  if (unit.level != NULL && ocop_record_get_text (reading->record, "level") == NULL)
    ocop_record_set_text (reading->record, "level", unit.level);
}

/* "xã" is a level as good as "commune". */
static void
read_unit_level (Reading *reading)
{
  g_autofree char *named = g_strconcat (reading->text, " x", NULL);
  g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (named);

  read_choice (reading, unit.level);
}

/* Cells that are written in more ways than their field's type says. */
static const struct
{
  const char *kind, *field;
  void (*read) (Reading *reading);
} readers[] = {
  { "unit", "name", read_unit_name },
  { "unit", "level", read_unit_level },
  { "producer", "kind", read_producer_kind },
  { "producer", "representative_gender", read_gender },
  { "product", "criteria_set", read_set },
  { "recognition", "class", read_class },
  { "recognition", "outcome", read_outcome },
  { "recognition", "kind", read_recognition_kind },
  { "recognition", "decision_number", read_decision },
  { "recognition", "note", read_note },
};

static void
read_cell (Reading *reading)
{
  const OcopKind *kind = ocop_record_get_kind (reading->record);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].field, reading->field->name) == 0 && strcmp (readers[i].kind, kind->name) == 0)
      {
        readers[i].read (reading);
        return;
      }
  if (reading->field->type == OCOP_FIELD_DATE)
    read_date (reading);
  else
    read_plain (reading);
}

/* Points @reading at the record and the field that @name means; FALSE for places, which are no fields. */
static gboolean
aim (Reading    *reading,
     const char *name)
{
  gsize length = strcspn (name, ".");

  for (guint slot = 0; slot < N_SLOTS; slot++)
    if (strlen (slots[slot].prefix) == length && strncmp (slots[slot].prefix, name, length) == 0)
      {
        reading->record = reading->records[slot];
        reading->field = ocop_kind_find_field (ocop_record_get_kind (reading->record), name + length + 1);
        return TRUE;
      }
  return FALSE;
}

static void
read_row (Reading                 *reading,
          const OcopSheetHeading  *heading,
          const OcopImportMapping *mapping,
          guint                    row)
{
  for (const OcopImportField *field = ocop_import_fields (ocop_import_mapping_get_kind (mapping)); field->name != NULL; field++)
    {
      reading->text = ocop_import_mapping_get_text (mapping, row, field->name);
      reading->column = ocop_import_mapping_get (mapping, field->name);
      if (reading->text == NULL)
        continue;
      if (ocop_sheet_get_cell_type (heading->sheet, row, reading->column) == OCOP_CELL_ERROR
          || ocop_import_is_cell_error (reading->text))
        ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_WRONG, reading->column,
                         _("The cell holds an error of the spreadsheet: %s"), reading->text);
      else if (aim (reading, field->name))
        read_cell (reading);
    }
}

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
               Reading          *reading)
{
  gint64 stars = ocop_record_get_integer (current, "class", 0);

  if (stars != 0 && stars != ocop_record_get_integer (latest, "class", 0))
    ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
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
             Reading         *reading)
{
  OcopRecord *first = reading->records[SLOT_RECOGNITION1], *second = reading->records[SLOT_RECOGNITION2];

  if (is_recognition (first))
    {
      ocop_record_set_text (first, "kind", "first");
      g_ptr_array_add (draft->recognitions, g_steal_pointer (&reading->records[SLOT_RECOGNITION1]));
    }
  if (is_recognition (second))
    {
      gboolean higher = ocop_record_get_integer (second, "class", 0) > ocop_record_get_integer (first, "class", 5);

      ocop_record_set_text (second, "kind", higher ? "upgrade" : "again");
      g_ptr_array_add (draft->recognitions, g_steal_pointer (&reading->records[SLOT_RECOGNITION2]));
    }
}

static void
finish_recognition (OcopRecord *recognition,
                    Reading    *reading)
{
  if (ocop_record_get_text (recognition, "outcome") == NULL)
    ocop_record_set_text (recognition, "outcome", "recognised");
  if (g_str_equal (ocop_record_get_text (recognition, "outcome"), "potential5")
      && ocop_record_get_integer (recognition, "class", 0) != 5)
    {
      ocop_import_say (reading->messages, OCOP_IMPORT_SAYS_ODD, OCOP_IMPORT_NO_COLUMN,
                       _("Potential 5 stars with a class of %d stars: taken as recognised with that class"),
                       (int) ocop_record_get_integer (recognition, "class", 0));
      ocop_record_set_text (recognition, "outcome", "recognised");
    }
}

static void
collect_recognitions (OcopImportDraft         *draft,
                      Reading                 *reading,
                      const OcopImportMapping *mapping)
{
  OcopRecord *current = reading->records[SLOT_RECOGNITION];
  const char *outcome = ocop_record_get_text (current, "outcome");
  guint column = ocop_import_mapping_get (mapping, "recognition.decision_date");

  if (!is_recognition (current) && g_strcmp0 (outcome, "potential5") == 0)
    ocop_record_set_integer (current, "class", 5);
  collect_two (draft, reading);
  if (draft->recognitions->len > 0)
    merge_current (draft->recognitions->pdata[draft->recognitions->len - 1], current, reading);
  else if (is_recognition (current))
    g_ptr_array_add (draft->recognitions, g_steal_pointer (&reading->records[SLOT_RECOGNITION]));
  else
    ocop_record_set_text (draft->product, "note", ocop_record_get_text (current, "note"));
  for (guint i = 0; i < draft->recognitions->len; i++)
    {
      finish_recognition (draft->recognitions->pdata[i], reading);
      check_dates (draft->recognitions->pdata[i], draft->recognitions->len > 1 ? OCOP_IMPORT_NO_COLUMN : column,
                   reading->messages);
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

static void
guess_producer_kind (OcopImportDraft *draft)
{
  const char *name = ocop_record_get_text (draft->producer, "name");

  if (name == NULL || ocop_record_get_text (draft->producer, "kind") != NULL)
    return;
  ocop_record_set_text (draft->producer, "kind", ocop_import_parse_producer_kind (name));
  draft->kind_is_guessed = TRUE;
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
  Reading reading = { .messages = messages };

  for (guint slot = 0; slot < N_SLOTS; slot++)
    reading.records[slot] = ocop_record_new (ocop_kind_find (slots[slot].kind), NULL);
  draft->recognitions = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  read_row (&reading, heading, mapping, row->row);
  draft->unit = g_steal_pointer (&reading.records[SLOT_UNIT]);
  draft->producer = g_steal_pointer (&reading.records[SLOT_PRODUCER]);
  draft->product = g_steal_pointer (&reading.records[SLOT_PRODUCT]);
  read_places (draft, heading, mapping, row);
  guess_producer_kind (draft);
  collect_recognitions (draft, &reading, mapping);
  check_recognitions (draft, messages);
  draft->day = find_day (draft);
  for (guint slot = 0; slot < N_SLOTS; slot++)
    g_clear_pointer (&reading.records[slot], ocop_record_free);
  return draft;
}

void
ocop_import_draft_free (OcopImportDraft *draft)
{
  if (draft == NULL)
    return;
  for (guint level = 0; level < OCOP_IMPORT_N_LEVELS; level++)
    g_free (draft->places[level]);
  g_clear_pointer (&draft->unit, ocop_record_free);
  g_clear_pointer (&draft->producer, ocop_record_free);
  g_clear_pointer (&draft->product, ocop_record_free);
  g_clear_pointer (&draft->recognitions, g_ptr_array_unref);
  g_free (draft);
}
