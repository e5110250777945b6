/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-rows.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "exchange/ocop-import-repairs.h"
#include "import/desk-import-row-list.h"

/* Beyond the results, one button stands for all rows. */
#define ALL OCOP_IMPORT_N_RESULTS
#define N_BUTTONS (OCOP_IMPORT_N_RESULTS + 1)

/* What is said beyond, the tooltip says. */
#define LINES_OF_MESSAGES 5

struct _DeskImportRows
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *result_box;
  GtkLabel *notes_label;
  GtkColumnView *column_view;

  /* Borrowed references */
  GtkWidget *buttons[N_BUTTONS];
  GtkColumnViewColumn *producer_column;

  /* Owned references */
  DeskImportRowList *rows;
};

enum
{
  TAKING_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskImportRows, desk_import_rows, GTK_TYPE_WIDGET)

static const char * const styles[OCOP_IMPORT_N_RESULTS] = {
  [OCOP_IMPORT_NEW] = "good",
  [OCOP_IMPORT_CHANGED] = "good",
  [OCOP_IMPORT_DUPLICATE] = "quiet",
  [OCOP_IMPORT_DOUBTFUL] = "warn",
  [OCOP_IMPORT_WRONG] = "alarm",
};

static void
bind_number (GtkLabel      *label,
             DeskImportRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", desk_import_row_get (row)->number);

  gtk_label_set_label (label, number);
}

static void
bind_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *text != '\0' ? text : NULL);
}

static void
bind_name (GtkLabel      *label,
           DeskImportRow *row)
{
  bind_text (label, desk_import_row_get (row)->label);
}

static void
bind_producer (GtkLabel      *label,
               DeskImportRow *row)
{
  bind_text (label, desk_import_row_get_producer (row));
}

static void
bind_result (GtkLabel      *label,
             DeskImportRow *row)
{
  OcopImportResult result = desk_import_row_get (row)->result;
  const char *classes[] = { "desk-pill", styles[result], NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_label_set_label (label, ocop_import_result_title (result));
}

static void
bind_messages (GtkLabel      *label,
               DeskImportRow *row)
{
  g_autofree char *line = desk_import_row_say (row, " · ");
  g_autofree char *lines = desk_import_row_say (row, "\n");

  gtk_label_set_label (label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *lines != '\0' ? lines : NULL);
}

typedef void (*BindFunc) (GtkLabel      *label,
                          DeskImportRow *row);

typedef struct
{
  const char *title;
  int width; /* -1: what the others leave */
  BindFunc bind;
} Column;

static const Column columns[] = {
  { NC_("column", "Row"), 56, bind_number },
  { NC_("column", "Name"), 190, bind_name },
  { NC_("column", "Producer"), 180, bind_producer },
  { NC_("column", "Result"), 112, bind_result },
  { NC_("column", "Why"), -1, bind_messages },
};

static GtkWidget *
make_label (const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->bind == bind_number ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_halign (label, column->bind == bind_result ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  if (column->bind != bind_result)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->bind == bind_messages)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), LINES_OF_MESSAGES);
    }
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  gtk_list_item_set_child (item, make_label (column));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const Column             *column)
{
  column->bind (GTK_LABEL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* What is said, and below it the other way to take a producer that looks like another. */

static void
on_taking_clicked (GtkListItem *item,
                   GtkWidget   *button)
{
  const OcopImportLookAlike *look_alike = desk_import_row_get (gtk_list_item_get_item (item))->look_alike;
  GtkWidget *self = gtk_widget_get_ancestor (button, DESK_TYPE_IMPORT_ROWS);

  g_signal_emit (self, signals[TAKING_CHOSEN], 0, look_alike->name,
                 look_alike->same ? OCOP_IMPORT_TAKE_AS_ANOTHER : OCOP_IMPORT_TAKE_AS_SAME);
}

static void
on_setup_messages (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   const Column             *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "desk-toggle-pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_taking_clicked), item, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_label (column));
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
on_bind_messages (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  const Column             *column)
{
  DeskImportRow *row = gtk_list_item_get_item (item);
  const OcopImportLookAlike *look_alike = desk_import_row_get (row)->look_alike;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *button = gtk_widget_get_last_child (box);

  bind_messages (GTK_LABEL (gtk_widget_get_first_child (box)), row);
  gtk_widget_set_visible (button, look_alike != NULL);
  if (look_alike != NULL)
    gtk_button_set_label (GTK_BUTTON (button), look_alike->same ? _("Take as Another Producer") : _("Take as the Same Producer"));
}

static void
add_columns (DeskImportRows *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[i].title), factory);
      gboolean messages = columns[i].bind == bind_messages;

      g_signal_connect (factory, "setup", messages ? G_CALLBACK (on_setup_messages) : G_CALLBACK (on_setup), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", messages ? G_CALLBACK (on_bind_messages) : G_CALLBACK (on_bind), (gpointer) &columns[i]);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      gtk_column_view_append_column (self->column_view, column);
      if (columns[i].bind == bind_producer)
        self->producer_column = column;
    }
}

static void
on_toggled (DeskImportRows  *self,
            GtkToggleButton *button)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    if (gtk_toggle_button_get_active (button) && self->buttons[i] == GTK_WIDGET (button))
      desk_import_row_list_set_shown (self->rows, i);
}

