/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"
#include "desk-file-chooser.h"
#include "exchange/ocop-difference.h"
#include "form/desk-dialog.h"
#include "list/desk-progress-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_INTAKE (desk_intake_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskIntake, desk_intake, DESK, INTAKE, DeskDialog)

/**
 * DeskIntakeErrand:
 * @self: what it was set up with may be read
 * @reg: in which it is read
 * @files: (element-type GFile): what was chosen
 * @progress: for desk_progress_report()
 */
typedef struct
{
  DeskIntake *self;
  OcopRegister *reg;
  GPtrArray *files;
  DeskProgress *progress;
} DeskIntakeErrand;

/**
 * DeskIntakeClass:
 * @reading, @nothing_new, @taken_in: English, to be translated: while it is read, where no difference is found, once
 *   it is taken in
 * @file_kinds: what files are chosen of
 * @read: on a reader thread: what came in, held against the register
 * @free_taken: of that
 * @get_differences: (transfer none): likewise
 * @show: what is said of it above the differences (transfer full), and whatever else the window shows of it
 * @has_news: whether there is anything to take in
 * @make_change: on a reader thread: what is accepted
 * @finish: once it is taken in
 *
 * A window that reads files of others, shows what they say otherwise than the register, and takes in what is accepted.
 */
struct _DeskIntakeClass
{
  DeskDialogClass parent_class;

  const char *reading;
  const char *nothing_new;
  const char *taken_in;
  const DeskFileKind *file_kinds;

  gpointer         (*read)            (OcopReader             *reader,
                                       const DeskIntakeErrand *errand,
                                       GCancellable           *cancellable,
                                       GError                **error);
  void             (*free_taken)      (gpointer                taken);
  OcopDifferences *(*get_differences) (gpointer                taken);
  char            *(*show)            (DeskIntake             *self,
                                       gpointer                taken);
  gboolean         (*has_news)        (gpointer                taken);
  OcopChange      *(*make_change)     (gpointer                taken,
                                       OcopRegister           *reg,
                                       GError                **error);
  void             (*finish)          (DeskIntake             *self);
};

/* Once it is made. @summary: what is said until something is read */
void      desk_intake_set_up      (DeskIntake             *self,
                                   GtkWidget              *parent,
                                   OcopRegister           *reg,
                                   const char             *title,
                                   const char             *summary);
/* Another table in a tab of its own, before that of the differences or after it. */
void      desk_intake_add_table   (DeskIntake             *self,
                                   DeskTable              *table,
                                   const char             *title,
                                   gboolean                before);
/* Shows @rows in @table, and how many they are in its tab. */
void      desk_intake_show_table  (DeskIntake             *self,
                                   DeskTable              *table,
                                   GPtrArray              *rows);
/* What was read last; (nullable) (transfer none). */
gpointer  desk_intake_get_taken   (DeskIntake             *self);
/* Asks for files, or for one folder, and reads them. */
void      desk_intake_choose      (DeskIntake             *self,
                                   const char             *title,
                                   gboolean                folder);
/* Reads once more what was chosen. */
void      desk_intake_read        (DeskIntake             *self);
/* How many files were chosen. */
guint     desk_intake_get_n_files (DeskIntake             *self);
/* Reads the files that were chosen without the first; closes the window when there is no other. */
void      desk_intake_read_next   (DeskIntake             *self);

G_END_DECLS
