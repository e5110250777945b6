/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-certificate.h"

#include <glib/gi18n.h>

#include "decision/desk-act-dialog.h"
#include "decision/desk-decision-acts.h"
#include "desk-window.h"
#include "list/desk-list-page-private.h"

gboolean
desk_list_certificate_can_revoke (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return g_str_equal (parts->spec->kind, "recognition") && !parts->binned && desk_list_view_get_n_selected (parts->view) > 0;
}

gboolean
desk_list_certificate_can_reissue (DeskListPage *self)
{
  return desk_list_certificate_can_revoke (self) && desk_list_view_get_n_selected (desk_list_page_get_parts (self)->view) == 1;
}

/* What was chosen: ids, and the first with the name of its product. */
typedef struct
{
  GArray *keys;
  const DeskAct *act;
  char **ids;
  OcopRecord *first;
  char *product;
} Chosen;

static void
chosen_free (Chosen *chosen)
{
  g_array_unref (chosen->keys);
  g_strfreev (chosen->ids);
  g_clear_pointer (&chosen->first, ocop_record_free);
  g_free (chosen->product);
  g_free (chosen);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chosen, chosen_free)

/* Fills in what it is given, and gives it back. */
static gpointer
read_chosen (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Chosen *asked = data;
  const OcopKind *kind = ocop_kind_find ("recognition");
  g_autoptr(Chosen) chosen = g_new0 (Chosen, 1);

  chosen->keys = g_array_ref (asked->keys);
  chosen->act = asked->act;
  chosen->ids = g_new0 (char *, asked->keys->len + 1);
  for (guint i = 0; i < asked->keys->len; i++)
    if ((chosen->ids[i] = ocop_reader_id_of_key (reader, kind, g_array_index (asked->keys, gint64, i), error)) == NULL)
      return NULL;
  chosen->first = ocop_reader_load (reader, kind, chosen->ids[0], error);
  if (chosen->first == NULL)
    return NULL;
  chosen->product = ocop_reader_label (reader, ocop_kind_find ("product"), ocop_record_get_text (chosen->first, "product"));
  return g_steal_pointer (&chosen);
}

static void
on_done (DeskListPage *self,
         const char   *made)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  g_autofree char *name = ocop_register_dup_undo_name (desk_page_get_register (DESK_PAGE (self)));

  if (window == NULL)
    return;
  if (made != NULL)
    desk_window_show_record (window, "decision", made);
  desk_window_toast (window, name);
}

static void
on_chosen_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DeskListPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Chosen) chosen = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autofree char *about = NULL;
  GtkWidget *dialog;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (chosen == NULL)
    {
      desk_list_page_show_error (self, error);
      return;
    }
  /* Translators: the name of a product, how many more */
  about = chosen->keys->len == 1 ? g_strdup (chosen->product) : g_strdup_printf (_("%s and %u more"), chosen->product, chosen->keys->len - 1);
  if (!ocop_date_is_known (ocop_record_get_date (chosen->first, "reissued_on")))
    ocop_record_set_date (chosen->first, "reissued_on", ocop_date_today ());
  dialog = desk_act_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (source), chosen->act, about, (const char * const *) chosen->ids,
                                    (const OcopRecord *[]) { chosen->first, NULL });
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
}

static void
ask (DeskListPage  *self,
     const DeskAct *act)
{
  Chosen *asked = g_new0 (Chosen, 1);

  asked->keys = desk_list_view_dup_selected_keys (desk_list_page_get_parts (self)->view);
  asked->act = act;
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_chosen, asked, (GDestroyNotify) chosen_free,
                            (GDestroyNotify) chosen_free, NULL, on_chosen_read, g_object_ref (self));
}

void
desk_list_certificate_revoke (DeskListPage *self)
{
  if (desk_list_certificate_can_revoke (self))
    ask (self, &desk_decision_revoke_act);
}

void
desk_list_certificate_reissue (DeskListPage *self)
{
  if (desk_list_certificate_can_reissue (self))
    ask (self, &desk_decision_reissue_act);
}
