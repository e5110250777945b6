/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-progress-dialog.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskFolderErrand:
 * @reg: in which it is read
 * @folder: path of the folder that was chosen
 * @progress: for desk_progress_report()
 * @data: of who asked
 */
typedef struct
{
  OcopRegister *reg;
  const char *folder;
  DeskProgress *progress;
  gpointer data;
} DeskFolderErrand;

/* On a reader thread: writes files into the folder. Returns what is then said of it, free with g_free(); %NULL on failure. */
typedef char *(*DeskFolderWriteFunc) (OcopReader              *reader,
                                      const DeskFolderErrand  *errand,
                                      GCancellable            *cancellable,
                                      GError                 **error);

/* Asks for a folder with @title and lets @write fill it, @doing being said meanwhile, then what came of it, with a way to
 * the folder. What was written before it is cancelled stays. @data: owned, freed by @destroy (nullable). */
void  desk_folder_errand_run      (GtkWidget               *widget,
                                   OcopRegister            *reg,
                                   const char              *title,
                                   const char              *doing,
                                   DeskFolderWriteFunc      write,
                                   gpointer                 data,
                                   GDestroyNotify           destroy);

/* The folder as people know it. Free with g_free(). */
char *desk_folder_errand_dup_name (const DeskFolderErrand  *errand);

G_END_DECLS
