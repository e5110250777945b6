/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a commune gave back, held three ways: what it was sent, what it says, and what the register has now. */

#include "exchange/ocop-commune-compare-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "plan/ocop-plan-changes.h"
#include "register/ocop-records.h"

struct _OcopCommuneComparison
{
  OcopReader *reader;
  OcopCommuneIntake *intake;
  GHashTable *targets;        /* "kind/id" or "kind/owner/year" → OcopIncoming */
  GPtrArray *registered;      /* OcopRecord: what is registered for the next year */
  GHashTable *figures;        /* "kind/owner" → the id of its figures of the year: asked for once, not for each */
  GHashTable *new_ones;       /* what was given as new, by what makes it that one */
  /* While one workbook is compared */
  OcopCommuneReport *report;
  OcopCommuneReturn *back;
};

void
ocop_commune_report_free (OcopCommuneReport *self)
{
  g_hash_table_unref (self->answers);
  g_string_free (self->note, TRUE);
  g_free (self->digest);
  g_free (self->saved_at);
  g_free (self);
}

void
ocop_commune_comparison_free (OcopCommuneComparison *self)
{
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->new_ones);
  g_clear_pointer (&self->registered, g_ptr_array_unref);
  g_free (self);
}

/* The plan that products are registered for; one is drafted where there is none. */
static gboolean
find_plan (OcopCommuneComparison  *self,
           GError                **error)
{
  g_autoptr(OcopRecord) plan = NULL;
  gboolean exists;

  if (!ocop_commune_find_plan (self->reader, self->intake->year + 1, &plan, error))
    return FALSE;
  exists = plan != NULL;
  if (!exists)
    plan = ocop_plan_begin (self->reader, self->intake->year + 1, error);
  if (plan == NULL)
    return FALSE;
  self->registered = exists ? ocop_records_load (self->reader, "plan_product", "plan", ocop_record_get_id (plan), "place", error)
                            : g_ptr_array_new ();
  self->intake->plan = ocop_differences_add_record (self->intake->differences, g_steal_pointer (&plan), exists);
  if (exists && g_strcmp0 (ocop_record_get_text (self->intake->plan->record, "state"), "draft") != 0)
    self->intake->plan->refusal = g_strdup (_("The plan of the next year is issued: products are registered in a plan that amends it."));
  return self->registered != NULL;
}

static gboolean
read_figures (OcopCommuneComparison  *self,
              const char             *kind,
              const char             *owner,
              GError                **error)
{
  const char * const columns[] = { "id", owner, NULL };
  g_autofree char *year = g_strdup_printf ("%u", self->intake->year);
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, year, NULL);
  rows = ocop_reader_rows (self->reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_hash_table_replace (self->figures, g_strdup_printf ("%s/%s", kind, ocop_rows_get_text (rows, i, 1)), g_strdup (ocop_rows_get_text (rows, i, 0)));
  return rows != NULL;
}

OcopCommuneComparison *
ocop_commune_comparison_new (OcopReader         *reader,
                             OcopCommuneIntake  *intake,
                             GError            **error)
{
  g_autoptr(OcopCommuneComparison) self = g_new0 (OcopCommuneComparison, 1);

  self->reader = reader;
  self->intake = intake;
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->new_ones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return find_plan (self, error) && read_figures (self, "product_year", "product", error) &&
         read_figures (self, "producer_year", "producer", error) ? g_steal_pointer (&self) : NULL;
}

/* Records */

/* %NULL without @error where it is no longer there. */
static OcopIncoming *
load_target (OcopCommuneComparison  *self,
             const char             *kind,
             const char             *id)
{
  const OcopKind *of = ocop_kind_find (kind);
  g_autofree char *key = g_strdup_printf ("%s/%s", kind, id);
  OcopIncoming *target = g_hash_table_lookup (self->targets, key);
  g_autofree char *today = target == NULL ? ocop_reader_resolve (self->reader, of, id, NULL) : NULL;
  OcopRecord *record = today != NULL ? ocop_reader_load (self->reader, of, today, NULL) : NULL;

  if (record == NULL)
    return target;
  target = ocop_differences_add_record (self->intake->differences, record, TRUE);
  if (g_str_equal (kind, "plan_product"))
    target->refusal = g_strdup (self->intake->plan->refusal);
  g_hash_table_insert (self->targets, g_steal_pointer (&key), target);
  return target;
}

