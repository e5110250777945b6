/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-sheet.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-column-heads.h"
#include "evaluation/ocop-rejection.h"
#include "law/desk-law-line.h"

/* Pixels by which what stands under a criterion is set in. */
#define STEP 14

/* The columns, in their order; the last two only beside another sheet. */
typedef enum
{
  COLUMN_CODE,
  COLUMN_TEXT,
  COLUMN_POINTS,
  COLUMN_MINIMUM,
  COLUMN_BEFORE_TEXT,
  COLUMN_BEFORE_POINTS,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  int width; /* -1: takes what is left */
} columns[] = {
  [COLUMN_CODE] = { N_("Code"), 56 },
  [COLUMN_TEXT] = { N_("Criteria and options"), -1 },
  [COLUMN_POINTS] = { N_("Points"), 62 },
  [COLUMN_MINIMUM] = { N_("Least for"), 84 },
  [COLUMN_BEFORE_TEXT] = { N_("The other sheet"), -1 },
  [COLUMN_BEFORE_POINTS] = { N_("Points"), 62 },
};

static gboolean
is_criterion (const OcopCriteriaLine *line)
{
  return line->kind == OCOP_CRITERIA_LINE_PART || line->kind == OCOP_CRITERIA_LINE_CRITERION;
}

static char *
dup_words (const OcopCriteriaLine *line)
{
  switch (line->kind)
    {
    case OCOP_CRITERIA_LINE_HEAD:
    case OCOP_CRITERIA_LINE_RULE:
      return g_strdup_printf ("%s: %s", ocop_effect_title (line->effect), line->text);
    case OCOP_CRITERIA_LINE_NOTE:
      return g_strdup_printf (_("Note: %s"), line->text);
    case OCOP_CRITERIA_LINE_DOUBT:
      return g_strdup_printf (_("Hold against the signed decision: %s"), line->text);
    default:
      return g_strdup (line->text);
    }
}

static char *
dup_points (const OcopCriteriaLine *line)
{
  return is_criterion (line) || line->kind == OCOP_CRITERIA_LINE_OPTION ? ocop_number_to_people (line->points / 100) : NULL;
}

static char *
dup_minimum (const OcopCriteriaLine *line)
{
  return line->min_star > 0 ? g_strdup_printf (ngettext ("%u star", "%u stars", line->min_star), line->min_star) : NULL;
}

static char *
dup_cell (const OcopCriteriaPair *pair,
          Column                  column)
{
  gboolean of_before = column == COLUMN_BEFORE_TEXT || column == COLUMN_BEFORE_POINTS;
  const OcopCriteriaLine *line = of_before ? pair->before : pair->after;

  if (line == NULL)
    return column == COLUMN_TEXT ? g_strdup (_("(not in this sheet)")) : NULL;
  switch (column)
    {
    case COLUMN_CODE:
      return is_criterion (line) ? g_strdup (line->owner) : NULL;
    case COLUMN_TEXT:
      return dup_words (line);
    case COLUMN_BEFORE_TEXT:
      return pair->differs ? dup_words (line) : g_strdup ("=");
    case COLUMN_POINTS:
      return dup_points (line);
    case COLUMN_BEFORE_POINTS:
      return pair->differs ? dup_points (line) : NULL;
    case COLUMN_MINIMUM:
      return dup_minimum (line);
    default:
      return NULL;
    }
}

static const char *
get_class (const OcopCriteriaPair *pair,
           Column                  column)
{
  const OcopCriteriaLine *line = pair->after != NULL ? pair->after : pair->before;

  if (column == COLUMN_BEFORE_TEXT && !pair->differs)
    return "desk-dim";
  if (is_criterion (line))
    return "desk-law-criterion";
  if (line->kind == OCOP_CRITERIA_LINE_HEAD || line->kind == OCOP_CRITERIA_LINE_RULE)
    return "desk-law-rule";
  if (line->kind == OCOP_CRITERIA_LINE_DOUBT)
    return "desk-law-doubt";
  return line->kind == OCOP_CRITERIA_LINE_NOTE ? "desk-dim" : NULL;
}

static gboolean
is_number (Column column)
{
  return column == COLUMN_POINTS || column == COLUMN_BEFORE_POINTS;
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), is_number (GPOINTER_TO_UINT (column)) ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (cell), 0);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            column)
{
  const OcopCriteriaPair *pair = desk_law_line_get_pair (gtk_list_item_get_item (item));
  const OcopCriteriaLine *line = pair->after != NULL ? pair->after : pair->before;
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = dup_cell (pair, GPOINTER_TO_UINT (column));
  const char *classes[] = { "desk-law-cell", get_class (pair, GPOINTER_TO_UINT (column)), NULL, NULL };
  gboolean is_text = GPOINTER_TO_UINT (column) == COLUMN_TEXT || GPOINTER_TO_UINT (column) == COLUMN_BEFORE_TEXT;

  if (pair->differs)
    classes[classes[1] != NULL ? 2 : 1] = "desk-law-differs";
  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "");
  gtk_widget_set_css_classes (cell, classes);
  gtk_widget_set_margin_start (cell, is_text ? STEP * (int) line->depth : 0);
}

static void
append_column (GtkColumnView *view,
               Column         i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
  gtk_column_view_column_set_expand (column, columns[i].width < 0);
  if (columns[i].width > 0)
    gtk_column_view_column_set_fixed_width (column, columns[i].width);
  gtk_column_view_append_column (view, column);
  if (is_number (i))
    desk_column_heads_align_end (column);
}

/* GTK 4.8 keeps the room of columns that are only hidden. */
static void
show_columns (GtkColumnView *view,
              guint          n)
{
  GListModel *shown = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (shown) > n)
    {
      g_autoptr(GtkColumnViewColumn) last = g_list_model_get_item (shown, g_list_model_get_n_items (shown) - 1);

      gtk_column_view_remove_column (view, last);
    }
  while (g_list_model_get_n_items (shown) < n)
    append_column (view, g_list_model_get_n_items (shown));
}

GtkWidget *
desk_law_sheet_new (void)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  gtk_widget_add_css_class (view, "desk-law-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Criteria sheet"), -1);
  return view;
}

static gboolean
is_changed (gpointer item,
            gpointer data)
{
  return desk_law_line_get_pair (item)->differs;
}

static guint
count_changed (GListModel *lines)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(DeskLawLine) line = g_list_model_get_item (lines, i);

      n += desk_law_line_get_pair (line)->differs;
    }
  return n;
}

guint
desk_law_sheet_show (GtkColumnView      *self,
                     const OcopCriteria *after,
                     const OcopCriteria *before,
                     gboolean            changed_only)
{
  g_autoptr(GListModel) lines = desk_law_lines_new (after, before);
  guint n_changed = count_changed (lines);
  g_autoptr(GtkNoSelection) selection = NULL;

  show_columns (self, before != NULL ? N_COLUMNS : COLUMN_BEFORE_TEXT);
  if (changed_only && before != NULL)
    lines = G_LIST_MODEL (gtk_filter_list_model_new (g_steal_pointer (&lines), GTK_FILTER (gtk_custom_filter_new (is_changed, NULL, NULL))));
  selection = gtk_no_selection_new (g_object_ref (lines));
  gtk_column_view_set_model (self, GTK_SELECTION_MODEL (selection));
  return n_changed;
}
