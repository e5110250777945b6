/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-form-facts.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"
#include "register/ocop-records.h"
#include "report/ocop-postal-address.h"

/* Reading */

void
ocop_form_facts_free (OcopFormFacts *self)
{
  OcopRecord *records[] = { self->office, self->product, self->producer, self->workers, self->stop, self->visit };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_pointer (&records[i], ocop_record_free);
  g_clear_pointer (&self->dossier, ocop_dossier_free);
  g_ptr_array_unref (self->certificates);
  g_clear_pointer (&self->tests, g_ptr_array_unref);
  g_free (self->commune);
  g_free (self->province);
  g_free (self->self);
  g_free (self->advised);
  g_free (self);
}

static char *
join_place (const char *type,
            const char *name)
{
  if (name == NULL)
    return NULL;
  return type != NULL ? g_strdup_printf ("%s %s", type, name) : g_strdup (name);
}

static gboolean
read_places (OcopFormFacts  *self,
             OcopReader     *reader,
             GError        **error)
{
  static const char * const columns[] = { "locality.type", "locality.name", "province.type", "province.name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, ocop_record_get_id (self->product), NULL);
  ocop_query_set_on (query, self->on);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  if (ocop_rows_get_n_rows (rows) > 0)
    {
      self->commune = join_place (ocop_rows_get_text (rows, 0, 0), ocop_rows_get_text (rows, 0, 1));
      self->province = join_place (ocop_rows_get_text (rows, 0, 2), ocop_rows_get_text (rows, 0, 3));
    }
  return TRUE;
}

static gboolean
read_workers (OcopFormFacts  *self,
              OcopReader     *reader,
              GError        **error)
{
  g_autoptr(GPtrArray) years = NULL;

  if (self->producer == NULL)
    return TRUE;
  years = ocop_records_load (reader, "producer_year", "producer", ocop_record_get_id (self->producer), "year", error);
  if (years != NULL && years->len > 0)
    self->workers = g_ptr_array_steal_index (years, years->len - 1);
  return years != NULL;
}

/* Those of the product, and of its producer. */
static gboolean
read_certificates (OcopFormFacts  *self,
                   OcopReader     *reader,
                   const char     *link,
                   const char     *id,
                   GError        **error)
{
  g_autoptr(GPtrArray) found = ocop_records_load (reader, "certificate", link, id, NULL, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      OcopDate expires = ocop_record_get_date (found->pdata[i], "expires_on");

      if (!ocop_date_is_known (expires) || ocop_date_compare (expires, self->on) >= 0)
        g_ptr_array_add (self->certificates, ocop_text_fold (ocop_record_get_text (found->pdata[i], "name")));
    }
  return found != NULL;
}

/* A sheet of another set, or of a book that is no longer there, is none. */
static guint8 *
read_choices (const OcopFormFacts *self,
              const char          *field)
{
  const char *text = ocop_record_get_text (self->dossier->record, field);

  return self->criteria != NULL && text != NULL ? ocop_choices_parse (self->criteria, text, NULL) : NULL;
}

static void
find_set (OcopFormFacts *self)
{
  const OcopLaw *law = ocop_law_get_default ();
  const char *code = ocop_record_get_text (self->dossier->record, "criteria_set");

  if (code == NULL)
    code = ocop_record_get_text (self->product, "criteria_set");
  self->set = code != NULL ? ocop_law_find_set (law, code) : NULL;
  self->criteria = self->set != NULL ? ocop_law_get_criteria (law, self->book, code, NULL) : NULL;
  self->self = read_choices (self, "self_choices");
  self->advised = read_choices (self, "advised_choices");
}

static gboolean
read_producer (OcopFormFacts  *self,
               OcopReader     *reader,
               GError        **error)
{
  if (!ocop_records_follow (reader, self->product, "producer", &self->producer, error))
    return FALSE;
  return self->producer == NULL || read_certificates (self, reader, "producer", ocop_record_get_id (self->producer), error);
}

/* The last visit that the product has a part in. */
static gboolean
read_visit (OcopFormFacts  *self,
            OcopReader     *reader,
            GError        **error)
{
  g_autoptr(GPtrArray) stops = ocop_records_load (reader, "visit_product", "dossier", ocop_record_get_id (self->dossier->record),
                                                  "visit.visit_on", error);

  if (stops == NULL || stops->len == 0)
    return stops != NULL;
  self->stop = g_ptr_array_steal_index (stops, stops->len - 1);
  return ocop_records_follow (reader, self->stop, "visit", &self->visit, error);
}

static gboolean
read_tests (OcopFormFacts  *self,
            OcopReader     *reader,
            GError        **error)
{
  self->tests = ocop_records_load (reader, "extra_test", "dossier", ocop_record_get_id (self->dossier->record), "sent_on", error);
  return self->tests != NULL;
}

OcopFormFacts *
ocop_form_facts_load (OcopReader  *reader,
                      const char  *id,
                      OcopDate     on,
                      GError     **error)
{
  g_autoptr(OcopFormFacts) self = g_new0 (OcopFormFacts, 1);

  self->on = on;
  self->book = ocop_law_book_on (ocop_law_get_default (), on);
  self->certificates = g_ptr_array_new_with_free_func (g_free);
  self->dossier = ocop_dossier_load (reader, id, on, error);
  self->office = self->dossier != NULL ? ocop_reader_office (reader, error) : NULL;
  if (self->office == NULL)
    return NULL;
  if (!ocop_records_follow (reader, self->dossier->record, "product", &self->product, error) || !read_places (self, reader, error) || !read_producer (self, reader, error) ||
      !read_workers (self, reader, error) || !read_visit (self, reader, error) || !read_tests (self, reader, error) ||
      !read_certificates (self, reader, "product", ocop_record_get_id (self->product), error))
    return NULL;
  find_set (self);
  return g_steal_pointer (&self);
}

/* Values that are made of others */

static char *
make_address (const OcopFormFacts *self)
{
  const char *places[3] = { NULL };
  guint n = 0;

  if (self->commune != NULL)
    places[n++] = self->commune;
  if (self->province != NULL)
    places[n++] = self->province;
  return ocop_postal_address (self->producer != NULL ? ocop_record_get_text (self->producer, "address") : NULL, places);
}

static char *
make_classification (const OcopFormFacts *self)
{
  if (self->set == NULL)
    return NULL;
  return g_strjoin (" – ", self->set->sector_title, self->set->group_title, self->set->subgroup_title, NULL);
}

static char *
make_set (const OcopFormFacts *self)
{
  return self->set != NULL ? g_strdup_printf ("%02u. %s", self->set->number, self->set->title) : NULL;
}

/* Article 6.2.d and 6.3.a: how many are handed in; none of services. */
static char *
make_samples (const OcopFormFacts *self)
{
  gint64 n = ocop_record_get_integer (self->dossier->record, "samples", -1);

  if (n >= 0)
    return ocop_number_to_document (n);
  for (guint i = 0; i < self->book->documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (self->book->documents, i);

      if (self->set != NULL && g_strcmp0 (document->except_set, self->set->code) == 0)
        return g_strdup (_("not asked for of this set"));
    }
  return NULL;
}

static char *
make_body (const char *place)
{
  return place != NULL ? g_strdup_printf ("UBND %s", place) : NULL;
}

static char *
make_commune_body (const OcopFormFacts *self)
{
  return make_body (self->commune);
}

static char *
make_province_body (const OcopFormFacts *self)
{
  return make_body (self->province);
}

static const struct
{
  const char *name;
  char *(*make) (const OcopFormFacts *self);
} makers[] = {
  { "made.address", make_address },
  { "made.classification", make_classification },
  { "made.set", make_set },
  { "made.samples", make_samples },
  { "made.commune-body", make_commune_body },
  { "made.province-body", make_province_body },
};

/* Asking */

static OcopRecord *
get_record (const OcopFormFacts *self,
            guint                subject)
{
  OcopRecord *records[] = { self->dossier->record, self->product, self->producer, self->workers, self->stop, self->visit };

  return records[subject];
}

/* In the order of the records above. */
static const struct
{
  const char *prefix;
  const char *kind;
} subjects[] = {
  { "dossier.", "dossier" },
  { "product.", "product" },
  { "producer.", "producer" },
  { "workers.", "producer_year" },
  { "stop.", "visit_product" },
  { "visit.", "visit" },
};

static const OcopField *
find_field (const char *value,
            guint      *subject)
{
  for (*subject = 0; *subject < G_N_ELEMENTS (subjects); (*subject)++)
    if (g_str_has_prefix (value, subjects[*subject].prefix))
      {
        const OcopKind *kind = ocop_kind_find (subjects[*subject].kind);
        const OcopField *field = kind != NULL ? ocop_kind_find_field (kind, value + strlen (subjects[*subject].prefix)) : NULL;

        return field != NULL && ocop_field_is_stored (field) && field->type != OCOP_FIELD_LINK ? field : NULL;
      }
  return NULL;
}

static int
find_maker (const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, value))
      return (int) i;
  return -1;
}

