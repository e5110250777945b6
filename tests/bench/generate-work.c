/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generate-work.h"

#include "generate-private.h"

#include "plan/ocop-indicator.h"
#include "plan/ocop-plan-changes.h"
#include "register/ocop-records.h"

#define RECORDS_PER_CHANGE 20000

guint
pick (Work  *work,
      guint  n)
{
  return (guint) g_rand_int_range (work->random, 0, (gint32) n);
}

static const char *
any (Work      *work,
     GPtrArray *ids)
{
  return ids->pdata[pick (work, ids->len)];
}

static const char *
any_word (Work               *work,
          const char * const *words)
{
  return words[pick (work, g_strv_length ((GStrv) words))];
}

void
commit (Work *work)
{
  if (work->error == NULL)
    ocop_register_commit (work->reg, work->change, &work->error);
  ocop_change_free (work->change);
  work->change = ocop_change_new ("generate", "generated");
  work->n_added = 0;
}

char *
add (Work       *work,
     const char *kind,
     ...)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find (kind), NULL);
  const char *field;
  va_list arguments;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      if (!ocop_field_parse (ocop_kind_find_field (ocop_kind_find (kind), field), va_arg (arguments, const char *), &value, &work->error))
        g_error ("%s.%s: %s", kind, field, work->error->message);
      ocop_record_set (record, field, &value);
    }
  va_end (arguments);
  ocop_change_add (work->change, record);
  if (++work->n_added == RECORDS_PER_CHANGE)
    commit (work);
  return g_strdup (ocop_record_get_id (record));
}

const char *
day_in (Work  *work,
        int    year,
        guint  from,
        guint  until,
        char   text[OCOP_DATE_TEXT_SIZE])
{
  return ocop_date_to_text (ocop_date_new (year, (int) (from + pick (work, until - from + 1)), 1 + (int) pick (work, 28)), text);
}

static char *
number_text (Work  *work,
             guint  n)
{
  return g_strdup_printf ("%u", 1 + pick (work, n));
}

static void
move (Work       *work,
      const char *dossier,
      const char *step,
      const char *day)
{
  g_free (add (work, "dossier_move", "dossier", dossier, "step", step, "moved_on", day, NULL));
}

/* How far a dossier came: each word is a step with the months in which it is taken. */
static const struct { const char *step; guint from, until; } way[] = {
  { "idea", 1, 3 }, { "commune-received", 4, 6 }, { "province-received", 7, 7 }, { "complete", 8, 8 },
  { "council", 9, 9 }, { "scored", 10, 10 }, { "forwarded", 11, 11 },
};

static void
add_dossier (Work       *work,
             const char *product,
             int         year)
{
  static const char * const kinds[] = { "first", "upgrade", "again", NULL };
  guint first = pick (work, 2), last = MAX (first, pick (work, G_N_ELEMENTS (way)));
  g_autofree char *class = g_strdup_printf ("%u", 3 + pick (work, 3));
  g_autofree char *set = g_strdup_printf ("QD26-%02u", 1 + pick (work, 26)), *year_text = g_strdup_printf ("%d", year);
  char days[G_N_ELEMENTS (way)][OCOP_DATE_TEXT_SIZE];
  g_autofree char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    day_in (work, year, way[i].from, way[i].until, days[i]);
  id = add (work, "dossier", "name", "Hồ sơ", "product", product, "kind", any_word (work, kinds), "step", way[last].step,
            "step_on", days[last], "criteria_set", set, "expected_class", class, "round_year", year_text,
            "commune_received_on", first <= 1 && last >= 1 ? days[1] : "", "province_received_on", last >= 2 ? days[2] : "",
            "story", pick (work, 2) == 0 ? "1" : "0", "electronic", pick (work, 2) == 0 ? "1" : "0", NULL);
  for (guint i = first; i <= last; i++)
    move (work, id, way[i].step, days[i]);
}

static void
work_on_product (Work       *work,
                 const char *product)
{
  static const char * const channels[] = { "platform", "supermarket", "convenience", "market", NULL };

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    if (pick (work, 10) == 0)
      add_dossier (work, product, year);
  if (pick (work, 2) == 0)
    g_free (add (work, "sales_link", "product", product, "channel", any_word (work, channels), "active", pick (work, 3) > 0 ? "1" : "0", NULL));
}

