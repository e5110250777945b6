/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-registration.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "law/ocop-law.h"
#include "plan/ocop-plan.h"
#include "register/ocop-records.h"

static const char * const titles[] = {
  [OCOP_REGISTRATION_NOTHING] = N_("No dossier yet"),
  [OCOP_REGISTRATION_UNDER_WAY] = N_("Dossier under way"),
  [OCOP_REGISTRATION_RECOGNISED] = N_("Recognised"),
  [OCOP_REGISTRATION_NOT_RECOGNISED] = N_("Not recognised in the year"),
};

const char *
ocop_registration_outcome_title (OcopRegistrationOutcome outcome)
{
  return _(titles[outcome]);
}

static void
registration_free (gpointer data)
{
  OcopRegistration *self = data;

  ocop_record_free (self->part.record);
  g_free (self->producer_name);
  g_free (self->unit_name);
  g_free (self->became);
  g_free (self);
}

/* Reading */

static const char *
known (const char *first,
       const char *second)
{
  return first != NULL && *first != '\0' ? first : second;
}

static GPtrArray *
read_registrations (OcopReader  *reader,
                    const char  *plan,
                    GError     **error)
{
  static const char * const columns[] = { "id", "producer.name", "unit.name", "product.producer.name", "product.locality.name", NULL };
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (registration_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan_product");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, plan, NULL);
  ocop_query_order_by (query, "place", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopRecord *record = ocop_reader_load (reader, ocop_kind_find ("plan_product"), ocop_rows_get_text (rows, i, 0), error);
      OcopRegistration *self;

      if (record == NULL)
        return NULL;
      self = g_new0 (OcopRegistration, 1);
      self->part.record = record;
      self->producer_name = g_strdup (known (ocop_rows_get_text (rows, i, 1), ocop_rows_get_text (rows, i, 3)));
      self->unit_name = g_strdup (known (ocop_rows_get_text (rows, i, 2), ocop_rows_get_text (rows, i, 4)));
      g_ptr_array_add (all, self);
    }
  return rows != NULL ? g_steal_pointer (&all) : NULL;
}

/* (nullable): ids, ended by %NULL; %NULL where no registration is of a product on record. */
static GPtrArray *
list_products (const GPtrArray *registrations)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < registrations->len; i++)
    {
      const char *product = ocop_record_get_text (((const OcopPlanPart *) registrations->pdata[i])->record, "product");

      if (product != NULL)
        g_ptr_array_add (ids, (gpointer) product);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static gboolean
is_of_years (const OcopRecord *plan,
             OcopPeriod        period,
             gint64            round_year,
             const char       *step_on)
{
  gint64 year = ocop_record_get_integer (plan, "year", 0);
  OcopDate day = OCOP_DATE_UNKNOWN;

  if (round_year > 0)
    return round_year >= year && round_year <= MAX (year, ocop_record_get_integer (plan, "until_year", year));
  ocop_date_parse (step_on != NULL ? step_on : "", &day);
  return ocop_date_compare (day, period.from) >= 0 && ocop_date_compare (day, period.until) <= 0;
}

/* Product → step of its latest dossier of the plan's years. */
static GHashTable *
read_steps (OcopReader       *reader,
            const OcopRecord *plan,
            GPtrArray        *products,
            GError          **error)
{
  static const char * const columns[] = { "product", "step", "round_year", "step_on", NULL };
  OcopPeriod period = ocop_plan_period (plan);
  g_autoptr(GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_wherev (query, "product", OCOP_OPERATOR_IS, (const char * const *) products->pdata);
  ocop_query_order_by (query, "step_on", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (is_of_years (plan, period, ocop_rows_get_integer (rows, i, 2), ocop_rows_get_text (rows, i, 3)))
      g_hash_table_insert (steps, g_strdup (ocop_rows_get_text (rows, i, 0)), g_strdup (ocop_rows_get_text (rows, i, 1)));
  return rows != NULL ? g_steal_pointer (&steps) : NULL;
}

/* Product → its latest class by a decision of the plan's period. */
static GHashTable *
read_classes (OcopReader       *reader,
              const OcopRecord *plan,
              GPtrArray        *products,
              GError          **error)
{
  static const char * const columns[] = { "product", "star", NULL };
  OcopPeriod period = ocop_plan_period (plan);
  g_autoptr(GHashTable) classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  g_autoptr(OcopRows) rows = NULL;
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_wherev (query, "product", OCOP_OPERATOR_IS, (const char * const *) products->pdata);
  ocop_query_where (query, "decision_date", OCOP_OPERATOR_BETWEEN, ocop_date_to_text (period.from, from),
                    ocop_date_to_text (period.until, until), NULL);
  ocop_query_order_by (query, "decision_date", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_rows_get_text (rows, i, 1) != NULL)
      g_hash_table_insert (classes, g_strdup (ocop_rows_get_text (rows, i, 0)), g_strdup (ocop_rows_get_text (rows, i, 1)));
  return rows != NULL ? g_steal_pointer (&classes) : NULL;
}

static char *
format_choice (const char *kind,
               const char *field,
               const char *key)
{
  g_auto(OcopValue) value = ocop_value_text (key);

  return ocop_field_format (ocop_kind_find_field (ocop_kind_find (kind), field), &value);
}

static void
tell_outcome (OcopRegistration *self,
              GHashTable       *steps,
              GHashTable       *classes)
{
  static const char * const ends[] = { "not-classed", "rejected", "withdrawn", NULL };
  const char *product = ocop_record_get_text (self->part.record, "product");
  const char *class = product != NULL ? g_hash_table_lookup (classes, product) : NULL;
  const char *step = product != NULL ? g_hash_table_lookup (steps, product) : NULL;

  /* What it was recognised as before its dossier came is not what came of that. */
  if (step != NULL && !g_str_equal (step, "recognised"))
    {
      self->outcome = g_strv_contains (ends, step) ? OCOP_REGISTRATION_NOT_RECOGNISED : OCOP_REGISTRATION_UNDER_WAY;
      self->became = format_choice ("dossier", "step", step);
    }
  else if (class != NULL || step != NULL)
    {
      self->outcome = OCOP_REGISTRATION_RECOGNISED;
      self->became = class != NULL ? format_choice ("recognition", "star", class) : format_choice ("dossier", "step", step);
    }
  else
    self->became = g_strdup (ocop_registration_outcome_title (OCOP_REGISTRATION_NOTHING));
}

GPtrArray *
ocop_registrations_read (OcopReader        *reader,
                         const OcopRecord  *plan,
                         OcopDate           on,
                         GError           **error)
{
  g_autoptr(GPtrArray) all = read_registrations (reader, ocop_record_get_id (plan), error);
  g_autoptr(GPtrArray) products = all != NULL ? list_products (all) : NULL;
  g_autoptr(GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) steps = NULL, classes = NULL;

  if (all == NULL)
    return NULL;
  if (products->len > 1)
    {
      steps = read_steps (reader, plan, products, error);
      classes = steps != NULL ? read_classes (reader, plan, products, error) : NULL;
      if (classes == NULL)
        return NULL;
    }
  for (guint i = 0; i < all->len; i++)
    tell_outcome (all->pdata[i], steps != NULL ? steps : none, classes != NULL ? classes : none);
  return g_steal_pointer (&all);
}

/* Candidates */

static void
narrow (OcopQuery        *query,
        const OcopRecord *plan,
        OcopCandidates    which)
{
  OcopPeriod period = ocop_plan_period (plan);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  if (which == OCOP_CANDIDATES_UNDER_WAY)
    {
      OcopQuery *dossiers = ocop_query_new ("dossier");

      ocop_records_where_under_way (dossiers);
      ocop_query_has (query, TRUE, dossiers);
    }
  else if (which == OCOP_CANDIDATES_ENDING)
    ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN, ocop_date_to_text (period.from, from),
                      ocop_date_to_text (period.until, until), NULL);
}

OcopRows *
ocop_registration_candidates (OcopReader        *reader,
                              const OcopRecord  *plan,
                              OcopCandidates     which,
                              const char        *text,
                              OcopDate           on,
                              gint64             limit,
                              GError           **error)
{
  static const char * const columns[] = { "id", "name", "producer.name", "locality.name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  OcopQuery *registered = ocop_query_new ("plan_product");

  ocop_query_where (registered, "plan", OCOP_OPERATOR_IS, ocop_record_get_id (plan), NULL);
  ocop_query_has (query, FALSE, registered);
  ocop_query_set_on (query, on);
  narrow (query, plan, which);
  if (text != NULL)
    ocop_query_set_text (query, text);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, limit, error);
}

/* Registering */

/* (nullable): the latest dossier of the product that has not come to its end. */
static gboolean
find_dossier (OcopReader  *reader,
              const char  *product,
              OcopRecord **dossier,
              GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  g_autoptr(OcopRows) rows = NULL;

  *dossier = NULL;
  ocop_query_where (query, "product", OCOP_OPERATOR_IS, product, NULL);
  ocop_records_where_under_way (query);
  ocop_query_order_by (query, "step_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL || ocop_rows_get_n_rows (rows) == 0)
    return rows != NULL;
  *dossier = ocop_reader_load (reader, ocop_kind_find ("dossier"), ocop_rows_get_text (rows, 0, 0), error);
  return *dossier != NULL;
}

static void
take_over (OcopRecord       *registration,
           const OcopRecord *dossier)
{
  static const char * const fields[] = { "kind", "expected_class", "round_number", "criteria_set" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ocop_record_set (registration, fields[i], ocop_record_get (dossier, fields[i]));
}

/* The class above @class that the law of @day knows; 0 where that is the highest. */
static guint
find_class_above (OcopDate day,
                  guint    class)
{
  const GArray *classes = ocop_law_book_on (ocop_law_get_default (), day)->classes;
  guint above = 0;

  for (guint i = 0; i < classes->len; i++)
    {
      guint stars = g_array_index (classes, OcopStarClass, i).stars;

      if (stars > class && (above == 0 || stars < above))
        above = stars;
    }
  return above;
}

/* What its class and term ask for, where no dossier says it. */
static void
propose (OcopRecord *registration,
         OcopPeriod  period,
         const char *star,
         const char *state,
         OcopDate    until)
{
  gboolean in_force = g_strcmp0 (state, "valid") == 0 || g_strcmp0 (state, "extended") == 0;
  guint class = star != NULL ? (guint) MAX (atoi (star), 0) : 0;
  guint above = find_class_above (period.until, class);

  if (class == 0)
    ocop_record_set_text (registration, "kind", "first");
  else if (!in_force || above == 0 || ocop_date_compare (until, period.until) <= 0)
    {
      ocop_record_set_text (registration, "kind", "again");
      ocop_record_set_integer (registration, "expected_class", class);
    }
  else
    {
      ocop_record_set_text (registration, "kind", "upgrade");
      ocop_record_set_integer (registration, "expected_class", above);
    }
}

static OcopRecord *
make_registration (OcopReader       *reader,
                   const OcopRecord *plan,
                   const OcopRows   *rows,
                   guint             row,
                   GError          **error)
{
  enum { ID, NAME, PRODUCER, UNIT, SET, STAR, STATE, UNTIL };
  g_autoptr(OcopRecord) registration = ocop_record_new (ocop_kind_find ("plan_product"), NULL);
  g_autoptr(OcopRecord) dossier = NULL;
  OcopDate until = OCOP_DATE_UNKNOWN;

  if (!find_dossier (reader, ocop_rows_get_text (rows, row, ID), &dossier, error))
    return NULL;
  ocop_record_set_text (registration, "plan", ocop_record_get_id (plan));
  ocop_record_set_text (registration, "product", ocop_rows_get_text (rows, row, ID));
  ocop_record_set_text (registration, "name", ocop_rows_get_text (rows, row, NAME));
  ocop_record_set_text (registration, "producer", ocop_rows_get_text (rows, row, PRODUCER));
  ocop_record_set_text (registration, "unit", ocop_rows_get_text (rows, row, UNIT));
  ocop_record_set_text (registration, "criteria_set", ocop_rows_get_text (rows, row, SET));
  ocop_date_parse (known (ocop_rows_get_text (rows, row, UNTIL), ""), &until);
  if (dossier != NULL)
    take_over (registration, dossier);
  else
    propose (registration, ocop_plan_period (plan), ocop_rows_get_text (rows, row, STAR), ocop_rows_get_text (rows, row, STATE), until);
  return g_steal_pointer (&registration);
}

static OcopRows *
read_products (OcopReader          *reader,
               const char          *plan,
               const char * const  *products,
               OcopDate             on,
               GError             **error)
{
  static const char * const columns[] = { "id", "name", "producer", "unit", "criteria_set", "star", "state", "valid_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  OcopQuery *registered = ocop_query_new ("plan_product");

  ocop_query_wherev (query, "id", OCOP_OPERATOR_IS, products);
  ocop_query_where (registered, "plan", OCOP_OPERATOR_IS, plan, NULL);
  ocop_query_has (query, FALSE, registered);
  ocop_query_set_on (query, on);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

OcopChange *
ocop_registration_add (OcopReader          *reader,
                       const char          *plan,
                       const char * const  *products,
                       OcopDate             on,
                       GError             **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("plan-products", _("Register products in a plan"));
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  g_autoptr(OcopRows) rows = record != NULL ? read_products (reader, plan, products, on, error) : NULL;
  gint64 place = rows != NULL ? ocop_plan_part_next_place (reader, ocop_kind_find ("plan_product"), plan, error) : -1;

  if (place < 0)
    return NULL;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      g_autoptr(OcopRecord) registration = make_registration (reader, record, rows, i, error);

      if (registration == NULL)
        return NULL;
      ocop_record_set_integer (registration, "place", place++);
      ocop_change_add (change, registration);
    }
  return g_steal_pointer (&change);
}
