/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-page.h"

#include <glib/gi18n.h>

#include "council/desk-council-change.h"
#include "council/desk-councils-view.h"
#include "council/desk-product-dialogs.h"
#include "council/desk-session-list.h"
#include "council/desk-session-view.h"
#include "desk-accessible-name.h"
#include "desk-window.h"
#include "dossier/desk-dossier-papers.h"
#include "score/desk-score-view.h"

struct _DeskCouncilPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *back_box;
  GtkWidget *product_menu;
  GtkWidget *scoring_box;
  DeskSessionList *list;
  DeskCouncilsView *councils_view;
  DeskSessionView *session_view;
  DeskScoreView *score_view;

  /* Owned references */
  char *session;
  char *product;

  GtkWidget *former;     /* (nullable): what had the focus before the menu */

  gboolean goes_on;      /* to the next product, once this one is saved */
};

G_DEFINE_FINAL_TYPE (DeskCouncilPage, desk_council_page, DESK_TYPE_PAGE)

static gboolean
shows (DeskCouncilPage *self,
       const char      *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static void
update (DeskCouncilPage *self)
{
  static const char * const going[] = { "council.next", "council.previous" };
  static const char * const saving[] = { "council.save", "council.save-next" };
  static const char * const of_product[] = { "council.recuse", "council.reject", "council.choose-five", "council.score-again",
                                             "council.compare", "council.move-set", "council.remove", "council.menu" };
  gboolean product = shows (self, "product");
  gboolean session = shows (self, "session");
  gboolean may_save = product && !desk_score_view_is_closed (self->score_view);

  gtk_widget_set_visible (self->back_box, !shows (self, "list"));
  gtk_widget_set_visible (self->product_menu, product || session);
  gtk_widget_set_visible (self->scoring_box, product);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.back", !shows (self, "list"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.add", session || shows (self, "list"));
  for (guint i = 0; i < G_N_ELEMENTS (going); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), going[i], product);
  for (guint i = 0; i < G_N_ELEMENTS (saving); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), saving[i], may_save);
  for (guint i = 0; i < G_N_ELEMENTS (of_product); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_product[i], product || session);
}

static void
show (DeskCouncilPage *self,
      const char      *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  update (self);
}

static void
open_session (DeskCouncilPage *self,
              const char      *id)
{
  if (id != self->session)
    {
      g_free (self->session);
      self->session = g_strdup (id);
    }
  desk_session_view_begin (self->session_view);
  desk_session_view_open (self->session_view, desk_page_get_register (DESK_PAGE (self)), self->session);
  show (self, "session");
}

static void
open_product (DeskCouncilPage *self,
              const char      *id)
{
  char *copy = g_strdup (id);

  g_free (self->product);
  self->product = copy;
  desk_score_view_open (self->score_view, desk_page_get_register (DESK_PAGE (self)), copy);
  show (self, "product");
}

static void
on_session_chosen (DeskCouncilPage *self,
                   const char      *id)
{
  open_session (self, id);
}

static void
on_product_chosen (DeskCouncilPage *self,
                   const char      *id)
{
  open_product (self, id);
}

/* The sheet of one member: its product, its member, and the session of both; (nullable): none is there any more. */
static gpointer
read_sheet (OcopReader    *reader,
            gpointer       query,
            GCancellable  *cancellable,
            GError       **error)
{
  static const char * const columns[] = { "session_product.session", "session_product", "member", NULL };

  return ocop_reader_rows (reader, query, columns, 0, 1, error);
}

static void
on_sheet_read (GObject      *reg,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(DeskCouncilPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window == NULL || desk_page_get_register (DESK_PAGE (self)) != OCOP_REGISTER (reg))
    return;
  if (rows == NULL)
    desk_window_show_error (window, error);
  if (rows == NULL || ocop_rows_get_n_rows (rows) == 0)
    return;
  open_session (self, ocop_rows_get_text (rows, 0, 0));
  desk_score_view_choose (self->score_view, ocop_rows_get_text (rows, 0, 2));
  open_product (self, ocop_rows_get_text (rows, 0, 1));
}

