/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-window.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballot-drafts.h"
#include "ballot/desk-ballot-file.h"
#include "ballot/desk-ballot-list.h"
#include "ballot/desk-ballot-sheet.h"
#include "base/ocop-date.h"
#include "desk-accessible-name.h"

struct _DeskBallotWindow
{
  GtkApplicationWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkButton *done_button;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  DeskBallotList *list;
  DeskBallotSheet *sheet;
  GtkLabel *status_label;
  GtkLabel *trouble_label;

  /* Owned references */
  GFile *file;
  OcopMemberBallot *ballot;       /* (nullable): while it is being read */
  DeskBallotDrafts *drafts;

  guint place;                    /* of the product that is shown */
  guint n_edits;                  /* so far; what is saved is what there was when saving began */
  guint n_saved;
  guint n_saving;
  gboolean saving;
  gboolean closing;               /* once it is saved */
};

G_DEFINE_FINAL_TYPE (DeskBallotWindow, desk_ballot_window, GTK_TYPE_APPLICATION_WINDOW)

GFile *
desk_ballot_window_get_file (DeskBallotWindow *self)
{
  return self->file;
}

static gboolean
is_changed (DeskBallotWindow *self)
{
  return self->n_edits != self->n_saved;
}

static guint
count_missing (DeskBallotWindow *self,
               guint            *first)
{
  guint n = 0;

  for (guint i = self->ballot->products->len; i > 0; i--)
    {
      guint n_missing = ocop_member_ballot_count_missing (ocop_member_ballot_get_product (self->ballot, i - 1));

      if (n_missing > 0 && first != NULL)
        *first = i - 1;
      n += n_missing;
    }
  return n;
}

/* Showing */

static void
say (DeskBallotWindow *self,
     const char       *text)
{
  gtk_label_set_label (self->status_label, text);
}

static void
update (DeskBallotWindow *self)
{
  gboolean there = self->ballot != NULL;
  gboolean done = there && self->ballot->done;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ballot.save", there && is_changed (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ballot.done", there);
  gtk_button_set_label (self->done_button, done ? _("_Go on Scoring") : _("Scoring Is _Done"));
}

static void
show_head (DeskBallotWindow *self)
{
  g_autofree char *title = g_strdup_printf (_("Ballot of %s"), self->ballot->member_name);
  g_autofree char *day = ocop_date_to_people (self->ballot->held_on);
  const char *council = self->ballot->council_name != NULL ? self->ballot->council_name : "";
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", council, self->ballot->session_name, *day != '\0' ? " · " : "", day);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static char *
describe_missing (guint n_missing)
{
  return g_strdup_printf (ngettext ("%u criterion is still to be scored.", "%u criteria are still to be scored.", n_missing), n_missing);
}

static char *
describe_state (DeskBallotWindow *self)
{
  guint n_missing = count_missing (self, NULL);

  if (self->ballot->done)
    return g_strdup (_("Scoring is done. Give the ballot's file back to the office."));
  if (n_missing > 0)
    return describe_missing (n_missing);
  return g_strdup (_("All is scored: say that scoring is done."));
}

static void
show_state (DeskBallotWindow *self)
{
  g_autofree char *text = describe_state (self);

  say (self, text);
  update (self);
}

static void
open_product (DeskBallotWindow *self,
              guint             place)
{
  self->place = place;
  desk_ballot_list_select (self->list, place);
  desk_ballot_sheet_show (self->sheet, self->ballot, place);
}

static void
on_edited (DeskBallotWindow *self)
{
  self->n_edits++;
  desk_ballot_list_update (self->list, self->place);
  desk_ballot_drafts_keep_soon (self->drafts, self->place);
  show_state (self);
}

static void
on_refused (DeskBallotWindow *self,
            const char       *text)
{
  if (self->ballot->done)
    show_state (self);
  else
    say (self, text);
}

/* Reading */

static void
on_draft_found (DeskBallotWindow *self,
                guint             place)
{
  g_autofree char *text = g_strdup_printf (_("%s is as you left it: it was not saved yet."),
                                           ocop_member_ballot_get_product (self->ballot, place)->name);

  self->n_edits++;
  desk_ballot_list_update (self->list, place);
  if (place == self->place)
    desk_ballot_sheet_show (self->sheet, self->ballot, place);
  update (self);
  say (self, text);
}

static void
take_ballot (DeskBallotWindow *self,
             OcopMemberBallot *ballot)
{
  self->ballot = ballot;
  self->drafts = desk_ballot_drafts_new (ballot);
  g_signal_connect_object (self->drafts, "found", G_CALLBACK (on_draft_found), self, G_CONNECT_SWAPPED);
  desk_ballot_list_show (self->list, ballot);
  show_head (self);
  show_state (self);
  gtk_stack_set_visible_child_name (self->stack, "ballot");
  open_product (self, 0);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DeskBallotWindow) self = data;
  g_autoptr(GError) error = NULL;
  OcopMemberBallot *ballot = desk_ballot_file_load_finish (result, &error);

  if (ballot != NULL)
    {
      take_ballot (self, ballot);
      return;
    }
  gtk_label_set_label (self->trouble_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Saving */

static void
show_error (DeskBallotWindow *self,
            const GError     *error)
{
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", _("The ballot was not saved"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskBallotWindow) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = desk_ballot_file_save_finish (result, &error);

  self->saving = FALSE;
  if (!done)
    {
      self->closing = FALSE;
      show_error (self, error);
      return;
    }
  self->n_saved = self->n_saving;
  if (!is_changed (self))
    desk_ballot_drafts_discard (self->drafts);
  update (self);
  if (self->closing && !is_changed (self))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (!self->ballot->done)
    say (self, _("Saved in the ballot's file."));
}

static void
save (DeskBallotWindow *self)
{
  if (self->saving || self->ballot == NULL || !is_changed (self))
    return;
  self->saving = TRUE;
  self->n_saving = self->n_edits;
  desk_ballot_file_save_async (self->file, self->ballot, on_saved, g_object_ref (self));
}

/* Actions */

static void
save_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  save (DESK_BALLOT_WINDOW (widget));
}

static void
go (DeskBallotWindow *self,
    int               direction)
{
  int next = (int) self->place + direction;

  if (self->ballot != NULL && next >= 0 && next < (int) self->ballot->products->len)
    open_product (self, (guint) next);
}

static void
save_next_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  save (DESK_BALLOT_WINDOW (widget));
  go (DESK_BALLOT_WINDOW (widget), 1);
}

