/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-part-view.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-window.h"
#include "form/desk-record-dialog.h"
#include "list/desk-list-empty.h"

typedef struct
{
  /* Template widgets */
  GtkLabel *summary;
  GtkBox *bar;
  GtkWidget *menu_button;
  GtkButton *new_button;
  GtkStack *stack;
  DeskTable *table;
  GtkBox *below;
  GtkBox *empty_box;

  /* Owned references */
  GPtrArray *parts;     /* (nullable) OcopPlanPart: what is shown */
  char *filled;         /* (nullable): the page of the stack that shows the parts */
  char *added;          /* (nullable): id of a new part that is to be chosen when it is shown */
} DeskPartViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskPartView, desk_part_view, DESK_TYPE_PLAN_TAB)

static DeskPartViewPrivate *
get_private (DeskPartView *self)
{
  return desk_part_view_get_instance_private (self);
}

GPtrArray *
desk_part_view_get_parts (DeskPartView *self)
{
  return get_private (self)->parts;
}

guint
desk_part_view_get_chosen (DeskPartView *self)
{
  return desk_table_get_chosen (get_private (self)->table);
}

void
desk_part_view_choose (DeskPartView *self,
                       guint         place)
{
  desk_table_choose (get_private (self)->table, place);
}

GtkStack *
desk_part_view_get_stack (DeskPartView *self)
{
  return get_private (self)->stack;
}

GtkBox *
desk_part_view_get_bar (DeskPartView *self)
{
  return get_private (self)->bar;
}

static const OcopKind *
get_kind (DeskPartView *self)
{
  return ocop_kind_find (DESK_PART_VIEW_GET_CLASS (self)->kind);
}

/* What is asked of the register, on a reader thread. */
typedef struct
{
  const DeskPartViewClass *class;
  OcopRecord *plan;
  OcopDate on;
  char *id;             /* (nullable): of a part */
  int step;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ocop_record_free (request->plan);
  g_free (request->id);
  g_free (request);
}

static Request *
request_new (DeskPartView *self)
{
  Request *request = g_new0 (Request, 1);
  const OcopPlanPart *part = desk_table_get (get_private (self)->table);

  request->class = DESK_PART_VIEW_GET_CLASS (self);
  request->plan = ocop_record_copy (desk_plan_tab_get_plan (DESK_PLAN_TAB (self)));
  request->on = desk_plan_tab_get_on (DESK_PLAN_TAB (self));
  request->id = part != NULL ? g_strdup (ocop_record_get_id (part->record)) : NULL;
  return request;
}

/* Reading */

static gpointer
read_parts (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Request *request = data;

  return request->class->read_parts (reader, request->plan, request->on, error);
}

static void
desk_part_view_read (DeskPlanTab *tab)
{
  desk_plan_tab_read (tab, read_parts, request_new (DESK_PART_VIEW (tab)), request_free, (GDestroyNotify) g_ptr_array_unref);
}

/* Showing */

static void
enable_acts (DeskPartView *self)
{
  DeskPartViewPrivate *private = get_private (self);
  gboolean open = private->parts != NULL;
  gboolean drafted = open && !desk_plan_tab_is_issued (DESK_PLAN_TAB (self));
  gboolean chosen = open && private->parts->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.new", open);
  gtk_widget_set_sensitive (GTK_WIDGET (private->new_button), drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.edit", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.copy", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.bin", chosen && drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.up", chosen && drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.down", chosen && drafted);
  gtk_widget_set_visible (private->menu_button, chosen);
}

static void
sum_up (DeskPartView *self)
{
  DeskPartViewPrivate *private = get_private (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (private->below))) != NULL)
    gtk_box_remove (private->below, child);
  gtk_label_set_label (private->summary, "");
  if (private->parts != NULL && private->parts->len > 0 && DESK_PART_VIEW_GET_CLASS (self)->sum_up != NULL)
    DESK_PART_VIEW_GET_CLASS (self)->sum_up (self, private->parts, private->summary, private->below);
}

