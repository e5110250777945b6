/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-objection.h"

static void
objection_free (gpointer data)
{
  OcopObjection *objection = data;

  g_free (objection->text);
  g_free (objection);
}

GPtrArray *
ocop_objections_new (void)
{
  return g_ptr_array_new_with_free_func (objection_free);
}

void
ocop_objections_add (GPtrArray  *objections,
                     gboolean    forbids,
                     const char *format,
                     ...)
{
  OcopObjection *objection = g_new (OcopObjection, 1);
  va_list arguments;

  va_start (arguments, format);
  objection->forbids = forbids;
  objection->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (objections, objection);
}

const OcopObjection *
ocop_objections_forbidden (const GPtrArray *objections)
{
  for (guint i = 0; i < objections->len; i++)
    if (((const OcopObjection *) g_ptr_array_index (objections, i))->forbids)
      return g_ptr_array_index (objections, i);
  return NULL;
}

char *
ocop_objections_to_text (const GPtrArray *objections)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < objections->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((const OcopObjection *) g_ptr_array_index (objections, i))->text);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
