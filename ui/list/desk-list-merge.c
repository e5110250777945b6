/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-merge.h"

#include "desk-window.h"
#include "evaluation/ocop-merging.h"
#include "form/desk-merge-dialog.h"
#include "list/desk-list-page-private.h"

gboolean
desk_list_merge_can (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return ocop_merging_takes (ocop_kind_find (parts->spec->kind)) && !parts->binned && desk_list_view_get_n_selected (parts->view) == 2;
}

/* The list leaves the one that stays selected, by its key. */
static void
on_done (DeskListPage *self,
         const char   *id)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  g_autofree char *name = ocop_register_dup_undo_name (desk_page_get_register (DESK_PAGE (self)));

  desk_list_page_show_record (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (desk_list_page_get_parts (self)->view));
  if (window != NULL && name != NULL)
    desk_window_toast (window, name);
}

static void
present (DeskListPage       *self,
         const char * const  ids[2],
         const gint64        keys[2])
{
  const OcopKind *kind = ocop_kind_find (desk_list_page_get_parts (self)->spec->kind);
  GtkWidget *dialog = desk_merge_dialog_present (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), kind, ids, keys);

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
}

void
desk_list_merge_ask (DeskListPage *self)
{
  g_autoptr(GArray) keys = NULL;

  if (!desk_list_merge_can (self))
    return;
  keys = desk_list_view_dup_selected_keys (desk_list_page_get_parts (self)->view);
  if (keys->len == 2)
    present (self, NULL, (const gint64 *) (void *) keys->data);
}

void
desk_list_merge_ask_for (DeskListPage *self,
                         const char   *other)
{
  const char *ids[2] = { desk_record_form_get_id (desk_list_page_get_form (self)), other };

  if (ids[0] != NULL)
    present (self, ids, NULL);
}
