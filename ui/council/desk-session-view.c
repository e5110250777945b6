/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-view.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballots-button.h"
#include "base/ocop-number.h"
#include "council/desk-council-change.h"
#include "desk-window.h"
#include "papers/desk-papers-dialog.h"

struct _DeskSessionView
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkLabel *name;
  GtkLabel *facts;
  GtkButton *state;
  DeskBallotsButton *ballots;
  GtkButton *draft;
  GtkListBox *agenda;
  GtkListBox *members;

  /* Owned references */
  OcopRegister *reg;
  OcopSession *session;
  GCancellable *cancellable;

  gboolean showing;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSessionView, desk_session_view, GTK_TYPE_WIDGET)

const OcopSession *
desk_session_view_get_session (DeskSessionView *self)
{
  return self->session;
}

static const char *
get_id (DeskSessionView *self)
{
  return ocop_record_get_id (self->session->record);
}

static gboolean
is_open (DeskSessionView *self)
{
  return g_strcmp0 (ocop_record_get_text (self->session->record, "state"), "open") == 0;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
add_text (GtkWidget  *box,
          const char *text,
          const char *style,
          gboolean    expand)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "hexpand", expand, "ellipsize", expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_row (GtkListBox *list,
         GtkWidget  *child,
         const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
  return row;
}

/* The agenda */

static void
add_result (GtkWidget                *box,
            const OcopSessionProduct *product,
            guint                     n_complete)
{
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (product->verdict->mean));
  g_autofree char *class = g_strdup_printf (ngettext ("%u star", "%u stars", product->verdict->star), product->verdict->star);
  GtkWidget *pill;

  if (n_complete == 0)
    return;
  add_text (box, mean, "desk-heading", FALSE);
  pill = add_text (box, product->scoring.disqualified ? _("rejected") : class, "desk-pill", FALSE);
  gtk_widget_add_css_class (pill, product->scoring.disqualified ? "alarm" : product->verdict->is_final ? "good" : "warn");
}

static void
add_product (DeskSessionView *self,
             guint            place)
{
  const OcopSessionProduct *product = ocop_session_get_product (self->session, place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  guint n_complete;
  guint n = ocop_session_product_count (product, &n_complete);
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *progress = g_strdup_printf (_("%u of %u sheets"), n_complete, n);
  g_autofree char *name = g_strdup_printf ("%s, %s", product->product_name, progress);

  add_text (box, number, "desk-dim", FALSE);
  add_text (box, product->product_name, "desk-heading", FALSE);
  add_text (box, product->producer_name, "desk-subtitle", TRUE);
  add_result (box, product, n_complete);
  add_text (box, progress, n_complete == n && n > 0 ? NULL : "desk-dim", FALSE);
  add_row (self->agenda, box, name);
}

static void
on_product_activated (DeskSessionView *self,
                      GtkListBoxRow   *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);

  g_signal_emit (self, signals[CHOSEN], 0, ocop_record_get_id (ocop_session_get_product (self->session, place)->record));
}

/* The members */

static void
on_present_toggled (DeskSessionView *self,
                    GParamSpec      *pspec,
                    GtkCheckButton  *check)
{
  const char *member = g_object_get_data (G_OBJECT (check), "member");

  if (!self->showing)
    desk_council_attend (GTK_WIDGET (self), self->reg, get_id (self), member, gtk_check_button_get_active (check));
}

static void
add_member (DeskSessionView *self,
            guint            place)
{
  const OcopSessionMember *member = ocop_session_get_member (self->session, place);
  const char *role = ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("council_member"), "role"), member->role);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *check = gtk_check_button_new_with_label (member->name);
  guint n_complete;
  guint n = ocop_session_member_count (self->session, place, &n_complete);
  g_autofree char *progress = g_strdup_printf ("%u/%u", n_complete, n);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), member->present);
  gtk_widget_set_sensitive (check, !ocop_session_is_closed (self->session));
  g_object_set_data_full (G_OBJECT (check), "member", g_strdup (member->id), g_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_present_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  add_text (box, role, "desk-subtitle", TRUE);
  add_text (box, progress, "desk-dim", FALSE);
  gtk_widget_set_focusable (add_row (self->members, box, member->name), FALSE);
}

static void
show_head (DeskSessionView *self)
{
  const char *state = ocop_record_get_text (self->session->record, "state");
  g_autofree char *facts = g_strdup_printf (_("%s · %s · %u of %u members present"), ocop_record_get_text (self->session->council, "name"),
                                            ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("session"), "state"), state),
                                            ocop_session_n_present (self->session), self->session->members->len);

  gtk_label_set_label (self->name, ocop_record_get_text (self->session->record, "name"));
  gtk_label_set_label (self->facts, facts);
  gtk_button_set_label (self->state, is_open (self) ? _("Close the _Session") : _("Open the _Session"));
  gtk_widget_set_visible (GTK_WIDGET (self->draft), ocop_session_is_closed (self->session));
}

