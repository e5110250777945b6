/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-table-copy.h"

#include <glib/gi18n.h>

#include "desk-clipboard.h"
#include "desk-window.h"

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
desk_table_copy (GtkWidget       *widget,
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
