/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-intake.h"

#include <glib/gi18n.h>

#include "commune/desk-difference-columns.h"
#include "desk-accessible-name.h"
#include "desk-window.h"

#define WIDTH 1220
#define HEIGHT 640

typedef struct
{
  /* Borrowed references */
  GtkLabel *summary;
  GtkNotebook *notebook;
  DeskTable *differences;
  GtkLabel *chosen;            /* how many differences are accepted */

  /* Owned references */
  GtkWidget *parent;
  GPtrArray *files;            /* GFile: what was chosen */
  gpointer taken;              /* (nullable): once it is read */
} DeskIntakePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskIntake, desk_intake, DESK_TYPE_DIALOG)

/* While it is read. */
typedef struct
{
  DeskIntakeErrand errand;
  GtkWidget *dialog;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->errand.progress, desk_progress_unref);
  g_ptr_array_unref (job->errand.files);
  g_object_unref (job->errand.self);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static DeskIntakePrivate *
get_private (DeskIntake *self)
{
  return desk_intake_get_instance_private (self);
}

gpointer
desk_intake_get_taken (DeskIntake *self)
{
  return get_private (self)->taken;
}

/* (nullable): what was read last says otherwise than the register */
static OcopDifferences *
get_differences (DeskIntake *self)
{
  gpointer taken = desk_intake_get_taken (self);

  return taken != NULL ? DESK_INTAKE_GET_CLASS (self)->get_differences (taken) : NULL;
}

/* What is shown of it */

void
desk_intake_show_table (DeskIntake *self,
                        DeskTable  *table,
                        GPtrArray  *rows)
{
  GtkNotebook *notebook = get_private (self)->notebook;
  GtkWidget *page = GTK_WIDGET (table);
  g_autofree char *text = NULL;

  while (gtk_notebook_page_num (notebook, page) < 0)
    page = gtk_widget_get_parent (page);
  text = g_strdup_printf ("%s (%u)", (const char *) g_object_get_data (G_OBJECT (page), "title"), rows->len);
  gtk_notebook_set_tab_label_text (notebook, page, text);
  desk_table_show (table, rows, NULL);
}

static void
update (DeskIntake *self)
{
  static const char * const accepting[] = { "intake.take-all", "intake.take-conflicts", "intake.take-none" };
  OcopDifferences *differences = get_differences (self);
  guint n = differences != NULL ? ocop_differences_get_n (differences) : 0;
  gpointer taken = desk_intake_get_taken (self);

  desk_dialog_set_ready (DESK_DIALOG (self), taken != NULL && DESK_INTAKE_GET_CLASS (self)->has_news (taken));
  for (guint i = 0; i < G_N_ELEMENTS (accepting); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), accepting[i], n > 0);
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (_("%u of %u differences are taken. Enter or a double click changes one."),
                                               ocop_differences_count_accepted (differences), n);

      gtk_label_set_label (get_private (self)->chosen, text);
    }
  else if (taken != NULL)
    gtk_label_set_label (get_private (self)->chosen, _(DESK_INTAKE_GET_CLASS (self)->nothing_new));
}

static void
show_taken (DeskIntake *self,
            gpointer    taken)
{
  DeskIntakePrivate *private = get_private (self);
  OcopDifferences *differences = DESK_INTAKE_GET_CLASS (self)->get_differences (taken);
  g_autofree char *summary = DESK_INTAKE_GET_CLASS (self)->show (self, taken);
  gpointer before = g_steal_pointer (&private->taken);

  desk_intake_show_table (self, private->differences, differences->all);
  gtk_label_set_label (private->summary, summary);
  private->taken = taken;
  if (before != NULL)
    DESK_INTAKE_GET_CLASS (self)->free_taken (before);
  update (self);
}

/* Reading */

