/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "charts/desk-charts-page.h"
#include "decision/desk-decision-page.h"
#include "desk-accessible-name.h"
#include "desk-backup.h"
#include "desk-pages.h"
#include "desk-settings.h"
#include "desk-start-page.h"
#include "list/desk-list-page.h"
#include "overview/desk-last-visit.h"
#include "plan/desk-plan-page.h"
#include "print/desk-reports.h"
#include "work/desk-work-page.h"

/* Widths, in pixels. */
#define SMALL_SCREEN 1500
#define MOST_FIRST_WIDTH 1700

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, GTK_TYPE_APPLICATION_WINDOW)

DeskPage *
desk_window_get_page (DeskWindow *self)
{
  GtkWidget *child = self->reg != NULL ? gtk_stack_get_visible_child (self->page_stack) : NULL;

  return child != NULL ? DESK_PAGE (child) : NULL;
}

void
desk_window_focus_page (DeskPage *page)
{
  if (!gtk_widget_grab_focus (GTK_WIDGET (page)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

DeskWindow *
desk_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && DESK_IS_WINDOW (root) ? DESK_WINDOW (root) : NULL;
}

OcopRegister *
desk_window_get_register (DeskWindow *self)
{
  return self->reg;
}

const char *
desk_window_get_path (DeskWindow *self)
{
  if (self->busy)
    return self->opening_path;
  return self->reg != NULL ? ocop_register_get_path (self->reg) : NULL;
}

/* Shows the list of @kind: a page of its own, or behind a tab of one; score sheets stand with their sessions. */
static DeskPage *
turn_to (DeskWindow     *self,
         const OcopKind *kind)
{
  gboolean is_sheet = g_str_equal (kind->name, "sheet");
  GtkWidget *own = gtk_stack_get_child_by_name (self->page_stack, is_sheet ? "council" : kind->plural);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      DeskListPage *list = DESK_IS_WORK_PAGE (page) ? desk_work_page_turn_to (DESK_WORK_PAGE (page), kind) : NULL;

      if (list == NULL)
        continue;
      gtk_stack_set_visible_child (self->page_stack, page);
      return DESK_PAGE (list);
    }
  g_return_val_if_fail (own != NULL, NULL);
  gtk_stack_set_visible_child (self->page_stack, own);
  return DESK_PAGE (own);
}

void
desk_window_show_query (DeskWindow      *self,
                        const OcopQuery *query)
{
  DeskPage *page = turn_to (self, ocop_query_get_kind (query));

  if (page != NULL)
    desk_page_show_query (page, query);
}

void
desk_window_show_record (DeskWindow *self,
                         const char *kind,
                         const char *id)
{
  DeskPage *page = turn_to (self, ocop_kind_find (kind));

  if (page != NULL && DESK_IS_DECISION_PAGE (page))
    desk_decision_page_show_record (DESK_DECISION_PAGE (page), id);
  else if (page != NULL)
    desk_list_page_show_record (DESK_LIST_PAGE (page), id);
}

void
desk_window_show_target (DeskWindow *self,
                         const char *plan,
                         const char *target)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, "plan");

  gtk_stack_set_visible_child (self->page_stack, page);
  desk_plan_page_show_target (DESK_PLAN_PAGE (page), plan, target);
  desk_window_focus_page (DESK_PAGE (page));
}

void
desk_window_show_charts (DeskWindow      *self,
                         const OcopQuery *query)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, "charts");

  gtk_stack_set_visible_child (self->page_stack, page);
  desk_charts_page_set_base (DESK_CHARTS_PAGE (page), query);
}

/* Tab passes the list by its chosen row alone: within it the arrow keys choose, and a page that was
 * only passed would be shown. */
static void
keep_focus_on (DeskWindow *self,
               GtkWidget  *chosen)
{
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self->sidebar_list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_widget_set_focusable (chosen, TRUE);
  if (focused)
    gtk_widget_grab_focus (chosen);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sidebar_list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_focusable (row, row == chosen);
}

