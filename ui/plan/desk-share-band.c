/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-share-band.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-cut-label.h"
#include "plan/desk-share-cell.h"

/* Of the name of a target */
#define MOST_LINES 3

static GtkWidget *
add_label (GtkWidget  *box,
           int         width,
           const char *text,
           float       xalign,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", xalign, "width-request", width, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 1, NULL);
  gtk_widget_add_css_class (label, style);
  desk_cut_label_tell (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

void
desk_share_band_add_locality (GtkWidget  *line,
                              const char *name,
                              const char *products,
                              const char *style)
{
  add_label (line, DESK_SHARE_BAND_NAME_WIDTH, name, 0, style);
  add_label (line, DESK_SHARE_BAND_PRODUCTS_WIDTH, products, 1, style);
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_title (GtkWidget             *head,
           const OcopShareColumn *column)
{
  g_autofree char *goal = ocop_goal_to_people (&column->goal);
  const char *unit = ocop_record_get_text (column->target, "unit_name");
  g_autofree char *set = g_strdup_printf ("%s %s", goal, unit != NULL ? unit : "");
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = add_label (both, DESK_SHARE_CELL_WIDTH, ocop_record_get_text (column->target, "name"), 0, "desk-share-title");

  g_object_set (name, "wrap", TRUE, "lines", MOST_LINES, NULL);
  add_label (both, DESK_SHARE_CELL_WIDTH, set, 0, "desk-share-title");
  gtk_widget_set_valign (both, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), both);
}

void
desk_share_band_show_titles (GtkWidget    *head,
                             OcopShareOut *shares)
{
  empty (head);
  if (shares == NULL)
    return;
  desk_share_band_add_locality (head, _("Locality"), C_("column", "Products"), "desk-share-title");
  for (guint i = 0; i < shares->columns->len; i++)
    add_title (head, shares->columns->pdata[i]);
}

static void
add_sum (GtkWidget       *foot,
         OcopShareColumn *column)
{
  gint64 difference;
  g_autofree char *text = ocop_share_column_to_people (column);
  gboolean differs = ocop_share_column_difference (column, &difference) && difference != 0;
  GtkWidget *label = add_label (foot, DESK_SHARE_CELL_WIDTH, text, 0, differs ? "desk-share-differs" : "desk-share-sum");

  g_object_set (label, "wrap", TRUE, "lines", 2, NULL);
}

void
desk_share_band_show_sums (GtkWidget    *foot,
                           OcopShareOut *shares)
{
  g_autofree char *number = NULL;
  gint64 products = 0;

  empty (foot);
  if (shares == NULL)
    return;
  for (guint i = 0; i < shares->products->len; i++)
    products += g_array_index (shares->products, gint64, i);
  number = ocop_number_to_people (products);
  desk_share_band_add_locality (foot, _("Sum"), number, "desk-share-sum");
  for (guint i = 0; i < shares->columns->len; i++)
    add_sum (foot, shares->columns->pdata[i]);
}
