/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-due-row.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "law/ocop-law.h"

/* When so few days are left to hand the dossier in, the pill turns red. */
#define PRESSING_DAYS 14

static char *
dup_stars (const char *star)
{
  GString *stars = g_string_new (NULL);

  for (guint i = 0; star != NULL && g_ascii_isdigit (*star) && i < (guint) g_ascii_digit_value (*star); i++)
    g_string_append (stars, "★");
  return g_string_free (stars, FALSE);
}

/* Article 7.6.a: between which days the dossier is handed in. */
static char *
dup_state (const DeskDue  *due,
           OcopDate        on,
           OcopDate        opens,
           OcopDate        closes,
           const char    **css_class)
{
  int days;

  *css_class = "warn";
  if (!ocop_date_is_day (opens) || !ocop_date_is_day (closes))
    {
      days = ocop_date_days_between (on, due->until);
      return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
    }
  if (ocop_date_compare (on, opens) < 0)
    {
      days = ocop_date_days_between (on, opens);
      return g_strdup_printf (ngettext ("opens in %d day", "opens in %d days", days), days);
    }
  if (ocop_date_compare (on, closes) > 0)
    {
      *css_class = "alarm";
      return g_strdup (_("past the time to submit"));
    }
  days = ocop_date_days_between (on, closes);
  *css_class = days <= PRESSING_DAYS ? "alarm" : "good";
  return g_strdup_printf (ngettext ("%d day left to submit", "%d days left to submit", days), days);
}

static char *
dup_details (const DeskDue *due,
             OcopDate       opens,
             OcopDate       closes)
{
  g_autofree char *until = ocop_date_to_people (due->until);
  g_autofree char *from = ocop_date_to_people (opens);
  g_autofree char *to = ocop_date_to_people (closes);
  g_autofree char *ends = g_strdup_printf (_("ends on %s"), until);
  g_autofree char *window = ocop_date_is_day (opens) ? g_strdup_printf (_("dossier from %s to %s"), from, to) : NULL;
  const char *parts[] = { due->producer, ends, window };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_texts (const DeskDue *due,
           const char    *details)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = new_label (due->product, NULL);
  GtkWidget *below = new_label (details, "desk-subtitle");
  g_autofree char *stars = dup_stars (due->star);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (below, details);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), new_label (stars, "desk-stars"));
  gtk_box_append (GTK_BOX (texts), head);
  gtk_box_append (GTK_BOX (texts), below);
  gtk_widget_set_hexpand (texts, TRUE);
  return texts;
}

GtkWidget *
desk_due_row_new (const DeskDue *due,
                  OcopDate       on)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *pill;
  OcopDate opens;
  OcopDate closes;
  const char *css_class;
  g_autofree char *state = NULL;
  g_autofree char *details = NULL;
  g_autofree char *name = NULL;

  ocop_law_reevaluation_window (ocop_law_get_default (), due->until, &opens, &closes);
  state = dup_state (due, on, opens, closes, &css_class);
  details = dup_details (due, opens, closes);
  name = g_strdup_printf ("%s, %s, %s", due->product, details, state);

  pill = new_label (state, "desk-pill");
  gtk_widget_add_css_class (pill, css_class);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_texts (due, details));
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (due->id), g_free);
  return row;
}

const char *
desk_due_row_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}
