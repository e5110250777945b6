/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-share-grid.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-focus-back.h"
#include "plan/desk-share-band.h"
#include "plan/desk-share-cell.h"

#define HEAD_HEIGHT 84
#define FOOT_HEIGHT 46
/* Lines around those in sight that have their cells already */
#define LINES_AROUND 4
/* Of each frame, in microseconds */
#define FILLING_TIME 8000

struct _DeskShareGrid
{
  GtkWidget parent_instance;

  /* Borrowed references */
  DeskShareEdits *edits;
  OcopShareOut *shares;

  /* Widgets */
  GtkWidget *outer;
  GtkWidget *head;
  GtkWidget *foot;
  GtkListView *list;

  GHashTable *rows;         /* place → GtkBox, of those that are made now */
  char *typed_over;         /* (nullable): what stood in the cell when it got the focus */
  gboolean editable;
  gboolean awaited;         /* the focus is to come to a cell that is not there yet */
  guint row;                /* the current cell */
  guint column;
  guint tick;               /* waits for a cell */
  guint filling;            /* gives lines their cells */
  int line_height;          /* of one with its cells; 0 until there is one */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskShareGrid, desk_share_grid, GTK_TYPE_WIDGET)

guint
desk_share_grid_get_column (DeskShareGrid *self)
{
  return self->column;
}

static OcopShareColumn *
get_column (DeskShareGrid *self,
            guint          column)
{
  return self->shares->columns->pdata[column];
}

static const char *
title_of (DeskShareGrid *self,
          guint          column)
{
  return ocop_record_get_text (get_column (self, column)->target, "name");
}

/* (nullable): where it is on the screen */
static GtkWidget *
find_cell (DeskShareGrid *self,
           guint          row,
           guint          column)
{
  GtkWidget *box = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));
  GtkWidget *cell = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (DESK_IS_SHARE_CELL (cell) && desk_share_cell_get_column (DESK_SHARE_CELL (cell)) == column)
      return cell;
  return NULL;
}

/* What is not laid out yet cannot take the focus: GTK then blinks within a selection (GTK 4.8). */
static gboolean
focus_awaited (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  DeskShareGrid *self = DESK_SHARE_GRID (widget);
  gboolean wanted = self->awaited && self->shares != NULL && gtk_widget_get_mapped (widget);
  GtkWidget *cell = wanted ? find_cell (self, self->row, self->column) : NULL;

  if (wanted && (cell == NULL || !gtk_widget_get_mapped (cell)))
    return G_SOURCE_CONTINUE;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  self->awaited = FALSE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
await_focus (DeskShareGrid *self)
{
  self->awaited = TRUE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_awaited, NULL, NULL);
}

static void
go_to (DeskShareGrid *self,
       guint          row,
       guint          column)
{
  GtkWidget *cell = find_cell (self, row, column);

  self->row = row;
  self->column = column;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", row);
  if (cell != NULL && gtk_widget_get_mapped (cell))
    gtk_widget_grab_focus (cell);
  else
    await_focus (self);
}

/* Showing */

static void
show_foot (DeskShareGrid *self)
{
  desk_share_band_show_sums (self->foot, self->shares);
}

static void
show_fact (DeskShareGrid *self,
           DeskShareCell *cell)
{
  guint row = desk_share_cell_get_row (cell), column = desk_share_cell_get_column (cell);

  desk_share_cell_show_fact (cell, get_column (self, column),
                             desk_share_edits_is_wrong (self->edits, self->shares, column, row)    ? "wrong"
                             : desk_share_edits_is_edited (self->edits, self->shares, column, row) ? "edited" : NULL);
}

static void
show_cell (DeskShareGrid *self,
           DeskShareCell *cell,
           guint          row)
{
  guint column = desk_share_cell_get_column (cell);
  g_autofree char *text = desk_share_edits_dup_text (self->edits, self->shares, column, row);
  g_autofree char *name = g_strdup_printf ("%s, %s", ocop_share_out_get_name (self->shares, row), title_of (self, column));

  desk_share_cell_show (cell, row, text, name, self->editable && !ocop_share_out_is_former (self->shares, row));
  show_fact (self, cell);
}

