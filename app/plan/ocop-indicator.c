/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-indicator.h"

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-json-reader.h"

#define FILE_NAME "plan/indicators.json"
/* A year that own indicators are tried with. */
#define TRIAL_YEAR 2026

struct _OcopIndicators
{
  GPtrArray *all;             /* OcopIndicator, which other sets may hold too */
  GHashTable *by_code;
  GHashTable *faults;         /* code of an own one that cannot be used → what is wrong with it, and where */
  GHashTable *areas;          /* kind → path to the locality of one of its records */
  gboolean potential_counts;  /* the office counts potential 5 stars into its total */
  GHashTable *queries;        /* template and days, as text → OcopQuery: a plan wants all it counts, and then counts each */
};

static const char * const parts[OCOP_N_INDICATOR_PARTS] = { "part", "whole", "coming", "ending" };
static const char * const aims[] = { "number", "money", "share", "pair", "classes", "each", "day", "day-each", NULL };

static void
indicator_clear (OcopIndicator *self)
{
  g_free (self->code);
  g_free (self->section);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->counted);
  for (guint i = 0; i < OCOP_N_INDICATOR_PARTS; i++)
    g_free (self->parts[i]);
}

static void
indicator_unref (OcopIndicator *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) indicator_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopIndicator, indicator_unref)

void
ocop_indicators_free (OcopIndicators *self)
{
  g_hash_table_unref (self->queries);
  g_hash_table_unref (self->areas);
  g_hash_table_unref (self->faults);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->all);
  g_free (self);
}

gboolean
ocop_indicator_has (const OcopIndicator *self,
                    OcopIndicatorPart    part)
{
  return self->parts[part] != NULL;
}

gboolean
ocop_indicator_is_of_day (const OcopIndicator *self)
{
  return strstr (self->parts[OCOP_INDICATOR_PART], "{from}") == NULL;
}

/* Reading */

/* What another indicator says, under a code and perhaps a title of its own. */
static void
read_as (OcopIndicator        *self,
         OcopJsonReader       *reader,
         const OcopIndicators *indicators,
         char                 *as)
{
  const OcopIndicator *other = ocop_indicators_find (indicators, as);

  g_free (as);
  if (other == NULL)
    {
      ocop_json_reader_fail (reader, "as", _("no indicator before it has this code"));
      return;
    }
  self->section = g_strdup (other->section);
  self->title = ocop_json_reader_opt_text (reader, "title");
  if (self->title == NULL)
    self->title = g_strdup (other->title);
  self->unit = g_strdup (other->unit);
  self->counted = g_strdup (other->counted);
  self->aim = other->aim;
  for (guint i = 0; i < OCOP_N_INDICATOR_PARTS; i++)
    self->parts[i] = g_strdup (other->parts[i]);
}

static gboolean
needs (const OcopIndicator *self,
       OcopIndicatorPart    part)
{
  return part == OCOP_INDICATOR_PART ||
         (part == OCOP_INDICATOR_WHOLE && (self->aim == OCOP_AIM_SHARE || self->aim == OCOP_AIM_PAIR));
}

static OcopIndicator *
read_indicator (OcopJsonReader       *reader,
                const OcopIndicators *indicators)
{
  OcopIndicator *self = g_atomic_rc_box_new0 (OcopIndicator);

  self->code = ocop_json_reader_text (reader, "code");
  if (ocop_json_reader_has (reader, "as"))
    {
      read_as (self, reader, indicators, ocop_json_reader_text (reader, "as"));
      return self;
    }
  self->section = ocop_json_reader_text (reader, "section");
  self->title = ocop_json_reader_text (reader, "title");
  self->unit = ocop_json_reader_text (reader, "unit");
  self->counted = ocop_json_reader_text (reader, "counted");
  self->aim = ocop_json_reader_choice (reader, "aim", aims);
  self->coverage = ocop_json_reader_flag (reader, "coverage");
  for (guint i = 0; i < OCOP_N_INDICATOR_PARTS; i++)
    if (needs (self, i) || ocop_json_reader_has (reader, parts[i]))
      self->parts[i] = ocop_json_reader_object (reader, parts[i]);
  return self;
}

static void
forget (OcopIndicators *self,
        const char     *code)
{
  OcopIndicator *former = code != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;

  if (former != NULL)
    {
      g_hash_table_remove (self->by_code, former->code);
      g_ptr_array_remove (self->all, former);
    }
}

/* Takes @indicator; of two of one code the later counts, which is the office's own. */
static void
add (OcopIndicators *self,
     OcopIndicator  *indicator)
{
  forget (self, indicator->code);
  g_ptr_array_add (self->all, indicator);
  if (indicator->code != NULL)
    g_hash_table_insert (self->by_code, indicator->code, indicator);
}

