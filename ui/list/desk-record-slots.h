/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-row.h"

G_BEGIN_DECLS

/**
 * DeskRecordSlots:
 *
 * The items of a long list: one #DeskRow for each position at which somebody
 * has looked, the same one for as long as the list reaches that far.
 */
typedef struct _DeskRecordSlots DeskRecordSlots;

DeskRecordSlots *desk_record_slots_new       (void);
void             desk_record_slots_free      (DeskRecordSlots *self);

/* (nullable) (transfer none): %NULL where nobody has looked yet. */
DeskRow         *desk_record_slots_get       (DeskRecordSlots *self,
                                              guint            position);
/* (transfer none): a new one, where there is none. */
DeskRow         *desk_record_slots_add       (DeskRecordSlots *self,
                                              guint            position);
/* Forgets all from @length on. */
void             desk_record_slots_shorten   (DeskRecordSlots *self,
                                              guint            length);

/* Shows record @index of @rows at @position, if somebody has looked there. */
void             desk_record_slots_fill      (DeskRecordSlots *self,
                                              guint            position,
                                              OcopRows        *rows,
                                              guint            index);
/* Lets go of what @n positions from @first on show, unless it is looked at now. */
void             desk_record_slots_empty     (DeskRecordSlots *self,
                                              guint            first,
                                              guint            n);

/* Calls @func with each position that is looked at now, in no order. */
void             desk_record_slots_each_watched (DeskRecordSlots *self,
                                                 void           (*func) (guint position, gpointer data),
                                                 gpointer         data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecordSlots, desk_record_slots_free)

G_END_DECLS
