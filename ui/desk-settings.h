/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings; also of one that runs where it was built. Owned by the program. */
GSettings *desk_settings_get          (void);

/* Puts @path first among the registers opened before. */
void       desk_settings_add_recent   (const char *path);

/* The registers opened before that are still there, the latest first; free with g_strfreev(). */
char     **desk_settings_dup_recent   (void);

/* Sets the text of @entry in the dictionary of texts @key, and leaves its other entries. */
void       desk_settings_set_entry    (const char *key,
                                       const char *entry,
                                       const char *text);

/* Free with g_free(); %NULL where there is none. */
char      *desk_settings_dup_entry    (const char *key,
                                       const char *entry);

G_END_DECLS
