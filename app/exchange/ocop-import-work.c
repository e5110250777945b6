/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a list of the work, held against the register. */

#include "exchange/ocop-import-work-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-choice-words-private.h"
#include "exchange/ocop-import-lost-zeros-private.h"
#include "exchange/ocop-import-merge-private.h"
#include "exchange/ocop-import-messages-private.h"
#include "exchange/ocop-import-places-private.h"
#include "exchange/ocop-import-producers-private.h"
#include "exchange/ocop-import-values.h"
#include "exchange/ocop-import-work-fields-private.h"
#include "plan/ocop-goal.h"

/* --- what makes two records one --- */

static const struct
{
  const char *kind;
  const char *fields[5];
} identities[] = {
  { "inspection", { "name", "producer", "planned_on", "held_on" } },
  { "course", { "name", "held_on" } },
  { "trainee", { "course", "name", "producer", "phone" } },
  { "event", { "name", "held_on" } },
  { "participation", { "event", "producer", "product", "partner" } },
  { "sales_point", { "name", "unit" } },
  { "support_programme", { "name", "year" } },
  { "support", { "name", "producer", "product", "granted_on" } },
  { "consultation", { "producer", "given_on", "topic" } },
  { "communication", { "producer", "received_on", "topic" } },
  { "value_chain", { "name" } },
  { "value_chain_member", { "chain", "product" } },
  { "tourism_site", { "name", "unit" } },
  { "task", { "plan", "name" } },
  { "budget_line", { "plan", "name", "source" } },
  { "plan_product", { "plan", "name", "producer" } },
  { "target", { "plan", "name" } },
  { "target_share", { "target", "unit" } },
  { "sales_link", { "product", "channel", "name", "address" } },
  { "product_year", { "product", "year" } },
  { "producer_year", { "producer", "year" } },
  { "reward", { "recognition", "producer" } },
  { "inspection_point", { "inspection", "product", "topic", "finding" } },
};

static void
append_to_key (GString          *key,
               const OcopRecord *record,
               const char       *field)
{
  const OcopValue *value = ocop_record_get (record, field);
  gboolean is_text = ocop_kind_find_field (ocop_record_get_kind (record), field)->type == OCOP_FIELD_TEXT;
  g_autofree char *folded = is_text && value->type == OCOP_VALUE_TEXT ? ocop_text_fold (value->text) : NULL;

  if (value->type == OCOP_VALUE_INTEGER)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == OCOP_VALUE_TEXT)
    g_string_append (key, folded != NULL ? folded : value->text);
  g_string_append_c (key, '\n');
}

char *
ocop_import_work_dup_key (const OcopRecord *record)
{
  const char *kind = ocop_record_get_kind (record)->name;
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (identities); i++)
    for (guint f = 0; strcmp (identities[i].kind, kind) == 0 && identities[i].fields[f] != NULL; f++)
      append_to_key (key, record, identities[i].fields[f]);
  return g_string_free (key, FALSE);
}

/* --- what it links to --- */

static const char *
get_cell (const OcopImportMatch *match,
          const OcopImportDraft *draft,
          const char            *field)
{
  return ocop_import_find_field (ocop_import_mapping_get_kind (match->mapping), field) != NULL
           ? ocop_import_mapping_get_text (match->mapping, draft->row, field) : NULL;
}

static void G_GNUC_PRINTF (3, 4)
refuse (OcopImportMatch *match,
        const char      *field,
        const char      *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_WRONG, ocop_import_mapping_get (match->mapping, field), "%s", text);
}

static OcopImportEntry *
find_coded_unit (OcopImportMatch *match,
                 const char      *code)
{
  g_autofree char *restored = ocop_import_restore_unit_code (code, "commune");
  const GPtrArray *coded = ocop_import_index_find_code (match->index, OCOP_IMPORT_UNIT, restored != NULL ? restored : code);

  return coded != NULL ? coded->pdata[0] : NULL;
}

/* A list of the work brings no units of its own: what the register does not know is an error of writing. */
static OcopImportEntry *
find_place (OcopImportMatch *match,
            OcopImportDraft *draft)
{
  const char *commune = draft->places[OCOP_IMPORT_COMMUNE];
  OcopImportEntry *place;

  if (commune == NULL && draft->places[OCOP_IMPORT_DISTRICT] == NULL && draft->places[OCOP_IMPORT_PROVINCE] == NULL)
    return NULL;
  if (commune != NULL && strspn (commune, "0123456789") == strlen (commune))
    place = find_coded_unit (match, commune);
  else
    place = ocop_import_find_place (match->index, draft, match->origin, match->messages);
  if (place == NULL)
    refuse (match, "locality.commune", _("the register has no locality “%s”"),
            commune != NULL ? commune : draft->places[OCOP_IMPORT_DISTRICT] != NULL ? draft->places[OCOP_IMPORT_DISTRICT] : draft->places[OCOP_IMPORT_PROVINCE]);
  return place;
}

