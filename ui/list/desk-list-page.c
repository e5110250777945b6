/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-page-private.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-window.h"
#include "list/desk-list-empty.h"
#include "list/desk-list-merge.h"
#include "list/desk-list-order.h"

typedef DeskListPageParts DeskListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskListPage, desk_list_page, DESK_TYPE_PAGE)

DeskListPageParts *
desk_list_page_get_parts (DeskListPage *self)
{
  return desk_list_page_get_instance_private (self);
}

/* Asking */

void
desk_list_page_ask (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  g_autoptr(OcopQuery) query = NULL;

  if (desk_page_get_register (DESK_PAGE (self)) == NULL)
    return;
  query = desk_filter_bar_dup_query (parts->filters);
  ocop_query_set_text (query, desk_page_get_search_text (DESK_PAGE (self)));
  ocop_query_set_on (query, desk_page_get_on (DESK_PAGE (self)));
  ocop_query_set_binned (query, parts->binned);
  desk_list_order_apply (desk_list_view_get_column_view (parts->view), query);
  gtk_label_set_label (parts->count_label, "…");
  desk_record_list_set_query (parts->records, query);
}

static gboolean
is_narrowed (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return desk_filter_bar_is_active (parts->filters) || *desk_page_get_search_text (DESK_PAGE (self)) != '\0';
}

static void
show_count (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  gint64 count = desk_record_list_get_count (parts->records);
  g_autofree char *text = count >= 0 ? desk_list_spec_format_count (parts->spec, count) : g_strdup ("…");
  const char *sought = desk_page_get_search_text (DESK_PAGE (self));
  guint n_selected = desk_list_view_get_n_selected (parts->view);
  g_autofree char *match = NULL;

  if (n_selected > 1)
    {
      g_autofree char *number = ocop_number_to_people (n_selected);

      /* Translators: a number of records */
      match = g_strdup_printf (_("%s selected"), number);
    }
  else if (*sought != '\0')
    match = g_strdup_printf (_("matching “%s”"), sought);
  gtk_label_set_label (parts->count_label, text);
  gtk_label_set_label (parts->match_label, match != NULL ? match : "");
}

static void
enter_found (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  parts->pending_first = FALSE;
  desk_list_view_enter (parts->view);
}

static GtkWidget *
make_instead (DeskListPage *self,
              const char   *name)
{
  const DeskListSpec *spec = desk_list_page_get_parts (self)->spec;

  if (g_str_equal (name, "bin"))
    return desk_list_empty_new (_("The bin is empty"), _("Records that are moved to the bin can be taken out again here."),
                                _("Back to the list"), "list.show-bin");
  if (g_str_equal (name, "nothing"))
    return desk_list_empty_new (_("Nothing meets these conditions"), _("Take a filter away, or search for other words."),
                                _("Show all"), "list.show-all");
  return desk_list_empty_new (_(spec->empty_title), _(spec->empty_text), _(spec->empty_button), spec->empty_action);
}

/* What stands in the list's place is made when it is first needed: a stack measures all that it holds. */
static void
show_instead (DeskListPage *self,
              const char   *name)
{
  GtkStack *stack = GTK_STACK (desk_list_page_get_parts (self)->stack);

  if (gtk_stack_get_child_by_name (stack, name) == NULL)
    gtk_stack_add_named (stack, make_instead (self, name), name);
  gtk_stack_set_visible_child_name (stack, name);
}

/* What is selected is found again with the first rows, and some of it only with the other keys. */
static void
on_keys_changed (DeskListPage *self)
{
  show_count (self);
  desk_list_page_update_actions (self);
}

static gpointer
count_all (OcopReader    *reader,
           gpointer       kind,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  gint64 count;

  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  count = ocop_reader_measure (reader, query, error);
  return count >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}

static void
on_all_counted (GObject      *reg,
                GAsyncResult *result,
                gpointer      page)
{
  g_autoptr(DeskListPage) self = page;
  g_autofree gint64 *count = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);
  gboolean current = desk_page_get_register (DESK_PAGE (self)) == OCOP_REGISTER (reg)
                     && desk_record_list_get_count (desk_list_page_get_parts (self)->records) == 0;

  if (current && count != NULL)
    show_instead (self, *count > 0 && is_narrowed (self) ? "nothing" : "empty");
}

/* Where there are no records at all, as after an undone import, no filter is to blame. */
static void
show_none (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));

  if (parts->binned)
    show_instead (self, is_narrowed (self) ? "nothing" : "bin");
  else if (reg != NULL && is_narrowed (self))
    ocop_register_read_async (reg, OCOP_LANE_WINDOW, count_all, (gpointer) parts->spec->kind, NULL, g_free,
                              NULL, on_all_counted, g_object_ref (self));
  else
    show_instead (self, "empty");
}

