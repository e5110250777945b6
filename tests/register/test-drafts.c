/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "base/ocop-uuid.h"
#include "register/ocop-drafts.h"
#include "register/syncs.h"

typedef struct
{
  char *folder;
  char *path;
  char *register_id;
  OcopDrafts *drafts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("ocop-test-XXXXXX", NULL);
  /* In a folder that is not there yet. */
  fixture->path = g_build_filename (fixture->folder, "mới", "drafts.db", NULL);
  fixture->register_id = ocop_uuid_new ();
  fixture->drafts = ocop_drafts_open (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_clear_pointer (&fixture->drafts, ocop_drafts_close);
  g_remove (fixture->path);
  g_rmdir (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->register_id);
}

static void
reopen (Fixture *fixture)
{
  ocop_drafts_close (fixture->drafts);
  fixture->drafts = ocop_drafts_open (fixture->path);
}

static OcopRecord *
make_product (const char *name,
              gint64      version)
{
  OcopRecord *product = ocop_record_new (ocop_kind_find ("product"), NULL);

  ocop_record_set_text (product, "name", name);
  ocop_record_set_version (product, version);
  return product;
}

typedef struct
{
  OcopRecord *draft;
  gboolean done;
} Found;

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Found *found = data;

  found->draft = ocop_drafts_find_finish (result);
  found->done = TRUE;
}

static OcopRecord *
find (Fixture    *fixture,
      const char *register_id,
      const char *id)
{
  Found found = { NULL, FALSE };

  ocop_drafts_find_async (fixture->drafts, register_id, ocop_kind_find ("product"), id, NULL, on_found, &found);
  while (!found.done)
    g_main_context_iteration (NULL, TRUE);
  return found.draft;
}

static void
assert_draft (Fixture    *fixture,
              const char *id,
              const char *name,
              gint64      base)
{
  g_autoptr(OcopRecord) draft = find (fixture, fixture->register_id, id);

  g_assert_nonnull (draft);
  g_assert_cmpstr (ocop_record_get_text (draft, "name"), ==, name);
  g_assert_cmpint (ocop_record_get_version (draft), ==, base);
}

/* It outlives the program, with its values and what it was made over. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(OcopRecord) base = make_product ("Gạo", 3);
  g_autoptr(OcopRecord) typed = ocop_record_copy (base);
  g_autoptr(OcopRecord) draft = NULL;

  ocop_record_set_text (typed, "name", "Gạo thơm");
  ocop_record_set_integer (typed, "running_number", 7);
  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, base);
  reopen (fixture);
  draft = find (fixture, fixture->register_id, ocop_record_get_id (base));
  g_assert_nonnull (draft);
  g_assert_cmpstr (ocop_record_get_id (draft), ==, ocop_record_get_id (base));
  g_assert_cmpint (ocop_record_get_version (draft), ==, 3);
  for (const OcopField *field = ocop_record_get_kind (typed)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    g_assert_true (ocop_value_equal (ocop_record_get (draft, field->name), ocop_record_get (typed, field->name)));
}

/* Of a record that moved on while it was typed, the latest counts. */
static void
test_latest (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(OcopRecord) base = make_product ("Gạo", 1);
  g_autoptr(OcopRecord) typed = ocop_record_copy (base);

  for (gint64 version = 1; version <= 2; version++)
    {
      g_autofree char *name = g_strdup_printf ("Lần %d", (int) version);

      ocop_record_set_version (base, version);
      ocop_record_set_text (typed, "name", name);
      ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, base);
    }
  assert_draft (fixture, ocop_record_get_id (base), "Lần 2", 2);
  ocop_drafts_discard (fixture->drafts, fixture->register_id, ocop_kind_find ("product"), ocop_record_get_id (base));
  g_assert_null (find (fixture, fixture->register_id, ocop_record_get_id (base)));
}

static void
test_new_record (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(OcopRecord) typed = make_product ("Gạo", 0);

  g_assert_null (find (fixture, fixture->register_id, NULL));
  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, NULL);
  assert_draft (fixture, NULL, "Gạo", 0);
  ocop_drafts_discard (fixture->drafts, fixture->register_id, ocop_kind_find ("producer"), NULL);
  assert_draft (fixture, NULL, "Gạo", 0);
  ocop_drafts_discard (fixture->drafts, fixture->register_id, ocop_kind_find ("product"), NULL);
  g_assert_null (find (fixture, fixture->register_id, NULL));
}

static void
test_other_register (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(OcopRecord) typed = make_product ("Gạo", 0);
  g_autofree char *other = ocop_uuid_new ();

  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, NULL);
  g_assert_null (find (fixture, other, NULL));
}

/* A damaged file is made anew: drafts must not stand in the way of work. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(OcopRecord) typed = make_product ("Gạo", 0);
  g_autofree char *rubbish = g_strnfill (9000, 'x');

  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, NULL);
  g_clear_pointer (&fixture->drafts, ocop_drafts_close);
  g_assert_true (g_file_set_contents (fixture->path, rubbish, -1, NULL));
  fixture->drafts = ocop_drafts_open (fixture->path);
  g_assert_null (find (fixture, fixture->register_id, NULL));
  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, NULL);
  assert_draft (fixture, NULL, "Gạo", 0);
}

/* Keeping asks nothing of the disk, however slow it is. */
static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(OcopRecord) typed = make_product ("Gạo", 0);
  g_autofree char *blocked = g_path_get_dirname (fixture->path);

  g_assert_true (g_file_set_contents (blocked, "", -1, NULL));
  ocop_drafts_keep (fixture->drafts, fixture->register_id, typed, NULL);
  g_assert_null (find (fixture, fixture->register_id, NULL));
  g_remove (blocked);
}

/* It outlives the power as well: it is on the disk when it is kept. */
static void
test_power (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(OcopRecord) base = make_product ("Gạo", 3);

  ocop_drafts_keep (fixture->drafts, fixture->register_id, base, base);
  assert_draft (fixture, ocop_record_get_id (base), "Gạo", 3);
  syncs_take ();
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Gạo %u", i);

      ocop_record_set_text (base, "name", name);
      ocop_drafts_keep (fixture->drafts, fixture->register_id, base, base);
      assert_draft (fixture, ocop_record_get_id (base), name, 3);
      g_assert_cmpuint (syncs_take (), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  syncs_count ();
#define ADD(name, func) g_test_add ("/drafts/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keep", test_keep);
  ADD ("latest", test_latest);
  ADD ("new-record", test_new_record);
  ADD ("other-register", test_other_register);
  ADD ("damaged", test_damaged);
  ADD ("nowhere", test_nowhere);
  ADD ("power", test_power);
  return g_test_run ();
}
