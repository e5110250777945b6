/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-side-by-side.h"

#include <glib/gi18n.h>

#include "list/desk-list-spec.h"

struct _DeskSideBySide
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkCheckButton *sides[2];   /* of a pair: the two themselves */

  /* Owned references */
  OcopRecord *mine;
  OcopRecord *theirs;
  GHashTable *theirs_labels;  /* (nullable) */
  GPtrArray *rows;
};

/* A field in which the two differ. */
typedef struct
{
  const OcopField *field;
  GtkCheckButton *mine;       /* borrowed */
  GtkCheckButton *theirs;     /* borrowed */
} Row;

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSideBySide, desk_side_by_side, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "max-width-chars", 22, NULL);
  gtk_widget_add_css_class (label, style);
  return label;
}

static char *
format_value (const OcopRecord *record,
              const OcopField  *field,
              GHashTable       *labels)
{
  const char *label = labels != NULL ? g_hash_table_lookup (labels, field->name) : NULL;
  g_autofree char *text = NULL;

  if (label != NULL && ocop_record_get_text (record, field->name) != NULL)
    return g_strdup (label);
  text = desk_path_format (field, ocop_record_get (record, field->name));
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("—");
}

/* Returns: (transfer none): one side of a field, which can be chosen */
static GtkCheckButton *
attach_side (GtkGrid        *grid,
             int             column,
             int             row,
             const char     *title,
             const char     *text,
             const char     *style,
             GtkCheckButton *group)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = make_label (text, style);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_grid_attach (grid, box, column, row, 1, 1);
  return GTK_CHECK_BUTTON (check);
}

static void
attach_field (DeskSideBySide  *self,
              GtkGrid         *grid,
              int              place,
              const OcopField *field,
              const char      *my_text,
              const char      *their_text)
{
  Row *row = g_new (Row, 1);

  row->field = field;
  gtk_grid_attach (grid, make_label (_(field->title), "desk-dim"), 0, place, 1, 1);
  row->mine = attach_side (grid, 1, place, _(field->title), my_text, "desk-mine", NULL);
  row->theirs = attach_side (grid, 2, place, _(field->title), their_text, "desk-theirs", row->mine);
  gtk_check_button_set_active (row->mine, TRUE);
  g_ptr_array_add (self->rows, row);
}

static void
choose_all (DeskSideBySide *self,
            gboolean        mine)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      gtk_check_button_set_active (mine ? row->mine : row->theirs, TRUE);
    }
}

static void
on_chosen_clicked (DeskSideBySide *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_all_clicked (DeskSideBySide *self,
                GtkButton      *button)
{
  choose_all (self, g_object_get_data (G_OBJECT (button), "desk-mine") != NULL);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
attach_all (DeskSideBySide *self,
            GtkGrid        *grid,
            int             column,
            int             row,
            gboolean        mine)
{
  GtkWidget *button = gtk_button_new_with_label (mine ? _("Keep mine") : _("Take this"));

  g_object_set_data (G_OBJECT (button), "desk-mine", GINT_TO_POINTER (mine));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_all_clicked), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_grid_attach (grid, button, column, row, 1, 1);
}

/* Where a single field differs, the two buttons say it all. */
static void
attach_buttons (DeskSideBySide *self,
                GtkGrid        *grid,
                int             row)
{
  GtkWidget *button;

  attach_all (self, grid, 1, row, TRUE);
  attach_all (self, grid, 2, row, FALSE);
  if (self->rows->len < 2)
    return;
  button = gtk_button_new_with_label (_("Keep what is marked"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_chosen_clicked), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_grid_attach (grid, button, 1, row + 1, 2, 1);
}

gboolean
desk_side_by_side_is_all_theirs (DeskSideBySide *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (((const Row *) g_ptr_array_index (self->rows, i))->mine))
      return FALSE;
  return TRUE;
}

static void
take_label (DeskSideBySide *self,
            const char     *name,
            GHashTable     *labels)
{
  const char *label = self->theirs_labels != NULL ? g_hash_table_lookup (self->theirs_labels, name) : NULL;

  if (label != NULL)
    g_hash_table_replace (labels, (gpointer) name, g_strdup (label));
}

void
desk_side_by_side_apply (DeskSideBySide *self,
                         OcopRecord     *mine,
                         GHashTable     *labels)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (!gtk_check_button_get_active (row->mine))
        ocop_record_set (mine, row->field->name, ocop_record_get (self->theirs, row->field->name));
    }
  for (const OcopField *field = ocop_record_get_kind (mine)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (ocop_value_equal (ocop_record_get (mine, field->name), ocop_record_get (self->theirs, field->name)))
      take_label (self, field->name, labels);
}

/* Which of two */

guint
desk_side_by_side_get_chosen (DeskSideBySide *self)
{
  return gtk_check_button_get_active (self->sides[0]) ? 0 : 1;
}

