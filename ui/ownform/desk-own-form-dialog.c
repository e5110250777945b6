/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ownform/desk-own-form-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-accessible-name.h"
#include "desk-file-chooser.h"
#include "ownform/desk-own-form-cell.h"
#include "ownform/desk-own-form-grid.h"
#include "print/desk-saved-bar.h"
#include "report/ocop-paper-file.h"

#define WIDTH 1180
#define HEIGHT 660
#define FIRST_YEAR 2000
#define LAST_YEAR 2100

struct _DeskOwnFormDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkDropDown *form_dropdown;
  GtkDropDown *sheet_dropdown;
  GtkSpinButton *year_spin;
  GtkDropDown *period_dropdown;
  GtkWidget *file_button;
  GtkStack *stack;
  DeskOwnFormGrid *grid;
  DeskOwnFormCell *cell;
  DeskSavedBar *saved_bar;

  /* Owned references */
  DeskOwnFormData *data;
  GCancellable *cancellable;

  OcopDate on;
  gboolean is_filling;      /* the drop-downs are being filled */
};

G_DEFINE_FINAL_TYPE (DeskOwnFormDialog, desk_own_form_dialog, DESK_TYPE_DIALOG)

static const DeskFileKind workbooks[] = { { N_("Excel workbook (.xlsx)"), "xlsx" }, { NULL } };

/* --- reading --- */

static const char *
get_string (GtkDropDown *dropdown)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (dropdown);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static void
show_sheet (DeskOwnFormDialog *self)
{
  const char *sheet = get_string (self->sheet_dropdown);

  if (self->is_filling)
    return;
  desk_own_form_grid_set_sheet (self->grid, self->data, sheet);
  desk_own_form_cell_set_data (self->cell, self->data, sheet);
}

/* As it was chosen, where it is still there. */
static void
fill_dropdown (GtkDropDown        *dropdown,
               const char * const *titles,
               const char         *chosen)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (titles);
  guint place = 0;

  for (guint i = 0; titles[i] != NULL; i++)
    if (g_strcmp0 (titles[i], chosen) == 0)
      place = i;
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (dropdown, place);
}

static void
fill_sheets (DeskOwnFormDialog *self)
{
  const OcopWorkbook *workbook = self->data->book != NULL ? ocop_form_book_get_workbook (self->data->book) : NULL;
  g_autofree char *chosen = g_strdup (get_string (self->sheet_dropdown));
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; workbook != NULL && i < ocop_workbook_get_n_sheets (workbook); i++)
    g_ptr_array_add (titles, (gpointer) ocop_sheet_get_name (ocop_workbook_get_sheet (workbook, i)));
  g_ptr_array_add (titles, NULL);
  fill_dropdown (self->sheet_dropdown, (const char * const *) titles->pdata, chosen);
}

static void
fill_forms (DeskOwnFormDialog *self)
{
  const char *shown = self->data->form != NULL ? ocop_record_get_text (self->data->form, "name") : NULL;
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->data->names->len; i++)
    g_ptr_array_add (titles, self->data->names->pdata[i]);
  g_ptr_array_add (titles, NULL);
  fill_dropdown (self->form_dropdown, (const char * const *) titles->pdata, shown);
}

/* What has to be known before the form is used. */
static void
show_notes (DeskOwnFormDialog *self)
{
  DeskNotice *notice = desk_dialog_get_notice (DESK_DIALOG (self));
  g_autofree char *text = NULL;

  if (self->data->notes->len == 0)
    {
      desk_notice_hide (notice);
      return;
    }
  g_ptr_array_add (self->data->notes, NULL);
  text = g_strjoinv ("\n", (char **) self->data->notes->pdata);
  g_ptr_array_set_size (self->data->notes, (int) self->data->notes->len - 1);
  desk_notice_show (notice, text);
}

static void
update (DeskOwnFormDialog *self)
{
  gboolean writable = !ocop_register_is_look_only (desk_dialog_get_register (DESK_DIALOG (self)));
  gboolean has_form = self->data->form != NULL;

  gtk_stack_set_visible_child_name (self->stack, has_form ? "form" : "empty");
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_dropdown), self->data->ids->len > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet_dropdown), self->data->book != NULL);
  gtk_widget_set_sensitive (self->file_button, has_form && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->cell), writable);
  desk_dialog_set_ready (DESK_DIALOG (self), self->data->bytes != NULL && self->data->cells->len > 0);
}

