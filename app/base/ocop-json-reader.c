/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-json-reader.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"

/* One step of the walk. */
typedef struct
{
  JsonNode *node;         /* borrowed; NULL once something is wrong */
  char *place;
  GHashTable *members;    /* the members of an object that somebody asked for; borrowed names */
} Step;

struct _OcopJsonReader
{
  char *name;
  JsonParser *parser;
  GPtrArray *steps;     /* Step, the current one last */
  GError *error;
};

static void
step_free (Step *step)
{
  g_free (step->place);
  g_hash_table_unref (step->members);
  g_free (step);
}

static Step *
current_step (OcopJsonReader *self)
{
  return g_ptr_array_index (self->steps, self->steps->len - 1);
}

static void
fail_at (OcopJsonReader *self,
         const char     *place,
         const char     *what)
{
  if (self->error == NULL)
    self->error = g_error_new (OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, "%s: %s: %s", self->name, place, what);
}

static char *
place_of (OcopJsonReader *self,
          const char     *member)
{
  return g_strconcat (current_step (self)->place, ".", member, NULL);
}

void
ocop_json_reader_fail (OcopJsonReader *self,
                       const char     *member,
                       const char     *what)
{
  g_autofree char *place = place_of (self, member);

  fail_at (self, place, what);
}

static void
push (OcopJsonReader *self,
      JsonNode       *node,
      char           *place)
{
  Step *step = g_new0 (Step, 1);

  step->node = node;
  step->place = place;
  step->members = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->steps, step);
}

/* A misspelt member would otherwise pass for one that is not there. */
static void
refuse_unknown_members (OcopJsonReader *self)
{
  Step *step = current_step (self);
  JsonObjectIter iter;
  const char *member;

  if (self->error != NULL || step->node == NULL || !JSON_NODE_HOLDS_OBJECT (step->node))
    return;
  json_object_iter_init (&iter, json_node_get_object (step->node));
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_hash_table_contains (step->members, member))
      ocop_json_reader_fail (self, member, _("nothing of this name is known"));
}

OcopJsonReader *
ocop_json_reader_new (GBytes     *bytes,
                      const char *name)
{
  OcopJsonReader *self = g_new0 (OcopJsonReader, 1);
  g_autoptr(GError) error = NULL;
  JsonNode *root;

  self->name = g_strdup (name);
  self->parser = json_parser_new_immutable ();
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  root = ocop_json_load (self->parser, bytes, &error);
  if (root == NULL)
    fail_at (self, "$", error->message);
  push (self, root, g_strdup ("$"));
  return self;
}

