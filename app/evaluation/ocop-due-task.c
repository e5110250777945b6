/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-due-task.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "evaluation/ocop-decision.h"
#include "register/ocop-records.h"
#include "law/ocop-deadline.h"
#include "law/ocop-law.h"

static const struct
{
  const char *name;
  const char *title;
} states[] = {
  [OCOP_DUE_TASK_COMMUNE_CHECK] = { "commune-check", N_("With the commune") },
  [OCOP_DUE_TASK_COMMUNE_LATE] = { "commune-late", N_("Late at the commune") },
  [OCOP_DUE_TASK_REEVALUATION] = { "reevaluation", N_("Under re-evaluation") },
  [OCOP_DUE_TASK_REEVALUATION_LATE] = { "reevaluation-late", N_("Re-evaluation late") },
  [OCOP_DUE_TASK_CENTRE_EXPIRING] = { "centre-expiring", N_("Expires while the centre decides") },
  [OCOP_DUE_TASK_REVOCATION] = { "revocation", N_("To be revoked") },
  [OCOP_DUE_TASK_REVOCATION_LATE] = { "revocation-late", N_("Revocation late") },
  [OCOP_DUE_TASK_NOT_NOTIFIED] = { "not-notified", N_("Not yet notified") },
  [OCOP_DUE_TASK_ROUND_CLOSING] = { "round-closing", N_("Last day of proposals") },
  [OCOP_DUE_TASK_CERTIFICATE_EXPIRING] = { "certificate-expiring", N_("Other certificate expires") },
  [OCOP_DUE_TASK_CERTIFICATE_EXPIRED] = { "certificate-expired", N_("Other certificate expired") },
  [OCOP_DUE_TASK_REPAIR] = { "repair", N_("Fault to be repaired") },
  [OCOP_DUE_TASK_REPAIR_LATE] = { "repair-late", N_("Repair overdue") },
  [OCOP_DUE_TASK_PLAN_TASK] = { "plan-task", N_("Task of the plan") },
  [OCOP_DUE_TASK_PLAN_TASK_LATE] = { "plan-task-late", N_("Late task of the plan") },
};

/* What every task shows of its record, in the order of OcopDueTask. */
enum
{
  COLUMN_RECORD, /* to open */
  COLUMN_WHAT,
  COLUMN_PRODUCT,
  COLUMN_PRODUCT_NAME,
  COLUMN_PRODUCER,
  COLUMN_PRODUCER_NAME,
  COLUMN_LOCALITY,
  COLUMN_LOCALITY_NAME,
  COLUMN_FROM, /* the day that counts */
  COLUMN_STEP_ON,
};

static const char * const commune_columns[] = {
  "id", "name", "product", "product.name", "product.producer", "product.producer.name", "product.locality", "product.locality.name",
  "commune_received_on", "step_on", NULL
};
static const char * const reevaluation_columns[] = {
  "id", "name", "product", "product.name", "product.producer", "product.producer.name", "product.locality", "product.locality.name",
  "complete_on", NULL
};
static const char * const centre_columns[] = {
  "id", "name", "product", "product.name", "product.producer", "product.producer.name", "product.locality", "product.locality.name",
  "product.valid_until", NULL
};
static const char * const revocation_columns[] = {
  "decision", "decision.name", "product", "product.name", "product.producer", "product.producer.name", "product.locality",
  "product.locality.name", "conclusion_date", NULL
};
static const char * const product_certificate_columns[] = {
  "product", "name", "product", "product.name", "product.producer", "product.producer.name", "product.locality", "product.locality.name",
  "expires_on", NULL
};
static const char * const producer_certificate_columns[] = {
  "producer", "name", "product", "product.name", "producer", "producer.name", "producer.locality", "producer.locality.name", "expires_on", NULL
};

typedef struct
{
  OcopReader *reader;
  const OcopQuery *base; /* NULL: all products */
  OcopDate on;
  guint within;
  GHashTable *producers; /* ids of those who make one of @base that has a star */
  GPtrArray *tasks;
} Collect;

const char *
ocop_due_task_state_name (OcopDueTaskState state)
{
  return states[state].name;
}

const char *
ocop_due_task_state_title (OcopDueTaskState state)
{
  return _(states[state].title);
}

