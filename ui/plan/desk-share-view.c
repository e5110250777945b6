/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-share-view.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-accessible-name.h"
#include "desk-clipboard.h"
#include "desk-window.h"
#include "list/desk-list-empty.h"
#include "plan/desk-share-grid.h"

struct _DeskShareView
{
  DeskPlanTab parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *box;
  GtkBox *empty_box;
  GtkLabel *summary;
  GtkMenuButton *targets_button;
  GtkMenuButton *ways_button;
  GtkBox *targets_box;

  DeskShareGrid *grid;
  DeskShareEdits *edits;
  OcopShareOut *shares;     /* (nullable): what is shown */
  GHashTable *chosen;       /* id of a plan → GStrv: targets that are looked at */
};

G_DEFINE_FINAL_TYPE (DeskShareView, desk_share_view, DESK_TYPE_PLAN_TAB)

static const struct
{
  const char *name;
  OcopShareWay way;
} ways[] = {
  { "evenly", OCOP_SHARE_EVENLY },
  { "by-products", OCOP_SHARE_BY_PRODUCTS },
  { "as-last-year", OCOP_SHARE_AS_LAST_YEAR },
};

/* Reading */

typedef struct
{
  char *plan;           /* id */
  char **targets;       /* (nullable) ids */
  OcopPeriod period;
  gboolean whole;
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->plan);
  g_strfreev (request->targets);
  g_free (request);
}

static gpointer
read_shares (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;

  return ocop_share_out_read (reader, request->plan, request->whole ? NULL : &request->period,
                              (const char * const *) request->targets, request->on, error);
}

static void
desk_share_view_read (DeskPlanTab *tab)
{
  DeskShareView *self = DESK_SHARE_VIEW (tab);
  const OcopPeriod *period = desk_plan_tab_get_period (tab);
  Request *request = g_new0 (Request, 1);

  request->plan = g_strdup (ocop_record_get_id (desk_plan_tab_get_plan (tab)));
  request->targets = g_strdupv (g_hash_table_lookup (self->chosen, request->plan));
  request->whole = period == NULL;
  if (period != NULL)
    request->period = *period;
  request->on = desk_plan_tab_get_on (tab);
  desk_plan_tab_read (tab, read_shares, request, request_free, (GDestroyNotify) ocop_share_out_free);
}

/* Which targets */

static gboolean
is_shown (DeskShareView    *self,
          const OcopRecord *target)
{
  for (guint i = 0; i < self->shares->columns->len; i++)
    if (g_str_equal (ocop_record_get_id (((const OcopShareColumn *) self->shares->columns->pdata[i])->target), ocop_record_get_id (target)))
      return TRUE;
  return FALSE;
}

/* What is looked at stays so when the first share is saved. */
static void
remember_shown (DeskShareView *self)
{
  const char *plan = ocop_record_get_id (self->shares->plan);
  g_autoptr(GStrvBuilder) targets = g_strv_builder_new ();

  if (g_hash_table_contains (self->chosen, plan))
    return;
  for (guint i = 0; i < self->shares->columns->len; i++)
    g_strv_builder_add (targets, ocop_record_get_id (((const OcopShareColumn *) self->shares->columns->pdata[i])->target));
  g_hash_table_insert (self->chosen, g_strdup (plan), g_strv_builder_end (targets));
}

static void
offer_targets (DeskShareView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->targets_box))) != NULL)
    gtk_box_remove (self->targets_box, child);
  for (guint i = 0; self->shares != NULL && i < self->shares->targets->len; i++)
    {
      const OcopRecord *target = self->shares->targets->pdata[i];
      GtkWidget *check = gtk_check_button_new_with_label (ocop_record_get_text (target, "name"));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown (self, target));
      gtk_box_append (self->targets_box, check);
    }
}

/* What is ticked is read once the list is closed, and not for each tick. */
static void
on_targets_closed (DeskShareView *self)
{
  g_autoptr(GStrvBuilder) targets = g_strv_builder_new ();
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->targets_box));
  gboolean other = FALSE;

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    {
      gboolean ticked = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

      if (ticked)
        g_strv_builder_add (targets, ocop_record_get_id (self->shares->targets->pdata[i]));
      other |= ticked != is_shown (self, self->shares->targets->pdata[i]);
    }
  if (!other)
    return;
  g_hash_table_insert (self->chosen, g_strdup (ocop_record_get_id (self->shares->plan)), g_strv_builder_end (targets));
  desk_share_view_read (DESK_PLAN_TAB (self));
}

/* Showing */

