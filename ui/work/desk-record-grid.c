/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-record-grid.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "form/control/desk-field-control.h"

#define HEAD_WIDTH 210

/* A row: its record and its controls, in the order of the fields. */
typedef struct
{
  OcopRecord *record;
  GtkWidget **controls; /* DeskFieldControl; GtkCheckButton of a boolean */
} Row;

struct _DeskRecordGrid
{
  GtkWidget parent_instance;

  OcopRegister *reg;
  const OcopKind *kind;
  const DeskRecordGridField *widths;
  const OcopField **fields;
  OcopField *lines;     /* long ones among them, to be typed in one line */
  guint n_fields;
  gboolean named;
  GtkWidget *grid;
  GPtrArray *rows;
};

enum
{
  ROW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRecordGrid, desk_record_grid, GTK_TYPE_WIDGET)

static void
row_free (Row *row)
{
  ocop_record_free (row->record);
  g_free (row->controls);
  g_free (row);
}

static Row *
get_row (DeskRecordGrid *self,
         guint           row)
{
  return g_ptr_array_index (self->rows, row);
}

static guint
find_field (DeskRecordGrid *self,
            const char     *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->widths[i].field, name))
      return i;
  g_return_val_if_reached (0);
}

guint
desk_record_grid_get_n_rows (DeskRecordGrid *self)
{
  return self->rows->len;
}

OcopRecord *
desk_record_grid_get_record (DeskRecordGrid *self,
                             guint           row)
{
  return get_row (self, row)->record;
}

/* Values */

static gboolean
read_control (GtkWidget  *control,
              OcopValue  *value,
              GError    **error)
{
  if (!GTK_IS_CHECK_BUTTON (control))
    return desk_field_control_get_value (DESK_FIELD_CONTROL (control), value, error);
  *value = gtk_check_button_get_active (GTK_CHECK_BUTTON (control)) ? ocop_value_integer (1) : (OcopValue) OCOP_VALUE_INIT;
  return TRUE;
}

static void
fill_control (GtkWidget       *control,
              const OcopValue *value,
              const char      *label)
{
  if (GTK_IS_CHECK_BUTTON (control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (control), value->type == OCOP_VALUE_INTEGER && value->integer != 0);
  else
    desk_field_control_set_value (DESK_FIELD_CONTROL (control), value, label);
}

static GtkWidget *
get_input (GtkWidget *control)
{
  return GTK_IS_CHECK_BUTTON (control) ? control : desk_field_control_get_input (DESK_FIELD_CONTROL (control));
}

void
desk_record_grid_get_value (DeskRecordGrid *self,
                            guint           row,
                            const char     *field,
                            OcopValue      *value)
{
  read_control (get_row (self, row)->controls[find_field (self, field)], value, NULL);
}

void
desk_record_grid_set_value (DeskRecordGrid  *self,
                            guint            row,
                            const char      *field,
                            const OcopValue *value,
                            const char      *label)
{
  fill_control (get_row (self, row)->controls[find_field (self, field)], value, label);
}

void
desk_record_grid_focus (DeskRecordGrid *self,
                        guint           row,
                        const char     *field)
{
  gtk_widget_grab_focus (get_input (get_row (self, row)->controls[field != NULL ? find_field (self, field) : 0]));
}

/* Words have lists of suggestions that these keys move in; numbers and days have none. */
static gboolean
is_figure (const OcopField *field)
{
  return field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_HUNDREDTHS || field->type == OCOP_FIELD_MONEY || field->type == OCOP_FIELD_DATE;
}

static gboolean
find_focus (DeskRecordGrid *self,
            guint          *row,
            guint          *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    for (*column = 0; *column < self->n_fields; (*column)++)
      if (gtk_widget_get_focus_child (get_row (self, *row)->controls[*column]) != NULL)
        return TRUE;
  return FALSE;
}

static gboolean
on_key (DeskRecordGrid  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  gboolean down = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Down;
  guint row, column;

  if ((!down && key != GDK_KEY_Up) || (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0
      || !find_focus (self, &row, &column) || !is_figure (self->fields[column]) || (down ? row + 1 >= self->rows->len : row == 0))
    return FALSE;
  gtk_widget_grab_focus (get_input (get_row (self, down ? row + 1 : row - 1)->controls[column]));
  return TRUE;
}

static gboolean
collect_row (DeskRecordGrid  *self,
             guint            number,
             GError         **error)
{
  Row *row = get_row (self, number);

  for (guint i = 0; i < self->n_fields; i++)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      if (!GTK_IS_CHECK_BUTTON (row->controls[i]))
        desk_field_control_settle (DESK_FIELD_CONTROL (row->controls[i]));
      if (!read_control (row->controls[i], &value, error))
        {
          /* Translators: the number of a row, the title of a field */
          g_prefix_error (error, _("Row %u, %s: "), number + 1, _(self->fields[i]->title));
          gtk_widget_grab_focus (get_input (row->controls[i]));
          return FALSE;
        }
      ocop_record_set (row->record, self->widths[i].field, &value);
    }
  return TRUE;
}

gboolean
desk_record_grid_collect (DeskRecordGrid  *self,
                          GError         **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!collect_row (self, i, error))
      return FALSE;
  return TRUE;
}