static void
show_row (DeskShareGrid *self,
          GtkWidget     *box,
          guint          row)
{
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *products = gtk_widget_get_next_sibling (name);
  gboolean former = ocop_share_out_is_former (self->shares, row);
  g_autofree char *label = former ? g_strdup_printf (_("%s (no more)"), ocop_share_out_get_name (self->shares, row)) : NULL;
  g_autofree char *number = former ? NULL : ocop_number_to_people (g_array_index (self->shares->products, gint64, row));

  gtk_label_set_label (GTK_LABEL (name), label != NULL ? label : ocop_share_out_get_name (self->shares, row));
  gtk_label_set_label (GTK_LABEL (products), number != NULL ? number : "");
  for (GtkWidget *cell = gtk_widget_get_next_sibling (products); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    show_cell (self, DESK_SHARE_CELL (cell), row);
}

static void
show_made_rows (DeskShareGrid *self)
{
  GHashTableIter iter;
  gpointer row, box;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &box))
    show_row (self, box, GPOINTER_TO_UINT (row));
}

/* Typing */

static void
on_typed (DeskShareGrid *self,
          DeskShareCell *cell)
{
  desk_share_edits_type (self->edits, self->shares, desk_share_cell_get_column (cell), desk_share_cell_get_row (cell),
                         desk_share_cell_get_text (cell));
  show_fact (self, cell);
  show_foot (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_focus_entered (DeskShareGrid           *self,
                  GtkEventControllerFocus *controller)
{
  DeskShareCell *cell = DESK_SHARE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  self->row = desk_share_cell_get_row (cell);
  self->column = desk_share_cell_get_column (cell);
  self->awaited = FALSE;
  g_free (self->typed_over);
  self->typed_over = g_strdup (desk_share_cell_get_text (cell));
}

/* Several cells at once */

static void
type_all_changed (DeskShareGrid *self)
{
  show_made_rows (self);
  show_foot (self);
  g_signal_emit (self, signals[EDITED], 0);
}

void
desk_share_grid_fill (DeskShareGrid *self,
                      guint          column,
                      const GArray  *numbers)
{
  for (guint row = 0; row < numbers->len; row++)
    {
      OcopShareNumber number = g_array_index (numbers, OcopShareNumber, row);
      g_autofree char *text = number.set ? ocop_quantity_to_people (number.value) : NULL;

      desk_share_edits_type (self->edits, self->shares, column, row, text != NULL ? text : "");
    }
  type_all_changed (self);
}

/* A block as spreadsheets put it on the clipboard; what reaches beyond the grid is left out. */
static void
paste_block (DeskShareGrid *self,
             const char    *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_rows = ocop_share_out_get_n_rows (self->shares);

  for (guint i = 0; lines[i] != NULL && self->row + i < n_rows; i++)
    {
      g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", -1);

      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      for (guint j = 0; cells[j] != NULL && self->column + j < self->shares->columns->len; j++)
        if (!ocop_share_out_is_former (self->shares, self->row + i))
          desk_share_edits_type (self->edits, self->shares, self->column + j, self->row + i, cells[j]);
      if (cells[0] == NULL)
        desk_share_edits_type (self->edits, self->shares, self->column, self->row + i, "");
    }
  type_all_changed (self);
}

static void
on_clipboard_read (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      grid)
{
  g_autoptr(DeskShareGrid) self = grid;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->shares != NULL && self->editable)
    paste_block (self, text);
}

/* Keys */

static gboolean
step (DeskShareGrid *self,
      int            rows,
      int            columns)
{
  int n_columns = (int) self->shares->columns->len;
  int column = (int) self->column + columns;
  int row = (int) self->row + rows;

  /* Tab leads on to the next line, and out of the grid at its end. */
  if (column < 0 || column >= n_columns)
    {
      row += column < 0 ? -1 : 1;
      column = column < 0 ? n_columns - 1 : 0;
    }
  if (row < 0 || row >= (int) ocop_share_out_get_n_rows (self->shares))
    return FALSE;
  go_to (self, (guint) row, (guint) column);
  return TRUE;
}

static gboolean
go_sideways (DeskShareGrid *self,
             gboolean       right)
{
  GtkWidget *cell = find_cell (self, self->row, self->column);
  guint last = self->shares->columns->len - 1;

  if (cell == NULL || !desk_share_cell_has_cursor_at_edge (DESK_SHARE_CELL (cell), right) || self->column == (right ? last : 0))
    return FALSE;
  return step (self, 0, right ? 1 : -1);
}

static gboolean
take_back (DeskShareGrid *self)
{
  GtkWidget *cell = find_cell (self, self->row, self->column);

  if (cell == NULL || self->typed_over == NULL || g_str_equal (desk_share_cell_get_text (DESK_SHARE_CELL (cell)), self->typed_over))
    return FALSE;
  desk_share_edits_type (self->edits, self->shares, self->column, self->row, self->typed_over);
  type_all_changed (self);
  return TRUE;
}

static gboolean
on_key_pressed (DeskShareGrid   *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (self->shares == NULL || self->shares->columns->len == 0)
    return FALSE;
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == GDK_CONTROL_MASK && (key == GDK_KEY_v || key == GDK_KEY_V) && self->editable)
    {
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read, g_object_ref (self));
      return TRUE;
    }
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      step (self, -1, 0);
      return TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      step (self, 1, 0);
      return TRUE;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      step (self, shift ? -1 : 1, 0);
      return TRUE;
    case GDK_KEY_Tab: case GDK_KEY_KP_Tab:
      return step (self, 0, 1);
    case GDK_KEY_ISO_Left_Tab:
      return step (self, 0, -1);
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return !shift && go_sideways (self, FALSE);
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return !shift && go_sideways (self, TRUE);
    case GDK_KEY_Escape:
      return take_back (self);
    default:
      return FALSE;
    }
}