/* @data: (transfer full) */
static void
take (DeskOwnFormDialog *self,
      DeskOwnFormData   *data)
{
  desk_own_form_grid_set_sheet (self->grid, NULL, get_string (self->sheet_dropdown));
  desk_own_form_cell_set_data (self->cell, NULL, NULL);
  g_clear_pointer (&self->data, desk_own_form_data_free);
  self->data = data;
  self->is_filling = TRUE;
  fill_forms (self);
  fill_sheets (self);
  self->is_filling = FALSE;
  show_sheet (self);
  show_notes (self);
  update (self);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskOwnFormDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  DeskOwnFormData *data = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (data != NULL && desk_dialog_is_open (DESK_DIALOG (self)))
    take (self, data);
  else if (data != NULL)
    desk_own_form_data_free (data);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && desk_dialog_is_open (DESK_DIALOG (self)))
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
}

/* The periods of a year by their keys; the whole of it has none. */
static const char * const periods[] = {
  NULL, "half", "nine-months", "quarter-1", "quarter-2", "quarter-3", "quarter-4", "month-1", "month-2", "month-3", "month-4", "month-5",
  "month-6", "month-7", "month-8", "month-9", "month-10", "month-11", "month-12",
};

static const char *
get_period (DeskOwnFormDialog *self)
{
  guint place = gtk_drop_down_get_selected (self->period_dropdown);

  return place < G_N_ELEMENTS (periods) ? periods[place] : NULL;
}

/* @form: (nullable): an id or a name */
static void
read_form (DeskOwnFormDialog *self,
           const char        *form)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_own_form_data_read_async (desk_dialog_get_register (DESK_DIALOG (self)), form,
                                 (guint) gtk_spin_button_get_value_as_int (self->year_spin), get_period (self), self->on, self->cancellable, on_read,
                                 g_object_ref (self));
}

static void
read_again (DeskOwnFormDialog *self)
{
  if (!self->is_filling)
    read_form (self, self->data != NULL && self->data->form != NULL ? ocop_record_get_id (self->data->form) : NULL);
}

static void
on_form_chosen (DeskOwnFormDialog *self)
{
  guint place = gtk_drop_down_get_selected (self->form_dropdown);

  if (!self->is_filling && self->data != NULL && place < self->data->ids->len)
    read_form (self, self->data->ids->pdata[place]);
}

/* --- what goes into a cell --- */

typedef struct
{
  char *form;
  GPtrArray *cells;
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;

  g_free (mapping->form);
  g_ptr_array_unref (mapping->cells);
  g_free (mapping);
}

static gpointer
make_mapping (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Mapping *mapping = data;

  return ocop_own_form_change_cells (reader, mapping->form, mapping->cells, error);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskOwnFormDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean made = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (made)
    read_again (self);
  else
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
}

/* The mapped cells with @cell in the place of what went there. */
static void
on_set (DeskOwnFormDialog  *self,
        const OcopFormCell *cell)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_form_cell_free);
  const OcopFormCell *former = ocop_form_cells_find (self->data->cells, cell->sheet, cell->row, cell->column);
  Mapping *mapping;

  for (guint i = 0; i < self->data->cells->len; i++)
    if (self->data->cells->pdata[i] != former)
      g_ptr_array_add (cells, ocop_form_cell_copy (self->data->cells->pdata[i]));
  if (*cell->source != '\0')
    g_ptr_array_add (cells, ocop_form_cell_copy (cell));
  mapping = g_new (Mapping, 1);
  *mapping = (Mapping) { g_strdup (ocop_record_get_id (self->data->form)), g_steal_pointer (&cells) };
  ocop_register_make_async (desk_dialog_get_register (DESK_DIALOG (self)), OCOP_LANE_WINDOW, make_mapping, mapping, mapping_free, on_made,
                            g_object_ref (self));
}

/* --- the files of forms --- */

typedef struct
{
  char *name;
  char *path;
  char *file;   /* its name among the attachments, once it is kept */
} Intake;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_free (intake->name);
  g_free (intake->path);
  g_free (intake->file);
  g_free (intake);
}

static gpointer
make_file (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Intake *intake = data;

  return ocop_own_form_change_file (reader, intake->name, intake->file, error);
}

