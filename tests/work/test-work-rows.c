/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attendees pasted from a spreadsheet, and products that take part in an event. */

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/fixture.h"
#include "work/ocop-work-rows.h"

static GHashTable *
make_names (const char *name)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (names, ocop_text_fold (name), g_strdup (name));
  return names;
}

static void
test_parses (void)
{
  static const struct
  {
    const char *cells, *expected; /* name/kind/producer/unit/position/phone */
  } cases[] = {
    { "", "" },
    { "\n\t\n", "" },
    { "Nguyễn Văn An", "Nguyễn Văn An/official/-/-/-/-" },
    { "1\tNguyễn Văn An\tHTX Chè Xanh", "Nguyễn Văn An/producer/HTX Chè Xanh/-/-/-" },
    { "1\tNguyễn Văn An\thợp tác xã chè xanh\tGiám đốc\t0900 000 001\r", "Nguyễn Văn An/producer/HTX Chè Xanh/-/Giám đốc/0900 000 001" },
    { "An\tĐồng Xanh\tCông chức xã\nBình\tOfficial\t", "An/official/-/Đồng Xanh/Công chức xã/-\nBình/official/-/-/-/-" },
    { "0900000001", "" },
  };
  g_autoptr(GHashTable) producers = make_names ("HTX Chè Xanh");
  g_autoptr(GHashTable) units = make_names ("Đồng Xanh");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char * const fields[] = { "name", "kind", "producer", "unit", "position", "phone" };
      g_autoptr(GPtrArray) trainees = ocop_trainees_parse (cases[i].cells, producers, units);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint t = 0; t < trainees->len; t++)
        for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
          {
            const char *value = ocop_record_get_text (trainees->pdata[t], fields[f]);

            g_string_append_printf (text, "%s%s", f > 0 ? "/" : t > 0 ? "\n" : "", value != NULL ? value : "-");
          }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

typedef struct
{
  const char *event;
  const char * const *products;
} Wanted;

static gpointer
make_participations (OcopReader    *reader,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const Wanted *wanted = data;

  return ocop_participation_add (reader, wanted->event, wanted->products, "shown", error);
}

static gpointer
read_rows (OcopReader    *reader,
           gpointer       event,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_work_rows_read (reader, "participation", "event", event, NULL, error);
}

static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(OcopChange) owned = change;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (owned);
  ocop_register_commit (fixture->reg, owned, &error);
  g_assert_no_error (error);
}

static void
test_takes_part (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *event = fixture_add (fixture, "event", "name", "Hội chợ", "type", "fair", NULL);
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX", NULL);
  g_autofree char *tea = fixture_add (fixture, "product", "name", "Trà", "producer", producer, NULL);
  g_autofree char *rice = fixture_add (fixture, "product", "name", "Gạo", "producer", producer, NULL);
  g_autofree char *stray = fixture_add (fixture, "product", "name", "Lạc", NULL);
  const char * const products[] = { tea, rice, stray, tea, NULL };
  Wanted wanted = { event, products };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkRows) rows = NULL;
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  g_autoptr(OcopQuery) worth = ocop_query_new ("participation");

  commit (fixture, ocop_register_read (fixture->reg, make_participations, &wanted, &error));
  g_assert_cmpint (fixture_count (fixture, "participation"), ==, 2);
  g_assert_null (ocop_register_read (fixture->reg, make_participations, &wanted, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_error (&error);

  rows = ocop_register_read (fixture->reg, read_rows, event, &error);
  g_assert_cmpuint (rows->before->len, ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (rows->labels, producer), ==, "HTX");
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (after, ocop_record_copy (rows->before->pdata[i]));
  ocop_record_set_integer (after->pdata[1], "value", 5000000);
  g_ptr_array_add (after, ocop_record_new (ocop_kind_find ("participation"), NULL));
  commit (fixture, ocop_work_rows_save (rows, after, "producer", "Hội chợ", &error));
  ocop_query_set_measure (worth, OCOP_MEASURE_SUM, "value");
  g_assert_cmpint (fixture_measure (fixture, worth), ==, 5000000);
  g_assert_cmpint (fixture_count (fixture, "participation"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-rows/parses", test_parses);
  g_test_add ("/work-rows/takes-part", Fixture, NULL, fixture_set_up, test_takes_part, fixture_tear_down);
  return g_test_run ();
}