static gboolean
note_id (const OcopValue *values,
         gpointer         data)
{
  if (values[0].text != NULL)
    g_hash_table_add (data, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
read_producers (Collect  *collect,
                GError  **error)
{
  static const char * const columns[] = { "producer", NULL };
  g_autoptr(OcopQuery) query = collect->base != NULL ? ocop_query_copy (collect->base) : ocop_query_new ("product");

  ocop_query_set_on (query, collect->on);
  ocop_records_where_in_force (query, "state");
  return ocop_reader_each (collect->reader, query, columns, note_id, collect->producers, error);
}

static void
task_free (gpointer data)
{
  OcopDueTask *task = data;

  g_free (task->record);
  g_free (task->what);
  g_free (task->product);
  g_free (task->product_name);
  g_free (task->producer);
  g_free (task->producer_name);
  g_free (task->locality);
  g_free (task->locality_name);
  g_free (task);
}

static OcopDate
read_day (const OcopValue *values,
          guint            column)
{
  OcopDate day = OCOP_DATE_UNKNOWN;

  ocop_date_parse (values[column].text != NULL ? values[column].text : "", &day);
  return day;
}

static OcopDueTask *
add_task (Collect          *collect,
          const char       *kind,
          const OcopValue  *values,
          OcopDueTaskState  state,
          OcopDate          day)
{
  OcopDueTask *task = g_new0 (OcopDueTask, 1);

  task->state = state;
  task->day = day;
  task->kind = kind;
  task->record = g_strdup (values[COLUMN_RECORD].text);
  task->what = g_strdup (values[COLUMN_WHAT].text);
  task->product = g_strdup (values[COLUMN_PRODUCT].text);
  task->product_name = g_strdup (values[COLUMN_PRODUCT_NAME].text);
  task->producer = g_strdup (values[COLUMN_PRODUCER].text);
  task->producer_name = g_strdup (values[COLUMN_PRODUCER_NAME].text);
  task->locality = g_strdup (values[COLUMN_LOCALITY].text);
  task->locality_name = g_strdup (values[COLUMN_LOCALITY_NAME].text);
  g_ptr_array_add (collect->tasks, task);
  return task;
}

/* The deadline of @step from @from, in time or late; nothing where it has none yet. @kind: what it is of */
static void
add_deadline (Collect          *collect,
              const char       *kind,
              const OcopValue  *values,
              OcopDeadlineStep  step,
              OcopDate          from,
              OcopDueTaskState  in_time,
              OcopDueTaskState  late)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), from);
  gboolean expected;
  OcopDate day = ocop_law_deadline_day (book, step, from, &expected);
  OcopDueTask *task;
  int days_left;

  if (!ocop_date_is_day (day))
    return;
  days_left = ocop_date_days_between (collect->on, day);
  if (days_left > (int) collect->within)
    return;
  task = add_task (collect, kind, values, days_left < 0 ? late : in_time, day);
  task->from = from;
  task->estimated = expected;
}

/* Handed in again after it was returned, a dossier is received anew. */
static gboolean
collect_commune (const OcopValue *values,
                 gpointer         data)
{
  OcopDate received = read_day (values, COLUMN_FROM);
  OcopDate again = read_day (values, COLUMN_STEP_ON);

  if (ocop_date_compare (again, received) > 0)
    received = again;
  add_deadline (data, "dossier", values, OCOP_DEADLINE_COMMUNE_CHECK, received, OCOP_DUE_TASK_COMMUNE_CHECK, OCOP_DUE_TASK_COMMUNE_LATE);
  return TRUE;
}

static gboolean
collect_reevaluation (const OcopValue *values,
                      gpointer         data)
{
  add_deadline (data, "dossier", values, OCOP_DEADLINE_REEVALUATION, read_day (values, COLUMN_FROM),
                OCOP_DUE_TASK_REEVALUATION, OCOP_DUE_TASK_REEVALUATION_LATE);
  return TRUE;
}

/* Records of @kind that are of products asked for. */
static OcopQuery *
query_linked (const Collect *collect,
              const char    *kind)
{
  OcopQuery *query = ocop_query_new (kind);

  ocop_query_set_on (query, collect->on);
  if (collect->base != NULL)
    ocop_query_where_linked (query, "product", collect->base);
  return query;
}

