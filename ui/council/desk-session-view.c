/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-view.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballots-button.h"
#include "council/desk-council-change.h"
#include "council/desk-council-rows.h"
#include "council/desk-session-dialogs.h"
#include "council/desk-session-rows.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "list/desk-wrap-layout.h"
#include "papers/desk-papers-dialog.h"

struct _DeskSessionView
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *facts_label;
  DeskBallotsButton *ballots_button;
  GtkWidget *draft_button;
  GtkButton *state_button;
  GtkToggleButton *second_pass_button;
  GtkWidget *add_button;
  GtkListBox *agenda_list;
  GtkLabel *quorum_label;
  GtkWidget *all_present_button;
  GtkListBox *members_list;

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

G_DEFINE_FINAL_TYPE (DeskSessionView, desk_session_view, GTK_TYPE_BOX)

const OcopSession *
desk_session_view_get_session (DeskSessionView *self)
{
  return self->session;
}

const OcopSessionProduct *
desk_session_view_get_selected (DeskSessionView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->agenda_list);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return self->session != NULL && place < self->session->products->len ? ocop_session_get_product (self->session, place) : NULL;
}

static const char *
get_id (DeskSessionView *self)
{
  return ocop_record_get_id (self->session->record);
}

/* What is shown */

static void
show_quorum (DeskSessionView *self)
{
  gboolean enough = ocop_session_has_quorum (self->session);
  gboolean written = ocop_session_is_written (self->session);
  g_autofree char *text = g_strdup_printf (written ? enough ? _("%u/%u: enough answers") : _("%u/%u: too few answers")
                                                   : enough ? _("%u/%u: quorum") : _("%u/%u: no quorum"),
                                           ocop_session_n_present (self->session), self->session->members->len);
  g_autofree char *rule = g_strdup_printf (_("At least %u percent of the members, with the chair"), self->session->rules.quorum_percent);

  gtk_label_set_label (self->quorum_label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->quorum_label), (const char *[]) { "desk-pill", enough ? "good" : "warn", NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quorum_label), rule);
}

static void
show_second_pass (DeskSessionView *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < self->session->products->len; i++)
    n += ocop_session_product_needs_second_pass (ocop_session_get_product (self->session, i));
  label = g_strdup_printf (_("Second _Pass (%u)"), n);
  gtk_button_set_label (GTK_BUTTON (self->second_pass_button), label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->second_pass_button), n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (self->second_pass_button, FALSE);
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

/* Whether there is somebody to whom “all are present” would apply. */
static gboolean
is_any_unnoted (const OcopSession *session)
{
  for (guint i = 0; i < session->members->len; i++)
    if (ocop_session_get_member (session, i)->attendance == NULL)
      return TRUE;
  return FALSE;
}

static void
show_head (DeskSessionView *self)
{
  g_autofree char *state = describe_state (self->session);
  guint n, n_complete;
  g_autofree char *facts = NULL;

  count_sheets (self->session, &n, &n_complete);
  facts = g_strdup_printf (_("%s · %u of %u sheets · %s"), state, n_complete, n, ocop_record_get_text (self->session->council, "name"));
  gtk_label_set_label (self->name_label, ocop_record_get_text (self->session->record, "name"));
  gtk_label_set_label (self->facts_label, facts);
  gtk_button_set_label (self->state_button, name_next_state (self->session));
  gtk_widget_set_visible (self->draft_button, ocop_session_is_closed (self->session));
  gtk_widget_set_sensitive (self->add_button, !ocop_session_is_closed (self->session));
  gtk_widget_set_visible (self->all_present_button, !ocop_session_is_written (self->session));
  gtk_widget_set_sensitive (self->all_present_button, !ocop_session_is_closed (self->session) && is_any_unnoted (self->session));
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       data)
{
  DeskSessionView *self = data;
  guint place = (guint) gtk_list_box_row_get_index (row);

  return self->session == NULL || !gtk_toggle_button_get_active (self->second_pass_button)
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
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->agenda_list);

  self->begins = FALSE;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
show_session (DeskSessionView *self)
{
  guint n_products = self->session->products->len;

  show_head (self);
  show_quorum (self);
  show_second_pass (self);
  desk_council_rows_fit (self->agenda_list, n_products);
  desk_council_rows_fit (self->members_list, self->session->members->len);
  for (guint i = 0; i < n_products; i++)
    desk_session_row_show_product (gtk_list_box_get_row_at_index (self->agenda_list, (int) i), self->session, i);
  for (guint i = 0; i < self->session->members->len; i++)
    desk_session_row_show_member (gtk_list_box_get_row_at_index (self->members_list, (int) i), self->session, i);
  gtk_list_box_invalidate_filter (self->agenda_list);
  gtk_list_box_invalidate_headers (self->agenda_list);
  if (n_products > 0 && gtk_list_box_get_selected_row (self->agenda_list) == NULL)
    gtk_list_box_select_row (self->agenda_list, gtk_list_box_get_row_at_index (self->agenda_list, 0));
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

  if (session == NULL)
    {
      if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_window_show_error (window, error);
      return;
    }
  g_clear_pointer (&self->session, ocop_session_free);
  self->session = session;
  desk_ballots_button_show (self->ballots_button, self->reg, get_id (self));
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
on_second_pass_toggled (DeskSessionView *self)
{
  gtk_list_box_invalidate_filter (self->agenda_list);
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

  if (loaded != NULL && desk_window_of (GTK_WIDGET (self)) != NULL)
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

/* The view */

static void
desk_session_view_dispose (GObject *object)
{
  DeskSessionView *self = DESK_SESSION_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->session, ocop_session_free);
  G_OBJECT_CLASS (desk_session_view_parent_class)->dispose (object);
}

static void
desk_session_view_class_init (DeskSessionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_session_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DESK_TYPE_BALLOTS_BUTTON);
  g_type_ensure (DESK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/council/desk-session-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, name_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, ballots_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, draft_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, state_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, second_pass_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, add_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, agenda_list);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, quorum_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, all_present_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSessionView, members_list);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_papers_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_draft_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_state_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_second_pass_toggled);
  gtk_widget_class_bind_template_callback (widget_class, desk_session_view_add_dossiers);
  gtk_widget_class_bind_template_callback (widget_class, on_product_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_member_activated);
}

static void
desk_session_view_init (DeskSessionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->agenda_list, is_shown, self, NULL);
  gtk_list_box_set_header_func (self->agenda_list, show_sector, self, NULL);
}
