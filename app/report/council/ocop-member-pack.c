/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-member-pack-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "base/ocop-writing.h"
#include "evaluation/ocop-member-ballot.h"
#include "register/ocop-attachments.h"
#include "report/council/ocop-score-sheet.h"
#include "report/ocop-paper-pages.h"

/* Reading */

static void
clear_file (OcopMemberPackFile *file)
{
  g_free (file->file);
  g_free (file->title);
}

static void
product_free (gpointer data)
{
  OcopMemberPackProduct *product = data;

  g_clear_pointer (&product->facts, g_array_unref);
  g_array_unref (product->files);
  g_free (product->photo);
  g_free (product);
}

void
ocop_member_pack_free (OcopMemberPack *self)
{
  g_clear_pointer (&self->council, ocop_council_facts_free);
  g_ptr_array_unref (self->products);
  g_free (self);
}

static gboolean
read_files (OcopMemberPackProduct  *product,
            OcopReader             *reader,
            const char             *dossier,
            GError                **error)
{
  static const char * const columns[] = { "file", "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier_document");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopMemberPackFile file = { g_strdup (ocop_rows_get_text (rows, i, 0)), g_strdup (ocop_rows_get_text (rows, i, 1)) };

      if (file.file != NULL)
        g_array_append_val (product->files, file);
      else
        clear_file (&file);
    }
  return rows != NULL;
}

static gboolean
read_product (OcopMemberPack            *self,
              OcopReader                *reader,
              const OcopSessionProduct  *of,
              GError                   **error)
{
  OcopMemberPackProduct *product = g_new0 (OcopMemberPackProduct, 1);
  g_autoptr(OcopRecord) record = NULL;

  product->files = g_array_new (FALSE, FALSE, sizeof (OcopMemberPackFile));
  g_array_set_clear_func (product->files, (GDestroyNotify) clear_file);
  g_ptr_array_add (self->products, product);
  product->facts = ocop_member_ballot_read_facts (reader, of->dossier, error);
  record = product->facts != NULL ? ocop_reader_load (reader, ocop_kind_find ("product"), ocop_record_get_text (of->dossier, "product"), error) : NULL;
  if (record == NULL)
    return FALSE;
  product->photo = g_strdup (ocop_record_get_text (record, "photo"));
  return read_files (product, reader, ocop_record_get_id (of->dossier), error);
}