/* What shows the parts otherwise is gone back to once there are some again. */
static void
show_page (DeskPartView *self)
{
  DeskPartViewPrivate *private = get_private (self);
  const char *now = gtk_stack_get_visible_child_name (private->stack);

  if (g_strcmp0 (now, "empty") != 0)
    {
      g_free (private->filled);
      private->filled = g_strdup (now);
    }
  gtk_stack_set_visible_child_name (private->stack, private->parts != NULL && private->parts->len > 0 ? private->filled : "empty");
}

static gboolean
has_focus_within (DeskPartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_private (self)->stack));
}

static void
choose_added (DeskPartView *self)
{
  DeskPartViewPrivate *private = get_private (self);

  for (guint i = 0; private->added != NULL && private->parts != NULL && i < private->parts->len; i++)
    if (g_str_equal (ocop_record_get_id (((const OcopPlanPart *) private->parts->pdata[i])->record), private->added))
      {
        desk_part_view_choose (self, i);
        g_clear_pointer (&private->added, g_free);
      }
}

static void
desk_part_view_show (DeskPlanTab *tab,
                     gpointer     answer)
{
  DeskPartView *self = DESK_PART_VIEW (tab);
  DeskPartViewPrivate *private = get_private (self);
  gboolean had_focus = has_focus_within (self);

  desk_table_show (private->table, answer, NULL);
  g_clear_pointer (&private->parts, g_ptr_array_unref);
  private->parts = answer;
  choose_added (self);
  show_page (self);
  sum_up (self);
  enable_acts (self);
  if (had_focus && answer != NULL)
    DESK_PLAN_TAB_GET_CLASS (self)->take_focus (tab);
}

static gboolean
desk_part_view_take_focus (DeskPlanTab *tab)
{
  DeskPartViewPrivate *private = get_private (DESK_PART_VIEW (tab));

  if (private->parts != NULL && private->parts->len == 0)
    return gtk_widget_child_focus (GTK_WIDGET (private->empty_box), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (private->table));
}

/* Acts */

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPartView *self = DESK_PART_VIEW (widget);
  const OcopPlanPart *part = desk_table_get (get_private (self)->table);

  if (part != NULL)
    desk_plan_tab_edit (DESK_PLAN_TAB (self), get_kind (self), ocop_record_get_id (part->record));
}

static void
on_activate (DeskPartView *self)
{
  edit_activated (GTK_WIDGET (self), NULL, NULL);
}

/* What is saved may have been read again already, or not yet. */
static void
on_added (DeskPartView *self,
          const char   *id,
          const char   *label)
{
  DeskPartViewPrivate *private = get_private (self);

  g_free (private->added);
  private->added = g_strdup (id);
  choose_added (self);
}

static gint64
get_last_place (GPtrArray *parts)
{
  gint64 last = 0;

  for (guint i = 0; i < parts->len; i++)
    last = MAX (last, ocop_record_get_integer (((const OcopPlanPart *) parts->pdata[i])->record, "place", 0));
  return last;
}

static void
new_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskPartView *self = DESK_PART_VIEW (widget);
  g_autoptr(OcopRecord) record = ocop_record_new (get_kind (self), NULL);

  /* Ctrl+N would begin another plan otherwise. */
  if (desk_plan_tab_is_issued (DESK_PLAN_TAB (self)))
    {
      desk_window_say (desk_window_of (widget), _("The plan is issued and stays as it is: draft one that amends it."));
      return;
    }
  ocop_record_set_integer (record, "place", get_last_place (get_private (self)->parts) + 1);
  if (DESK_PART_VIEW_GET_CLASS (self)->begin != NULL)
    DESK_PART_VIEW_GET_CLASS (self)->begin (record);
  g_signal_connect_object (desk_plan_tab_add (DESK_PLAN_TAB (self), record), "saved", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      view)
{
  g_autoptr(DeskPartView) self = view;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (!ocop_register_make_finish (OCOP_REGISTER (reg), result, &error) && window != NULL)
    desk_window_show_error (window, error);
}

static gpointer
make_move (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;

  return ocop_plan_part_move (reader, ocop_kind_find (request->class->kind), ocop_record_get_id (request->plan), request->id,
                              request->step, error);
}

static void
move_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPartView *self = DESK_PART_VIEW (widget);
  Request *request = request_new (self);

  request->step = g_str_equal (action, "part.up") ? -1 : 1;
  ocop_register_make_async (desk_plan_tab_get_register (DESK_PLAN_TAB (self)), OCOP_LANE_WINDOW, make_move, request, request_free,
                            on_made, g_object_ref (self));
}

