/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-advisory-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-advisory.h"
#include "form/desk-field-editor.h"
#include "form/desk-notice.h"

#define WIDTH 520

struct _DeskAdvisoryDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskNotice *notice;
  DeskFieldEditor *council;
  GtkCheckButton *assign;
  GtkCheckButton *visit;
  DeskFieldEditor *day;
  DeskFieldEditor *members;

  /* Owned references */
  OcopRegister *reg;
  GArray *keys;      /* (nullable) */
  char *id;          /* (nullable) */
  GString *told;     /* what could not be assigned */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAdvisoryDialog, desk_advisory_dialog, GTK_TYPE_WINDOW)

/* One of the two things that are asked for; the other comes after it. */
typedef struct
{
  gboolean visits;
  GArray *keys;
  char *id;
  char *council;
  char *members;
  OcopDate first;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->keys, g_array_unref);
  g_free (job->id);
  g_free (job->council);
  g_free (job->members);
  g_free (job);
}

typedef struct
{
  OcopChange *change;
  GPtrArray *problems;
} Plan;

static void
plan_free (Plan *plan)
{
  g_clear_pointer (&plan->change, ocop_change_free);
  g_clear_pointer (&plan->problems, g_ptr_array_unref);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static GPtrArray *
list_ids (OcopReader  *reader,
          const Job   *job,
          GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (job->keys == NULL)
    g_ptr_array_add (ids, g_strdup (job->id));
  for (guint i = 0; job->keys != NULL && i < job->keys->len; i++)
    {
      char *id = ocop_reader_id_of_key (reader, ocop_kind_find ("dossier"), g_array_index (job->keys, gint64, i), error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

static gpointer
make_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Job *job = data;
  g_autoptr (GPtrArray) ids = list_ids (reader, job, error);
  g_autoptr (Plan) plan = g_new0 (Plan, 1);
  const char * const *list = ids != NULL ? (const char * const *) ids->pdata : NULL;

  if (list == NULL)
    return NULL;
  plan->change = job->visits ? ocop_advisory_plan_visits (reader, job->council, list, job->first, job->members, error)
                             : ocop_advisory_assign (reader, job->council, list, &plan->problems, error);
  return plan->change != NULL ? g_steal_pointer (&plan) : NULL;
}

static void run (DeskAdvisoryDialog *self,
                 gboolean            visits);

static void
show_error (DeskAdvisoryDialog *self,
            const GError       *error)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "advisory.apply", TRUE);
  desk_notice_show (self->notice, error->message);
}

static void
finish (DeskAdvisoryDialog *self)
{
  g_signal_emit (self, signals[DONE], 0, self->told->len > 0 ? self->told->str : _("Done: each dossier shows it under “Advisory group” and “Visit”."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_on (DeskAdvisoryDialog *self,
       gboolean            visits)
{
  if (!visits && gtk_check_button_get_active (self->visit))
    run (self, TRUE);
  else
    finish (self);
}

typedef struct
{
  DeskAdvisoryDialog *dialog;
  gboolean visits;
} Step;

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (DeskAdvisoryDialog) self = step->dialog;
  g_autoptr (GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (source), result, &error);

  if (self->notice == NULL)
    return;
  if (done)
    go_on (self, step->visits);
  else
    show_error (self, error);
}

static void
on_planned (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  DeskAdvisoryDialog *self = step->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (Plan) plan = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (plan != NULL && self->notice != NULL)
    {
      for (guint i = 0; plan->problems != NULL && i < plan->problems->len; i++)
        g_string_append_printf (self->told, "%s%s", self->told->len > 0 ? "\n" : "", (const char *) plan->problems->pdata[i]);
      ocop_register_commit_async (self->reg, g_steal_pointer (&plan->change), NULL, on_committed, step);
      return;
    }
  /* Nothing left to assign does not keep the visits from being planned. */
  if (self->notice != NULL && !step->visits && gtk_check_button_get_active (self->visit) &&
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_REFUSED))
    go_on (self, FALSE);
  else if (self->notice != NULL)
    show_error (self, error);
  g_object_unref (self);
  g_free (step);
}

static char *
dup_text (DeskFieldEditor *editor)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;

  return desk_field_editor_get_value (editor, &value, NULL) ? g_steal_pointer (&value.text) : NULL;
}

static void
run (DeskAdvisoryDialog *self,
     gboolean            visits)
{
  Job *job = g_new0 (Job, 1);
  Step *step = g_new (Step, 1);
  g_autofree char *day = dup_text (self->day);

  job->visits = visits;
  job->keys = self->keys != NULL ? g_array_ref (self->keys) : NULL;
  job->id = g_strdup (self->id);
  job->council = dup_text (self->council);
  job->members = dup_text (self->members);
  if (day == NULL || !ocop_date_parse (day, &job->first))
    job->first = ocop_date_today ();
  *step = (Step) { g_object_ref (self), visits };
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, make_plan, job, (GDestroyNotify) job_free, (GDestroyNotify) plan_free, NULL,
                            on_planned, step);
}

