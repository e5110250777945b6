/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-own.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "base/ocop-error.h"
#include "document-fixture.h"
#include "report/ocop-template-list.h"

#define NAME "minutes"

typedef struct
{
  char *place;      /* a folder of its own */
  char *folder;     /* of the office's own templates, not there at first */
} Own;

static void
set_up (Own           *own,
        gconstpointer  data)
{
  g_autofree char *reg = NULL;

  own->place = g_dir_make_tmp ("ocop-own-XXXXXX", NULL);
  reg = g_build_filename (own->place, "x.ocop", NULL);
  own->folder = ocop_template_own_dup_folder (reg);
}

static void
empty (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        empty (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Own           *own,
           gconstpointer  data)
{
  empty (own->place);
  g_free (own->place);
  g_free (own->folder);
}

static char *
path_in (const char *folder,
         const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A .docx of one paragraph at @name in the test's own place. */
static char *
make_document (Own        *own,
               const char *name,
               const char *body)
{
  FixtureDocument document = { .body = body };
  g_autoptr(GBytes) bytes = fixture_document (&document);
  char *path = path_in (own->place, name);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

static void
assert_used (Own        *own,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) used = ocop_template_own_load (NAME, own->folder, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = fixture_text (used);
  g_assert_cmpstr (found, ==, text);
}

static void
assert_programs_used (Own *own)
{
  g_autoptr(GBytes) shipped = ocop_template_load (ocop_template_list_find (NAME), NULL);
  g_autoptr(GBytes) used = ocop_template_own_load (NAME, own->folder, NULL);

  g_assert_true (g_bytes_equal (shipped, used));
  g_assert_false (ocop_template_own_exists (NAME, own->folder));
}

static void
replace (Own        *own,
         const char *path,
         const char *kept)
{
  g_autofree char *moved = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_template_own_replace (NAME, own->folder, path, &moved, &error));
  g_assert_no_error (error);
  name = moved != NULL ? g_path_get_basename (moved) : NULL;
  g_assert_cmpstr (name, ==, kept);
}

/* Beside the register, whatever its ending. */
static void
test_folder (void)
{
  g_autofree char *usual = ocop_template_own_dup_folder ("a/x.ocop");
  g_autofree char *other = ocop_template_own_dup_folder ("a/x.db");

  g_assert_cmpstr (usual, ==, "a/x.mau");
  g_assert_cmpstr (other, ==, "a/x.db.mau");
}

/* Without any, the program's is used, and looking makes no folder. */
static void
test_none (Own           *own,
           gconstpointer  data)
{
  g_autoptr(GBytes) alone = ocop_template_own_load (NAME, NULL, NULL);

  g_assert_nonnull (alone);
  assert_programs_used (own);
  g_assert_false (g_file_test (own->folder, G_FILE_TEST_EXISTS));
}

/* Begun from the program's; what the office made of it meanwhile is not touched. */
static void
test_begin (Own           *own,
            gconstpointer  data)
{
  g_autoptr(GBytes) shipped = ocop_template_load (ocop_template_list_find (NAME), NULL);
  g_autofree char *begun = ocop_template_own_begin (NAME, own->folder, NULL);
  g_autofree char *again = NULL;
  g_autofree char *edited = make_document (own, "edited.docx", PARAGRAPH ("Của ta"));
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (ocop_template_own_exists (NAME, own->folder));
  g_assert_true (g_file_get_contents (begun, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));
  g_assert_cmpint (g_rename (edited, begun), ==, 0);
  again = ocop_template_own_begin (NAME, own->folder, NULL);
  g_assert_cmpstr (again, ==, begun);
  assert_used (own, "Của ta\n");
}

/* Every former one is kept, under the first name that is free. */
static void
test_replace (Own           *own,
              gconstpointer  data)
{
  g_autofree char *first = make_document (own, "a.docx", PARAGRAPH ("Một"));
  g_autofree char *second = make_document (own, "b.docx", PARAGRAPH ("Hai"));
  g_autofree char *third = make_document (own, "c.docx", PARAGRAPH ("Ba"));
  g_autofree char *kept = path_in (own->folder, NAME " (1).docx");

  replace (own, first, NULL);
  assert_used (own, "Một\n");
  replace (own, second, NAME " (1).docx");
  replace (own, third, NAME " (2).docx");
  assert_used (own, "Ba\n");
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
}

/* What is no .docx leaves all as it was. */
static void
test_refused (Own           *own,
              gconstpointer  data)
{
  g_autofree char *first = make_document (own, "a.docx", PARAGRAPH ("Một"));
  g_autofree char *text = path_in (own->place, "b.docx");
  g_autofree char *absent = path_in (own->place, "absent.docx");
  g_autofree char *moved = NULL;
  g_autoptr(GError) error = NULL;

  replace (own, first, NULL);
  g_assert_true (g_file_set_contents (text, "no package", -1, NULL));
  g_assert_false (ocop_template_own_replace (NAME, own->folder, text, &moved, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_clear_error (&error);
  g_assert_false (ocop_template_own_replace (NAME, own->folder, absent, &moved, &error));
  g_assert_nonnull (error);
  g_assert_null (moved);
  assert_used (own, "Một\n");
}

/* Back to the program's: the office's own is renamed, none is no fault. */
static void
test_set_aside (Own           *own,
                gconstpointer  data)
{
  g_autofree char *first = make_document (own, "a.docx", PARAGRAPH ("Một"));
  g_autofree char *kept = NULL;
  g_autofree char *none = NULL;
  g_autoptr(GError) error = NULL;

  replace (own, first, NULL);
  g_assert_true (ocop_template_own_set_aside (NAME, own->folder, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (kept, NAME " (1).docx"));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  assert_programs_used (own);
  g_assert_true (ocop_template_own_set_aside (NAME, own->folder, &none, &error));
  g_assert_null (none);
}

/* Where no folder can be made, the message names it. */
static void
test_no_room (Own           *own,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *begun = NULL;

  g_assert_true (g_file_set_contents (own->folder, "a file", -1, NULL));
  begun = ocop_template_own_begin (NAME, own->folder, &error);
  g_assert_null (begun);
  g_assert_nonnull (error);
  g_assert_true (error->domain == OCOP_ERROR);
  g_assert_nonnull (g_strrstr (error->message, "x.mau"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-own/folder", test_folder);
  g_test_add ("/template-own/none", Own, NULL, set_up, test_none, tear_down);
  g_test_add ("/template-own/begin", Own, NULL, set_up, test_begin, tear_down);
  g_test_add ("/template-own/replace", Own, NULL, set_up, test_replace, tear_down);
  g_test_add ("/template-own/refused", Own, NULL, set_up, test_refused, tear_down);
  g_test_add ("/template-own/set-aside", Own, NULL, set_up, test_set_aside, tear_down);
  g_test_add ("/template-own/no-room", Own, NULL, set_up, test_no_room, tear_down);
  return g_test_run ();
}
