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

/* @idle: (nullable): called on the thread when nothing came for a second after work.
 * Takes @connection, freed on the thread by @close when the last job is done. */
OcopThread *ocop_thread_new   (const char     *name,
                               gpointer        connection,
                               GDestroyNotify  close,
                               OcopThreadFunc  idle,
                               gpointer        idle_data);

/* Waits for the jobs given before, then ends the thread. */
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
