/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-table.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-clipboard.h"
#include "desk-column-heads.h"
#include "desk-cut-label.h"
#include "desk-focus-back.h"

/* Frames until a row that was scrolled to is there. */
#define FRAMES 10

/* A column that has the width the others leave keeps so many letters: where there is no room for them the table scrolls. */
#define LEAST_CHARS 14

struct _DeskTable
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  gpointer data;          /* (nullable): what the rows are of */
  DeskTableIdFunc id;     /* (nullable) */

  /* Owned references */
  GtkStringList *places;  /* of no text: what is shown stands in @rows. It stays as long as there are as many, and so do
                           * scroll, focus and selection */
  GPtrArray *rows;
  GArray *columns;        /* DeskTableColumn, each with a title of its own */
  GHashTable *bound;      /* GtkListItem → place of its column: the cells in sight */

  guint patience;
  gboolean lost_focus;    /* with the rows that went for the sake of other columns */
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTable, desk_table, GTK_TYPE_WIDGET)

/* Cells */

static DeskTableCell
get_cell (DeskTable *self,
          guint      column,
          guint      place)
{
  return (DeskTableCell) { &g_array_index (self->columns, DeskTableColumn, column), self->rows->pdata[place], place, self->data };
}

static char *
dup_text (const DeskTableCell *cell)
{
  char *text = cell->column->text != NULL ? cell->column->text (cell) : g_strdup_printf ("%u", cell->place + 1);

  return text != NULL ? text : g_strdup ("");
}

static void
fill_cell (DeskTable   *self,
           GtkListItem *item,
           guint        column)
{
  DeskTableCell cell = get_cell (self, column, gtk_list_item_get_position (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (&cell);
  const char *style = cell.column->style != NULL ? cell.column->style (&cell) : NULL;
  const char *styles[] = { style, style != NULL && cell.column->is_pill ? "desk-pill" : NULL, NULL };

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, styles);
}

static DeskTable *
table_of (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "table");
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  const DeskTableColumn *column = &g_array_index (table_of (factory)->columns, DeskTableColumn, GPOINTER_TO_UINT (data));
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", column->is_number ? 1.0 : 0.0,
                "justify", column->is_number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT, "valign", GTK_ALIGN_CENTER,
                "halign", column->is_pill ? GTK_ALIGN_START : GTK_ALIGN_FILL, "width-chars", column->width == 0 ? LEAST_CHARS : 3,
                "wrap", column->width == 0 || column->wraps, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (!column->wraps)
    {
      g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "lines", column->width == 0 ? 2 : -1, NULL);
      desk_cut_label_tell (GTK_LABEL (label));
    }
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            column)
{
  DeskTable *self = table_of (factory);

  g_hash_table_insert (self->bound, item, column);
  fill_cell (self, item, GPOINTER_TO_UINT (column));
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           gpointer            column)
{
  g_hash_table_remove (table_of (factory)->bound, item);
}

void
desk_table_renew (DeskTable *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill_cell (self, item, GPOINTER_TO_UINT (column));
}

/* Columns */

static void
append_column (DeskTable             *self,
               const DeskTableColumn *column,
               guint                  place)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = gtk_column_view_column_new (column->title, factory);

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (place));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (place));
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), GUINT_TO_POINTER (place));
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->width == 0);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (self->view, made);
  if (column->is_number)
    desk_column_heads_align_end (made);
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, first);
    }
}

static void
clear_column (gpointer column)
{
  g_free ((char *) ((DeskTableColumn *) column)->title);
}

static GArray *
copy_columns (const char            *context,
              const DeskTableColumn *columns)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (DeskTableColumn));

  g_array_set_clear_func (copies, clear_column);
  for (; columns->title != NULL; columns++)
    {
      DeskTableColumn copy = *columns;

      copy.title = g_strdup (context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, columns->title) : _(columns->title));
      g_array_append_val (copies, copy);
    }
  return copies;
}

static gboolean
are_same (const GArray *columns,
          const GArray *others)
{
  gboolean same = columns->len == others->len;

  for (guint i = 0; same && i < columns->len; i++)
    same = g_str_equal (g_array_index (columns, DeskTableColumn, i).title, g_array_index (others, DeskTableColumn, i).title);
  return same;
}

static gboolean
has_focus_within (DeskTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* Without rows until some are shown: what there are may not be what the columns are for. */
void
desk_table_set_columns (DeskTable             *self,
                        const char            *context,
                        const DeskTableColumn *columns)
{
  g_autoptr(GArray) former = self->columns;

  self->columns = copy_columns (context, columns);
  if (are_same (self->columns, former))
    return;
  self->lost_focus = has_focus_within (self);
  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self->view);
  for (guint i = 0; i < self->columns->len; i++)
    append_column (self, &g_array_index (self->columns, DeskTableColumn, i), i);
}

