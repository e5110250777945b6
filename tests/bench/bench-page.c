/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the product page's first build takes, from the making of its list until a frame with
 * its rows in it has been painted, where all its products can be scrolled to, and until the keys of
 * them all are read, behind that frame; beside a bare column view of as many columns and rows with
 * the same texts, taken in turns in the same window. Needs a display. The time of the processor,
 * which also reads the keys, is said too: on a busy machine it tells more than the clock.
 *
 *   bench-page [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>
#include <time.h>

#include <gtk/gtk.h>

#include "bench.h"
#include "desk-page.h"
#include "desk-style.h"
#include "list/desk-list-cell.h"
#include "list/desk-list-layout.h"
#include "list/desk-list-page.h"
#include "list/desk-list-view.h"

#define ROUNDS 15
#define BOUND 1.2

typedef struct
{
  GtkWindow *window;
  OcopRegister *reg;
  const DeskListSpec *spec;
  GListModel *items;    /* as many as there are products, for the bare view */
  GPtrArray *texts;     /* of GStrv: the first rows' cells in the columns shown */
  GArray *shown;        /* of guint: those columns */
  gboolean filled;      /* the first rows are in the widgets, and the list is as long as it will be */
  gboolean painted;     /* and a frame after that */
  gboolean keyed;       /* all keys are there */
} Stage;

typedef GtkWidget *(*BuildFunc) (Stage *stage);

static void
on_loaded (Stage *stage)
{
  stage->filled = TRUE;
}

static void
on_keys_changed (DeskRecordList *records,
                 Stage          *stage)
{
  stage->keyed = desk_record_list_has_keys (records);
}

static void
watch (Stage          *stage,
       DeskRecordList *records)
{
  g_signal_connect_swapped (records, "loaded", G_CALLBACK (on_loaded), stage);
  g_signal_connect (records, "keys-changed", G_CALLBACK (on_keys_changed), stage);
}

static void
expect (Stage *stage)
{
  stage->filled = stage->painted = stage->keyed = FALSE;
}

static void
on_after_paint (Stage *stage)
{
  stage->painted = stage->filled;
}

static DeskRecordList *
make_records (Stage *stage)
{
  g_autofree const char **paths = desk_list_spec_dup_paths (stage->spec);
  DeskRecordList *records = desk_record_list_new (paths);
  g_autoptr(OcopQuery) query = ocop_query_new (stage->spec->kind);

  watch (stage, records);
  ocop_query_order_by (query, stage->spec->order, stage->spec->descending);
  desk_record_list_set_query (records, query);
  desk_record_list_set_register (records, stage->reg);
  expect (stage);
  return records;
}

static GtkWidget *
build_list (Stage *stage)
{
  g_autoptr(DeskRecordList) records = make_records (stage);

  return desk_list_view_new (stage->spec, records);
}

static DeskListView *
find_list_view (GtkWidget *widget)
{
  DeskListView *found = DESK_IS_LIST_VIEW (widget) ? DESK_LIST_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list_view (child);
  return found;
}

/* The filters above it and the form beside it as well. */
static GtkWidget *
build_page (Stage *stage)
{
  DeskPage *page = g_object_new (desk_products_page_get_type (), NULL);
  GtkColumnView *view = desk_list_view_get_column_view (find_list_view (GTK_WIDGET (page)));
  GtkMultiSelection *selection = GTK_MULTI_SELECTION (gtk_column_view_get_model (view));

  desk_page_set_register (page, stage->reg);
  watch (stage, DESK_RECORD_LIST (gtk_multi_selection_get_model (selection)));
  expect (stage);
  return GTK_WIDGET (page);
}

static void
on_bare_setup (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
on_bare_bind (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            column)
{
  Stage *stage = g_object_get_data (G_OBJECT (factory), "stage");
  char **cells = stage->texts->pdata[gtk_list_item_get_position (item) % stage->texts->len];

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), cells[GPOINTER_TO_UINT (column)]);
}

static void
add_bare_column (Stage         *stage,
                 GtkColumnView *view,
                 guint          i)
{
  const DeskListColumn *description = &stage->spec->columns[g_array_index (stage->shown, guint, i)];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (desk_list_column_get_title (stage->spec, description), factory);

  g_object_set_data (G_OBJECT (factory), "stage", stage);
  g_signal_connect (factory, "setup", G_CALLBACK (on_bare_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bare_bind), GUINT_TO_POINTER (i));
  gtk_column_view_column_set_expand (column, description->width < 0);
  if (description->width > 0)
    gtk_column_view_column_set_fixed_width (column, description->width);
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
build_bare (Stage *stage)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (stage->items)));
  GtkWidget *view = gtk_column_view_new (selection);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < stage->shown->len; i++)
    add_bare_column (stage, GTK_COLUMN_VIEW (view), i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  expect (stage);
  stage->filled = TRUE;
  return scrolled;
}