/* The figures of the year of the record @id of the kind @owner. */
static OcopIncoming *
load_figures (OcopCommuneComparison *self,
              const char            *kind,
              const char            *owner,
              const char            *id)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", kind, id);
  g_autofree char *place = NULL;
  const char *stored;
  g_autofree char *source = g_strdup_printf (_("Commune report %u"), self->intake->year);
  OcopIncoming *target = g_hash_table_lookup (self->targets, key);
  OcopIncoming *of = target == NULL ? load_target (self, owner, id) : NULL;
  OcopRecord *record;

  if (of == NULL)
    return target;
  place = g_strdup_printf ("%s/%s", kind, ocop_record_get_id (of->record));
  stored = g_hash_table_lookup (self->figures, place);
  record = stored != NULL ? ocop_reader_load (self->reader, ocop_kind_find (kind), stored, NULL) : NULL;
  target = ocop_differences_add_record (self->intake->differences, record, record != NULL);
  if (record == NULL)
    {
      target->record = ocop_record_new (ocop_kind_find (kind), NULL);
      ocop_record_set_text (target->record, owner, ocop_record_get_id (of->record));
      ocop_record_set_integer (target->record, "year", self->intake->year);
      ocop_record_set_text (target->record, "source", source);
    }
  g_hash_table_insert (self->targets, g_steal_pointer (&key), target);
  return target;
}

static OcopIncoming *
find_target (OcopCommuneComparison   *self,
             OcopCommuneTable         table,
             const OcopCommuneColumn *column,
             const char              *id)
{
  if (g_strcmp0 (column->kind, "product_year") == 0)
    return load_figures (self, "product_year", "product", id);
  if (g_strcmp0 (column->kind, "producer_year") == 0)
    return load_figures (self, "producer_year", "producer", id);
  return load_target (self, table == OCOP_COMMUNE_REGISTRATIONS ? "plan_product" : column->kind, id);
}

/* Differences */

static char *
value_to_text (const OcopValue *value)
{
  return value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text);
}

static OcopDifference *
add_difference (OcopCommuneComparison *self,
                OcopDifferenceKind     kind,
                OcopIncoming          *target,
                const char            *about,
                const char            *title)
{
  OcopDifference *difference = ocop_differences_add (self->intake->differences, kind, target);

  difference->sender = self->report->commune;
  difference->whose = g_strdup (ocop_commune_intake_get_commune (self->intake, self->report->commune)->unit_name);
  difference->about = g_strdup (about);
  difference->title = g_strdup (title);
  return difference;
}

static char *
format (OcopCommuneComparison *self,
        const OcopField       *field,
        const OcopValue       *value)
{
  if (field->type == OCOP_FIELD_LINK && value->type == OCOP_VALUE_TEXT)
    return ocop_reader_label (self->reader, ocop_kind_find (field->target), value->text);
  return ocop_field_format (field, value);
}

/* @sent, @given: text forms. What the commune said before, and was taken, is no news, whatever became of it since. */
static void
compare_value (OcopCommuneComparison *self,
               OcopIncoming          *target,
               const OcopField       *field,
               const char            *sent,
               const char            *given,
               const char            *about)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", ocop_record_get_id (target->record), field->name);
  g_autofree char *now = value_to_text (ocop_record_get (target->record, field->name));
  const char *said = g_hash_table_lookup (self->report->answers, key);
  g_auto(OcopValue) before = OCOP_VALUE_INIT;
  OcopDifference *difference;

  if (given == NULL || g_strcmp0 (given, sent) == 0 || g_strcmp0 (given, now) == 0 || g_strcmp0 (given, said) == 0)
    return;
  difference = add_difference (self, OCOP_DIFFERENCE_CHANGED, target, about, _(field->title));
  difference->field = field;
  difference->key = g_steal_pointer (&key);
  ocop_field_parse (field, given, &difference->value, NULL);
  ocop_field_parse (field, sent, &before, NULL);
  difference->mine = format (self, field, ocop_record_get (target->record, field->name));
  difference->theirs = format (self, field, &difference->value);
  difference->base = format (self, field, &before);
  difference->conflict = g_strcmp0 (now, sent) != 0 && g_strcmp0 (now, said) != 0;
  difference->accepted = difference->accepted && !difference->conflict;
}

