/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-target-table.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-column-heads.h"
#include "desk-cut-label.h"

#define PLAN "desk-plan"
#define BOUND "desk-bound" /* GtkListItem of the year before that are shown */

typedef char *(*FormatFunc) (const OcopProgress *progress,
                             guint               place);

static char *
format_place (const OcopProgress *progress,
              guint               place)
{
  return g_strdup_printf ("%u", place + 1);
}

static char *
format_name (const OcopProgress *progress,
             guint               place)
{
  return g_strdup (ocop_record_get_text (progress->target, "name"));
}

static char *
format_goal (const OcopProgress *progress,
             guint               place)
{
  return ocop_goal_to_people (&progress->goal);
}

static char *
format_actual (const OcopProgress *progress,
               guint               place)
{
  return ocop_progress_to_people (progress, &progress->fact);
}

static char *
format_percent (const OcopProgress *progress,
                guint               place)
{
  gint64 percent;

  if (!ocop_goal_percent (&progress->goal, &progress->fact, &percent))
    return g_strdup ("");
  /* What is over needs no decimals. */
  return percent > 10000 ? ocop_number_to_people (percent / 100) : ocop_quantity_to_people (percent);
}

static char *
format_before (const OcopProgress *progress,
               guint               place)
{
  return progress->before_read ? ocop_progress_to_people (progress, &progress->before) : g_strdup ("…");
}

static char *
format_standing (const OcopProgress *progress,
                 guint               place)
{
  return g_strdup (ocop_standing_title (progress->standing));
}

/* A width of 0 takes what the others leave. */
static const struct Column
{
  const char *title;
  FormatFunc format;
  int width;
  gboolean is_number;
  gboolean is_pill;
} columns[] = {
  { N_("No."), format_place, 44, TRUE },
  { N_("Target"), format_name, 0 },
  { N_("Number set"), format_goal, 144, TRUE },
  { N_("Actual"), format_actual, 98, TRUE },
  { "%", format_percent, 66, TRUE },
  { NC_("target", "Before"), format_before, 98, TRUE },
  { N_("State"), format_standing, 176, .is_pill = TRUE },
};

const char *
desk_target_table_style (OcopStanding standing)
{
  switch (standing)
    {
    case OCOP_STANDING_MET:
    case OCOP_STANDING_EXCEEDED:
      return "good";
    case OCOP_STANDING_AT_RISK:
      return "warn";
    case OCOP_STANDING_MISSED:
      return "alarm";
    default:
      return "quiet";
    }
}

/* One of them is a word of its own here. */
static const char *
title_of (const struct Column *column)
{
  return column->format == format_before ? g_dpgettext2 (NULL, "target", column->title) : _(column->title);
}

static void
on_setup (GtkListItemFactory  *factory,
          GtkListItem         *item,
          const struct Column *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  g_object_set (cell, "xalign", column->is_number ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                "halign", column->is_pill ? GTK_ALIGN_START : GTK_ALIGN_FILL, "valign", GTK_ALIGN_CENTER, NULL);
  if (column->width == 0)
    g_object_set (cell, "wrap", TRUE, "lines", 2, NULL);
  desk_cut_label_tell (GTK_LABEL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory  *factory,
         GtkListItem         *item,
         const struct Column *column)
{
  GtkColumnView *view = g_object_get_data (G_OBJECT (factory), "view");
  const OcopPlan *plan = g_object_get_data (G_OBJECT (view), PLAN);
  guint place = gtk_list_item_get_position (item);
  const OcopProgress *progress = plan->targets->pdata[place];
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = column->format (progress, place);
  const char *pill[] = { "desk-pill", desk_target_table_style (progress->standing), NULL };
  const char *none[] = { NULL };

  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "");
  gtk_widget_set_css_classes (cell, column->is_pill && progress->standing != OCOP_STANDING_NONE ? pill : none);
}

/* Cells of the year before, which is read after the rest is shown. */
static void
on_bind_before (GtkListItemFactory *factory,
                GtkListItem        *item,
                GHashTable         *bound)
{
  g_hash_table_add (bound, item);
}

static void
on_unbind_before (GtkListItemFactory *factory,
                  GtkListItem        *item,
                  GHashTable         *bound)
{
  g_hash_table_remove (bound, item);
}

void
desk_target_table_show_before (GtkColumnView *view)
{
  const OcopPlan *plan = g_object_get_data (G_OBJECT (view), PLAN);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, g_object_get_data (G_OBJECT (view), BOUND));
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      guint place = gtk_list_item_get_position (item);
      g_autofree char *text = format_before (plan->targets->pdata[place], place);

      gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
    }
}

static void
add_column (GtkColumnView       *view,
            const struct Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (title_of (column), factory);

  g_object_set_data (G_OBJECT (factory), "view", view);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  if (column->format == format_before)
    {
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_before), g_object_get_data (G_OBJECT (view), BOUND));
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_before), g_object_get_data (G_OBJECT (view), BOUND));
    }
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->width == 0);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (view, made);
  if (column->is_number)
    desk_column_heads_align_end (made);
  g_object_unref (made);
}

void
desk_target_table_set_up (GtkColumnView *view)
{
  g_object_set_data_full (G_OBJECT (view), BOUND, g_hash_table_new (NULL, NULL), (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, &columns[i]);
}

static guint
find_chosen (GtkColumnView *view,
             OcopPlan      *plan)
{
  const OcopProgress *chosen = desk_target_table_get (view);

  for (guint i = 0; chosen != NULL && plan != NULL && i < plan->targets->len; i++)
    if (g_str_equal (ocop_record_get_id (((const OcopProgress *) plan->targets->pdata[i])->target), ocop_record_get_id (chosen->target)))
      return i;
  return 0;
}

void
desk_target_table_show (GtkColumnView *view,
                        OcopPlan      *plan)
{
  guint chosen = find_chosen (view, plan);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkSingleSelection *selection;

  gtk_column_view_set_model (view, NULL);
  g_object_set_data (G_OBJECT (view), PLAN, plan);
  for (guint i = 0; plan != NULL && i < plan->targets->len; i++)
    gtk_string_list_append (names, ocop_record_get_text (((const OcopProgress *) plan->targets->pdata[i])->target, "name"));
  selection = gtk_single_selection_new (G_LIST_MODEL (names));
  gtk_single_selection_set_selected (selection, chosen);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

OcopProgress *
desk_target_table_get (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  const OcopPlan *plan = g_object_get_data (G_OBJECT (view), PLAN);
  guint place = model != NULL ? gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)) : GTK_INVALID_LIST_POSITION;

  return plan != NULL && place < plan->targets->len ? plan->targets->pdata[place] : NULL;
}
