/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-due-card.h"

#include "desk-window.h"
#include "list/desk-gradual-list.h"
#include "overview/desk-due-row.h"
#include "print/desk-reports.h"

/* In pixels. */
#define LEAST_ROW_HEIGHT 32

struct _DeskDueCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *buttons;

  /* Owned references */
  OcopQuery *expiring;

  OcopDate on;
};

G_DEFINE_FINAL_TYPE (DeskDueCard, desk_due_card, GTK_TYPE_BOX)

static void
on_setup (DeskDueCard *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, desk_due_row_new ());
}

/* Before GTK 4.12 a list item has no name of its own to give. */
static void
on_bind (DeskDueCard *self,
         GtkListItem *list_item)
{
  DeskDueItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *words = desk_due_row_show (DESK_DUE_ROW (row), item, self->on);

  gtk_list_item_set_activatable (list_item, desk_due_item_get_due (item) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_activate (DeskDueCard *self,
             guint        position)
{
  g_autoptr(DeskDueItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  const OcopDue *due = desk_due_item_get_due (item);

  if (due != NULL)
    desk_window_show_record (desk_window_of (GTK_WIDGET (self)), "product", due->product);
}

static void
on_print_clicked (DeskDueCard *self)
{
  const OcopReportScope scope = { self->on, self->expiring };

  desk_reports_preview (desk_window_of (GTK_WIDGET (self)), "expiring", &scope);
}

static void
on_all_clicked (DeskDueCard *self)
{
  desk_window_show_query (desk_window_of (GTK_WIDGET (self)), self->expiring);
}

/* As many as a card as high as the window would show. */
static guint
count_first (DeskDueCard *self)
{
  return (guint) gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) / LEAST_ROW_HEIGHT + 1;
}

void
desk_due_card_show (DeskDueCard            *self,
                    const DeskOverviewData *data)
{
  gboolean any = data->dues->len > 0;

  g_clear_pointer (&self->expiring, ocop_query_free);
  self->expiring = ocop_query_copy (data->expiring);
  self->on = data->brief->on;
  desk_gradual_list_show (self->list_view, desk_due_items_new (data->dues), count_first (self));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
  gtk_widget_set_visible (self->buttons, any);
}

static void
desk_due_card_finalize (GObject *object)
{
  g_clear_pointer (&DESK_DUE_CARD (object)->expiring, ocop_query_free);
  G_OBJECT_CLASS (desk_due_card_parent_class)->finalize (object);
}

static void
desk_due_card_class_init (DeskDueCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_due_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-due-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDueCard, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskDueCard, list_view);
  gtk_widget_class_bind_template_child (widget_class, DeskDueCard, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
}

static void
desk_due_card_init (DeskDueCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