void
desk_table_set_up (DeskTable             *self,
                   const char            *name,
                   const char            *context,
                   const DeskTableColumn *columns,
                   DeskTableIdFunc        id)
{
  self->id = id;
  desk_accessible_name_column_view (self->view, name);
  desk_table_set_columns (self, context, columns);
}

/* Rows */

guint
desk_table_get_chosen (DeskTable *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

void
desk_table_choose (DeskTable *self,
                   guint      place)
{
  gtk_single_selection_set_selected (self->selection, place);
}

gpointer
desk_table_get (DeskTable *self)
{
  guint place = desk_table_get_chosen (self);

  return place < self->rows->len ? self->rows->pdata[place] : NULL;
}

static void
on_selected (DeskTable *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Where the one with @id is among @rows, else what stands at its former @place. */
static guint
find_again (DeskTable  *self,
            const char *id,
            guint       place)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (self->id (self->rows->pdata[i]), id) == 0)
      return i;
  if (place == GTK_INVALID_LIST_POSITION)
    return 0;
  return place < self->rows->len ? place : MAX (self->rows->len, 1) - 1;
}

static void
set_length (GtkStringList *places,
            guint          n)
{
  guint former = g_list_model_get_n_items (G_LIST_MODEL (places));
  g_autoptr(GStrvBuilder) added = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  for (guint i = former; i < n; i++)
    g_strv_builder_add (added, "");
  texts = g_strv_builder_end (added);
  gtk_string_list_splice (places, MIN (former, n), former - MIN (former, n), (const char * const *) texts);
}

void
desk_table_show (DeskTable *self,
                 GPtrArray *rows,
                 gpointer   data)
{
  g_autoptr(GPtrArray) former = self->rows;
  guint chosen = desk_table_get_chosen (self);
  g_autofree char *id = self->id != NULL && chosen < former->len ? g_strdup (self->id (former->pdata[chosen])) : NULL;

  self->rows = rows != NULL ? g_ptr_array_ref (rows) : g_ptr_array_new ();
  self->data = data;
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  set_length (self->places, self->rows->len);
  desk_table_choose (self, find_again (self, id, chosen));
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  desk_table_renew (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* Or the window would hand it to something else, and the page would hear no key any more. */
  if (self->lost_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->lost_focus = FALSE;
}

static void
on_activate (DeskTable *self,
             guint      place)
{
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

/* Focus */

/* (nullable): the list inside the column view. */
static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
focus_chosen (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  DeskTable *self = DESK_TABLE (widget);
  guint chosen = desk_table_get_chosen (self);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == chosen)
      {
        GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));

        gtk_widget_grab_focus (gtk_widget_get_parent (cell));
        return G_SOURCE_REMOVE;
      }
  return self->patience-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* To the row that is chosen, which may have to be scrolled to first. */
static gboolean
desk_table_grab_focus (GtkWidget *widget)
{
  DeskTable *self = DESK_TABLE (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    return FALSE;
  gtk_widget_activate_action (find_list (self->view), "list.scroll-to-item", "u", desk_table_get_chosen (self));
  self->patience = FRAMES;
  if (focus_chosen (widget, NULL, NULL) == G_SOURCE_CONTINUE)
    gtk_widget_add_tick_callback (widget, focus_chosen, NULL, NULL);
  return TRUE;
}

/* Copying */

static char **
dup_titles (DeskTable *self)
{
  char **titles = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    titles[i] = g_strdup (g_array_index (self->columns, DeskTableColumn, i).title);
  return titles;
}

static char **
dup_row (DeskTable *self,
         guint      place)
{
  char **texts = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      DeskTableCell cell = get_cell (self, i, place);

      texts[i] = dup_text (&cell);
    }
  return texts;
}

void
desk_table_copy (DeskTable *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, dup_titles (self));
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (rows, dup_row (self, i));
  desk_clipboard_copy_rows (GTK_WIDGET (self), rows);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  desk_table_copy (DESK_TABLE (widget));
}

/* Being there */

GtkWidget *
desk_table_new (void)
{
  return g_object_new (DESK_TYPE_TABLE, NULL);
}

static void
desk_table_dispose (GObject *object)
{
  DeskTable *self = DESK_TABLE (object);

  self->data = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_table_parent_class)->dispose (object);
}

static void
desk_table_finalize (GObject *object)
{
  DeskTable *self = DESK_TABLE (object);

  g_hash_table_unref (self->bound);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->places);
  g_object_unref (self->selection);
  G_OBJECT_CLASS (desk_table_parent_class)->finalize (object);
}

static void
desk_table_class_init (DeskTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_table_finalize;
  widget_class->grab_focus = desk_table_grab_focus;
  desk_focus_back_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", DESK_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_table_init (DeskTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (DeskTableColumn));
  self->rows = g_ptr_array_new ();
  self->bound = g_hash_table_new (NULL, NULL);
  self->places = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->places)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-list");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "child", self->view, "vexpand", TRUE, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
