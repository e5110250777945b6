/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-work-page.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *stack;   /* of boxes, each empty until its tab is shown */
  GtkWidget *switcher;
} DeskWorkPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskWorkPage, desk_work_page, DESK_TYPE_PAGE)

static DeskWorkPagePrivate *
get_private (DeskWorkPage *self)
{
  return desk_work_page_get_instance_private (self);
}

/* %NULL while nothing is shown. */
static DeskPage *
get_shown (DeskWorkPage *self)
{
  GtkWidget *box = gtk_stack_get_visible_child (GTK_STACK (get_private (self)->stack));
  GtkWidget *list = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  return list != NULL ? DESK_PAGE (list) : NULL;
}

/* The words of the list that is shown are those of the page. */
static void
on_search_text (DeskPage     *list,
                GParamSpec   *pspec,
                DeskWorkPage *self)
{
  if (list == get_shown (self))
    desk_page_set_search_text (DESK_PAGE (self), desk_page_get_search_text (list));
}

static void
make_list (DeskWorkPage      *self,
           GtkWidget         *box,
           const DeskWorkTab *tab)
{
  DeskPage *list = g_object_new (tab->get_type (), NULL);

  g_signal_connect_object (list, "notify::search-text", G_CALLBACK (on_search_text), self, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  desk_page_set_on (list, desk_page_get_on (DESK_PAGE (self)));
  desk_page_set_register (list, desk_page_get_register (DESK_PAGE (self)));
}

static void
ensure_list (DeskWorkPage *self)
{
  GtkWidget *stack = get_private (self)->stack;
  GtkWidget *box = gtk_stack_get_visible_child (GTK_STACK (stack));
  const DeskWorkTab *tab = DESK_WORK_PAGE_GET_CLASS (self)->tabs;

  if (gtk_widget_get_first_child (box) != NULL)
    return;
  for (GtkWidget *other = gtk_widget_get_first_child (stack); other != box; other = gtk_widget_get_next_sibling (other))
    tab++;
  make_list (self, box, tab);
}

static void
on_turned (DeskWorkPage *self)
{
  ensure_list (self);
  desk_page_set_search_text (DESK_PAGE (self), desk_page_get_search_text (get_shown (self)));
}

DeskListPage *
desk_work_page_turn_to (DeskWorkPage   *self,
                        const OcopKind *kind)
{
  GtkWidget *box = gtk_stack_get_child_by_name (GTK_STACK (get_private (self)->stack), kind->plural);

  if (box == NULL)
    return NULL;
  gtk_stack_set_visible_child (GTK_STACK (get_private (self)->stack), box);
  ensure_list (self);
  return DESK_LIST_PAGE (gtk_widget_get_first_child (box));
}

const char *
desk_work_page_get_plural (DeskWorkPage *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_private (self)->stack));
}

