/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-share-cell.h"

#include "base/ocop-number.h"
#include "desk-focus-back.h"
#include "plan/desk-target-style.h"

#define NUMBER_WIDTH 74
#define GAP 8
/* Both sides and the line, as resources/style.css has them */
#define CELL_PADDING 17

struct _DeskShareCell
{
  GtkWidget parent_instance;

  GtkWidget *text;
  GtkWidget *fact;
  guint column;
  guint row;
  gboolean showing;     /* it is not somebody who types */
};

enum
{
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskShareCell, desk_share_cell, GTK_TYPE_WIDGET)

guint
desk_share_cell_get_column (DeskShareCell *self)
{
  return self->column;
}

guint
desk_share_cell_get_row (DeskShareCell *self)
{
  return self->row;
}

const char *
desk_share_cell_get_text (DeskShareCell *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

/* All of it being selected is either edge, as in a spreadsheet. */
gboolean
desk_share_cell_has_cursor_at_edge (DeskShareCell *self,
                                    gboolean       end)
{
  int length = (int) g_utf8_strlen (desk_share_cell_get_text (self), -1);
  int from, until;

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self->text), &from, &until))
    return from == 0 && until == length;
  return gtk_editable_get_position (GTK_EDITABLE (self->text)) == (end ? length : 0);
}

void
desk_share_cell_show (DeskShareCell *self,
                      guint          row,
                      const char    *text,
                      const char    *name,
                      gboolean       editable)
{
  self->row = row;
  self->showing = TRUE;
  if (g_strcmp0 (desk_share_cell_get_text (self), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
describe_fact (const OcopShareColumn *column,
               const OcopShareCell   *cell)
{
  g_autofree char *figure = ocop_quantity_to_people (cell->fact.figure);

  if (!cell->fact.known)
    return g_strdup ("—");
  return column->indicator != NULL && column->indicator->aim == OCOP_AIM_SHARE ? g_strconcat (figure, " %", NULL) : g_steal_pointer (&figure);
}

void
desk_share_cell_show_fact (DeskShareCell         *self,
                           const OcopShareColumn *column,
                           const char            *style)
{
  const OcopShareCell *cell = ocop_share_column_get (column, self->row);
  g_autofree char *fact = describe_fact (column, cell);
  const char *pill[] = { "desk-pill", desk_target_style (cell->standing), NULL };
  const char *plain[] = { "desk-dim", NULL };
  const char *box[] = { "desk-share-number", style, NULL };

  gtk_label_set_label (GTK_LABEL (self->fact), fact);
  gtk_widget_set_css_classes (self->fact, cell->standing != OCOP_STANDING_NONE ? pill : plain);
  gtk_widget_set_tooltip_text (self->fact, cell->standing != OCOP_STANDING_NONE ? ocop_standing_title (cell->standing) : NULL);
  gtk_widget_set_css_classes (self->text, box);
}

static void
on_changed (DeskShareCell *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TYPED], 0);
}

GtkWidget *
desk_share_cell_new (guint column)
{
  DeskShareCell *self = g_object_new (DESK_TYPE_SHARE_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

static gboolean
desk_share_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_SHARE_CELL (widget)->text);
}

/* All of one width, whatever stands in them: they stand below each other. */
static void
desk_share_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  DeskShareCell *self = DESK_SHARE_CELL (widget);
  int text_width, text, fact_width, fact;

  gtk_widget_measure (self->text, orientation, -1, &text_width, &text, NULL, NULL);
  gtk_widget_measure (self->fact, orientation, -1, &fact_width, &fact, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? DESK_SHARE_CELL_WIDTH - CELL_PADDING : MAX (text, fact);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        width,
          int        height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, MAX (width, least), height }, -1);
}

static void
desk_share_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DeskShareCell *self = DESK_SHARE_CELL (widget);
  int fact;

  gtk_widget_measure (self->fact, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &fact, NULL, NULL);
  allocate (self->text, 0, NUMBER_WIDTH, height);
  allocate (self->fact, NUMBER_WIDTH + GAP, MIN (fact, width - NUMBER_WIDTH - GAP), height);
}

static void
desk_share_cell_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SHARE_CELL (object)->text, gtk_widget_unparent);
  g_clear_pointer (&DESK_SHARE_CELL (object)->fact, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_share_cell_parent_class)->dispose (object);
}

static void
desk_share_cell_class_init (DeskShareCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_share_cell_dispose;
  widget_class->grab_focus = desk_share_cell_grab_focus;
  desk_focus_back_install (widget_class);
  widget_class->measure = desk_share_cell_measure;
  widget_class->size_allocate = desk_share_cell_size_allocate;
  signals[TYPED] = g_signal_new ("typed", DESK_TYPE_SHARE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "sharecell");
}

static void
desk_share_cell_init (DeskShareCell *self)
{
  /* GTK gives a text that is no part of an entry no role (GTK 4.8). */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  self->fact = gtk_label_new (NULL);
  g_object_set (self->text, "width-chars", 4, "xalign", 1.0, "valign", GTK_ALIGN_CENTER, "enable-emoji-completion", FALSE, NULL);
  g_object_set (self->fact, "valign", GTK_ALIGN_CENTER, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->fact, GTK_WIDGET (self));
  g_signal_connect_object (self->text, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}