/* A record that is taken as a whole; @refusal: (nullable): why it cannot be; @key: what makes it that one. Takes @record. */
static void
add_new (OcopCommuneComparison *self,
         OcopRecord            *record,
         const char            *refusal,
         const char            *key,
         const char            *about,
         const char            *title,
         const char            *given)
{
  OcopIncoming *target;
  OcopDifference *difference;

  if (g_hash_table_contains (self->report->answers, key) || !g_hash_table_add (self->new_ones, g_strdup (key)))
    {
      ocop_record_free (record);
      return;
    }
  target = ocop_differences_add_record (self->intake->differences, record, FALSE);
  target->refusal = g_strdup (refusal);
  difference = add_difference (self, OCOP_DIFFERENCE_ADDED, target, about, title);
  difference->mine = g_strdup ("");
  difference->theirs = g_strdup (given);
  difference->key = g_strdup (key);
}

G_GNUC_PRINTF (2, 3) static void
say_fault (OcopCommuneComparison *self,
           const char            *text,
           ...)
{
  va_list arguments;

  va_start (arguments, text);
  g_ptr_array_add (self->back->faults, g_strdup_vprintf (text, arguments));
  va_end (arguments);
}

/* Products */

static OcopRecord *
find_registered (OcopCommuneComparison *self,
                 const char            *field,
                 const char            *text,
                 const char            *unit)
{
  for (guint i = 0; i < self->registered->len; i++)
    {
      OcopRecord *record = g_ptr_array_index (self->registered, i);
      const char *has = ocop_record_get_text (record, field);

      if (has != NULL && ocop_text_same (has, text) && (unit == NULL || g_strcmp0 (ocop_record_get_text (record, "unit"), unit) == 0))
        return record;
    }
  return NULL;
}

static OcopRecord *
begin_registration (OcopCommuneComparison *self,
                    const char            *name)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("plan_product"), NULL);

  ocop_record_set_text (record, "plan", ocop_record_get_id (self->intake->plan->record));
  ocop_record_set_text (record, "name", name);
  ocop_record_set_text (record, "unit", self->back->base->unit);
  return record;
}

static void
copy_fields (OcopRecord       *to,
             const OcopRecord *product)
{
  ocop_record_set_text (to, "product", ocop_record_get_id (product));
  ocop_record_set (to, "producer", ocop_record_get (product, "producer"));
  ocop_record_set (to, "criteria_set", ocop_record_get (product, "criteria_set"));
}

static void
compare_again (OcopCommuneComparison *self,
               const OcopCommuneLine *line,
               const char            *sent,
               const char            *given)
{
  const char *name = line->cells[OCOP_COMMUNE_PRODUCT_NAME];
  OcopIncoming *product;
  OcopRecord *record;
  g_autofree char *key = NULL;

  if (g_strcmp0 (sent, "1") == 0 && g_strcmp0 (given, "0") == 0)
    g_ptr_array_add (self->back->notes, g_strdup_printf (_("%s: the commune no longer asks for the re-evaluation that is registered."), name));
  if (g_strcmp0 (given, "1") != 0 || g_strcmp0 (sent, "1") == 0)
    return;
  product = load_target (self, "product", line->id);
  if (product == NULL || find_registered (self, "product", ocop_record_get_id (product->record), NULL) != NULL)
    return;
  record = begin_registration (self, ocop_record_get_text (product->record, "name"));
  copy_fields (record, product->record);
  ocop_record_set_text (record, "kind", "again");
  key = g_strdup_printf ("again/%s", ocop_record_get_id (product->record));
  add_new (self, record, self->intake->plan->refusal, key, name, _("Registered for the next year"), _("Re-evaluation"));
}

static void
compare_question (OcopCommuneComparison   *self,
                  const OcopCommuneColumn *column,
                  const OcopCommuneLine   *sent,
                  const char              *was,
                  const char              *given)
{
  if (column->meaning == OCOP_COMMUNE_AGAIN)
    compare_again (self, sent, was, given);
  else if (column->meaning == OCOP_COMMUNE_REMARK && given != NULL)
    g_string_append_printf (self->report->note, "%s%s: %s", self->report->note->len > 0 ? "\n" : "", sent->cells[OCOP_COMMUNE_PRODUCT_NAME], given);
}

