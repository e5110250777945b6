/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-dossier.h"

#include "desk-window.h"
#include "dossier/desk-advisory-dialog.h"
#include "dossier/desk-dossier-papers.h"
#include "dossier/desk-points-dialog.h"
#include "dossier/desk-step-dialog.h"
#include "list/desk-list-page-private.h"

static gboolean
is_page_of (DeskListPage *self,
            const char   *kind)
{
  return g_str_equal (desk_list_page_get_parts (self)->spec->kind, kind);
}

/* The record beside the list, which is not in it where the filters leave it out; NULL when none is shown. */
static const char *
get_shown (DeskListPage *self)
{
  DeskRecordForm *form = desk_list_page_get_parts (self)->form;

  return form != NULL && gtk_widget_get_visible (GTK_WIDGET (form)) ? desk_record_form_get_id (form) : NULL;
}

gboolean
desk_list_dossier_can_go_on (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return (is_page_of (self, "product") || is_page_of (self, "dossier")) && !parts->binned &&
         (desk_list_view_get_selected_key (parts->view) != 0 || get_shown (self) != NULL ||
          desk_list_view_get_n_selected (parts->view) > 1);
}

static void
on_done (DeskListPage *self,
         const char   *id,
         const char   *told)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window == NULL)
    return;
  desk_window_show_record (window, "dossier", id);
  if (told != NULL)
    desk_window_say (window, told);
}

static void
watch (DeskListPage *self,
       GtkWidget    *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
}

/* (transfer full) (nullable): those that are selected; NULL where the one beside the list is meant. */
static GArray *
dup_chosen_keys (DeskListPage *self)
{
  DeskListView *view = desk_list_page_get_parts (self)->view;

  return get_shown (self) == NULL || desk_list_view_get_n_selected (view) > 1 ? desk_list_view_dup_selected_keys (view) : NULL;
}

typedef struct
{
  const OcopKind *kind;
  char *id;     /* NULL where the key is known instead */
  gint64 key;
} Chosen;

static void
chosen_free (Chosen *chosen)
{
  g_free (chosen->id);
  g_free (chosen);
}

static gpointer
read_chosen (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Chosen *chosen = data;
  g_autofree char *id = chosen->id != NULL ? g_strdup (chosen->id)
                                           : ocop_reader_id_of_key (reader, chosen->kind, chosen->key, error);

  return id != NULL ? ocop_reader_load (reader, chosen->kind, id, error) : NULL;
}

static void
on_chosen_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DeskListPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRecord) record = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  OcopRegister *reg = OCOP_REGISTER (source);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (record == NULL)
    desk_list_page_show_error (self, error);
  else
    watch (self, desk_step_dialog_present_begin (GTK_WIDGET (self), reg, ocop_record_get_id (record),
                                                 ocop_record_get_text (record, "name")));
}

/* The one beside the list, or else the first that is selected. */
static Chosen *
new_chosen (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  Chosen *chosen = g_new0 (Chosen, 1);

  chosen->kind = ocop_kind_find (parts->spec->kind);
  chosen->id = g_strdup (get_shown (self));
  chosen->key = desk_list_view_get_selected_key (parts->view);
  return chosen;
}

typedef struct
{
  const OcopKind *kind;
  GArray *keys;
} Keys;

static void
keys_free (Keys *keys)
{
  g_array_unref (keys->keys);
  g_free (keys);
}

static gpointer
read_ids (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Keys *job = data;
  const GArray *keys = job->keys;
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *id = ocop_reader_id_of_key (reader, job->kind, g_array_index (keys, gint64, i), error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

static void
on_ids_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskListPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (ids == NULL)
    desk_list_page_show_error (self, error);
  else if (ids[0] != NULL)
    watch (self, is_page_of (self, "dossier") ? desk_step_dialog_present_move (GTK_WIDGET (self), OCOP_REGISTER (source), ids)
                                              : desk_step_dialog_present_begin_all (GTK_WIDGET (self), OCOP_REGISTER (source), ids));
}

/* Takes @keys. */
static void
go_on_with_all (DeskListPage *self,
                GArray       *keys)
{
  Keys *job = g_new (Keys, 1);

  *job = (Keys) { ocop_kind_find (desk_list_page_get_parts (self)->spec->kind), keys };
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_ids, job, (GDestroyNotify) keys_free,
                            (GDestroyNotify) g_strfreev, NULL, on_ids_read, g_object_ref (self));
}

static void
move_on (DeskListPage *self)
{
  char *shown[] = { (char *) get_shown (self), NULL };
  GArray *keys = dup_chosen_keys (self);

  if (keys == NULL)
    watch (self, desk_step_dialog_present_move (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), shown));
  else
    go_on_with_all (self, keys);
}

void
desk_list_dossier_go_on (DeskListPage *self)
{
  if (!desk_list_dossier_can_go_on (self))
    return;
  if (is_page_of (self, "dossier"))
    move_on (self);
  else if (desk_list_view_get_n_selected (desk_list_page_get_parts (self)->view) > 1)
    go_on_with_all (self, dup_chosen_keys (self));
  else
    ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_chosen, new_chosen (self),
                              (GDestroyNotify) chosen_free, (GDestroyNotify) ocop_record_free, NULL, on_chosen_read, g_object_ref (self));
}

gboolean
desk_list_dossier_begins_new (DeskListPage *self)
{
  if (!is_page_of (self, "dossier"))
    return FALSE;
  watch (self, desk_step_dialog_present_begin (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), NULL, NULL));
  return TRUE;
}

/* Of one or more dossiers */

gboolean
desk_list_dossier_is_chosen (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);

  return is_page_of (self, "dossier") && !parts->binned &&
         (desk_list_view_get_n_selected (parts->view) > 0 || get_shown (self) != NULL);
}

void
desk_list_dossier_make_paper (DeskListPage *self)
{
  if (desk_list_dossier_is_chosen (self))
    desk_dossier_papers_ask (desk_window_of (GTK_WIDGET (self)), get_shown (self), dup_chosen_keys (self));
}

void
desk_list_dossier_advise (DeskListPage *self)
{
  GtkWidget *dialog;

  if (!desk_list_dossier_is_chosen (self))
    return;
  dialog = desk_advisory_dialog_present (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), get_shown (self),
                                         dup_chosen_keys (self));
  g_signal_connect_object (dialog, "done", G_CALLBACK (desk_list_page_say), self, G_CONNECT_SWAPPED);
}

static gpointer
read_points (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Chosen *chosen = data;
  g_autofree char *id = chosen->id != NULL ? g_strdup (chosen->id) : ocop_reader_id_of_key (reader, chosen->kind, chosen->key, error);

  return id != NULL ? ocop_dossier_points_load (reader, id, ocop_date_today (), error) : NULL;
}

static void
on_points_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DeskListPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopDossierPoints) points = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (points == NULL)
    desk_list_page_show_error (self, error);
  else
    desk_points_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (source), g_steal_pointer (&points));
}

void
desk_list_dossier_score (DeskListPage *self)
{
  if (is_page_of (self, "dossier") && desk_list_dossier_can_go_on (self))
    ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_points, new_chosen (self),
                              (GDestroyNotify) chosen_free, (GDestroyNotify) ocop_dossier_points_free, NULL, on_points_read,
                              g_object_ref (self));
}
