/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-grid.h"

#include <glib/gi18n.h>

#include "score/desk-score-cell.h"
#include "score/desk-score-row.h"
#include "score/desk-score-steps.h"

struct _DeskScoreGrid
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkGrid *head;
  GtkGrid *body;
  GtkGrid *foot;
  DeskScoreRow *total;
  DeskScoreSheets *sheets;

  /* Owned references */
  GtkWidget *outer;
  GPtrArray *titles;       /* GtkInscription: the columns' */
  GPtrArray *rows;         /* DeskScoreRow: as many as the longest sheet shown yet */
  GArray *leaves;          /* int: of each row that is used, the leaf; else - 1 - the part */
  GArray *held;            /* (nullable) guint: keys typed while the next product is on its way */

  guint n_columns;
  guint leaf;              /* the current one */
  guint column;
  gboolean ended;          /* Tab found no member more: digits wait for a step aside */
};

enum
{
  CURRENT_CHANGED,
  EDITED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskScoreGrid, desk_score_grid, GTK_TYPE_WIDGET)

const OcopCriterion *
desk_score_grid_get_leaf (DeskScoreGrid *self)
{
  return self->sheets != NULL ? desk_score_sheets_get_leaf (self->sheets, self->leaf) : NULL;
}

guint
desk_score_grid_get_column (DeskScoreGrid *self)
{
  return self->column;
}

static DeskScoreRow *
row_at (DeskScoreGrid *self,
        guint          row)
{
  return g_ptr_array_index (self->rows, row);
}

static int
leaf_of_row (DeskScoreGrid *self,
             guint          row)
{
  return g_array_index (self->leaves, int, row);
}

static GtkWidget *
cell_of (DeskScoreGrid *self,
         guint          leaf,
         guint          column)
{
  for (guint row = 0; row < self->leaves->len; row++)
    if (leaf_of_row (self, row) == (int) leaf)
      return GTK_WIDGET (row_at (self, row)->cells[column]);
  return NULL;
}

