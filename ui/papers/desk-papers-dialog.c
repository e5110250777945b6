/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers/desk-papers-dialog.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "desk-show-file.h"
#include "papers/desk-papers-row.h"
#include "papers/desk-papers-work.h"
#include "print/desk-columns-dialog.h"
#include "print/desk-print-preview.h"
#include "report/ocop-template-own.h"

struct _DeskPapersDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkCheckButton *all_check;
  GtkLabel *chosen_label;
  GtkListBox *list_box;
  GtkWidget *done_box;
  GtkLabel *done_label;
  GtkWidget *overwrite_button;
  GtkWidget *folder_button;

  /* Owned references */
  OcopPack *pack;
  char *templates;       /* the office's folder, there or not */
  GPtrArray *items;      /* what was written last, for once more */
  char *folder;          /* where to */

  gboolean opens;        /* what was written, when it is there */
  gboolean choosing;     /* all at once */
};

G_DEFINE_FINAL_TYPE (DeskPapersDialog, desk_papers_dialog, GTK_TYPE_WINDOW)

/* Saying what came of it */

static void
say (DeskPapersDialog *self,
     const char       *text,
     gboolean          has_folder,
     gboolean          kept_some)
{
  gtk_label_set_label (self->done_label, text);
  gtk_widget_set_visible (self->folder_button, has_folder);
  gtk_widget_set_visible (self->overwrite_button, kept_some);
  gtk_widget_set_visible (self->done_box, TRUE);
}

static void
say_error (DeskPapersDialog *self,
           const GError     *error)
{
  say (self, error->message, FALSE, FALSE);
}

static void
on_failed (GtkWidget  *widget,
           const char *message)
{
  say (DESK_PAPERS_DIALOG (widget), message, FALSE, FALSE);
}

/* Choosing */

static DeskPapersRow *
get_row (DeskPapersDialog *self,
         int               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, place);

  return row != NULL ? DESK_PAPERS_ROW (row) : NULL;
}

/* (element-type OcopPackItem) */
static GPtrArray *
list_chosen (DeskPapersDialog *self)
{
  GPtrArray *items = g_ptr_array_new ();
  DeskPapersRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (desk_papers_row_is_chosen (row))
      g_ptr_array_extend (items, desk_papers_row_get_items (row), NULL, NULL);
  return items;
}

static void
update (DeskPapersDialog *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u paper chosen", "%u papers chosen", chosen->len), chosen->len);

  gtk_label_set_label (self->chosen_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.save", chosen->len > 0);
  self->choosing = TRUE;
  gtk_check_button_set_active (self->all_check, chosen->len == self->pack->items->len);
  gtk_check_button_set_inconsistent (self->all_check, chosen->len > 0 && chosen->len < self->pack->items->len);
  self->choosing = FALSE;
}

static void
on_row_toggled (DeskPapersDialog *self)
{
  if (!self->choosing)
    update (self);
}

static void
on_all_toggled (DeskPapersDialog *self)
{
  gboolean all = gtk_check_button_get_active (self->all_check);
  DeskPapersRow *row;

  if (self->choosing)
    return;
  self->choosing = TRUE;
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    desk_papers_row_set_chosen (row, all);
  self->choosing = FALSE;
  update (self);
}

/* Showing pages of ours */

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  DeskDocument *document = desk_papers_preview_finish (result, &error);
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  GtkWidget *preview;

  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_box), TRUE);
  if (document == NULL)
    {
      say_error (self, error);
      return;
    }
  if (window == NULL)
    {
      desk_document_free (document);
      return;
    }
  preview = desk_print_preview_new (window);
  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (self));
  desk_print_preview_show (DESK_PRINT_PREVIEW (preview), document);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
on_preview (DeskPapersDialog *self,
            DeskPapersRow    *row)
{
  /* What is being laid out stays as it is until then. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_box), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "progress");
  desk_papers_preview_async (GTK_WIDGET (self), self->pack, desk_papers_row_get_items (row), on_previewed, NULL);
}

/* Writing */

/* The path of the one file that was asked for. */
static char *
dup_only_path (DeskPapersDialog *self)
{
  const OcopPackItem *item = self->items->pdata[0];
  g_autofree char *name = g_strconcat (item->path, item->template != NULL ? ".docx" : ".pdf", NULL);

  return g_build_filename (self->folder, name, NULL);
}

static void
open_written (DeskPapersDialog *self)
{
  g_autofree char *path = self->items->len == 1 ? dup_only_path (self) : g_strdup (self->folder);

  if (self->opens)
    desk_show_file (GTK_WIDGET (self), path, on_failed);
}

static void
say_written (DeskPapersDialog      *self,
             const OcopPackWritten *written)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u file written.", "%u files written.", written->n_files), written->n_files);
  g_autoptr(GString) text = g_string_new (files);

  if (written->kept->len > 0)
    g_string_append_printf (text, ngettext (" %u file was there already and was kept.", " %u files were there already and were kept.",
                                            written->kept->len), written->kept->len);
  for (guint i = 0; i < written->problems->len; i++)
    g_string_append_printf (text, "\n%s", (char *) written->problems->pdata[i]);
  say (self, text->str, TRUE, written->kept->len > 0);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopPackWritten) written = desk_papers_write_finish (result, &error);

  if (written == NULL)
    {
      say_error (self, error);
      return;
    }
  say_written (self, written);
  open_written (self);
}

