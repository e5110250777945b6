/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-change.h"
#include "register/ocop-reader.h"
#include "register/ocop-watch.h"

G_BEGIN_DECLS

#define OCOP_TYPE_REGISTER (ocop_register_get_type ())
G_DECLARE_FINAL_TYPE (OcopRegister, ocop_register, OCOP, REGISTER, GObject)

/**
 * OcopRegister:
 *
 * The one door to storage: an open register file. Writing goes through one
 * thread, reading through two: one for the window, one for long work.
 *
 * #OcopRegister::changed is emitted in the main context of whoever opened it,
 * after each change, its own or another process's, and when undo or redo would
 * take another one. #OcopRegister::presence-changed is emitted there when the
 * file went away while open, and when it is back.
 */

typedef enum
{
  OCOP_OPEN_DEFAULT   = 0,
  OCOP_OPEN_LOOK_ONLY = 1 << 0, /* nothing is written */
  OCOP_OPEN_UPGRADE   = 1 << 1, /* an older file may be upgraded (after a backup); else %OCOP_ERROR_OLDER */
} OcopOpenFlags;

typedef enum
{
  OCOP_LANE_WINDOW, /* short reads; whoever asks anew cancels what he asked before */
  OCOP_LANE_LONG,   /* reports, exports, dry runs, backup */
} OcopLane;

/* Makes a new register at @path, which must not exist, with the provinces and the criteria
 * sets' names in it, and opens it. */
OcopRegister *ocop_register_create       (const char      *path,
                                          GError         **error);

OcopRegister *ocop_register_open         (const char      *path,
                                          OcopOpenFlags    flags,
                                          GError         **error);

/* Waits for what is under way, folds the log into the file (so that a copy of it is whole), closes. */
void          ocop_register_close        (OcopRegister    *self);

const char   *ocop_register_get_path     (OcopRegister    *self);
const char   *ocop_register_get_id       (OcopRegister    *self);
gboolean      ocop_register_is_look_only (OcopRegister    *self);
/* Whether a change was written since it was opened, here or by another process: what a backup on
 * closing asks. */
gboolean      ocop_register_was_changed  (OcopRegister    *self);
/* The seq of the last change that is known of: written here, or seen of another process. */
gint64        ocop_register_get_seq      (OcopRegister    *self);
/* Whether it held changes when it was opened, beside the one with which every register begins. */
gboolean      ocop_register_held_changes (OcopRegister    *self);

/* Whether the file is no longer where it was opened: deleted, renamed, its drive pulled out or its
 * share out of reach. Nothing is written then; what can still be read can be saved elsewhere by
 * ocop_register_backup(). */
gboolean      ocop_register_has_vanished (OcopRegister   *self);

/* Who writes from now on: a name, kept in each change. */
void          ocop_register_set_person   (OcopRegister    *self,
                                          const char      *name);
const char   *ocop_register_get_person   (OcopRegister    *self);

/**
 * OcopReadFunc:
 *
 * Runs on a reader thread, inside one snapshot of the register.
 *
 * Returns: (transfer full): the result; %NULL with @error set on failure.
 */
typedef gpointer (*OcopReadFunc) (OcopReader    *reader,
                                  gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* Runs @func on the long lane and waits for it: for the command line, tests and threads of one's own. */
gpointer      ocop_register_read         (OcopRegister    *self,
                                          OcopReadFunc     func,
                                          gpointer         data,
                                          GError         **error);

/* Cancelling @cancellable interrupts a read that is under way; it ends with %G_IO_ERROR_CANCELLED
 * then, even where its result was ready. @destroy_data and @destroy_result may be %NULL. */
void          ocop_register_read_async   (OcopRegister        *self,
                                          OcopLane             lane,
                                          OcopReadFunc         func,
                                          gpointer             data,
                                          GDestroyNotify       destroy_data,
                                          GDestroyNotify       destroy_result,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* Reads ocop_reader_office() for a window. */
void          ocop_register_read_office_async (OcopRegister       *self,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gpointer      ocop_register_read_finish  (OcopRegister        *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* Carries @change out: one transaction with its history. Takes nothing; @change may be freed after. */
gboolean      ocop_register_commit        (OcopRegister       *self,
                                           const OcopChange   *change,
                                           GError            **error);
/* Takes @change. Cancelling @cancellable in time ends it with %OCOP_ERROR_CANCELLED and nothing
 * written; too late, it changes nothing. */
void          ocop_register_commit_async  (OcopRegister        *self,
                                           OcopChange          *change,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* The same of a change that may take its time. Takes @progress_data, to be freed by @destroy_data (nullable). */
void          ocop_register_commit_long_async (OcopRegister        *self,
                                               OcopChange          *change,
                                               OcopProgressFunc     progress,
                                               gpointer             progress_data,
                                               GDestroyNotify       destroy_data,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean      ocop_register_commit_finish (OcopRegister        *self,
                                           GAsyncResult        *result,
                                           GError             **error);

/* Reads, by @make on @lane, the #OcopChange that is to be made of what stands in the register, and carries it out; an
 * empty one is carried out already. @destroy_data (nullable) frees @data once the change is made. */
void          ocop_register_make_async    (OcopRegister        *self,
                                           OcopLane             lane,
                                           OcopReadFunc         make,
                                           gpointer             data,
                                           GDestroyNotify       destroy_data,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      ocop_register_make_finish   (OcopRegister        *self,
                                           GAsyncResult        *result,
                                           GError             **error);
/* The same on the long lane, and waits for it: for the command line, tests and threads of one's own. */
gboolean      ocop_register_make          (OcopRegister        *self,
                                           OcopReadFunc         make,
                                           gpointer             data,
                                           GError             **error);

/* The name of the change that undo (redo) would take back (do again) for this person; %NULL when
 * there is none. Known without asking storage. */
char         *ocop_register_dup_undo_name (OcopRegister       *self);
char         *ocop_register_dup_redo_name (OcopRegister       *self);

/* Undoes this person's last change by a new change. Fields that another change has meanwhile
 * given another value are left; @n_left says how many. Refused with %OCOP_ERROR_REFUSED where
 * nothing is to undo or a later record depends on one it made. */
gboolean      ocop_register_undo          (OcopRegister       *self,
                                           guint              *n_left,
                                           GError            **error);
gboolean      ocop_register_redo          (OcopRegister       *self,
                                           guint              *n_left,
                                           GError            **error);

/* Undoes, or does again, while nobody waits on the thread; as ocop_register_commit_long_async(). */
void          ocop_register_step_async    (OcopRegister        *self,
                                           gboolean             redo,
                                           OcopProgressFunc     progress,
                                           gpointer             progress_data,
                                           GDestroyNotify       destroy_data,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      ocop_register_step_finish   (OcopRegister        *self,
                                           GAsyncResult        *result,
                                           guint               *n_left,
                                           GError             **error);

/* Integrity of the file, of its references and of the history's chain. Returns the problems
 * found, one a string (empty: sound); %NULL on failure. */
GPtrArray    *ocop_register_check         (OcopRegister       *self,
                                           GError            **error);

/* A verified copy at @path, made while others work. */
gboolean      ocop_register_backup        (OcopRegister       *self,
                                           const char         *path,
                                           GError            **error);

/* Puts @backup in the place of the closed register @path; what stood there is kept beside it,
 * named in @kept (nullable). */
gboolean      ocop_register_restore       (const char         *backup,
                                           const char         *path,
                                           char              **kept,
                                           GError            **error);

/* The head of the history's chain, as printed on papers; %NULL when nothing was written yet. */
char         *ocop_register_dup_chain_head (OcopRegister      *self);

G_END_DECLS
