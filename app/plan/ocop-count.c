/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-count.h"

#define HUNDREDTHS 100
#define HUNDREDTHS_OF_PERCENT 10000

struct _OcopCounter
{
  OcopReader *reader;
  const OcopIndicators *indicators;
  char *unit;
  GHashTable *answers;        /* OcopQuery → OcopRows */
  GHashTable *wanted;         /* OcopQuery: to be asked with the next one that is not answered */
  OcopLocalities *localities; /* (nullable) on the day @localities_on */
  OcopDate localities_on;
};

static void
line_free (OcopCountLine *line)
{
  g_free (line->key);
  g_free (line->label);
  g_free (line);
}

void
ocop_count_free (OcopCount *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

OcopCounter *
ocop_counter_new (OcopReader           *reader,
                  const OcopIndicators *indicators,
                  const char           *unit)
{
  OcopCounter *self = g_new0 (OcopCounter, 1);

  self->reader = reader;
  self->indicators = indicators;
  self->unit = g_strdup (unit);
  self->answers = g_hash_table_new_full (ocop_query_hash, ocop_query_equal, (GDestroyNotify) ocop_query_free, (GDestroyNotify) ocop_rows_unref);
  self->wanted = g_hash_table_new_full (ocop_query_hash, ocop_query_equal, (GDestroyNotify) ocop_query_free, NULL);
  return self;
}

void
ocop_counter_free (OcopCounter *self)
{
  g_clear_pointer (&self->localities, ocop_localities_free);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->wanted);
  g_free (self->unit);
  g_free (self);
}

/* Takes @query. */
static void
want (OcopCounter *self,
      OcopQuery   *query)
{
  if (g_hash_table_contains (self->answers, query))
    ocop_query_free (query);
  else
    g_hash_table_add (self->wanted, query);
}

/* All that is wanted, together. */
static gboolean
ask_wanted (OcopCounter  *self,
            GError      **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new ();
  g_autoptr(GPtrArray) answers = NULL;
  GHashTableIter iter;
  gpointer query;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &query, NULL))
    g_ptr_array_add (queries, query);
  answers = ocop_reader_survey (self->reader, queries, error);
  if (answers == NULL)
    return FALSE;
  g_hash_table_steal_all (self->wanted);
  for (guint i = 0; i < answers->len; i++)
    g_hash_table_insert (self->answers, queries->pdata[i], ocop_rows_ref (answers->pdata[i]));
  return TRUE;
}

/* (transfer none) */
static const OcopRows *
ask (OcopCounter      *self,
     const OcopQuery  *query,
     GError          **error)
{
  const OcopRows *rows = g_hash_table_lookup (self->answers, query);

  if (rows != NULL)
    return rows;
  want (self, ocop_query_copy (query));
  return ask_wanted (self, error) ? g_hash_table_lookup (self->answers, query) : NULL;
}

gboolean
ocop_counter_want (OcopCounter          *self,
                   const OcopIndicator  *indicator,
                   OcopPeriod            period,
                   OcopDate              on,
                   const OcopPeriod     *forecast,
                   GError              **error)
{
  for (guint part = 0; part < (forecast != NULL ? OCOP_N_INDICATOR_PARTS : OCOP_INDICATOR_COMING); part++)
    if (ocop_indicator_has (indicator, part))
      {
        OcopQuery *query = ocop_indicators_query (self->indicators, indicator, part, part < OCOP_INDICATOR_COMING ? period : *forecast, on,
                                                  self->unit, error);

        if (query == NULL)
          return FALSE;
        want (self, query);
      }
  return TRUE;
}

/* @number: 0 where the indicator has no such part. */
static gboolean
count_part (OcopCounter          *self,
            const OcopIndicator  *indicator,
            OcopIndicatorPart     part,
            OcopPeriod            period,
            OcopDate              on,
            gint64               *number,
            GError              **error)
{
  g_autoptr(OcopQuery) query = NULL;
  const OcopRows *rows;

  *number = 0;
  if (!ocop_indicator_has (indicator, part))
    return TRUE;
  query = ocop_indicators_query (self->indicators, indicator, part, period, on, self->unit, error);
  rows = query != NULL ? ask (self, query, error) : NULL;
  if (rows != NULL)
    *number = ocop_rows_get_integer (rows, 0, 0);
  return rows != NULL;
}

/* One number or day. */
static gboolean
count_one (OcopCounter          *self,
           OcopCount            *count,
           const OcopIndicator  *indicator,
           const OcopQuery      *query,
           GError              **error)
{
  const OcopRows *rows = ask (self, query, error);

  if (rows == NULL)
    return FALSE;
  count->part = ocop_rows_get_integer (rows, 0, 0);
  count->known = TRUE;
  if (indicator->aim == OCOP_AIM_SHARE)
    {
      count->known = count->whole != 0;
      count->figure = count->known ? count->part * HUNDREDTHS_OF_PERCENT / count->whole : 0;
    }
  else if (indicator->aim == OCOP_AIM_DAY)
    count->known = ocop_rows_get_text (rows, 0, 0) != NULL && ocop_date_parse (ocop_rows_get_text (rows, 0, 0), &count->day);
  else
    count->figure = count->part * HUNDREDTHS;
  return TRUE;
}

