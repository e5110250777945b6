/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-list.h"

#include <glib/gi18n.h>

struct _DeskBallotList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  /* Borrowed references */
  GtkListBox *list;
  const OcopMemberBallot *ballot;
  GPtrArray *progress;     /* GtkLabel: of each product */
  GPtrArray *sums;         /* likewise */

  gboolean selecting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBallotList, desk_ballot_list, GTK_TYPE_WIDGET)

static GtkLabel *
new_label (const char *text,
           const char *style,
           gboolean    expand)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", expand ? 0.0 : 1.0, "hexpand", expand, NULL);
  g_object_set (label, "yalign", 0.0, NULL);
  if (expand)
    g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "wrap", TRUE, "lines", 2, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
new_line (GtkLabel *start,
          GtkLabel *end)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (start));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (end));
  return line;
}

static void
add_row (DeskBallotList *self,
         guint           place)
{
  const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->ballot, place);
  g_autofree char *name = g_strdup_printf ("%u. %s", place + 1, product->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkLabel *sum = new_label (NULL, "desk-heading", FALSE);
  GtkLabel *progress = new_label (NULL, "desk-subtitle", FALSE);

  gtk_box_append (GTK_BOX (box), new_line (new_label (name, "desk-heading", TRUE), sum));
  gtk_box_append (GTK_BOX (box), new_line (new_label (product->producer_name, "desk-subtitle", TRUE), progress));
  g_ptr_array_add (self->sums, sum);
  g_ptr_array_add (self->progress, progress);
  gtk_list_box_append (self->list, box);
}

void
desk_ballot_list_show (DeskBallotList         *self,
                       const OcopMemberBallot *ballot)
{
  self->ballot = ballot;
  for (guint i = 0; i < ballot->products->len; i++)
    {
      add_row (self, i);
      desk_ballot_list_update (self, i);
    }
}

void
desk_ballot_list_update (DeskBallotList *self,
                         guint           place)
{
  const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->ballot, place);
  guint parts[OCOP_N_PARTS];
  guint n_missing = ocop_member_ballot_count_missing (product);
  g_autofree char *sum = g_strdup_printf ("%u", ocop_scoring_add_up (&product->rules, product->choices, parts) / 100);
  g_autofree char *left = g_strdup_printf (ngettext ("%u criterion left", "%u criteria left", n_missing), n_missing);
  const char *progress = n_missing == 0 ? _("complete") : left;
  g_autofree char *name = g_strdup_printf ("%s, %s", product->name, progress);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place);
  GtkWidget *label = g_ptr_array_index (self->progress, place);

  gtk_label_set_label (g_ptr_array_index (self->sums, place), ocop_member_ballot_is_begun (product) ? sum : "–");
  gtk_label_set_label (GTK_LABEL (label), progress);
  if (n_missing == 0)
    gtk_widget_add_css_class (label, "desk-ballot-complete");
  else
    gtk_widget_remove_css_class (label, "desk-ballot-complete");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
desk_ballot_list_select (DeskBallotList *self,
                         guint           place)
{
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) place));
  self->selecting = FALSE;
}

static void
on_row_selected (DeskBallotList *self,
                 GtkListBoxRow  *row)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
desk_ballot_list_dispose (GObject *object)
{
  g_clear_pointer (&DESK_BALLOT_LIST (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_ballot_list_parent_class)->dispose (object);
}

static void
desk_ballot_list_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_BALLOT_LIST (object)->progress);
  g_ptr_array_unref (DESK_BALLOT_LIST (object)->sums);
  G_OBJECT_CLASS (desk_ballot_list_parent_class)->finalize (object);
}

static void
desk_ballot_list_class_init (DeskBallotListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_ballot_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ballot_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_ballot_list_init (DeskBallotList *self)
{
  self->progress = g_ptr_array_new ();
  self->sums = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-ballot-list");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Products"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
