/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clipboard.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-window.h"

/* Who reads HTML from a clipboard has no other way to learn its encoding, and may take it for Latin-1. */
#define ENCODING "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">"

static GdkContentProvider *
new_provider (const char *type,
              const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* GTK would offer text/plain in ASCII, with codes in the place of Vietnamese letters. */
void
desk_clipboard_set (GdkClipboard *clipboard,
                    const char   *text,
                    const char   *html)
{
  g_autofree char *whole_html = g_strconcat (ENCODING, html, NULL);
  GdkContentProvider *providers[] = {
    new_provider ("text/html", whole_html),
    new_provider ("text/plain;charset=utf-8", text),
    new_provider ("text/plain", text),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr(GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (clipboard, all);
}

static void
add_row (GString            *text,
         GString            *html,
         const char * const *cells,
         const char         *tag)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (cells[i]), "\t\n", ' ');
      g_autofree char *escaped = g_markup_escape_text (plain, -1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", plain);
      g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
    }
  g_string_append (text, "\n");
  g_string_append (html, "</tr>");
}

void
desk_clipboard_copy_rows (GtkWidget       *widget,
                          const GPtrArray *rows)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) html = g_string_new ("<table>");

  for (guint i = 0; i < rows->len; i++)
    add_row (text, html, rows->pdata[i], i == 0 ? "th" : "td");
  g_string_append (html, "</table>");
  desk_clipboard_set (gtk_widget_get_clipboard (widget), text->str, html->str);
  desk_window_say (desk_window_of (widget), _("Copied as a table"));
}
