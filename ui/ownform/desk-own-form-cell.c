/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ownform/desk-own-form-cell.h"

#include <glib/gi18n.h>

#include "desk-choice.h"

#define WIDTH 320

struct _DeskOwnFormCell
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *name_entry;
  GtkLabel *text_label;
  DeskChoice *group_choice;
  DeskChoice *source_choice;
  GtkWidget *rows_box;
  GtkEditable *last_entry;
  GtkEditable *labels_entry;
  GtkWidget *put_button;
  GtkWidget *clear_button;
  GtkLabel *problem_label;

  const DeskOwnFormData *data;
  char *sheet;
};

enum
{
  SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskOwnFormCell, desk_own_form_cell, GTK_TYPE_WIDGET)

static void
say (DeskOwnFormCell *self,
     const char      *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
update (DeskOwnFormCell *self)
{
  const char *source = desk_choice_get_key (self->source_choice);
  guint row, column;
  gboolean is_cell = ocop_form_cell_read_name (gtk_editable_get_text (self->name_entry), &row, &column);

  gtk_widget_set_visible (self->rows_box, source != NULL && ocop_own_form_source_goes_down (source));
  gtk_widget_set_sensitive (GTK_WIDGET (self->source_choice), desk_choice_get_key (self->group_choice) != NULL);
  gtk_widget_set_sensitive (self->put_button, self->data != NULL && is_cell && source != NULL);
  gtk_widget_set_sensitive (self->clear_button, self->data != NULL && self->data->cells != NULL && is_cell &&
                                                ocop_form_cells_find (self->data->cells, self->sheet, row, column) != NULL);
}

/* --- what is offered --- */

/* The groups that the sources stand in, each once. */
static void
offer_groups (DeskOwnFormCell *self)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();

  g_ptr_array_add (groups, (gpointer) C_("form", "Nothing"));
  for (guint i = 0; self->data != NULL && i < self->data->sources->len; i++)
    {
      const OcopOwnFormSource *source = self->data->sources->pdata[i];

      if (!g_str_equal (groups->pdata[groups->len - 1], source->group))
        g_ptr_array_add (groups, source->group);
    }
  g_ptr_array_add (groups, NULL);
  desk_choice_set_items (self->group_choice, (const char * const *) groups->pdata, (const char * const *) groups->pdata);
}

static void
offer_sources (DeskOwnFormCell *self,
               const char      *group)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (keys, (gpointer) "");
  g_ptr_array_add (titles, (gpointer) C_("form", "Choose…"));
  for (guint i = 0; self->data != NULL && i < self->data->sources->len; i++)
    {
      const OcopOwnFormSource *source = self->data->sources->pdata[i];

      if (g_strcmp0 (source->group, group) != 0)
        continue;
      g_ptr_array_add (keys, source->source);
      g_ptr_array_add (titles, source->title);
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (titles, NULL);
  desk_choice_set_items (self->source_choice, (const char * const *) keys->pdata, (const char * const *) titles->pdata);
}

static void
on_group_chosen (DeskOwnFormCell *self)
{
  offer_sources (self, desk_choice_get_key (self->group_choice));
  desk_choice_set_key (self->source_choice, "");
  update (self);
}

/* --- the cell --- */

static const char *
group_of (DeskOwnFormCell *self,
          const char      *source)
{
  for (guint i = 0; i < self->data->sources->len; i++)
    {
      const OcopOwnFormSource *offered = self->data->sources->pdata[i];

      if (g_strcmp0 (offered->source, source) == 0)
        return offered->group;
    }
  return NULL;
}

static void
show_rows (DeskOwnFormCell    *self,
           const OcopFormCell *mapped)
{
  g_autofree char *last = mapped != NULL && mapped->last_row > 0 ? g_strdup_printf ("%u", mapped->last_row) : g_strdup ("");
  char labels[OCOP_FORM_NAME_SIZE] = "";

  if (mapped != NULL && mapped->labels_column > 0)
    {
      ocop_form_cell_write_name (1, mapped->labels_column, labels);
      labels[strlen (labels) - 1] = '\0';
    }
  gtk_editable_set_text (self->last_entry, last);
  gtk_editable_set_text (self->labels_entry, labels);
}

