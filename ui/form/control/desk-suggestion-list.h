/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_SUGGESTION_LIST (desk_suggestion_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskSuggestionList, desk_suggestion_list, DESK, SUGGESTION_LIST, GtkPopover)

/**
 * DeskSuggestion:
 * @id: (nullable): of a record; %NULL for plain text, or for a record to be added
 * @label: what is put into the entry
 * @text: (nullable): what is listed; %NULL for @label
 * @context: (nullable): tells it from others of the same name
 */
typedef struct
{
  char *id;
  char *label;
  char *text;
  char *context;
} DeskSuggestion;

/* Copies what it is given. */
DeskSuggestion *desk_suggestion_new  (const char     *id,
                                      const char     *label,
                                      const char     *context);
void            desk_suggestion_free (DeskSuggestion *suggestion);

/**
 * DeskSuggestionList:
 *
 * What an entry might be meant to say, listed below it. Nothing is completed
 * while it is typed, for input methods rewrite what they have typed: a
 * suggestion is taken by ↓ and Enter, or by a click.
 *
 * - #DeskSuggestionList::asked (char *text, GCancellable): what suggestions are
 *   there for @text? To be answered by desk_suggestion_list_show(), unless
 *   cancelled. ↓ in the entry while nothing is listed asks, too
 * - #DeskSuggestionList::chosen (DeskSuggestion)
 */

/* @entry: a #GtkEditable. The list is to be given a parent that holds it. */
GtkWidget            *desk_suggestion_list_new      (GtkWidget           *entry);

/* Asks once nothing has been typed for a moment. */
void                  desk_suggestion_list_ask_soon (DeskSuggestionList  *self);
/* Takes the elements of @suggestions; shows them while the entry has the focus, hides where there are none. */
void                  desk_suggestion_list_show     (DeskSuggestionList  *self,
                                                     GPtrArray           *suggestions);
/* Cancels what is asked. */
void                  desk_suggestion_list_hide     (DeskSuggestionList  *self);

/* The one listed record of that name, but for marks and case; %NULL for none and for several. */
const DeskSuggestion *desk_suggestion_list_match    (DeskSuggestionList  *self,
                                                     const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSuggestion, desk_suggestion_free)

G_END_DECLS