static gboolean
collect_dossiers (Collect  *collect,
                  GError  **error)
{
  g_autoptr(OcopQuery) with_commune = query_linked (collect, "dossier");
  g_autoptr(OcopQuery) again = query_linked (collect, "dossier");

  ocop_query_where (with_commune, "step", OCOP_OPERATOR_IS, "commune-received", NULL);
  ocop_query_order_by (with_commune, "name", FALSE);
  ocop_query_where (again, "kind", OCOP_OPERATOR_IS, "again", NULL);
  ocop_query_where (again, "step", OCOP_OPERATOR_IS, "province-received", "complete", "advisory", "council", "scored", "submitted", NULL);
  ocop_query_where (again, "complete_on", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_order_by (again, "name", FALSE);
  return ocop_reader_each (collect->reader, with_commune, commune_columns, collect_commune, collect, error) &&
         ocop_reader_each (collect->reader, again, reevaluation_columns, collect_reevaluation, collect, error);
}

/* --- decisions --- */

static gboolean
collect_centre (const OcopValue *values,
                gpointer         data)
{
  Collect *collect = data;
  OcopDate day = read_day (values, COLUMN_FROM);

  if (ocop_date_is_day (day) && ocop_date_days_between (collect->on, day) <= (int) collect->within)
    add_task (collect, "dossier", values, OCOP_DUE_TASK_CENTRE_EXPIRING, day);
  return TRUE;
}

static gboolean
collect_revocation (const OcopValue *values,
                    gpointer         data)
{
  add_deadline (data, "decision", values, OCOP_DEADLINE_REVOCATION, read_day (values, COLUMN_FROM),
                OCOP_DUE_TASK_REVOCATION, OCOP_DUE_TASK_REVOCATION_LATE);
  return TRUE;
}

static gboolean
collect_not_notified (const OcopValue *values,
                      gpointer         data)
{
  enum { ID, NAME, NUMBER, DECIDED_ON, KIND };
  Collect *collect = data;
  OcopDate decided_on = read_day (values, DECIDED_ON);
  OcopValue task[COLUMN_LOCALITY_NAME + 1] = { [COLUMN_RECORD] = values[ID] };
  g_autofree char *label = ocop_decision_label (ocop_decision_kind_from_key (values[KIND].text), values[NAME].text, values[NUMBER].text, decided_on);

  if (ocop_date_is_day (decided_on) && ocop_date_compare (decided_on, collect->on) <= 0)
    {
      task[COLUMN_WHAT].text = label;
      add_task (collect, "decision", task, OCOP_DUE_TASK_NOT_NOTIFIED, decided_on)->from = decided_on;
    }
  return TRUE;
}

static gboolean
collect_decisions (Collect  *collect,
                   GError  **error)
{
  static const char * const columns[] = { "id", "name", "number", "decided_on", "kind", NULL };
  g_autoptr(OcopQuery) centre = query_linked (collect, "dossier");
  g_autoptr(OcopQuery) revocation = query_linked (collect, "decision_line");
  g_autoptr(OcopQuery) silent = ocop_query_new ("decision");

  ocop_query_where (centre, "step", OCOP_OPERATOR_IS, "forwarded", NULL);
  ocop_records_where_in_force (centre, "product.state");
  ocop_query_order_by (centre, "name", FALSE);
  ocop_query_where (revocation, "decision.kind", OCOP_OPERATOR_IS, "revocation", NULL);
  ocop_query_where (revocation, "decision.state", OCOP_OPERATOR_IS, "draft", "submitted", NULL);
  ocop_query_where (revocation, "struck", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_set_on (silent, collect->on);
  ocop_query_where (silent, "state", OCOP_OPERATOR_IS, "issued", NULL);
  ocop_query_where (silent, "notified_on", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_order_by (silent, "number", FALSE);
  if (collect->base != NULL)
    ocop_query_has (silent, TRUE, query_linked (collect, "decision_line"));
  return ocop_reader_each (collect->reader, centre, centre_columns, collect_centre, collect, error) &&
         ocop_reader_each (collect->reader, revocation, revocation_columns, collect_revocation, collect, error) &&
         ocop_reader_each (collect->reader, silent, columns, collect_not_notified, collect, error);
}

static void
collect_round (Collect   *collect,
               OcopLevel  level)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), collect->on);
  OcopValue none[COLUMN_LOCALITY_NAME + 1] = { { OCOP_VALUE_UNKNOWN } };
  OcopRoundDays days;

  if (!ocop_law_round_of (book, level, collect->on, &days) ||
      ocop_date_days_between (collect->on, days.last_proposal) > (int) collect->within)
    return;
  /* Translators: the number of a round and its year */
  none[COLUMN_WHAT].text = g_strdup_printf (level == OCOP_LEVEL_CENTRE ? _("Round %u of %u, centre") : _("Round %u of %u, province"),
                                            days.round->number, days.year);
  add_task (collect, NULL, none, OCOP_DUE_TASK_ROUND_CLOSING, days.last_proposal);
  g_free (none[COLUMN_WHAT].text);
}

/* --- other certificates --- */

/* Where the certificates of one name end that a product, or a producer, has had: only the last matters. */
typedef struct
{
  Collect *collect;
  GHashTable *last; /* "ID name" → the day, as text */
  guint holder;     /* the column of its id */
} Certificates;