/* Building */

static void
on_changed (GtkWidget      *control,
            DeskRecordGrid *self)
{
  g_signal_emit (self, signals[ROW_CHANGED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (control), "desk-row")));
}

static void
on_toggled (GtkWidget      *control,
            GParamSpec     *pspec,
            DeskRecordGrid *self)
{
  on_changed (control, self);
}

static void
name_control (GtkWidget       *control,
              const OcopField *field,
              const char      *name,
              guint            row)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *title = g_strdup_printf ("%s, %s", _(field->title), name != NULL ? name : number);
  GtkWidget *input = get_input (control);

  if (GTK_IS_DROP_DOWN (input))
    desk_accessible_name_button (input, title);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkWidget *
make_control (DeskRecordGrid  *self,
              guint            i,
              guint            row)
{
  const OcopField *field = self->fields[i];
  gboolean ticked = field->type == OCOP_FIELD_BOOLEAN;
  GtkWidget *control = ticked ? gtk_check_button_new () : GTK_WIDGET (desk_field_control_new (field));

  g_object_set_data (G_OBJECT (control), "desk-row", GUINT_TO_POINTER (row));
  if (ticked)
    g_signal_connect_object (control, "notify::active", G_CALLBACK (on_toggled), self, 0);
  else
    {
      desk_field_control_set_register (DESK_FIELD_CONTROL (control), self->reg);
      g_signal_connect_object (control, "changed", G_CALLBACK (on_changed), self, 0);
    }
  /* An entry of its own accord is wider than a number. */
  if (self->widths[i].width > 0 && !ticked && GTK_IS_EDITABLE (get_input (control)))
    g_object_set (get_input (control), "width-chars", 1, "max-width-chars", 1, NULL);
  gtk_widget_set_size_request (control, self->widths[i].width > 0 ? self->widths[i].width : 140, -1);
  g_object_set (control, "hexpand", self->widths[i].width == 0, "valign", GTK_ALIGN_CENTER,
                "halign", ticked ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL, NULL);
  return control;
}

