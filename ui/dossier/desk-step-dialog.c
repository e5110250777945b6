/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-step-dialog.h"

#include <glib/gi18n.h>

#include "dossier/desk-step-job.h"
#include "dossier/desk-step-outlook.h"
#include "form/desk-field-editor.h"
#include "form/desk-notice.h"

#define WIDTH 520
/* Room for a few things that stand against the step: the window would not grow with them. */
#define HEIGHT 600

struct _DeskStepDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskNotice *notice;
  DeskFieldEditor *product;     /* (nullable): only of a dossier to be begun */
  DeskFieldEditor *kind;        /* (nullable): likewise */
  GtkWidget *step_drop_down;
  DeskFieldEditor *day;
  DeskFieldEditor *person;
  GtkWidget *lacks_box;
  GtkWidget *lacks_label;
  DeskFieldEditor *reason;
  DeskFieldEditor *note;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  char *dossier;                /* (nullable) the one to be moved */
  DeskStepOutlook *outlook;     /* (nullable) */

  gboolean filling;             /* the controls are being filled, nobody chooses */
  gboolean kind_chosen;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStepDialog, desk_step_dialog, GTK_TYPE_WINDOW)

static char *
dup_text (DeskFieldEditor *editor)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;

  if (editor == NULL || !desk_field_editor_get_value (editor, &value, NULL))
    return NULL;
  return g_steal_pointer (&value.text);
}

static OcopDate
get_day (DeskStepDialog *self)
{
  g_autofree char *text = dup_text (self->day);
  OcopDate day;

  return text != NULL && ocop_date_parse (text, &day) && ocop_date_is_day (day) ? day : OCOP_DATE_UNKNOWN;
}

static OcopDossierStep
get_step (DeskStepDialog *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->step_drop_down));

  if (self->outlook == NULL || place >= self->outlook->steps->len)
    return OCOP_STEP_NONE;
  return g_array_index (self->outlook->steps, OcopDossierStep, place);
}

/* Looking ahead */

static void
show_lacks (DeskStepDialog *self)
{
  g_autofree char *text = ocop_lacks_to_text (self->outlook->lacks);
  gboolean any = self->outlook->lacks->len > 0;

  gtk_label_set_label (GTK_LABEL (self->lacks_label), text);
  gtk_widget_set_visible (self->lacks_box, any);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), any);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lacks_box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fill_steps (DeskStepDialog *self)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->outlook->steps->len; i++)
    {
      OcopDossierStep step = g_array_index (self->outlook->steps, OcopDossierStep, i);
      const char *title = ocop_field_choice_title (field, ocop_dossier_step_to_key (step));
      /* Translators: a step of a dossier that does not come next */
      g_autofree char *out_of_order = g_strdup_printf (_("%s (out of order)"), title);

      gtk_string_list_append (titles, i < self->outlook->n_next ? title : out_of_order);
      if (step == self->outlook->step)
        chosen = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->step_drop_down), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->step_drop_down), chosen);
}