static gboolean
check (DeskAdvisoryDialog *self)
{
  g_autofree char *council = NULL;
  g_autofree char *day = NULL;

  if (!desk_field_editor_settle (self->council) || !desk_field_editor_settle (self->day) || !desk_field_editor_settle (self->members))
    return FALSE;
  council = dup_text (self->council);
  day = dup_text (self->day);
  if (council == NULL)
    desk_field_editor_show_message (self->council, _("Which advisory group is it?"), TRUE);
  else if (day == NULL && gtk_check_button_get_active (self->visit))
    desk_field_editor_show_message (self->day, _("The day is needed."), TRUE);
  else
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (council == NULL ? self->council : self->day));
  return FALSE;
}

static void
apply_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskAdvisoryDialog *self = DESK_ADVISORY_DIALOG (widget);

  if (!check (self))
    return;
  gtk_widget_action_set_enabled (widget, "advisory.apply", FALSE);
  desk_notice_hide (self->notice);
  run (self, !gtk_check_button_get_active (self->assign));
}

/* Building */

static DeskFieldEditor *
add_editor (DeskAdvisoryDialog *self,
            GtkBox             *box,
            const char         *name,
            const char         *text)
{
  DeskFieldEditor *editor = DESK_FIELD_EDITOR (desk_field_editor_new (ocop_kind_find_field (ocop_kind_find ("visit"), name)));
  g_auto (OcopValue) value = ocop_value_text (text);

  desk_field_editor_set_register (editor, self->reg);
  desk_field_editor_set_value (editor, &value, NULL);
  gtk_box_append (box, GTK_WIDGET (editor));
  return editor;
}

static GtkCheckButton *
add_check (DeskAdvisoryDialog *self,
           GtkBox             *box,
           const char         *label)
{
  GtkWidget *check_button = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_button), TRUE);
  gtk_box_append (box, check_button);
  return GTK_CHECK_BUTTON (check_button);
}

static void
on_visit_toggled (DeskAdvisoryDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->visit);

  gtk_widget_set_sensitive (GTK_WIDGET (self->day), active);
  gtk_widget_set_sensitive (GTK_WIDGET (self->members), active);
}

static void
on_checked (DeskAdvisoryDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "advisory.apply",
                                 gtk_check_button_get_active (self->visit) || gtk_check_button_get_active (self->assign));
}

static void
build_header (DeskAdvisoryDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_("_Do It"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (apply), "advisory.apply");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), apply);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

static void
build (DeskAdvisoryDialog *self)
{
  GtkBox *outer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkBox *inner = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  char today[OCOP_DATE_TEXT_SIZE];

  self->notice = DESK_NOTICE (desk_notice_new ());
  self->council = add_editor (self, inner, "council", NULL);
  self->assign = add_check (self, inner, _("_Assign each dossier to the member of the ministry in charge of its set"));
  self->visit = add_check (self, inner, _("_Plan a visit to each commune, one working day each"));
  self->day = add_editor (self, inner, "visit_on", ocop_date_to_text (ocop_date_today (), today));
  self->members = add_editor (self, inner, "members", NULL);
  g_signal_connect_object (self->visit, "toggled", G_CALLBACK (on_visit_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visit, "toggled", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assign, "toggled", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  desk_field_editor_show_message (self->members, _("Left empty: those who look after the products of the day."), FALSE);
  g_object_set (inner, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 18, NULL);
  gtk_box_append (outer, GTK_WIDGET (self->notice));
  gtk_box_append (outer, GTK_WIDGET (inner));
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (outer));
  gtk_window_set_title (GTK_WINDOW (self), _("Advisory group"));
  build_header (self);
}

GtkWidget *
desk_advisory_dialog_present (GtkWidget    *parent,
                              OcopRegister *reg,
                              const char   *id,
                              GArray       *keys)
{
  DeskAdvisoryDialog *self = g_object_new (DESK_TYPE_ADVISORY_DIALOG, "modal", TRUE, "default-width", WIDTH,
                                           "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->id = g_strdup (id);
  self->keys = keys;
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->council));
  return GTK_WIDGET (self);
}

static void
desk_advisory_dialog_dispose (GObject *object)
{
  DeskAdvisoryDialog *self = DESK_ADVISORY_DIALOG (object);

  self->notice = NULL;
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_advisory_dialog_parent_class)->dispose (object);
}

static void
desk_advisory_dialog_finalize (GObject *object)
{
  DeskAdvisoryDialog *self = DESK_ADVISORY_DIALOG (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->id);
  g_string_free (self->told, TRUE);
  G_OBJECT_CLASS (desk_advisory_dialog_parent_class)->finalize (object);
}

static void
desk_advisory_dialog_class_init (DeskAdvisoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_advisory_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_advisory_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "advisory.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "advisory.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "advisory.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_advisory_dialog_init (DeskAdvisoryDialog *self)
{
  self->told = g_string_new (NULL);
}