static void
work_with_producer (Work       *work,
                    const char *producer,
                    int         year)
{
  static const char * const agencies[] = { "industry", "science", "culture", "agriculture", NULL };
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *workers = g_strdup_printf ("%u", 10 + pick (work, 50)), *trained = number_text (work, 9), *money = number_text (work, 900000000);
  char day[OCOP_DATE_TEXT_SIZE], other[OCOP_DATE_TEXT_SIZE];

  g_free (add (work, "producer_year", "producer", producer, "year", year_text, "workers", workers, "trained", trained, NULL));
  if (pick (work, 3) == 0)
    g_free (add (work, "inspection", "name", "Kiểm tra", "producer", producer, "held_on", day_in (work, year, 1, 12, day), NULL));
  if (pick (work, 4) == 0)
    g_free (add (work, "consultation", "producer", producer, "given_on", day_in (work, year, 1, 12, day), "topic", "Lập hồ sơ", NULL));
  if (pick (work, 4) == 0)
    g_free (add (work, "communication", "producer", producer, "received_on", day_in (work, year, 1, 12, day), "topic", "Kế hoạch năm", NULL));
  if (pick (work, 20) == 0)
    g_free (add (work, "support", "name", "Hỗ trợ", "agency", any_word (work, agencies), "producer", producer,
                 "granted_on", day_in (work, year, 1, 10, day), "granted", money, "paid_on", day_in (work, year, 11, 12, other), "paid", money, NULL));
}

static void
hold_course (Work *work,
             int   year)
{
  static const char * const kinds[] = { "official", "producer", "other", NULL };
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *course = add (work, "course", "name", "Lớp tập huấn", "state", pick (work, 5) > 0 ? "held" : "planned",
                                 "held_on", day_in (work, year, 1, 12, day), NULL);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Học viên %u", pick (work, 400));
      const char *kind = any_word (work, kinds);

      g_free (add (work, "trainee", "course", course, "name", name, "kind", kind, "absent", pick (work, 9) == 0 ? "1" : "",
                   "producer", *kind == 'p' ? any (work, work->producers) : "", NULL));
    }
}

static void
hold_event (Work *work,
            int   year)
{
  static const char * const types[] = { "fair", "forum", "international-forum", "online", NULL };
  static const char * const dealings[] = { "shown", "negotiated", "memorandum", "contract", NULL };
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *event = add (work, "event", "name", "Hội chợ", "type", any_word (work, types), "held_on", day_in (work, year, 1, 12, day), NULL);

  for (guint i = pick (work, 3) * 20; i > 0; i--)
    g_free (add (work, "participation", "event", event, "producer", any (work, work->producers), "product", any (work, work->products),
                 "dealing", any_word (work, dealings), NULL));
}

static void
hold_sessions (Work *work)
{
  g_autofree char *province = add (work, "council", "name", "Hội đồng tỉnh", "kind", "council", "level", "province", NULL);
  char day[OCOP_DATE_TEXT_SIZE];

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (guint round = 1; round <= 2; round++)
      {
        g_autofree char *number = g_strdup_printf ("%u", round);

        g_free (add (work, "session", "council", province, "name", "Kỳ họp", "state", "planned", "round_number", number,
                     "held_on", day_in (work, year, round * 5, round * 5 + 1, day), NULL));
      }
  for (guint i = 0; i < work->units->len; i++)
    {
      g_autofree char *local = add (work, "council", "name", "Hội đồng xã", "kind", "council", "level", "commune", "unit", work->units->pdata[i], NULL);

      g_free (add (work, "session", "council", local, "name", "Kỳ họp", "state", "planned", "held_on", day_in (work, LAST_YEAR, 6, 8, day), NULL));
    }
}