static OcopCountLine *
add_line (OcopCount  *count,
          const char *key,
          const char *label)
{
  OcopCountLine *line = g_new0 (OcopCountLine, 1);

  line->key = g_strdup (key);
  line->label = g_strdup (label);
  g_ptr_array_add (count->lines, line);
  return line;
}

static gboolean
count_classes (OcopCounter      *self,
               OcopCount        *count,
               const OcopQuery  *query,
               GError          **error)
{
  const OcopRows *rows = ask (self, query, error);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopCountLine *line = add_line (count, ocop_rows_get_text (rows, i, 0), ocop_rows_get_text (rows, i, 1));

      line->number = ocop_rows_get_integer (rows, i, 2);
      count->part += line->number;
    }
  count->figure = count->part * HUNDREDTHS;
  count->known = TRUE;
  return rows != NULL;
}

static gboolean
need_localities (OcopCounter  *self,
                 OcopDate      on,
                 GError      **error)
{
  if (self->localities != NULL && ocop_date_compare (self->localities_on, on) == 0)
    return TRUE;
  g_clear_pointer (&self->localities, ocop_localities_free);
  self->localities_on = on;
  self->localities = ocop_localities_read (self->reader, self->unit, on, error);
  return self->localities != NULL;
}

static void
add_to_line (OcopCountLine   *line,
             const OcopValue *value)
{
  OcopDate day;

  if (value->type == OCOP_VALUE_INTEGER)
    line->number += value->integer;
  else if (value->text != NULL && ocop_date_parse (value->text, &day) && ocop_date_compare (day, line->day) > 0)
    line->day = day;
}

/* The least of them; of days the latest, unknown as long as one has none. */
static void
settle_each (OcopCount *count,
             OcopAim    aim)
{
  count->known = count->lines->len > 0;
  for (guint i = 0; i < count->lines->len; i++)
    {
      const OcopCountLine *line = g_ptr_array_index (count->lines, i);

      if (aim == OCOP_AIM_DAY_EACH)
        {
          count->part += ocop_date_is_known (line->day);
          count->known &= ocop_date_is_known (line->day);
          if (ocop_date_compare (line->day, count->day) > 0)
            count->day = line->day;
        }
      else
        count->part = i == 0 ? line->number : MIN (count->part, line->number);
    }
  count->whole = aim == OCOP_AIM_DAY_EACH ? count->lines->len : 0;
  count->figure = count->part * HUNDREDTHS;
}

static gboolean
count_each (OcopCounter      *self,
            OcopCount        *count,
            OcopAim           aim,
            const OcopQuery  *query,
            OcopDate          on,
            GError          **error)
{
  const OcopRows *rows = need_localities (self, on, error) ? ask (self, query, error) : NULL;
  guint place;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_localities_get_n (self->localities); i++)
    add_line (count, ocop_localities_get_id (self->localities, i), ocop_localities_get_name (self->localities, i));
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_localities_find (self->localities, ocop_rows_get_text (rows, i, 0), &place))
      add_to_line (g_ptr_array_index (count->lines, place), ocop_rows_get (rows, i, 2));
  settle_each (count, aim);
  return TRUE;
}

OcopCount *
ocop_counter_count (OcopCounter          *self,
                    const OcopIndicator  *indicator,
                    OcopPeriod            period,
                    OcopDate              on,
                    GError              **error)
{
  g_autoptr(OcopQuery) query = ocop_indicators_query (self->indicators, indicator, OCOP_INDICATOR_PART, period, on, self->unit, error);
  g_autoptr(OcopCount) count = g_new0 (OcopCount, 1);
  gboolean counted;

  count->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (query == NULL || !count_part (self, indicator, OCOP_INDICATOR_WHOLE, period, on, &count->whole, error))
    return NULL;
  if (indicator->aim == OCOP_AIM_CLASSES)
    counted = count_classes (self, count, query, error);
  else if (indicator->aim == OCOP_AIM_EACH || indicator->aim == OCOP_AIM_DAY_EACH)
    counted = count_each (self, count, indicator->aim, query, on, error);
  else
    counted = count_one (self, count, indicator, query, error);
  return counted ? g_steal_pointer (&count) : NULL;
}

gboolean
ocop_counter_forecast (OcopCounter          *self,
                       const OcopIndicator  *indicator,
                       const OcopCount      *count,
                       OcopPeriod            period,
                       OcopDate              on,
                       gint64               *figure,
                       GError              **error)
{
  gint64 coming, ending;

  if (!count_part (self, indicator, OCOP_INDICATOR_COMING, period, on, &coming, error) ||
      !count_part (self, indicator, OCOP_INDICATOR_ENDING, period, on, &ending, error))
    return FALSE;
  *figure = count->figure + (coming - ending) * HUNDREDTHS;
  return TRUE;
}
