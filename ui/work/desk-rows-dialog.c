/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-rows-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "plan/ocop-goal.h"
#include "plan/ocop-target-cells.h"
#include "work/desk-record-grid.h"

#define WIDTH 1240
#define HEIGHT 640

/* Records out of copied cells; @read: what the table began with. */
typedef GPtrArray *(*ParseCells) (const char         *cells,
                                  const DeskRowsRead *read);

/**
 * RowsSpec:
 * @subject, @kind, @link: the records of @kind link to the @subject by @link
 * @order: (nullable): the field that counts the rows
 * @key: the field without which a new row is not kept
 * @field, @first: (nullable): what a new row begins with
 * @start: (nullable): the field that has the focus first, where there are rows
 * @parse: (nullable): what cells of a spreadsheet are; %NULL where the rows are there already, named by what they link to
 * @settle: (nullable): puts right what was typed, before it is kept
 * @counted: (nullable): the choice by which the summary counts the rows
 */
typedef struct
{
  const char *table, *subject, *kind, *link, *order, *key, *field, *first, *start;
  ParseCells parse;
  void (*settle) (OcopRecord *record);
  const char *counted;
  const char *title, *text, *change;
  const DeskRecordGridField *fields;
} RowsSpec;

static const DeskRecordGridField trainee_fields[] = {
  { "name", 0 }, { "kind", 170 }, { "producer", 260 }, { "unit", 170 }, { "position", 150 }, { "absent", 60 }, { NULL }
};

static const DeskRecordGridField participation_fields[] = {
  { "dealing", 180 }, { "partner", 0 }, { "signed_on", 130 }, { "value", 150 }, { "sales", 150 }, { NULL }
};

static const DeskRecordGridField target_fields[] = {
  { "name", 0 }, { "operator", 190 }, { "value", 90 }, { "value_to", 90 }, { "unit_name", 150 }, { "by_day", 120 }, { NULL }
};

static GPtrArray *
parse_trainees (const char         *cells,
                const DeskRowsRead *read)
{
  return ocop_trainees_parse (cells, read->producers, read->units);
}

static GPtrArray *
parse_targets (const char         *cells,
               const DeskRowsRead *read)
{
  return ocop_target_cells_parse (cells);
}

static const RowsSpec specs[] = {
  { "course", "course", "trainee", "course", NULL, "name", "kind", "producer", NULL, parse_trainees, NULL, "kind", N_("Who came to the course"),
    N_("A row for each; a new one comes as soon as the last is begun. Cells copied in a spreadsheet are pasted with Ctrl+V."),
    N_("Note who came to a course"), trainee_fields },
  { "event", "event", "participation", "event", NULL, "producer", NULL, NULL, NULL, NULL, NULL, NULL, N_("Who takes part in the event"),
    N_("Products are added from their list: select them there, then “Add to an event…”."),
    N_("Note what came of an event"), participation_fields },
  { "targets", "plan", "target", "plan", "place", "name", "operator", "at-least", "value", parse_targets, ocop_goal_settle_money, NULL, N_("What the plan sets"),
    N_("A row for each target; one that the program does not count is written in the last row. A table copied from the plan in a text or a spreadsheet is pasted with Ctrl+V: “25–30”, “over 70%”, “each commune 2” and “by 20/11/2026” are understood."),
    N_("Set the numbers of a plan's targets"), target_fields },
};

struct _DeskRowsDialog
{
  DeskDialog parent_instance;

  const RowsSpec *spec;
  DeskRecordGrid *grid;   /* borrowed */
  GtkWidget *summary;     /* borrowed */
  DeskRowsRead *read;
};

G_DEFINE_FINAL_TYPE (DeskRowsDialog, desk_rows_dialog, DESK_TYPE_DIALOG)

static const RowsSpec *
find_spec (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_str_equal (specs[i].table, table))
      return &specs[i];
  return NULL;
}

gboolean
desk_rows_dialog_knows (const char *table)
{
  return find_spec (table) != NULL;
}

void
desk_rows_read_free (DeskRowsRead *read)
{
  g_free (read->subject);
  g_free (read->about);
  g_clear_pointer (&read->rows, ocop_work_rows_free);
  g_clear_pointer (&read->producers, g_hash_table_unref);
  g_clear_pointer (&read->units, g_hash_table_unref);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRowsRead, desk_rows_read_free)