static void
add_chains_and_sites (Work *work)
{
  static const char * const types[] = { "ordinary", "circular", "green", NULL };
  static const char * const funding[] = { "target-programme", "province", NULL };
  char day[OCOP_DATE_TEXT_SIZE], other[OCOP_DATE_TEXT_SIZE];

  for (guint i = 0; i < work->units->len * 3; i++)
    {
      g_autofree char *chain = add (work, "value_chain", "name", "Chuỗi", "type", any_word (work, types), "unit", any (work, work->units),
                                    "funding", any_word (work, funding), "started_on", day_in (work, FIRST_YEAR + (int) pick (work, 5), 1, 12, day),
                                    "ended_on", pick (work, 9) == 0 ? day_in (work, LAST_YEAR + 1, 1, 2, other) : "", NULL);

      g_free (add (work, "value_chain_member", "chain", chain, "product", any (work, work->products), NULL));
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *site = add (work, "tourism_site", "name", "Điểm du lịch", "unit", any (work, work->units), "certified", pick (work, 2) == 0 ? "1" : "0", NULL);

      if (pick (work, 3) > 0)
        g_free (add (work, "support", "name", "Hỗ trợ", "agency", "culture", "site", site, "granted_on", day_in (work, 2025, 1, 12, day), NULL));
    }
}

static GPtrArray *
read_ids (OcopReader *reader,
          const char *kind,
          const char *field,
          const char *value)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (field != NULL)
    ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, NULL);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_ptr_array_add (ids, g_strdup (ocop_rows_get_text (rows, i, 0)));
  return ids;
}

static gpointer
read_all (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Work *work = data;

  work->units = read_ids (reader, "unit", "level", "commune");
  work->producers = read_ids (reader, "producer", NULL, NULL);
  work->products = read_ids (reader, "product", NULL, NULL);
  return work;
}

/* Each target that sets a number sets 10 of its unit, one for every locality 1, a day the last of November. */
static gpointer
make_targets (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(OcopIndicators) indicators = ocop_indicators_read (reader, error);
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; indicators != NULL && i < ocop_indicators_get_n (indicators); i++)
    g_strv_builder_add (codes, ocop_indicators_get (indicators, i)->code);
  all = g_strv_builder_end (codes);
  return indicators != NULL ? ocop_plan_add_targets (reader, data, (const char * const *) all, error) : NULL;
}

static gpointer
set_numbers (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GPtrArray) targets = ocop_records_load (reader, "target", "plan", data, "place", error);
  OcopChange *change = targets != NULL ? ocop_change_new ("generate", "generated") : NULL;

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      g_autoptr(OcopRecord) after = ocop_record_copy (targets->pdata[i]);

      ocop_record_set_integer (after, "value", g_strcmp0 (ocop_record_get_text (after, "operator"), "each-at-least") == 0 ? 100 : 1000);
      ocop_record_set_date (after, "by_day", ocop_date_new (LAST_YEAR, 11, 30));
      ocop_change_edit (change, targets->pdata[i], after);
    }
  return change;
}

static gboolean
make (OcopRegister  *reg,
      OcopReadFunc   read,
      char          *plan,
      GError       **error)
{
  g_autoptr(OcopChange) change = ocop_register_read (reg, read, plan, error);

  return change != NULL && ocop_register_commit (reg, change, error);
}

gboolean
generate_work (OcopRegister  *reg,
               GError       **error)
{
  Work work = { reg };
  g_autofree char *plan = NULL;

  if (ocop_register_read (reg, read_all, &work, error) == NULL)
    return FALSE;
  work.random = g_rand_new_with_seed (work.products->len);
  work.change = ocop_change_new ("generate", "generated");
  hold_sessions (&work);
  add_chains_and_sites (&work);
  for (guint i = 0; i < work.products->len; i++)
    work_on_product (&work, work.products->pdata[i]);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      for (guint i = 0; i < work.producers->len; i++)
        work_with_producer (&work, work.producers->pdata[i], year);
      for (guint i = 0; i < 12; i++)
        hold_course (&work, year);
      for (guint i = 0; i < 12; i++)
        hold_event (&work, year);
    }
  plan = add (&work, "plan", "name", "Kế hoạch năm 2026", "year", "2026", "state", "draft", NULL);
  commit (&work);
  generate_sheets (&work);
  commit (&work);
  ocop_change_free (work.change);
  g_rand_free (work.random);
  g_ptr_array_unref (work.units);
  g_ptr_array_unref (work.producers);
  g_ptr_array_unref (work.products);
  if (work.error != NULL)
    g_propagate_error (error, work.error);
  return work.error == NULL && make (reg, make_targets, plan, error) && make (reg, set_numbers, plan, error);
}
