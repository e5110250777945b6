/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clipboard.h"

#include <string.h>

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