static void
fill (DeskStepDialog *self)
{
  g_auto (OcopValue) kind = ocop_value_text (ocop_dossier_kind_to_key (self->outlook->kind));

  self->filling = TRUE;
  if (self->kind != NULL)
    desk_field_editor_set_value (self->kind, &kind, NULL);
  fill_steps (self);
  self->filling = FALSE;
  show_lacks (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.apply", self->outlook->step != OCOP_STEP_NONE);
}

static void
on_outlook_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskStepOutlook *outlook = desk_step_outlook_read_finish (OCOP_REGISTER (source), result, &error);

  if (self->notice == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (outlook == NULL)
    {
      desk_notice_show (self->notice, error->message);
      return;
    }
  g_clear_pointer (&self->outlook, desk_step_outlook_free);
  self->outlook = outlook;
  fill (self);
}

static void
look_again (DeskStepDialog *self)
{
  g_autofree char *product = dup_text (self->product);
  g_autofree char *kind = dup_text (self->kind);
  DeskStepQuestion question = {
    .dossier = self->dossier,
    .product = product,
    .kind = self->kind_chosen ? ocop_dossier_kind_from_key (kind) : OCOP_N_DOSSIER_KINDS,
    .step = get_step (self),
    .on = get_day (self),
  };

  if ((self->dossier == NULL && product == NULL) || !ocop_date_is_day (question.on))
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_step_outlook_read_async (self->reg, &question, self->cancellable, on_outlook_read, g_object_ref (self));
}

static void
on_changed (DeskStepDialog *self)
{
  if (!self->filling)
    look_again (self);
}

static void
on_kind_chosen (DeskStepDialog *self)
{
  if (self->filling)
    return;
  self->kind_chosen = TRUE;
  look_again (self);
}

/* Doing it */

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DeskStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *id = desk_step_job_run_finish (OCOP_REGISTER (source), result, &told, &error);

  if (self->notice == NULL)
    return;
  if (id == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.apply", TRUE);
      desk_notice_show (self->notice, error->message);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, id, told);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
settle (DeskFieldEditor *editor)
{
  if (editor == NULL || desk_field_editor_settle (editor))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  return FALSE;
}

static gboolean
is_answered (DeskStepDialog  *self,
             DeskFieldEditor *editor,
             const char      *message)
{
  g_autofree char *text = dup_text (editor);

  if (editor == NULL || text != NULL)
    return TRUE;
  desk_field_editor_show_message (editor, message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  return FALSE;
}

static gboolean
check (DeskStepDialog *self)
{
  if (!settle (self->product) || !settle (self->kind) || !settle (self->day) || !settle (self->person))
    return FALSE;
  if (!is_answered (self, self->product, _("Which product is it?")) || !is_answered (self, self->day, _("The day is needed.")))
    return FALSE;
  return self->outlook == NULL || self->outlook->lacks->len == 0 ||
         is_answered (self, self->reason, _("Say why it is done all the same: the reason stays with the step."));
}

static void
apply_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskStepDialog *self = DESK_STEP_DIALOG (widget);
  DeskStepJob *job;

  if (self->outlook == NULL || !check (self))
    return;
  job = g_new0 (DeskStepJob, 1);
  job->dossier = g_strdup (self->dossier);
  job->product = dup_text (self->product);
  job->kind = self->outlook->kind;
  job->step = get_step (self);
  job->on = get_day (self);
  job->person = dup_text (self->person);
  job->reason = self->outlook->lacks->len > 0 ? dup_text (self->reason) : NULL;
  job->note = dup_text (self->note);
  gtk_widget_action_set_enabled (widget, "step.apply", FALSE);
  desk_notice_hide (self->notice);
  desk_step_job_run_async (self->reg, job, on_done, g_object_ref (self));
}

/* Building */

static DeskFieldEditor *
make_editor (DeskStepDialog *self,
             GtkWidget      *box,
             const char     *kind,
             const char     *name,
             const char     *text,
             const char     *label)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find (kind), name);
  DeskFieldEditor *editor = DESK_FIELD_EDITOR (desk_field_editor_new (field));
  g_auto (OcopValue) value = ocop_value_text (text);

  desk_field_editor_set_register (editor, self->reg);
  desk_field_editor_set_value (editor, &value, label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (editor));
  return editor;
}

/* In line with the editors around it. */
static void
build_step (DeskStepDialog *self,
            GtkWidget      *box)
{
  GtkWidget *label = gtk_label_new (_("Step"));
  GtkWidget *row = gtk_grid_new ();

  self->step_drop_down = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  g_object_set (row, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (label, "xalign", 1.0, "yalign", 0.0, "margin-top", 7, NULL);
  gtk_widget_add_css_class (label, "desk-dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step_drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Step"), -1);
  g_signal_connect_object (self->step_drop_down, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (row), label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), self->step_drop_down, 1, 0, 2, 1);
  gtk_box_append (GTK_BOX (box), row);
}

