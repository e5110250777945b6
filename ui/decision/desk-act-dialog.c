/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-act-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-accessible-name.h"

#define WIDTH 560
#define MOST_HEIGHT 620

struct _DeskActDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  const DeskAct *act;
  GPtrArray *editors; /* DeskFieldEditor, one for each field of the act */

  /* Owned references */
  char **ids;
  char *doubted;  /* the day yet to come that was asked about */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskActDialog, desk_act_dialog, DESK_TYPE_DIALOG)

static DeskFieldEditor *
get_editor (DeskActDialog *self,
            guint          i)
{
  return g_ptr_array_index (self->editors, i);
}

/* Which questions are asked depends on the choices among them. */
static gboolean
is_asked (DeskActDialog      *self,
          const DeskActField *field)
{
  g_auto(GStrv) words = field->when != NULL ? g_strsplit (field->when, " ", -1) : NULL;

  if (words == NULL)
    return TRUE;
  for (guint i = 0; self->act->fields[i].kind != NULL; i++)
    if (g_str_equal (self->act->fields[i].field, words[0]))
      {
        g_autofree char *chosen = desk_dialog_dup_text (get_editor (self, i));

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
      desk_answers_set (answers, self->act->fields[i].field, desk_dialog_dup_text (get_editor (self, i)));
  return answers;
}

/* Doing it */

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(DeskActDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *made = NULL;
  gboolean done = desk_act_run_finish (OCOP_REGISTER (source), result, &made, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (!done)
    {
      desk_dialog_fail (DESK_DIALOG (self), error);
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

/* What is noted was done: a day that is yet to come is more often a slip than not, and is asked about once. */
static gboolean
confirm_days (DeskActDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      const DeskActField *field = &self->act->fields[i];
      g_autofree char *text = is_asked (self, field) ? desk_dialog_dup_text (get_editor (self, i)) : NULL;
      g_autofree char *day = NULL;
      g_autofree char *accept = NULL;
      g_autoptr(GError) doubt = NULL;
      OcopDate on;

      if (ocop_kind_find_field (ocop_kind_find (field->kind), field->field)->type != OCOP_FIELD_DATE || text == NULL ||
          !ocop_date_parse (text, &on) || ocop_date_compare (on, ocop_date_today ()) <= 0 || g_strcmp0 (text, self->doubted) == 0)
        continue;
      g_free (self->doubted);
      self->doubted = g_strdup (text);
      day = ocop_date_to_people (on);
      accept = desk_accessible_name_dup (_(self->act->accept));
      /* Translators: a day, and the name of the button */
      ocop_refuse (&doubt, _("%s is yet to come. If it is right, choose “%s” once more."), day, accept);
      desk_dialog_fail (DESK_DIALOG (self), doubt);
      gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, i)));
      return FALSE;
    }
  return TRUE;
}

static void
desk_act_dialog_apply (DeskDialog *dialog)
{
  DeskActDialog *self = DESK_ACT_DIALOG (dialog);

  if (!settle_all (self) || !confirm_days (self))
    return;
  desk_dialog_begin (dialog);
  desk_act_run_async (desk_dialog_get_register (dialog), self->act, collect (self), on_run, g_object_ref (self));
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
add_editors (DeskActDialog             *self,
             GtkBox                    *box,
             const OcopRecord * const  *initial)
{
  for (const DeskActField *field = self->act->fields; field->kind != NULL; field++)
    {
      DeskFieldEditor *editor = desk_dialog_add_field (DESK_DIALOG (self), box, field->kind, field->field, NULL, NULL);
      const OcopValue *value = find_initial (initial, field);

      if (value != NULL)
        desk_field_editor_set_value (editor, value, NULL);
      g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
    }
}

GtkWidget *
desk_act_dialog_present (GtkWidget                 *parent,
                         OcopRegister              *reg,
                         const DeskAct             *act,
                         const char                *about,
                         const char * const        *ids,
                         const OcopRecord * const  *initial)
{
  DeskActDialog *self = g_object_new (DESK_TYPE_ACT_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;

  self->act = act;
  self->ids = g_strdupv ((char **) ids);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _(act->title), _(act->accept));
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  if (about != NULL)
    desk_dialog_add_text (box, about, "desk-heading");
  if (act->text != NULL)
    desk_dialog_add_text (box, _(act->text), "desk-dim");
  add_editors (self, box, initial);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, 0)));
  return GTK_WIDGET (self);
}

static void
desk_act_dialog_finalize (GObject *object)
{
  DeskActDialog *self = DESK_ACT_DIALOG (object);

  g_ptr_array_unref (self->editors);
  g_strfreev (self->ids);
  g_free (self->doubted);
  G_OBJECT_CLASS (desk_act_dialog_parent_class)->finalize (object);
}

static void
desk_act_dialog_class_init (DeskActDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_act_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_act_dialog_apply;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_act_dialog_init (DeskActDialog *self)
{
  self->editors = g_ptr_array_new ();
}
