/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list model over a real register: order, what it emits, what it reads again. */

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "list/desk-record-list.h"

typedef struct
{
  char *folder;
  OcopRegister *reg;
  DeskRecordList *list;
  GString *changes;   /* "position-removed+added" of each items-changed */
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_string_append_printf (fixture->changes, "%s%u-%u+%u", fixture->changes->len > 0 ? ", " : "", position, removed, added);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const columns[] = { "name", "producer.name", NULL };
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("desk-list-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "list.ocop", NULL);
  fixture->reg = ocop_register_create (path, NULL);
  g_assert_nonnull (fixture->reg);
  fixture->list = desk_record_list_new (columns);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  desk_record_list_set_register (fixture->list, fixture->reg);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer list = fixture->list;

  /* What is still being read does not hold the list. */
  g_object_add_weak_pointer (G_OBJECT (fixture->list), &list);
  g_object_unref (fixture->list);
  g_assert_null (list);
  ocop_register_close (fixture->reg);
  g_object_unref (fixture->reg);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->changes, TRUE);
}

/* Products "NAME 00000", "NAME 00001" … */
static void
add_products (Fixture    *fixture,
              const char *name,
              guint       n)
{
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add products");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("product"), NULL);
      g_autofree char *text = g_strdup_printf ("%s %05u", name, i);

      ocop_record_set_text (record, "name", text);
      ocop_change_add (change, record);
    }
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

/* Until all keys are there. */
static void
wait_for_keys (Fixture *fixture)
{
  while (!desk_record_list_has_keys (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_set_text (query, text);
  ocop_query_order_by (query, "name", FALSE);
  desk_record_list_set_query (fixture->list, query);
  wait_for_keys (fixture);
}

static void
assert_changes (Fixture    *fixture,
                const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* The row at @position once it has been read; %NULL when it never is. */
static DeskRow *
get_row (Fixture *fixture,
         guint    position)
{
  DeskRow *row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (10, stop_waiting, &late);

  while (desk_row_get_key (row) == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
  return row;
}

static void
assert_name (Fixture    *fixture,
             guint       position,
             const char *expected)
{
  g_autoptr(DeskRow) row = get_row (fixture, position);

  g_assert_cmpstr (desk_row_get_value (row, 0)->text, ==, expected);
  g_assert_cmpint (desk_row_get_key (row), ==, desk_record_list_get_key (fixture->list, position));
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  add_products (fixture, "Mật ong", 3);
  add_products (fixture, "Gạo", 2);
  add_products (fixture, "Đường", 1);
  ask (fixture, NULL);
  assert_changes (fixture, "0-0+6");
  g_assert_cmpint (desk_record_list_get_count (fixture->list), ==, 6);
  /* d, đ, g, m: as the alphabet has it. */
  assert_name (fixture, 0, "Đường 00000");
  assert_name (fixture, 1, "Gạo 00000");
  assert_name (fixture, 5, "Mật ong 00002");
}

static void
test_tail_only (Fixture       *fixture,
                gconstpointer  data)
{
  add_products (fixture, "Gạo", 100);
  add_products (fixture, "Chè", 50);
  ask (fixture, NULL);
  assert_changes (fixture, "0-0+150");
  ask (fixture, "che");
  assert_changes (fixture, "50-100+0");
  assert_name (fixture, 49, "Chè 00049");
  ask (fixture, "không có");
  assert_changes (fixture, "0-50+0");
  /* The first rows, then the rest when the keys have come: how many are found is not known before. */
  ask (fixture, "gao");
  assert_changes (fixture, "0-0+64, 64-0+36");
  ask (fixture, "gạo");
  assert_changes (fixture, "");
}

/* The item of a position stays the same object; who looks at it is told of its new content. */
static void
test_slots_live_on (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DeskRow) first = NULL;
  g_autoptr(DeskRow) deep = NULL;

  add_products (fixture, "Gạo", 200);
  add_products (fixture, "Muối", 200);
  ask (fixture, "gao");
  first = get_row (fixture, 0);
  deep = get_row (fixture, 150);
  desk_row_watch (deep);
  g_assert_cmpstr (desk_row_get_value (deep, 0)->text, ==, "Gạo 00150");

  ask (fixture, "muoi");
  assert_name (fixture, 0, "Muối 00000");
  assert_name (fixture, 150, "Muối 00150");
  g_assert_true (g_list_model_get_item (G_LIST_MODEL (fixture->list), 150) == deep);
  g_object_unref (deep);
  g_assert_cmpstr (desk_row_get_value (first, 0)->text, ==, "Muối 00000");
  desk_row_unwatch (deep);
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 key;

  add_products (fixture, "Gạo", 70);
  ask (fixture, NULL);
  assert_changes (fixture, "0-0+70");
  key = desk_record_list_get_key (fixture->list, 69);

  add_products (fixture, "Bún", 2);
  desk_record_list_reload (fixture->list);
  wait_for_keys (fixture);
  assert_changes (fixture, "70-0+2");
  assert_name (fixture, 0, "Bún 00000");
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 71), ==, key);
}

/* Only the last of several queries is answered. */
static void
test_latest_wins (Fixture       *fixture,
                  gconstpointer  data)
{
  add_products (fixture, "Gạo", 300);
  add_products (fixture, "Chè", 5);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");

      ocop_query_set_text (query, i % 2 == 0 ? "gao" : "ga");
      desk_record_list_set_query (fixture->list, query);
    }
  ask (fixture, "che");
  g_assert_cmpint (desk_record_list_get_count (fixture->list), ==, 5);
  assert_changes (fixture, "0-0+5");
}

