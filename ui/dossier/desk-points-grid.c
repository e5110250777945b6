/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-points-grid.h"

#include <glib/gi18n.h>

#include "desk-cut-label.h"
#include "evaluation/ocop-choices.h"
#include "score/desk-score-cell.h"

/* What stands where nothing was scored yet, which is not 0. */
#define UNSCORED "–"

#define CODE_WIDTH 40
#define POINTS_WIDTH 84

/* Columns of the grid. */
enum
{
  PLACE_CODE,
  PLACE_TITLE,
  PLACE_MOST,
  PLACE_FIRST_CELL,
};

typedef struct
{
  int leaf;                /* its place; else - 1 - the part, or TOTAL */
  DeskScoreCell *cells[OCOP_N_DOSSIER_POINTS];
} Row;

#define TOTAL (-1 - OCOP_N_PARTS)

struct _DeskPointsGrid
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkGrid *grid;
  OcopDossierPoints *points;

  /* Owned references */
  GtkWidget *scrolled;
  GArray *rows;            /* Row */

  guint leaf;              /* the current one */
  guint column;
};

enum
{
  CURRENT_CHANGED,
  EDITED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPointsGrid, desk_points_grid, GTK_TYPE_WIDGET)

static const char * const column_titles[] = { N_("Self-assessment"), N_("Advisory group") };

static const OcopCriterion *
get_leaf (DeskPointsGrid *self,
          guint           leaf)
{
  return g_ptr_array_index (self->points->scoring.criteria->leaves, leaf);
}

static guint
n_leaves (DeskPointsGrid *self)
{
  return self->points->scoring.criteria->leaves->len;
}

const OcopCriterion *
desk_points_grid_get_leaf (DeskPointsGrid *self)
{
  return get_leaf (self, self->leaf);
}

OcopDossierPointsOf
desk_points_grid_get_column (DeskPointsGrid *self)
{
  return self->column;
}

/* Whether it is to be scored, or is. */
static gboolean
is_open (DeskPointsGrid *self,
         guint           leaf,
         guint           column)
{
  return self->points->choices[column][leaf] != OCOP_NOT_SCORED ||
         ocop_scoring_asks_for (&self->points->scoring, self->points->choices[column], get_leaf (self, leaf));
}

/* Where to go */

static void
go_to (DeskPointsGrid *self,
       guint           leaf,
       guint           column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->leaf == (int) leaf)
        gtk_widget_grab_focus (GTK_WIDGET (row->cells[column]));
    }
}

static guint
next_leaf (DeskPointsGrid *self,
           int             from,
           int             direction)
{
  for (int leaf = from + direction; leaf >= 0 && leaf < (int) n_leaves (self); leaf += direction)
    if (is_open (self, (guint) leaf, self->column))
      return (guint) leaf;
  return (guint) CLAMP (from, 0, (int) n_leaves (self) - 1);
}

void
desk_points_grid_begin (DeskPointsGrid *self)
{
  for (guint leaf = 0; leaf < n_leaves (self); leaf++)
    if (self->points->choices[self->column][leaf] == OCOP_NOT_SCORED && is_open (self, leaf, self->column))
      {
        go_to (self, leaf, self->column);
        return;
      }
  go_to (self, 0, self->column);
}

/* Showing */

static void
show_leaf (DeskPointsGrid *self,
           const Row      *row,
           guint           column)
{
  const OcopCriterion *leaf = get_leaf (self, (guint) row->leaf);
  guint8 choice = self->points->choices[column][row->leaf];
  gboolean may = is_open (self, (guint) row->leaf, column);
  g_autofree char *points = choice != OCOP_NOT_SCORED ? g_strdup_printf ("%u", ocop_criterion_get_option (leaf, choice)->points / 100) : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s, %s: %s", leaf->code, leaf->title, _(column_titles[column]),
                                           points != NULL ? points : _("not scored yet"));

  gtk_widget_set_focusable (GTK_WIDGET (row->cells[column]), may);
  desk_score_cell_show (row->cells[column], points != NULL ? points : may ? UNSCORED : "",
                        points != NULL ? "scored" : may ? "unscored" : "shut", name);
}

