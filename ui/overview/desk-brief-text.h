/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ocop-brief.h"

G_BEGIN_DECLS

/* The paragraph for a label, each figure a link to its name; free with g_free(). */
char *desk_brief_text_to_markup (const OcopBrief *brief);

/* Puts the paragraph on @clipboard, as plain text and as HTML for word processors. */
void  desk_brief_text_copy      (const OcopBrief *brief,
                                 GdkClipboard    *clipboard);

G_END_DECLS