DeskRowsRead *
desk_rows_dialog_read (OcopReader  *reader,
                       const char  *table,
                       const char  *id,
                       GError     **error)
{
  const RowsSpec *spec = find_spec (table);
  g_autoptr(DeskRowsRead) read = g_new0 (DeskRowsRead, 1);

  read->table = spec->table;
  read->subject = g_strdup (id);
  read->about = ocop_reader_label (reader, ocop_kind_find (spec->subject), id);
  read->rows = ocop_work_rows_read (reader, spec->kind, spec->link, id, spec->order, error);
  if (read->rows == NULL)
    return NULL;
  if (spec->parse != parse_trainees)
    return g_steal_pointer (&read);
  read->producers = ocop_work_names (reader, "producer", read->rows->labels, error);
  read->units = read->producers != NULL ? ocop_work_names (reader, "unit", read->rows->labels, error) : NULL;
  return read->units != NULL ? g_steal_pointer (&read) : NULL;
}

/* Saving */

typedef struct
{
  const RowsSpec *spec;
  const OcopWorkRows *rows; /* borrowed of the dialog, which is kept until it is done */
  GPtrArray *after;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_ptr_array_unref (wish->after);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_work_rows_save (wish->rows, wish->after, wish->spec->key, _(wish->spec->change), error);
}

static void
desk_rows_dialog_apply (DeskDialog *dialog)
{
  DeskRowsDialog *self = DESK_ROWS_DIALOG (dialog);
  g_autoptr(GError) error = NULL;
  Wish *wish;

  if (!desk_record_grid_collect (self->grid, &error))
    {
      desk_dialog_fail (dialog, error);
      return;
    }
  wish = g_new0 (Wish, 1);
  wish->spec = self->spec;
  wish->rows = self->read->rows;
  wish->after = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  for (guint i = 0; i < desk_record_grid_get_n_rows (self->grid); i++)
    {
      OcopRecord *record = ocop_record_copy (desk_record_grid_get_record (self->grid, i));

      if (self->spec->settle != NULL)
        self->spec->settle (record);
      g_ptr_array_add (wish->after, record);
    }
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

/* The rows */

static gboolean
is_blank (DeskRowsDialog *self,
          guint           row)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  desk_record_grid_get_value (self->grid, row, self->spec->key, &value);
  return value.type == OCOP_VALUE_UNKNOWN;
}

/* Behind all others. */
static void
append_row (DeskRowsDialog *self,
            OcopRecord     *record)
{
  guint n = desk_record_grid_get_n_rows (self->grid);
  gint64 last = self->spec->order != NULL && n > 0 ? ocop_record_get_integer (desk_record_grid_get_record (self->grid, n - 1), self->spec->order, 0) : 0;

  ocop_record_set_text (record, self->spec->link, self->read->subject);
  if (self->spec->order != NULL)
    ocop_record_set_integer (record, self->spec->order, last + 1);
  desk_record_grid_append (self->grid, record, NULL, self->read->rows->labels);
}

static void
append_new (DeskRowsDialog *self)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find (self->spec->kind), NULL);

  if (self->spec->first != NULL)
    ocop_record_set_text (record, self->spec->field, self->spec->first);
  append_row (self, record);
}

