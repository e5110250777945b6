/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-differences.h"

#include <glib/gi18n.h>

OcopOutput *
ocop_command_begin_differences (void)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "file", _("File"), NULL);
  ocop_output_add_column (output, "locality", _("Locality"), NULL);
  ocop_output_add_column (output, "about", _("About"), NULL);
  ocop_output_add_column (output, "title", _("Field"), NULL);
  ocop_output_add_column (output, "mine", _("On record"), NULL);
  ocop_output_add_column (output, "theirs", _("What came in"), NULL);
  ocop_output_add_column (output, "base", _("Both had"), NULL);
  ocop_output_add_column (output, "conflict", _("Conflict"), ocop_output_integer_field ());
  ocop_output_add_column (output, "refusal", _("Why not"), NULL);
  ocop_output_add_column (output, "taken", _("Taken"), ocop_output_integer_field ());
  return output;
}

void
ocop_command_add_differences (OcopOutput            *output,
                              const char            *file,
                              const OcopDifferences *differences)
{
  for (guint i = 0; i < ocop_differences_get_n (differences); i++)
    {
      const OcopDifference *one = ocop_differences_get (differences, i);
      const OcopValue row[] = {
        ocop_output_text (file),
        ocop_output_text (one->whose),
        ocop_output_text (one->about),
        ocop_output_text (one->title),
        ocop_output_text (one->mine),
        ocop_output_text (one->theirs),
        ocop_output_text (one->base),
        ocop_value_integer (one->conflict),
        ocop_output_text (one->refusal),
        ocop_value_integer (one->accepted),
      };

      ocop_output_add_row (output, row);
    }
}

void
ocop_command_say_differences (const OcopDifferences *differences)
{
  for (guint i = 0; i < ocop_differences_get_n (differences); i++)
    {
      const OcopDifference *one = ocop_differences_get (differences, i);
      g_autofree char *text = ocop_difference_describe (one);

      if (one->conflict || !one->accepted)
        ocop_invocation_say ("%s: %s", one->whose, text);
    }
}

void
ocop_command_print_tables (const OcopInvocation  *invocation,
                           const char * const    *names,
                           OcopOutput           **tables)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (invocation->format != OCOP_OUTPUT_JSON)
    {
      ocop_output_print (tables[0], invocation->format);
      return;
    }
  json_builder_begin_object (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      ocop_output_build_json (tables[i], builder);
    }
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

gboolean
ocop_command_commit (OcopRegister  *reg,
                     OcopChange    *change,
                     GError       **error)
{
  g_autoptr(OcopChange) owned = change;

  return change != NULL && (ocop_change_is_empty (change) || ocop_register_commit (reg, change, error));
}

void
ocop_command_show_progress (gsize    done,
                            gsize    total,
                            gpointer data)
{
  if (ocop_invocation_is_watched ())
    g_printerr ("\r%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT "%s", done + 1, total, done + 1 == total ? "\n" : "");
}
