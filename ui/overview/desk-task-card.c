/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-task-card.h"

#include "base/ocop-number.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "list/desk-gradual-list.h"
#include "overview/desk-task-item.h"
#include "overview/desk-task-row.h"

/* A list view does not say how high its rows want to be: so many are seen at once, of so many pixels. */
#define ROWS 2
#define ROW_HEIGHT 54

struct _DeskTaskCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *count_label;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;

  OcopDate on;
};

G_DEFINE_FINAL_TYPE (DeskTaskCard, desk_task_card, GTK_TYPE_BOX)

static void
on_setup (DeskTaskCard *self,
          GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item, desk_task_row_new ());
}

/* Before GTK 4.12 a list item has no name of its own to give. */
static void
on_bind (DeskTaskCard *self,
         GtkListItem  *list_item)
{
  const OcopDueTask *task = desk_task_item_get_task (gtk_list_item_get_item (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *words = desk_task_row_show (DESK_TASK_ROW (row), task, self->on);

  gtk_list_item_set_activatable (list_item, task->record != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_loaded (GObject      *reg,
           GAsyncResult *result,
           gpointer      card)
{
  g_autoptr(DeskTaskCard) self = card;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (loaded != NULL && window != NULL && desk_window_get_register (window) == OCOP_REGISTER (reg))
    desk_record_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), loaded->record, loaded->labels, "plan");
}

/* A task of a plan is in no list: how it stands is written down here. */
static void
open_record (DeskTaskCard      *self,
             const OcopDueTask *task)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (g_str_equal (task->kind, "task"))
    desk_loaded_read_async (desk_window_get_register (window), ocop_kind_find (task->kind), task->record, 0, NULL, on_loaded, g_object_ref (self));
  else
    desk_window_show_record (window, task->kind, task->record);
}

static void
on_activate (DeskTaskCard *self,
             guint         position)
{
  g_autoptr(DeskTaskItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  const OcopDueTask *task = desk_task_item_get_task (item);

  if (task->record != NULL)
    open_record (self, task);
}

void
desk_task_card_show (DeskTaskCard           *self,
                     const DeskOverviewData *data)
{
  g_autofree char *count = ocop_number_to_people (data->tasks->len);

  self->on = data->brief->on;
  desk_gradual_list_show (self->list_view, desk_task_items_new (data->tasks), ROWS + 1);
  /* A row that is cut tells that more follow. */
  gtk_scrolled_window_set_min_content_height (self->scrolled, data->tasks->len > ROWS ? ROW_HEIGHT * ROWS + ROW_HEIGHT / 2
                                                                                      : ROW_HEIGHT * (int) data->tasks->len);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), data->tasks->len > 0);
}

static void
desk_task_card_class_init (DeskTaskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-task-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTaskCard, count_label);
  gtk_widget_class_bind_template_child (widget_class, DeskTaskCard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DeskTaskCard, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
desk_task_card_init (DeskTaskCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