/* Rows */

static void
add_cell (DeskShareGrid *self,
          GtkWidget     *box,
          guint          column)
{
  GtkWidget *cell = desk_share_cell_new (column);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (cell, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_entered), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  gtk_box_append (GTK_BOX (box), cell);
}

/* As large as with its cells, so that nothing moves when they come. */
static void
reserve (DeskShareGrid *self,
         GtkWidget     *box)
{
  gtk_widget_set_size_request (box, DESK_SHARE_BAND_LOCALITY_WIDTH + (int) self->shares->columns->len * DESK_SHARE_CELL_WIDTH, self->line_height);
}

static void
learn_height (DeskShareGrid *self,
              GtkWidget     *box)
{
  GHashTableIter iter;
  gpointer other;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, NULL, &self->line_height, NULL, NULL);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    reserve (self, other);
}

static void
fill_line (DeskShareGrid *self,
           GtkWidget     *box,
           guint          row)
{
  for (guint i = 0; i < self->shares->columns->len; i++)
    add_cell (self, box, i);
  show_row (self, box, row);
  if (self->line_height == 0)
    learn_height (self, box);
}

static gboolean
is_filled (GtkWidget *box)
{
  return DESK_IS_SHARE_CELL (gtk_widget_get_last_child (box));
}

/* @until: the line after the last in sight */
static void
get_sight (DeskShareGrid *self,
           guint         *from,
           guint         *until)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double n = ocop_share_out_get_n_rows (self->shares), upper = MAX (gtk_adjustment_get_upper (down), 1);
  double top = gtk_adjustment_get_value (down), bottom = top + gtk_adjustment_get_page_size (down);

  *from = (guint) MAX (0, top / upper * n - LINES_AROUND);
  *until = (guint) MIN (n, bottom / upper * n + 1 + LINES_AROUND);
}

/* Thousands of cells, which GTK would have made for all lines at once, would hold up the window for seconds. */
static gboolean
fill_sight (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  DeskShareGrid *self = DESK_SHARE_GRID (widget);
  gint64 end = g_get_monotonic_time () + FILLING_TIME;
  guint row = 0, until = 0;

  if (self->shares != NULL)
    get_sight (self, &row, &until);
  for (; row < until && g_get_monotonic_time () < end; row++)
    {
      GtkWidget *box = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));

      if (box != NULL && !is_filled (box))
        fill_line (self, box, row);
    }
  if (row < until)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
await_filling (DeskShareGrid *self)
{
  if (self->filling == 0 && self->shares != NULL)
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_sight, NULL, NULL);
}

