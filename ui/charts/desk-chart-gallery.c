/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-gallery.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-chart-data.h"
#include "report/ocop-report-list.h"

const OcopSavedChart *
desk_chart_gallery_get_saved (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "saved");
}

const char *
desk_chart_gallery_get_name (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "chart");
}

const char *
desk_chart_gallery_get_report (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "report");
}

static GtkWidget *
new_titled_row (const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

/* Takes @saved, which is %NULL in the row of a question. */
static GtkListBoxRow *
new_row (const OcopChartName *chart,
         OcopSavedChart      *saved)
{
  GtkWidget *row = new_titled_row (saved != NULL ? saved->name : _(chart->title));

  g_object_set_data (G_OBJECT (row), "chart", (gpointer) chart->name);
  if (saved != NULL)
    g_object_set_data_full (G_OBJECT (row), "saved", saved, (GDestroyNotify) ocop_saved_chart_free);
  return GTK_LIST_BOX_ROW (row);
}

static const char *
find_heading (GtkListBoxRow *row)
{
  if (desk_chart_gallery_get_saved (row) != NULL)
    return _("Saved charts");
  if (desk_chart_gallery_get_report (row) != NULL)
    return _("Tables of reports");
  return ocop_chart_heading_title (ocop_chart_data_find_name (desk_chart_gallery_get_name (row))->heading);
}

static void
put_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  GtkWidget *heading;

  if (before != NULL && g_str_equal (find_heading (before), find_heading (row)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (find_heading (row));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "desk-questions-heading");
  gtk_list_box_row_set_header (row, heading);
}

void
desk_chart_gallery_fill (GtkListBox *list)
{
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    gtk_list_box_append (list, GTK_WIDGET (new_row (ocop_chart_data_get_name (i), NULL)));
  gtk_list_box_set_header_func (list, put_heading, NULL, NULL);
}

void
desk_chart_gallery_add_reports (GtkListBox         *list,
                                const char * const *reports)
{
  for (; *reports != NULL; reports++)
    {
      GtkWidget *row = new_titled_row (_(ocop_report_list_find (*reports)->title));

      g_object_set_data (G_OBJECT (row), "report", (gpointer) *reports);
      gtk_list_box_append (list, row);
    }
}

/* (nullable): the row of the saved chart at @place. */
static GtkListBoxRow *
saved_row (GtkListBox *list,
           guint       place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);

  return row != NULL && desk_chart_gallery_get_saved (row) != NULL ? row : NULL;
}

static gboolean
shows (GtkListBox      *list,
       const GPtrArray *saved)
{
  for (guint i = 0; i < saved->len; i++)
    if (saved_row (list, i) == NULL || !ocop_saved_chart_equal (desk_chart_gallery_get_saved (saved_row (list, i)), saved->pdata[i]))
      return FALSE;
  return saved_row (list, saved->len) == NULL;
}

gboolean
desk_chart_gallery_select_saved (GtkListBox *list,
                                 const char *name)
{
  for (guint i = 0; saved_row (list, i) != NULL; i++)
    if (g_str_equal (desk_chart_gallery_get_saved (saved_row (list, i))->name, name))
      {
        gtk_list_box_select_row (list, saved_row (list, i));
        return TRUE;
      }
  return FALSE;
}

static void
select_question (GtkListBox *list,
                 const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (desk_chart_gallery_get_saved (row) == NULL && g_strcmp0 (desk_chart_gallery_get_name (row), name) == 0)
      gtk_list_box_select_row (list, row);
}

void
desk_chart_gallery_show_saved (GtkListBox      *list,
                               const GPtrArray *saved)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (list), *row;
  const OcopSavedChart *was = chosen != NULL ? desk_chart_gallery_get_saved (chosen) : NULL;
  g_autoptr(OcopSavedChart) before = was != NULL ? ocop_saved_chart_copy (was) : NULL;

  if (shows (list, saved))
    return;
  while ((row = saved_row (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < saved->len; i++)
    {
      const OcopSavedChart *one = saved->pdata[i];

      gtk_list_box_insert (list, GTK_WIDGET (new_row (ocop_chart_data_find_name (one->chart), ocop_saved_chart_copy (one))), (int) i);
    }
  gtk_list_box_invalidate_headers (list);
  if (before != NULL && !desk_chart_gallery_select_saved (list, before->name))
    select_question (list, before->chart);
}

void
desk_chart_gallery_scroll_to (GtkListBox    *list,
                              GtkListBoxRow *row)
{
  GtkAdjustment *vertical = gtk_list_box_get_adjustment (list);
  GtkWidget *heading = gtk_list_box_row_get_header (row);
  graphene_rect_t bounds, above;

  if (vertical == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds))
    return;
  if (heading != NULL && gtk_widget_compute_bounds (heading, GTK_WIDGET (list), &above))
    graphene_rect_union (&bounds, &above, &bounds);
  gtk_adjustment_clamp_page (vertical, (double) bounds.origin.y, (double) (bounds.origin.y + bounds.size.height));
}
