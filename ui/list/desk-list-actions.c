/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The named actions of a list page and their keys. */

#include "desk-window.h"
#include "list/desk-list-bulk.h"
#include "list/desk-list-certificate.h"
#include "list/desk-list-dossier.h"
#include "list/desk-list-export.h"
#include "list/desk-list-merge.h"
#include "list/desk-list-order.h"
#include "list/desk-list-page-private.h"
#include "list/desk-list-set-field.h"
#include "list/desk-list-work.h"

static void
new_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (desk_list_dossier_begins_new (DESK_LIST_PAGE (widget)))
    return;
  desk_list_page_set_form_shown (DESK_LIST_PAGE (widget), TRUE);
  desk_record_form_show_new (desk_list_page_get_form (DESK_LIST_PAGE (widget)), NULL);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  if (desk_list_view_get_n_selected (parts->view) != 1)
    return;
  desk_list_page_set_form_shown (DESK_LIST_PAGE (widget), TRUE);
  desk_record_form_begin (desk_list_page_get_form (DESK_LIST_PAGE (widget)));
}

static void
dossier_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  desk_list_dossier_go_on (DESK_LIST_PAGE (widget));
}

static void
revoke_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  if (desk_list_work_can_revoke (DESK_LIST_PAGE (widget)))
    desk_list_work_revoke (DESK_LIST_PAGE (widget));
  else
    desk_list_certificate_revoke (DESK_LIST_PAGE (widget));
}

static void
table_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_list_work_open_table (DESK_LIST_PAGE (widget));
}

static void
take_part_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  desk_list_work_take_part (DESK_LIST_PAGE (widget));
}

static void
unreached_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  desk_list_work_show_unreached (DESK_LIST_PAGE (widget));
}

static void
visits_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  desk_list_work_plan_visits (DESK_LIST_PAGE (widget));
}

static void
reissue_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  desk_list_certificate_reissue (DESK_LIST_PAGE (widget));
}

static void
points_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  desk_list_dossier_score (DESK_LIST_PAGE (widget));
}

static void
advisory_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  desk_list_dossier_advise (DESK_LIST_PAGE (widget));
}

static void
paper_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_list_dossier_make_paper (DESK_LIST_PAGE (widget));
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  desk_list_copy (DESK_LIST_PAGE (widget));
}

static void
export_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  desk_list_export (DESK_LIST_PAGE (widget));
}

static void
print_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_list_print (DESK_LIST_PAGE (widget));
}

static void
chart_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  desk_window_show_charts (desk_window_of (widget), desk_record_list_get_query (parts->records));
}

static void
select_all_activated (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  gtk_selection_model_select_all (gtk_column_view_get_model (desk_list_view_get_column_view (desk_list_page_get_parts (DESK_LIST_PAGE (widget))->view)));
}

static void
sort_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *path)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  desk_list_order_toggle (desk_list_view_get_column_view (parts->view), g_variant_get_string (path, NULL));
}

static void
filter_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (desk_list_page_get_parts (DESK_LIST_PAGE (widget))->filters), GTK_DIR_TAB_FORWARD);
}

static void
menu_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_menu_button_popup (desk_list_page_get_parts (DESK_LIST_PAGE (widget))->more_button);
}

/* From anywhere to the list; there, from many records to one, then away from the record beside it. */
static void
back_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  if ((gtk_widget_get_state_flags (GTK_WIDGET (parts->view)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    desk_list_view_enter (parts->view);
  else if (desk_list_view_get_n_selected (parts->view) > 1)
    desk_list_view_select_one (parts->view);
  else if (parts->form != NULL && gtk_widget_get_visible (GTK_WIDGET (parts->form)))
    gtk_widget_activate_action (GTK_WIDGET (parts->form), "form.close", NULL);
}

static void
set_field_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  desk_list_set_field_ask (DESK_LIST_PAGE (widget));
}

static void
merge_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_list_merge_ask (DESK_LIST_PAGE (widget));
}

static void
bin_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  desk_list_bulk_move (DESK_LIST_PAGE (widget), OCOP_ACTION_BIN);
}

static void
restore_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  desk_list_bulk_move (DESK_LIST_PAGE (widget), OCOP_ACTION_RESTORE);
}

