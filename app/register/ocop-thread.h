/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OcopThread:
 *
 * One thread that owns one connection and does one thing after another. What it
 * is given to do runs on that thread and nowhere else.
 */
typedef struct _OcopThread OcopThread;

typedef void (*OcopThreadFunc) (gpointer connection,
                                gpointer data);

/* Returns: whether there is nothing left to do; else it is called again a second later. */
typedef gboolean (*OcopThreadIdleFunc) (gpointer connection,
                                        gpointer data);

/* @idle: (nullable): called on the thread when nothing came for a second after work.
 * Takes @connection, freed on the thread by @close when the last job is done. */
OcopThread *ocop_thread_new   (const char     *name,
                               gpointer        connection,
                               GDestroyNotify  close,
                               OcopThreadIdleFunc idle,
                               gpointer        idle_data);

/* Waits for the jobs given before, then ends the thread. On the thread itself, where nobody can wait
 * for it, it ends and frees itself after the job under way. */
void        ocop_thread_free  (OcopThread     *thread);

void        ocop_thread_push  (OcopThread     *thread,
                               OcopThreadFunc  func,
                               gpointer        data);

/* As ocop_thread_push(), and waits until it is done. */
void        ocop_thread_call  (OcopThread     *thread,
                               OcopThreadFunc  func,
                               gpointer        data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopThread, ocop_thread_free)

G_END_DECLS
