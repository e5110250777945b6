/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-bulk.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-window.h"
#include "form/desk-field-editor.h"
#include "form/desk-related-pane.h"
#include "list/desk-list-page-private.h"
#include "list/desk-progress-dialog.h"
#include "report/ocop-paper-file.h"

/* Records whose parts are asked for at once. */
#define BATCH 500

/* What the long lane needs to make the change. */
typedef struct
{
  const OcopKind *kind;
  GArray *keys;
  OcopAction action;
  const OcopField *field;   /* of an edit */
  OcopValue value;
  guint done;               /* steps, of @total: each record's id, then what is done with it */
  guint total;
  DeskProgress *progress;
} Work;

/* Whom the result is for. */
typedef struct
{
  DeskListPage *page;
  GtkWidget *dialog;
} Errand;

static void
work_free (Work *work)
{
  g_array_unref (work->keys);
  ocop_value_clear (&work->value);
  desk_progress_unref (work->progress);
  g_free (work);
}

static void
errand_free (Errand *errand)
{
  gtk_window_destroy (GTK_WINDOW (errand->dialog));
  g_object_unref (errand->page);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
add_edit (OcopChange  *change,
          Work        *work,
          OcopReader  *reader,
          const char  *id,
          GError     **error)
{
  g_autoptr (OcopRecord) before = ocop_reader_load (reader, work->kind, id, error);
  g_autoptr (OcopRecord) after = NULL;

  if (before == NULL)
    return FALSE;
  after = ocop_record_copy (before);
  ocop_record_set (after, work->field->name, &work->value);
  ocop_change_edit (change, before, after);
  return TRUE;
}

static void
add_move (OcopChange     *change,
          OcopAction      action,
          const OcopKind *kind,
          const char     *id)
{
  if (action == OCOP_ACTION_BIN)
    ocop_change_bin (change, kind, id);
  else
    ocop_change_restore (change, kind, id);
}

/* Counts @n more steps done. Returns: %FALSE when nobody waits for them any more. */
static gboolean
advance (Work          *work,
         guint          n,
         GCancellable  *cancellable,
         GError       **error)
{
  work->done += n;
  desk_progress_report (work->done, work->total, work->progress);
  return !ocop_paper_file_is_cancelled (cancellable, error);
}

static gboolean
add_part (OcopChange      *change,
          const OcopKind  *kind,
          OcopAction       action,
          OcopReader      *reader,
          gint64           key,
          GError         **error)
{
  g_autofree char *id = ocop_reader_id_of_key (reader, kind, key, error);

  if (id != NULL)
    add_move (change, action, kind, id);
  return id != NULL;
}

/* The records that are parts of those with @ids. */
static gboolean
add_parts (OcopChange          *change,
           const DeskRelated   *related,
           OcopAction           action,
           OcopReader          *reader,
           const char * const  *ids,
           GError             **error)
{
  const OcopKind *kind = ocop_kind_find (related->kind);
  g_autoptr (OcopQuery) query = ocop_query_new (related->kind);
  g_autoptr (GArray) keys = NULL;

  ocop_query_wherev (query, related->link, OCOP_OPERATOR_IS, ids);
  ocop_query_set_binned (query, action == OCOP_ACTION_RESTORE);
  keys = ocop_reader_keys (reader, query, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!add_part (change, kind, action, reader, g_array_index (keys, gint64, i), error))
      return FALSE;
  return keys != NULL;
}

/* Parts go where the record goes; a producer's products are none. */
static gboolean
is_part (const Work        *work,
         const DeskRelated *related)
{
  return g_str_equal (related->subject, work->kind->name) && !g_str_equal (related->kind, "product");
}

/* Asks for many at once: each question may have to look through all parts. */
static gboolean
add_all_parts (OcopChange    *change,
               Work          *work,
               OcopReader    *reader,
               GPtrArray     *ids,
               GCancellable  *cancellable,
               GError       **error)
{
  for (guint first = 0; first < ids->len; first += BATCH)
    {
      guint n = MIN (BATCH, ids->len - first);
      g_autofree const char **batch = g_new0 (const char *, n + 1);

      memcpy (batch, ids->pdata + first, n * sizeof (char *));
      for (const DeskRelated *related = desk_related_all (); related->subject != NULL; related++)
        if (is_part (work, related) && !add_parts (change, related, work->action, reader, batch, error))
          return FALSE;
      if (!advance (work, n, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Nothing may lead to a record in the bin: parts go in before it and come out after it. */
static gboolean
add_moves (OcopChange    *change,
           Work          *work,
           OcopReader    *reader,
           GPtrArray     *ids,
           GCancellable  *cancellable,
           GError       **error)
{
  if (work->action == OCOP_ACTION_BIN && !add_all_parts (change, work, reader, ids, cancellable, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    add_move (change, work->action, work->kind, g_ptr_array_index (ids, i));
  return work->action == OCOP_ACTION_BIN || add_all_parts (change, work, reader, ids, cancellable, error);
}

static gboolean
add_edits (OcopChange    *change,
           Work          *work,
           OcopReader    *reader,
           GPtrArray     *ids,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!add_edit (change, work, reader, g_ptr_array_index (ids, i), error) || !advance (work, 1, cancellable, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
dup_ids (Work          *work,
         OcopReader    *reader,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < work->keys->len; i++)
    {
      char *id = ocop_reader_id_of_key (reader, work->kind, g_array_index (work->keys, gint64, i), error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
      if (!advance (work, 1, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&ids);
}

/* "Move to the bin: 3 records" */
static char *
dup_name (Work *work)
{
  g_autofree char *number = ocop_number_to_people (work->keys->len);

  switch (work->action)
    {
    case OCOP_ACTION_BIN:
      return g_strdup_printf (_("Move to the bin: %s records"), number);
    case OCOP_ACTION_RESTORE:
      return g_strdup_printf (_("Take out of the bin: %s records"), number);
    default:
      /* Translators: a field and a number of records */
      return g_strdup_printf (_("Set %s of %s records"), _(work->field->title), number);
    }
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Work *work = data;
  g_autofree char *name = dup_name (work);
  static const char * const kinds[] = { [OCOP_ACTION_EDIT] = "edit", [OCOP_ACTION_BIN] = "bin", [OCOP_ACTION_RESTORE] = "restore" };
  g_autoptr (OcopChange) change = ocop_change_new (kinds[work->action], name);
  g_autoptr (GPtrArray) ids = dup_ids (work, reader, cancellable, error);

  if (ids == NULL)
    return NULL;
  return (work->action == OCOP_ACTION_EDIT ? add_edits : add_moves) (change, work, reader, ids, cancellable, error) ? g_steal_pointer (&change) : NULL;
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (errand->page));

  if (!ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    {
      desk_list_page_show_error (errand->page, error);
      return;
    }
  name = ocop_register_dup_undo_name (OCOP_REGISTER (source));
  if (window != NULL && name != NULL)
    desk_window_toast (window, name);
}

static void
on_change_made (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  OcopChange *change = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (change == NULL)
    desk_list_page_show_error (errand->page, error);
  else
    ocop_register_commit_async (OCOP_REGISTER (source), change, NULL, on_committed, g_steal_pointer (&errand));
}

static Work *
work_new (DeskListPage *page,
          OcopAction    action)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  Work *work = g_new0 (Work, 1);

  work->kind = ocop_kind_find (parts->spec->kind);
  work->keys = desk_list_view_dup_selected_keys (parts->view);
  work->total = 2 * work->keys->len;
  work->action = action;
  return work;
}

/* Takes @work, which may take its time: a dialog shows how far it is. */
static void
start (DeskListPage *page,
       Work         *work)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = dup_name (work);
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (page), desk_progress_dialog_new (GTK_WIDGET (page), name, cancellable) };
  work->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (errand->dialog));
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (page)), OCOP_LANE_LONG, make_change, work,
                            (GDestroyNotify) work_free, (GDestroyNotify) ocop_change_free, cancellable, on_change_made, errand);
}

void
desk_list_bulk_move (DeskListPage *page,
                     OcopAction    action)
{
  start (page, work_new (page, action));
}

void
desk_list_bulk_set (DeskListPage    *page,
                    const OcopField *field,
                    const OcopValue *value)
{
  Work *work = work_new (page, OCOP_ACTION_EDIT);

  work->field = field;
  work->value = ocop_value_copy (value);
  start (page, work);
}

/* The dialog that asks for a field and its value */

typedef struct
{
  DeskListPage *page;
  GtkWidget *window;
  GtkWidget *field_drop_down;
  GtkWidget *editor_box;
  GPtrArray *fields;        /* borrowed OcopField */
  DeskFieldEditor *editor;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->page);
  g_ptr_array_unref (asking->fields);
  g_free (asking);
}

static void
on_field_chosen (Asking *asking)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (asking->field_drop_down));

  if (asking->editor != NULL)
    gtk_box_remove (GTK_BOX (asking->editor_box), GTK_WIDGET (asking->editor));
  asking->editor = DESK_FIELD_EDITOR (desk_field_editor_new (g_ptr_array_index (asking->fields, index)));
  desk_field_editor_set_register (asking->editor, desk_page_get_register (DESK_PAGE (asking->page)));
  gtk_box_append (GTK_BOX (asking->editor_box), GTK_WIDGET (asking->editor));
}

static void
on_apply (Asking *asking)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!desk_field_editor_get_value (asking->editor, &value, &error))
    {
      desk_field_editor_show_message (asking->editor, error->message, TRUE);
      return;
    }
  desk_list_bulk_set (asking->page, desk_field_editor_get_field (asking->editor), &value);
  gtk_window_destroy (GTK_WINDOW (asking->window));
}