OcopMemberPack *
ocop_member_pack_read (OcopReader  *reader,
                       const char  *session,
                       GError     **error)
{
  g_autoptr(OcopMemberPack) self = g_new0 (OcopMemberPack, 1);

  self->products = g_ptr_array_new_with_free_func (product_free);
  self->council = ocop_council_facts_read (reader, session, error);
  if (self->council == NULL)
    return NULL;
  for (guint i = 0; i < self->council->session->products->len; i++)
    if (!read_product (self, reader, ocop_session_get_product (self->council->session, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

/* Writing */

typedef struct
{
  const OcopMemberPack *pack;
  OcopRegister *reg;
  const char *folder;
  guint n_files;
  GPtrArray *missing;
  GCancellable *cancellable;
} Writer;

/* Takes @paper. */
static gboolean
write_paper (Writer      *writer,
             OcopPaper   *paper,
             const char  *folder,
             const char  *name,
             GError     **error)
{
  g_autoptr(OcopPaper) own = paper;
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (!ocop_paper_write_pdf (own, path, NULL, NULL, writer->cancellable, error))
    return FALSE;
  writer->n_files++;
  return TRUE;
}

/* A file that is missing does not hold up the others. */
static gboolean
copy_file (Writer      *writer,
           const char  *attachment,
           const char  *title,
           guint        number,
           const char  *folder,
           GError     **error)
{
  const char *dot = strrchr (attachment, '.');
  g_autofree char *clean = ocop_text_to_file_name (title);
  g_autofree char *name = g_strdup_printf ("%02u %s%s", number, clean, dot != NULL ? dot : "");
  g_autofree char *to_path = g_build_filename (folder, name, NULL);
  g_autofree char *from_path = ocop_attachments_dup_path (writer->reg, attachment);
  g_autoptr(GFile) from = g_file_new_for_path (from_path);
  g_autoptr(GFile) to = g_file_new_for_path (to_path);
  g_autoptr(GError) local = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, writer->cancellable, NULL, NULL, &local))
    {
      writer->n_files++;
      return TRUE;
    }
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_ptr_array_add (writer->missing, g_strdup_printf (_("%s: the scanned file is not there."), title));
      return TRUE;
    }
  if (!ocop_paper_file_is_cancelled (writer->cancellable, error))
    ocop_writing_set_error (error, to_path, g_steal_pointer (&local));
  return FALSE;
}

static GBytes *
load_photo (Writer     *writer,
            const char *name)
{
  g_autofree char *path = name != NULL ? ocop_attachments_dup_path (writer->reg, name) : NULL;
  g_autoptr(GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  return file != NULL ? g_file_load_bytes (file, writer->cancellable, NULL, NULL) : NULL;
}

static gboolean
write_files (Writer                       *writer,
             const OcopMemberPackProduct  *product,
             const char                   *folder,
             GError                      **error)
{
  g_autofree char *documents = g_build_filename (folder, _("Documents"), NULL);

  if (product->files->len == 0)
    return TRUE;
  if (!ocop_writing_make_folder (documents, error))
    return FALSE;
  for (guint i = 0; i < product->files->len; i++)
    {
      const OcopMemberPackFile *file = &g_array_index (product->files, OcopMemberPackFile, i);

      if (!copy_file (writer, file->file, file->title, i + 1, documents, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_product (Writer  *writer,
               guint    place,
               GError **error)
{
  const OcopCouncilProduct *of = ocop_council_facts_get_product (writer->pack->council, place);
  const OcopMemberPackProduct *product = g_ptr_array_index (writer->pack->products, place);
  g_autofree char *clean = ocop_text_to_file_name (of->scored->product_name);
  g_autofree char *name = g_strdup_printf ("%02u %s", place + 1, clean);
  g_autofree char *folder = g_build_filename (writer->folder, name, NULL);
  g_autoptr(GBytes) photo = load_photo (writer, product->photo);

  if (product->photo != NULL && photo == NULL)
    g_ptr_array_add (writer->missing, g_strdup_printf (_("%s: the photo is not there."), of->scored->product_name));
  return ocop_writing_make_folder (folder, error)
         && write_paper (writer, ocop_member_pack_summary (writer->pack, place, photo), folder, _("Summary"), error)
         && write_paper (writer, ocop_score_sheet_new_blank (of->scored->scoring.criteria), folder, _("Blank score sheet"), error)
         && write_files (writer, product, folder, error);
}

gboolean
ocop_member_pack_write (const OcopMemberPack  *self,
                        OcopRegister          *reg,
                        const char            *folder,
                        OcopPaperProgress      progress,
                        gpointer               progress_data,
                        guint                 *n_files,
                        GPtrArray             *missing,
                        GCancellable          *cancellable,
                        GError               **error)
{
  Writer writer = { self, reg, folder, 0, missing, cancellable };
  gboolean done = ocop_writing_make_folder (folder, error)
                  && write_paper (&writer, ocop_member_pack_agenda (self), folder, _("Agenda"), error)
                  && write_paper (&writer, ocop_member_pack_hand_over (self), folder, _("Hand-over list"), error);

  for (guint i = 0; done && i < self->products->len; i++)
    {
      if (progress != NULL)
        progress (i, self->products->len, progress_data);
      done = !ocop_paper_file_is_cancelled (cancellable, error) && write_product (&writer, i, error);
    }
  *n_files = writer.n_files;
  return done;
}
