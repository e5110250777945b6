/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-cell.h"

/* Columns that share what room is left keep so many when there is none: the name of the record, and others. */
#define NAME_CHARACTERS 20
#define OTHER_CHARACTERS 14

/* What the factory of one column knows. */
typedef struct
{
  const DeskListSpec *spec;
  const OcopField *field;
  guint column;
} Cells;

const char *
desk_state_style (const char *state)
{
  static const struct
  {
    const char *state, *style;
  } styles[] = {
    { "valid", "good" },
    { "potential5", "good" },
    { "extended", "warn" },
    { "undated", "warn" },
    { "expired", "alarm" },
    { "revoked", "alarm" },
    { "withdrawn", "alarm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i].state, state) == 0)
      return styles[i].style;
  return "quiet";
}

/* Days that the law computes from the year alone are marked. */
static gboolean
is_estimated (const DeskListSpec *spec,
              const OcopField    *field,
              DeskRow            *row)
{
  guint estimated = desk_list_spec_find_column (spec, "estimated");

  return estimated != G_MAXUINT && field->type == OCOP_FIELD_DATE && (field->flags & OCOP_FIELD_DERIVED) != 0 &&
         !g_str_equal (field->name, "decision_date") && desk_row_get_value (row, estimated)->integer != 0;
}

char *
desk_list_cell_text (const DeskListSpec *spec,
                     guint               column,
                     DeskRow            *row)
{
  const OcopField *field = desk_path_find_field (ocop_kind_find (spec->kind), spec->columns[column].path);
  const OcopValue *value = desk_row_get_value (row, column);
  g_autofree char *text = desk_path_format (field, value);

  if (value->type != OCOP_VALUE_UNKNOWN && is_estimated (spec, field, row))
    return g_strconcat ("≈ ", text, NULL);
  return g_steal_pointer (&text);
}

static void
show_pill (GtkInscription  *cell,
           const OcopValue *value,
           const char      *text)
{
  const char *classes[] = { "desk-pill", desk_state_style (value->text), NULL };
  const char *none[] = { NULL };
  /* A character is taken to be as wide as the widest of some; words are narrower. */
  guint width = (guint) g_utf8_strlen (text, -1) * 4 / 5 + 1;

  gtk_inscription_set_nat_chars (cell, width);
  gtk_widget_set_css_classes (GTK_WIDGET (cell), value->type == OCOP_VALUE_UNKNOWN ? none : classes);
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
  g_autofree char *text = desk_list_cell_text (cells->spec, cells->column, row);

  gtk_inscription_set_text (cell, text);
  if (is_pill (cells->field))
    show_pill (cell, desk_row_get_value (row, cells->column), text);
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
  if (g_str_equal (cells->field->name, "star"))
    gtk_widget_add_css_class (cell, "desk-stars");
  else if (cells->column > 0)
    gtk_widget_add_css_class (cell, "desk-cell");
  g_object_set_data (G_OBJECT (item), "desk-cells", cells);
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

GtkListItemFactory *
desk_list_cell_factory_new (const DeskListSpec *spec,
                            guint               column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new (Cells, 1);

  cells->spec = spec;
  cells->column = column;
  cells->field = desk_path_find_field (ocop_kind_find (spec->kind), spec->columns[column].path);
  g_object_set_data_full (G_OBJECT (factory), "desk-cells", cells, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), cells);
  return factory;
}