/* Registrations */

static const char *
find_producer (const OcopCommuneForm *base,
               const char            *name)
{
  for (guint i = 0; name != NULL && i < base->tables[OCOP_COMMUNE_PRODUCERS]->len; i++)
    {
      const OcopCommuneLine *line = ocop_commune_form_get_line (base, OCOP_COMMUNE_PRODUCERS, i);

      if (ocop_text_same (line->cells[1], name))
        return line->id;
    }
  return NULL;
}

static const char *
find_product (const OcopCommuneForm *base,
              const char            *name)
{
  for (guint i = 0; i < base->tables[OCOP_COMMUNE_PRODUCTS]->len; i++)
    {
      const OcopCommuneLine *line = ocop_commune_form_get_line (base, OCOP_COMMUNE_PRODUCTS, i);

      if (ocop_text_same (line->cells[OCOP_COMMUNE_PRODUCT_NAME], name))
        return line->id;
    }
  return NULL;
}

/* A producer that the register does not know by that name stands in the note. */
static void
set_producer (OcopCommuneComparison *self,
              OcopRecord            *record,
              const OcopCommuneLine *line)
{
  const char *name = line->cells[OCOP_COMMUNE_REGISTRATION_PRODUCER];
  const char *producer = find_producer (self->back->base, name);
  g_autofree char *named = name != NULL ? g_strdup_printf (_("Producer: %s"), name) : NULL;
  const char *parts[] = { producer == NULL ? named : NULL, line->cells[OCOP_COMMUNE_REGISTRATION_NOTE] };
  g_autofree char *note = ocop_text_join (". ", parts, G_N_ELEMENTS (parts));

  if (producer != NULL)
    ocop_record_set_text (record, "producer", producer);
  ocop_record_set_text (record, "note", *note != '\0' ? note : NULL);
}

static void
set_parsed (OcopRecord *record,
            const char *field,
            const char *text)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (text != NULL && ocop_field_parse (ocop_kind_find_field (ocop_record_get_kind (record), field), text, &value, NULL))
    ocop_record_set (record, field, &value);
}

static void
add_registration (OcopCommuneComparison *self,
                  const OcopCommuneLine *line)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (OCOP_COMMUNE_REGISTRATIONS);
  const char *name = line->cells[OCOP_COMMUNE_REGISTRATION_NAME];
  const char *kind = line->cells[OCOP_COMMUNE_REGISTRATION_KIND];
  const char *known = g_strcmp0 (kind, "first") != 0 ? find_product (self->back->base, name) : NULL;
  OcopIncoming *product = known != NULL ? load_target (self, "product", known) : NULL;
  OcopRecord *record = begin_registration (self, name);
  g_autofree char *folded = ocop_text_fold (name);
  g_autofree char *key = g_strdup_printf ("registration/%s/%s", self->back->base->unit, folded);
  g_autofree char *shown = ocop_commune_to_people (&columns[OCOP_COMMUNE_REGISTRATION_KIND], kind);
  const char *parts[] = { shown, line->cells[OCOP_COMMUNE_REGISTRATION_PRODUCER], line->cells[OCOP_COMMUNE_REGISTRATION_CLASS] };
  g_autofree char *given = ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));

  if (product != NULL)
    copy_fields (record, product->record);
  set_producer (self, record, line);
  set_parsed (record, "kind", kind);
  set_parsed (record, "expected_class", line->cells[OCOP_COMMUNE_REGISTRATION_CLASS]);
  add_new (self, record, self->intake->plan->refusal, key, name, _("Registered for the next year"), *given != '\0' ? given : name);
}

/* One of that name that was registered meanwhile is the same. */
static void
compare_with_registered (OcopCommuneComparison *self,
                         OcopRecord            *record,
                         const OcopCommuneLine *line)
{
  OcopIncoming *target = load_target (self, "plan_product", ocop_record_get_id (record));
  const OcopKind *kind = ocop_record_get_kind (record);

  if (target == NULL)
    return;
  compare_value (self, target, ocop_kind_find_field (kind, "kind"), NULL, line->cells[OCOP_COMMUNE_REGISTRATION_KIND], line->cells[OCOP_COMMUNE_REGISTRATION_NAME]);
  compare_value (self, target, ocop_kind_find_field (kind, "expected_class"), NULL, line->cells[OCOP_COMMUNE_REGISTRATION_CLASS],
                 line->cells[OCOP_COMMUNE_REGISTRATION_NAME]);
}

