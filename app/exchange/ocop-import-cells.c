/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-cells-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-choice-words-private.h"
#include "exchange/ocop-import-lost-zeros-private.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-values.h"
#include "plan/ocop-goal.h"

/* The lowest class that is recognised (article 3.3 of 26/2026/QĐ-TTg: one and two stars have no decision). */
#define LEAST_CLASS 3

static const struct
{
  const char *prefix, *kind;
} slots[OCOP_IMPORT_SLOT_WORK] = {
  [OCOP_IMPORT_SLOT_UNIT] = { "unit", "unit" },
  [OCOP_IMPORT_SLOT_PRODUCER] = { "producer", "producer" },
  [OCOP_IMPORT_SLOT_PRODUCT] = { "product", "product" },
  [OCOP_IMPORT_SLOT_RECOGNITION] = { "recognition", "recognition" },
  [OCOP_IMPORT_SLOT_RECOGNITION1] = { "recognition1", "recognition" },
  [OCOP_IMPORT_SLOT_RECOGNITION2] = { "recognition2", "recognition" },
};

void
ocop_import_cells_init (OcopImportCells *cells,
                        const OcopKind  *work,
                        GPtrArray       *messages)
{
  *cells = (OcopImportCells) { .messages = messages };
  for (guint slot = 0; slot < OCOP_IMPORT_SLOT_WORK; slot++)
    cells->records[slot] = ocop_record_new (ocop_kind_find (slots[slot].kind), NULL);
  if (work != NULL)
    cells->records[OCOP_IMPORT_SLOT_WORK] = ocop_record_new (work, NULL);
}

static const char *
get_heading (const OcopImportCells *cells)
{
  for (guint i = 0; i < cells->heading->columns->len; i++)
    if (g_array_index (cells->heading->columns, OcopHeadingColumn, i).column == cells->column)
      return g_array_index (cells->heading->columns, OcopHeadingColumn, i).text;
  return "";
}

void
ocop_import_cells_clear (OcopImportCells *cells)
{
  for (guint slot = 0; slot < OCOP_IMPORT_N_SLOTS; slot++)
    g_clear_pointer (&cells->records[slot], ocop_record_free);
}

static void
say_unread (const OcopImportCells *cells)
{
  ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_ODD, cells->column,
                   /* Translators: a field's title, what stands in the cell */
                   _("%s: “%s” is not understood and stays unknown"), _(cells->field->title), cells->text);
}

static void
read_plain (OcopImportCells *cells)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (ocop_field_parse (cells->field, cells->text, &value, &error))
    ocop_record_set (cells->record, cells->field->name, &value);
  else
    ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_WRONG, cells->column, "%s", error->message);
}

static void
read_date (OcopImportCells *cells)
{
  OcopDate date;

  if (ocop_import_parse_date (cells->text, &date))
    ocop_record_set_date (cells->record, cells->field->name, date);
  else
    read_plain (cells);
}

/* When a task is to be done is written in many ways: a quarter says from when and until when, "regularly" no day. */
static void
read_term (OcopImportCells *cells)
{
  gboolean begins = strcmp (cells->field->name, "begins_on") == 0;
  OcopDate date, end;

  if (ocop_import_parse_term (cells->text, !begins, &date))
    {
      ocop_record_set_date (cells->record, cells->field->name, date);
      if (begins && ocop_import_parse_term (cells->text, TRUE, &end))
        ocop_record_set_date (cells->record, "due_on", end);
    }
  else if (ocop_import_parse_date (cells->text, &date))
    ocop_record_set_date (cells->record, cells->field->name, date);
  else
    say_unread (cells);
}

static void
read_class (OcopImportCells *cells)
{
  gint64 stars;

  if (ocop_import_parse_class (cells->text, &stars) && stars >= LEAST_CLASS)
    ocop_record_set_integer (cells->record, "class", stars);
  else
    ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_WRONG, cells->column,
                     _("“%s” is not a class that is recognised: 3, 4 or 5 stars"), cells->text);
  if (strstr (cells->text, "iềm năng") != NULL)
    ocop_record_set_text (cells->record, "outcome", "potential5");
}

