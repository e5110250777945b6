/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes from the last key of a search, after the pause that the list waits for, until
 * the first rows are in the list's model, with all columns of the product page. Each text is asked
 * for while the text without its last letter is still being looked up, as when somebody types.
 * Then the same while 200,000 products come in and all products are exported, again and again.
 *
 *   bench-search [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>
#include <time.h>

#include "bench.h"
#include "list/desk-list-table.h"
#include "list/desk-record-list.h"
#include "list/desk-row.h"
#include "report/ocop-paper-xlsx.h"

#define ROUNDS 2
#define N_IMPORTED 200000

typedef struct
{
  DeskRecordList *list;
  const DeskListSpec *spec;
  gint64 asked;
  clock_t worked;       /* processor time until then */
  gboolean seen, loaded;
  double first, whole;  /* milliseconds until the first rows and until all keys were there */
  double work;          /* of processor time until the first rows */
} Search;

/* One letter, two, three, whole words, several, and digits of every kind; all are in the register. */
static GPtrArray *
make_texts (void)
{
  static const char * const words[] = {
    "gạo", "thơm", "mật ong", "trà xanh", "nước mắm", "cà phê", "bánh tráng", "rượu nếp", "chả cá", "tinh bột nghệ", "hạt điều",
    "khô cá lóc", "đường thốt nốt", "dầu lạc", "miến dong", "măng khô", "nấm linh chi", "kẹo dừa", "gốm", "chiếu cói", "đồng xanh",
    "đồi chè", "suối vàng", "bãi cát", "gò mít", "sông nhỏ", "núi đôi", "khe mây", "cửa gió", "bến lau", "đèo mây", "hợp tác xã",
    "công ty tnhh", "hộ kinh doanh", "trang trại", "thực hành", "qđ-ubnd", "1", "12", "123", "1234", "0", "09", "0900", "09000", "2",
    "17", "305", "2999", "999", "QĐ", "htx suối", "gạo 12", "trà 305", "xyz", "gao thom dong", "c t", "t x", "ho ki do",
  };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      for (glong n = 1; n <= MIN (3, length); n++)
        g_ptr_array_add (texts, g_utf8_substring (words[i], 0, n));
      if (length > 3)
        g_ptr_array_add (texts, g_strdup (words[i]));
    }
  return texts;
}

static void
on_refilled (Search *search)
{
  search->seen = TRUE;
}

static void
on_loaded (Search *search)
{
  search->seen = search->loaded = TRUE;
}

static void
ask (Search     *search,
     const char *text)
{
  g_autoptr(OcopQuery) query = ocop_query_new (search->spec->kind);

  ocop_query_set_text (query, text);
  ocop_query_order_by (query, search->spec->order, search->spec->descending);
  search->seen = search->loaded = FALSE;
  search->asked = g_get_monotonic_time ();
  search->worked = clock ();
  desk_record_list_set_query (search->list, query);
}

/* @whole: for all keys; else for the first rows alone. */
static void
wait_for (Search   *search,
          gboolean  whole)
{
  search->first = -1;
  while (whole ? !search->loaded : search->first < 0)
    {
      g_main_context_iteration (NULL, TRUE);
      if (!search->seen || search->first >= 0)
        continue;
      search->first = bench_since (search->asked);
      search->work = (double) (clock () - search->worked) * 1000 / CLOCKS_PER_SEC;
    }
  search->whole = bench_since (search->asked);
}

static void
type (Search     *search,
      const char *text,
      gboolean    whole)
{
  g_autofree char *shorter = g_utf8_substring (text, 0, g_utf8_strlen (text, -1) - 1);
  g_autoptr(DeskRow) row = g_list_model_get_item (G_LIST_MODEL (search->list), 0);

  if (row != NULL)
    g_signal_connect_swapped (row, "refilled", G_CALLBACK (on_refilled), search);
  ask (search, shorter);
  ask (search, text);
  wait_for (search, whole);
  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, on_refilled, search);
}