static void
on_loaded (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  if (desk_record_list_get_count (parts->records) > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (parts->stack), "list");
  else
    show_none (self);
  if (parts->pending_first)
    enter_found (self);
}

void
desk_list_page_say (DeskListPage *self,
                    const char   *text)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window != NULL)
    desk_window_say (window, text);
}

void
desk_list_page_show_error (DeskListPage *self,
                           const GError *error)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window != NULL)
    desk_window_show_error (window, error);
}

/* The record beside the list */

void
desk_list_page_set_form_shown (DeskListPage *self,
                               gboolean      shown)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  if (shown || parts->form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (desk_list_page_get_form (self)), shown);
  desk_list_view_set_beside (parts->view, shown);
  desk_list_page_update_actions (self);
}

static void
on_selection_changed (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  gint64 key = desk_list_view_get_selected_key (parts->view);

  show_count (self);
  desk_list_page_update_actions (self);
  if (key == 0)
    return;
  desk_record_form_show (desk_list_page_get_form (self), NULL, key);
  desk_list_page_set_form_shown (self, TRUE);
}

static void
on_activated (DeskListPage *self)
{
  desk_list_page_set_form_shown (self, TRUE);
  desk_record_form_begin (desk_list_page_get_form (self));
}

static void
on_next (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  if (desk_list_view_move (parts->view, 1))
    desk_record_form_begin (desk_list_page_get_form (self));
}

static void
on_closed (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  desk_list_page_set_form_shown (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (parts->view));
}

void
desk_list_page_show_record (DeskListPage *self,
                            const char   *id)
{
  desk_record_form_show (desk_list_page_get_form (self), id, 0);
  desk_list_page_set_form_shown (self, TRUE);
}

static void
on_saved (DeskListPage *self)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window != NULL)
    desk_window_toast (window, _("Saved"));
}

DeskRecordForm *
desk_list_page_get_form (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  if (parts->form != NULL)
    return parts->form;
  parts->form = DESK_RECORD_FORM (desk_record_form_new (ocop_kind_find (parts->spec->kind)));
  g_signal_connect_object (parts->form, "next", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->form, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->form, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->form, "shown", G_CALLBACK (desk_list_page_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->form, "open", G_CALLBACK (desk_list_page_show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->form, "same", G_CALLBACK (desk_list_merge_ask_for), self, G_CONNECT_SWAPPED);
  desk_record_form_set_register (parts->form, desk_page_get_register (DESK_PAGE (self)));
  gtk_paned_set_end_child (GTK_PANED (parts->paned), GTK_WIDGET (parts->form));
  return parts->form;
}

/* As a page of the window */

/* The list itself is asked for by the refresh that follows, now or when the page is shown. */
static void
desk_list_page_register_changed (DeskPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (page));
  OcopRegister *reg = desk_page_get_register (page);

  if (parts->form != NULL)
    desk_record_form_set_register (parts->form, reg);
  desk_list_page_set_form_shown (DESK_LIST_PAGE (page), FALSE);
  desk_filter_bar_set_register (parts->filters, reg);
  desk_record_list_set_register (parts->records, reg);
}

static void
desk_list_page_refresh (DeskPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (page));

  desk_list_page_ask (DESK_LIST_PAGE (page));
  if (parts->form != NULL)
    desk_record_form_refresh (parts->form);
}

static void
desk_list_page_search (DeskPage *page)
{
  desk_list_page_get_parts (DESK_LIST_PAGE (page))->pending_first = FALSE;
  desk_list_page_ask (DESK_LIST_PAGE (page));
}

static void
desk_list_page_enter_found (DeskPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (page));

  parts->pending_first = desk_record_list_get_count (parts->records) < 0;
  if (!parts->pending_first)
    enter_found (DESK_LIST_PAGE (page));
}

static void
desk_list_page_show_query (DeskPage        *page,
                           const OcopQuery *query)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (page));
  const char *text = ocop_query_get_text (query);

  parts->binned = FALSE;
  gtk_widget_set_visible (parts->bin_strip, FALSE);
  desk_filter_bar_set_query (parts->filters, query);
  desk_page_set_search_text (page, text);
  desk_list_order_take (desk_list_view_get_column_view (parts->view), query);
  desk_list_page_ask (DESK_LIST_PAGE (page));
}

static gboolean
desk_list_page_can_close (DeskPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (page));

  return parts->form == NULL || !desk_record_form_is_unsaved (parts->form);
}

/* Building */

