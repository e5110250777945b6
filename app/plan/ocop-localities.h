/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopLocalities:
 *
 * The localities that a plan is shared out to, as they stood on a day: of a province its districts while it had them
 * (until 30 June 2025), then its communes; of a district its communes. Whatever lies within one of them counts for it,
 * and so does what was written down for a unit whose place it took.
 */
typedef struct _OcopLocalities OcopLocalities;

/* @within: (nullable): the id of the unit whose localities they are; all that the register has when %NULL.
 * (transfer full): in the order of their names; %NULL on failure */
OcopLocalities *ocop_localities_read      (OcopReader            *reader,
                                           const char            *within,
                                           OcopDate               on,
                                           GError               **error);
void            ocop_localities_free      (OcopLocalities        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopLocalities, ocop_localities_free)

guint           ocop_localities_get_n     (const OcopLocalities  *self);
const char     *ocop_localities_get_id    (const OcopLocalities  *self,
                                           guint                  place);
const char     *ocop_localities_get_name  (const OcopLocalities  *self,
                                           guint                  place);
/* Where the unit @id lies: @place (out). %FALSE where in none of them. */
gboolean        ocop_localities_find      (const OcopLocalities  *self,
                                           const char            *id,
                                           guint                 *place);

/* @groups: ocop_reader_groups() by a locality. Their numbers by place, of which there is one more, for what lies in none;
 * free with g_free(). */
gint64         *ocop_localities_add_up    (const OcopLocalities  *self,
                                           const OcopRows        *groups);

G_END_DECLS
