/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-side-by-side.h"

#include <glib/gi18n.h>

struct _DeskSideBySide
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSideBySide, desk_side_by_side, GTK_TYPE_WIDGET)

static void
attach_text (GtkGrid    *grid,
             int         column,
             int         row,
             const char *text,
             const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "max-width-chars", 22, "hexpand", column > 0, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
format_value (const OcopRecord *record,
              const OcopField  *field,
              GHashTable       *labels)
{
  const char *label = labels != NULL ? g_hash_table_lookup (labels, field->name) : NULL;
  g_autofree char *text = NULL;

  if (label != NULL && ocop_record_get_text (record, field->name) != NULL)
    return g_strdup (label);
  text = ocop_field_format (field, ocop_record_get (record, field->name));
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("—");
}

static void
on_choice_clicked (DeskSideBySide *self,
                   GtkButton      *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "desk-mine") != NULL);
}

static void
attach_choice (DeskSideBySide *self,
               GtkGrid        *grid,
               int             column,
               int             row,
               gboolean        mine)
{
  GtkWidget *button = gtk_button_new_with_label (mine ? _("Keep mine") : _("Take this"));

  g_object_set_data (G_OBJECT (button), "desk-mine", GINT_TO_POINTER (mine));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_choice_clicked), self);
  gtk_grid_attach (grid, button, column, row, 1, 1);
}

GtkWidget *
desk_side_by_side_new (const char       *message,
                       const char       *mine_title,
                       const OcopRecord *mine,
                       GHashTable       *mine_labels,
                       const char       *theirs_title,
                       const OcopRecord *theirs,
                       GHashTable       *theirs_labels)
{
  DeskSideBySide *self = g_object_new (DESK_TYPE_SIDE_BY_SIDE, NULL);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *label = gtk_label_new (message);
  int row = 1;

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->box), label);
  g_object_set (grid, "row-spacing", 4, "column-spacing", 12, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (grid));

  attach_text (grid, 1, 0, mine_title, "desk-heading");
  attach_text (grid, 2, 0, theirs_title, "desk-heading");
  for (const OcopField *field = ocop_record_get_kind (mine)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_autofree char *my_text = format_value (mine, field, mine_labels);
      g_autofree char *their_text = format_value (theirs, field, theirs_labels);

      if (ocop_value_equal (ocop_record_get (mine, field->name), ocop_record_get (theirs, field->name)))
        continue;
      attach_text (grid, 0, row, _(field->title), "desk-dim");
      attach_text (grid, 1, row, my_text, "desk-mine");
      attach_text (grid, 2, row++, their_text, "desk-theirs");
    }
  attach_choice (self, grid, 1, row, TRUE);
  attach_choice (self, grid, 2, row, FALSE);
  return GTK_WIDGET (self);
}

static void
desk_side_by_side_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SIDE_BY_SIDE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_side_by_side_parent_class)->dispose (object);
}

static void
desk_side_by_side_class_init (DeskSideBySideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_side_by_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
desk_side_by_side_init (DeskSideBySide *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