static OcopImportEntry *
find_taxed_producer (OcopImportMatch  *match,
                     const OcopRecord *producer)
{
  const char *code = ocop_record_get_text (producer, "tax_code");
  const GPtrArray *coded = code != NULL ? ocop_import_index_find_code (match->index, OCOP_IMPORT_PRODUCER, code) : NULL;

  return coded != NULL ? coded->pdata[0] : NULL;
}

static gboolean
is_planned (const OcopImportDraft *draft)
{
  return strcmp (ocop_record_get_kind (draft->work)->name, "plan_product") == 0;
}

/* Whoever registers an idea for a plan need not have been heard of before. */
static gboolean
is_newcomer (OcopImportMatch       *match,
             const OcopImportDraft *draft)
{
  const char *name = ocop_record_get_text (draft->producer, "name");
  g_autofree char *folded = name != NULL && is_planned (draft) ? ocop_text_fold (name) : NULL;
  const GPtrArray *named = folded != NULL ? ocop_import_index_find (match->index, OCOP_IMPORT_PRODUCER, folded) : NULL;

  return folded != NULL && (named == NULL || named->len == 0);
}

/* The row's place is that of the work, which need not be the producer's: it is asked only where several have the name. */
static OcopImportEntry *
find_producer (OcopImportMatch *match,
               OcopImportDraft *draft,
               OcopImportEntry *place)
{
  const char *name = ocop_record_get_text (draft->producer, "name");
  OcopImportEntry *found = find_taxed_producer (match, draft->producer);

  if (found != NULL || (name == NULL && ocop_record_get_text (draft->producer, "tax_code") == NULL))
    return found;
  if (name != NULL)
    found = ocop_import_find_producer (match, draft->producer, NULL, TRUE);
  if (name != NULL && found == NULL && place != NULL)
    found = ocop_import_find_producer (match, draft->producer, place, TRUE);
  if (found == NULL && is_newcomer (match, draft))
    return NULL;
  if (found == NULL && name != NULL)
    refuse (match, "producer.name", _("the register has no producer “%s”, or several: name its commune or tax code"), name);
  else if (found == NULL)
    refuse (match, "producer.tax_code", _("the register has no producer with the tax code %s"), ocop_record_get_text (draft->producer, "tax_code"));
  return found;
}

static OcopImportEntry *
find_named_product (OcopImportMatch       *match,
                    const char            *name,
                    const OcopImportEntry *producer,
                    guint                 *n_found)
{
  g_autofree char *folded = ocop_text_fold (name);
  const GPtrArray *named = ocop_import_index_find (match->index, OCOP_IMPORT_PRODUCT, folded);
  OcopImportEntry *found = NULL;

  *n_found = 0;
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      OcopImportEntry *product = named->pdata[i];

      if (strcmp (product->folded, folded) != 0
          || (producer != NULL && g_strcmp0 (ocop_record_get_text (product->record, "producer"), ocop_record_get_id (producer->record)) != 0))
        continue;
      found = product;
      (*n_found)++;
    }
  return *n_found == 1 ? found : NULL;
}

static OcopImportEntry *
find_product (OcopImportMatch       *match,
              OcopImportDraft       *draft,
              const OcopImportEntry *producer)
{
  const char *name = ocop_record_get_text (draft->product, "name"), *code = ocop_record_get_text (draft->product, "product_code");
  const GPtrArray *coded = code != NULL ? ocop_import_index_find_code (match->index, OCOP_IMPORT_PRODUCT, code) : NULL;
  OcopImportEntry *found = coded != NULL ? coded->pdata[0] : NULL;
  guint n_found = 0;

  if (found != NULL || (name == NULL && code == NULL))
    return found;
  if (name != NULL)
    found = find_named_product (match, name, producer, &n_found);
  if (found == NULL && n_found > 1)
    refuse (match, "product.name", _("%u products are called “%s”: name the producer or the product's code"), n_found, name);
  else if (found == NULL && name != NULL)
    refuse (match, "product.name", producer != NULL ? _("the producer has no product “%s” in the register") : _("the register has no product “%s”"), name);
  else if (found == NULL)
    refuse (match, "product.product_code", _("the register has no product with the code %s"), code);
  return found;
}