/* @part: of a part, or of all. Nothing where nothing is scored. */
static void
show_sum (DeskPointsGrid *self,
          const Row      *row,
          guint           column)
{
  const guint8 *choices = self->points->choices[column];
  guint parts[OCOP_N_PARTS];
  guint total = ocop_scoring_add_up (&self->points->scoring, choices, parts);
  gboolean any = FALSE;
  char text[16] = "";

  for (guint leaf = 0; leaf < n_leaves (self); leaf++)
    any |= choices[leaf] != OCOP_NOT_SCORED;
  if (any)
    g_snprintf (text, sizeof text, "%u", (row->leaf == TOTAL ? total : parts[-1 - row->leaf]) / 100);
  desk_score_cell_show (row->cells[column], text, "sum", NULL);
}

static void
update (DeskPointsGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      for (guint column = 0; column < OCOP_N_DOSSIER_POINTS; column++)
        if (row->leaf >= 0)
          show_leaf (self, row, column);
        else
          show_sum (self, row, column);
    }
}

static void
on_focus_changed (DeskPointsGrid *self,
                  GParamSpec     *pspec,
                  DeskScoreCell  *cell)
{
  const Row *row = &g_array_index (self->rows, Row, desk_score_cell_get_row (cell));

  if (!gtk_widget_has_focus (GTK_WIDGET (cell)) || row->leaf < 0)
    return;
  self->leaf = (guint) row->leaf;
  self->column = desk_score_cell_get_column (cell);
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

static void
attach_text (DeskPointsGrid *self,
             const char     *text,
             int             place,
             gboolean        sum)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", place == PLACE_MOST ? 0.5 : 0.0, "hexpand", place == PLACE_TITLE, "ellipsize",
                place == PLACE_TITLE ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  if (place == PLACE_TITLE)
    desk_cut_label_tell (GTK_LABEL (label));
  gtk_widget_set_size_request (label, place == PLACE_TITLE ? 200 : CODE_WIDTH, -1);
  gtk_widget_add_css_class (label, place == PLACE_CODE ? "desk-score-code" : place == PLACE_MOST ? "desk-score-fact" : "desk-score-title");
  if (sum)
    gtk_widget_add_css_class (label, "sum");
  gtk_grid_attach (self->grid, label, place, (int) self->rows->len + 1, 1, 1);
}

static void
add_row (DeskPointsGrid *self,
         int             leaf,
         const char     *code,
         const char     *title,
         guint           most)
{
  g_autofree char *points = g_strdup_printf ("%u", most / 100);
  Row row = { leaf };

  attach_text (self, code, PLACE_CODE, leaf < 0);
  attach_text (self, title, PLACE_TITLE, leaf < 0);
  attach_text (self, points, PLACE_MOST, leaf < 0);
  for (guint column = 0; column < OCOP_N_DOSSIER_POINTS; column++)
    {
      GtkWidget *cell = desk_score_cell_new (self->rows->len, column);

      row.cells[column] = DESK_SCORE_CELL (cell);
      gtk_widget_set_size_request (cell, POINTS_WIDTH, -1);
      g_signal_connect_object (cell, "notify::has-focus", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, cell, PLACE_FIRST_CELL + (int) column, (int) self->rows->len + 1, 1, 1);
    }
  g_array_append_val (self->rows, row);
}

static void
add_head (DeskPointsGrid *self)
{
  for (guint column = 0; column < OCOP_N_DOSSIER_POINTS; column++)
    {
      GtkWidget *title = gtk_label_new (_(column_titles[column]));

      g_object_set (title, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 11, NULL);
      gtk_widget_add_css_class (title, "desk-small");
      gtk_grid_attach (self->grid, title, PLACE_FIRST_CELL + (int) column, 0, 1, 1);
    }
}