static void
take_registration (OcopCommuneComparison *self,
                   const OcopCommuneLine *line)
{
  const char *name = line->cells[OCOP_COMMUNE_REGISTRATION_NAME];
  OcopRecord *record;

  if (name == NULL)
    {
      say_fault (self, _("Registrations: a line without the name of the product is left out."));
      return;
    }
  record = find_registered (self, "name", name, self->back->base->unit);
  if (record != NULL)
    compare_with_registered (self, record, line);
  else
    add_registration (self, line);
}

static void
compare_producer (OcopCommuneComparison   *self,
                  OcopIncoming            *target,
                  const char              *sent,
                  const char              *given,
                  const char              *about)
{
  const char *was = find_producer (self->back->base, sent);
  const char *is = find_producer (self->back->base, given);

  if (given == NULL || ocop_text_same (given, sent != NULL ? sent : ""))
    return;
  if (is == NULL)
    say_fault (self, _("%s: “%s” is none of the producers in the workbook; the producer is left out."), about, given);
  else
    compare_value (self, target, ocop_kind_find_field (ocop_kind_find ("plan_product"), "producer"), was, is, about);
}

/* Channels */

static OcopRecord *
find_channel (OcopCommuneComparison *self,
              const OcopCommuneLine *line)
{
  g_autoptr(GPtrArray) all = ocop_records_load (self->reader, "sales_link", "product", line->cells[OCOP_COMMUNE_CHANNEL_PRODUCT], NULL, NULL);
  const char *name = line->cells[OCOP_COMMUNE_CHANNEL_NAME];
  const char *address = line->cells[OCOP_COMMUNE_CHANNEL_ADDRESS];

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      OcopRecord *record = g_ptr_array_index (all, i);
      const char *has = ocop_record_get_text (record, "name");
      const char *at = ocop_record_get_text (record, "address");

      if (g_strcmp0 (ocop_record_get_text (record, "channel"), line->cells[OCOP_COMMUNE_CHANNEL_CHANNEL]) == 0 &&
          ((name != NULL && has != NULL && ocop_text_same (name, has)) || (address != NULL && g_strcmp0 (address, at) == 0)))
        return ocop_record_copy (record);
    }
  return NULL;
}

static void
add_channel (OcopCommuneComparison *self,
             const OcopCommuneLine *line,
             const char            *about)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (OCOP_COMMUNE_CHANNELS);
  OcopRecord *record = ocop_record_new (ocop_kind_find ("sales_link"), NULL);
  const char *name = line->cells[OCOP_COMMUNE_CHANNEL_NAME];
  const char *address = line->cells[OCOP_COMMUNE_CHANNEL_ADDRESS];
  g_autofree char *folded = ocop_text_fold (name != NULL ? name : address != NULL ? address : "");
  g_autofree char *key = g_strdup_printf ("channel/%s/%s/%s", line->cells[OCOP_COMMUNE_CHANNEL_PRODUCT],
                                          line->cells[OCOP_COMMUNE_CHANNEL_CHANNEL], folded);
  g_autofree char *channel = ocop_commune_to_people (&columns[OCOP_COMMUNE_CHANNEL_CHANNEL], line->cells[OCOP_COMMUNE_CHANNEL_CHANNEL]);
  const char *parts[] = { channel, name, address };
  g_autofree char *given = ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));

  ocop_record_set_text (record, "product", line->cells[OCOP_COMMUNE_CHANNEL_PRODUCT]);
  for (guint i = OCOP_COMMUNE_CHANNEL_CHANNEL; i < line->n_cells; i++)
    set_parsed (record, columns[i].field, line->cells[i]);
  /* Whoever names a channel and says no more sells there. */
  if (line->cells[OCOP_COMMUNE_CHANNEL_ACTIVE] == NULL)
    ocop_record_set_integer (record, "active", 1);
  add_new (self, record, NULL, key, about, _("Sales channel"), given);
}

