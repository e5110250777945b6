/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-view.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballots-button.h"
#include "council/desk-council-change.h"
#include "council/desk-session-dialogs.h"
#include "council/desk-session-rows.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "papers/desk-papers-dialog.h"

struct _DeskSessionView
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *quorum;
  GtkWidget *second_pass;
  GtkWidget *add;
  GtkWidget *all_present;
  GtkButton *state;
  DeskBallotsButton *ballots;
  GtkWidget *draft;
  GtkListBox *agenda;
  GtkListBox *members;

  /* Owned references */
  OcopRegister *reg;
  OcopSession *session;
  GCancellable *cancellable;

  gboolean begins;       /* the agenda takes the focus once it is shown */
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

const OcopSessionProduct *
desk_session_view_get_selected (DeskSessionView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->agenda);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return self->session != NULL && place < self->session->products->len ? ocop_session_get_product (self->session, place) : NULL;
}

static const char *
get_id (DeskSessionView *self)
{
  return ocop_record_get_id (self->session->record);
}

/* Rows stay where they are, and what has the focus keeps it: only what they say is another. */
static void
fit_rows (GtkListBox *list,
          guint       n)
{
  GtkListBoxRow *row;
  guint i = 0;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (i = 0; gtk_list_box_get_row_at_index (list, (int) i) != NULL;)
    i++;
  for (; i < n; i++)
    gtk_list_box_append (list, gtk_list_box_row_new ());
}

/* What is shown */

static void
show_pill (GtkWidget  *pill,
           const char *text,
           const char *style)
{
  const char *classes[] = { "desk-pill", style, NULL };

  gtk_label_set_label (GTK_LABEL (pill), text);
  gtk_widget_set_css_classes (pill, classes);
}

static void
show_quorum (DeskSessionView *self)
{
  gboolean enough = ocop_session_has_quorum (self->session);
  gboolean written = ocop_session_is_written (self->session);
  g_autofree char *text = g_strdup_printf (written ? enough ? _("%u/%u: enough answers") : _("%u/%u: too few answers")
                                                   : enough ? _("%u/%u: quorum") : _("%u/%u: no quorum"),
                                           ocop_session_n_present (self->session), self->session->members->len);
  g_autofree char *rule = g_strdup_printf (_("At least %u percent of the members, with the chair"), self->session->rules.quorum_percent);

  show_pill (self->quorum, text, enough ? "good" : "warn");
  gtk_widget_set_tooltip_text (self->quorum, rule);
}

static void
show_second_pass (DeskSessionView *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < self->session->products->len; i++)
    n += ocop_session_product_needs_second_pass (ocop_session_get_product (self->session, i));
  label = g_strdup_printf (_("Second _Pass (%u)"), n);
  gtk_button_set_label (GTK_BUTTON (self->second_pass), label);
  gtk_widget_set_sensitive (self->second_pass, n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->second_pass), FALSE);
}

static void
count_sheets (const OcopSession *session,
              guint             *n,
              guint             *n_complete)
{
  *n = *n_complete = 0;
  for (guint i = 0; i < session->products->len; i++)
    {
      guint complete;

      *n += ocop_session_product_count (ocop_session_get_product (session, i), &complete);
      *n_complete += complete;
    }
}

/* "Under way", or "Opinions asked for, by 05/12/2026". */
static char *
describe_state (const OcopSession *session)
{
  const char *manner = ocop_record_get_text (session->record, "manner");
  const char *state = ocop_session_title_state (manner, ocop_record_get_text (session->record, "state"));
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (session->record, "answers_by"));

  if (!ocop_session_is_written (session))
    return g_strdup (state);
  if (ocop_session_is_open (session))
    return g_strdup_printf (_("%s, by %s"), state, day);
  return g_strdup_printf ("%s · %s", ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("session"), "manner"), manner), state);
}

static const char *
name_next_state (const OcopSession *session)
{
  if (ocop_session_is_open (session))
    return _("Close the _Session…");
  if (ocop_session_is_closed (session))
    return _("Open the _Session Again…");
  return ocop_session_is_written (session) ? _("_Send Out the Opinion Forms…") : _("Open the _Session…");
}

