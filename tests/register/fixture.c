/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/fixture.h"

#include <stdarg.h>

#include <glib/gstdio.h>

#include "base/ocop-data.h"
#include "register/sqlite/ocop-sqlite.h"

void
fixture_open (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->reg = ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  ocop_register_set_person (fixture->reg, "Người thử");
}

void
fixture_close (Fixture *fixture)
{
  ocop_register_close (fixture->reg);
  g_clear_object (&fixture->reg);
}

void
fixture_run_sql (Fixture    *fixture,
                 const char *sql)
{
  g_autoptr(OcopStore) store = NULL;

  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, NULL);
  g_assert_true (ocop_sqlite_run (store, sql, NULL));
  g_clear_pointer (&store, ocop_store_close);
  fixture_open (fixture);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ocop-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "thử nghiệm.ocop", NULL);
  fixture->reg = ocop_register_create (fixture->path, &error);
  g_assert_no_error (error);
  ocop_register_set_person (fixture->reg, "Người thử");
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->reg != NULL)
    ocop_register_close (fixture->reg);
  g_clear_object (&fixture->reg);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_add (Fixture    *fixture,
             const char *kind,
             ...)
{
  const OcopKind *described = ocop_kind_find (kind);
  g_autoptr(OcopRecord) record = ocop_record_new (described, NULL);
  g_autofree char *name = g_strconcat ("add ", kind, NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("add", name);
  g_autoptr(GError) error = NULL;
  va_list arguments;
  const char *field;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      ocop_field_parse (ocop_kind_find_field (described, field), va_arg (arguments, const char *), &value, &error);
      g_assert_no_error (error);
      ocop_record_set (record, field, &value);
    }
  va_end (arguments);
  ocop_change_add (change, record);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
  return g_strdup (ocop_record_get_id (record));
}

typedef struct
{
  const OcopKind *kind;
  const char *id;
  const OcopQuery *query;
  const char * const *columns;
  gint64 number;
} Asked;

static gpointer
read_record (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Asked *asked = data;

  return ocop_reader_load (reader, asked->kind, asked->id, error);
}

OcopRecord *
fixture_load (Fixture    *fixture,
              const char *kind,
              const char *id)
{
  Asked asked = { .kind = ocop_kind_find (kind), .id = id };
  g_autoptr(GError) error = NULL;
  OcopRecord *record = ocop_register_read (fixture->reg, read_record, &asked, &error);

  g_assert_no_error (error);
  return record;
}

void
fixture_edit (Fixture    *fixture,
              const char *kind,
              const char *id,
              const char *field,
              const char *text)
{
  g_autoptr(OcopRecord) before = fixture_load (fixture, kind, id);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autofree char *name = g_strconcat ("edit ", kind, NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", name);
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, field, text);
  ocop_change_edit (change, before, after);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

static gpointer
read_number (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Asked *asked = data;

  asked->number = ocop_reader_measure (reader, asked->query, error);
  return NULL;
}

gint64
fixture_measure_error (Fixture          *fixture,
                       const OcopQuery  *query,
                       GError          **error)
{
  Asked asked = { .query = query };

  ocop_register_read (fixture->reg, read_number, &asked, error);
  return asked.number;
}

gint64
fixture_measure (Fixture         *fixture,
                 const OcopQuery *query)
{
  g_autoptr(GError) error = NULL;
  gint64 number = fixture_measure_error (fixture, query, &error);

  g_assert_no_error (error);
  return number;
}

gint64
fixture_count (Fixture    *fixture,
               const char *kind)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  return fixture_measure (fixture, query);
}

static gpointer
read_rows (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Asked *asked = data;

  return asked->columns != NULL ? ocop_reader_rows (reader, asked->query, asked->columns, 0, -1, error)
                                : ocop_reader_groups (reader, asked->query, error);
}

OcopRows *
fixture_rows (Fixture            *fixture,
              const OcopQuery    *query,
              const char * const *columns)
{
  Asked asked = { .query = query, .columns = columns };
  g_autoptr(GError) error = NULL;
  OcopRows *rows = ocop_register_read (fixture->reg, read_rows, &asked, &error);

  g_assert_no_error (error);
  return rows;
}

OcopRows *
fixture_groups (Fixture         *fixture,
                const OcopQuery *query)
{
  return fixture_rows (fixture, query, NULL);
}

static gpointer
read_label (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Asked *asked = data;

  return ocop_reader_label (reader, asked->kind, asked->id);
}

OcopLaw *
fixture_amend_law (const char *path,
                   const char *good,
                   const char *bad)
{
  g_autoptr(GHashTable) files = ocop_data_lookup_folder ("law", NULL);
  GBytes *bytes = g_hash_table_lookup (files, path);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr(GError) error = NULL;
  OcopLaw *law;

  g_assert_cmpuint (g_string_replace (text, good, bad, 1), ==, 1);
  g_hash_table_insert (files, g_strdup (path), g_string_free_to_bytes (text));
  law = ocop_law_load (files, &error);
  g_assert_no_error (error);
  return law;
}

void
fixture_keep_law (Fixture       *fixture,
                  const OcopLaw *law,
                  gboolean       loaded)
{
  g_autoptr(OcopChange) change = ocop_change_new ("law", "Thử");
  g_autoptr(GError) error = NULL;

  ocop_change_keep_law (change, law, loaded);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

void
fixture_assert_label (Fixture    *fixture,
                      const char *kind,
                      const char *id,
                      const char *label)
{
  Asked asked = { .kind = ocop_kind_find (kind), .id = id };
  g_autofree char *found = ocop_register_read (fixture->reg, read_label, &asked, NULL);

  g_assert_cmpstr (found, ==, label);
}

void
fixture_assert_sound (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = ocop_register_check (fixture->reg, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}