static void
measure (Search *search,
         double  bound)
{
  g_autoptr(GPtrArray) texts = make_texts ();
  g_autoptr(GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) work = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS * texts->len; i++)
    {
      type (search, texts->pdata[i % texts->len], TRUE);
      g_array_append_val (first, search->first);
      g_array_append_val (whole, search->whole);
      g_array_append_val (work, search->work);
      g_debug ("%8.2f ms %8.2f ms %8u “%s”", search->first, search->whole, g_list_model_get_n_items (G_LIST_MODEL (search->list)),
               (const char *) texts->pdata[i % texts->len]);
    }
  bench_say ("search: last key to first rows, median", bench_quantile (first, 0.5), "ms", 0);
  bench_say ("search: last key to first rows, p95", bench_quantile (first, 0.95), "ms", bound);
  bench_say ("search: processor time until then, p95", bench_quantile (work, 0.95), "ms", 0);
  bench_say ("search: last key to all keys and the count, p95", bench_quantile (whole, 0.95), "ms", 0);
}

/* The work beside which somebody types. */
typedef struct
{
  Bench *bench;
  GCancellable *cancellable;
  gboolean importing, exporting;
} Work;

static gpointer
export_all (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Work *work = data;
  g_autofree char *path = bench_file (work->bench, "export.xlsx");
  const DeskListSpec *spec = desk_list_spec_find ("product");
  g_autoptr(OcopQuery) query = ocop_query_new (spec->kind);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) keys = ocop_reader_keys (reader, query, error);
  g_autoptr(OcopPaper) paper = ocop_paper_new ("export");
  OcopPaperBlock *block = g_new0 (OcopPaperBlock, 1);

  for (guint i = 0; i < desk_list_spec_n_columns (spec); i++)
    g_array_append_val (columns, i);
  g_ptr_array_add (paper->blocks, block);
  if (keys == NULL)
    return NULL;
  block->type = OCOP_PAPER_BLOCK_TABLE;
  block->table = desk_list_table_new (spec, columns, FALSE, reader, query, keys);
  return ocop_paper_xlsx_write (paper, path, NULL, NULL, cancellable, error) ? work : NULL;
}

static void on_exported (GObject *source, GAsyncResult *result, gpointer data);

static void
start_export (Work *work)
{
  work->exporting = TRUE;
  ocop_register_read_async (work->bench->reg, OCOP_LANE_LONG, export_all, work, NULL, NULL, work->cancellable, on_exported, work);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;

  work->exporting = FALSE;
  if (ocop_register_read_finish (OCOP_REGISTER (source), result, &error) != NULL && work->importing)
    start_export (work);
  else if (error != NULL && !g_cancellable_is_cancelled (work->cancellable))
    g_error ("%s", error->message);
}

static void
on_imported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;

  work->importing = FALSE;
  g_cancellable_cancel (work->cancellable);
  if (!ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    g_error ("%s", error->message);
}

static void
start_import (Work *work)
{
  OcopChange *change = ocop_change_new ("import", "import");

  for (guint i = 0; i < N_IMPORTED; i++)
    {
      OcopRecord *product = ocop_record_new (ocop_kind_find ("product"), NULL);
      g_autofree char *name = g_strdup_printf ("Bánh tráng mới %u", i);

      ocop_record_set_text (product, "name", name);
      ocop_change_add (change, product);
      ocop_record_free (product);
    }
  work->importing = TRUE;
  ocop_register_commit_async (work->bench->reg, change, NULL, on_imported, work);
}

static void
measure_busy (Search *search,
              Work   *work,
              double  bound)
{
  g_autoptr(GPtrArray) texts = make_texts ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  start_import (work);
  start_export (work);
  for (guint i = 0; work->importing; i++)
    {
      type (search, texts->pdata[i % texts->len], FALSE);
      g_array_append_val (times, search->first);
    }
  while (work->exporting)
    g_main_context_iteration (NULL, TRUE);
  bench_say ("searches while importing and exporting", times->len, "", 0);
  bench_say ("the same while importing and exporting, median", bench_quantile (times, 0.5), "ms", 0);
  bench_say ("the same while importing and exporting, p95", bench_quantile (times, 0.95), "ms", bound);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);
  const DeskListSpec *spec = desk_list_spec_find ("product");
  g_autofree const char **paths = desk_list_spec_dup_paths (spec);
  Search search = { desk_record_list_new (paths), spec };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Work work = { bench, cancellable };
  double bound = bench->n_products <= 20000 ? 16 : 60;

  g_signal_connect_swapped (search.list, "items-changed", G_CALLBACK (on_refilled), &search);
  g_signal_connect_swapped (search.list, "loaded", G_CALLBACK (on_loaded), &search);
  desk_record_list_set_register (search.list, bench->reg);
  ask (&search, "");
  wait_for (&search, TRUE);
  measure (&search, bound);
  measure_busy (&search, &work, bound);
  g_object_unref (search.list);
  return EXIT_SUCCESS;
}