static void
on_row_selected (DeskWindow    *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  keep_focus_on (self, GTK_WIDGET (row));
  gtk_stack_set_visible_child_name (self->page_stack, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The keys of the page are heard in the list too: whoever has just clicked on the page's name means the page. */
static gboolean
on_sidebar_key (DeskWindow            *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *keys)
{
  DeskPage *page = desk_window_get_page (self);

  return page != NULL && (modifiers & GDK_CONTROL_MASK) != 0 && gtk_event_controller_key_forward (keys, GTK_WIDGET (page));
}

static void
on_page_chosen (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);
  const char *name = gtk_stack_get_visible_child_name (self->page_stack);

  if (page == NULL || name == NULL)
    return;
  self->searched_from = NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sidebar_list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (gtk_widget_get_name (row), name))
      gtk_list_box_select_row (self->sidebar_list, GTK_LIST_BOX_ROW (row));
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), !desk_page_has_own_search (page));
  desk_window_show_search_text (self, page);
  g_settings_set_string (desk_settings_get (), "page", name);
}

static void
on_day_changed (DeskWindow *self)
{
  OcopDate on = desk_day_button_get_day (self->day_button);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    desk_page_set_on (DESK_PAGE (page), on);
}

void
desk_window_show_query_on_its_day (DeskWindow      *self,
                                   const OcopQuery *query)
{
  OcopDate day = ocop_query_get_on (query);
  g_autofree char *shown = ocop_date_to_people (day);
  g_autofree char *text = g_strdup_printf (_("Everything is now shown as of %s"), shown);

  desk_window_show_query (self, query);
  if (ocop_date_compare (desk_day_button_get_day (self->day_button), day) == 0)
    return;
  desk_day_button_set_day (self->day_button, day);
  on_day_changed (self);
  desk_window_say (self, text);
}

static void
on_register_changed (OcopRegister *reg,
                     DeskWindow   *self)
{
  desk_window_update_actions (self);
  desk_window_read_facts (self);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    desk_page_refresh (DESK_PAGE (page));
}

static void
on_presence_changed (OcopRegister *reg,
                     DeskWindow   *self)
{
  gtk_widget_set_visible (self->vanished_bar, ocop_register_has_vanished (reg));
}

static void
give_up_register (DeskWindow          *self,
                  GAsyncReadyCallback  closed,
                  gpointer             data)
{
  if (self->reg == NULL)
    return;
  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  g_clear_signal_handler (&self->changed_handler, self->reg);
  g_clear_signal_handler (&self->presence_handler, self->reg);
  gtk_widget_set_visible (self->vanished_bar, FALSE);
  desk_last_visit_note (self->reg);
  desk_backup_close_async (self->reg, closed, data);
  g_clear_object (&self->reg);
}

static void
show_remembered_page (DeskWindow *self)
{
  g_autofree char *name = g_settings_get_string (desk_settings_get (), "page");
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, name);

  if (page != NULL)
    gtk_stack_set_visible_child (self->page_stack, page);
  on_page_chosen (self);
}

static void
take_register (DeskWindow   *self,
               OcopRegister *reg)
{
  self->reg = g_object_ref (reg);
  self->facts_cancellable = g_cancellable_new ();
  self->changed_handler = g_signal_connect (reg, "changed", G_CALLBACK (on_register_changed), self);
  self->presence_handler = g_signal_connect (reg, "presence-changed", G_CALLBACK (on_presence_changed), self);
  desk_settings_add_recent (ocop_register_get_path (reg));
}

/* What there is to see of @reg: the one that was taken, or none. */
static void
show_register (DeskWindow   *self,
               OcopRegister *reg)
{
  self->person_asked = FALSE;
  gtk_stack_set_visible_child_name (self->content_stack, reg != NULL ? "pages" : "start");
  gtk_widget_set_visible (self->start_tools, reg != NULL);
  gtk_widget_set_visible (self->end_tools, reg != NULL);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    desk_page_set_register (DESK_PAGE (page), reg);
  if (reg != NULL)
    show_remembered_page (self);
  desk_window_update_actions (self);
  desk_window_read_facts (self);
}

void
desk_window_set_register (DeskWindow   *self,
                          OcopRegister *reg)
{
  give_up_register (self, NULL, NULL);
  if (reg != NULL)
    take_register (self, reg);
  show_register (self, reg);
}

void
desk_window_close_register (DeskWindow          *self,
                            GAsyncReadyCallback  closed,
                            gpointer             data)
{
  give_up_register (self, closed, data);
  show_register (self, NULL);
}

static gboolean
has_unsaved (DeskWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    if (!desk_page_can_close (DESK_PAGE (page)))
      return TRUE;
  return FALSE;
}

