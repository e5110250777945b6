/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-dossier-papers.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "desk-file-chooser.h"
#include "dossier/desk-paper-dialog.h"
#include "print/desk-print-preview.h"
#include "report/dossier/ocop-dossier-paper.h"
#include "report/ocop-paper-file.h"
#include "report/ocop-template-own.h"
#include "report/ocop-template.h"

/* More of what a template lacks would not fit the screen: it is all in the letter, as it was typed. */
#define SHOWN_PROBLEMS 6

typedef struct
{
  const OcopDossierPaper *paper;
  DeskWindow *window;        /* borrowed, while somebody is asked which paper */
  GArray *keys;              /* NULL for the id alone */
  char *id;
  char *templates;           /* the office's folder, there or not */
  OcopDate on;
} Request;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->keys, g_array_unref);
  g_free (request->id);
  g_free (request->templates);
  g_free (request);
}

/* What was made: a document of ours, or letters with the names of their files and what of their
 * template could not be filled. */
typedef struct
{
  DeskDocument *document;
  GPtrArray *letters;        /* GBytes */
  GPtrArray *names;
  GPtrArray *problems;       /* sentences, each once */
} Made;

static void
made_free (Made *made)
{
  g_clear_pointer (&made->document, desk_document_free);
  g_ptr_array_unref (made->letters);
  g_ptr_array_unref (made->names);
  g_ptr_array_unref (made->problems);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

/* Making */

static GPtrArray *
list_ids (OcopReader     *reader,
          const Request  *request,
          GError        **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (request->keys == NULL)
    g_ptr_array_add (ids, g_strdup (request->id));
  for (guint i = 0; request->keys != NULL && i < request->keys->len; i++)
    {
      char *id = ocop_reader_id_of_key (reader, ocop_kind_find ("dossier"), g_array_index (request->keys, gint64, i), error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

static gboolean
make_ours (Made                *made,
           OcopReader          *reader,
           const Request       *request,
           const char * const  *ids,
           GError             **error)
{
  g_autoptr(OcopPaper) paper = ocop_dossier_paper_build (request->paper, reader, ids, request->on, error);

  made->document = paper != NULL ? desk_document_new (_(request->paper->title), paper, error) : NULL;
  return made->document != NULL;
}

/* Of many letters every one has the same. */
static void
keep_problems (Made            *made,
               const GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      char *text = ocop_template_problem_describe (problems->pdata[i]);

      if (g_ptr_array_find_with_equal_func (made->problems, text, g_str_equal, NULL))
        g_free (text);
      else
        g_ptr_array_add (made->problems, text);
    }
}

static gboolean
make_letter (Made                *made,
             OcopReader          *reader,
             const Request       *request,
             const char * const  *ids,
             GError             **error)
{
  g_autoptr(GBytes) template = ocop_template_own_load (request->paper->template, request->templates, error);
  g_autoptr(GPtrArray) problems = NULL;
  GBytes *letter = template != NULL ? ocop_dossier_paper_fill (request->paper, reader, ids, request->on, template, &problems, error) : NULL;
  g_autofree char *dossier = ocop_reader_label (reader, ocop_kind_find ("dossier"), ids[0]);
  g_autofree char *name = NULL;
  g_autofree char *plain = NULL;

  if (letter == NULL)
    return FALSE;
  keep_problems (made, problems);
  name = request->paper->together ? g_strdup (_(request->paper->title)) : g_strdup_printf ("%s - %s", _(request->paper->title), dossier);
  plain = ocop_text_to_file_name (name);
  g_ptr_array_add (made->letters, letter);
  g_ptr_array_add (made->names, g_strconcat (plain, ".docx", NULL));
  return TRUE;
}

/* One for all of them, or one each. */
static gboolean
make_letters (Made                *made,
              OcopReader          *reader,
              const Request       *request,
              const char * const  *ids,
              GError             **error)
{
  if (request->paper->together)
    return make_letter (made, reader, request, ids, error);
  for (; *ids != NULL; ids++)
    {
      const char * const one[] = { *ids, NULL };

      if (!make_letter (made, reader, request, one, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Request *request = data;
  g_autoptr(GPtrArray) ids = list_ids (reader, request, error);
  g_autoptr(Made) made = g_new0 (Made, 1);
  const char * const *list;

  made->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  made->names = g_ptr_array_new_with_free_func (g_free);
  made->problems = g_ptr_array_new_with_free_func (g_free);
  if (ids == NULL)
    return NULL;
  list = (const char * const *) ids->pdata;
  if (!(request->paper->template != NULL ? make_letters (made, reader, request, list, error) : make_ours (made, reader, request, list, error)))
    return NULL;
  return g_steal_pointer (&made);
}

/* Letters into files */

static void
say_written (DeskWindow *window,
             const Made *made,
             const char *path)
{
  g_autofree char *written = made->letters->len == 1 ? g_strdup_printf (_("Written: %s"), path)
                                                     : g_strdup_printf (_("%u letters written into %s"), made->letters->len, path);
  g_autoptr(GString) text = g_string_new (written);
  g_autoptr(GError) problem = NULL;

  for (guint i = 0; i < MIN (made->problems->len, SHOWN_PROBLEMS); i++)
    g_string_append_printf (text, "\n%s", (char *) made->problems->pdata[i]);
  if (made->problems->len > SHOWN_PROBLEMS)
    g_string_append_printf (text, _("\nand %u more"), made->problems->len - SHOWN_PROBLEMS);
  problem = g_error_new_literal (OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, text->str);
  if (made->problems->len > 0)
    desk_window_show_error (window, problem);
  else if (made->letters->len == 1)
    desk_window_say_written (window, written, path);
  else
    desk_window_say (window, written);
}

static gboolean
write_letters (const Made  *made,
               const char  *path,
               GError     **error)
{
  if (made->letters->len == 1)
    return ocop_paper_file_write (path, made->letters->pdata[0], error);
  for (guint i = 0; i < made->letters->len; i++)
    {
      g_autofree char *file = g_build_filename (path, made->names->pdata[i], NULL);

      if (!ocop_paper_file_write (file, made->letters->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 Made            *made)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(Made) owned_made = made;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  DeskWindow *window = DESK_WINDOW (gtk_native_dialog_get_transient_for (chooser));
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT && file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;
  if (write_letters (made, path, &error))
    say_written (window, made, path);
  else
    desk_window_show_error (window, error);
}

/* Takes @made. */
static void
ask_for_place (DeskWindow *window,
               Made       *made)
{
  static const DeskFileKind documents[] = { { N_("Word document (.docx)"), "docx" }, { NULL } };
  gboolean one = made->letters->len == 1;
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (window), one ? _("Save the Letter") : _("Choose a Folder for the Letters"),
                                                         one ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                         _("_Save"), one ? documents : NULL);

  if (one)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), made->names->pdata[0]);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen), made);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskWindow) window = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Made) made = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), NULL);
  if (made == NULL)
    desk_window_show_error (window, error);
  else if (made->document == NULL)
    ask_for_place (window, g_steal_pointer (&made));
  else
    {
      GtkWidget *preview = desk_print_preview_new (window);

      desk_print_preview_show (DESK_PRINT_PREVIEW (preview), g_steal_pointer (&made->document));
      gtk_window_present (GTK_WINDOW (preview));
    }
}