static void
show_head (DeskSessionView *self)
{
  g_autofree char *state = describe_state (self->session);
  guint n, n_complete;
  g_autofree char *facts = NULL;

  count_sheets (self->session, &n, &n_complete);
  facts = g_strdup_printf (_("%s · %u of %u sheets · %s"), state, n_complete, n, ocop_record_get_text (self->session->council, "name"));
  gtk_label_set_label (self->name, ocop_record_get_text (self->session->record, "name"));
  gtk_label_set_label (self->facts, facts);
  gtk_button_set_label (self->state, name_next_state (self->session));
  gtk_widget_set_visible (self->draft, ocop_session_is_closed (self->session));
  gtk_widget_set_sensitive (self->add, !ocop_session_is_closed (self->session));
  gtk_widget_set_visible (self->all_present, !ocop_session_is_written (self->session));
  gtk_widget_set_sensitive (self->all_present, !ocop_session_is_closed (self->session) && self->session->members->len > 0);
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       data)
{
  DeskSessionView *self = data;
  guint place = (guint) gtk_list_box_row_get_index (row);

  return self->session == NULL || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->second_pass))
         || place >= self->session->products->len
         || ocop_session_product_needs_second_pass (ocop_session_get_product (self->session, place));
}

static const OcopCriteriaSet *
set_of (DeskSessionView *self,
        GtkListBoxRow   *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);
  const OcopSessionProduct *product = place < self->session->products->len ? ocop_session_get_product (self->session, place) : NULL;

  return product != NULL ? ocop_law_find_set (product->law, product->scoring.criteria->code) : NULL;
}

/* The sectors stand above their products. */
static void
show_sector (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  DeskSessionView *self = data;
  const OcopCriteriaSet *set = self->session != NULL ? set_of (self, row) : NULL;
  const OcopCriteriaSet *former = set != NULL && before != NULL ? set_of (self, before) : NULL;
  GtkWidget *label;

  if (set == NULL || (former != NULL && g_str_equal (former->sector, set->sector)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (set->sector_title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "desk-list-section");
  gtk_list_box_row_set_header (row, label);
}

static void
begin (DeskSessionView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->agenda);

  self->begins = FALSE;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}

static void
show_session (DeskSessionView *self)
{
  guint n_products = self->session->products->len;

  show_head (self);
  show_quorum (self);
  show_second_pass (self);
  fit_rows (self->agenda, n_products);
  fit_rows (self->members, self->session->members->len);
  for (guint i = 0; i < n_products; i++)
    desk_session_row_show_product (gtk_list_box_get_row_at_index (self->agenda, (int) i), self->session, i);
  for (guint i = 0; i < self->session->members->len; i++)
    desk_session_row_show_member (gtk_list_box_get_row_at_index (self->members, (int) i), self->session, i);
  gtk_list_box_invalidate_filter (self->agenda);
  gtk_list_box_invalidate_headers (self->agenda);
  if (n_products > 0 && gtk_list_box_get_selected_row (self->agenda) == NULL)
    gtk_list_box_select_row (self->agenda, gtk_list_box_get_row_at_index (self->agenda, 0));
  if (self->begins)
    begin (self);
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

void
desk_session_view_begin (DeskSessionView *self)
{
  self->begins = TRUE;
}

/* What is done */

static OcopChange *
attend (OcopReader             *reader,
        const DeskCouncilTask  *task,
        GError                **error)
{
  return ocop_session_attend (reader, task->id, task->member, task->number != 0, error);
}

static void
on_product_activated (DeskSessionView *self,
                      GtkListBoxRow   *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);

  g_signal_emit (self, signals[CHOSEN], 0, ocop_record_get_id (ocop_session_get_product (self->session, place)->record));
}

static void
on_member_activated (DeskSessionView *self,
                     GtkListBoxRow   *row)
{
  const OcopSessionMember *member = ocop_session_get_member (self->session, (guint) gtk_list_box_row_get_index (row));

  desk_council_task_run (GTK_WIDGET (self), self->reg, &(DeskCouncilTask) { .make = attend, .id = get_id (self), .member = member->id,
                                                                            .number = !member->present });
}

static void
on_state_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_session_state_dialog_present (GTK_WIDGET (self), self->reg, self->session,
                                       ocop_session_is_open (self->session) ? "closed" : "open");
}

void
desk_session_view_add_dossiers (DeskSessionView *self)
{
  if (self->session != NULL && !ocop_session_is_closed (self->session))
    desk_agenda_dialog_present (GTK_WIDGET (self), self->reg, self->session);
}

static void
on_all_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_council_task_run (GTK_WIDGET (self), self->reg, &(DeskCouncilTask) { .make = attend, .id = get_id (self), .number = TRUE });
}

static void
on_loaded (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DeskSessionView) self = data;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (loaded != NULL && self->outer != NULL)
    desk_record_dialog_present (GTK_WIDGET (self), self->reg, loaded->record, loaded->labels, "state");
}

