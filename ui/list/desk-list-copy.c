/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list on the clipboard. */

#include <glib/gi18n.h>

#include "desk-clipboard.h"
#include "list/desk-list-export.h"
#include "list/desk-list-extract.h"
#include "list/desk-list-page-private.h"
#include "report/ocop-paper-csv.h"

/* A table pulls its rows once. */
static char *
write_text (DeskListExtract  *extract,
            OcopReader       *reader,
            char           *(*to_text) (const OcopPaperTable *, GError **),
            GError          **error)
{
  g_autoptr(OcopPaperTable) table = desk_list_extract_new_table (extract, reader, error);

  return table != NULL ? to_text (table, error) : NULL;
}

/* Returns: (type GStrv): as plain text, as HTML. */
static gpointer
write_texts (OcopReader    *reader,
             gpointer       extract,
             GCancellable  *cancellable,
             GError       **error)
{
  g_auto(GStrv) texts = g_new0 (char *, 3);

  texts[0] = write_text (extract, reader, ocop_paper_table_to_tsv, error);
  if (texts[0] != NULL)
    texts[1] = write_text (extract, reader, ocop_paper_table_to_html, error);
  return texts[1] != NULL ? g_steal_pointer (&texts) : NULL;
}

static void
on_texts_written (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskListPage) page = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) texts = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (texts == NULL)
    {
      desk_list_page_show_error (page, error);
      return;
    }
  desk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (page)), texts[0], texts[1]);
  desk_list_page_say (page, _("Copied as a table"));
}

void
desk_list_copy (DeskListPage *page)
{
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (page)), OCOP_LANE_LONG, write_texts,
                            desk_list_extract_new_selected (page), (GDestroyNotify) desk_list_extract_free,
                            (GDestroyNotify) g_strfreev, NULL, on_texts_written, g_object_ref (page));
}