static void
read_expected_class (OcopImportCells *cells)
{
  gint64 stars;

  if (ocop_import_parse_class (cells->text, &stars))
    ocop_record_set_integer (cells->record, "expected_class", stars);
  else
    read_plain (cells);
}

/* How many đồng one is, by the words after the number. */
static const struct
{
  const char *words;
  gint64 scale;
} money_units[] = {
  { "|d|dong|vnd|", 1 },
  { "|nghin|nghin dong|ngan|ngan dong|", 1000 },
  { "|trieu|trieu dong|tr|trd|tr d|", 1000000 },
  { "|ty|ty dong|ti|ti dong|", 1000000000 },
};

/* 0 where no money is counted so. */
static gint64
find_unit (const char *unit)
{
  g_autofree char *sought = g_strconcat ("|", unit, "|", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (money_units); i++)
    if (strstr (money_units[i].words, sought) != NULL)
      return money_units[i].scale;
  return 0;
}

/* Words that only sound like those of sums: "Công ty", "Tỷ lệ", "Ngân sách". */
static gboolean
is_other_word (const char * const *words,
               guint               i)
{
  const char *next = words[i + 1];

  return (i > 0 && strcmp (words[i - 1], "cong") == 0) || g_strcmp0 (next, "le") == 0 || g_strcmp0 (next, "trong") == 0 ||
         (strcmp (words[i], "ngan") == 0 && g_strcmp0 (next, "dong") != 0);
}

/* "Kinh phí (triệu đồng)", "Giá trị (tỷ)" */
static gint64
find_heading_scale (const OcopImportCells *cells)
{
  g_autofree char *folded = ocop_text_fold (get_heading (cells));
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 scale = strlen (words[i]) > 1 && !is_other_word ((const char * const *) words, i) ? find_unit (words[i]) : 0;

      if (scale > 1)
        return scale;
    }
  return strstr (folded, "1000") != NULL || strstr (folded, "1 000") != NULL ? 1000 : 1;
}

/* Of which the number in the cell tells how many; what stands after the number is believed before the heading. */
static gint64
find_scale (const OcopImportCells *cells,
            const char            *unit)
{
  if (cells->field->type != OCOP_FIELD_MONEY)
    return cells->field->type == OCOP_FIELD_HUNDREDTHS ? 100 : 1;
  return *unit != '\0' ? find_unit (unit) : find_heading_scale (cells);
}

/* A number of the spreadsheet, or one that people wrote: "1.250,5 triệu đồng". */
static gboolean
parse_figure (const OcopImportCells *cells,
              double                *figure)
{
  g_autofree char *text = g_strdup (cells->text);
  gsize length = strspn (text, "0123456789.,-");
  char *end;

  if (ocop_sheet_get_cell_type (cells->heading->sheet, cells->row, cells->column) == OCOP_CELL_NUMBER)
    {
      *figure = g_ascii_strtod (text, &end);
      return *end == '\0';
    }
  if (length == 0 || (text[length] != '\0' && cells->field->type != OCOP_FIELD_MONEY))
    return FALSE;
  text[length] = '\0';
  for (char *from = text, *to = text; ; from++)
    if (*from != '.' && (*to++ = *from == ',' ? '.' : *from) == '\0')
      break;
  *figure = g_ascii_strtod (text, &end);
  return *end == '\0';
}

/* "1,2" of a column that does not say of what: no sum has a fraction of a đồng, but for what a formula leaves. */
static gboolean
is_cut_off (double figure,
            gint64 scale)
{
  return scale == 1 && ABS (figure) < 1000 && figure != (double) (gint64) figure;
}