static void
mark_best (DeskSideBySide *self)
{
  const OcopRecord *chosen = desk_side_by_side_get_chosen (self) == 0 ? self->mine : self->theirs;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      gboolean known = ocop_record_get (chosen, row->field->name)->type != OCOP_VALUE_UNKNOWN;

      gtk_check_button_set_active ((chosen == self->mine) == known ? row->mine : row->theirs, TRUE);
    }
}

void
desk_side_by_side_choose (DeskSideBySide *self,
                          guint           side)
{
  gtk_check_button_set_active (self->sides[side], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sides[side]));
}

static void
on_side_toggled (DeskSideBySide *self)
{
  mark_best (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
attach_sides (DeskSideBySide *self,
              GtkGrid        *grid,
              const char     *choice,
              const char     *mine_title,
              const char     *theirs_title)
{
  gtk_grid_attach (grid, make_label (choice, "desk-heading"), 0, 0, 1, 1);
  self->sides[0] = attach_side (grid, 1, 0, choice, mine_title, "desk-heading", NULL);
  self->sides[1] = attach_side (grid, 2, 0, choice, theirs_title, "desk-heading", self->sides[0]);
  gtk_check_button_set_active (self->sides[0], TRUE);
  g_signal_connect_object (self->sides[0], "toggled", G_CALLBACK (on_side_toggled), self, G_CONNECT_SWAPPED);
}

/* Building */

static GtkGrid *
append_grid (DeskSideBySide *self)
{
  GtkWidget *grid = gtk_grid_new ();

  g_object_set (grid, "row-spacing", 4, "column-spacing", 12, NULL);
  gtk_box_append (GTK_BOX (self->box), grid);
  return GTK_GRID (grid);
}

static void
attach_fields (DeskSideBySide *self,
               GtkGrid        *grid,
               GHashTable     *mine_labels)
{
  for (const OcopField *field = ocop_record_get_kind (self->mine)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_autofree char *my_text = format_value (self->mine, field, mine_labels);
      g_autofree char *their_text = format_value (self->theirs, field, self->theirs_labels);

      if (!ocop_value_equal (ocop_record_get (self->mine, field->name), ocop_record_get (self->theirs, field->name)))
        attach_field (self, grid, (int) self->rows->len + 1, field, my_text, their_text);
    }
}

static DeskSideBySide *
make (const OcopRecord *mine,
      const OcopRecord *theirs,
      GHashTable       *theirs_labels)
{
  DeskSideBySide *self = g_object_new (DESK_TYPE_SIDE_BY_SIDE, NULL);

  self->mine = ocop_record_copy (mine);
  self->theirs = ocop_record_copy (theirs);
  self->theirs_labels = theirs_labels != NULL ? g_hash_table_ref (theirs_labels) : NULL;
  return self;
}

GtkWidget *
desk_side_by_side_new (const char       *message,
                       const char       *mine_title,
                       const OcopRecord *mine,
                       GHashTable       *mine_labels,
                       const char       *theirs_title,
                       const OcopRecord *theirs,
                       GHashTable       *theirs_labels)
{
  DeskSideBySide *self = make (mine, theirs, theirs_labels);
  GtkWidget *label = gtk_label_new (message);
  GtkGrid *grid;

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->box), label);
  grid = append_grid (self);
  gtk_grid_attach (grid, make_label (mine_title, "desk-heading"), 1, 0, 1, 1);
  gtk_grid_attach (grid, make_label (theirs_title, "desk-heading"), 2, 0, 1, 1);
  attach_fields (self, grid, mine_labels);
  attach_buttons (self, grid, (int) self->rows->len + 1);
  return GTK_WIDGET (self);
}

GtkWidget *
desk_side_by_side_new_pair (const char       *choice,
                            const char       *mine_title,
                            const OcopRecord *mine,
                            GHashTable       *mine_labels,
                            const char       *theirs_title,
                            const OcopRecord *theirs,
                            GHashTable       *theirs_labels)
{
  DeskSideBySide *self = make (mine, theirs, theirs_labels);
  GtkGrid *grid = append_grid (self);

  attach_sides (self, grid, choice, mine_title, theirs_title);
  attach_fields (self, grid, mine_labels);
  mark_best (self);
  return GTK_WIDGET (self);
}

static void
desk_side_by_side_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SIDE_BY_SIDE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_side_by_side_parent_class)->dispose (object);
}

static void
desk_side_by_side_finalize (GObject *object)
{
  DeskSideBySide *self = DESK_SIDE_BY_SIDE (object);

  g_clear_pointer (&self->mine, ocop_record_free);
  g_clear_pointer (&self->theirs, ocop_record_free);
  g_clear_pointer (&self->theirs_labels, g_hash_table_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (desk_side_by_side_parent_class)->finalize (object);
}

static void
desk_side_by_side_class_init (DeskSideBySideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_side_by_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_side_by_side_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_side_by_side_init (DeskSideBySide *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
