/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-bulk.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-window.h"
#include "form/desk-related-pane.h"
#include "list/desk-list-page-private.h"
#include "list/desk-progress-dialog.h"
#include "report/ocop-paper-file.h"

/* Records whose parts are asked for at once. */
#define BATCH 500
/* Of the whole, what making the change takes; the rest is for carrying it out. */
#define SHARE_OF_MAKING 8

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
  GCancellable *cancellable;
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
  g_object_unref (errand->cancellable);
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
  g_autoptr(OcopRecord) before = ocop_reader_load (reader, work->kind, id, error);
  g_autoptr(OcopRecord) after = NULL;

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
  desk_progress_report (work->done, work->total * SHARE_OF_MAKING, work->progress);
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
  g_autoptr(OcopQuery) query = ocop_query_new (related->kind);
  g_autoptr(GArray) keys = NULL;

  ocop_query_wherev (query, related->link, OCOP_OPERATOR_IS, ids);
  ocop_query_set_binned (query, action == OCOP_ACTION_RESTORE);
  keys = ocop_reader_keys (reader, query, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!add_part (change, kind, action, reader, g_array_index (keys, gint64, i), error))
      return FALSE;
  return keys != NULL;
}

/* Parts go where the record goes; a producer's products are none. Those that cannot be without the
 * record the register takes along by itself. */
static gboolean
is_part (const Work        *work,
         const DeskRelated *related)
{
  const OcopField *link = ocop_kind_find_field (ocop_kind_find (related->kind), related->link);

  return g_str_equal (related->subject, work->kind->name) && !g_str_equal (related->kind, "product") &&
         (link->flags & OCOP_FIELD_REQUIRED) == 0;
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
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

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
  g_autoptr(OcopChange) change = ocop_change_new (kinds[work->action], name);
  g_autoptr(GPtrArray) ids = dup_ids (work, reader, cancellable, error);

  if (ids == NULL)
    return NULL;
  return (work->action == OCOP_ACTION_EDIT ? add_edits : add_moves) (change, work, reader, ids, cancellable, error) ? g_steal_pointer (&change) : NULL;
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
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
report_writing (gsize    done,
                gsize    total,
                gpointer progress)
{
  desk_progress_report (total + done * (SHARE_OF_MAKING - 1), total * SHARE_OF_MAKING, progress);
}

/* Takes @change and @errand. */
static void
commit (OcopRegister *reg,
        OcopChange   *change,
        Errand       *errand)
{
  ocop_register_commit_long_async (reg, change, report_writing,
                                   desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (errand->dialog)),
                                   (GDestroyNotify) desk_progress_unref, errand->cancellable, on_committed, errand);
}

static void
on_change_made (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  OcopChange *change = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (change == NULL)
    desk_list_page_show_error (errand->page, error);
  else
    commit (OCOP_REGISTER (source), change, g_steal_pointer (&errand));
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
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = dup_name (work);
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (page), desk_progress_dialog_new (GTK_WIDGET (page), name, cancellable), g_object_ref (cancellable) };
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
