/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskPresentCommand:
 * @DESK_PRESENT_ENTER: to the page whose number was typed, or else the next
 * @DESK_PRESENT_BEGIN: the first page, shown to the audience
 * @DESK_PRESENT_RESUME: the page that it is at, shown to the audience
 * @DESK_PRESENT_SWITCH: the other one of the two windows
 * @DESK_PRESENT_SWAP: each of the two windows where the other one was
 */
typedef enum
{
  DESK_PRESENT_FORTH,
  DESK_PRESENT_BACK,
  DESK_PRESENT_FIRST,
  DESK_PRESENT_LAST,
  DESK_PRESENT_ENTER,
  DESK_PRESENT_BLACK,
  DESK_PRESENT_WHITE,
  DESK_PRESENT_BEGIN,
  DESK_PRESENT_RESUME,
  DESK_PRESENT_END,
  DESK_PRESENT_SWITCH,
  DESK_PRESENT_SWAP,
  DESK_PRESENT_FULL_SCREEN,
  DESK_PRESENT_N_COMMANDS
} DeskPresentCommand;

/* Whether a key is one of a show; those of other programs for presenting, which remote controls send too. */
gboolean desk_present_keys_find  (guint               key,
                                  GdkModifierType     state,
                                  DeskPresentCommand *command);
/* -1 for none */
int      desk_present_keys_digit (guint               key,
                                  GdkModifierType     state);
/* Whether a button, a list or a choice that has the focus takes the key for itself. */
gboolean desk_present_keys_moves (guint               key);

G_END_DECLS