void
desk_work_page_turn (DeskWorkPage *self,
                     gboolean      forward)
{
  GtkWidget *stack = get_private (self)->stack;
  GtkWidget *box = gtk_stack_get_visible_child (GTK_STACK (stack));
  GtkWidget *next = forward ? gtk_widget_get_next_sibling (box) : gtk_widget_get_prev_sibling (box);

  if (next == NULL)
    next = forward ? gtk_widget_get_first_child (stack) : gtk_widget_get_last_child (stack);
  gtk_stack_set_visible_child (GTK_STACK (stack), next);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* As a page of the window */

static void
for_each_list (DeskWorkPage *self,
               void        (*func) (DeskPage *list, DeskPage *self))
{
  for (GtkWidget *box = gtk_widget_get_first_child (get_private (self)->stack); box != NULL; box = gtk_widget_get_next_sibling (box))
    if (gtk_widget_get_first_child (box) != NULL)
      func (DESK_PAGE (gtk_widget_get_first_child (box)), DESK_PAGE (self));
}

static void
take_register (DeskPage *list,
               DeskPage *self)
{
  desk_page_set_register (list, desk_page_get_register (self));
}

static void
desk_work_page_register_changed (DeskPage *page)
{
  for_each_list (DESK_WORK_PAGE (page), take_register);
}

static void
refresh_list (DeskPage *list,
              DeskPage *self)
{
  OcopDate on = desk_page_get_on (self);

  if (ocop_date_compare (desk_page_get_on (list), on) != 0)
    desk_page_set_on (list, on);
  else
    desk_page_refresh (list);
}

static void
desk_work_page_refresh (DeskPage *page)
{
  for_each_list (DESK_WORK_PAGE (page), refresh_list);
}

static void
desk_work_page_search (DeskPage *page)
{
  ensure_list (DESK_WORK_PAGE (page));
  desk_page_set_search_text (get_shown (DESK_WORK_PAGE (page)), desk_page_get_search_text (page));
}

static void
desk_work_page_enter_found (DeskPage *page)
{
  ensure_list (DESK_WORK_PAGE (page));
  desk_page_enter_found (get_shown (DESK_WORK_PAGE (page)));
}

static gboolean
desk_work_page_can_close (DeskPage *page)
{
  for (GtkWidget *box = gtk_widget_get_first_child (get_private (DESK_WORK_PAGE (page))->stack); box != NULL; box = gtk_widget_get_next_sibling (box))
    if (gtk_widget_get_first_child (box) != NULL && !desk_page_can_close (DESK_PAGE (gtk_widget_get_first_child (box))))
      return FALSE;
  return TRUE;
}

static void
desk_work_page_map (GtkWidget *widget)
{
  ensure_list (DESK_WORK_PAGE (widget));
  GTK_WIDGET_CLASS (desk_work_page_parent_class)->map (widget);
}

static gboolean
desk_work_page_grab_focus (GtkWidget *widget)
{
  DeskPage *list = get_shown (DESK_WORK_PAGE (widget));

  return list != NULL && gtk_widget_grab_focus (GTK_WIDGET (list));
}

/* Building */

static void
add_tab (DeskWorkPage      *self,
         const DeskWorkTab *tab)
{
  DeskListPageClass *list = g_type_class_ref (tab->get_type ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_stack_add_titled (GTK_STACK (get_private (self)->stack), box, ocop_kind_find (list->kind)->plural, g_dpgettext2 (NULL, "tab", tab->title));
  g_type_class_unref (list);
}

/* What the tabs themselves leave of the keys with Ctrl is the list's, and what the sidebar hands on to the page. */
static gboolean
on_key_left (DeskWorkPage          *self,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             GtkEventControllerKey *controller)
{
  DeskPage *list = get_shown (self);

  if (list == NULL || (modifiers & GDK_CONTROL_MASK) == 0 || (gtk_widget_get_state_flags (GTK_WIDGET (list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (list));
}

static GtkWidget *
make_tabs (DeskWorkPage *self)
{
  DeskWorkPagePrivate *priv = get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  priv->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (priv->switcher), GTK_STACK (priv->stack));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL, desk_page_get_title (DESK_PAGE (self)), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (strip, "desk-tabs");
  gtk_box_append (GTK_BOX (strip), priv->switcher);
  return strip;
}

static void
desk_work_page_constructed (GObject *object)
{
  DeskWorkPage *self = DESK_WORK_PAGE (object);
  DeskWorkPageClass *klass = DESK_WORK_PAGE_GET_CLASS (self);
  DeskWorkPagePrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (desk_work_page_parent_class)->constructed (object);
  g_object_set (self, "name", klass->name, "icon-name", klass->icon_name, "title", _(klass->title), NULL);
  priv->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (priv->stack, TRUE);
  for (const DeskWorkTab *tab = klass->tabs; tab->title != NULL; tab++)
    add_tab (self, tab);
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), priv->stack);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (priv->stack, "notify::visible-child", G_CALLBACK (on_turned), self, G_CONNECT_SWAPPED);
}

static void
desk_work_page_class_init (DeskWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPageClass *page_class = DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = desk_work_page_constructed;
  widget_class->map = desk_work_page_map;
  widget_class->grab_focus = desk_work_page_grab_focus;
  page_class->register_changed = desk_work_page_register_changed;
  page_class->refresh = desk_work_page_refresh;
  page_class->search = desk_work_page_search;
  page_class->enter_found = desk_work_page_enter_found;
  page_class->can_close = desk_work_page_can_close;
}

static void
desk_work_page_init (DeskWorkPage *self)
{
}
