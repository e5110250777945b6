/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-indicator-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-file-chooser.h"
#include "plan/ocop-indicator-own.h"
#include "plan/ocop-plan-changes.h"

#define WIDTH 640
#define MOST_HEIGHT 520

struct _DeskIndicatorDialog
{
  DeskDialog parent_instance;

  GtkBox *box;          /* borrowed: of the checks */
  GtkWidget *heading;   /* borrowed: of the section that is filled */
  char *plan;           /* id */
  GPtrArray *checks;    /* GtkCheckButton; owned by the window */
  GPtrArray *codes;     /* of each */
};

G_DEFINE_FINAL_TYPE (DeskIndicatorDialog, desk_indicator_dialog, DESK_TYPE_DIALOG)

typedef struct
{
  char *plan;
  char **codes;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->plan);
  g_strfreev (wish->codes);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_plan_add_targets (reader, wish->plan, (const char * const *) wish->codes, error);
}

static char **
dup_ticked (DeskIndicatorDialog *self)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (codes, self->codes->pdata[i]);
  return g_strv_builder_end (codes);
}

static void
desk_indicator_dialog_apply (DeskDialog *dialog)
{
  DeskIndicatorDialog *self = DESK_INDICATOR_DIALOG (dialog);
  Wish *wish = g_new0 (Wish, 1);

  wish->plan = g_strdup (self->plan);
  wish->codes = dup_ticked (self);
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

static void
on_toggled (DeskIndicatorDialog *self)
{
  g_auto(GStrv) codes = dup_ticked (self);

  desk_dialog_set_ready (DESK_DIALOG (self), *codes != NULL);
}

static gboolean
is_in_plan (const OcopPlan *plan,
            const char     *code)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];

      if (g_strcmp0 (ocop_record_get_text (progress->target, "indicator"), code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The name of an indicator, and below it how it is counted. */
static GtkWidget *
make_words (const char *label,
            const char *counted)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  desk_dialog_add_text (GTK_BOX (words), label, NULL);
  if (counted != NULL)
    gtk_widget_add_css_class (desk_dialog_add_text (GTK_BOX (words), counted, "desk-dim"), "desk-small");
  return words;
}

/* What a search is held against. */
static char *
fold_words (const char *label,
            const char *counted)
{
  g_autofree char *all = g_strdup_printf ("%s %s", label, counted != NULL ? counted : "");
  g_autofree char *folded = ocop_text_fold (all);

  return g_strconcat (" ", folded, NULL);
}

static GtkWidget *
add_check (DeskIndicatorDialog *self,
           GtkBox              *box,
           const char          *code,
           const char          *title,
           const char          *counted,
           gboolean             there)
{
  g_autofree char *label = g_strdup_printf ("%s · %s", code, title);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_words (label, counted));
  g_object_set_data_full (G_OBJECT (check), "desk-words", fold_words (label, counted), g_free);
  g_object_set_data (G_OBJECT (check), "desk-heading", self->heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (check, !there);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, check);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->codes, g_strdup (code));
  return check;
}

/* Several plans set the same under codes of their own: one of them is enough to choose from. */
static gboolean
is_double (const OcopPlan *plan,
           guint           i)
{
  const OcopIndicator *indicator = ocop_indicators_get (plan->indicators, i);

  for (guint j = 0; j < i; j++)
    {
      const OcopIndicator *former = ocop_indicators_get (plan->indicators, j);

      if (g_str_equal (former->title, indicator->title) && g_strcmp0 (former->counted, indicator->counted) == 0)
        return !is_in_plan (plan, indicator->code);
    }
  return FALSE;
}

static void
fill_section (DeskIndicatorDialog *self,
              GtkBox              *box,
              const OcopPlan      *plan,
              const char          *section)
{
  self->heading = desk_dialog_add_text (box, section, "desk-heading");
  for (guint i = 0; i < ocop_indicators_get_n (plan->indicators); i++)
    {
      const OcopIndicator *indicator = ocop_indicators_get (plan->indicators, i);

      if (g_str_equal (indicator->section, section) && !is_double (plan, i))
        add_check (self, box, indicator->code, indicator->title, indicator->counted, is_in_plan (plan, indicator->code));
    }
}

/* By section, in the order in which the sections first come. */
static void
fill (DeskIndicatorDialog *self,
      GtkBox              *box,
      const OcopPlan      *plan)
{
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ocop_indicators_get_n (plan->indicators); i++)
    {
      const char *section = ocop_indicators_get (plan->indicators, i)->section;

      if (g_hash_table_add (done, (gpointer) section))
        fill_section (self, box, plan, section);
    }
  self->heading = NULL;
}

/* --- searching --- */