static void
write_items (DeskPapersDialog *self,
             gboolean          overwrite)
{
  desk_papers_write_async (GTK_WIDGET (self), self->pack, self->items, self->folder, self->templates, overwrite, on_written, NULL);
}

static void
on_folder_chosen (GtkNativeDialog  *chooser,
                  int               response,
                  DeskPapersDialog *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response != GTK_RESPONSE_ACCEPT || folder == NULL)
    return;
  g_free (self->folder);
  self->folder = g_file_get_path (folder);
  write_items (self, FALSE);
}

/* Takes @items. */
static void
choose_folder (DeskPapersDialog *self,
               GPtrArray        *items,
               gboolean          opens)
{
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (self), _("Folder for the Papers"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                         _("_Save Here"), NULL);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  self->opens = opens;
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_save_row (DeskPapersDialog *self,
             DeskPapersRow    *row)
{
  choose_folder (self, g_ptr_array_copy (desk_papers_row_get_items (row), NULL, NULL), TRUE);
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (widget);

  choose_folder (self, list_chosen (self), FALSE);
}

static void
overwrite (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  write_items (DESK_PAPERS_DIALOG (widget), TRUE);
}

static void
open_folder (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (widget);

  desk_show_file (GTK_WIDGET (self), self->folder, on_failed);
}

static void
on_said (DeskPapersDialog *self,
         const char       *text)
{
  say (self, text, FALSE, FALSE);
}

/* Reading */

static gpointer
read_session (OcopReader    *reader,
              gpointer       id,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_pack_read_session (reader, id, error);
}

static gpointer
read_decision (OcopReader    *reader,
               gpointer       id,
               GCancellable  *cancellable,
               GError       **error)
{
  return ocop_pack_read_decision (reader, id, error);
}

typedef struct
{
  char *id;
  char *period;
  OcopDate on;
} PlanRequest;

static PlanRequest *
plan_request_new (const char *id,
                  const char *period,
                  OcopDate    on)
{
  PlanRequest *request = g_new (PlanRequest, 1);

  *request = (PlanRequest) { g_strdup (id), g_strdup (period), on };
  return request;
}

static void
plan_request_free (gpointer data)
{
  PlanRequest *request = data;

  g_free (request->id);
  g_free (request->period);
  g_free (request);
}

static gpointer
read_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const PlanRequest *request = data;

  return ocop_pack_read_plan (reader, request->id, request->period, request->on, error);
}

/* Columns of the tables */

/* Rows lead to other columns, and these to rows. */
static void add_rows (DeskPapersDialog *self);

/* Those that were chosen stay so. */
static void
take_pack (DeskPapersDialog *self,
           OcopPack         *pack)
{
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  DeskPapersRow *row;

  while ((row = get_row (self, 0)) != NULL)
    {
      const OcopPackItem *item = desk_papers_row_get_items (row)->pdata[0];

      if (!desk_papers_row_is_chosen (row))
        g_hash_table_add (left, (gpointer) item->name);
      gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
    }
  g_clear_pointer (&self->items, g_ptr_array_unref);
  ocop_pack_free (self->pack);
  self->pack = pack;
  add_rows (self);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    desk_papers_row_set_chosen (row, !g_hash_table_contains (left, ((const OcopPackItem *) desk_papers_row_get_items (row)->pdata[0])->name));
  update (self);
}

static void
on_read_again (GObject      *reg,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(DeskPapersDialog) self = data;
  g_autoptr(GError) error = NULL;
  OcopPack *pack = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (pack != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    take_pack (self, pack);
  else if (pack != NULL)
    ocop_pack_free (pack);
  else
    say_error (self, error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_box), TRUE);
}

/* Only those of a plan have columns to be chosen. */
static void
on_columns_saved (DeskPapersDialog *self)
{
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (window == NULL || self->pack->plan == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_box), FALSE);
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_LONG, read_plan,
                            plan_request_new (self->pack->plan, self->pack->period, self->pack->on), plan_request_free,
                            (GDestroyNotify) ocop_pack_free, NULL, on_read_again, g_object_ref (self));
}