static void
read_areas (OcopIndicators *self,
            OcopJsonReader *reader)
{
  g_autoptr(GPtrArray) kinds = NULL;

  ocop_json_reader_enter (reader, "areas");
  kinds = ocop_json_reader_names (reader);
  for (guint i = 0; i < kinds->len; i++)
    g_hash_table_insert (self->areas, g_strdup (g_ptr_array_index (kinds, i)),
                         ocop_json_reader_text (reader, g_ptr_array_index (kinds, i)));
  ocop_json_reader_leave (reader);
}

/* Of none yet. */
static OcopIndicators *
indicators_new (GHashTable *areas)
{
  OcopIndicators *self = g_new0 (OcopIndicators, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) indicator_unref);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->areas = g_hash_table_ref (areas);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_query_free);
  self->potential_counts = TRUE;
  return self;
}

static OcopIndicators *
load_shipped (void)
{
  g_autoptr(GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_data_lookup (FILE_NAME, &error);
  g_autoptr(OcopJsonReader) reader = bytes != NULL ? ocop_json_reader_new (bytes, FILE_NAME) : NULL;
  OcopIndicators *self = indicators_new (areas);
  guint n;

  if (reader == NULL)
    g_error ("%s: %s", FILE_NAME, error->message);
  read_areas (self, reader);
  n = ocop_json_reader_enter_array (reader, "indicators");
  for (guint i = 0; i < n; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      add (self, read_indicator (reader, self));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  if (!ocop_json_reader_finish (reader, &error))
    g_error ("%s: %s", FILE_NAME, error->message);
  return self;
}

/* Those that are shipped are read once; whoever puts an office's own to them has a set of his own. (transfer full) */
static OcopIndicators *
new_of_shipped (void)
{
  static gsize loaded = 0;
  const OcopIndicators *shipped;
  OcopIndicators *self;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_shipped ());
  shipped = (const OcopIndicators *) loaded;
  self = indicators_new (shipped->areas);
  for (guint i = 0; i < shipped->all->len; i++)
    add (self, g_atomic_rc_box_acquire (shipped->all->pdata[i]));
  return self;
}

static gboolean
suits_model (const OcopIndicators  *self,
             const OcopIndicator   *indicator,
             GError               **error)
{
  OcopPeriod period = ocop_period_new (ocop_period_find_rule (NULL), OCOP_PERIOD_YEAR, TRIAL_YEAR, 0);

  for (guint part = 0; part < OCOP_N_INDICATOR_PARTS; part++)
    if (ocop_indicator_has (indicator, part))
      {
        g_autoptr(OcopQuery) query = ocop_indicators_query (self, indicator, part, period, period.until, NULL, error);

        if (query == NULL)
          {
            g_prefix_error (error, "$.%s: ", parts[part]);
            return FALSE;
          }
      }
  return TRUE;
}

/* A faulty one counts nothing, nor does the shipped one in whose place it was put; the others are none the worse. */
static void
add_own (OcopIndicators *self,
         const char     *code,
         const char     *definition)
{
  g_autoptr(GBytes) bytes = g_bytes_new (definition, definition != NULL ? strlen (definition) : 0);
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, code);
  g_autoptr(OcopIndicator) indicator = read_indicator (reader, self);
  g_autoptr(GError) error = NULL;

  if (ocop_json_reader_finish (reader, &error) && suits_model (self, indicator, &error))
    {
      add (self, g_steal_pointer (&indicator));
      return;
    }
  forget (self, code);
  g_hash_table_insert (self->faults, g_strdup (code), g_strdup (error->message));
}