static void
on_edit_clicked (DeskSessionView *self)
{
  if (self->session != NULL)
    desk_loaded_read_async (self->reg, ocop_kind_find ("session"), get_id (self), 0, NULL, on_loaded, g_object_ref (self));
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

static GtkWidget *
add_text (GtkWidget  *box,
          const char *style,
          gboolean    expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "hexpand", expand, "ellipsize", expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (DeskSessionView *self,
            GtkWidget       *box,
            const char      *label,
            GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* @head: (out): where the buttons of the card stand */
static GtkListBox *
add_list (GtkWidget   *box,
          const char  *title,
          const char  *empty,
          int          width,
          GtkWidget  **head)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *placeholder = gtk_label_new (empty);

  *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (*head, "desk-card-head");
  gtk_label_set_label (GTK_LABEL (add_text (*head, "desk-heading", TRUE)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set (placeholder, "wrap", TRUE, "margin-top", 24, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  gtk_widget_add_css_class (placeholder, "desk-dim");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), placeholder);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", list, NULL);
  gtk_box_append (GTK_BOX (card), *head);
  gtk_box_append (GTK_BOX (card), scrolled);
  gtk_widget_set_hexpand (card, width < 0);
  gtk_widget_set_size_request (card, width, -1);
  gtk_box_append (GTK_BOX (box), card);
  return GTK_LIST_BOX (list);
}

static void
build_head (DeskSessionView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (head, "desk-filter-row");
  self->name = GTK_LABEL (add_text (words, "desk-title", TRUE));
  self->facts = GTK_LABEL (add_text (words, "desk-subtitle", TRUE));
  gtk_box_append (GTK_BOX (head), words);
  add_button (self, head, _("_Edit…"), G_CALLBACK (on_edit_clicked));
  add_button (self, head, _("Pa_pers…"), G_CALLBACK (on_papers_clicked));
  self->ballots = DESK_BALLOTS_BUTTON (desk_ballots_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->ballots), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->ballots));
  self->draft = add_button (self, head, _("_Draft Decisions"), G_CALLBACK (on_draft_clicked));
  self->state = GTK_BUTTON (add_button (self, head, _("Open the _Session…"), G_CALLBACK (on_state_clicked)));
  gtk_box_append (GTK_BOX (self->outer), head);
}

static void
build_agenda (DeskSessionView *self,
              GtkWidget       *box)
{
  GtkWidget *head;

  self->agenda = add_list (box, _("Agenda"), _("Nothing is on the agenda yet. Add the dossiers that wait for the council (Ctrl+N)."), -1, &head);
  self->second_pass = gtk_toggle_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->second_pass), TRUE);
  gtk_widget_set_tooltip_text (self->second_pass, _("Only what the council has to look at once more"));
  gtk_widget_add_css_class (self->second_pass, "desk-card-button");
  gtk_box_append (GTK_BOX (head), self->second_pass);
  self->add = add_button (self, head, _("Add _Dossiers…"), G_CALLBACK (desk_session_view_add_dossiers));
  gtk_widget_add_css_class (self->add, "desk-card-button");
  gtk_widget_set_tooltip_text (self->add, "Ctrl+N");
  gtk_list_box_set_filter_func (self->agenda, is_shown, self, NULL);
  gtk_list_box_set_header_func (self->agenda, show_sector, self, NULL);
  g_signal_connect_object (self->second_pass, "toggled", G_CALLBACK (gtk_list_box_invalidate_filter), self->agenda, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "row-activated", G_CALLBACK (on_product_activated), self, G_CONNECT_SWAPPED);
}

static void
build_members (DeskSessionView *self,
               GtkWidget       *box)
{
  GtkWidget *head;

  self->members = add_list (box, _("Members"), _("The council has no members yet."), 440, &head);
  self->quorum = add_text (head, "desk-pill", FALSE);
  gtk_widget_set_valign (self->quorum, GTK_ALIGN_CENTER);
  self->all_present = add_button (self, head, _("All Pr_esent"), G_CALLBACK (on_all_clicked));
  gtk_widget_add_css_class (self->all_present, "desk-card-button");
  gtk_list_box_set_selection_mode (self->members, GTK_SELECTION_NONE);
  g_signal_connect_object (self->members, "row-activated", G_CALLBACK (on_member_activated), self, G_CONNECT_SWAPPED);
}

static void
build (DeskSessionView *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_head (self);
  g_object_set (both, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 12, NULL);
  build_agenda (self, both);
  build_members (self, both);
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