void
desk_points_grid_show (DeskPointsGrid    *self,
                       OcopDossierPoints *points)
{
  static const char * const codes[] = { "A", "B", "C" };
  const OcopCriteria *criteria = points->scoring.criteria;
  int part = -1;

  g_return_if_fail (self->points == NULL);

  self->points = points;
  add_head (self);
  for (guint i = 0; i < criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, i);
      int own = (int) ocop_criterion_get_part (leaf);
      const OcopCriterion *parent = g_ptr_array_index (criteria->parts, (guint) own);

      if (own != part)
        add_row (self, -1 - own, codes[own], parent->title, parent->max_points);
      part = own;
      add_row (self, (int) i, leaf->code, leaf->title, leaf->max_points);
    }
  add_row (self, TOTAL, "", _("Total"), 10000);
  update (self);
}

/* Typing */

static void
refuse (DeskPointsGrid *self,
        char           *text)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[REFUSED], 0, text);
  g_free (text);
}

static char *
list_points (const OcopCriterion *leaf)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leaf->options->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", ocop_criterion_get_option (leaf, i)->points / 100);
  return g_string_free (text, FALSE);
}

static void
edited (DeskPointsGrid *self)
{
  update (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
type_digit (DeskPointsGrid *self,
            guint           digit)
{
  const OcopCriterion *leaf = desk_points_grid_get_leaf (self);
  g_autofree char *points = list_points (leaf);

  if (!is_open (self, self->leaf, self->column))
    refuse (self, g_strdup_printf (_("Criterion %s is not scored here."), leaf->code));
  else if (!ocop_choices_type (leaf, digit, &self->points->choices[self->column][self->leaf]))
    refuse (self, g_strdup_printf (_("Criterion %s has no option of %u points, only of %s."), leaf->code, digit, points));
  else
    {
      edited (self);
      go_to (self, next_leaf (self, (int) self->leaf, 1), self->column);
    }
}

static gboolean
move (DeskPointsGrid *self,
      guint           key)
{
  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      go_to (self, next_leaf (self, (int) self->leaf, -1), self->column);
      return TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      go_to (self, next_leaf (self, (int) self->leaf, 1), self->column);
      return TRUE;
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      go_to (self, self->leaf, OCOP_DOSSIER_POINTS_SELF);
      return TRUE;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      go_to (self, self->leaf, OCOP_DOSSIER_POINTS_ADVISED);
      return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      go_to (self, next_leaf (self, -1, 1), self->column);
      return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      go_to (self, next_leaf (self, (int) n_leaves (self), -1), self->column);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (DeskPointsGrid  *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if (self->points == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    type_digit (self, key - GDK_KEY_0);
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    type_digit (self, key - GDK_KEY_KP_0);
  else if (key == GDK_KEY_BackSpace || key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    {
      self->points->choices[self->column][self->leaf] = OCOP_NOT_SCORED;
      edited (self);
    }
  else
    return move (self, key);
  return TRUE;
}

static void
on_pressed (DeskPointsGrid *self,
            int             n,
            double          x,
            double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->grid), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, DESK_TYPE_SCORE_CELL) : NULL;

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* Building */

GtkWidget *
desk_points_grid_new (void)
{
  return g_object_new (DESK_TYPE_POINTS_GRID, NULL);
}

static void
desk_points_grid_dispose (GObject *object)
{
  g_clear_pointer (&DESK_POINTS_GRID (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_points_grid_parent_class)->dispose (object);
}

static void
desk_points_grid_finalize (GObject *object)
{
  g_array_unref (DESK_POINTS_GRID (object)->rows);
  G_OBJECT_CLASS (desk_points_grid_parent_class)->finalize (object);
}

static void
desk_points_grid_class_init (DeskPointsGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_points_grid_dispose;
  object_class->finalize = desk_points_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_points_grid_init (DeskPointsGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "desk-score-body");
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "hexpand", TRUE, "child", self->grid, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (click));
}
