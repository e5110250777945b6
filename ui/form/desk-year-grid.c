/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-year-grid.h"

#include <glib/gi18n.h>

#include "list/desk-list-spec.h"

/* Characters: of billions of đồng none is cut, of words some. Titles have one width alone:
 * a row is measured as tall as its title is at its narrowest. */
#define FIGURE_WIDTH 13
#define TITLE_WIDTH 14

struct _DeskYearGrid
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskYearGrid, desk_year_grid, GTK_TYPE_WIDGET)

static void
on_year_clicked (DeskYearGrid *self,
                 GtkWidget    *button)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "desk-key");

  g_signal_emit (self, signals[OPENED], 0, *key);
}

static void
attach_year (DeskYearGrid *self,
             GtkGrid      *grid,
             OcopRows     *rows,
             guint         row)
{
  gint64 *key = g_new (gint64, 1);
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, ocop_rows_get_integer (rows, row, 0));
  g_autofree char *name = g_strdup_printf (_("Figures of %s"), year);
  GtkWidget *button = gtk_button_new_with_label (year);

  *key = ocop_rows_get_key (rows, row);
  gtk_widget_add_css_class (button, "desk-year");
  gtk_widget_set_tooltip_text (button, _("Correct this year's figures"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "desk-key", key, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_year_clicked), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, button, (int) row + 1, 0, 1, 1);
}

static void
attach_label (GtkGrid    *grid,
              const char *text,
              int         column,
              int         line,
              gboolean    number)
{
  GtkWidget *label = gtk_label_new (text);
  gboolean cut = number && g_utf8_strlen (text, -1) > FIGURE_WIDTH;

  g_object_set (label, "xalign", number ? 1.0 : 0.0, "yalign", 0.0, "wrap", !number, "width-chars", number ? -1 : TITLE_WIDTH,
                "max-width-chars", number ? FIGURE_WIDTH : TITLE_WIDTH, "ellipsize", cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  gtk_widget_set_tooltip_text (label, number ? text : NULL);
  gtk_widget_add_css_class (label, column == 0 ? "desk-dim" : "desk-year-figure");
  gtk_grid_attach (grid, label, column, line, 1, 1);
}

static gboolean
is_known_in_any (OcopRows *rows,
                 guint     column)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_rows_get (rows, i, column)->type != OCOP_VALUE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
attach_figures (GtkGrid         *grid,
                const OcopField *field,
                OcopRows        *rows,
                guint            column,
                int              line)
{
  attach_label (grid, _(field->title), 0, line, FALSE);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      g_autofree char *text = desk_path_format (field, ocop_rows_get (rows, i, column));

      attach_label (grid, *text != '\0' ? text : "—", (int) i + 1, line, TRUE);
    }
}

GtkWidget *
desk_year_grid_new (const OcopKind     *kind,
                    const char * const *columns,
                    OcopRows           *rows)
{
  DeskYearGrid *self = g_object_new (DESK_TYPE_YEAR_GRID, NULL);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int line = 1;

  gtk_grid_set_column_spacing (grid, 10);
  gtk_grid_set_row_spacing (grid, 5);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    attach_year (self, grid, rows, i);
  for (guint column = 1; columns[column] != NULL; column++)
    if (is_known_in_any (rows, column))
      attach_figures (grid, ocop_kind_find_field (kind, columns[column]), rows, column, line++);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (grid));
  return GTK_WIDGET (self);
}

static void
desk_year_grid_dispose (GObject *object)
{
  g_clear_pointer (&DESK_YEAR_GRID (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_year_grid_parent_class)->dispose (object);
}

static void
desk_year_grid_class_init (DeskYearGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_year_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "yeargrid");
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
desk_year_grid_init (DeskYearGrid *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "vscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