/* A visit has one name for all whom it calls on: then the producer tells which one it was. */
static gboolean
find_linked (OcopImportMatch        *match,
             const OcopImportDraft  *draft,
             const OcopField        *field,
             const char             *name,
             const char            **id)
{
  const char *producer = draft->producer != NULL ? ocop_record_get_text (draft->producer, "name") : NULL;
  g_autofree char *longer = producer != NULL ? g_strconcat (name, " ", producer, NULL) : NULL;

  if (longer != NULL && ocop_import_index_find_linked (match->index, field->target, longer, id) && *id != NULL)
    return TRUE;
  return ocop_import_index_find_linked (match->index, field->target, name, id);
}

/* Courses, events, plans …: by the name that the register has for them. */
static void
link_by_name (OcopImportMatch       *match,
              const OcopImportDraft *draft,
              const OcopField       *field)
{
  g_autofree char *column = g_strconcat (ocop_record_get_kind (draft->work)->name, ".", field->name, NULL);
  const char *name = get_cell (match, draft, column);
  const char *id = NULL;

  if (name == NULL)
    return;
  if (!find_linked (match, draft, field, name, &id))
    refuse (match, column, _("%s: the register has no “%s”"), _(field->title), name);
  else if (id == NULL)
    refuse (match, column, _("%s: the register has several “%s”"), _(field->title), name);
  else
    ocop_record_set_text (draft->work, field->name, id);
}

static void
set_link (const OcopImportDraft *draft,
          const char            *target,
          const char            *id)
{
  const OcopField *field = ocop_import_work_link (ocop_record_get_kind (draft->work), target);

  if (field != NULL && ocop_record_get_text (draft->work, field->name) == NULL)
    ocop_record_set_text (draft->work, field->name, id);
}

static gboolean
is_office (const char *name)
{
  static const char * const beginnings[] = { "ubnd", "uy ban", "so", "chi cuc", "phong", "van phong", "ban", "hoi dong", "bo", "trung tam" };
  g_autofree char *folded = ocop_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]) && folded[strlen (beginnings[i])] == ' ')
      return TRUE;
  return FALSE;
}

/* What is no producer of the register is kept in words. */
static void
keep_workplace (OcopImportMatch *match,
                OcopImportDraft *draft,
                const char      *name)
{
  const char *note = ocop_record_get_text (draft->work, "note");
  g_autofree char *longer = note != NULL ? g_strdup_printf ("%s\n%s", name, note) : g_strdup (name);

  ocop_record_set_text (draft->work, "note", longer);
  if (ocop_record_get_text (draft->work, "kind") == NULL && is_office (name))
    ocop_record_set_text (draft->work, "kind", "official");
  if (!is_office (name))
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_NOTE, ocop_import_mapping_get (match->mapping, "workplace.name"),
                     _("the register has no producer “%s”: kept in the note"), name);
}

/* Who attends works for a producer, or at an office. */
static void
find_workplace (OcopImportMatch *match,
                OcopImportDraft *draft,
                OcopImportEntry *place)
{
  const char *name = get_cell (match, draft, "workplace.name");
  OcopImportEntry *producer;

  if (name == NULL || ocop_record_get_text (draft->work, "producer") != NULL)
    return;
  ocop_record_set_text (draft->producer, "name", name);
  producer = ocop_import_find_producer (match, draft->producer, NULL, TRUE);
  if (producer == NULL && place != NULL)
    producer = ocop_import_find_producer (match, draft->producer, place, TRUE);
  if (producer != NULL)
    set_link (draft, "producer", ocop_record_get_id (producer->record));
  else
    keep_workplace (match, draft, name);
}

/* Which of the register a product of a plan is, where there is one by that name and producer already. */
static OcopImportEntry *
find_planned_product (OcopImportMatch       *match,
                      const OcopImportDraft *draft,
                      const OcopImportEntry *producer)
{
  const char *name = ocop_record_get_text (draft->work, "name");
  guint n_found;

  return producer != NULL && name != NULL ? find_named_product (match, name, producer, &n_found) : NULL;
}

static gboolean
find_recognition (OcopImportMatch        *match,
                  const OcopImportEntry  *product,
                  const char             *by,
                  const char            **id)
{
  g_autofree char *name = by != NULL ? g_strconcat (ocop_record_get_id (product->record), " ", by, NULL) : NULL;

  *id = NULL;
  return name != NULL && ocop_import_index_find_linked (match->index, "recognition", name, id) && *id != NULL;
}

