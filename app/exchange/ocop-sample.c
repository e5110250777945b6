/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-sample.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"
#include "exchange/ocop-workbook.h"
#include "law/ocop-deadline.h"

/* Each after the ones that it links to. */
static const struct
{
  const char *file;
  const char *kind;
} files[] = {
  { "units", "unit" },
  { "office", "office" },
  { "producers", "producer" },
  { "products", "product" },
  { "recognitions", "recognition" },
  { "certificates", "certificate" },
  { "sales_links", "sales_link" },
  { "product_years", "product_year" },
  { "producer_years", "producer_year" },
  { "councils", "council" },
  { "council_members", "council_member" },
  { "dossiers", "dossier" },
  { "dossier_moves", "dossier_move" },
  { "dossier_documents", "dossier_document" },
  { "assignments", "assignment" },
  { "visits", "visit" },
  { "visit_products", "visit_product" },
  { "extra_tests", "extra_test" },
  { "sessions", "session" },
  { "session_moves", "session_move" },
  { "attendances", "attendance" },
  { "session_products", "session_product" },
  { "recusals", "recusal" },
  { "sheets", "sheet" },
  { "decisions", "decision" },
  { "decision_lines", "decision_line" },
  { "plans", "plan" },
  { "targets", "target" },
  { "tasks", "task" },
  { "budget_lines", "budget_line" },
  { "plan_products", "plan_product" },
  { "inspections", "inspection" },
  { "inspection_points", "inspection_point" },
  { "courses", "course" },
  { "trainees", "trainee" },
  { "events", "event" },
  { "participations", "participation" },
  { "supports", "support" },
  { "consultations", "consultation" },
  { "communications", "communication" },
  { "sales_points", "sales_point" },
  { "support_programmes", "support_programme" },
  { "value_chains", "value_chain" },
  { "value_chain_members", "value_chain_member" },
  { "tourism_sites", "tourism_site" },
};

/* From this day on the Ministry has its present name. */
static const OcopDate ministry_renamed = { 2025, 3, 1 };

typedef struct
{
  OcopDate today;
  OcopDate day;           /* the last one of the row so far; today where there is none */
  OcopChange *change;
  GHashTable *ids;        /* key or code → id */
  GHashTable *districts;  /* id of a unit → the district it lay in; id of a product → that of its unit */
  char *province;         /* "tỉnh Thực Hành" */
} Sample;

static void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->change, ocop_change_free);
  g_clear_pointer (&sample->ids, g_hash_table_unref);
  g_clear_pointer (&sample->districts, g_hash_table_unref);
  g_free (sample->province);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* Counted from today; "03-15" is of this year. */
static OcopDate
read_day (Sample     *sample,
          const char *text)
{
  if (strlen (text) == strlen ("03-15") && text[2] == '-')
    sample->day = ocop_date_new (sample->today.year, atoi (text), atoi (text + 3));
  else
    sample->day = ocop_date_add_days (sample->today, (int) g_ascii_strtoll (text, NULL, 10));
  return sample->day;
}

/* Article 5: that of a proposal made on @day. */
static void
set_round (OcopRecord *record,
           OcopDate    day)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), day);
  OcopRoundDays days;

  if (book == NULL || !ocop_law_round_of (book, OCOP_LEVEL_PROVINCE, day, &days))
    return;
  ocop_record_set_integer (record, "round_year", days.year);
  ocop_record_set_integer (record, "round_number", days.round->number);
}

/* What a heading that is no field's says. */
static gboolean
set_special (Sample      *sample,
             OcopRecord  *record,
             const char  *heading,
             const char  *text)
{
  if (g_str_equal (heading, "key"))
    {
      g_hash_table_insert (sample->ids, g_strdup (text), g_strdup (ocop_record_get_id (record)));
      return TRUE;
    }
  if (g_str_equal (heading, "former_district"))
    {
      g_autofree char *note = g_strdup_printf ("Thuộc %s đến 30/06/2025", text);

      ocop_record_set_text (record, "note", note);
      g_hash_table_insert (sample->districts, g_strdup (ocop_record_get_id (record)), g_strdup (text));
      return TRUE;
    }
  if (g_str_equal (heading, "years_ago"))
    ocop_record_set_integer (record, "year", sample->today.year - g_ascii_strtoll (text, NULL, 10));
  else if (g_str_equal (heading, "round_on"))
    set_round (record, read_day (sample, text));
  else if (g_str_equal (heading, "on"))
    read_day (sample, text);
  else
    return FALSE;
  return TRUE;
}

