/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_CHOICE (desk_choice_get_type ())
G_DECLARE_FINAL_TYPE (DeskChoice, desk_choice, DESK, CHOICE, GtkWidget)

/**
 * DeskChoice:
 *
 * A button that shows one of many texts and opens a list of them, searched as
 * Vietnamese is: without marks and case. The first one stands for all.
 * #DeskChoice::chosen is emitted when a person has chosen.
 */

/* @keys, @titles: ended by %NULL, of equal length; the choice stays if its key is still there. */
void        desk_choice_set_items (DeskChoice         *self,
                                   const char * const *keys,
                                   const char * const *titles);

/* After the items: what is chosen by it, as a screen reader says it before the text that is chosen. */
void        desk_choice_set_caption (DeskChoice       *self,
                                     const char       *caption);

/* The first one where there is none with @key. Does not emit #DeskChoice::chosen. */
void        desk_choice_set_key   (DeskChoice         *self,
                                   const char         *key);

/* %NULL while the first one, which stands for all, is chosen. */
const char *desk_choice_get_key   (DeskChoice         *self);

G_END_DECLS