static void
compare_with_channel (OcopCommuneComparison *self,
                      OcopIncoming          *target,
                      const OcopCommuneLine *line,
                      const char            *about)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (OCOP_COMMUNE_CHANNELS);

  for (guint i = OCOP_COMMUNE_CHANNEL_NAME; i < line->n_cells; i++)
    compare_value (self, target, ocop_commune_column_field (&columns[i]), NULL, line->cells[i], about);
}

static void
take_channel (OcopCommuneComparison *self,
              OcopCommuneLine       *line)
{
  const char *id = line->cells[OCOP_COMMUNE_CHANNEL_PRODUCT];
  OcopIncoming *product = id != NULL ? load_target (self, "product", id) : NULL;
  g_autoptr(OcopRecord) record = NULL;
  OcopIncoming *target;
  const char *about;

  if (product == NULL || line->cells[OCOP_COMMUNE_CHANNEL_CHANNEL] == NULL)
    {
      say_fault (self, _("Sales channels: a line without product or channel is left out."));
      return;
    }
  ocop_commune_line_set (line, OCOP_COMMUNE_CHANNEL_PRODUCT, ocop_record_get_id (product->record));
  about = ocop_record_get_text (product->record, "name");
  record = find_channel (self, line);
  target = record != NULL ? load_target (self, "sales_link", ocop_record_get_id (record)) : NULL;
  if (target != NULL)
    compare_with_channel (self, target, line, about);
  else
    add_channel (self, line, about);
}

/* Lines */

static char *
name_line (OcopCommuneTable       table,
           const OcopCommuneLine *sent)
{
  static const guint names[OCOP_COMMUNE_N_TABLES] = { OCOP_COMMUNE_PRODUCT_NAME, 1, OCOP_COMMUNE_CHANNEL_PRODUCT, OCOP_COMMUNE_REGISTRATION_NAME };
  const char *name = sent->cells[names[table]];
  const char *dot = table == OCOP_COMMUNE_CHANNELS && name != NULL ? g_strstr_len (name, -1, ". ") : NULL;

  return g_strdup (dot != NULL ? dot + 2 : name);
}

static void
compare_line (OcopCommuneComparison *self,
              OcopCommuneTable       table,
              const OcopCommuneLine *sent,
              const OcopCommuneLine *given)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (table);
  g_autofree char *about = name_line (table, sent);

  for (guint i = OCOP_COMMUNE_NUMBER + 1; i < given->n_cells; i++)
    {
      const char *cell = given->cells[i];
      OcopIncoming *target;

      if (columns[i].use != OCOP_COMMUNE_ENTRY || cell == NULL || g_strcmp0 (cell, sent->cells[i]) == 0)
        continue;
      if (columns[i].meaning == OCOP_COMMUNE_AGAIN || columns[i].meaning == OCOP_COMMUNE_REMARK)
        {
          compare_question (self, &columns[i], sent, sent->cells[i], cell);
          continue;
        }
      target = find_target (self, table, &columns[i], sent->id);
      if (target == NULL)
        say_fault (self, _("%s is no longer on record; “%s” is left out."), about, _(ocop_commune_column_field (&columns[i])->title));
      else if (columns[i].meaning == OCOP_COMMUNE_WHO)
        compare_producer (self, target, sent->cells[i], cell, about);
      else
        compare_value (self, target, ocop_commune_column_field (&columns[i]), sent->cells[i], cell, about);
    }
}

static void
compare_table (OcopCommuneComparison *self,
               OcopCommuneTable       table)
{
  const GPtrArray *lines = self->back->given->tables[table];

  for (guint i = 0; i < lines->len; i++)
    {
      OcopCommuneLine *line = g_ptr_array_index (lines, i);

      if (line->id != NULL)
        compare_line (self, table, ocop_commune_form_find_line (self->back->base, table, line->number), line);
      else if (table == OCOP_COMMUNE_CHANNELS)
        take_channel (self, line);
      else
        take_registration (self, line);
    }
}

gboolean
ocop_commune_compare (OcopCommuneComparison  *self,
                      OcopCommuneReport      *report,
                      OcopCommuneReturn      *back,
                      GError                **error)
{
  guint first = ocop_differences_get_n (self->intake->differences);

  self->report = report;
  self->back = back;
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    compare_table (self, table);
  ocop_differences_check (self->intake->differences, first);
  return TRUE;
}
