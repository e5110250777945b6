/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-render.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "command.h"
#include "report/ocop-paper-csv.h"
#include "report/ocop-paper-pages.h"
#include "report/ocop-paper-xlsx.h"

static void
show_progress (gsize    done,
               gsize    total,
               gpointer data)
{
  if (total > 0)
    g_printerr ("\r%3u %%", (guint) (done * 100 / total));
}

static gboolean
write_csv (OcopPaper          *paper,
           const char         *path,
           OcopPaperProgress   progress,
           gpointer            data,
           GCancellable       *cancellable,
           GError            **error)
{
  return ocop_paper_csv_write (ocop_paper_get_table (paper), path, progress, data, cancellable, error);
}

static gboolean
write_xlsx (OcopPaper          *paper,
            const char         *path,
            OcopPaperProgress   progress,
            gpointer            data,
            GCancellable       *cancellable,
            GError            **error)
{
  return ocop_paper_xlsx_write (paper, path, progress, data, cancellable, error);
}

static const struct
{
  const char *suffix;
  OcopRender render;
} renderers[] = {
  { ".csv", write_csv },
  { ".xlsx", write_xlsx },
  { ".pdf", ocop_paper_write_pdf },
};

OcopRender
ocop_render_find (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (renderers); i++)
    if (ocop_text_ends_in (path, renderers[i].suffix))
      return renderers[i].render;
  ocop_invocation_say (_("%s: the name must end with .xlsx, .pdf or .csv"), path);
  return NULL;
}

gboolean
ocop_render_paper (OcopPaper   *paper,
                   const char  *path,
                   OcopRender   render,
                   GError     **error)
{
  gboolean watched = ocop_invocation_is_watched ();
  gboolean done = render (paper, path, watched ? show_progress : NULL, NULL, NULL, error);

  if (watched)
    g_printerr ("\r      \r");
  return done;
}
