/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopObjection:
 * @forbids: whether it cannot be done like that; else it needs only to be known, or a reason
 * @text: in the user's language
 *
 * What stands against something that is asked for.
 */
typedef struct
{
  gboolean forbids;
  char *text;
} OcopObjection;

/* Returns: (transfer full) (element-type OcopObjection): none yet */
GPtrArray           *ocop_objections_new       (void);
void                 ocop_objections_add       (GPtrArray       *objections,
                                                gboolean         forbids,
                                                const char      *format,
                                                ...) G_GNUC_PRINTF (3, 4);

/* The first that forbids it; %NULL where none does. */
const OcopObjection *ocop_objections_forbidden (const GPtrArray *objections);

/* Free with g_free(): a line each, %NULL for none. */
char                *ocop_objections_to_text   (const GPtrArray *objections);

G_END_DECLS
