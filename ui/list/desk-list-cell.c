/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-cell.h"

#include "list/desk-state.h"

/* Columns that share what room is left keep so many when there is none: the name of the record, and others. */
#define NAME_CHARACTERS 18
#define OTHER_CHARACTERS 12

/* What the factory of one column knows. */
typedef struct
{
  const DeskListSpec *spec;
  const OcopField *field;
  guint column;
  guint estimated;      /* the column that says so of this one's day; G_MAXUINT when none does */
  GHashTable *widths;   /* text of a pill → how wide it is, in characters */
} Cells;

static void
cells_free (Cells *cells)
{
  g_hash_table_unref (cells->widths);
  g_free (cells);
}

static gboolean
is_estimated (const Cells *cells,
              DeskRow     *row)
{
  return desk_row_get_value (row, cells->column)->type != OCOP_VALUE_UNKNOWN &&
         cells->estimated != G_MAXUINT && desk_row_get_value (row, cells->estimated)->integer != 0;
}

static char *
dup_text (const Cells *cells,
          DeskRow     *row)
{
  const OcopValue *value = desk_row_get_value (row, cells->column);

  if (is_estimated (cells, row))
    return desk_path_format_estimated (value);
  return desk_path_format (cells->field, value);
}

/* A natural width is given in characters, each taken to be as wide as the widest of some. */
static guint
measure (GtkWidget  *cell,
         const char *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  PangoFontMetrics *metrics = pango_context_get_metrics (pango_layout_get_context (layout), NULL, NULL);
  int character = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_size (layout, &width, NULL);
  return (guint) ((width + character - 1) / MAX (character, 1));
}

/* Measured once for all rows: there are only so many states. */
static guint
find_width (Cells      *cells,
            GtkWidget  *cell,
            const char *text)
{
  gpointer width;

  if (!g_hash_table_lookup_extended (cells->widths, text, NULL, &width))
    {
      width = GUINT_TO_POINTER (measure (cell, text));
      g_hash_table_insert (cells->widths, g_strdup (text), width);
    }
  return GPOINTER_TO_UINT (width);
}

static void
show_pill (Cells           *cells,
           GtkInscription  *cell,
           const OcopValue *value,
           const char      *text)
{
  const char *classes[] = { "desk-pill", desk_state_style (value->text), NULL };
  const char *none[] = { NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (cell), value->type == OCOP_VALUE_UNKNOWN ? none : classes);
  gtk_inscription_set_nat_chars (cell, find_width (cells, GTK_WIDGET (cell), text));
}

/* Gold is for stars alone: "potential 5 stars" is said in words. */
static void
show_stars (GtkInscription *cell,
            const char     *text)
{
  if (g_str_has_prefix (text, "★"))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "desk-stars");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "desk-stars");
}

static gboolean
is_star (const OcopField *field)
{
  return g_str_equal (field->name, "star");
}

static gboolean
is_number (const OcopField *field)
{
  return field->type == OCOP_FIELD_MONEY || field->type == OCOP_FIELD_HUNDREDTHS ||
         (field->type == OCOP_FIELD_INTEGER && !g_str_equal (field->name, "year"));
}

static gboolean
is_pill (const OcopField *field)
{
  return g_str_equal (field->name, "state");
}

static void
show_row (GtkListItem *item,
          DeskRow     *row)
{
  Cells *cells = g_object_get_data (G_OBJECT (item), "desk-cells");
  GtkInscription *cell = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  g_autofree char *text = dup_text (cells, row);

  gtk_inscription_set_text (cell, text);
  if (is_star (cells->field))
    show_stars (cell, text);
  if (is_pill (cells->field))
    show_pill (cells, cell, desk_row_get_value (row, cells->column), text);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  Cells *cells = data;
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (cells->spec->columns[cells->column].width < 0)
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), cells->column == 0 ? NAME_CHARACTERS : OTHER_CHARACTERS);
  if (is_pill (cells->field))
    g_object_set (cell, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);
  if (is_number (cells->field))
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  g_object_set_data (G_OBJECT (item), "desk-cells", cells);
  g_object_set_data (G_OBJECT (cell), "desk-item", item);
  gtk_list_item_set_child (item, cell);
}

static void
on_refilled (DeskRow     *row,
             GtkListItem *item)
{
  show_row (item, row);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            data)
{
  DeskRow *row = gtk_list_item_get_item (item);

  desk_row_watch (row);
  g_signal_connect (row, "refilled", G_CALLBACK (on_refilled), item);
  show_row (item, row);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           gpointer            data)
{
  DeskRow *row = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_func (row, on_refilled, item);
  desk_row_unwatch (row);
}

guint
desk_list_cell_get_position (GtkWidget *cell)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), "desk-item");

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

/* Whether the cell's text is cut for want of room. */
static gboolean
is_cut (GtkWidget  *cell,
        const char *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (cell);
}

char *
desk_list_cell_dup_tooltip (GtkWidget *cell)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), "desk-item");
  DeskRow *row = item != NULL ? gtk_list_item_get_item (item) : NULL;
  const char *text = item != NULL ? gtk_inscription_get_text (GTK_INSCRIPTION (cell)) : NULL;
  const Cells *cells;

  if (row == NULL || text == NULL)
    return NULL;
  cells = g_object_get_data (G_OBJECT (item), "desk-cells");
  if (is_pill (cells->field))
    return g_strdup (desk_state_explain (desk_row_get_value (row, cells->column)->text));
  if (is_estimated (cells, row))
    return g_strdup (desk_path_explain_estimated ());
  return is_cut (cell, text) ? g_strdup (text) : NULL;
}

static Cells
cells_of (const DeskListSpec *spec,
          guint               column)
{
  const DeskListColumn *shown = &spec->columns[column];
  Cells cells = { .spec = spec, .column = column, .estimated = G_MAXUINT };

  cells.field = desk_path_find_field (ocop_kind_find (spec->kind), shown->path);
  if (desk_list_spec_may_be_estimated (spec, shown))
    cells.estimated = desk_list_spec_find_column (spec, "estimated");
  return cells;
}

char *
desk_list_cell_dup_text (const DeskListSpec *spec,
                         guint               column,
                         DeskRow            *row)
{
  Cells cells = cells_of (spec, column);

  return dup_text (&cells, row);
}

gboolean
desk_list_cell_is_number (const DeskListSpec *spec,
                          guint               column)
{
  return is_number (desk_path_find_field (ocop_kind_find (spec->kind), spec->columns[column].path));
}

GtkListItemFactory *
desk_list_cell_factory_new (const DeskListSpec *spec,
                            guint               column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new (Cells, 1);

  *cells = cells_of (spec, column);
  cells->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_object_set_data_full (G_OBJECT (factory), "desk-cells", cells, (GDestroyNotify) cells_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), cells);
  return factory;
}