/* Whole đồng and hundredths, as the field holds them. */
static void
read_amount (OcopImportCells *cells)
{
  g_autofree char *unit = ocop_text_fold (cells->text + strspn (cells->text, "0123456789.,- "));
  g_auto(OcopValue) plain = OCOP_VALUE_INIT;
  gint64 scale = find_scale (cells, unit);
  g_autofree char *share = cells->field->type == OCOP_FIELD_HUNDREDTHS && g_str_has_suffix (cells->text, "%")
                             ? g_strndup (cells->text, strlen (cells->text) - 1) : NULL;
  double figure;

  /* What the field itself understands is taken as it does. */
  if (ocop_sheet_get_cell_type (cells->heading->sheet, cells->row, cells->column) != OCOP_CELL_NUMBER
      && (scale == 1 || cells->field->type == OCOP_FIELD_HUNDREDTHS) && ocop_field_parse (cells->field, share != NULL ? share : cells->text, &plain, NULL))
    ocop_record_set (cells->record, cells->field->name, &plain);
  else if (scale > 0 && parse_figure (cells, &figure) && ABS (figure) * (double) scale < 1e15 && !is_cut_off (figure, scale))
    ocop_record_set_integer (cells->record, cells->field->name, (gint64) (figure * (double) scale + (figure < 0 ? -0.5 : 0.5)));
  else
    read_plain (cells);
}

/* A number, or words that say more of what is set; a column for how it is set is believed before them. */
static void
read_goal (OcopImportCells *cells)
{
  g_auto(OcopValue) plain = OCOP_VALUE_INIT;
  g_autofree char *told = g_strdup (ocop_record_get_text (cells->record, "operator"));

  if (ocop_field_parse (cells->field, cells->text, &plain, NULL))
    read_amount (cells);
  else if (ocop_goal_take (cells->record, cells->text))
    {
      if (told != NULL)
        ocop_record_set_text (cells->record, "operator", told);
    }
  else
    ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_WRONG, cells->column,
                     /* Translators: what stands in the cell */
                     _("“%s” is not understood as what a target sets: write 25, 25–30, at least 9, each commune at least 2 or by 20/11/2026"),
                     cells->text);
}

static void
read_outcome (OcopImportCells *cells)
{
  const char *outcome, *ending;

  if (!ocop_import_parse_outcome (cells->text, &outcome, &ending))
    {
      ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_WRONG, cells->column,
                       _("“%s” does not say that the product is recognised"), cells->text);
      return;
    }
  /* A class "5 sao tiềm năng" beside the status "công nhận" stays a potential one. */
  if (ocop_record_get_text (cells->record, "outcome") == NULL)
    ocop_record_set_text (cells->record, "outcome", outcome);
  ocop_record_set_text (cells->record, "ending", ending);
}

/* What people would not call the same is said. */
static void
say_read_as (const OcopImportCells *cells,
             const char            *title)
{
  if (!ocop_text_same (cells->text, title))
    ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_NOTE, cells->column,
                     /* Translators: what stands in the cell, what the program takes it for */
                     _("“%s” is taken as “%s”"), cells->text, title);
}

/* What an office calls one of the choices where the program says another thing is noted at the row. */
static void
read_any_choice (OcopImportCells *cells)
{
  const char *key = ocop_import_read_choice (ocop_record_get_kind (cells->record), cells->field, cells->text);

  if (key == NULL)
    {
      read_plain (cells);
      return;
    }
  ocop_record_set_text (cells->record, cells->field->name, key);
  if (ocop_field_choice_key (cells->field, cells->text) == NULL)
    say_read_as (cells, ocop_field_choice_title (cells->field, key));
}

/* A key that one of the parsers found, else one of the field's choices as people write them. */
static const char *
take_choice (OcopImportCells *cells,
             const char      *key)
{
  if (key == NULL)
    key = ocop_field_choice_key (cells->field, cells->text);
  if (key != NULL)
    ocop_record_set_text (cells->record, cells->field->name, key);
  else
    say_unread (cells);
  return key;
}