static void
go_to (DeskScoreGrid *self,
       guint          leaf,
       guint          column)
{
  GtkWidget *cell = cell_of (self, leaf, column);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

void
desk_score_grid_go_to (DeskScoreGrid *self,
                       guint          leaf,
                       guint          column)
{
  go_to (self, leaf, column);
}

void
desk_score_grid_begin (DeskScoreGrid *self)
{
  int column = self->sheets != NULL ? desk_score_first_incomplete (self->sheets) : -1;

  if (self->sheets == NULL)
    return;
  if (column >= 0)
    go_to (self, (guint) desk_score_first_missing (self->sheets, (guint) column), (guint) column);
  else
    {
      guint first = desk_score_sheets_takes_part (self->sheets, 0) ? 0 : desk_score_next_column (self->sheets, 0, 1);

      go_to (self, desk_score_next_leaf (self->sheets, (guint) -1, first, 1), first);
    }
}

/* Showing */

static void
show_rows (DeskScoreGrid         *self,
           const DeskScoreJudged *judged)
{
  for (guint row = 0; row < self->leaves->len; row++)
    if (leaf_of_row (self, row) >= 0)
      desk_score_row_show_leaf (row_at (self, row), self->sheets, (guint) leaf_of_row (self, row), judged);
    else
      desk_score_row_show_part (row_at (self, row), self->sheets, (OcopPart) (-1 - leaf_of_row (self, row)), judged);
  desk_score_row_show_total (self->total, self->sheets, judged);
  desk_score_row_show_head (self->titles, self->sheets, judged);
}

void
desk_score_grid_update (DeskScoreGrid *self)
{
  const OcopScoring *scoring = self->sheets != NULL ? desk_score_sheets_get_scoring (self->sheets) : NULL;
  g_autoptr(OcopVerdict) verdict = NULL;
  g_autoptr(OcopSpread) spread = NULL;

  if (scoring == NULL)
    return;
  verdict = ocop_session_judge_begun (scoring);
  spread = verdict->spread_exceeded ? ocop_session_find_spread (scoring) : NULL;
  show_rows (self, &(DeskScoreJudged) { verdict, spread });
}

static void
on_focus_changed (DeskScoreGrid *self,
                  GParamSpec    *pspec,
                  DeskScoreCell *cell)
{
  int leaf;

  if (self->sheets == NULL || !gtk_widget_has_focus (GTK_WIDGET (cell)) || desk_score_cell_get_row (cell) >= self->leaves->len)
    return;
  leaf = leaf_of_row (self, desk_score_cell_get_row (cell));
  if (leaf < 0)
    return;
  self->ended = FALSE;
  self->leaf = (guint) leaf;
  self->column = desk_score_cell_get_column (cell);
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

static DeskScoreRow *
new_row (DeskScoreGrid *self)
{
  DeskScoreRow *row = desk_score_row_new (self->body, self->rows->len, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    g_signal_connect_object (row->cells[column], "notify::has-focus", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/* Another council: its columns are made anew. */
static void
build_columns (DeskScoreGrid *self,
               guint          n_columns)
{
  clear_grid (self->head);
  clear_grid (self->body);
  clear_grid (self->foot);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->total, g_free);
  self->n_columns = n_columns;
  desk_score_row_build_head (self->head, n_columns, self->titles);
  self->total = desk_score_row_new (self->foot, G_MAXUINT, n_columns);
}

static void
add_used_row (DeskScoreGrid *self,
              int            leaf)
{
  DeskScoreRow *row = self->leaves->len < self->rows->len ? row_at (self, self->leaves->len) : new_row (self);

  desk_score_row_set_visible (row, TRUE);
  g_array_append_val (self->leaves, leaf);
}

static void
lay_out (DeskScoreGrid *self)
{
  int part = -1;

  g_array_set_size (self->leaves, 0);
  for (guint i = 0; i < desk_score_sheets_n_leaves (self->sheets); i++)
    {
      int own = (int) ocop_criterion_get_part (desk_score_sheets_get_leaf (self->sheets, i));

      if (own != part)
        add_used_row (self, -1 - own);
      part = own;
      add_used_row (self, (int) i);
    }
  for (guint row = self->leaves->len; row < self->rows->len; row++)
    desk_score_row_set_visible (row_at (self, row), FALSE);
}

void
desk_score_grid_set_sheets (DeskScoreGrid   *self,
                            DeskScoreSheets *sheets)
{
  self->sheets = sheets;
  self->ended = FALSE;
  gtk_widget_set_visible (self->outer, sheets != NULL);
  if (sheets == NULL)
    return;
  if (desk_score_sheets_n_columns (sheets) != self->n_columns)
    build_columns (self, desk_score_sheets_n_columns (sheets));
  self->column = MIN (self->column, self->n_columns - 1);
  self->leaf = MIN (self->leaf, desk_score_sheets_n_leaves (sheets) - 1);
  lay_out (self);
  desk_score_grid_update (self);
}

/* Typing */

static void
edited (DeskScoreGrid *self)
{
  desk_score_grid_update (self);
  g_signal_emit (self, signals[EDITED], 0, self->column);
}

static void
refuse (DeskScoreGrid *self,
        const char    *text)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[REFUSED], 0, text);
}

static gboolean
refuse_closed (DeskScoreGrid *self)
{
  if (!ocop_session_is_closed (desk_score_sheets_get_session (self->sheets)))
    return FALSE;
  refuse (self, _("Points are not changed: the session is closed. To change them, open it again on its page."));
  return TRUE;
}

static gboolean
may_type (DeskScoreGrid *self)
{
  const OcopCriterion *leaf = desk_score_grid_get_leaf (self);
  g_autofree char *text = NULL;

  if (refuse_closed (self))
    return FALSE;
  if (desk_score_sheets_asks_for (self->sheets, self->column, self->leaf) && desk_score_sheets_is_open (self->sheets, self->column))
    return TRUE;
  text = g_strdup_printf (_("Criterion %s is not scored here."), leaf->code);
  refuse (self, text);
  return FALSE;
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
type_digit (DeskScoreGrid *self,
            guint          digit)
{
  const OcopCriterion *leaf = desk_score_grid_get_leaf (self);

  if (!may_type (self))
    return;
  if (!desk_score_sheets_type (self->sheets, self->column, self->leaf, digit))
    {
      g_autofree char *points = list_points (leaf);
      g_autofree char *text = g_strdup_printf (_("Criterion %s has no option of %u points, only of %s."), leaf->code, digit, points);

      refuse (self, text);
      return;
    }
  edited (self);
  go_to (self, desk_score_next_leaf (self->sheets, self->leaf, self->column, 1), self->column);
}

static void
clear (DeskScoreGrid *self)
{
  if (refuse_closed (self) || !desk_score_sheets_is_open (self->sheets, self->column))
    return;
  desk_score_sheets_clear (self->sheets, self->column, self->leaf);
  edited (self);
}

/* Past the last member Tab leads nowhere: the points agreed on are not to take the digits of the next product's sheet. */
static gboolean
refuse_end (DeskScoreGrid *self)
{
  self->ended = TRUE;
  refuse (self, desk_score_first_incomplete (self->sheets) >= 0
                ? _("This is the last member. Shift+Tab: back · →: points agreed on · Ctrl+Enter: save and next product")
                : _("Every sheet is complete. Ctrl+Enter: save and next product · →: points agreed on"));
  return TRUE;
}

/* To the next column, and there to what is still missing. */
static gboolean
go_beside (DeskScoreGrid *self,
           int            direction)
{
  guint column = desk_score_next_column (self->sheets, self->column, direction);
  int leaf;

  if (direction > 0 && desk_score_is_last_member (self->sheets, self->column) && desk_score_sheets_is_open (self->sheets, self->column))
    return refuse_end (self);
  if (column == self->column)
    return FALSE;
  leaf = desk_score_first_missing (self->sheets, column);
  go_to (self, leaf >= 0 ? (guint) leaf : self->leaf, column);
  return TRUE;
}

/* In the same line; where the council agrees on nothing there, in the next one below or above. */
static void
go_across (DeskScoreGrid *self,
           int            direction)
{
  guint column = desk_score_next_column (self->sheets, self->column, direction);
  guint below = desk_score_next_leaf (self->sheets, self->leaf, column, 1);
  GtkWidget *cell = cell_of (self, self->leaf, column);

  if (cell != NULL && gtk_widget_get_focusable (cell))
    gtk_widget_grab_focus (cell);
  else
    go_to (self, below != self->leaf ? below : desk_score_next_leaf (self->sheets, self->leaf, column, -1), column);
}

static gboolean
move (DeskScoreGrid *self,
      guint          key)
{
  guint n = desk_score_sheets_n_leaves (self->sheets);

  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      go_to (self, desk_score_next_leaf (self->sheets, self->leaf, self->column, -1), self->column);
      return TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      go_to (self, desk_score_next_leaf (self->sheets, self->leaf, self->column, 1), self->column);
      return TRUE;
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      go_across (self, -1);
      return TRUE;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      go_across (self, 1);
      return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      go_to (self, desk_score_next_leaf (self->sheets, (guint) -1, self->column, 1), self->column);
      return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      go_to (self, desk_score_next_leaf (self->sheets, n, self->column, -1), self->column);
      return TRUE;
    case GDK_KEY_Tab:
      return go_beside (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return go_beside (self, -1);
    default:
      return FALSE;
    }
}

static gboolean
take_key (DeskScoreGrid *self,
          guint          key)
{
  gboolean is_digit = (key >= GDK_KEY_0 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9);

  if (self->ended && is_digit)
    return refuse_end (self);
  self->ended = FALSE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    type_digit (self, key - GDK_KEY_0);
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    type_digit (self, key - GDK_KEY_KP_0);
  else if (key == GDK_KEY_BackSpace || key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    clear (self);
  else
    return move (self, key);
  return TRUE;
}

/* Ctrl+S, Ctrl+Enter: what they do is off while nothing can be saved, and would give no answer. */
static gboolean
is_to_save (guint           key,
            GdkModifierType modifiers)
{
  return (modifiers & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter);
}

static gboolean
on_key_pressed (DeskScoreGrid   *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if (self->sheets != NULL && is_to_save (key, modifiers))
    return refuse_closed (self);
  if (self->sheets == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || key == GDK_KEY_Escape)
    return FALSE;
  if (self->held == NULL)
    return take_key (self, key);
  g_array_append_val (self->held, key);
  return TRUE;
}

void
desk_score_grid_hold (DeskScoreGrid *self)
{
  if (self->held == NULL)
    self->held = g_array_new (FALSE, FALSE, sizeof (guint));
}

gboolean
desk_score_grid_is_held (DeskScoreGrid *self)
{
  return self->held != NULL;
}

void
desk_score_grid_release (DeskScoreGrid *self,
                         gboolean       type)
{
  g_autoptr(GArray) held = g_steal_pointer (&self->held);

  for (guint i = 0; type && self->sheets != NULL && held != NULL && i < held->len; i++)
    take_key (self, g_array_index (held, guint, i));
}

static void
on_pressed (DeskScoreGrid *self,
            int            n,
            double         x,
            double         y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->body), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, DESK_TYPE_SCORE_CELL) : NULL;

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* Building */

static GtkGrid *
new_grid (const char *style)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_widget_add_css_class (GTK_WIDGET (grid), style);
  return grid;
}

static void
build (DeskScoreGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->head = new_grid ("desk-score-head");
  self->body = new_grid ("desk-score-body");
  self->foot = new_grid ("desk-score-foot");
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->body, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot));
  self->outer = gtk_scrolled_window_new ();
  g_object_set (self->outer, "vscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
desk_score_grid_new (void)
{
  return g_object_new (DESK_TYPE_SCORE_GRID, NULL);
}

static void
desk_score_grid_dispose (GObject *object)
{
  DeskScoreGrid *self = DESK_SCORE_GRID (object);

  self->sheets = NULL;
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_score_grid_parent_class)->dispose (object);
}

static void
desk_score_grid_finalize (GObject *object)
{
  DeskScoreGrid *self = DESK_SCORE_GRID (object);

  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->leaves);
  g_clear_pointer (&self->held, g_array_unref);
  g_free (self->total);
  G_OBJECT_CLASS (desk_score_grid_parent_class)->finalize (object);
}

static void
desk_score_grid_class_init (DeskScoreGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_score_grid_dispose;
  object_class->finalize = desk_score_grid_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scoregrid");
  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_score_grid_init (DeskScoreGrid *self)
{
  self->titles = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->leaves = g_array_new (FALSE, FALSE, sizeof (int));
  build (self);
}