static void
on_setup (DeskShareGrid      *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  desk_share_band_add_locality (box, NULL, NULL, "desk-share-name");
  reserve (self, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (DeskShareGrid      *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  guint row = gtk_list_item_get_position (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  g_hash_table_insert (self->rows, GUINT_TO_POINTER (row), box);
  show_row (self, box, row);
  await_filling (self);
}

static void
on_unbind (DeskShareGrid      *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  guint row = gtk_list_item_get_position (item);

  if (g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row)) == gtk_list_item_get_child (item))
    g_hash_table_remove (self->rows, GUINT_TO_POINTER (row));
}

/* What a line is made of follows the columns. */
static void
make_lines (DeskShareGrid *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) model = NULL;
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < ocop_share_out_get_n_rows (self->shares); i++)
    gtk_string_list_append (names, ocop_share_out_get_name (self->shares, i));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  model = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&names)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

void
desk_share_grid_show (DeskShareGrid *self,
                      OcopShareOut  *shares,
                      gboolean       editable)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && gtk_widget_is_visible (GTK_WIDGET (self));

  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_factory (self->list, NULL);
  g_hash_table_remove_all (self->rows);
  self->line_height = 0;
  self->shares = shares;
  self->editable = editable;
  desk_share_band_show_titles (self->head, shares);
  show_foot (self);
  if (shares == NULL || shares->columns->len == 0)
    return;
  self->column = MIN (self->column, shares->columns->len - 1);
  self->row = MIN (self->row, MAX (ocop_share_out_get_n_rows (shares), 1) - 1);
  make_lines (self);
  if (had_focus && ocop_share_out_get_n_rows (shares) > 0)
    await_focus (self);
}

gboolean
desk_share_grid_go_to_wrong (DeskShareGrid *self)
{
  for (guint column = 0; column < self->shares->columns->len; column++)
    for (guint row = 0; row < ocop_share_out_get_n_rows (self->shares); row++)
      if (desk_share_edits_is_wrong (self->edits, self->shares, column, row))
        {
          go_to (self, row, column);
          return TRUE;
        }
  return FALSE;
}

/* Being there */

GtkWidget *
desk_share_grid_new (DeskShareEdits *edits)
{
  DeskShareGrid *self = g_object_new (DESK_TYPE_SHARE_GRID, NULL);

  self->edits = edits;
  return GTK_WIDGET (self);
}

static gboolean
desk_share_grid_grab_focus (GtkWidget *widget)
{
  DeskShareGrid *self = DESK_SHARE_GRID (widget);

  if (self->shares == NULL || self->shares->columns->len == 0 || ocop_share_out_get_n_rows (self->shares) == 0)
    return FALSE;
  go_to (self, self->row, self->column);
  return TRUE;
}

static void
desk_share_grid_dispose (GObject *object)
{
  DeskShareGrid *self = DESK_SHARE_GRID (object);

  if (self->list != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      self->list = NULL;
    }
  self->shares = NULL;
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_share_grid_parent_class)->dispose (object);
}

static void
desk_share_grid_finalize (GObject *object)
{
  g_hash_table_unref (DESK_SHARE_GRID (object)->rows);
  g_free (DESK_SHARE_GRID (object)->typed_over);
  G_OBJECT_CLASS (desk_share_grid_parent_class)->finalize (object);
}

static void
desk_share_grid_class_init (DeskShareGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_share_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_share_grid_finalize;
  widget_class->grab_focus = desk_share_grid_grab_focus;
  desk_focus_back_install (widget_class);
  signals[EDITED] = g_signal_new ("edited", DESK_TYPE_SHARE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* It goes sideways with the lines. */
static GtkWidget *
add_band (DeskShareGrid *self,
          GtkAdjustment *sideways,
          int            height,
          const char    *style)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (scrolled), sideways);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), band);
  gtk_widget_set_size_request (band, -1, height);
  gtk_widget_add_css_class (band, style);
  gtk_box_append (GTK_BOX (self->outer), scrolled);
  return band;
}

static void
desk_share_grid_init (DeskShareGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Shares of the localities"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-share-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed", G_CALLBACK (await_filling), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "value-changed", G_CALLBACK (await_filling), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->head = add_band (self, sideways, HEAD_HEIGHT, "desk-share-head");
  gtk_box_append (GTK_BOX (self->outer), scrolled);
  self->foot = add_band (self, sideways, FOOT_HEIGHT, "desk-share-foot");
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