/* What differs from record to record by its nature is not offered. */
static gboolean
is_common (const OcopKind  *kind,
           const OcopField *field)
{
  return !g_str_equal (field->name, kind->label) && (field->flags & OCOP_FIELD_CODE) == 0 && field->type != OCOP_FIELD_LONG_TEXT &&
         field->type != OCOP_FIELD_PHOTO;
}

static GtkWidget *
make_field_drop_down (Asking *asking)
{
  const OcopKind *kind = ocop_kind_find (desk_list_page_get_parts (asking->page)->spec->kind);
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      if (!is_common (kind, field))
        continue;
      g_ptr_array_add (asking->fields, (gpointer) field);
      gtk_string_list_append (titles, _(field->title));
    }
  return gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
}

static GtkWidget *
make_header (Asking *asking)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_("_Apply"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (on_apply), asking);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), apply);
  return header;
}

void
desk_list_bulk_ask_field (DeskListPage *page)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *number = ocop_number_to_people (desk_list_view_get_n_selected (desk_list_page_get_parts (page)->view));
  g_autofree char *title = g_strdup_printf (_("Set a field of %s records"), number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  asking->page = g_object_ref (page);
  asking->fields = g_ptr_array_new ();
  asking->window = gtk_window_new ();
  asking->editor_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  asking->field_drop_down = make_field_drop_down (asking);
  g_object_set_data_full (G_OBJECT (asking->window), "desk-asking", asking, (GDestroyNotify) asking_free);
  g_object_set (asking->window, "title", title, "modal", TRUE, "default-width", 460, "child", box,
                "transient-for", gtk_widget_get_root (GTK_WIDGET (page)), NULL);
  gtk_window_set_titlebar (GTK_WINDOW (asking->window), make_header (asking));
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->field_drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Field"), -1);
  gtk_box_append (GTK_BOX (box), asking->field_drop_down);
  gtk_box_append (GTK_BOX (box), asking->editor_box);
  g_signal_connect_swapped (asking->field_drop_down, "notify::selected", G_CALLBACK (on_field_chosen), asking);
  on_field_chosen (asking);
  gtk_window_present (GTK_WINDOW (asking->window));
}