static void
build_lacks (DeskStepDialog *self,
             GtkWidget      *box)
{
  GtkWidget *heading = gtk_label_new (_("What stands against it"));

  self->lacks_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->lacks_label = gtk_label_new (NULL);
  g_object_set (heading, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (heading, "desk-heading");
  g_object_set (self->lacks_label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "width-chars", 20, NULL);
  gtk_widget_add_css_class (self->lacks_label, "desk-warn");
  gtk_box_append (GTK_BOX (self->lacks_box), heading);
  gtk_box_append (GTK_BOX (self->lacks_box), self->lacks_label);
  gtk_widget_set_visible (self->lacks_box, FALSE);
  gtk_box_append (GTK_BOX (box), self->lacks_box);
}

static void
build_header (DeskStepDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (self->dossier != NULL ? _("_Move") : _("_Begin"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (apply), "step.apply");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), apply);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

static void
build_editors (DeskStepDialog *self,
               GtkWidget      *box,
               const char     *product,
               const char     *name)
{
  char today[OCOP_DATE_TEXT_SIZE];

  ocop_date_to_text (ocop_date_today (), today);
  if (self->dossier == NULL)
    {
      self->product = make_editor (self, box, "dossier", "product", product, name);
      self->kind = make_editor (self, box, "dossier", "kind", NULL, NULL);
      g_signal_connect_object (self->product, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->kind, "changed", G_CALLBACK (on_kind_chosen), self, G_CONNECT_SWAPPED);
    }
  build_step (self, box);
  self->day = make_editor (self, box, "dossier_move", "moved_on", today, NULL);
  self->person = make_editor (self, box, "dossier_move", "person", ocop_register_get_person (self->reg), NULL);
  build_lacks (self, box);
  self->reason = make_editor (self, box, "dossier_move", "reason", NULL, NULL);
  self->note = make_editor (self, box, "dossier_move", "note", NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/* Before the note takes the key for a new line. */
static void
add_key (DeskStepDialog *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("step.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
build (DeskStepDialog *self,
       const char     *product,
       const char     *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->notice = DESK_NOTICE (desk_notice_new ());
  build_editors (self, inner, product, name);
  g_object_set (inner, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", inner, NULL);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), self->dossier != NULL ? _("Move the dossier on") : _("Begin a dossier"));
  build_header (self);
  add_key (self);
}

static GtkWidget *
present (GtkWidget    *parent,
         OcopRegister *reg,
         const char   *dossier,
         const char   *product,
         const char   *name)
{
  DeskStepDialog *self = g_object_new (DESK_TYPE_STEP_DIALOG, "modal", TRUE, "default-width", WIDTH, "default-height", HEIGHT,
                                       "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->dossier = g_strdup (dossier);
  build (self, product, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.apply", FALSE);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (dossier == NULL && product == NULL ? GTK_WIDGET (self->product) : self->step_drop_down);
  look_again (self);
  return GTK_WIDGET (self);
}

GtkWidget *
desk_step_dialog_present_move (GtkWidget    *parent,
                               OcopRegister *reg,
                               const char   *id)
{
  return present (parent, reg, id, NULL, NULL);
}

GtkWidget *
desk_step_dialog_present_begin (GtkWidget    *parent,
                                OcopRegister *reg,
                                const char   *product,
                                const char   *name)
{
  return present (parent, reg, NULL, product, name);
}

static void
desk_step_dialog_dispose (GObject *object)
{
  DeskStepDialog *self = DESK_STEP_DIALOG (object);

  self->notice = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_step_dialog_parent_class)->dispose (object);
}

static void
desk_step_dialog_finalize (GObject *object)
{
  DeskStepDialog *self = DESK_STEP_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->outlook, desk_step_outlook_free);
  g_free (self->dossier);
  G_OBJECT_CLASS (desk_step_dialog_parent_class)->finalize (object);
}

static void
desk_step_dialog_class_init (DeskStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_step_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_step_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "step.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "step.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
desk_step_dialog_init (DeskStepDialog *self)
{
  self->cancellable = g_cancellable_new ();
}