static void
show_bin_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  parts->binned = !parts->binned;
  gtk_widget_set_visible (parts->bin_strip, parts->binned);
  gtk_widget_grab_focus (GTK_WIDGET (parts->view));
  desk_list_page_ask (DESK_LIST_PAGE (widget));
}

static void
show_all_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  DeskListPageParts *parts = desk_list_page_get_parts (DESK_LIST_PAGE (widget));

  parts->binned = FALSE;
  gtk_widget_set_visible (parts->bin_strip, FALSE);
  desk_filter_bar_set_query (parts->filters, NULL);
  desk_page_set_search_text (DESK_PAGE (widget), NULL);
  desk_list_page_ask (DESK_LIST_PAGE (widget));
}

void
desk_list_page_update_actions (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));
  gboolean writable = reg != NULL && !ocop_register_is_look_only (reg);
  /* What is selected of many records can be told only by their keys. */
  gboolean known = desk_record_list_has_keys (parts->records);
  gboolean chosen = known && desk_list_view_get_n_selected (parts->view) > 0;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (parts->records)) > 0;
  const struct
  {
    const char *action;
    gboolean enabled;
  } states[] = {
    { "list.new", writable },
    { "list.copy", any && known },
    { "list.export", any },
    { "list.print", any },
    { "list.chart", any && desk_list_spec_can_chart (parts->spec) },
    { "list.select-all", any && desk_record_list_get_count (parts->records) >= 0 },
    { "list.edit", desk_list_view_get_selected_key (parts->view) != 0 },
    { "list.dossier", writable && desk_list_dossier_can_go_on (self) },
    { "list.revoke", writable && (desk_list_certificate_can_revoke (self) || desk_list_work_can_revoke (self)) },
    { "list.table", writable && desk_list_work_has_table (self) },
    { "list.visits", writable && desk_list_work_plans_visits (self) },
    { "list.take-part", writable && known && desk_list_work_can_take_part (self) },
    { "list.unreached", reg != NULL && desk_list_work_has_unreached (self) },
    { "list.reissue", writable && desk_list_certificate_can_reissue (self) },
    { "list.points", writable && desk_list_dossier_can_go_on (self) },
    { "list.advisory", writable && desk_list_dossier_is_chosen (self) },
    { "list.paper", desk_list_dossier_is_chosen (self) },
    { "list.set-field", writable && chosen && !parts->binned },
    { "list.merge", writable && known && desk_list_merge_can (self) },
    { "list.bin", writable && chosen && !parts->binned },
    { "list.restore", writable && chosen && parts->binned },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), states[i].action, states[i].enabled);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "list.new", new_activated },
  { "list.edit", edit_activated },
  { "list.dossier", dossier_activated },
  { "list.revoke", revoke_activated },
  { "list.table", table_activated },
  { "list.visits", visits_activated },
  { "list.take-part", take_part_activated },
  { "list.unreached", unreached_activated },
  { "list.reissue", reissue_activated },
  { "list.points", points_activated },
  { "list.advisory", advisory_activated },
  { "list.paper", paper_activated },
  { "list.copy", copy_activated },
  { "list.export", export_activated },
  { "list.print", print_activated },
  { "list.chart", chart_activated },
  { "list.select-all", select_all_activated },
  { "list.filter", filter_activated },
  { "list.menu", menu_activated },
  { "list.back", back_activated },
  { "list.set-field", set_field_activated },
  { "list.merge", merge_activated },
  { "list.bin", bin_activated },
  { "list.restore", restore_activated },
  { "list.show-bin", show_bin_activated },
  { "list.show-all", show_all_activated },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_n, GDK_CONTROL_MASK, "list.new" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "list.select-all" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "list.export" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "list.print" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "list.chart" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "list.filter" },
  { GDK_KEY_F2, 0, "list.edit" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "list.dossier" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "list.table" },
  { GDK_KEY_r, GDK_CONTROL_MASK, "list.revoke" },
  { GDK_KEY_b, GDK_CONTROL_MASK, "list.points" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "list.advisory" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "list.visits" },
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.paper" },
  { GDK_KEY_j, GDK_CONTROL_MASK, "list.merge" },
  { GDK_KEY_Escape, 0, "list.back" },
};

void
desk_list_actions_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (klass, "list.sort", "s", sort_activated);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}