static void
add_button (DeskImportRows   *self,
            OcopImportResult  result)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_add_css_class (button, "desk-toggle-pill");
  if (result != ALL)
    {
      gtk_widget_add_css_class (button, styles[result]);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[ALL]));
    }
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->result_box, button);
  self->buttons[result] = button;
}

static void
show_count (DeskImportRows   *self,
            OcopImportResult  result)
{
  DeskImportDryRun *dry_run = desk_import_row_list_get_dry_run (self->rows);
  guint count = dry_run == NULL ? 0 : result == ALL ? ocop_import_plan_get_n_rows (dry_run->plan)
                                                    : ocop_import_plan_count (dry_run->plan, result);
  g_autofree char *number = ocop_number_to_people (count);
  g_autofree char *label = g_strdup_printf ("%s  %s", result == ALL ? C_("import", "All rows") : ocop_import_result_title (result), number);

  gtk_button_set_label (GTK_BUTTON (self->buttons[result]), label);
  gtk_widget_set_sensitive (self->buttons[result], result == ALL || count > 0);
  /* What was shown alone may be no more. */
  if (count == 0 && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[result])))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[ALL]), TRUE);
}

static void
show_notes (DeskImportRows   *self,
            DeskImportDryRun *dry_run)
{
  g_autofree char *text = dry_run != NULL ? g_strjoinv (" · ", (char **) ocop_import_plan_get_notes (dry_run->plan)) : g_strdup ("");

  bind_text (self->notes_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), *text != '\0');
}

void
desk_import_rows_set_dry_run (DeskImportRows   *self,
                              DeskImportDryRun *dry_run)
{
  desk_import_row_list_set_dry_run (self->rows, dry_run);
  if (dry_run != NULL)
    gtk_column_view_column_set_visible (self->producer_column, dry_run->kind == OCOP_IMPORT_PRODUCTS);
  for (guint i = 0; i < N_BUTTONS; i++)
    show_count (self, i);
  show_notes (self, dry_run);
}

guint
desk_import_rows_get_results (DeskImportRows *self)
{
  OcopImportResult shown = desk_import_row_list_get_shown (self->rows);

  return shown == ALL ? OCOP_IMPORT_BIT (ALL) - 1 : OCOP_IMPORT_BIT (shown);
}

static void
desk_import_rows_dispose (GObject *object)
{
  DeskImportRows *self = DESK_IMPORT_ROWS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (desk_import_rows_parent_class)->dispose (object);
}

static void
desk_import_rows_class_init (DeskImportRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_rows_dispose;
  signals[TAKING_CHOSEN] = g_signal_new ("taking-chosen", DESK_TYPE_IMPORT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportRows, result_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRows, notes_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRows, column_view);
}

static void
desk_import_rows_init (DeskImportRows *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->rows = desk_import_row_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_button (self, ALL);
  for (guint i = 0; i < ALL; i++)
    add_button (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[ALL]), TRUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  add_columns (self);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  desk_import_rows_set_dry_run (self, NULL);
}