void
ocop_json_reader_free (OcopJsonReader *self)
{
  g_free (self->name);
  g_object_unref (self->parser);
  g_ptr_array_unref (self->steps);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
ocop_json_reader_finish (OcopJsonReader  *self,
                         GError         **error)
{
  refuse_unknown_members (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/* NULL when there is none; says nothing about it. */
static JsonNode *
find_member (OcopJsonReader *self,
             const char     *member)
{
  Step *step = current_step (self);

  if (self->error != NULL || step->node == NULL)
    return NULL;
  g_hash_table_add (step->members, (gpointer) member);
  return json_object_get_member (json_node_get_object (step->node), member);
}

gboolean
ocop_json_reader_has (OcopJsonReader *self,
                      const char     *member)
{
  return find_member (self, member) != NULL;
}

/* NULL when it is missing or of another type than @type, which is then said as @what. */
static JsonNode *
demand_member (OcopJsonReader *self,
               const char     *member,
               JsonNodeType    type,
               const char     *what)
{
  JsonNode *node = find_member (self, member);

  if (node != NULL && json_node_get_node_type (node) == type)
    return node;
  ocop_json_reader_fail (self, member, what);
  return NULL;
}

GPtrArray *
ocop_json_reader_names (OcopJsonReader *self)
{
  Step *step = current_step (self);
  GPtrArray *names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  if (self->error != NULL || step->node == NULL)
    return names;
  json_object_iter_init_ordered (&iter, json_node_get_object (step->node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  return names;
}

void
ocop_json_reader_enter (OcopJsonReader *self,
                        const char     *member)
{
  JsonNode *node = demand_member (self, member, JSON_NODE_OBJECT, _("expected an object"));

  push (self, node, place_of (self, member));
}

guint
ocop_json_reader_enter_array (OcopJsonReader *self,
                              const char     *member)
{
  JsonNode *node = demand_member (self, member, JSON_NODE_ARRAY, _("expected a list"));

  if (node != NULL && json_array_get_length (json_node_get_array (node)) == 0)
    ocop_json_reader_fail (self, member, _("the list is empty"));
  push (self, node, place_of (self, member));
  return self->error == NULL ? json_array_get_length (json_node_get_array (node)) : 0;
}

void
ocop_json_reader_enter_element (OcopJsonReader *self,
                                guint           index)
{
  char *place = g_strdup_printf ("%s[%u]", current_step (self)->place, index);
  JsonNode *array = current_step (self)->node;
  JsonNode *node = array != NULL ? json_array_get_element (json_node_get_array (array), index) : NULL;

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_at (self, place, _("expected an object"));
      node = NULL;
    }
  push (self, node, place);
}

void
ocop_json_reader_leave (OcopJsonReader *self)
{
  g_assert (self->steps->len > 1);

  refuse_unknown_members (self);
  g_ptr_array_set_size (self->steps, (int) self->steps->len - 1);
}

/* Borrowed; NULL when it is not a text with something in it. */
static const char *
peek_text (OcopJsonReader *self,
           const char     *member)
{
  JsonNode *node = demand_member (self, member, JSON_NODE_VALUE, _("expected a text"));
  const char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (text != NULL && *text != '\0')
    return text;
  ocop_json_reader_fail (self, member, _("expected a text"));
  return NULL;
}

char *
ocop_json_reader_text (OcopJsonReader *self,
                       const char     *member)
{
  return g_strdup (peek_text (self, member));
}

char *
ocop_json_reader_opt_text (OcopJsonReader *self,
                           const char     *member)
{
  return ocop_json_reader_has (self, member) ? ocop_json_reader_text (self, member) : NULL;
}

char *
ocop_json_reader_object (OcopJsonReader *self,
                         const char     *member)
{
  JsonNode *node = demand_member (self, member, JSON_NODE_OBJECT, _("expected an object"));

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

guint
ocop_json_reader_number (OcopJsonReader *self,
                         const char     *member,
                         guint           minimum,
                         guint           maximum)
{
  JsonNode *node = demand_member (self, member, JSON_NODE_VALUE, _("expected a whole number"));
  g_autofree char *range = NULL;
  gint64 number;

  if (node == NULL)
    return 0;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    {
      ocop_json_reader_fail (self, member, _("expected a whole number"));
      return 0;
    }
  number = json_node_get_int (node);
  if (number >= minimum && number <= maximum)
    return (guint) number;
  range = g_strdup_printf (_("expected a number from %u to %u"), minimum, maximum);
  ocop_json_reader_fail (self, member, range);
  return 0;
}

gboolean
ocop_json_reader_flag (OcopJsonReader *self,
                       const char     *member)
{
  JsonNode *node = ocop_json_reader_has (self, member)
                     ? demand_member (self, member, JSON_NODE_VALUE, _("expected true or false")) : NULL;

  if (node != NULL && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    ocop_json_reader_fail (self, member, _("expected true or false"));
  return node != NULL && json_node_get_boolean (node);
}

OcopDate
ocop_json_reader_day (OcopJsonReader *self,
                      const char     *member)
{
  const char *text = peek_text (self, member);
  char canonical[OCOP_DATE_TEXT_SIZE];
  OcopDate day;

  if (text != NULL && ocop_date_parse (text, &day) && ocop_date_is_day (day)
      && g_str_equal (ocop_date_to_text (day, canonical), text))
    return day;
  ocop_json_reader_fail (self, member, _("expected a day as YYYY-MM-DD"));
  return OCOP_DATE_UNKNOWN;
}

static guint
find_choice (const char * const *choices,
             const char         *text)
{
  guint i = 0;

  while (choices[i] != NULL && g_strcmp0 (choices[i], text) != 0)
    i++;
  return i;
}

static void
fail_choice (OcopJsonReader     *self,
             const char         *place,
             const char * const *choices)
{
  g_autofree char *list = g_strjoinv (", ", (char **) choices);
  g_autofree char *what = g_strdup_printf (_("expected one of: %s"), list);

  fail_at (self, place, what);
}

guint
ocop_json_reader_choice (OcopJsonReader     *self,
                         const char         *member,
                         const char * const *choices)
{
  guint choice = find_choice (choices, peek_text (self, member));
  g_autofree char *place = place_of (self, member);

  if (choices[choice] != NULL)
    return choice;
  fail_choice (self, place, choices);
  return 0;
}

guint
ocop_json_reader_choices (OcopJsonReader     *self,
                          const char         *member,
                          const char * const *choices)
{
  JsonNode *node = ocop_json_reader_has (self, member)
                     ? demand_member (self, member, JSON_NODE_ARRAY, _("expected a list")) : NULL;
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint bits = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;
      guint choice = find_choice (choices, text);
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", current_step (self)->place, member, i);

      if (choices[choice] == NULL)
        fail_choice (self, place, choices);
      else
        bits |= 1u << choice;
    }
  return bits;
}