static void
run_intake (GTask        *task,
            gpointer      reg,
            gpointer      data,
            GCancellable *cancellable)
{
  Intake *intake = data;
  g_autoptr(GError) error = NULL;

  intake->file = ocop_own_form_keep_file (reg, intake->path, &error);
  if (intake->file != NULL && ocop_register_make (reg, make_file, intake, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_taken_in (GObject      *reg,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskOwnFormDialog) self = user_data;
  const Intake *intake = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean taken = g_task_propagate_boolean (G_TASK (result), &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (taken)
    read_form (self, intake->name);
  else
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
}

static void
on_file_chosen (GtkNativeDialog   *chooser,
                int                response,
                DeskOwnFormDialog *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  gboolean again = g_object_get_data (G_OBJECT (chooser), "again") != NULL;
  g_autoptr(GTask) task = NULL;
  Intake *intake;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL || (again && self->data->form == NULL))
    return;
  intake = g_new0 (Intake, 1);
  intake->path = g_file_get_path (file);
  intake->name = again ? g_strdup (ocop_record_get_text (self->data->form, "name")) : ocop_own_form_dup_name (intake->path);
  task = g_task_new (desk_dialog_get_register (DESK_DIALOG (self)), NULL, on_taken_in, g_object_ref (self));
  g_task_set_task_data (task, intake, intake_free);
  g_task_run_in_thread (task, run_intake);
}

static void
choose_file (DeskOwnFormDialog *self,
             gboolean           again)
{
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (self), again ? _("New File of the Form") : _("Form of Another Author"),
                                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), workbooks);

  g_object_set_data (G_OBJECT (chooser), "again", GINT_TO_POINTER (again));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  choose_file (DESK_OWN_FORM_DIALOG (widget), FALSE);
}

static void
replace_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  choose_file (DESK_OWN_FORM_DIALOG (widget), TRUE);
}

/* --- the filled copy --- */

typedef struct
{
  GBytes *bytes;
  char *path;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_bytes_unref (copy->bytes);
  g_free (copy->path);
  g_free (copy);
}