static char *
dup_key (const Certificates *certificates,
         const OcopValue    *values)
{
  g_autofree char *name = ocop_text_fold (values[COLUMN_WHAT].text);

  return g_strconcat (values[certificates->holder].text, " ", name, NULL);
}

static gboolean
note_last (const OcopValue *values,
           gpointer         data)
{
  Certificates *certificates = data;
  char *key = dup_key (certificates, values);
  const char *last = g_hash_table_lookup (certificates->last, key);

  if (last == NULL || g_strcmp0 (last, values[COLUMN_FROM].text) < 0)
    g_hash_table_insert (certificates->last, key, g_strdup (values[COLUMN_FROM].text));
  else
    g_free (key);
  return TRUE;
}

static gboolean
collect_certificate (const OcopValue *values,
                     gpointer         data)
{
  Certificates *certificates = data;
  Collect *collect = certificates->collect;
  g_autofree char *key = dup_key (certificates, values);
  OcopDate day = read_day (values, COLUMN_FROM);
  int days_left;

  if (!ocop_date_is_day (day) || g_strcmp0 (g_hash_table_lookup (certificates->last, key), values[COLUMN_FROM].text) != 0 ||
      (certificates->holder == COLUMN_PRODUCER && !g_hash_table_contains (collect->producers, values[COLUMN_PRODUCER].text)))
    return TRUE;
  days_left = ocop_date_days_between (collect->on, day);
  if (days_left <= (int) collect->within)
    add_task (collect, certificates->holder == COLUMN_PRODUCT ? "product" : "producer", values,
              days_left < 0 ? OCOP_DUE_TASK_CERTIFICATE_EXPIRED : OCOP_DUE_TASK_CERTIFICATE_EXPIRING, day);
  return TRUE;
}

