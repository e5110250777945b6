/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-due.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"
#include "law/ocop-law.h"

static const struct
{
  const char *name;
  const char *title;
} states[] = {
  [OCOP_DUE_UPCOMING] = { "upcoming", N_("Not yet to be handed in") },
  [OCOP_DUE_OPEN] = { "open", N_("To be handed in now") },
  [OCOP_DUE_CLOSING] = { "closing", N_("Last days for handing in") },
  [OCOP_DUE_OVER] = { "over", N_("Time for handing in is over") },
  [OCOP_DUE_FILED] = { "filed", N_("Dossier handed in") },
  [OCOP_DUE_NO_WINDOW] = { "no-window", N_("No time set for handing in") },
  [OCOP_DUE_EXTENDED] = { "extended", N_("Running on (article 12.3)") },
  [OCOP_DUE_EXPIRED] = { "expired", N_("Expired") },
};

/* The longest time by which a window opens before a certificate ends; the law book says the
 * exact one for each certificate. */
#define WINDOW_DAYS_AT_MOST 366

enum
{
  COLUMN_PRODUCT,
  COLUMN_PRODUCT_NAME,
  COLUMN_PRODUCER,
  COLUMN_PRODUCER_NAME,
  COLUMN_PHONE,
  COLUMN_LOCALITY,
  COLUMN_LOCALITY_NAME,
  COLUMN_STAR,
  COLUMN_DECISION_NUMBER,
  COLUMN_DECISION_DATE,
  COLUMN_UNTIL,
  COLUMN_ESTIMATED,
  COLUMN_STATE,
};

static const char * const columns[] = {
  [COLUMN_PRODUCT] = "id",
  [COLUMN_PRODUCT_NAME] = "name",
  [COLUMN_PRODUCER] = "producer",
  [COLUMN_PRODUCER_NAME] = "producer.name",
  [COLUMN_PHONE] = "producer.phone",
  [COLUMN_LOCALITY] = "locality",
  [COLUMN_LOCALITY_NAME] = "locality.name",
  [COLUMN_STAR] = "star",
  [COLUMN_DECISION_NUMBER] = "decision_number",
  [COLUMN_DECISION_DATE] = "decision_date",
  [COLUMN_UNTIL] = "valid_until",
  [COLUMN_ESTIMATED] = "estimated",
  [COLUMN_STATE] = "state",
  NULL
};

const char *
ocop_due_state_name (OcopDueState state)
{
  return states[state].name;
}

const char *
ocop_due_state_title (OcopDueState state)
{
  return _(states[state].title);
}

OcopDueState
ocop_due_state (OcopDate on,
                OcopDate until,
                OcopDate opens,
                OcopDate closes)
{
  if (ocop_date_compare (on, until) > 0)
    return OCOP_DUE_EXPIRED;
  if (!ocop_date_is_day (opens) || !ocop_date_is_day (closes))
    return OCOP_DUE_NO_WINDOW;
  if (ocop_date_compare (on, opens) < 0)
    return OCOP_DUE_UPCOMING;
  if (ocop_date_compare (on, closes) > 0)
    return OCOP_DUE_OVER;
  return ocop_date_days_between (on, closes) <= OCOP_DUE_CLOSING_DAYS ? OCOP_DUE_CLOSING : OCOP_DUE_OPEN;
}

static void
due_free (OcopDue *due)
{
  g_free (due->product);
  g_free (due->product_name);
  g_free (due->producer);
  g_free (due->producer_name);
  g_free (due->phone);
  g_free (due->locality);
  g_free (due->locality_name);
  g_free (due->star);
  g_free (due->decision_number);
  g_free (due);
}

static OcopDate
next_day (const OcopDue *due)
{
  switch (due->state)
    {
    case OCOP_DUE_UPCOMING:
      return due->opens;
    case OCOP_DUE_OPEN:
    case OCOP_DUE_CLOSING:
      return due->closes;
    default:
      return due->until;
    }
}

typedef struct
{
  OcopDate on;
  guint within;
  GPtrArray *dues;
  guint rank;
  GHashTable *filed;  /* ids of products whose dossier is there */
} Collect;