/* What was paid was paid for one recognition: by the decision, else by the class that the product reached but once. */
static void
link_recognition (OcopImportMatch       *match,
                  const OcopImportDraft *draft,
                  const OcopImportEntry *product)
{
  const char *number = get_cell (match, draft, "reward.recognition"), *stars = get_cell (match, draft, "class.name"), *id;
  g_autofree char *class = NULL;
  gint64 n;

  if (stars != NULL && ocop_import_parse_class (stars, &n))
    class = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  if (find_recognition (match, product, number, &id) || find_recognition (match, product, class, &id))
    ocop_record_set_text (draft->work, "recognition", id);
  else
    refuse (match, "product.name", _("no recognition of the product has that decision, or that class alone: give the decision's number"));
}

static void
find_links (OcopImportMatch *match,
            OcopImportDraft *draft)
{
  const OcopKind *kind = ocop_record_get_kind (draft->work);
  OcopImportEntry *place = find_place (match, draft);
  OcopImportEntry *producer = find_producer (match, draft, place);
  OcopImportEntry *product = is_planned (draft) ? find_planned_product (match, draft, producer) : find_product (match, draft, producer);

  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (field->type == OCOP_FIELD_LINK && strcmp (field->target, "recognition") != 0 && ocop_import_index_has_linked (match->index, field->target))
      link_by_name (match, draft, field);
  if (strcmp (kind->name, "reward") == 0 && product != NULL)
    link_recognition (match, draft, product);
  if (product != NULL && producer == NULL)
    set_link (draft, "producer", ocop_record_get_text (product->record, "producer"));
  if (producer != NULL)
    set_link (draft, "producer", ocop_record_get_id (producer->record));
  if (product != NULL)
    set_link (draft, "product", ocop_record_get_id (product->record));
  if (place != NULL)
    set_link (draft, "unit", ocop_record_get_id (place->record));
  find_workplace (match, draft, place);
}

/* --- what such lists leave unsaid --- */

/* A choice without which no record is stored, and which few lists have a column for. */
static const struct
{
  const char *kind, *field, *key;
} usual[] = {
  { "trainee", "kind", "other" },
  { "event", "type", "other" },
  { "value_chain", "type", "ordinary" },
};

static void
complete_state (OcopRecord *work,
                const char *day,
                const char *done,
                const char *yet)
{
  OcopDate date = ocop_record_get_date (work, day);
  gboolean past = ocop_date_is_known (date) && ocop_date_compare (date, ocop_date_today ()) <= 0;

  if (ocop_record_get_text (work, "state") == NULL)
    ocop_record_set_text (work, "state", past ? done : yet);
}

/* How a target is set, by what stands in its row. */
static const char *
usual_operator (const OcopRecord *target)
{
  if (ocop_date_is_known (ocop_record_get_date (target, "by_day")))
    return "by-day";
  if (ocop_record_get (target, "value")->type == OCOP_VALUE_UNKNOWN)
    return "counted";
  return ocop_record_get (target, "value_to")->type == OCOP_VALUE_UNKNOWN ? "at-least" : "between";
}

/* Without a place of its own a target stands where its row does. */
static void
complete_target (OcopRecord *target,
                 guint       origin)
{
  if (ocop_record_get_text (target, "operator") == NULL)
    ocop_record_set_text (target, "operator", usual_operator (target));
  if (ocop_record_get (target, "place")->type == OCOP_VALUE_UNKNOWN)
    ocop_record_set_integer (target, "place", origin);
  ocop_goal_settle_money (target);
}

/* A list of stalls has their platform alone, and is of those that sell. */
static void
complete_sales (OcopRecord *link)
{
  const OcopKind *kind = ocop_record_get_kind (link);
  const char *name = ocop_record_get_text (link, "name");

  if (ocop_record_get_text (link, "channel") == NULL && name != NULL)
    ocop_record_set_text (link, "channel", ocop_import_read_choice (kind, ocop_kind_find_field (kind, "channel"), name));
  if (ocop_record_get (link, "active")->type == OCOP_VALUE_UNKNOWN)
    ocop_record_set_integer (link, "active", 1);
}