static void
go_activated (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  go (DESK_BALLOT_WINDOW (widget), g_str_equal (name, "ballot.next") ? 1 : -1);
}

/* Not while anything is left to be scored: the first such product is shown. */
static void
done_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskBallotWindow *self = DESK_BALLOT_WINDOW (widget);
  guint first = 0;

  if (!self->ballot->done && count_missing (self, &first) > 0)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->ballot, first);
      g_autofree char *missing = describe_missing (ocop_member_ballot_count_missing (product));
      g_autofree char *text = g_strdup_printf ("%s: %s", product->name, missing);

      open_product (self, first);
      say (self, text);
      return;
    }
  self->ballot->done = !self->ballot->done;
  self->n_edits++;
  open_product (self, self->place);
  show_state (self);
  save (self);
}

/* Closing */

static void
on_close_answered (DeskBallotWindow *self,
                   int               response,
                   GtkWidget        *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_YES)
    {
      self->closing = TRUE;
      save (self);
    }
  else if (response == GTK_RESPONSE_NO)
    {
      desk_ballot_drafts_discard (self->drafts);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
ask_to_save (DeskBallotWindow *self)
{
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", _("Save what you scored?"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            _("It is not in the ballot's file yet, and the office would not get it."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _("_Do Not Save"), GTK_RESPONSE_NO, _("_Cancel"), GTK_RESPONSE_CANCEL,
                          _("_Save"), GTK_RESPONSE_YES, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_YES);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
desk_ballot_window_close_request (GtkWindow *window)
{
  DeskBallotWindow *self = DESK_BALLOT_WINDOW (window);

  if (self->ballot == NULL || !is_changed (self))
    return FALSE;
  if (self->saving)
    self->closing = TRUE;
  else
    ask_to_save (self);
  return TRUE;
}

/* The window */

DeskBallotWindow *
desk_ballot_window_new (GtkApplication *application,
                        GFile          *file)
{
  DeskBallotWindow *self = g_object_new (DESK_TYPE_BALLOT_WINDOW, "application", application, NULL);

  self->file = g_object_ref (file);
  desk_ballot_file_load_async (file, NULL, on_loaded, g_object_ref (self));
  return self;
}

static void
desk_ballot_window_dispose (GObject *object)
{
  DeskBallotWindow *self = DESK_BALLOT_WINDOW (object);

  if (self->drafts != NULL)
    desk_ballot_drafts_flush (self->drafts);
  g_clear_object (&self->drafts);
  G_OBJECT_CLASS (desk_ballot_window_parent_class)->dispose (object);
}

static void
desk_ballot_window_finalize (GObject *object)
{
  DeskBallotWindow *self = DESK_BALLOT_WINDOW (object);

  g_clear_pointer (&self->ballot, ocop_member_ballot_free);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (desk_ballot_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ballot.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "ballot.save-next", NULL, save_next_activated);
  gtk_widget_class_install_action (widget_class, "ballot.next", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "ballot.previous", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "ballot.done", NULL, done_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "ballot.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "ballot.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "ballot.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "ballot.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "ballot.previous", NULL);
}

static void
desk_ballot_window_class_init (DeskBallotWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_ballot_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ballot_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_ballot_window_close_request;
  install_actions (widget_class);

  g_type_ensure (DESK_TYPE_BALLOT_LIST);
  g_type_ensure (DESK_TYPE_BALLOT_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/ballot/desk-ballot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, done_button);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, DeskBallotWindow, trouble_label);
  gtk_widget_class_bind_template_callback (widget_class, open_product);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
}

static void
desk_ballot_window_init (DeskBallotWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->menu_button), _("Menu"));
  update (self);
}