static void
run_copy (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Copy *copy = data;
  GError *error = NULL;

  if (ocop_paper_file_write (copy->path, copy->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  DeskOwnFormDialog *self = DESK_OWN_FORM_DIALOG (source);
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean copied = g_task_propagate_boolean (G_TASK (result), &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (copied)
    desk_saved_bar_show_file (self->saved_bar, copy->path);
  else
    desk_saved_bar_show_error (self->saved_bar, error);
}

static void
on_place_chosen (GtkNativeDialog   *chooser,
                 int                response,
                 DeskOwnFormDialog *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autofree char *path = desk_file_chooser_dup_path (GTK_FILE_CHOOSER (chooser), response, "xlsx");
  g_autoptr(GTask) task = NULL;
  Copy *copy;

  if (path == NULL || self->data->bytes == NULL)
    return;
  copy = g_new (Copy, 1);
  *copy = (Copy) { g_bytes_ref (self->data->bytes), g_steal_pointer (&path) };
  task = g_task_new (self, NULL, on_copied, NULL);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, run_copy);
}

static void
desk_own_form_dialog_apply (DeskDialog *dialog)
{
  DeskOwnFormDialog *self = DESK_OWN_FORM_DIALOG (dialog);
  GtkFileChooserNative *chooser;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->data == NULL || self->data->bytes == NULL)
    return;
  title = ocop_text_to_file_name (ocop_record_get_text (self->data->form, "name"));
  name = g_strdup_printf ("%s %d.xlsx", title, gtk_spin_button_get_value_as_int (self->year_spin));
  chooser = desk_file_chooser_new (GTK_WINDOW (self), _("Save the Filled Form"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), workbooks);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- building --- */

static GtkDropDown *
add_dropdown (GtkBox     *bar,
              const char *name,
              gboolean    expand)
{
  GtkWidget *dropdown = gtk_drop_down_new (NULL, NULL);

  desk_accessible_name_button (dropdown, name);
  gtk_widget_set_tooltip_text (dropdown, name);
  gtk_widget_set_hexpand (dropdown, expand);
  gtk_box_append (bar, dropdown);
  return GTK_DROP_DOWN (dropdown);
}

static GtkWidget *
add_button (GtkBox     *bar,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (bar, button);
  return button;
}

/* Their names say the year. */
static void
fill_periods (DeskOwnFormDialog *self)
{
  guint year = (guint) gtk_spin_button_get_value_as_int (self->year_spin);
  guint chosen = gtk_drop_down_get_selected (self->period_dropdown);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      OcopPeriod period;
      g_autofree char *title = NULL;

      ocop_period_find (ocop_period_find_rule (NULL), year, periods[i], &period);
      title = ocop_period_to_people (period);
      gtk_string_list_append (titles, title);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->period_dropdown, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->period_dropdown, chosen < G_N_ELEMENTS (periods) ? chosen : 0);
  self->is_filling = FALSE;
}

static void
on_year_changed (DeskOwnFormDialog *self)
{
  fill_periods (self);
  read_again (self);
}

static void
add_year (DeskOwnFormDialog *self,
          GtkBox            *bar)
{
  GtkWidget *label = gtk_label_new (_("Year"));

  gtk_widget_add_css_class (label, "desk-dim");
  self->year_spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (FIRST_YEAR, LAST_YEAR, 1));
  gtk_spin_button_set_value (self->year_spin, self->on.year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year_spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year"), -1);
  g_signal_connect_object (self->year_spin, "value-changed", G_CALLBACK (on_year_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (bar, label);
  gtk_box_append (bar, GTK_WIDGET (self->year_spin));
}

static void
add_period (DeskOwnFormDialog *self,
            GtkBox            *bar)
{
  self->period_dropdown = add_dropdown (bar, _("Period"), FALSE);
  fill_periods (self);
  g_signal_connect_object (self->period_dropdown, "notify::selected", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_bar (DeskOwnFormDialog *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_object_set (bar, "margin-start", 14, "margin-end", 14, "margin-top", 10, "margin-bottom", 8, NULL);
  self->form_dropdown = add_dropdown (GTK_BOX (bar), _("Form"), TRUE);
  self->sheet_dropdown = add_dropdown (GTK_BOX (bar), _("Sheet"), TRUE);
  add_year (self, GTK_BOX (bar));
  add_period (self, GTK_BOX (bar));
  add_button (GTK_BOX (bar), _("_Add a Form…"), "own-form.add");
  self->file_button = add_button (GTK_BOX (bar), _("_New File…"), "own-form.replace");
  gtk_widget_set_tooltip_text (self->file_button, _("The author's new version of the form: what goes into its cells stays"));
  g_signal_connect_object (self->form_dropdown, "notify::selected", G_CALLBACK (on_form_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_dropdown, "notify::selected", G_CALLBACK (show_sheet), self, G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
make_content (DeskOwnFormDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = DESK_OWN_FORM_GRID (desk_own_form_grid_new ());
  self->cell = DESK_OWN_FORM_CELL (desk_own_form_cell_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->grid), TRUE);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->cell, NULL);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (row), scrolled);
  g_signal_connect_object (self->grid, "chosen", G_CALLBACK (desk_own_form_cell_show), self->cell, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cell, "set", G_CALLBACK (on_set), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *label = gtk_label_new (_("Here stand the workbooks that the ministry or a department sends to be filled in. Add one, choose a cell of it and "
                                      "what goes there: from then on the program fills a copy, and leaves the rest of it as it is."));

  g_object_set (label, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 60, "vexpand", TRUE, NULL);
  gtk_widget_add_css_class (label, "desk-dim");
  return label;
}

static void
build (DeskOwnFormDialog *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  gtk_widget_set_vexpand (stack, TRUE);
  desk_dialog_add_content (DESK_DIALOG (self), make_bar (self));
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_stack_add_named (self->stack, make_content (self), "form");
  desk_dialog_add_content (DESK_DIALOG (self), stack);
  self->saved_bar = g_object_new (DESK_TYPE_SAVED_BAR, NULL);
  desk_dialog_add_content (DESK_DIALOG (self), GTK_WIDGET (self->saved_bar));
}

void
desk_own_form_dialog_present (DeskWindow *window,
                              OcopDate    on)
{
  DeskOwnFormDialog *self = g_object_new (DESK_TYPE_OWN_FORM_DIALOG, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  OcopRegister *reg = desk_window_get_register (window);

  self->on = on;
  desk_dialog_set_up (DESK_DIALOG (self), GTK_WIDGET (window), reg, _("Forms of Other Authors"), _("_Save the Filled Form…"));
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  build (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-form.add", !ocop_register_is_look_only (reg));
  gtk_window_present (GTK_WINDOW (self));
  read_form (self, NULL);
}

static void
desk_own_form_dialog_dispose (GObject *object)
{
  DeskOwnFormDialog *self = DESK_OWN_FORM_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (desk_own_form_dialog_parent_class)->dispose (object);
}

static void
desk_own_form_dialog_finalize (GObject *object)
{
  g_clear_pointer (&DESK_OWN_FORM_DIALOG (object)->data, desk_own_form_data_free);
  G_OBJECT_CLASS (desk_own_form_dialog_parent_class)->finalize (object);
}

static void
desk_own_form_dialog_class_init (DeskOwnFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_own_form_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_own_form_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_own_form_dialog_apply;
  gtk_widget_class_install_action (widget_class, "own-form.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "own-form.replace", NULL, replace_activated);
}

static void
desk_own_form_dialog_init (DeskOwnFormDialog *self)
{
}