static void
read_choice (OcopImportCells *cells,
             const char      *parsed)
{
  const char *key = take_choice (cells, parsed);

  if (key != NULL && !ocop_import_says_as_much (cells->text, key))
    say_read_as (cells, ocop_field_choice_title (cells->field, key));
}

static void
read_gender (OcopImportCells *cells)
{
  read_choice (cells, ocop_import_parse_gender (cells->text));
}

static void
read_recognition_kind (OcopImportCells *cells)
{
  gboolean whole;

  read_choice (cells, ocop_import_parse_recognition_kind (cells->text, &whole));
}

static void
read_producer_kind (OcopImportCells *cells)
{
  read_choice (cells, ocop_import_parse_producer_kind (cells->text));
}

static void
read_set (OcopImportCells *cells)
{
  g_autofree char *code = ocop_import_parse_set (cells->text);

  if (code != NULL)
    ocop_record_set_text (cells->record, "criteria_set", code);
  else
    say_unread (cells);
}

static void
read_decision (OcopImportCells *cells)
{
  g_autofree char *number = NULL;
  OcopDate date;

  ocop_import_parse_decision (cells->text, &number, &date);
  ocop_record_set_text (cells->record, "decision_number", number);
  if (ocop_date_is_known (date) && ocop_record_get_text (cells->record, "decision_date") == NULL)
    ocop_record_set_date (cells->record, "decision_date", date);
}

/* The kind and the score often stand in the note; a note that says nothing else is not kept. */
static void
read_note (OcopImportCells *cells)
{
  gboolean only_kind, only_score;
  const char *kind = ocop_import_parse_recognition_kind (cells->text, &only_kind);
  gint64 score;

  if (kind != NULL && ocop_record_get_text (cells->record, "kind") == NULL)
    ocop_record_set_text (cells->record, "kind", kind);
  if (ocop_import_find_score (cells->text, &score, &only_score)
      && ocop_record_get (cells->record, "score")->type == OCOP_VALUE_UNKNOWN)
    ocop_record_set_integer (cells->record, "score", score);
  if (!only_kind && !only_score)
    read_plain (cells);
}

static void
read_phone (OcopImportCells *cells)
{
  g_autofree char *restored = ocop_import_restore_phone (cells->text);

  if (restored == NULL)
    {
      read_plain (cells);
      return;
    }
  ocop_record_set_text (cells->record, "phone", restored);
  ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_NOTE, cells->column,
                   /* Translators: a phone number */
                   _("read as %s: a spreadsheet drops the leading 0"), restored);
}

/* Taken with the 0 put back, but there are no rules that make it certain. */
static void
read_tax_code (OcopImportCells *cells)
{
  g_autofree char *restored = ocop_import_restore_tax_code (cells->text);

  if (restored == NULL)
    {
      read_plain (cells);
      return;
    }
  ocop_record_set_text (cells->record, "tax_code", restored);
  ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_ODD, cells->column,
                   /* Translators: both are tax codes */
                   _("“%s” has 9 digits, one too few: read as %s"), cells->text, restored);
}

static void
read_unit_name (OcopImportCells *cells)
{
  g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (cells->text);

  ocop_record_set_text (cells->record, "name", unit.name);
  if (unit.type != NULL)
    ocop_record_set_text (cells->record, "type", unit.type);
  if (unit.level != NULL && ocop_record_get_text (cells->record, "level") == NULL)
    ocop_record_set_text (cells->record, "level", unit.level);
}

/* "xã" is a level as good as "commune". */
static void
read_unit_level (OcopImportCells *cells)
{
  g_autofree char *named = g_strconcat (cells->text, " x", NULL);
  g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (named);

  take_choice (cells, unit.level);
}

