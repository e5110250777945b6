/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-brief-text.h"

#include "desk-clipboard.h"

char *
desk_brief_text_to_markup (const OcopBrief *brief)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < brief->runs->len; i++)
    {
      const OcopBriefRun *run = brief->runs->pdata[i];
      g_autofree char *piece =
        run->figure != NULL ? g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\"><b>%s</b></a>", run->figure->name, run->figure->title, run->text)
                            : g_markup_escape_text (run->text, -1);

      g_string_append (markup, piece);
    }
  return g_string_free (markup, FALSE);
}

/* The paragraph as HTML, figures in bold. */
static char *
to_html (const OcopBrief *brief)
{
  GString *html = g_string_new ("<p>");

  for (guint i = 0; i < brief->runs->len; i++)
    {
      const OcopBriefRun *run = brief->runs->pdata[i];
      g_autofree char *piece = g_markup_printf_escaped (run->figure != NULL ? "<b>%s</b>" : "%s", run->text);

      g_string_append (html, piece);
    }
  g_string_append (html, "</p>");
  return g_string_free (html, FALSE);
}

void
desk_brief_text_copy (const OcopBrief *brief,
                      GdkClipboard    *clipboard)
{
  g_autofree char *html = to_html (brief);

  desk_clipboard_set (clipboard, brief->text, html);
}
