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

JsonNode *
ocop_json_load (JsonParser  *parser,
                GBytes      *bytes,
                GError     **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  if (size > 0 && (!check_nesting (text, text + size, error) || !json_parser_load_from_data (parser, text, (gssize) size, error)))
    return NULL;
  root = size > 0 ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("expected an object"));
      return NULL;
    }
  return root;
}