static gpointer
read_taken (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;

  return DESK_INTAKE_GET_CLASS (job->errand.self)->read (reader, &job->errand, cancellable, error);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  DeskIntake *self = job->errand.self;
  gpointer taken = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  gtk_window_destroy (GTK_WINDOW (job->dialog));
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    {
      if (taken != NULL)
        DESK_INTAKE_GET_CLASS (self)->free_taken (taken);
    }
  else if (taken != NULL)
    show_taken (self, taken);
  else
    {
      update (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
    }
}

void
desk_intake_read (DeskIntake *self)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  OcopRegister *reg = desk_dialog_get_register (DESK_DIALOG (self));
  Job *job = g_new0 (Job, 1);

  job->dialog = desk_progress_dialog_new (GTK_WIDGET (self), _(DESK_INTAKE_GET_CLASS (self)->reading), cancellable);
  job->errand = (DeskIntakeErrand) { g_object_ref (self), reg, g_ptr_array_ref (get_private (self)->files),
                                     desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (job->dialog)) };
  desk_dialog_begin (DESK_DIALOG (self));
  ocop_register_read_async (reg, OCOP_LANE_LONG, read_taken, job, NULL, DESK_INTAKE_GET_CLASS (self)->free_taken, cancellable, on_read, job);
}

guint
desk_intake_get_n_files (DeskIntake *self)
{
  return get_private (self)->files->len;
}

/* Nobody else has the files: what read them is done. */
void
desk_intake_read_next (DeskIntake *self)
{
  GPtrArray *files = get_private (self)->files;

  g_ptr_array_remove_index (files, 0);
  if (files->len > 0)
    desk_intake_read (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_chosen (GtkFileChooserNative *chooser,
           int                   response,
           DeskIntake           *self)
{
  g_autoptr(GtkFileChooserNative) owned = chooser;
  g_autoptr(GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;
  DeskIntakePrivate *private = get_private (self);

  if (files == NULL || !desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  g_ptr_array_unref (private->files);
  private->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (private->files, g_list_model_get_item (files, i));
  desk_intake_read (self);
}

void
desk_intake_choose (DeskIntake *self,
                    const char *title,
                    gboolean    folder)
{
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (self), title,
                                                         folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _("_Read"),
                                                         folder ? NULL : DESK_INTAKE_GET_CLASS (self)->file_kinds);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), !folder);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Accepting */

static void
show_decision (DeskIntake *self)
{
  desk_table_renew (get_private (self)->differences);
  update (self);
}

static void
on_difference_activated (DeskTable  *table,
                         guint       place,
                         DeskIntake *self)
{
  ocop_difference_toggle (ocop_differences_get (get_differences (self), place));
  show_decision (self);
}

/* What lies in the bin there is taken one by one only. */
static void
accept_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  OcopDifferences *differences = get_differences (DESK_INTAKE (widget));

  if (g_str_equal (action, "intake.take-conflicts"))
    ocop_differences_accept (differences, OCOP_DIFFERENCES_CONFLICTS);
  else
    ocop_differences_accept_none (differences);
  if (g_str_equal (action, "intake.take-all"))
    ocop_differences_accept (differences, OCOP_DIFFERENCES_PLAIN);
  show_decision (DESK_INTAKE (widget));
}

/* Taking in */

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  DeskIntake *self = data;

  return DESK_INTAKE_GET_CLASS (self)->make_change (desk_intake_get_taken (self), desk_dialog_get_register (DESK_DIALOG (self)), error);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskIntake) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (get_private (self)->parent);

  if (done && window != NULL)
    desk_window_toast (window, _(DESK_INTAKE_GET_CLASS (self)->taken_in));
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (get_private (self)->notebook), TRUE);
  if (done)
    DESK_INTAKE_GET_CLASS (self)->finish (self);
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

/* What is accepted stays as it is meanwhile: it is read on another thread. */
static void
desk_intake_apply (DeskDialog *dialog)
{
  DeskIntake *self = DESK_INTAKE (dialog);

  desk_dialog_begin (dialog);
  gtk_widget_set_sensitive (GTK_WIDGET (get_private (self)->notebook), FALSE);
  ocop_register_make_async (desk_dialog_get_register (dialog), OCOP_LANE_LONG, make_change, g_object_ref (self), g_object_unref, on_made,
                            g_object_ref (self));
}