OcopIndicators *
ocop_indicators_read (OcopReader  *reader,
                      GError     **error)
{
  static const char * const columns[] = { "code", "definition", NULL };
  g_autoptr(OcopIndicators) self = new_of_shipped ();
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = ocop_query_new ("own_indicator");
  g_autoptr(OcopRows) rows = NULL;

  if (office == NULL)
    return NULL;
  self->potential_counts = ocop_record_get_integer (office, "potential_in_total", 1) != 0;
  ocop_query_order_by (query, "code", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    add_own (self, ocop_rows_get_text (rows, i, 0), ocop_rows_get_text (rows, i, 1));
  return rows != NULL ? g_steal_pointer (&self) : NULL;
}

guint
ocop_indicators_get_n (const OcopIndicators *self)
{
  return self->all->len;
}

const OcopIndicator *
ocop_indicators_get (const OcopIndicators *self,
                     guint                 place)
{
  return g_ptr_array_index (self->all, place);
}

const OcopIndicator *
ocop_indicators_find (const OcopIndicators *self,
                      const char           *code)
{
  return code != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;
}

const char *
ocop_indicators_get_fault (const OcopIndicators *self,
                           const char           *code)
{
  return code != NULL ? g_hash_table_lookup (self->faults, code) : NULL;
}

/* Asking */

static void
put_day (GString    *text,
         const char *mark,
         OcopDate    day)
{
  char buffer[OCOP_DATE_TEXT_SIZE];

  g_string_replace (text, mark, ocop_date_to_text (day, buffer), 0);
}

/* "{year}", "{year-3}" */
static void
put_years (GString *text,
           guint    year)
{
  for (guint back = 0; back < 10; back++)
    {
      g_autofree char *mark = back == 0 ? g_strdup ("{year}") : g_strdup_printf ("{year-%u}", back);
      g_autofree char *number = g_strdup_printf ("%04u", year - back);

      g_string_replace (text, mark, number, 0);
    }
}

static OcopQuery *
read_query (const OcopIndicators  *self,
            const char            *template,
            OcopPeriod             period,
            OcopDate               until,
            OcopDate               on,
            GError               **error)
{
  GString *text = g_string_new (template);
  g_autofree char *json = NULL;

  put_day (text, "{from}", period.from);
  put_day (text, "{until}", until);
  put_day (text, "{before}", ocop_date_add_days (period.from, -1));
  put_day (text, "{next}", ocop_date_add_days (on, 1));
  put_years (text, period.year);
  g_string_replace (text, "\"{counted}\"", self->potential_counts ? "\"valid\",\"extended\",\"potential5\"" : "\"valid\",\"extended\"", 0);
  json = g_string_free (text, FALSE);
  return ocop_query_from_json (json, error);
}

/* What tells queries of one template apart. */
static char *
name_query (const char *template,
            OcopPeriod  period,
            OcopDate    until,
            OcopDate    on)
{
  char from_text[OCOP_DATE_TEXT_SIZE], until_text[OCOP_DATE_TEXT_SIZE], on_text[OCOP_DATE_TEXT_SIZE];

  return g_strdup_printf ("%u %s %s %s %s", period.year, ocop_date_to_text (period.from, from_text),
                          ocop_date_to_text (until, until_text), ocop_date_to_text (on, on_text), template);
}

static OcopQuery *
make_query (const OcopIndicators  *self,
            const char            *template,
            OcopPeriod             period,
            OcopDate               until,
            OcopDate               on,
            GError               **error)
{
  g_autofree char *name = name_query (template, period, until, on);
  OcopQuery *query = g_hash_table_lookup (self->queries, name);

  if (query == NULL)
    {
      query = read_query (self, template, period, until, on, error);
      if (query == NULL)
        return NULL;
      g_hash_table_insert (self->queries, g_steal_pointer (&name), query);
    }
  return ocop_query_copy (query);
}

OcopQuery *
ocop_indicators_query (const OcopIndicators  *self,
                       const OcopIndicator   *indicator,
                       OcopIndicatorPart      part,
                       OcopPeriod             period,
                       OcopDate               on,
                       const char            *unit,
                       GError               **error)
{
  /* Who looks back at an earlier day does not see what came after it; what is foreseen reaches to the end. */
  gboolean foresees = part == OCOP_INDICATOR_COMING || part == OCOP_INDICATOR_ENDING;
  OcopDate until = !foresees && ocop_date_compare (on, period.until) < 0 ? on : period.until;
  OcopQuery *query = make_query (self, indicator->parts[part], period, until, on, error);
  const char *area;

  if (query == NULL)
    {
      g_prefix_error (error, "%s: ", indicator->code);
      return NULL;
    }
  ocop_query_set_on (query, on);
  area = g_hash_table_lookup (self->areas, ocop_query_get_kind (query)->name);
  if (unit != NULL && area != NULL)
    ocop_query_where (query, area, OCOP_OPERATOR_WITHIN, unit, NULL);
  return query;
}

gboolean
ocop_indicators_group_by_locality (const OcopIndicators *self,
                                   OcopQuery            *query)
{
  const char *area = g_hash_table_lookup (self->areas, ocop_query_get_kind (query)->name);

  if (area != NULL)
    ocop_query_group_by (query, area, NULL);
  return area != NULL;
}

/* An office's own */

OcopRecord *
ocop_indicator_take (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autoptr(OcopIndicators) shipped = new_of_shipped ();
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, name);
  g_autoptr(OcopIndicator) indicator = read_indicator (reader, shipped);
  g_autofree char *definition = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  OcopRecord *record;

  if (!ocop_json_reader_finish (reader, error) || !suits_model (shipped, indicator, error))
    return NULL;
  record = ocop_record_new (ocop_kind_find ("own_indicator"), NULL);
  ocop_record_set_text (record, "code", indicator->code);
  ocop_record_set_text (record, "name", indicator->title);
  ocop_record_set_text (record, "definition", definition);
  return record;
}