static gboolean
collect_filed (const OcopValue *values,
               gpointer         data)
{
  Collect *collect = data;
  OcopDate received;

  if (!ocop_date_parse (values[1].text, &received) || ocop_date_compare (received, collect->on) <= 0)
    g_hash_table_add (collect->filed, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
find_filed (OcopReader  *reader,
            Collect     *collect,
            GError     **error)
{
  static const char * const filed_columns[] = { "product", "commune_received_on", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");

  ocop_query_where (query, "kind", OCOP_OPERATOR_IS, "again", NULL);
  ocop_query_where (query, "step", OCOP_OPERATOR_IS_NOT, "idea", NULL);
  ocop_records_where_under_way (query);
  return ocop_reader_each (reader, query, filed_columns, collect_filed, collect, error);
}

/* While the certificate holds: what ran out has run out all the same. */
static gboolean
is_filed (const Collect *collect,
          const OcopDue *due)
{
  return due->state <= OCOP_DUE_OVER && g_hash_table_contains (collect->filed, due->product);
}

static OcopDue *
due_new (const OcopValue *values,
         const Collect   *collect)
{
  OcopDue *due = g_new0 (OcopDue, 1);

  due->product = g_strdup (values[COLUMN_PRODUCT].text);
  due->product_name = g_strdup (values[COLUMN_PRODUCT_NAME].text);
  due->producer = g_strdup (values[COLUMN_PRODUCER].text);
  due->producer_name = g_strdup (values[COLUMN_PRODUCER_NAME].text);
  due->phone = g_strdup (values[COLUMN_PHONE].text);
  due->locality = g_strdup (values[COLUMN_LOCALITY].text);
  due->locality_name = g_strdup (values[COLUMN_LOCALITY_NAME].text);
  due->star = g_strdup (values[COLUMN_STAR].text);
  due->decision_number = g_strdup (values[COLUMN_DECISION_NUMBER].text);
  ocop_date_parse (values[COLUMN_DECISION_DATE].text, &due->decision_date);
  ocop_date_parse (values[COLUMN_UNTIL].text, &due->until);
  due->estimated = values[COLUMN_ESTIMATED].integer != 0;
  ocop_law_reevaluation_window (ocop_law_get_default (), due->until, &due->opens, &due->closes);
  due->state = ocop_due_state (collect->on, due->until, due->opens, due->closes);
  if (is_filed (collect, due))
    due->state = OCOP_DUE_FILED;
  if (g_strcmp0 (values[COLUMN_STATE].text, "extended") == 0)
    due->state = OCOP_DUE_EXTENDED;
  due->day = next_day (due);
  return due;
}

static gboolean
collect_due (const OcopValue *values,
             gpointer         data)
{
  Collect *collect = data;
  OcopDue *due = due_new (values, collect);

  due->rank = collect->rank++;
  if (ocop_date_days_between (collect->on, due->day) <= (int) collect->within)
    g_ptr_array_add (collect->dues, due);
  else
    due_free (due);
  return TRUE;
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const OcopDue *due_a = *(OcopDue * const *) a;
  const OcopDue *due_b = *(OcopDue * const *) b;

  return ocop_date_compare (due_a->day, due_b->day);
}

/* Certificates that end neither too long ago nor too late to matter within the days. */
static OcopQuery *
query_certificates (const OcopQuery *base,
                    OcopDate         on,
                    guint            within)
{
  OcopQuery *query = base != NULL ? ocop_query_copy (base) : ocop_query_new ("product");
  char first[OCOP_DATE_TEXT_SIZE], last[OCOP_DATE_TEXT_SIZE];

  ocop_date_to_text (ocop_date_add_days (on, -(int) within), first);
  ocop_date_to_text (ocop_date_add_days (on, (int) within + WINDOW_DAYS_AT_MOST), last);
  ocop_query_set_on (query, on);
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "valid", "extended", "expired", NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN, first, last, NULL);
  ocop_query_clear_order (query);
  ocop_query_order_by (query, "locality", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  return query;
}

GPtrArray *
ocop_due_list (OcopReader       *reader,
               const OcopQuery  *base,
               OcopDate          on,
               guint             within,
               GError          **error)
{
  g_autoptr(GPtrArray) dues = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);
  g_autoptr(OcopQuery) query = query_certificates (base, on, within);
  g_autoptr(GHashTable) filed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collect collect = { on, within, dues, 0, filed };

  if (!find_filed (reader, &collect, error) || !ocop_reader_each (reader, query, columns, collect_due, &collect, error))
    return NULL;
  g_ptr_array_sort (dues, compare_dues);
  return g_steal_pointer (&dues);
}