/* Of score sheets: there is no list of them but that of a product. */
static void
desk_council_page_show_query (DeskPage        *page,
                              const OcopQuery *query)
{
  ocop_register_read_async (desk_page_get_register (page), OCOP_LANE_WINDOW, read_sheet, ocop_query_copy (query),
                            (GDestroyNotify) ocop_query_free, (GDestroyNotify) ocop_rows_unref, NULL, on_sheet_read, g_object_ref (page));
}

/* Going on. What is typed and not saved stays as a draft, and is there again. */

/* Whether there is a product to go to. */
static gboolean
go (DeskCouncilPage *self,
    int              direction)
{
  const OcopSession *session = desk_session_view_get_session (self->session_view);
  int place = session != NULL ? ocop_session_find_product (session, self->product) : -1;
  int next = place + direction;

  if (place < 0 || next < 0 || next >= (int) session->products->len)
    return FALSE;
  open_product (self, ocop_record_get_id (ocop_session_get_product (session, (guint) next)->record));
  return TRUE;
}

static void
on_saved (DeskCouncilPage *self)
{
  gboolean goes_on = self->goes_on;

  self->goes_on = FALSE;
  if (goes_on && !go (self, 1))
    desk_score_view_stay (self->score_view);
}

/* What is done to a product: the one that is shown, or the one that is selected in the agenda. */

static const OcopSessionProduct *
get_product (DeskCouncilPage *self)
{
  const OcopSession *session = desk_session_view_get_session (self->session_view);
  int place = session != NULL && shows (self, "product") ? ocop_session_find_product (session, self->product) : -1;

  if (place >= 0)
    return ocop_session_get_product (session, (guint) place);
  return shows (self, "session") ? desk_session_view_get_selected (self->session_view) : NULL;
}

static OcopChange *
take_off (OcopReader             *reader,
          const DeskCouncilTask  *task,
          GError                **error)
{
  return ocop_session_remove (reader, task->id, error);
}

/* What would be refused is not asked for: only looking is left in a closed session. */
static gboolean
is_closed_for (DeskCouncilPage *self,
               const char      *name)
{
  const OcopSession *session = desk_session_view_get_session (self->session_view);

  return !g_str_equal (name, "council.compare") && session != NULL && ocop_session_is_closed (session);
}

static void
product_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));
  const OcopSessionProduct *product = get_product (self);

  if (product == NULL)
    return;
  if (is_closed_for (self, name))
    desk_window_say (desk_window_of (widget), _("The session is closed: open it again first."));
  else if (g_str_equal (name, "council.recuse"))
    desk_recusal_dialog_present (widget, reg, desk_session_view_get_session (self->session_view), product);
  else if (g_str_equal (name, "council.reject"))
    desk_rejection_dialog_present (widget, reg, product);
  else if (g_str_equal (name, "council.choose-five"))
    desk_five_dialog_present (widget, reg, product);
  else if (g_str_equal (name, "council.score-again"))
    desk_again_dialog_present (widget, reg, product);
  else if (g_str_equal (name, "council.compare"))
    desk_dossier_papers_show (desk_window_of (widget), "score-comparison", ocop_record_get_id (product->dossier));
  else if (g_str_equal (name, "council.move-set"))
    desk_set_dialog_present (widget, reg, product);
  else
    desk_council_task_run (widget, reg, &(DeskCouncilTask) { .make = take_off, .id = ocop_record_get_id (product->record) });
}

/* By the key, or before a click gives the focus to the button. */
static void
remember_focus (DeskCouncilPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->product_menu))
    g_set_weak_pointer (&self->former, focus);
}

static void
menu_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  remember_focus (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->product_menu));
}

static gboolean
go_back (gpointer data)
{
  DeskCouncilPage *self = data;

  if (self->former != NULL)
    gtk_widget_grab_focus (self->former);
  g_clear_weak_pointer (&self->former);
  return G_SOURCE_REMOVE;
}

/* The agenda or the grid goes on where it was, also after the dialog that the menu opened: once the menu has
 * given the focus to its button. */
static void
on_menu_closed (DeskCouncilPage *self)
{
  if (self->former != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_back, g_object_ref (self), g_object_unref);
}

static void
add_activated (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  if (shows (self, "list"))
    desk_session_list_new_session (self->list);
  else
    desk_session_view_add_dossiers (self->session_view);
}