/* What is mapped already; what somebody was about to put stays for a cell into which nothing goes. */
static void
show_source (DeskOwnFormCell    *self,
             const OcopFormCell *mapped)
{
  const char *group = mapped != NULL ? group_of (self, mapped->source) : NULL;

  if (mapped == NULL)
    return;
  desk_choice_set_key (self->group_choice, group);
  offer_sources (self, group);
  desk_choice_set_key (self->source_choice, mapped->source);
}

static void
show_place (DeskOwnFormCell *self)
{
  const char *text = NULL;
  const OcopFormCell *mapped = NULL;
  guint row, column;

  say (self, NULL);
  if (self->data != NULL && self->data->book != NULL && self->sheet != NULL &&
      ocop_form_cell_read_name (gtk_editable_get_text (self->name_entry), &row, &column))
    {
      text = desk_own_form_data_get_text (self->data, self->sheet, desk_own_form_data_find_row (self->data, self->sheet, row), column);
      mapped = ocop_form_cells_find (self->data->cells, self->sheet, row, column);
    }
  gtk_label_set_label (self->text_label, text != NULL ? text : "");
  show_source (self, mapped);
  show_rows (self, mapped);
  update (self);
}

void
desk_own_form_cell_show (DeskOwnFormCell *self,
                         guint            row,
                         guint            column)
{
  char name[OCOP_FORM_NAME_SIZE];

  gtk_editable_set_text (self->name_entry, ocop_form_cell_write_name (row, column, name));
}

void
desk_own_form_cell_set_data (DeskOwnFormCell       *self,
                             const DeskOwnFormData *data,
                             const char            *sheet)
{
  g_autofree char *group = g_strdup (desk_choice_get_key (self->group_choice));

  self->data = data;
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
  offer_groups (self);
  desk_choice_set_key (self->group_choice, group);
  offer_sources (self, group);
  gtk_widget_set_sensitive (self->box, data != NULL && data->book != NULL);
  show_place (self);
}

/* --- what is done --- */

/* What is typed for the rows below; %FALSE after it has said what is wrong. */
static gboolean
read_rows (DeskOwnFormCell *self,
           OcopFormCell    *cell)
{
  const char *last = gtk_editable_get_text (self->last_entry);
  const char *labels = gtk_editable_get_text (self->labels_entry);
  guint64 row = 0;

  if (!gtk_widget_get_visible (self->rows_box))
    return TRUE;
  cell->labels_column = ocop_form_column_read_name (labels);
  if (*last != '\0' && !g_ascii_string_to_unsigned (last, 10, cell->row, OCOP_SHEET_MAX_ROWS, &row, NULL))
    say (self, _("The last row is a number, not before the row of the cell"));
  else if (*labels != '\0' && cell->labels_column == 0)
    say (self, _("The column with the names of the rows is given by its letter: B"));
  else
    {
      cell->last_row = (guint) row;
      return TRUE;
    }
  return FALSE;
}

static void
on_put (DeskOwnFormCell *self)
{
  const char *source = desk_choice_get_key (self->source_choice);
  g_autoptr(OcopFormCell) cell = ocop_form_cell_new (self->sheet, 0, 0, source);
  g_autoptr(GError) error = NULL;

  if (source == NULL || !ocop_form_cell_read_name (gtk_editable_get_text (self->name_entry), &cell->row, &cell->column) ||
      !read_rows (self, cell))
    return;
  if (!ocop_form_book_can_take (self->data->book, cell, &error))
    {
      say (self, error->message);
      return;
    }
  ocop_form_book_note_labels (self->data->book, cell, ocop_own_form_source_goes_down (source));
  g_signal_emit (self, signals[SET], 0, cell);
}

