/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-act-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-field-editor.h"
#include "form/desk-notice.h"

#define WIDTH 560

struct _DeskActDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  const DeskAct *act;
  DeskNotice *notice;
  GPtrArray *editors; /* DeskFieldEditor, one for each field of the act */

  /* Owned references */
  OcopRegister *reg;
  char **ids;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskActDialog, desk_act_dialog, GTK_TYPE_WINDOW)

static DeskFieldEditor *
get_editor (DeskActDialog *self,
            guint          i)
{
  return g_ptr_array_index (self->editors, i);
}

/* What stands there, in the register's own form; %NULL when unknown. */
static char *
dup_text (DeskFieldEditor *editor)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;

  if (!desk_field_editor_get_value (editor, &value, NULL) || value.type == OCOP_VALUE_UNKNOWN)
    return NULL;
  return value.type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value.integer) : g_strdup (value.text);
}

/* Which questions are asked depends on the choices among them. */
static gboolean
is_asked (DeskActDialog      *self,
          const DeskActField *field)
{
  g_auto (GStrv) words = field->when != NULL ? g_strsplit (field->when, " ", -1) : NULL;

  if (words == NULL)
    return TRUE;
  for (guint i = 0; self->act->fields[i].kind != NULL; i++)
    if (g_str_equal (self->act->fields[i].field, words[0]))
      {
        g_autofree char *chosen = dup_text (get_editor (self, i));

        return chosen != NULL && g_strv_contains ((const char * const *) words + 1, chosen);
      }
  return FALSE;
}

static void
update (DeskActDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_editor (self, i)), is_asked (self, &self->act->fields[i]));
}

static DeskAnswers *
collect (DeskActDialog *self)
{
  DeskAnswers *answers = desk_answers_new ((const char * const *) self->ids);

  for (guint i = 0; i < self->editors->len; i++)
    if (is_asked (self, &self->act->fields[i]))
      desk_answers_set (answers, self->act->fields[i].field, dup_text (get_editor (self, i)));
  return answers;
}

/* Doing it */

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (DeskActDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  gboolean done = desk_act_run_finish (OCOP_REGISTER (source), result, &made, &error);

  if (self->notice == NULL)
    return;
  if (!done)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "act.apply", TRUE);
      desk_notice_show (self->notice, error->message);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, made);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
settle_all (DeskActDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (is_asked (self, &self->act->fields[i]) && !desk_field_editor_settle (get_editor (self, i)))
      {
        gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, i)));
        return FALSE;
      }
  return TRUE;
}

static void
apply_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskActDialog *self = DESK_ACT_DIALOG (widget);

  if (!settle_all (self))
    return;
  gtk_widget_action_set_enabled (widget, "act.apply", FALSE);
  desk_notice_hide (self->notice);
  desk_act_run_async (self->reg, self->act, collect (self), on_run, g_object_ref (self));
}

/* Building */

static const OcopValue *
find_initial (const OcopRecord * const *initial,
              const DeskActField       *field)
{
  for (; *initial != NULL; initial++)
    if (g_str_equal (ocop_record_get_kind (*initial)->name, field->kind))
      return ocop_record_get (*initial, field->field);
  return NULL;
}

static void
build_editors (DeskActDialog             *self,
               GtkWidget                 *box,
               const OcopRecord * const  *initial)
{
  for (const DeskActField *field = self->act->fields; field->kind != NULL; field++)
    {
      DeskFieldEditor *editor = DESK_FIELD_EDITOR (desk_field_editor_new (ocop_kind_find_field (ocop_kind_find (field->kind), field->field)));
      const OcopValue *value = find_initial (initial, field);

      desk_field_editor_set_register (editor, self->reg);
      if (value != NULL)
        desk_field_editor_set_value (editor, value, NULL);
      g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (editor));
      g_ptr_array_add (self->editors, editor);
    }
}

static void
build_header (DeskActDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_(self->act->accept));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (apply), "act.apply");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), apply);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

static void
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 20, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/* Before a long text takes the key for a new line. */
static void
add_key (DeskActDialog *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("act.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
build (DeskActDialog             *self,
       const char                *about,
       const OcopRecord * const  *initial)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->notice = DESK_NOTICE (desk_notice_new ());
  if (about != NULL)
    add_label (inner, about, "desk-heading");
  if (self->act->text != NULL)
    add_label (inner, _(self->act->text), "desk-dim");
  build_editors (self, inner, initial);
  g_object_set (inner, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", 620,
                "vexpand", TRUE, "child", inner, NULL);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _(self->act->title));
  build_header (self);
  add_key (self);
}

GtkWidget *
desk_act_dialog_present (GtkWidget                 *parent,
                         OcopRegister              *reg,
                         const DeskAct             *act,
                         const char                *about,
                         const char * const        *ids,
                         const OcopRecord * const  *initial)
{
  DeskActDialog *self = g_object_new (DESK_TYPE_ACT_DIALOG, "modal", TRUE, "default-width", WIDTH,
                                      "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->act = act;
  self->ids = g_strdupv ((char **) ids);
  build (self, about, initial);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, 0)));
  return GTK_WIDGET (self);
}

static void
desk_act_dialog_dispose (GObject *object)
{
  DeskActDialog *self = DESK_ACT_DIALOG (object);

  self->notice = NULL;
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_act_dialog_parent_class)->dispose (object);
}

static void
desk_act_dialog_finalize (GObject *object)
{
  DeskActDialog *self = DESK_ACT_DIALOG (object);

  g_ptr_array_unref (self->editors);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (desk_act_dialog_parent_class)->finalize (object);
}

static void
desk_act_dialog_class_init (DeskActDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_act_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_act_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "act.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "act.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_act_dialog_init (DeskActDialog *self)
{
  self->editors = g_ptr_array_new ();
}