static void
on_unsaved_answer (GtkDialog *dialog,
                   int        response,
                   gpointer   then)
{
  DeskWindow *self = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  /* The dialog may outlive the window, which is looked for when it goes. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    ((void (*) (DeskWindow *)) then) (self);
}

void
desk_window_if_saved (DeskWindow *self,
                      void      (*then) (DeskWindow *))
{
  GtkWidget *dialog;

  if (!has_unsaved (self))
    {
      then (self);
      return;
    }
  dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
                                   GTK_BUTTONS_NONE, _("A record has changes that are not saved."));
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), _("They are kept as a draft and offered when the record is opened again."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _("Go Back and Save"), GTK_RESPONSE_CANCEL, _("Close without Saving"), GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect (dialog, "response", G_CALLBACK (on_unsaved_answer), then);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember_size (DeskWindow *self)
{
  GSettings *settings = desk_settings_get ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "window-width", MAX (width, 960));
  g_settings_set_int (settings, "window-height", MAX (height, 600));
}

static void
close_for_good (DeskWindow *self)
{
  remember_size (self);
  give_up_register (self, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
desk_window_close_request (GtkWindow *window)
{
  desk_window_if_saved (DESK_WINDOW (window), close_for_good);
  return TRUE;
}

/* As wide as it is in bold, which the current one is: the sidebar keeps its width. */
static GtkWidget *
new_sidebar_label (DeskWindow *self,
                   const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->sidebar_list), NULL);
  g_autofree char *bold = g_markup_printf_escaped ("<b>%s</b>", title);
  int width;

  pango_layout_set_markup (layout, bold, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_set_size_request (label, width, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_sidebar_row (DeskWindow *self,
                 DeskPage   *page,
                 const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (desk_page_get_icon_name (page)));
  gtk_box_append (GTK_BOX (box), new_sidebar_label (self, desk_page_get_title (page)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, desk_page_get_title (page), -1);
  return row;
}

static void
add_pages (DeskWindow *self)
{
  for (const GType *type = desk_pages_get_types (); *type != G_TYPE_INVALID; type++)
    {
      DeskPage *page = g_object_new (*type, NULL);
      const char *name = gtk_widget_get_name (GTK_WIDGET (page));

      gtk_stack_add_named (self->page_stack, GTK_WIDGET (page), name);
      gtk_list_box_append (self->sidebar_list, new_sidebar_row (self, page, name));
      desk_window_watch_search_text (self, page);
    }
}

/* Until a person has chosen: all of a small screen, and of a larger one what leaves others their room. */
static void
take_first_size (DeskWindow *self)
{
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))), 0);
  GdkRectangle area;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &area);
  if (area.width <= SMALL_SCREEN)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (area.width * 5 / 6, MOST_FIRST_WIDTH), area.height * 5 / 6);
}

static void
desk_window_constructed (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);
  GSettings *settings = desk_settings_get ();
  g_autoptr(GMenuModel) reports = desk_reports_new_menu ();
  g_autoptr(GVariant) was_sized = g_settings_get_user_value (settings, "window-width");

  G_OBJECT_CLASS (desk_window_parent_class)->constructed (object);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (!was_sized)
    take_first_size (self);
  gtk_menu_button_set_menu_model (self->report_button, reports);
  add_pages (self);
  desk_window_set_register (self, NULL);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  g_clear_handle_id (&self->toast_source, g_source_remove);
  give_up_register (self, NULL, NULL);
  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_finalize (GObject *object)
{
  g_free (DESK_WINDOW (object)->opening_path);
  g_queue_clear (&DESK_WINDOW (object)->steps_ahead);
  G_OBJECT_CLASS (desk_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, start_tools);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, end_tools);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, day_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, report_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, practice_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, vanished_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_label);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_undo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_file_buttons);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_key);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_toast_revealed);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_say);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = desk_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = desk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_window_close_request;

  g_type_ensure (DESK_TYPE_DAY_BUTTON);
  g_type_ensure (DESK_TYPE_FILE_BUTTONS);
  g_type_ensure (DESK_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-window.ui");
  bind_template (widget_class);
  desk_window_class_install_actions (widget_class);
}

static void
desk_window_init (DeskWindow *self)
{
  g_autoptr(GPropertyAction) show_sidebar = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->menu_button), _("Menu"));
  desk_accessible_name_button (GTK_WIDGET (self->report_button), NULL);
  show_sidebar = g_property_action_new ("show-sidebar", self->sidebar_revealer, "reveal-child");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_sidebar));
  desk_window_watch_preedit (self);
  desk_window_add_search_keys (self);
  desk_window_take_drops (self);
}

DeskWindow *
desk_window_new (GtkApplication *application)
{
  return g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
}
