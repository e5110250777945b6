/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-value.h"

OcopValue
ocop_value_integer (gint64 integer)
{
  return (OcopValue) { OCOP_VALUE_INTEGER, integer, NULL };
}

OcopValue
ocop_value_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return (OcopValue) OCOP_VALUE_INIT;
  return (OcopValue) { OCOP_VALUE_TEXT, 0, g_strdup (text) };
}

OcopValue
ocop_value_copy (const OcopValue *value)
{
  return (OcopValue) { value->type, value->integer, g_strdup (value->text) };
}

void
ocop_value_clear (OcopValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->type = OCOP_VALUE_UNKNOWN;
  value->integer = 0;
}

gboolean
ocop_value_equal (const OcopValue *a,
                  const OcopValue *b)
{
  return a->type == b->type && a->integer == b->integer && g_strcmp0 (a->text, b->text) == 0;
}
