/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-keys.h"

#define OTHER_MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static const struct
{
  guint key;
  DeskPresentCommand command;
} keys[] = {
  { GDK_KEY_Right, DESK_PRESENT_FORTH },
  { GDK_KEY_KP_Right, DESK_PRESENT_FORTH },
  { GDK_KEY_Down, DESK_PRESENT_FORTH },
  { GDK_KEY_KP_Down, DESK_PRESENT_FORTH },
  { GDK_KEY_space, DESK_PRESENT_FORTH },
  { GDK_KEY_Page_Down, DESK_PRESENT_FORTH },
  { GDK_KEY_KP_Page_Down, DESK_PRESENT_FORTH },
  { GDK_KEY_n, DESK_PRESENT_FORTH },
  { GDK_KEY_Return, DESK_PRESENT_ENTER },
  { GDK_KEY_KP_Enter, DESK_PRESENT_ENTER },
  { GDK_KEY_ISO_Enter, DESK_PRESENT_ENTER },
  { GDK_KEY_Left, DESK_PRESENT_BACK },
  { GDK_KEY_KP_Left, DESK_PRESENT_BACK },
  { GDK_KEY_Up, DESK_PRESENT_BACK },
  { GDK_KEY_KP_Up, DESK_PRESENT_BACK },
  { GDK_KEY_Page_Up, DESK_PRESENT_BACK },
  { GDK_KEY_KP_Page_Up, DESK_PRESENT_BACK },
  { GDK_KEY_BackSpace, DESK_PRESENT_BACK },
  { GDK_KEY_p, DESK_PRESENT_BACK },
  { GDK_KEY_Home, DESK_PRESENT_FIRST },
  { GDK_KEY_KP_Home, DESK_PRESENT_FIRST },
  { GDK_KEY_End, DESK_PRESENT_LAST },
  { GDK_KEY_KP_End, DESK_PRESENT_LAST },
  { GDK_KEY_b, DESK_PRESENT_BLACK },
  { GDK_KEY_period, DESK_PRESENT_BLACK },
  { GDK_KEY_w, DESK_PRESENT_WHITE },
  { GDK_KEY_comma, DESK_PRESENT_WHITE },
  { GDK_KEY_Escape, DESK_PRESENT_END },
  { GDK_KEY_F6, DESK_PRESENT_SWITCH },
  { GDK_KEY_F7, DESK_PRESENT_SWAP },
  { GDK_KEY_F11, DESK_PRESENT_FULL_SCREEN },
};

gboolean
desk_present_keys_find (guint               key,
                        GdkModifierType     state,
                        DeskPresentCommand *command)
{
  guint lower = gdk_keyval_to_lower (key);

  if ((state & OTHER_MODIFIERS) != 0)
    return FALSE;
  if (key == GDK_KEY_F5)
    {
      *command = (state & GDK_SHIFT_MASK) != 0 ? DESK_PRESENT_RESUME : DESK_PRESENT_BEGIN;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower)
      {
        *command = keys[i].command;
        return TRUE;
      }
  return FALSE;
}

int
desk_present_keys_digit (guint           key,
                         GdkModifierType state)
{
  if ((state & OTHER_MODIFIERS) != 0)
    return -1;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  return key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? (int) (key - GDK_KEY_KP_0) : -1;
}

gboolean
desk_present_keys_moves (guint key)
{
  static const guint moving[] = {
    GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_KEY_Down, GDK_KEY_KP_Down,
    GDK_KEY_Home, GDK_KEY_KP_Home, GDK_KEY_End, GDK_KEY_KP_End,
  };

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    if (moving[i] == key)
      return TRUE;
  return FALSE;
}