gboolean
ocop_form_facts_has (const char *value)
{
  guint subject;

  return find_maker (value) >= 0 || find_field (value, &subject) != NULL;
}

char *
ocop_form_facts_get (const OcopFormFacts *self,
                     const char          *value)
{
  int maker = find_maker (value);
  guint subject;
  const OcopField *field = maker < 0 ? find_field (value, &subject) : NULL;
  const OcopRecord *record = field != NULL ? get_record (self, subject) : NULL;
  g_autofree char *text = NULL;

  if (maker >= 0)
    return makers[maker].make (self);
  if (record == NULL)
    return NULL;
  text = ocop_field_format (field, ocop_record_get (record, field->name));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

gboolean
ocop_form_facts_has_document (const OcopFormFacts *self,
                              const char          *code)
{
  for (guint i = 0; i < self->dossier->documents->len; i++)
    {
      const OcopRecord *document = g_ptr_array_index (self->dossier->documents, i);
      const char *state = ocop_record_get_text (document, "state");

      if (g_strcmp0 (ocop_record_get_text (document, "document"), code) == 0)
        return g_strcmp0 (state, "handed-in") == 0 || g_strcmp0 (state, "carried") == 0;
    }
  return FALSE;
}

gboolean
ocop_form_facts_has_certificate (const OcopFormFacts *self,
                                 const char          *words)
{
  g_auto(GStrv) alternatives = g_strsplit (words, "|", -1);

  for (guint i = 0; i < self->certificates->len; i++)
    for (char **alternative = alternatives; *alternative != NULL; alternative++)
      if (strstr (self->certificates->pdata[i], *alternative) != NULL)
        return TRUE;
  return FALSE;
}