/* Tables of faults often have no column for what was looked at, or for the result. */
static void
complete_point (OcopRecord *point)
{
  if (ocop_record_get_text (point, "result") == NULL)
    ocop_record_set_text (point, "result", ocop_record_get_text (point, "finding") != NULL ? "fault" : "met");
  if (ocop_record_get_text (point, "topic") == NULL)
    ocop_record_set_text (point, "topic", "other");
}

static void
complete (OcopRecord *work,
          guint       origin)
{
  const char *kind = ocop_record_get_kind (work)->name;

  if (strcmp (kind, "sales_link") == 0)
    complete_sales (work);
  if (strcmp (kind, "inspection_point") == 0)
    complete_point (work);
  if (strcmp (kind, "course") == 0)
    complete_state (work, "held_on", "held", "planned");
  if (strcmp (kind, "task") == 0)
    complete_state (work, "done_on", "done", "planned");
  if (strcmp (kind, "target") == 0)
    complete_target (work, origin);
  if (strcmp (kind, "trainee") == 0 && ocop_record_get_text (work, "kind") == NULL && ocop_record_get_text (work, "producer") != NULL)
    ocop_record_set_text (work, "kind", "producer");
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (strcmp (usual[i].kind, kind) == 0 && ocop_record_get_text (work, usual[i].field) == NULL)
      ocop_record_set_text (work, usual[i].field, usual[i].key);
}

/* --- taking it --- */

/* The cells that a record cannot be without are said by their columns. */
static gboolean
check (OcopImportMatch  *match,
       const OcopRecord *work)
{
  g_autoptr(GError) error = NULL;
  const char *field;
  g_autofree char *column = NULL;

  if (ocop_record_check (work, &field, &error))
    return TRUE;
  column = g_strconcat (ocop_record_get_kind (work)->name, ".", field, NULL);
  refuse (match, column, "%s", error->message);
  return FALSE;
}

static OcopImportEntry *
find_same (OcopImportMatch  *match,
           const OcopRecord *work)
{
  g_autofree char *key = ocop_import_work_dup_key (work);
  const GPtrArray *alike = ocop_import_index_find (match->index, OCOP_IMPORT_WORK, key);

  for (guint i = 0; alike != NULL && i < alike->len; i++)
    if (ocop_import_is_compared (match, alike->pdata[i]))
      return alike->pdata[i];
  return NULL;
}

static void
say_duplicate (OcopImportMatch       *match,
               const OcopImportEntry *entry)
{
  if (entry->origin != 0)
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DUPLICATE, OCOP_IMPORT_NO_COLUMN,
                     /* Translators: the number of a row */
                     _("the same as row %u"), entry->origin);
  else
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_DUPLICATE, OCOP_IMPORT_NO_COLUMN, "%s", _("in the register already"));
}

static void
add_newcomer (OcopImportMatch *match,
              OcopImportDraft *draft)
{
  OcopImportEntry *producer;

  if (ocop_record_get_text (draft->work, "producer") != NULL || !is_newcomer (match, draft))
    return;
  ocop_record_set_text (draft->producer, "unit", ocop_record_get_text (draft->work, "unit"));
  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_NOTE, ocop_import_mapping_get (match->mapping, "producer.name"),
                   _("a producer that the register does not have yet: added"));
  producer = ocop_import_index_add (match->index, OCOP_IMPORT_PRODUCER, g_steal_pointer (&draft->producer), match->origin);
  ocop_record_set_text (draft->work, "producer", ocop_record_get_id (producer->record));
}

void
ocop_import_take_work (OcopImportMatch *match,
                       OcopImportDraft *draft)
{
  static const char * const settled[] = { "name", NULL };
  g_autofree char *closed = NULL;
  OcopImportEntry *there;

  find_links (match, draft);
  complete (draft->work, match->origin);
  if (ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_WRONG) || !check (match, draft->work))
    return;
  there = find_same (match, draft->work);
  match->adds = there == NULL;
  closed = there == NULL ? ocop_import_index_dup_closed (match->index, draft->work) : NULL;
  if (closed != NULL)
    ocop_import_say (match->messages, OCOP_IMPORT_SAYS_WRONG, OCOP_IMPORT_NO_COLUMN, "%s", closed);
  else if (there != NULL)
    ocop_import_merge (match, there, draft->work, settled);
  else
    {
      match->writes = TRUE;
      if (is_planned (draft))
        add_newcomer (match, draft);
      ocop_import_index_add (match->index, OCOP_IMPORT_WORK, g_steal_pointer (&draft->work), match->origin);
    }
  if (there != NULL && !match->writes)
    say_duplicate (match, there);
}
