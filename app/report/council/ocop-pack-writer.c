/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-pack-writer.h"

#include "base/ocop-writing.h"
#include "report/ocop-paper-pages.h"
#include "report/ocop-paper-xlsx.h"
#include "report/ocop-template.h"

typedef struct
{
  const OcopPack *pack;
  const char *folder;
  const char *templates;
  gboolean overwrite;
  GCancellable *cancellable;
  OcopPackWritten *written;
} Writer;

OcopPackWritten *
ocop_pack_written_new (void)
{
  OcopPackWritten *self = g_new0 (OcopPackWritten, 1);

  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ocop_pack_written_free (OcopPackWritten *self)
{
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Where the item's file of @ending goes, into @place; its folder is made. %NULL where one is there that is to be kept. */
static gboolean
find_place (Writer              *writer,
            const OcopPackItem  *item,
            const char          *ending,
            char               **place,
            GError             **error)
{
  g_autofree char *name = g_strconcat (item->path, ending, NULL);
  g_autofree char *path = g_build_filename (writer->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  if (!writer->overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_ptr_array_add (writer->written->kept, g_steal_pointer (&path));
      return TRUE;
    }
  if (!ocop_writing_make_folder (parent, error))
    return FALSE;
  *place = g_steal_pointer (&path);
  return TRUE;
}

static gboolean
write_pdf (Writer      *writer,
           OcopPaper   *paper,
           const char  *path,
           GError     **error)
{
  return ocop_paper_write_pdf (paper, path, NULL, NULL, writer->cancellable, error);
}

static gboolean
write_xlsx (Writer      *writer,
            OcopPaper   *paper,
            const char  *path,
            GError     **error)
{
  return ocop_paper_xlsx_write (paper, path, NULL, NULL, writer->cancellable, error);
}

static gboolean
render (Writer              *writer,
        const OcopPackItem  *item,
        OcopPaper           *paper,
        const char          *ending,
        gboolean           (*write) (Writer *, OcopPaper *, const char *, GError **),
        GError             **error)
{
  g_autofree char *path = NULL;

  if (!find_place (writer, item, ending, &path, error))
    return FALSE;
  if (path == NULL)
    return TRUE;
  if (!write (writer, paper, path, error))
    return FALSE;
  writer->written->n_files++;
  return TRUE;
}

static gboolean
write_ours (Writer              *writer,
            const OcopPackItem  *item,
            GError             **error)
{
  g_autoptr(OcopPaper) paper = ocop_pack_build (writer->pack, item);

  return render (writer, item, paper, ".pdf", write_pdf, error)
         && (!item->workbook || render (writer, item, paper, ".xlsx", write_xlsx, error));
}

static void
keep_problems (Writer             *writer,
               const OcopPackItem *item,
               const GPtrArray    *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *text = ocop_template_problem_describe (problems->pdata[i]);

      g_ptr_array_add (writer->written->problems, g_strdup_printf ("%s: %s", item->path, text));
    }
}

static gboolean
write_office (Writer              *writer,
              const OcopPackItem  *item,
              GError             **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!find_place (writer, item, ".docx", &path, error))
    return FALSE;
  if (path == NULL)
    return TRUE;
  bytes = ocop_pack_fill (writer->pack, item, writer->templates, &problems, error);
  keep_problems (writer, item, problems);
  if (bytes == NULL || !ocop_paper_file_write (path, bytes, error))
    return FALSE;
  writer->written->n_files++;
  return TRUE;
}

gboolean
ocop_pack_write (const OcopPack     *pack,
                 GPtrArray          *items,
                 const char         *folder,
                 const char         *templates,
                 gboolean            overwrite,
                 OcopPaperProgress   progress,
                 gpointer            user_data,
                 GCancellable       *cancellable,
                 OcopPackWritten    *written,
                 GError            **error)
{
  Writer writer = { pack, folder, templates, overwrite, cancellable, written };

  for (guint i = 0; i < items->len; i++)
    {
      const OcopPackItem *item = items->pdata[i];

      if (ocop_paper_file_is_cancelled (cancellable, error))
        return FALSE;
      if (!(item->template != NULL ? write_office : write_ours) (&writer, item, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, items->len, user_data);
    }
  return TRUE;
}