static void
set_text (const Sample    *sample,
          OcopRecord      *record,
          const OcopField *field,
          const char      *text)
{
  GString *filled = g_string_new (text);
  g_autofree char *year = g_strdup_printf ("%d", sample->day.year);

  g_string_replace (filled, "{year}", year, 0);
  ocop_record_set_text (record, field->name, filled->str);
  g_string_free (filled, TRUE);
}

static gboolean
set_link (const Sample     *sample,
          OcopRecord       *record,
          const OcopField  *field,
          const char       *text,
          GError          **error)
{
  const char *id = g_hash_table_lookup (sample->ids, text);

  if (id == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("%s: there is no “%s”"), _(field->title), text);
  else
    ocop_record_set_text (record, field->name, id);
  return id != NULL;
}

static gboolean
set_cell (Sample      *sample,
          OcopRecord  *record,
          const char  *heading,
          const char  *text,
          GError     **error)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), heading);
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (text == NULL || set_special (sample, record, heading, text))
    return TRUE;
  if (field == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("There is no field “%s”"), heading);
      return FALSE;
    }
  switch (field->type)
    {
    case OCOP_FIELD_LINK:
      return set_link (sample, record, field, text, error);
    case OCOP_FIELD_DATE:
      ocop_record_set_date (record, field->name, read_day (sample, text));
      return TRUE;
    case OCOP_FIELD_TEXT:
      set_text (sample, record, field, text);
      return TRUE;
    default:
      break;
    }
  if (!ocop_field_parse (field, text, &value, error))
    return FALSE;
  ocop_record_set (record, field->name, &value);
  return TRUE;
}

/* Whoever the rules of that day had decide on the class; potential 5 stars are the province's. */
static char *
dup_issuer (const Sample     *sample,
            const OcopRecord *recognition)
{
  OcopDate day = ocop_record_get_date (recognition, "decision_date");
  gboolean potential = g_strcmp0 (ocop_record_get_text (recognition, "outcome"), "potential5") == 0;
  const char *district = g_hash_table_lookup (sample->districts, ocop_record_get_text (recognition, "product"));
  OcopLevel level;

  if (!ocop_date_is_known (day))
    day = ocop_date_new ((int) ocop_record_get_integer (recognition, "year", 0), 0, 0);
  level = ocop_law_recognised_by (ocop_law_get_default (), (guint) ocop_record_get_integer (recognition, "class", 0), day);
  if (level == OCOP_LEVEL_CENTRE && !potential)
    return g_strdup (ocop_date_compare (day, ministry_renamed) < 0 ? "Bộ Nông nghiệp và Phát triển nông thôn"
                                                                   : "Bộ Nông nghiệp và Môi trường");
  if (level == OCOP_LEVEL_DISTRICT && district != NULL)
    return g_strconcat ("UBND ", district, NULL);
  return g_strconcat ("UBND ", sample->province, NULL);
}

/* What later rows lead back to. */
static void
remember_unit (Sample           *sample,
               const OcopRecord *unit)
{
  const char *code = ocop_record_get_text (unit, "code");

  g_hash_table_insert (sample->ids, g_strdup (code), g_strdup (ocop_record_get_id (unit)));
  if (g_strcmp0 (ocop_record_get_text (unit, "level"), "province") == 0 && sample->province == NULL)
    sample->province = g_strdup_printf ("%s %s", ocop_record_get_text (unit, "type"), ocop_record_get_text (unit, "name"));
}