static gboolean
fits (const char * const *sought,
      const char         *words)
{
  for (; *sought != NULL; sought++)
    {
      g_autofree char *beginning = g_strconcat (" ", *sought, NULL);

      if (strstr (words, beginning) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Those that are ticked stay in sight; a section goes with the last of its own. */
static void
on_search_changed (DeskIndicatorDialog *self,
                   GtkSearchEntry      *entry)
{
  g_autofree char *folded = ocop_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_auto(GStrv) sought = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < self->checks->len; i++)
    if (g_object_get_data (G_OBJECT (self->checks->pdata[i]), "desk-heading") != NULL)
      gtk_widget_hide (g_object_get_data (G_OBJECT (self->checks->pdata[i]), "desk-heading"));
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = self->checks->pdata[i];
      GtkWidget *heading = g_object_get_data (G_OBJECT (check), "desk-heading");

      gtk_widget_set_visible (check, gtk_check_button_get_active (GTK_CHECK_BUTTON (check))
                                     || fits ((const char * const *) sought, g_object_get_data (G_OBJECT (check), "desk-words")));
      if (heading != NULL && gtk_widget_get_visible (check))
        gtk_widget_show (heading);
    }
}

/* Escape takes back what was sought before it gives the dialog up. */
static void
on_search_stopped (DeskIndicatorDialog *self,
                   GtkSearchEntry      *entry)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
add_search (DeskIndicatorDialog *self,
            GtkBox              *box)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _("Words of the target: inspected, 4 stars, training…"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the indicators"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (on_search_stopped), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, entry);
  return entry;
}

/* --- an indicator of the office's own --- */

typedef struct
{
  char *path;
  OcopRecord *taken;
} Intake;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_free (intake->path);
  g_clear_pointer (&intake->taken, ocop_record_free);
  g_free (intake);
}

static gpointer
make_kept (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_indicator_keep (reader, data, error);
}

static void
run_intake (GTask        *task,
            gpointer      reg,
            gpointer      data,
            GCancellable *cancellable)
{
  Intake *intake = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (intake->path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  intake->taken = bytes != NULL ? ocop_indicator_take (bytes, name, &error) : NULL;
  if (intake->taken != NULL && ocop_register_make (reg, make_kept, intake->taken, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Ticked: whoever brings one wants it in the plan. One that stands there already is ticked where it stands. */
static void
tick (DeskIndicatorDialog *self,
      const OcopRecord    *taken)
{
  const char *code = ocop_record_get_text (taken, "code");
  GtkWidget *check = NULL;

  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (self->codes->pdata[i], code) == 0)
      check = self->checks->pdata[i];
  if (check == NULL)
    check = add_check (self, self->box, code, ocop_record_get_text (taken, "name"), NULL, FALSE);
  if (gtk_widget_get_sensitive (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_grab_focus (check);
}

static void
on_taken (GObject      *reg,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskIndicatorDialog) self = user_data;
  const Intake *intake = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean taken = g_task_propagate_boolean (G_TASK (result), &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (taken)
    {
      desk_notice_hide (desk_dialog_get_notice (DESK_DIALOG (self)));
      tick (self, intake->taken);
    }
  else
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
}

static void
on_file_chosen (GtkNativeDialog     *chooser,
                int                  response,
                DeskIndicatorDialog *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr(GTask) task = NULL;
  Intake *intake;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  intake = g_new0 (Intake, 1);
  intake->path = g_file_get_path (file);
  task = g_task_new (desk_dialog_get_register (DESK_DIALOG (self)), NULL, on_taken, g_object_ref (self));
  g_task_set_task_data (task, intake, intake_free);
  g_task_run_in_thread (task, run_intake);
}

static void
from_file_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  static const DeskFileKind kinds[] = { { N_("Indicators (.json)"), "json" }, { NULL } };
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (widget), _("Own Indicator"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), kinds);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
desk_indicator_dialog_present (GtkWidget      *parent,
                               OcopRegister   *reg,
                               const OcopPlan *plan)
{
  DeskIndicatorDialog *self = g_object_new (DESK_TYPE_INDICATOR_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;
  GtkWidget *search;

  self->plan = g_strdup (ocop_record_get_id (plan->record));
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("What the plan counts"), _("_Add"));
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, _("Each one that is ticked becomes a target, counted from the records. Its number is set afterwards."), "desk-dim");
  self->box = box;
  search = add_search (self, box);
  fill (self, box, plan);
  gtk_widget_set_tooltip_text (desk_dialog_add_button (DESK_DIALOG (self), _("_From a File…"), "indicator.from-file"),
                               _("An indicator of the office's own, written as docs/indicators.md says"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (search);
}

static void
desk_indicator_dialog_finalize (GObject *object)
{
  DeskIndicatorDialog *self = DESK_INDICATOR_DIALOG (object);

  g_free (self->plan);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->codes);
  G_OBJECT_CLASS (desk_indicator_dialog_parent_class)->finalize (object);
}

static void
desk_indicator_dialog_class_init (DeskIndicatorDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_indicator_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_indicator_dialog_apply;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "indicator.from-file", NULL, from_file_activated);
}

static void
desk_indicator_dialog_init (DeskIndicatorDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->codes = g_ptr_array_new_with_free_func (g_free);
}