static void
show_summary (DeskShareView *self)
{
  g_autofree char *period = ocop_period_to_document (self->shares->period, self->shares->on);
  guint n = ocop_share_out_get_n_rows (self->shares), wrong;
  guint unsaved = desk_share_edits_count (self->edits, self->shares, &wrong);
  g_autofree char *localities = g_strdup_printf (g_dngettext (NULL, "%u locality", "%u localities", n), n);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", period, localities);
  if (desk_plan_tab_is_issued (DESK_PLAN_TAB (self)))
    g_string_append_printf (text, " · %s", _("The plan is issued: its shares stay as they are"));
  if (unsaved > 0)
    g_string_append_printf (text, g_dngettext (NULL, " · %u number is not saved yet", " · %u numbers are not saved yet", unsaved), unsaved);
  if (wrong > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %u of them is none", ", %u of them are none", wrong), wrong);
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
show_state (DeskShareView *self)
{
  gboolean drafted = self->shares != NULL && !desk_plan_tab_is_issued (DESK_PLAN_TAB (self));
  guint wrong, unsaved = self->shares != NULL ? desk_share_edits_count (self->edits, self->shares, &wrong) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shares.save", drafted && unsaved > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shares.discard", unsaved > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shares.suggest", drafted);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ways_button), drafted);
  if (self->shares != NULL)
    show_summary (self);
}

static void
desk_share_view_show (DeskPlanTab *tab,
                      gpointer     answer)
{
  DeskShareView *self = DESK_SHARE_VIEW (tab);
  OcopShareOut *former = self->shares;
  gboolean empty;

  self->shares = answer;
  if (self->shares != NULL)
    {
      remember_shown (self);
      desk_share_edits_put_into (self->edits, self->shares);
    }
  desk_share_grid_show (self->grid, self->shares, !desk_plan_tab_is_issued (tab));
  g_clear_pointer (&former, ocop_share_out_free);
  offer_targets (self);
  empty = self->shares != NULL && (self->shares->targets->len == 0 || ocop_share_out_get_n_rows (self->shares) == 0);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "grid");
  show_state (self);
}

static gboolean
desk_share_view_take_focus (DeskPlanTab *tab)
{
  DeskShareView *self = DESK_SHARE_VIEW (tab);

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid)) || gtk_widget_grab_focus (GTK_WIDGET (self->targets_button));
}

/* Acts */

static void
suggest_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DeskShareView *self = DESK_SHARE_VIEW (widget);
  guint column = desk_share_grid_get_column (self->grid);
  g_autoptr(GArray) numbers = NULL;
  g_autoptr(GError) error = NULL;
  OcopShareWay way = OCOP_SHARE_EVENLY;

  if (self->shares == NULL || column >= self->shares->columns->len)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, g_variant_get_string (parameter, NULL)))
      way = ways[i].way;
  numbers = ocop_share_out_suggest (self->shares, self->shares->columns->pdata[column], way, &error);
  if (numbers == NULL)
    {
      desk_window_say (desk_window_of (widget), error->message);
      return;
    }
  desk_share_grid_fill (self->grid, column, numbers);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

typedef struct
{
  char *plan;
  GPtrArray *entries;
  OcopDate on;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->plan);
  g_ptr_array_unref (wish->entries);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_share_out_change (reader, wish->plan, wish->entries, wish->on, error);
}

static void
on_saved (GObject      *reg,
          GAsyncResult *result,
          gpointer      view)
{
  g_autoptr(DeskShareView) self = view;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (ocop_register_make_finish (OCOP_REGISTER (reg), result, &error))
    {
      if (self->shares != NULL)
        desk_share_edits_forget (self->edits, self->shares);
      if (window != NULL)
        desk_window_say (window, _("The shares are saved."));
    }
  else if (window != NULL)
    desk_window_show_error (window, error);
  show_state (self);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskShareView *self = DESK_SHARE_VIEW (widget);
  Wish *wish;
  guint wrong;

  if (self->shares == NULL || desk_share_edits_count (self->edits, self->shares, &wrong) == 0)
    return;
  if (wrong > 0)
    {
      desk_window_say (desk_window_of (widget), _("What is marked red is no number: put it right or empty it, then save."));
      desk_share_grid_go_to_wrong (self->grid);
      return;
    }
  wish = g_new0 (Wish, 1);
  wish->plan = g_strdup (ocop_record_get_id (self->shares->plan));
  wish->entries = desk_share_edits_dup_entries (self->edits, self->shares);
  wish->on = self->shares->on;
  ocop_register_make_async (desk_plan_tab_get_register (DESK_PLAN_TAB (self)), OCOP_LANE_WINDOW, make_change, wish, wish_free, on_saved,
                            g_object_ref (self));
}