static void
councils_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  desk_councils_view_refresh (self->councils_view, desk_page_get_register (DESK_PAGE (self)));
  show (self, "councils");
  gtk_widget_child_focus (GTK_WIDGET (self->councils_view), GTK_DIR_TAB_FORWARD);
}

static void
back_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  if (shows (self, "product"))
    {
      desk_score_view_open (self->score_view, desk_page_get_register (DESK_PAGE (self)), NULL);
      open_session (self, self->session);
    }
  else
    {
      show (self, "list");
      desk_session_list_refresh (self->list, desk_page_get_register (DESK_PAGE (self)));
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
}

static void
save_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  self->goes_on = g_str_equal (name, "council.save-next");
  desk_score_view_save (self->score_view, self->goes_on);
}

static void
go_activated (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  go (DESK_COUNCIL_PAGE (widget), g_str_equal (name, "council.next") ? 1 : -1);
}

/* The page */

static void
desk_council_page_register_changed (DeskPage *page)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (page);

  desk_score_view_open (self->score_view, desk_page_get_register (page), NULL);
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->product, g_free);
  show (self, "list");
}

static void
desk_council_page_refresh (DeskPage *page)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (page);
  OcopRegister *reg = desk_page_get_register (page);

  desk_session_list_refresh (self->list, reg);
  if (shows (self, "councils"))
    desk_councils_view_refresh (self->councils_view, reg);
  if (self->session != NULL)
    desk_session_view_open (self->session_view, reg, self->session);
  if (shows (self, "product"))
    desk_score_view_refresh (self->score_view);
}

/* On the sessions; what else is shown begins with its first part. */
static gboolean
desk_council_page_grab_focus (GtkWidget *widget)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (widget);

  return shows (self, "list") && gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
desk_council_page_can_close (DeskPage *page)
{
  return !desk_score_view_is_changed (DESK_COUNCIL_PAGE (page)->score_view);
}

static void
desk_council_page_finalize (GObject *object)
{
  DeskCouncilPage *self = DESK_COUNCIL_PAGE (object);

  g_clear_weak_pointer (&self->former);
  g_free (self->session);
  g_free (self->product);
  G_OBJECT_CLASS (desk_council_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char * const of_product[] = { "council.recuse", "council.reject", "council.choose-five", "council.score-again",
                                             "council.compare", "council.move-set", "council.remove" };

  gtk_widget_class_install_action (widget_class, "council.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "council.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "council.save-next", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "council.next", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "council.previous", NULL, go_activated);
  for (guint i = 0; i < G_N_ELEMENTS (of_product); i++)
    gtk_widget_class_install_action (widget_class, of_product[i], NULL, product_activated);
  gtk_widget_class_install_action (widget_class, "council.menu", NULL, menu_activated);
  gtk_widget_class_install_action (widget_class, "council.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "council.councils", NULL, councils_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "council.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "council.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "council.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "council.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "council.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "council.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "council.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "council.previous", NULL);
}

static void
desk_council_page_class_init (DeskCouncilPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_council_page_finalize;
  DESK_PAGE_CLASS (klass)->register_changed = desk_council_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_council_page_refresh;
  DESK_PAGE_CLASS (klass)->show_query = desk_council_page_show_query;
  DESK_PAGE_CLASS (klass)->can_close = desk_council_page_can_close;
  widget_class->grab_focus = desk_council_page_grab_focus;

  g_type_ensure (DESK_TYPE_COUNCILS_VIEW);
  g_type_ensure (DESK_TYPE_SESSION_LIST);
  g_type_ensure (DESK_TYPE_SESSION_VIEW);
  g_type_ensure (DESK_TYPE_SCORE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/council/desk-council-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, back_box);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, product_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, scoring_box);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, councils_view);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, session_view);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilPage, score_view);
  gtk_widget_class_bind_template_callback (widget_class, on_session_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_product_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, update);
  install_actions (widget_class);
}

static void
desk_council_page_init (DeskCouncilPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (remember_focus), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->product_menu, GTK_EVENT_CONTROLLER (click));
  desk_accessible_name_button (self->product_menu, NULL);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->product_menu)), "closed", G_CALLBACK (on_menu_closed),
                           self, G_CONNECT_SWAPPED);
  update (self);
}