static void
show_session (DeskSessionView *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->agenda);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;

  self->showing = TRUE;
  show_head (self);
  clear_list (self->agenda);
  clear_list (self->members);
  for (guint i = 0; i < self->session->products->len; i++)
    add_product (self, i);
  for (guint i = 0; i < self->session->members->len; i++)
    add_member (self, i);
  if (place >= 0)
    gtk_list_box_select_row (self->agenda, gtk_list_box_get_row_at_index (self->agenda, place));
  self->showing = FALSE;
}

/* Reading */

static gpointer
read_session (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read (reader, data, NULL, error);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskSessionView) self = data;
  g_autoptr(GError) error = NULL;
  OcopSession *session = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (self->outer == NULL || window == NULL)
    g_clear_pointer (&session, ocop_session_free);
  else if (session == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_window_show_error (window, error);
  if (session == NULL)
    return;
  g_clear_pointer (&self->session, ocop_session_free);
  self->session = session;
  desk_ballots_button_show (self->ballots, self->reg, get_id (self));
  show_session (self);
}

void
desk_session_view_open (DeskSessionView *self,
                        OcopRegister    *reg,
                        const char      *id)
{
  g_set_object (&self->reg, reg);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_session, g_strdup (id), g_free, (GDestroyNotify) ocop_session_free,
                            self->cancellable, on_read, g_object_ref (self));
}

/* Buttons */

static void
on_state_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_council_set_state (GTK_WIDGET (self), self->reg, get_id (self), is_open (self) ? "closed" : "open");
}

static void
on_add_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_council_add_waiting (GTK_WIDGET (self), self->reg, get_id (self));
}

static void
on_all_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_council_attend (GTK_WIDGET (self), self->reg, get_id (self), NULL, TRUE);
}

static void
on_papers_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_papers_dialog_show_session (desk_window_of (GTK_WIDGET (self)), get_id (self));
}

static void
on_draft_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.decision-draft", "s", get_id (self));
}

/* Building */

static GtkButton *
add_button (DeskSessionView *self,
            GtkWidget       *box,
            const char      *label,
            GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_BUTTON (button);
}

static GtkListBox *
add_list (GtkWidget  *box,
          const char *title,
          int         width)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (head, "desk-card-head");
  add_text (head, title, "desk-heading", TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", list, NULL);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), scrolled);
  gtk_widget_set_hexpand (card, width < 0);
  gtk_widget_set_size_request (card, width, -1);
  gtk_box_append (GTK_BOX (box), card);
  return GTK_LIST_BOX (list);
}

static void
build (DeskSessionView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (head, "desk-filter-row");
  self->name = GTK_LABEL (add_text (head, NULL, "desk-title", FALSE));
  self->facts = GTK_LABEL (add_text (head, NULL, "desk-subtitle", TRUE));
  add_button (self, head, _("Pa_pers…"), G_CALLBACK (on_papers_clicked));
  add_button (self, head, _("Add _Waiting Dossiers"), G_CALLBACK (on_add_clicked));
  add_button (self, head, _("All _Present"), G_CALLBACK (on_all_clicked));
  self->ballots = DESK_BALLOTS_BUTTON (desk_ballots_button_new ());
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->ballots));
  self->draft = add_button (self, head, _("_Draft Decisions"), G_CALLBACK (on_draft_clicked));
  self->state = add_button (self, head, _("Open the _Session"), G_CALLBACK (on_state_clicked));
  g_object_set (both, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 12, NULL);
  self->agenda = add_list (both, _("Agenda"), -1);
  self->members = add_list (both, _("Members, and products scored"), 360);
  gtk_list_box_set_selection_mode (self->members, GTK_SELECTION_NONE);
  g_signal_connect_object (self->agenda, "row-activated", G_CALLBACK (on_product_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->outer), head);
  gtk_box_append (GTK_BOX (self->outer), both);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

GtkWidget *
desk_session_view_new (void)
{
  return g_object_new (DESK_TYPE_SESSION_VIEW, NULL);
}

static void
desk_session_view_dispose (GObject *object)
{
  DeskSessionView *self = DESK_SESSION_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->session, ocop_session_free);
  G_OBJECT_CLASS (desk_session_view_parent_class)->dispose (object);
}

static void
desk_session_view_class_init (DeskSessionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_session_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_session_view_init (DeskSessionView *self)
{
  build (self);
}