static GtkWidget *
make_words (const char *text,
            const char *style,
            int         width)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, NULL);
  gtk_widget_set_size_request (label, width, -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
find_label (const OcopRecord *record,
            const OcopField  *field,
            GHashTable       *labels)
{
  const char *id = field->type == OCOP_FIELD_LINK ? ocop_record_get_text (record, field->name) : NULL;

  return id != NULL && labels != NULL ? g_hash_table_lookup (labels, id) : NULL;
}

void
desk_record_grid_append (DeskRecordGrid   *self,
                         const OcopRecord *record,
                         const char       *name,
                         GHashTable       *labels)
{
  Row *row = g_new0 (Row, 1);
  guint number = self->rows->len;

  row->record = ocop_record_copy (record);
  row->controls = g_new0 (GtkWidget *, self->n_fields);
  g_ptr_array_add (self->rows, row);
  if (self->named)
    gtk_grid_attach (GTK_GRID (self->grid), make_words (name, NULL, HEAD_WIDTH), 0, (int) number + 1, 1, 1);
  for (guint i = 0; i < self->n_fields; i++)
    {
      row->controls[i] = make_control (self, i, number);
      gtk_grid_attach (GTK_GRID (self->grid), row->controls[i], (int) i + self->named, (int) number + 1, 1, 1);
      name_control (row->controls[i], self->fields[i], name, number);
      fill_control (row->controls[i], ocop_record_get (record, self->widths[i].field), find_label (record, self->fields[i], labels));
    }
}

void
desk_record_grid_remove_last (DeskRecordGrid *self)
{
  gtk_grid_remove_row (GTK_GRID (self->grid), (int) self->rows->len);
  g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
}

/* A name or a text is typed in several lines elsewhere: as another field it has one. What offers the former texts of
 * its field stays that field. */
static const OcopField *
take_field (DeskRecordGrid *self,
            guint           i)
{
  const OcopField *field = ocop_kind_find_field (self->kind, self->widths[i].field);

  if (field->type != OCOP_FIELD_LONG_TEXT && (field->type != OCOP_FIELD_TEXT || (field->flags & OCOP_FIELD_SUGGESTED) != 0))
    return field;
  self->lines[i] = *field;
  self->lines[i].name = "line";
  self->lines[i].type = OCOP_FIELD_TEXT;
  self->lines[i].flags &= ~(guint) (OCOP_FIELD_SUGGESTED | OCOP_FIELD_REQUIRED);
  return &self->lines[i];
}

static void
take_fields (DeskRecordGrid            *self,
             const DeskRecordGridField *fields)
{
  while (fields[self->n_fields].field != NULL)
    self->n_fields++;
  self->widths = fields;
  self->fields = g_new0 (const OcopField *, self->n_fields);
  self->lines = g_new0 (OcopField, self->n_fields);
  for (guint i = 0; i < self->n_fields; i++)
    self->fields[i] = take_field (self, i);
}

static void
build (DeskRecordGrid *self,
       const char     *head)
{
  self->named = head != NULL;
  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "column-spacing", 8, "row-spacing", 4, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  if (self->named)
    gtk_grid_attach (GTK_GRID (self->grid), make_words (head, "desk-dim", HEAD_WIDTH), 0, 0, 1, 1);
  for (guint i = 0; i < self->n_fields; i++)
    gtk_grid_attach (GTK_GRID (self->grid), make_words (_(self->fields[i]->title), "desk-dim", self->widths[i].width > 0 ? self->widths[i].width : 60),
                     (int) i + self->named, 0, 1, 1);
}

GtkWidget *
desk_record_grid_new (OcopRegister              *reg,
                      const OcopKind            *kind,
                      const DeskRecordGridField *fields,
                      const char                *head)
{
  DeskRecordGrid *self = g_object_new (DESK_TYPE_RECORD_GRID, NULL);

  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->reg = g_object_ref (reg);
  self->kind = kind;
  take_fields (self, fields);
  build (self, head);
  return GTK_WIDGET (self);
}

static void
desk_record_grid_dispose (GObject *object)
{
  DeskRecordGrid *self = DESK_RECORD_GRID (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_record_grid_parent_class)->dispose (object);
}

static void
desk_record_grid_finalize (GObject *object)
{
  DeskRecordGrid *self = DESK_RECORD_GRID (object);

  g_ptr_array_unref (self->rows);
  g_free (self->fields);
  g_free (self->lines);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_record_grid_parent_class)->finalize (object);
}

static void
desk_record_grid_class_init (DeskRecordGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_record_grid_dispose;
  object_class->finalize = desk_record_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ROW_CHANGED] = g_signal_new ("row-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_record_grid_init (DeskRecordGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
}