static void
settle (guint milliseconds)
{
  for (gint64 start = g_get_monotonic_time (); bench_since (start) < milliseconds;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
clear (Stage *stage)
{
  gtk_window_set_child (stage->window, NULL);
  settle (50);
}

/* Milliseconds by the clock and of the processor, each to the end of its array. @awaited: a flag of @stage. */
static void
measure (Stage          *stage,
         BuildFunc       build,
         const gboolean *awaited,
         GArray         *times,
         GArray         *works)
{
  gint64 start = g_get_monotonic_time ();
  clock_t worked = clock ();
  double time, work;

  gtk_window_set_child (stage->window, build (stage));
  while (!*awaited)
    g_main_context_iteration (NULL, TRUE);
  time = bench_since (start);
  work = (double) (clock () - worked) * 1000 / CLOCKS_PER_SEC;
  g_array_append_val (times, time);
  g_array_append_val (works, work);
  clear (stage);
}

static char **
take_texts (Stage   *stage,
            DeskRow *row)
{
  char **texts = g_new0 (char *, stage->shown->len + 1);

  for (guint i = 0; i < stage->shown->len; i++)
    texts[i] = desk_list_cell_dup_text (stage->spec, g_array_index (stage->shown, guint, i), row);
  return texts;
}

/* What the page shows, for the bare view to show as well. */
static void
copy_texts (Stage *stage)
{
  g_autoptr(DeskRecordList) records = make_records (stage);
  GtkWidget *view = desk_list_view_new (stage->spec, records);

  stage->shown = desk_list_layout_get_wanted (desk_list_view_get_column_view (DESK_LIST_VIEW (view)));
  gtk_window_set_child (stage->window, view);
  while (!stage->filled)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < DESK_RECORD_BATCH && i < g_list_model_get_n_items (G_LIST_MODEL (records)); i++)
    {
      g_autoptr(DeskRow) row = g_list_model_get_item (G_LIST_MODEL (records), i);

      g_ptr_array_add (stage->texts, take_texts (stage, row));
    }
  clear (stage);
}

static GListModel *
make_items (guint n)
{
  GtkStringList *items = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (items, "");
  return G_LIST_MODEL (items);
}

static void
open_window (Stage *stage)
{
  stage->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (stage->window, 1280, 800);
  gtk_window_present (stage->window);
  settle (300);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (stage->window)), "after-paint", G_CALLBACK (on_after_paint), stage);
}

static void
compare (Stage *stage)
{
  const struct
  {
    BuildFunc build;
    const char *name;
    const gboolean *awaited;
  } builds[] = {
    { build_bare, "bare column view", &stage->painted },
    { build_list, "product list", &stage->painted },
    { build_page, "product page", &stage->painted },
    { build_page, "product page, until all keys are read", &stage->keyed },
  };
  GArray *times[G_N_ELEMENTS (builds)], *works[G_N_ELEMENTS (builds)];
  double medians[G_N_ELEMENTS (builds)], work_medians[G_N_ELEMENTS (builds)];

  for (guint i = 0; i < G_N_ELEMENTS (builds); i++)
    {
      times[i] = g_array_new (FALSE, FALSE, sizeof (double));
      works[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  for (guint i = 0; i < ROUNDS * G_N_ELEMENTS (builds); i++)
    {
      guint k = i % G_N_ELEMENTS (builds);

      measure (stage, builds[k].build, builds[k].awaited, times[k], works[k]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (builds); i++)
    {
      g_autofree char *figure = g_strdup_printf ("first build: %s, median", builds[i].name);

      medians[i] = bench_quantile (times[i], 0.5);
      work_medians[i] = bench_quantile (works[i], 0.5);
      bench_say (figure, medians[i], "ms", 0);
      g_array_unref (times[i]);
      g_array_unref (works[i]);
    }
  bench_say ("first build: product list / bare", medians[1] / medians[0], "", BOUND);
  bench_say ("first build: product page / bare", medians[2] / medians[0], "", BOUND);
  bench_say ("the same of the processor's time: list / bare", work_medians[1] / work_medians[0], "", 0);
  bench_say ("the same of the processor's time: page / bare", work_medians[2] / work_medians[0], "", 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = NULL;
  Stage stage = { NULL };

  gtk_init ();
  desk_style_start ();
  bench = bench_begin (argc, argv);
  stage.reg = bench->reg;
  stage.spec = desk_list_spec_find ("product");
  stage.items = make_items (bench->n_products);
  stage.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  open_window (&stage);
  copy_texts (&stage);
  compare (&stage);
  gtk_window_destroy (stage.window);
  g_array_unref (stage.shown);
  g_ptr_array_unref (stage.texts);
  g_object_unref (stage.items);
  return EXIT_SUCCESS;
}