static void
on_clear (DeskOwnFormCell *self)
{
  g_autoptr(OcopFormCell) cell = ocop_form_cell_new (self->sheet, 0, 0, "");

  if (ocop_form_cell_read_name (gtk_editable_get_text (self->name_entry), &cell->row, &cell->column))
    g_signal_emit (self, signals[SET], 0, cell);
}

/* --- building --- */

static void
add (DeskOwnFormCell *self,
     GtkWidget       *to,
     const char      *label,
     GtkWidget       *widget)
{
  GtkWidget *title = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "desk-dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (to), title);
  gtk_box_append (GTK_BOX (to), widget);
}

static void
add_hint (GtkWidget  *to,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 36, NULL);
  gtk_widget_add_css_class (label, "desk-subtitle");
  gtk_box_append (GTK_BOX (to), label);
}

static void
build_rows (DeskOwnFormCell *self)
{
  self->rows_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->last_entry = GTK_EDITABLE (gtk_entry_new ());
  self->labels_entry = GTK_EDITABLE (gtk_entry_new ());
  add (self, self->rows_box, _("Last row of the form for it"), GTK_WIDGET (self->last_entry));
  add (self, self->rows_box, _("Column in which the form names the rows"), GTK_WIDGET (self->labels_entry));
  add_hint (self->rows_box, _("Left empty, the rows follow each other from the cell on. Where the form keeps fewer than there are, they are put in."));
  gtk_box_append (GTK_BOX (self->box), self->rows_box);
}

static void
build_buttons (DeskOwnFormCell *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->put_button = gtk_button_new_with_mnemonic (_("_Put into the Cell"));
  self->clear_button = gtk_button_new_with_mnemonic (_("_Nothing"));
  g_signal_connect_object (self->put_button, "clicked", G_CALLBACK (on_put), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->put_button);
  gtk_box_append (GTK_BOX (row), self->clear_button);
  gtk_box_append (GTK_BOX (self->box), row);
}

static GtkLabel *
add_label (DeskOwnFormCell *self,
           const char      *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
desk_own_form_cell_init (DeskOwnFormCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set (self->box, "width-request", WIDTH, "margin-start", 14, "margin-end", 14, "margin-top", 4, NULL);
  self->name_entry = GTK_EDITABLE (gtk_entry_new ());
  self->group_choice = g_object_new (DESK_TYPE_CHOICE, NULL);
  self->source_choice = g_object_new (DESK_TYPE_CHOICE, NULL);
  add (self, self->box, _("Cell"), GTK_WIDGET (self->name_entry));
  self->text_label = add_label (self, NULL);
  add (self, self->box, _("What goes there"), GTK_WIDGET (self->group_choice));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->source_choice));
  build_rows (self);
  build_buttons (self);
  self->problem_label = add_label (self, "desk-alarm");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  offer_groups (self);
  offer_sources (self, NULL);
  desk_choice_set_caption (self->group_choice, _("What goes there"));
  desk_choice_set_caption (self->source_choice, _("Which of them"));
  g_signal_connect_object (self->group_choice, "chosen", G_CALLBACK (on_group_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source_choice, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_entry, "changed", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  desk_own_form_cell_set_data (self, NULL, NULL);
}

static void
desk_own_form_cell_dispose (GObject *object)
{
  g_clear_pointer (&DESK_OWN_FORM_CELL (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_own_form_cell_parent_class)->dispose (object);
}

static void
desk_own_form_cell_finalize (GObject *object)
{
  g_free (DESK_OWN_FORM_CELL (object)->sheet);
  G_OBJECT_CLASS (desk_own_form_cell_parent_class)->finalize (object);
}

static void
desk_own_form_cell_class_init (DeskOwnFormCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_own_form_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_own_form_cell_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SET] = g_signal_new ("set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

GtkWidget *
desk_own_form_cell_new (void)
{
  return g_object_new (DESK_TYPE_OWN_FORM_CELL, NULL);
}
