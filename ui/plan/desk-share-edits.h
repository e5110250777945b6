/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-share-out.h"

G_BEGIN_DECLS

/**
 * DeskShareEdits:
 *
 * What was typed into the shares of targets and is not saved yet, by target and locality: it outlives what is shown.
 */
typedef struct _DeskShareEdits DeskShareEdits;

DeskShareEdits *desk_share_edits_new       (void);
void            desk_share_edits_free      (DeskShareEdits     *self);

/* Types @text into a cell of @shares, which says what it is from then on; "" for no number. Text that is no number stays
 * as it is typed, and nothing is saved before it is put right. */
void            desk_share_edits_type      (DeskShareEdits     *self,
                                            OcopShareOut       *shares,
                                            guint               column,
                                            guint               row,
                                            const char         *text);
/* Puts what was typed before into @shares, which were read anew. */
void            desk_share_edits_put_into  (DeskShareEdits     *self,
                                            OcopShareOut       *shares);
/* What stands in a cell of @shares, as it is typed. (transfer full) */
char           *desk_share_edits_dup_text  (DeskShareEdits     *self,
                                            const OcopShareOut *shares,
                                            guint               column,
                                            guint               row);
gboolean        desk_share_edits_is_edited (DeskShareEdits     *self,
                                            const OcopShareOut *shares,
                                            guint               column,
                                            guint               row);
gboolean        desk_share_edits_is_wrong  (DeskShareEdits     *self,
                                            const OcopShareOut *shares,
                                            guint               column,
                                            guint               row);
/* How many cells of @shares' plan are not saved; @wrong: (out): how many of them are no numbers. */
guint           desk_share_edits_count     (DeskShareEdits     *self,
                                            const OcopShareOut *shares,
                                            guint              *wrong);
/* (transfer full) (element-type OcopShareEntry): of @shares' plan */
GPtrArray      *desk_share_edits_dup_entries (DeskShareEdits     *self,
                                              const OcopShareOut *shares);
/* Forgets what was typed for the plan of @shares. */
void            desk_share_edits_forget    (DeskShareEdits     *self,
                                            const OcopShareOut *shares);

G_END_DECLS
