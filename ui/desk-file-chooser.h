/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that a chooser shows together. */
typedef struct
{
  const char *title;   /* to be translated */
  const char *endings; /* "xlsx;csv" */
} DeskFileKind;

/**
 * desk_file_chooser_new:
 * @kinds: (nullable) (array zero-terminated): ended by one without a title; "All files" is added to them
 *
 * A modal chooser that begins in the folder where a file was chosen last, in
 * the person's documents before the first one, and remembers its own. What it
 * answers always has a path: it refuses other places itself.
 *
 * Returns: (transfer full): not shown yet
 */
GtkFileChooserNative *desk_file_chooser_new (GtkWindow            *parent,
                                             const char           *title,
                                             GtkFileChooserAction  action,
                                             const char           *accept,
                                             const DeskFileKind   *kinds);

/**
 * desk_file_chooser_dup_path:
 * @response: of the chooser
 * @endings: "xlsx;csv"; a name with none of these gets the first one, without which no other program would know the file
 *
 * Returns: (transfer full) (nullable): where to write; %NULL where no place was chosen
 */
char                 *desk_file_chooser_dup_path (GtkFileChooser *chooser,
                                                  int             response,
                                                  const char     *endings);

G_END_DECLS
