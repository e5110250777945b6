/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

#define MOST_LEVELS 64

/* The first character behind the string that begins at @quote; @end when it has no end. */
static const char *
skip_string (const char *quote,
             const char *end)
{
  for (const char *at = quote + 1; at < end; at++)
    if (*at == '"')
      return at + 1;
    else if (*at == '\\')
      at++;
  return end;
}

/* Whatever could hide a bracket from this look, or show it one that the parser does not see, is refused. */
static gboolean
check_nesting (const char  *text,
               const char  *end,
               GError     **error)
{
  guint line = 1;
  guint levels = 0;

  for (const char *at = text; at < end; at = *at == '"' ? skip_string (at, end) : at + 1)
    {
      if (*at == '\n')
        line++;
      else if (*at == '\0' || strchr ("/'#", *at) != NULL)
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("line %u: what stands here is not JSON"), line);
          return FALSE;
        }
      else if ((*at == '[' || *at == '{') && ++levels > MOST_LEVELS)
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("line %u: nested deeper than %d levels"), line, MOST_LEVELS);
          return FALSE;
        }
      else if ((*at == ']' || *at == '}') && levels > 0)
        levels--;
    }
  return TRUE;
}

/* What was read so far. */
typedef struct
{
  GHashTable *n_members; /* JsonObject → how many members it was given; borrowed keys */
  GError *error;         /* about the first that was given twice */
} Members;

/* The parser would let the later one take the place of the earlier one and say nothing. */
static void
count_member (JsonParser *parser,
              JsonObject *object,
              const char *name,
              Members    *members)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (members->n_members, object)) + 1;

  g_hash_table_insert (members->n_members, object, GUINT_TO_POINTER (n));
  if (json_object_get_size (object) < n && members->error == NULL)
    members->error = g_error_new (OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("line %u: “%s” stands twice in the same object"),
                                  json_parser_get_current_line (parser), name);
}

static gboolean
parse (JsonParser  *parser,
       const char  *text,
       gsize        size,
       GError     **error)
{
  g_autoptr(GHashTable) n_members = g_hash_table_new (NULL, NULL);
  Members members = { n_members, NULL };
  gulong handler = g_signal_connect (parser, "object-member", G_CALLBACK (count_member), &members);
  gboolean parsed = json_parser_load_from_data (parser, text, (gssize) size, error);

  g_signal_handler_disconnect (parser, handler);
  if (members.error == NULL)
    return parsed;
  /* Of two faults the one that comes first. */
  if (!parsed)
    g_clear_error (error);
  g_propagate_error (error, members.error);
  return FALSE;
}

JsonNode *
ocop_json_load (JsonParser  *parser,
                GBytes      *bytes,
                GError     **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  if (size > 0 && (!check_nesting (text, text + size, error) || !parse (parser, text, size, error)))
    return NULL;
  root = size > 0 ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("expected an object"));
      return NULL;
    }
  return root;
}
