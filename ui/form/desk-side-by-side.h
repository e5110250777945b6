/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/ocop-record.h"

G_BEGIN_DECLS

#define DESK_TYPE_SIDE_BY_SIDE (desk_side_by_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskSideBySide, desk_side_by_side, DESK, SIDE_BY_SIDE, GtkWidget)

/**
 * DeskSideBySide:
 *
 * Two states of one record, field by field where they differ. Of each field
 * either can be marked, mine at first; #DeskSideBySide::chosen is emitted when
 * somebody has decided.
 */

/**
 * desk_side_by_side_new:
 * @message: why there are two
 * @mine_title, @theirs_title: translated
 * @mine_labels, @theirs_labels: (nullable): what names the records that links lead to
 */
GtkWidget *desk_side_by_side_new (const char       *message,
                                  const char       *mine_title,
                                  const OcopRecord *mine,
                                  GHashTable       *mine_labels,
                                  const char       *theirs_title,
                                  const OcopRecord *theirs,
                                  GHashTable       *theirs_labels);

/**
 * desk_side_by_side_new_pair:
 * @choice: translated: what is asked of the two themselves, above their fields
 *
 * Two records of a kind instead, either of which is chosen: its values are marked then, the other's
 * where its own are unknown. #DeskSideBySide::chosen is emitted when another is chosen.
 */
GtkWidget *desk_side_by_side_new_pair (const char       *choice,
                                       const char       *mine_title,
                                       const OcopRecord *mine,
                                       GHashTable       *mine_labels,
                                       const char       *theirs_title,
                                       const OcopRecord *theirs,
                                       GHashTable       *theirs_labels);
/* Which of such a pair is chosen: 0 for mine, 1 for theirs. */
guint      desk_side_by_side_get_chosen    (DeskSideBySide   *self);
/* Chooses one, and gives it the focus. */
void       desk_side_by_side_choose        (DeskSideBySide   *self,
                                            guint             side);

/* Whether nothing of mine is marked. */
gboolean   desk_side_by_side_is_all_theirs (DeskSideBySide *self);

/* Sets in @mine the fields where theirs is marked; @labels then name its links as they stand. */
void       desk_side_by_side_apply         (DeskSideBySide *self,
                                            OcopRecord     *mine,
                                            GHashTable     *labels);

G_END_DECLS