static void
on_columns (DeskPapersDialog *self,
            DeskPapersRow    *row)
{
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  GtkWidget *dialog;

  if (window == NULL)
    return;
  dialog = desk_columns_dialog_new (GTK_WINDOW (self), window, desk_papers_row_get_report (row));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_columns_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The picture of certificates */

static void
on_picture_taken (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  char *path = desk_papers_take_picture_finish (result, &error);

  if (path == NULL)
    {
      say_error (self, error);
      return;
    }
  g_free (self->pack->background);
  self->pack->background = path;
  say (self, _("Certificates are printed on this picture from now on."), FALSE, FALSE);
}

static void
on_picture_chosen (GtkNativeDialog  *chooser,
                   int               response,
                   DeskPapersDialog *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && window != NULL)
    desk_papers_take_picture_async (GTK_WIDGET (self), desk_window_get_register (window), path, on_picture_taken, NULL);
}

static void
on_choose_picture (DeskPapersDialog *self)
{
  static const DeskFileKind pictures[] = { { N_("Pictures"), "png;jpg;jpeg" }, { NULL } };
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (self), _("Picture of certificates"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                         _("_Choose"), pictures);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_picture_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Building */

static void
add_row (DeskPapersDialog   *self,
         const OcopPackItem *item)
{
  GtkWidget *row = desk_papers_row_new (item, self->templates);

  g_signal_connect_object (row, "preview", G_CALLBACK (on_preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "save", G_CALLBACK (on_save_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "columns", G_CALLBACK (on_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "choose-picture", G_CALLBACK (on_choose_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

/* Papers of one kind share a row. */
static void
add_rows (DeskPapersDialog *self)
{
  DeskPapersRow *last = NULL;
  int n = 0;

  for (guint i = 0; i < self->pack->items->len; i++)
    {
      const OcopPackItem *item = ocop_pack_get_item (self->pack, i);

      if (last != NULL && desk_papers_row_takes (last, item))
        {
          desk_papers_row_add (last, item);
          continue;
        }
      add_row (self, item);
      last = get_row (self, n++);
    }
}

static void
desk_papers_dialog_finalize (GObject *object)
{
  DeskPapersDialog *self = DESK_PAPERS_DIALOG (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->pack, ocop_pack_free);
  g_free (self->templates);
  g_free (self->folder);
  G_OBJECT_CLASS (desk_papers_dialog_parent_class)->finalize (object);
}

static void
desk_papers_dialog_class_init (DeskPapersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_papers_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/papers/desk-papers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, all_check);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, done_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, done_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, overwrite_button);
  gtk_widget_class_bind_template_child (widget_class, DeskPapersDialog, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_install_action (widget_class, "papers.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "papers.overwrite", NULL, overwrite);
  gtk_widget_class_install_action (widget_class, "papers.open-folder", NULL, open_folder);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "papers.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_papers_dialog_init (DeskPapersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A session's own papers come before those of its decisions. */
static const char *
get_title (const OcopPack *pack)
{
  if (pack->letters->len > 0)
    return _("Papers of the plan");
  return ocop_pack_get_item (pack, 0)->decision != NULL ? _("Papers of the decision") : _("Papers of the session");
}

static void
present (DeskWindow   *window,
         OcopRegister *reg,
         OcopPack     *pack)
{
  DeskPapersDialog *self = g_object_new (DESK_TYPE_PAPERS_DIALOG, "transient-for", window, "title", get_title (pack),
                                         "application", gtk_window_get_application (GTK_WINDOW (window)), NULL);

  self->pack = pack;
  self->templates = ocop_template_own_dup_folder (desk_window_get_path (window));
  ocop_pack_find_background (pack, reg);
  add_rows (self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  OcopPack *pack = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  gtk_widget_set_cursor (GTK_WIDGET (window), NULL);
  if (pack == NULL)
    desk_window_show_error (window, error);
  else if (desk_window_get_register (window) != OCOP_REGISTER (reg))
    ocop_pack_free (pack);
  else
    present (window, OCOP_REGISTER (reg), pack);
}

/* Takes @data. */
static void
read_pack (DeskWindow     *window,
           OcopReadFunc    read,
           gpointer        data,
           GDestroyNotify  destroy)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "progress");
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_LONG, read, data, destroy,
                            (GDestroyNotify) ocop_pack_free, NULL, on_read, g_object_ref (window));
}

void
desk_papers_dialog_show_session (DeskWindow *window,
                                 const char *id)
{
  read_pack (window, read_session, g_strdup (id), g_free);
}

void
desk_papers_dialog_show_decision (DeskWindow *window,
                                  const char *id)
{
  read_pack (window, read_decision, g_strdup (id), g_free);
}

void
desk_papers_dialog_show_plan (DeskWindow *window,
                              const char *id,
                              const char *period,
                              OcopDate    on)
{
  read_pack (window, read_plan, plan_request_new (id, period, on), plan_request_free);
}