static void
discard_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DeskShareView *self = DESK_SHARE_VIEW (widget);

  if (self->shares == NULL)
    return;
  desk_share_edits_forget (self->edits, self->shares);
  desk_share_view_read (DESK_PLAN_TAB (self));
}

/* What is set and what became of it, side by side; the sums at the foot. */
static char **
dup_table_row (DeskShareView *self,
               guint          row)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, ocop_share_out_get_name (self->shares, row));
  for (guint i = 0; i < self->shares->columns->len; i++)
    {
      const OcopShareCell *cell = ocop_share_column_get (self->shares->columns->pdata[i], row);
      g_autofree char *set = desk_share_edits_dup_text (self->edits, self->shares, i, row);
      g_autofree char *actual = cell->fact.known ? ocop_quantity_to_people (cell->fact.figure) : NULL;

      g_strv_builder_add (cells, set);
      g_strv_builder_add (cells, actual != NULL ? actual : "");
    }
  return g_strv_builder_end (cells);
}

static char **
dup_table_band (DeskShareView *self,
                gboolean       foot)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, foot ? _("Sum") : _("Locality"));
  for (guint i = 0; i < self->shares->columns->len; i++)
    {
      const OcopShareColumn *column = self->shares->columns->pdata[i];
      g_autofree char *sum = foot ? ocop_share_column_to_people (column) : NULL;

      g_strv_builder_add (cells, foot ? sum : ocop_record_get_text (column->target, "name"));
      g_strv_builder_add (cells, foot ? "" : _("Actual"));
    }
  return g_strv_builder_end (cells);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskShareView *self = DESK_SHARE_VIEW (widget);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (self->shares == NULL)
    return;
  g_ptr_array_add (rows, dup_table_band (self, FALSE));
  for (guint i = 0; i < ocop_share_out_get_n_rows (self->shares); i++)
    g_ptr_array_add (rows, dup_table_row (self, i));
  g_ptr_array_add (rows, dup_table_band (self, TRUE));
  desk_clipboard_copy_rows (widget, rows);
}

/* Being there */

static void
desk_share_view_dispose (GObject *object)
{
  DeskShareView *self = DESK_SHARE_VIEW (object);

  if (self->grid != NULL)
    desk_share_grid_show (self->grid, NULL, FALSE);
  self->grid = NULL;
  g_clear_pointer (&self->shares, ocop_share_out_free);
  G_OBJECT_CLASS (desk_share_view_parent_class)->dispose (object);
}

static void
desk_share_view_finalize (GObject *object)
{
  DeskShareView *self = DESK_SHARE_VIEW (object);

  desk_share_edits_free (self->edits);
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (desk_share_view_parent_class)->finalize (object);
}

static void
desk_share_view_class_init (DeskShareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanTabClass *tab_class = DESK_PLAN_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_share_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_share_view_finalize;
  tab_class->name = "shares";
  tab_class->title = NC_("tab", "Shares to localities");
  tab_class->report = "plan-shares";
  tab_class->by_period = TRUE;
  tab_class->read = desk_share_view_read;
  tab_class->show = desk_share_view_show;
  tab_class->take_focus = desk_share_view_take_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-share-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, box);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, targets_button);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, ways_button);
  gtk_widget_class_bind_template_child (widget_class, DeskShareView, targets_box);
  gtk_widget_class_bind_template_callback (widget_class, on_targets_closed);
  gtk_widget_class_install_action (widget_class, "shares.suggest", "s", suggest_activated);
  gtk_widget_class_install_action (widget_class, "shares.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "shares.discard", NULL, discard_activated);
  gtk_widget_class_install_action (widget_class, "shares.copy", NULL, copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "shares.save", NULL);
}

static void
desk_share_view_init (DeskShareView *self)
{
  self->edits = desk_share_edits_new ();
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->grid = DESK_SHARE_GRID (desk_share_grid_new (self->edits));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  desk_accessible_name_button (GTK_WIDGET (self->targets_button), NULL);
  desk_accessible_name_button (GTK_WIDGET (self->ways_button), NULL);
  gtk_box_append (self->empty_box, desk_list_empty_new (_("Nothing to share out yet"),
                                                        _("Targets with a number are shared out here to the localities of the plan. "
                                                          "Add targets first; communes come in by importing their list."),
                                                        _("Import a List…"), "win.import"));
}