/* What is to come is not done yet, on whatever day of the year that is. */
static void
finish_task (const Sample *sample,
             OcopRecord   *task)
{
  gboolean to_come = ocop_date_compare (ocop_record_get_date (task, "begins_on"), sample->today) > 0;

  if (g_strcmp0 (ocop_record_get_text (task, "state"), "done") != 0 && !to_come)
    return;
  if (ocop_date_compare (ocop_record_get_date (task, "due_on"), sample->today) < 0)
    return;
  ocop_record_set_text (task, "state", to_come ? "planned" : "under-way");
  ocop_record_set_date (task, "done_on", OCOP_DATE_UNKNOWN);
  ocop_record_set_text (task, "evidence", NULL);
}

static void
finish_record (Sample     *sample,
               OcopRecord *record)
{
  const char *kind = ocop_record_get_kind (record)->name;

  if (g_str_equal (kind, "unit"))
    remember_unit (sample, record);
  else if (g_str_equal (kind, "product"))
    {
      const char *unit = ocop_record_get_text (record, "unit");
      const char *district = unit != NULL ? g_hash_table_lookup (sample->districts, unit) : NULL;

      g_hash_table_insert (sample->districts, g_strdup (ocop_record_get_id (record)), g_strdup (district));
    }
  else if (g_str_equal (kind, "recognition"))
    {
      g_autofree char *issuer = dup_issuer (sample, record);

      ocop_record_set_text (record, "issuer", issuer);
    }
  else if (g_str_equal (kind, "task"))
    finish_task (sample, record);
  else if (g_str_equal (kind, "session_product"))
    ocop_record_set_text (record, "law_book", ocop_law_get_id (ocop_law_get_default ()));
}

static gboolean
add_row (Sample           *sample,
         const OcopKind   *kind,
         const OcopSheet  *sheet,
         guint             row,
         GError          **error)
{
  g_autoptr(OcopRecord) record = ocop_record_new (kind, NULL);

  sample->day = sample->today;
  for (guint i = 0; i < ocop_sheet_get_n_columns (sheet); i++)
    if (!set_cell (sample, record, ocop_sheet_get_text (sheet, 0, i), ocop_sheet_get_text (sheet, row, i), error))
      return FALSE;
  finish_record (sample, record);
  if (!ocop_record_check (record, NULL, error))
    return FALSE;
  ocop_change_add (sample->change, record);
  return TRUE;
}

static gboolean
add_file (Sample      *sample,
          const char  *file,
          const char  *kind,
          GError     **error)
{
  g_autofree char *name = g_strdup_printf ("sample/practice/%s.csv", file);
  g_autoptr(GBytes) bytes = ocop_data_lookup (name, error);
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autofree char *text = NULL;
  const OcopSheet *sheet;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  workbook = ocop_workbook_new_from_text (text, name, error);
  if (workbook == NULL)
    return FALSE;
  sheet = ocop_workbook_get_sheet (workbook, 0);
  for (guint row = 1; row < ocop_sheet_get_n_rows (sheet); row++)
    if (!add_row (sample, ocop_kind_find (kind), sheet, row, error))
      {
        g_prefix_error (error, "%s, %u: ", name, ocop_sheet_get_row_number (sheet, row));
        return FALSE;
      }
  return TRUE;
}

/* The change that adds all of the practice province; its days are counted back from @today. */
static OcopChange *
build_change (OcopDate   today,
              GError   **error)
{
  g_auto(Sample) sample = {
    .today = today,
    .change = ocop_change_new (OCOP_CHANGE_SET_UP, _("Fill in the practice province")),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!add_file (&sample, files[i].file, files[i].kind, error))
      return NULL;
  ocop_change_keep_law (sample.change, ocop_law_get_default (), FALSE);
  return g_steal_pointer (&sample.change);
}

gboolean
ocop_sample_fill (OcopRegister  *reg,
                  GError       **error)
{
  g_autoptr(OcopChange) change = build_change (ocop_date_today (), error);

  return change != NULL && ocop_register_commit (reg, change, error);
}