static void
on_binned (GObject      *reg,
           GAsyncResult *result,
           gpointer      view)
{
  g_autoptr(DeskPartView) self = view;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  gboolean binned = ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error);

  if (window == NULL)
    return;
  if (binned)
    desk_window_toast (window, _("Moved to the bin"));
  else
    desk_window_show_error (window, error);
}

static void
bin_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskPartView *self = DESK_PART_VIEW (widget);
  const OcopPlanPart *part = desk_table_get (get_private (self)->table);
  g_autofree char *name = g_strdup_printf (_("Move to the bin: %s"), _(get_kind (self)->title));
  OcopChange *change;

  if (part == NULL)
    return;
  change = ocop_change_new ("bin", name);
  ocop_change_bin (change, get_kind (self), ocop_record_get_id (part->record));
  ocop_register_commit_async (desk_plan_tab_get_register (DESK_PLAN_TAB (self)), change, NULL, on_binned, g_object_ref (self));
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  desk_table_copy (get_private (DESK_PART_VIEW (widget))->table);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc run;
  guint key;
  GdkModifierType modifiers;
} acts[] = {
  { "part.edit", edit_activated },
  { "part.new", new_activated, GDK_KEY_n, GDK_CONTROL_MASK },
  { "part.bin", bin_activated, GDK_KEY_Delete },
  { "part.up", move_activated, GDK_KEY_Up, GDK_ALT_MASK },
  { "part.down", move_activated, GDK_KEY_Down, GDK_ALT_MASK },
  { "part.copy", copy_activated, GDK_KEY_c, GDK_CONTROL_MASK },
};

/* Being there */

static const char *
id_of (gconstpointer part)
{
  return ocop_record_get_id (((const OcopPlanPart *) part)->record);
}

static void
desk_part_view_constructed (GObject *object)
{
  DeskPartView *self = DESK_PART_VIEW (object);
  DeskPartViewPrivate *private = get_private (self);
  const DeskPartViewClass *class = DESK_PART_VIEW_GET_CLASS (self);
  const char *title = desk_plan_tab_get_title (DESK_PLAN_TAB (self));
  g_autofree char *label = desk_accessible_name_dup (_(class->new_label));

  G_OBJECT_CLASS (desk_part_view_parent_class)->constructed (object);
  desk_table_set_up (private->table, title, "plan", class->columns, id_of);
  gtk_button_set_label (private->new_button, _(class->new_label));
  gtk_box_append (private->empty_box, desk_list_empty_new (_(class->empty_title), _(class->empty_text), label, "part.new"));
}

static void
desk_part_view_dispose (GObject *object)
{
  DeskPartViewPrivate *private = get_private (DESK_PART_VIEW (object));

  if (private->table != NULL)
    desk_table_show (private->table, NULL, NULL);
  g_clear_pointer (&private->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_part_view_parent_class)->dispose (object);
}

static void
desk_part_view_finalize (GObject *object)
{
  g_free (get_private (DESK_PART_VIEW (object))->filled);
  g_free (get_private (DESK_PART_VIEW (object))->added);
  G_OBJECT_CLASS (desk_part_view_parent_class)->finalize (object);
}

static void
desk_part_view_class_init (DeskPartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanTabClass *tab_class = DESK_PLAN_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = desk_part_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = desk_part_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_part_view_finalize;
  tab_class->read = desk_part_view_read;
  tab_class->show = desk_part_view_show;
  tab_class->take_focus = desk_part_view_take_focus;

  g_type_ensure (DESK_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-part-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, summary);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, bar);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, new_button);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, stack);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, table);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, below);
  gtk_widget_class_bind_template_child_private (widget_class, DeskPartView, empty_box);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gtk_widget_class_install_action (widget_class, acts[i].name, NULL, acts[i].run);
      if (acts[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, acts[i].key, acts[i].modifiers, acts[i].name, NULL);
    }
}

static void
desk_part_view_init (DeskPartView *self)
{
  DeskPartViewPrivate *private = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  private->filled = g_strdup ("table");
  desk_accessible_name_button (private->menu_button, NULL);
}