static GtkWidget *
make_stack (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  g_autofree const char **paths = desk_list_spec_dup_paths (parts->spec);

  parts->records = desk_record_list_new (paths);
  parts->view = DESK_LIST_VIEW (desk_list_view_new (parts->spec, parts->records));
  g_signal_connect_object (parts->records, "keys-changed", G_CALLBACK (on_keys_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->records, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->records, "failed", G_CALLBACK (desk_list_page_show_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->view, "order-changed", G_CALLBACK (desk_list_page_ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->view, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->view, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);

  parts->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (parts->stack), GTK_WIDGET (parts->view), "list");
  desk_list_page_add_context_menu (self);
  return parts->stack;
}

static void
build (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (side), desk_list_page_make_filter_row (self));
  gtk_box_append (GTK_BOX (side), desk_list_page_make_bin_strip (self));
  gtk_box_append (GTK_BOX (side), make_stack (self));
  gtk_box_append (GTK_BOX (side), desk_list_page_make_status_bar (self));

  parts->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  g_object_set (parts->paned, "start-child", side, "shrink-start-child", FALSE,
                "resize-end-child", FALSE, "shrink-end-child", FALSE, NULL);
  gtk_widget_set_parent (parts->paned, GTK_WIDGET (self));
  desk_list_page_update_actions (self);
}

static void
desk_list_page_constructed (GObject *object)
{
  DeskListPage *self = DESK_LIST_PAGE (object);
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  G_OBJECT_CLASS (desk_list_page_parent_class)->constructed (object);
  parts->spec = desk_list_spec_find (DESK_LIST_PAGE_GET_CLASS (self)->kind);
  g_object_set (self, "name", parts->spec->page, "icon-name", parts->spec->icon_name,
                "title", _(ocop_kind_find (parts->spec->kind)->plural_title), NULL);
  build (self);
}

static gboolean
desk_list_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (desk_list_page_get_parts (DESK_LIST_PAGE (widget))->view));
}

static void
desk_list_page_dispose (GObject *object)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (object));

  if (parts->records != NULL)
    desk_record_list_set_register (parts->records, NULL);
  G_OBJECT_CLASS (desk_list_page_parent_class)->dispose (object);
  g_clear_object (&parts->records);
}

static void
desk_list_page_class_init (DeskListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DeskPageClass *page_class = DESK_PAGE_CLASS (klass);

  object_class->constructed = desk_list_page_constructed;
  object_class->dispose = desk_list_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = desk_list_page_grab_focus;
  page_class->register_changed = desk_list_page_register_changed;
  page_class->refresh = desk_list_page_refresh;
  page_class->search = desk_list_page_search;
  page_class->enter_found = desk_list_page_enter_found;
  page_class->show_query = desk_list_page_show_query;
  page_class->can_close = desk_list_page_can_close;
  desk_list_actions_install (GTK_WIDGET_CLASS (klass));
}

static void
desk_list_page_init (DeskListPage *self)
{
}

#define DEFINE_PAGE(Name, name, kind_name)                                              \
  typedef struct { DeskListPage parent_instance; } Desk##Name##Page;                    \
  typedef struct { DeskListPageClass parent_class; } Desk##Name##PageClass;             \
  G_DEFINE_FINAL_TYPE (Desk##Name##Page, desk_##name##_page, DESK_TYPE_LIST_PAGE)       \
                                                                                        \
  static void                                                                           \
  desk_##name##_page_class_init (Desk##Name##PageClass *klass)                          \
  {                                                                                     \
    ((DeskListPageClass *) klass)->kind = kind_name;                                    \
  }                                                                                     \
                                                                                        \
  static void                                                                           \
  desk_##name##_page_init (Desk##Name##Page *self)                                      \
  {                                                                                     \
  }

DEFINE_PAGE (Producers, producers, "producer")
DEFINE_PAGE (Products, products, "product")
DEFINE_PAGE (Dossiers, dossiers, "dossier")
DEFINE_PAGE (Recognitions, recognitions, "recognition")
DEFINE_PAGE (Inspections, inspections, "inspection")
DEFINE_PAGE (Courses, courses, "course")
DEFINE_PAGE (Events, events, "event")
DEFINE_PAGE (Supports, supports, "support")
DEFINE_PAGE (InspectionPoints, inspection_points, "inspection_point")
DEFINE_PAGE (Trainees, trainees, "trainee")
DEFINE_PAGE (Consultations, consultations, "consultation")
DEFINE_PAGE (Communications, communications, "communication")
DEFINE_PAGE (Participations, participations, "participation")
DEFINE_PAGE (SalesPoints, sales_points, "sales_point")
DEFINE_PAGE (SalesLinks, sales_links, "sales_link")
DEFINE_PAGE (SupportProgrammes, support_programmes, "support_programme")
DEFINE_PAGE (Rewards, rewards, "reward")
DEFINE_PAGE (RewardRules, reward_rules, "reward_rule")
DEFINE_PAGE (ValueChains, value_chains, "value_chain")
DEFINE_PAGE (ValueChainMembers, value_chain_members, "value_chain_member")
DEFINE_PAGE (TourismSites, tourism_sites, "tourism_site")