/* Asking */

/* Takes @request. */
static void
run (DeskWindow *window,
     Request    *request,
     const char *name)
{
  request->paper = ocop_dossier_paper_find (name);
  request->on = ocop_date_today ();
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "progress");
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_LONG, make, request, (GDestroyNotify) request_free,
                            (GDestroyNotify) made_free, NULL, on_made, g_object_ref (window));
}

void
desk_dossier_papers_show (DeskWindow *window,
                          const char *name,
                          const char *id)
{
  Request *request = g_new0 (Request, 1);

  request->id = g_strdup (id);
  run (window, request, name);
}

static void
on_chosen (Request    *request,
           const char *name)
{
  Request *copy = g_new0 (Request, 1);

  copy->keys = request->keys != NULL ? g_array_ref (request->keys) : NULL;
  copy->id = g_strdup (request->id);
  copy->templates = g_strdup (request->templates);
  run (request->window, copy, name);
}

static void
forget (gpointer  request,
        GClosure *closure)
{
  request_free (request);
}

void
desk_dossier_papers_ask (DeskWindow *window,
                         const char *id,
                         GArray     *keys)
{
  g_autofree char *templates = ocop_template_own_dup_folder (desk_window_get_path (window));
  GtkWidget *dialog = desk_paper_dialog_present (GTK_WINDOW (window), keys != NULL ? keys->len : 1, templates);
  Request *request = g_new0 (Request, 1);

  request->window = window;
  request->id = g_strdup (id);
  request->keys = keys;
  request->templates = g_steal_pointer (&templates);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (on_chosen), request, forget, G_CONNECT_SWAPPED);
}
