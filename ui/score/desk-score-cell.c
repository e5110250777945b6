/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-cell.h"

struct _DeskScoreCell
{
  GtkWidget parent_instance;

  GtkWidget *text;
  char *style;
  char *name;
  guint row;
  guint column;
};

G_DEFINE_FINAL_TYPE (DeskScoreCell, desk_score_cell, GTK_TYPE_WIDGET)

guint
desk_score_cell_get_row (DeskScoreCell *self)
{
  return self->row;
}

guint
desk_score_cell_get_column (DeskScoreCell *self)
{
  return self->column;
}

/* Only what is another: a key has to be on the screen within a frame, and each change is drawn anew. */
void
desk_score_cell_show (DeskScoreCell *self,
                      const char    *text,
                      const char    *style,
                      const char    *name)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->text)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  if (g_strcmp0 (self->style, style) != 0)
    {
      if (self->style != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
      if (style != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self), style);
      g_free (self->style);
      self->style = g_strdup (style);
    }
  if (name != NULL && g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

GtkWidget *
desk_score_cell_new (guint row,
                     guint column)
{
  DeskScoreCell *self = g_object_new (DESK_TYPE_SCORE_CELL, NULL);

  self->row = row;
  self->column = column;
  return GTK_WIDGET (self);
}

static void
desk_score_cell_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SCORE_CELL (object)->text, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_score_cell_parent_class)->dispose (object);
}

static void
desk_score_cell_finalize (GObject *object)
{
  g_free (DESK_SCORE_CELL (object)->style);
  g_free (DESK_SCORE_CELL (object)->name);
  G_OBJECT_CLASS (desk_score_cell_parent_class)->finalize (object);
}

static void
desk_score_cell_class_init (DeskScoreCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_score_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_score_cell_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scorecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
desk_score_cell_init (DeskScoreCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 0.5);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 2);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}