/* Between the first rows of a query and its keys, no place leads to a record of the query before. */
static void
test_keys_are_of_what_is_shown (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(DeskRow) first = NULL;
  gint64 salt;

  add_products (fixture, "Gạo", 200);
  add_products (fixture, "Muối", 200);
  ask (fixture, "gao");
  first = get_row (fixture, 0);

  ocop_query_set_text (query, "muoi");
  ocop_query_order_by (query, "name", FALSE);
  desk_record_list_set_query (fixture->list, query);
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 0), ==, desk_row_get_key (first));
  while (g_str_has_prefix (desk_row_get_value (first, 0)->text, "Gạo"))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (desk_record_list_get_count (fixture->list), ==, -1);
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 0), ==, desk_row_get_key (first));
  g_assert_cmpint (desk_record_list_get_key (fixture->list, DESK_RECORD_BATCH), ==, 0);
  salt = desk_record_list_get_key (fixture->list, 0);
  wait_for_keys (fixture);
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 0), ==, salt);
}

static void
wait_for_count (Fixture *fixture)
{
  while (desk_record_list_get_count (fixture->list) < 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
ask_for_all (Fixture *fixture)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_order_by (query, "name", FALSE);
  desk_record_list_set_query (fixture->list, query);
}

static void
count_up (guint *n)
{
  ++*n;
}

/* How long a whole list is, is known with its first rows; whoever looks further down waits for the keys. */
static void
test_length_at_once (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DeskRow) deep = NULL;
  guint n_changing = 0;

  add_products (fixture, "Gạo", 150);
  ask_for_all (fixture);
  wait_for_count (fixture);
  g_assert_cmpint (desk_record_list_get_count (fixture->list), ==, 150);
  assert_changes (fixture, "0-0+150");
  g_assert_false (desk_record_list_has_keys (fixture->list));
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 63), !=, 0);
  g_assert_cmpint (desk_record_list_get_key (fixture->list, 64), ==, 0);
  deep = g_list_model_get_item (G_LIST_MODEL (fixture->list), 140);
  g_assert_cmpint (desk_row_get_key (deep), ==, 0);

  g_signal_connect_swapped (fixture->list, "keys-changing", G_CALLBACK (count_up), &n_changing);
  wait_for_keys (fixture);
  g_assert_cmpuint (n_changing, ==, 0);
  assert_name (fixture, 140, "Gạo 00140");
  assert_changes (fixture, "");
  g_assert_cmpstr (desk_row_get_value (deep, 0)->text, ==, "Gạo 00140");
}

static void
add_five (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_func (fixture->list, add_five, fixture);
  add_products (fixture, "Bún", 5);
}