/* "Officials 5 · Of a producer 12 · Did not come 1" */
static void
show_summary (DeskRowsDialog *self)
{
  const OcopField *kind = self->spec->counted != NULL ? ocop_kind_find_field (ocop_kind_find (self->spec->kind), self->spec->counted) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  guint absent = 0;

  if (kind == NULL)
    return;
  for (const OcopChoice *choice = kind->choices; choice->key != NULL; choice++)
    {
      guint n = 0;

      for (guint i = 0; i < desk_record_grid_get_n_rows (self->grid); i++)
        {
          g_auto(OcopValue) value = OCOP_VALUE_INIT;
          g_auto(OcopValue) away = OCOP_VALUE_INIT;

          desk_record_grid_get_value (self->grid, i, self->spec->counted, &value);
          desk_record_grid_get_value (self->grid, i, "absent", &away);
          if (is_blank (self, i) || g_strcmp0 (value.text, choice->key) != 0)
            continue;
          n += away.type == OCOP_VALUE_UNKNOWN;
          absent += away.type != OCOP_VALUE_UNKNOWN;
        }
      if (n > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", ocop_field_choice_title (kind, choice->key), n);
    }
  if (absent > 0)
    g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", _("Did not come"), absent);
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
}

static void
on_row_changed (DeskRowsDialog *self,
                guint           row)
{
  if (self->spec->parse != NULL && row + 1 == desk_record_grid_get_n_rows (self->grid) && !is_blank (self, row))
    append_new (self);
  show_summary (self);
}

/* "HTX A: Trà" */
static char *
dup_row_name (DeskRowsDialog   *self,
              const OcopRecord *record)
{
  const char *product = ocop_record_get_text (record, "product");
  const char *producer_name = g_hash_table_lookup (self->read->rows->labels, ocop_record_get_text (record, "producer"));
  const char *product_name = product != NULL ? g_hash_table_lookup (self->read->rows->labels, product) : NULL;

  return product_name != NULL ? g_strdup_printf ("%s: %s", producer_name, product_name) : g_strdup (producer_name);
}

static void
fill (DeskRowsDialog *self)
{
  for (guint i = 0; i < self->read->rows->before->len; i++)
    {
      const OcopRecord *record = self->read->rows->before->pdata[i];
      g_autofree char *name = self->spec->parse == NULL ? dup_row_name (self, record) : NULL;

      desk_record_grid_append (self->grid, record, name, self->read->rows->labels);
    }
  if (self->spec->parse != NULL)
    append_new (self);
  show_summary (self);
}

/* Cells of a spreadsheet */

static void
take_cells (DeskRowsDialog *self,
            const char     *cells)
{
  g_autoptr(GPtrArray) records = self->spec->parse (cells, self->read);

  desk_record_grid_remove_last (self->grid);
  for (guint i = 0; i < records->len; i++)
    append_row (self, records->pdata[i]);
  append_new (self);
  show_summary (self);
  desk_record_grid_focus (self->grid, desk_record_grid_get_n_rows (self->grid) - 1, NULL);
}

static void
on_clipboard (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      dialog)
{
  g_autoptr(DeskRowsDialog) self = dialog;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkWidget *focus = desk_dialog_is_open (DESK_DIALOG (self)) ? gtk_window_get_focus (GTK_WINDOW (self)) : NULL;

  if (text == NULL || !desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (strpbrk (text, "\t\n") != NULL)
    take_cells (self, text);
  else if (focus != NULL)
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
}

static gboolean
on_key (DeskRowsDialog  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if (self->spec->parse == NULL || key != GDK_KEY_v || (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK)
    return FALSE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard, g_object_ref (self));
  return TRUE;
}

/* Once it is laid out: before, the row that has the focus would not come into sight. */
static gboolean
focus_first (GtkWidget     *grid,
             GdkFrameClock *clock,
             gpointer       dialog)
{
  DeskRowsDialog *self = DESK_ROWS_DIALOG (dialog);

  if (gtk_widget_get_height (grid) == 0)
    return G_SOURCE_CONTINUE;
  desk_record_grid_focus (self->grid, self->spec->parse == NULL || self->spec->order != NULL ? 0 : desk_record_grid_get_n_rows (self->grid) - 1,
                          desk_record_grid_get_n_rows (self->grid) > 1 ? self->spec->start : NULL);
  return G_SOURCE_REMOVE;
}

void
desk_rows_dialog_present (GtkWidget    *parent,
                          OcopRegister *reg,
                          DeskRowsRead *read)
{
  DeskRowsDialog *self = g_object_new (DESK_TYPE_ROWS_DIALOG, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkBox *box;

  self->spec = find_spec (read->table);
  self->read = read;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _(self->spec->title), _("_Save"));
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, -1);
  desk_dialog_add_text (box, read->about, "desk-heading");
  desk_dialog_add_text (box, _(self->spec->text), "desk-dim");
  self->summary = desk_dialog_add_text (box, NULL, "desk-heading");
  self->grid = DESK_RECORD_GRID (desk_record_grid_new (reg, ocop_kind_find (self->spec->kind), self->spec->fields,
                                                       self->spec->parse == NULL ? _("Taking part") : NULL));
  gtk_box_append (box, GTK_WIDGET (self->grid));
  fill (self);
  g_signal_connect_object (self->grid, "row-changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_present (GTK_WINDOW (self));
  if (desk_record_grid_get_n_rows (self->grid) > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->grid), focus_first, self, NULL);
}

static void
desk_rows_dialog_finalize (GObject *object)
{
  desk_rows_read_free (DESK_ROWS_DIALOG (object)->read);
  G_OBJECT_CLASS (desk_rows_dialog_parent_class)->finalize (object);
}

static void
desk_rows_dialog_class_init (DeskRowsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_rows_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_rows_dialog_apply;
}

static void
desk_rows_dialog_init (DeskRowsDialog *self)
{
}