/* Building */

/* What stands below the differences: how many of them are taken, and ways to take many. */
static GtkWidget *
make_foot (DeskIntakePrivate *private)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const struct { const char *label, *action; } buttons[] = {
    { _("Take _All but Conflicts"), "intake.take-all" },
    { _("Conflicts _Too"), "intake.take-conflicts" },
    { _("_None"), "intake.take-none" },
  };

  private->chosen = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (private->chosen, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (private->chosen));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (foot), button);
    }
  g_object_set (foot, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 8, NULL);
  return foot;
}

static void
add_page (DeskIntake *self,
          GtkWidget  *page,
          const char *title,
          gboolean    first)
{
  GtkNotebook *notebook = get_private (self)->notebook;

  g_object_set_data_full (G_OBJECT (page), "title", g_strdup (title), g_free);
  desk_accessible_name_append_tab (notebook, page, title);
  if (first)
    gtk_notebook_reorder_child (notebook, page, 0);
  gtk_notebook_set_show_tabs (notebook, gtk_notebook_get_n_pages (notebook) > 1);
}

void
desk_intake_add_table (DeskIntake       *self,
                       DeskTable        *table,
                       const char       *title,
                       gboolean          before)
{
  add_page (self, GTK_WIDGET (table), title, before);
  if (before)
    gtk_notebook_set_current_page (get_private (self)->notebook, 0);
}

static void
desk_intake_init (DeskIntake *self)
{
  DeskIntakePrivate *private = get_private (self);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  private->files = g_ptr_array_new_with_free_func (g_object_unref);
  private->summary = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (private->summary, "xalign", 0.0, "wrap", TRUE, "margin-start", 14, "margin-end", 14, "margin-top", 10, "margin-bottom", 4, NULL);
  private->notebook = GTK_NOTEBOOK (gtk_notebook_new ());
  gtk_widget_add_css_class (GTK_WIDGET (private->notebook), "desk-tabs");
  gtk_widget_set_vexpand (GTK_WIDGET (private->notebook), TRUE);
  private->differences = DESK_TABLE (desk_table_new ());
  desk_table_set_up (private->differences, _("Differences"), NULL, desk_difference_columns, NULL);
  g_signal_connect_object (private->differences, "activated", G_CALLBACK (on_difference_activated), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (private->differences), TRUE);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (private->differences));
  gtk_box_append (GTK_BOX (page), make_foot (private));
  add_page (self, page, _("Differences"), FALSE);
  desk_dialog_add_content (DESK_DIALOG (self), GTK_WIDGET (private->summary));
  desk_dialog_add_content (DESK_DIALOG (self), GTK_WIDGET (private->notebook));
}

void
desk_intake_set_up (DeskIntake   *self,
                    GtkWidget    *parent,
                    OcopRegister *reg,
                    const char   *title,
                    const char   *summary)
{
  DeskIntakePrivate *private = get_private (self);

  private->parent = g_object_ref (parent);
  g_object_set (self, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, _("_Take In"));
  gtk_label_set_label (private->summary, summary);
  update (self);
}

static void
desk_intake_finalize (GObject *object)
{
  DeskIntake *self = DESK_INTAKE (object);
  DeskIntakePrivate *private = get_private (self);

  if (private->taken != NULL)
    DESK_INTAKE_GET_CLASS (self)->free_taken (private->taken);
  g_ptr_array_unref (private->files);
  g_clear_object (&private->parent);
  G_OBJECT_CLASS (desk_intake_parent_class)->finalize (object);
}

static void
desk_intake_class_init (DeskIntakeClass *klass)
{
  static const char * const accepting[] = { "intake.take-all", "intake.take-conflicts", "intake.take-none" };

  G_OBJECT_CLASS (klass)->finalize = desk_intake_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_intake_apply;
  for (guint i = 0; i < G_N_ELEMENTS (accepting); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), accepting[i], NULL, accept_activated);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_o, GDK_CONTROL_MASK, "intake.choose-files", NULL);
}
