/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"
#include "register/ocop-store.h"
#include "register/ocop-thread.h"

G_BEGIN_DECLS

struct _OcopRegister
{
  GObject parent_instance;

  char *path;
  char *copy;            /* what is read in its place when it can only be looked at */
  char *lock_file;       /* on a share */
  char *id;
  char *writer_id;
  gboolean look_only;
  GMainContext *context; /* where "changed" is emitted */
  GSource *watch;

  OcopThread *writer;    /* %NULL when look-only */
  gboolean dirty;        /* written since the log was folded in; the writer thread's own */
  OcopThread *readers[2]; /* by OcopLane */
  OcopReader *read_connections[2]; /* borrowed, to interrupt */

  GMutex lock;           /* guards what follows */
  char *person;
  char *undo_name;
  char *redo_name;
  gint64 seen_seq;

  gint64 opened_seq;     /* what it stood at when it was opened */

  int vanished;          /* atomic: the file is no longer where it was opened */
};

/* On any thread: "changed" will be emitted in the register's context. */
void ocop_register_announce (OcopRegister *self);

/* On the writer thread: what undo and redo would now take. Returns whether that is another change. */
gboolean ocop_register_remember_steps (OcopRegister *self,
                                       OcopStore    *store);

/* On any thread: notes that the register stands at @seq. Returns whether that is new. */
gboolean ocop_register_see (OcopRegister *self,
                            gint64        seq);

G_END_DECLS
