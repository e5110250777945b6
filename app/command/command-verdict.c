/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop verdict */

#include <stdio.h>

#include <glib/gi18n.h>

#include "commands.h"
#include "evaluation/ocop-scoring-file.h"
#include "evaluation/ocop-verdict-words.h"

/* Prints the verdict in one line. */
static OcopStatus
judge (GBytes  *bytes,
       GError **error)
{
  g_autoptr(OcopScoringFile) file = ocop_scoring_file_load (ocop_law_get_default (), bytes, error);
  g_autoptr(OcopVerdict) verdict = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return OCOP_STATUS_UNUSABLE;
  verdict = ocop_verdict_new (ocop_scoring_file_get_scoring (file));
  builder = json_builder_new ();
  ocop_verdict_build_json (verdict, ocop_scoring_file_get_scoring (file), builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
  return verdict->is_final ? OCOP_STATUS_DONE : OCOP_STATUS_NO;
}

/* Keeps a line for each line that was read, so that they can be told apart. */
static void
print_refusal (guint         number,
               const GError *error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  ocop_invocation_say (_("line %u: %s"), number, error->message);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

/* The worst of all lines. */
static OcopStatus
judge_lines (GIOChannel  *lines,
             GError     **error)
{
  OcopStatus status = OCOP_STATUS_DONE;
  char *line;
  gsize length;

  for (guint number = 1; g_io_channel_read_line (lines, &line, &length, NULL, error) == G_IO_STATUS_NORMAL; number++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (line, length);
      g_autoptr(GError) refusal = NULL;
      OcopStatus answer;

      if (*line == '\n' || *line == '\r')
        continue;
      answer = judge (bytes, &refusal);
      if (refusal != NULL)
        print_refusal (number, refusal);
      status = MAX (status, answer);
    }
  return status;
}

static OcopStatus
judge_standard_input (void)
{
  g_autoptr(GIOChannel) lines = g_io_channel_unix_new (fileno (stdin));
  GError *error = NULL;
  OcopStatus status;

  /* As they come: what is not UTF-8 is refused with its line. */
  g_io_channel_set_encoding (lines, NULL, NULL);
  status = judge_lines (lines, &error);
  return error != NULL ? ocop_invocation_fail (error) : status;
}

static OcopStatus
judge_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  OcopStatus status;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    {
      ocop_invocation_fail (error);
      return OCOP_STATUS_UNUSABLE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  status = judge (bytes, &error);
  return error != NULL ? ocop_invocation_fail (error) : status;
}

OcopStatus
ocop_command_verdict (OcopInvocation *invocation)
{
  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  if (g_str_equal (invocation->arguments[0], "-"))
    return judge_standard_input ();
  return judge_file (invocation->arguments[0]);
}
