/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-work-rows.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-records.h"

/* Fewer digits are a number in a list. */
#define LEAST_PHONE_DIGITS 9

void
ocop_work_rows_free (OcopWorkRows *rows)
{
  g_clear_pointer (&rows->before, g_ptr_array_unref);
  g_clear_pointer (&rows->labels, g_hash_table_unref);
  g_free (rows);
}

static void
add_labels (OcopWorkRows     *rows,
            OcopReader       *reader,
            const OcopRecord *record)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *id = field->type == OCOP_FIELD_LINK ? ocop_record_get_text (record, field->name) : NULL;

      if (id != NULL && !g_hash_table_contains (rows->labels, id))
        g_hash_table_insert (rows->labels, g_strdup (id), ocop_reader_label (reader, ocop_kind_find (field->target), id));
    }
}

OcopWorkRows *
ocop_work_rows_read (OcopReader  *reader,
                     const char  *kind,
                     const char  *link,
                     const char  *id,
                     const char  *order,
                     GError     **error)
{
  g_autoptr(OcopWorkRows) rows = g_new0 (OcopWorkRows, 1);

  rows->before = ocop_records_load (reader, kind, link, id, order, error);
  rows->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (rows->before == NULL)
    return NULL;
  for (guint i = 0; i < rows->before->len; i++)
    add_labels (rows, reader, rows->before->pdata[i]);
  return g_steal_pointer (&rows);
}

OcopChange *
ocop_work_rows_save (const OcopWorkRows  *rows,
                     const GPtrArray     *after,
                     const char          *key,
                     const char          *name,
                     GError             **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("work-rows", name);

  for (guint i = 0; i < after->len; i++)
    {
      const OcopRecord *record = after->pdata[i];

      if (i >= rows->before->len && ocop_record_get (record, key)->type == OCOP_VALUE_UNKNOWN)
        continue;
      if (!ocop_record_check (record, NULL, error))
        {
          g_prefix_error (error, _("Row %u: "), i + 1);
          return NULL;
        }
      if (i < rows->before->len)
        ocop_change_edit (change, rows->before->pdata[i], record);
      else
        ocop_change_add (change, record);
    }
  return g_steal_pointer (&change);
}

/* Cells of a spreadsheet */

typedef struct
{
  GHashTable *names, *labels;
} Names;

static gboolean
collect_name (const OcopValue *values,
              gpointer         data)
{
  const Names *names = data;

  if (values[1].text == NULL)
    return TRUE;
  g_hash_table_insert (names->names, ocop_text_fold (values[1].text), g_strdup (values[0].text));
  g_hash_table_replace (names->labels, g_strdup (values[0].text), g_strdup (values[1].text));
  return TRUE;
}

GHashTable *
ocop_work_names (OcopReader  *reader,
                 const char  *kind,
                 GHashTable  *labels,
                 GError     **error)
{
  static const char * const columns[] = { "id", "name", NULL };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  return ocop_reader_each (reader, query, columns, collect_name, &(Names) { names, labels }, error) ? g_steal_pointer (&names) : NULL;
}

static guint
count_digits (const char *text,
              gboolean   *only)
{
  guint n = 0;

  *only = TRUE;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      n++;
    else
      *only &= strchr (" .+-()", *text) != NULL;
  return n;
}

static gboolean
set_choice (OcopRecord *record,
            const char *name,
            const char *text)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), name);
  g_autofree char *folded = ocop_text_fold (text);

  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    if (ocop_text_same (ocop_field_choice_title (field, choice->key), folded))
      {
        ocop_record_set_text (record, name, choice->key);
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_named (OcopRecord *record,
           const char *name,
           const char *text,
           GHashTable *names)
{
  g_autofree char *folded = ocop_text_fold (text);
  const char *id = g_hash_table_lookup (names, folded);

  if (id != NULL)
    ocop_record_set_text (record, name, id);
  return id != NULL;
}

static void
take_cell (OcopRecord *record,
           const char *text,
           GHashTable *producers,
           GHashTable *units)
{
  gboolean only_digits;
  guint digits = count_digits (text, &only_digits);

  if (digits > 0 && only_digits)
    {
      if (digits >= LEAST_PHONE_DIGITS)
        ocop_record_set_text (record, "phone", text);
    }
  else if (set_choice (record, "kind", text) || set_choice (record, "gender", text) || set_named (record, "producer", text, producers) ||
           set_named (record, "unit", text, units))
    return;
  else if (ocop_record_get_text (record, "name") == NULL)
    ocop_record_set_text (record, "name", text);
  else if (ocop_record_get_text (record, "position") == NULL)
    ocop_record_set_text (record, "position", text);
}

GPtrArray *
ocop_trainees_parse (const char *cells,
                     GHashTable *producers,
                     GHashTable *units)
{
  GPtrArray *trainees = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  g_auto(GStrv) lines = g_strsplit (cells, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) texts = g_strsplit (lines[i], "\t", -1);
      OcopRecord *record = ocop_record_new (ocop_kind_find ("trainee"), NULL);

      for (guint c = 0; texts[c] != NULL; c++)
        {
          g_autofree char *text = ocop_text_tidy (texts[c]);

          if (text != NULL)
            take_cell (record, text, producers, units);
        }
      if (ocop_record_get_text (record, "name") == NULL)
        {
          ocop_record_free (record);
          continue;
        }
      if (ocop_record_get_text (record, "kind") == NULL)
        ocop_record_set_text (record, "kind", ocop_record_get_text (record, "producer") != NULL ? "producer" : "official");
      g_ptr_array_add (trainees, record);
    }
  return trainees;
}

/* Events */

static GHashTable *
read_participants (OcopReader  *reader,
                   const char  *event,
                   GError     **error)
{
  g_autoptr(GPtrArray) held = ocop_records_load (reader, "participation", "event", event, NULL, error);
  GHashTable *products;

  if (held == NULL)
    return NULL;
  products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < held->len; i++)
    if (ocop_record_get_text (held->pdata[i], "product") != NULL)
      g_hash_table_add (products, g_strdup (ocop_record_get_text (held->pdata[i], "product")));
  return products;
}

OcopChange *
ocop_participation_add (OcopReader          *reader,
                        const char          *event,
                        const char * const  *products,
                        const char          *dealing,
                        GError             **error)
{
  g_autoptr(GHashTable) held = NULL;
  g_autoptr(OcopChange) change = ocop_change_new ("participations", _("Add who takes part in an event"));

  if (event == NULL)
    return ocop_refuse (error, _("Choose the event."));
  held = read_participants (reader, event, error);
  for (; held != NULL && *products != NULL; products++)
    {
      g_autoptr(OcopRecord) product = ocop_reader_load (reader, ocop_kind_find ("product"), *products, error);
      g_autoptr(OcopRecord) participation = NULL;
      const char *producer;

      if (product == NULL)
        return NULL;
      producer = ocop_record_get_text (product, "producer");
      if (producer == NULL || !g_hash_table_add (held, g_strdup (*products)))
        continue;
      participation = ocop_record_new (ocop_kind_find ("participation"), NULL);
      ocop_record_set_text (participation, "event", event);
      ocop_record_set_text (participation, "producer", producer);
      ocop_record_set_text (participation, "product", *products);
      ocop_record_set_text (participation, "dealing", dealing);
      ocop_change_add (change, participation);
    }
  if (held == NULL)
    return NULL;
  if (ocop_change_is_empty (change))
    return ocop_refuse (error, _("All of them take part already, or have no producer."));
  return g_steal_pointer (&change);
}