/* Cells that are written in more ways than their field's type says. */
static const struct
{
  const char *kind, *field;
  void (*read) (OcopImportCells *cells);
} readers[] = {
  { "unit", "name", read_unit_name },
  { "unit", "level", read_unit_level },
  { "producer", "kind", read_producer_kind },
  { "producer", "phone", read_phone },
  { "producer", "tax_code", read_tax_code },
  { "producer", "representative_gender", read_gender },
  { "product", "criteria_set", read_set },
  { "trainee", "gender", read_gender },
  { "trainee", "phone", read_phone },
  { "plan_product", "criteria_set", read_set },
  { "plan_product", "expected_class", read_expected_class },
  { "plan_product", "kind", read_recognition_kind },
  { "target", "value", read_goal },
  { "task", "begins_on", read_term },
  { "task", "due_on", read_term },
  { "recognition", "class", read_class },
  { "recognition", "outcome", read_outcome },
  { "recognition", "kind", read_recognition_kind },
  { "recognition", "decision_number", read_decision },
  { "recognition", "note", read_note },
};

static void
read_cell (OcopImportCells *cells)
{
  const OcopKind *kind = ocop_record_get_kind (cells->record);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].field, cells->field->name) == 0 && strcmp (readers[i].kind, kind->name) == 0)
      {
        readers[i].read (cells);
        return;
      }
  if (cells->field->type == OCOP_FIELD_LINK)
    return; /* its record is sought when all of the row is read */
  if (cells->field->type == OCOP_FIELD_DATE)
    read_date (cells);
  else if (cells->field->type == OCOP_FIELD_MONEY || cells->field->type == OCOP_FIELD_HUNDREDTHS)
    read_amount (cells);
  else if (cells->field->type == OCOP_FIELD_CHOICE)
    read_any_choice (cells);
  else
    read_plain (cells);
}

static gboolean
is_of_slot (const OcopImportCells *cells,
            guint                  slot,
            const char            *name,
            gsize                  length)
{
  const OcopRecord *record = cells->records[slot];
  const char *prefix;

  if (record == NULL)
    return FALSE;
  prefix = slot == OCOP_IMPORT_SLOT_WORK ? ocop_record_get_kind (record)->name : slots[slot].prefix;
  return strlen (prefix) == length && strncmp (prefix, name, length) == 0;
}

/* Points @reading at the record and the field that @name means; FALSE for places, which are no fields. */
static gboolean
aim (OcopImportCells *cells,
     const char      *name)
{
  gsize length = strcspn (name, ".");

  for (guint slot = 0; slot < OCOP_IMPORT_N_SLOTS; slot++)
    if (is_of_slot (cells, slot, name, length))
      {
        cells->record = cells->records[slot];
        cells->field = ocop_kind_find_field (ocop_record_get_kind (cells->record), name + length + 1);
        return TRUE;
      }
  return FALSE;
}

void
ocop_import_cells_read (OcopImportCells         *cells,
                        const OcopSheetHeading  *heading,
                        const OcopImportMapping *mapping,
                        guint                    row)
{
  cells->heading = heading;
  cells->row = row;
  for (const OcopImportField *field = ocop_import_fields (ocop_import_mapping_get_kind (mapping)); field->name != NULL; field++)
    {
      cells->text = ocop_import_mapping_get_text (mapping, row, field->name);
      cells->column = ocop_import_mapping_get (mapping, field->name);
      if (cells->text == NULL)
        continue;
      if ((cells->column != OCOP_IMPORT_NO_COLUMN && ocop_sheet_get_cell_type (heading->sheet, row, cells->column) == OCOP_CELL_ERROR)
          || ocop_import_is_cell_error (cells->text))
        ocop_import_say (cells->messages, OCOP_IMPORT_SAYS_WRONG, cells->column,
                         _("The cell holds an error of the spreadsheet: %s"), cells->text);
      else if (aim (cells, field->name))
        read_cell (cells);
    }
}
