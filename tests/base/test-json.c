/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-json.h"

#include <locale.h>
#include <string.h>

#include "base/ocop-error.h"

/* Each is refused, in that line or with those words. */
static const struct
{
  const char *text;
  const char *message;
} refused[] = {
  { "", "expected an object" },
  { "[]", "expected an object" },
  { "{\n/* \" */}", "line 2" },
  { "// \"\n{}", "line 1" },
  { "{\n\n'a': 1}", "line 3" },
  { "{\"a\": \"\\\"", NULL },
  { "{\"a\": ", NULL },
  { "{\"a\": 1,\n\"b\": {},\n\"a\": 1}", "line 3: “a” stands twice" },
  { "{\"a\": [\n{\"b\": 1, \"\\u0062\": 2}]}", "line 2: “b” stands twice" },
  { "{\"a\": {\"c\": 1}, \"b\": 1, \"a\": {\"c\": 1}}", "“a” stands twice" },
};

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
test_refuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();
      g_autoptr(GBytes) bytes = bytes_of (refused[i].text);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refused[i].text);
      g_assert_null (ocop_json_load (parser, bytes, &error));
      g_assert_nonnull (error);
      if (refused[i].message != NULL)
        g_assert_nonnull (strstr (error->message, refused[i].message));
    }
}

static void
test_refuses_depth (void)
{
  g_autofree char *deep = g_strnfill (1000 * 1000, '[');
  g_autofree char *text = g_strdup_printf ("{\"a\": \"\\\"\", \"b\":\n%s", deep);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = bytes_of (text);
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_json_load (parser, bytes, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 2"));
}

static void
test_counts_no_brackets_in_strings (void)
{
  g_autofree char *brackets = g_strnfill (1000, '{');
  g_autofree char *text = g_strdup_printf ("{\"a\\\"\\\\\": \"%s\", \"b'/#\": [[1], [2]], \"c\": [{\"d\": 1}, {\"d\": 1}], \"d\": {\"c\": {\"d\": 1}}}", brackets);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = bytes_of (text);
  g_autoptr(GError) error = NULL;
  JsonNode *root = ocop_json_load (parser, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "a\"\\"), ==, brackets);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_MESSAGES, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/refuses", test_refuses);
  g_test_add_func ("/json/refuses-depth", test_refuses_depth);
  g_test_add_func ("/json/counts-no-brackets-in-strings", test_counts_no_brackets_in_strings);
  return g_test_run ();
}
