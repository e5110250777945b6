/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-gradual-list.h"

/* So many more rows do not hold up a frame. */
#define STEP 12

/* From so many on GTK makes no more rows, however many items follow. */
#define MOST_ROWS 200

typedef struct
{
  GtkSliceListModel *slice;
  gboolean drawn; /* the first rows */
} Growth;

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->slice);
  g_free (growth);
}

/* It comes before the frame is drawn: the first rows have been when it comes again. */
static gboolean
on_tick (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Growth *growth = data;
  guint size = gtk_slice_list_model_get_size (growth->slice) + STEP;

  if (!growth->drawn)
    {
      growth->drawn = TRUE;
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (growth->slice, size < MOST_ROWS ? size : G_MAXUINT);
  return size < MOST_ROWS ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
desk_gradual_list_show (GtkListView *view,
                        GListModel  *items,
                        guint        first)
{
  gboolean grows = g_list_model_get_n_items (items) > first;
  GtkSliceListModel *slice = gtk_slice_list_model_new (items, 0, first);
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (slice));
  Growth *growth;

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  if (!grows)
    return;
  growth = g_new0 (Growth, 1);
  growth->slice = g_object_ref (slice);
  gtk_widget_add_tick_callback (GTK_WIDGET (view), on_tick, growth, growth_free);
}