/* What was announced with the first rows is no longer so when the keys are read. */
static void
test_change_before_keys (Fixture       *fixture,
                         gconstpointer  data)
{
  add_products (fixture, "Gạo", 150);
  ask_for_all (fixture);
  g_signal_connect_swapped (fixture->list, "loaded", G_CALLBACK (add_five), fixture);
  wait_for_keys (fixture);
  assert_changes (fixture, "0-0+150, 150-0+5");
  g_assert_cmpint (desk_record_list_get_count (fixture->list), ==, 155);
  assert_name (fixture, 154, "Gạo 00149");
}

/* A later query before the keys of the former: those never come. */
static void
test_query_before_keys (Fixture       *fixture,
                        gconstpointer  data)
{
  add_products (fixture, "Gạo", 150);
  add_products (fixture, "Chè", 70);
  ask_for_all (fixture);
  wait_for_count (fixture);
  ask (fixture, "che");
  assert_changes (fixture, "0-0+220, 70-150+0");
  assert_name (fixture, 69, "Chè 00069");
}

static gboolean
work_on (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* As long as something else is to be done before the first rows are painted, the keys of a long list are not read. */
static void
test_keys_after_paint (Fixture       *fixture,
                       gconstpointer  data)
{
  guint painting;
  gint64 start;

  add_products (fixture, "Gạo", 5100);
  ask_for_all (fixture);
  wait_for_count (fixture);
  painting = g_idle_add_full (GDK_PRIORITY_REDRAW, work_on, NULL, NULL);
  for (start = g_get_monotonic_time (); g_get_monotonic_time () - start < G_USEC_PER_SEC / 5;)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (desk_record_list_has_keys (fixture->list));
  g_source_remove (painting);
  wait_for_keys (fixture);
  assert_name (fixture, 5090, "Gạo 05090");
}

/* Somebody who is quick on a slow machine may have chosen records of a short one before that. */
static void
test_few_keys_before_paint (Fixture       *fixture,
                            gconstpointer  data)
{
  guint painting = g_idle_add_full (GDK_PRIORITY_REDRAW, work_on, NULL, NULL);

  add_products (fixture, "Gạo", 150);
  ask_for_all (fixture);
  wait_for_keys (fixture);
  g_source_remove (painting);
}

/* Whatever the list was reading when it was let go is read no more, and answers nobody. */
static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  gpointer list = fixture->list;
  guint n_loaded = 0;
  gint64 start;

  add_products (fixture, "Gạo", 150);
  g_object_add_weak_pointer (G_OBJECT (fixture->list), &list);
  g_signal_connect_swapped (fixture->list, "loaded", G_CALLBACK (count_up), &n_loaded);
  ask_for_all (fixture);
  g_object_unref (fixture->list);
  g_assert_null (list);
  for (start = g_get_monotonic_time (); g_get_monotonic_time () - start < G_USEC_PER_SEC / 10;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_loaded, ==, 0);
  fixture->list = desk_record_list_new ((const char * const[]) { "name", NULL });
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 start, spent;

  add_products (fixture, "Gạo", 20000);
  start = g_get_monotonic_time ();
  ask (fixture, NULL);
  assert_name (fixture, 19999, "Gạo 19999");
  spent = g_get_monotonic_time () - start;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 20000);
  g_test_minimized_result (spent / 1e6, "20,000 keys and the last row");
  g_assert_cmpint (spent, <, 2 * G_USEC_PER_SEC);
}

static void
test_other_register (Fixture       *fixture,
                     gconstpointer  data)
{
  add_products (fixture, "Gạo", 3);
  ask (fixture, NULL);
  assert_changes (fixture, "0-0+3");
  desk_record_list_set_register (fixture->list, NULL);
  assert_changes (fixture, "0-3+0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/ui/record-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("tail-only", test_tail_only);
  ADD ("slots-live-on", test_slots_live_on);
  ADD ("reload", test_reload);
  ADD ("latest-wins", test_latest_wins);
  ADD ("keys-are-of-what-is-shown", test_keys_are_of_what_is_shown);
  ADD ("length-at-once", test_length_at_once);
  ADD ("change-before-keys", test_change_before_keys);
  ADD ("query-before-keys", test_query_before_keys);
  ADD ("keys-after-paint", test_keys_after_paint);
  ADD ("few-keys-before-paint", test_few_keys_before_paint);
  ADD ("let-go", test_let_go);
  ADD ("many", test_many);
  ADD ("other-register", test_other_register);
#undef ADD

  return g_test_run ();
}
