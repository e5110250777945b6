/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-councils-view.h"

#include "council/desk-council-card.h"
#include "council/desk-council-change.h"
#include "council/desk-council-rows.h"
#include "form/desk-record-dialog.h"

struct _DeskCouncilsView
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *edit_button;
  GtkWidget *copy_button;
  GtkListBox *list;
  DeskCouncilCard *card;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  GPtrArray *councils;     /* OcopCouncil, the latest first */
};

G_DEFINE_FINAL_TYPE (DeskCouncilsView, desk_councils_view, GTK_TYPE_BOX)

static const OcopCouncil *
get_council (DeskCouncilsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return self->councils != NULL && place < self->councils->len ? g_ptr_array_index (self->councils, place) : NULL;
}

/* What is shown */

/* The list loses its rows, and so what is selected, with the view too. */
static void
show_selected (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);

  if (self->councils == NULL)
    return;
  gtk_widget_set_sensitive (self->edit_button, council != NULL);
  gtk_widget_set_sensitive (self->copy_button, council != NULL);
  desk_council_card_show (self->card, self->reg, council);
}

static void
show_all (DeskCouncilsView *self)
{
  desk_council_rows_fit (self->list, self->councils->len);
  for (guint i = 0; i < self->councils->len; i++)
    {
      const OcopCouncil *council = g_ptr_array_index (self->councils, i);
      g_autofree char *facts = desk_council_card_dup_facts (council);

      desk_council_row_show (gtk_list_box_get_row_at_index (self->list, (int) i), NULL,
                             ocop_record_get_text (council->record, "name"), facts);
    }
  if (self->councils->len > 0 && gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_selected (self);
}

/* Reading */

static gpointer
read_councils (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(GPtrArray) councils = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_council_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("council");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "decision_date", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopCouncil *council = ocop_council_read (reader, ocop_rows_get_text (rows, i, 0), error);

      if (council == NULL)
        return NULL;
      g_ptr_array_add (councils, council);
    }
  return rows != NULL ? g_steal_pointer (&councils) : NULL;
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskCouncilsView) self = data;
  GPtrArray *councils = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);
  g_autoptr(GPtrArray) former = NULL;

  if (councils == NULL)
    return;
  former = self->councils;
  self->councils = councils;
  show_all (self);
}

void
desk_councils_view_refresh (DeskCouncilsView *self,
                            OcopRegister     *reg)
{
  g_set_object (&self->reg, reg);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_councils, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, on_read, g_object_ref (self));
}

/* What is done */

static OcopChange *
copy_council (OcopReader             *reader,
              const DeskCouncilTask  *task,
              GError                **error)
{
  g_autofree char *id = NULL;

  return ocop_council_copy (reader, task->id, &id, error);
}

static void
on_new_council (DeskCouncilsView *self)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("council"), NULL);

  ocop_record_set_text (record, "kind", "council");
  desk_record_dialog_present (GTK_WIDGET (self), self->reg, record, NULL, NULL);
}

static void
on_copy (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);

  if (council != NULL)
    desk_council_task_run (GTK_WIDGET (self), self->reg,
                           &(DeskCouncilTask) { .make = copy_council, .id = ocop_record_get_id (council->record) });
}

static void
on_edit (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);

  if (council != NULL)
    desk_record_dialog_present (GTK_WIDGET (self), self->reg, council->record, NULL, NULL);
}

/* The view */

static void
desk_councils_view_dispose (GObject *object)
{
  DeskCouncilsView *self = DESK_COUNCILS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->councils, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_councils_view_parent_class)->dispose (object);
}

static void
desk_councils_view_class_init (DeskCouncilsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_councils_view_dispose;
  g_type_ensure (DESK_TYPE_COUNCIL_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/council/desk-councils-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilsView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilsView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilsView, list);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilsView, card);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_new_council);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
}

static void
desk_councils_view_init (DeskCouncilsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
