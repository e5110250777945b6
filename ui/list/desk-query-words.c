/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-query-words.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "list/desk-list-spec.h"
#include "report/ocop-office-area.h"

/* @pattern: around the values; @separator: between them */
static const struct
{
  const char *name, *pattern, *separator;
} operators[] = {
  { "is", "%s", ", " },
  { "is-not", NC_("condition", "not %s"), ", " },
  { "at-least", NC_("condition", "from %s"), ", " },
  { "at-most", NC_("condition", "up to %s"), ", " },
  { "not-before", NC_("condition", "not before %s"), ", " },
  { "between", "%s", " – " },
  { "contains", "“%s”", ", " },
  { "contains-words", "“%s”", ", " },
  { "within", "%s", ", " },
  { "known", NC_("condition", "known"), "" },
  { "unknown", NC_("condition", "unknown"), "" },
};

/* "Producer – Kind" */
static char *
dup_title (const OcopKind *kind,
           const char     *path)
{
  g_auto(GStrv) steps = g_strsplit (path, ".", -1);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL && kind != NULL; i++)
    {
      const OcopField *field = ocop_kind_find_field (kind, steps[i]);

      /* Only the id is no field: it stands for the record. */
      g_ptr_array_add (titles, (gpointer) _(field != NULL ? field->title : kind->title));
      kind = field != NULL && field->target != NULL ? ocop_kind_find (field->target) : NULL;
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (" – ", (char **) titles->pdata);
}

static gboolean
is_integer (const OcopField *field)
{
  return field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY || field->type == OCOP_FIELD_HUNDREDTHS ||
         field->type == OCOP_FIELD_BOOLEAN;
}

static char *
dup_value (const OcopField *field,
           const char      *text)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (field == NULL || field->type == OCOP_FIELD_LINK)
    return g_strdup (C_("condition", "as chosen"));
  value = is_integer (field) ? ocop_value_integer (g_ascii_strtoll (text, NULL, 10)) : ocop_value_text (text);
  return desk_path_format (field, &value);
}

static char *
dup_values (const OcopField *field,
            JsonArray       *values,
            const char      *separator)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (values); i++)
    g_ptr_array_add (texts, dup_value (field, json_array_get_string_element (values, i)));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (separator, (char **) texts->pdata);
}

/* "Chosen: 37 products" */
static char *
dup_chosen (const OcopKind *kind,
            guint           n)
{
  const DeskListSpec *spec = desk_list_spec_find (kind->name);
  g_autofree char *count = spec != NULL ? desk_list_spec_format_count (spec, n) : g_strdup_printf ("%u", n);

  return g_strdup_printf (C_("condition", "Chosen: %s"), count);
}

static char *
dup_condition (const OcopKind *kind,
               JsonObject     *condition)
{
  const char *path = json_object_get_string_member (condition, "field");
  const char *name = json_object_get_string_member (condition, "op");
  g_autofree char *title = dup_title (kind, path);
  g_autofree char *values = NULL;
  g_autofree char *asked = NULL;
  g_auto(GStrv) around = NULL;
  guint i = 0;

  if (ocop_office_area_is_condition (path, name))
    return g_strdup (ocop_office_area_words ());
  if (g_str_equal (path, "id") && g_str_equal (name, "is"))
    return dup_chosen (kind, json_array_get_length (json_object_get_array_member (condition, "values")));
  while (i + 1 < G_N_ELEMENTS (operators) && !g_str_equal (operators[i].name, name))
    i++;
  values = dup_values (desk_path_find_field (kind, path), json_object_get_array_member (condition, "values"), operators[i].separator);
  around = g_strsplit (g_dpgettext2 (GETTEXT_PACKAGE, "condition", operators[i].pattern), "%s", 2);
  asked = g_strjoinv (values, around);
  return g_strdup_printf ("%s: %s", title, asked);
}

static char *dup_object (JsonObject *object);

/* "Recognitions", "Recognitions as of 31/12/2025" */
static char *
dup_related (const OcopKind *kind,
             const char     *on)
{
  g_autofree char *shown = NULL;
  OcopDate day;

  if (on == NULL || !ocop_date_parse (on, &day))
    return g_strdup (_(kind->plural_title));
  shown = ocop_date_to_people (day);
  /* Translators: records of another kind, and the day as of which they are asked for */
  return g_strdup_printf (C_("condition", "%s as of %s"), _(kind->plural_title), shown);
}

/* "with Recognitions (Kind: First)" */
static char *
dup_relation (JsonObject *relation)
{
  JsonObject *query = json_object_get_object_member (relation, "query");
  g_autofree char *title = dup_related (ocop_kind_find (json_object_get_string_member (query, "subject")),
                                        json_object_get_string_member_with_default (relation, "on", NULL));
  g_autofree char *conditions = dup_object (query);
  /* Translators: records of another kind, "with Recognitions" */
  g_autofree char *words = g_strdup_printf (json_object_get_boolean_member (relation, "has") ? C_("condition", "with %s")
                                                                                            : C_("condition", "without %s"), title);

  return conditions != NULL ? g_strdup_printf ("%s (%s)", words, conditions) : g_steal_pointer (&words);
}

static guint
get_length (JsonObject *object,
            const char *member)
{
  return json_object_has_member (object, member) ? json_array_get_length (json_object_get_array_member (object, member)) : 0;
}

static char *
dup_object (JsonObject *object)
{
  const OcopKind *kind = ocop_kind_find (json_object_get_string_member (object, "subject"));
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < get_length (object, "where"); i++)
    g_ptr_array_add (words, dup_condition (kind, json_array_get_object_element (json_object_get_array_member (object, "where"), i)));
  for (guint i = 0; i < get_length (object, "has"); i++)
    g_ptr_array_add (words, dup_relation (json_array_get_object_element (json_object_get_array_member (object, "has"), i)));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

char *
desk_query_dup_words (const OcopQuery *query)
{
  g_autofree char *json = ocop_query_to_json (query);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);

  return dup_object (json_node_get_object (root));
}