static void
narrow_certificates (const Collect *collect,
                     OcopQuery     *query)
{
  char first[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (query, "expires_on", OCOP_OPERATOR_AT_LEAST,
                    ocop_date_to_text (ocop_date_add_days (collect->on, -(int) collect->within), first), NULL);
  ocop_query_order_by (query, "name", FALSE);
}

static gboolean
collect_held (Certificates        *certificates,
              const OcopQuery     *query,
              const char * const  *columns,
              GError             **error)
{
  OcopReader *reader = certificates->collect->reader;
  gboolean good;

  certificates->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  good = ocop_reader_each (reader, query, columns, note_last, certificates, error) &&
         ocop_reader_each (reader, query, columns, collect_certificate, certificates, error);
  g_hash_table_unref (certificates->last);
  return good;
}

/* Of a product that has a star, and those of a producer's own under which it has one. */
static gboolean
collect_certificates (Collect  *collect,
                      GError  **error)
{
  g_autoptr(OcopQuery) of_products = query_linked (collect, "certificate");
  g_autoptr(OcopQuery) of_producers = ocop_query_new ("certificate");
  Certificates product_ones = { collect, NULL, COLUMN_PRODUCT };
  Certificates producer_ones = { collect, NULL, COLUMN_PRODUCER };

  narrow_certificates (collect, of_products);
  ocop_records_where_in_force (of_products, "product.state");
  ocop_query_set_on (of_producers, collect->on);
  narrow_certificates (collect, of_producers);
  ocop_query_where (of_producers, "product", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_where (of_producers, "producer", OCOP_OPERATOR_KNOWN, NULL);
  return collect_held (&product_ones, of_products, product_certificate_columns, error) &&
         collect_held (&producer_ones, of_producers, producer_certificate_columns, error);
}

/* --- repairs --- */

static gboolean
collect_repair (const OcopValue *values,
                gpointer         data)
{
  Collect *collect = data;
  OcopDate day = read_day (values, COLUMN_FROM);
  int days_left;

  if (!ocop_date_is_day (day) ||
      (collect->base != NULL &&
       (values[COLUMN_PRODUCER].text == NULL || !g_hash_table_contains (collect->producers, values[COLUMN_PRODUCER].text))))
    return TRUE;
  days_left = ocop_date_days_between (collect->on, day);
  if (days_left <= (int) collect->within)
    add_task (collect, "inspection", values, days_left < 0 ? OCOP_DUE_TASK_REPAIR_LATE : OCOP_DUE_TASK_REPAIR, day);
  return TRUE;
}

/* Faults of producers whose products are asked for. */
static gboolean
collect_repairs (Collect  *collect,
                 GError  **error)
{
  static const char * const columns[] = {
    "inspection", "finding", "product", "product.name", "inspection.producer", "inspection.producer.name", "inspection.producer.locality",
    "inspection.producer.locality.name", "repair_by", NULL
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("inspection_point");

  ocop_query_set_on (query, collect->on);
  ocop_query_where (query, "result", OCOP_OPERATOR_IS, "fault", NULL);
  ocop_query_where (query, "repaired_on", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_where (query, "repair_by", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_order_by (query, "repair_by", FALSE);
  return ocop_reader_each (collect->reader, query, columns, collect_repair, collect, error);
}

/* --- the plan --- */

typedef struct
{
  Collect *collect;
  GHashTable *idle; /* ids of plans that do not say what is to be done: amended ones, drafts that are to amend one, and those of others */
} PlanTasks;

static gboolean
note_idle_plan (const OcopValue *values,
                gpointer         data)
{
  enum { ID, AMENDS, STATE };

  g_hash_table_add (data, g_strdup (values[g_strcmp0 (values[STATE].text, "issued") == 0 ? AMENDS : ID].text));
  return TRUE;
}

/* The communes' own plans, in another office's register. */
static gboolean
read_communes_plans (OcopReader  *reader,
                     GHashTable  *idle,
                     GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  const char *level = office != NULL ? ocop_record_get_text (office, "level") : NULL;

  ocop_query_where (query, "level", OCOP_OPERATOR_IS, "commune", NULL);
  return office != NULL && (level == NULL || g_str_equal (level, "commune") || ocop_reader_each (reader, query, columns, note_id, idle, error));
}

static GHashTable *
read_idle_plans (OcopReader  *reader,
                 GError     **error)
{
  static const char * const columns[] = { "id", "amends", "state", NULL };
  g_autoptr(GHashTable) idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");

  ocop_query_where (query, "amends", OCOP_OPERATOR_KNOWN, NULL);
  return ocop_reader_each (reader, query, columns, note_idle_plan, idle, error) && read_communes_plans (reader, idle, error) ? g_steal_pointer (&idle)
                                                                                                                           : NULL;
}

static gboolean
collect_plan_task (const OcopValue *values,
                   gpointer         data)
{
  enum { ID, NAME, DUE_ON, PLAN };
  const PlanTasks *tasks = data;
  Collect *collect = tasks->collect;
  OcopDate day = read_day (values, DUE_ON);
  OcopValue task[COLUMN_LOCALITY_NAME + 1] = { [COLUMN_RECORD] = values[ID], [COLUMN_WHAT] = values[NAME] };
  int days_left = ocop_date_is_day (day) ? ocop_date_days_between (collect->on, day) : G_MAXINT;

  if (days_left <= (int) collect->within && (values[PLAN].text == NULL || !g_hash_table_contains (tasks->idle, values[PLAN].text)))
    add_task (collect, "task", task, days_left < 0 ? OCOP_DUE_TASK_PLAN_TASK_LATE : OCOP_DUE_TASK_PLAN_TASK, day);
  return TRUE;
}

/* They are of no product: only where all are asked for. */
static gboolean
collect_plan_tasks (Collect  *collect,
                    GError  **error)
{
  static const char * const columns[] = { "id", "name", "due_on", "plan", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("task");
  g_autoptr(GHashTable) idle = NULL;
  PlanTasks tasks = { collect, NULL };

  if (collect->base != NULL && ocop_query_is_narrowed (collect->base))
    return TRUE;
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "planned", "under-way", NULL);
  ocop_query_where (query, "due_on", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_order_by (query, "due_on", FALSE);
  tasks.idle = idle = read_idle_plans (collect->reader, error);
  return idle != NULL && ocop_reader_each (collect->reader, query, columns, collect_plan_task, &tasks, error);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  return ocop_date_compare ((*(OcopDueTask * const *) a)->day, (*(OcopDueTask * const *) b)->day);
}

GPtrArray *
ocop_due_tasks (OcopReader       *reader,
                const OcopQuery  *base,
                OcopDate          on,
                guint             within,
                GError          **error)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (task_free);
  g_autoptr(GHashTable) producers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collect collect = { reader, base, on, within, producers, tasks };

  if (!read_producers (&collect, error) || !collect_dossiers (&collect, error) || !collect_decisions (&collect, error) ||
      !collect_certificates (&collect, error) || !collect_repairs (&collect, error) || !collect_plan_tasks (&collect, error))
    return NULL;
  collect_round (&collect, OCOP_LEVEL_PROVINCE);
  collect_round (&collect, OCOP_LEVEL_CENTRE);
  g_ptr_array_sort (tasks, compare_tasks);
  return g_steal_pointer (&tasks);
}
