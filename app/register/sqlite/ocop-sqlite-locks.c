/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locks that outlive other handles on the same file.
 *
 * POSIX drops all locks that a process holds on a file as soon as the process closes any handle of
 * it, whoever opened that: a file chooser that looks into each file of a folder, to know what it is,
 * would take away the locks of the register in it. Another program then takes the log for left over
 * and removes it, or writes where this one reads. Linux also has locks that belong to one opening of
 * a file. SQLite counts on locks that all its handles in a process share, so it is given, for each
 * register, one opening that holds them all. The index of the log has but one handle in a process,
 * which holds its own. Systems without such locks are left as they are; Windows has no such trouble. */

#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "register/sqlite/ocop-sqlite.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/* SQLite's file format: where the bytes begin by whose locks a database is held. Those of the log's
 * index lie before them. */
#define FIRST_LOCK_BYTE 0x40000000

typedef struct
{
  dev_t device;
  ino_t inode;
} FileId;

/* The opening of each register that holds its locks, while there are any. */
static GMutex holders_lock;
static GHashTable *holders; /* FileId → descriptor */

static guint
file_id_hash (gconstpointer key)
{
  const FileId *id = key;
  gint64 mixed = (gint64) id->inode ^ ((gint64) id->device << 32);

  return g_int64_hash (&mixed);
}

static gboolean
file_id_equal (gconstpointer a,
               gconstpointer b)
{
  const FileId *first = a, *second = b;

  return first->device == second->device && first->inode == second->inode;
}

static void
close_holder (gpointer descriptor)
{
  close (GPOINTER_TO_INT (descriptor));
}

/* An opening of the same file of its own; -1 with errno set. */
static int
open_again (int file)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  return open (path, (fcntl (file, F_GETFL) & O_ACCMODE) | O_CLOEXEC);
}

/* -1 when there is none, or with @make when none could be made. */
static int
find_holder (int           file,
             const FileId *id,
             gboolean      make)
{
  gpointer found;
  int holder;

  if (g_hash_table_lookup_extended (holders, id, NULL, &found))
    return GPOINTER_TO_INT (found);
  holder = make ? open_again (file) : -1;
  if (holder >= 0)
    g_hash_table_insert (holders, g_memdup2 (id, sizeof *id), GINT_TO_POINTER (holder));
  return holder;
}

static int
lock_by_holder (int           file,
                int           command,
                struct flock *lock)
{
  gboolean unlocks = command == F_OFD_SETLK && lock->l_type == F_UNLCK;
  struct stat info;
  FileId id;
  int holder, result;

  if (fstat (file, &info) != 0)
    return -1;
  id = (FileId) { info.st_dev, info.st_ino };
  g_mutex_lock (&holders_lock);
  holder = find_holder (file, &id, command == F_OFD_SETLK && !unlocks);
  if (holder >= 0)
    result = fcntl (holder, command, lock);
  else if (unlocks)
    result = 0;
  else if (command == F_OFD_SETLK)
    result = -1;
  else
    result = fcntl (file, command, lock);
  /* SQLite says so when its last handle in the process gives up its last lock. */
  if (unlocks && lock->l_start == 0 && lock->l_len == 0)
    g_hash_table_remove (holders, &id);
  g_mutex_unlock (&holders_lock);
  return result;
}

static int
lock_opening (int           file,
              int           command,
              struct flock *lock)
{
  gboolean of_index = lock->l_len != 0 && lock->l_start < FIRST_LOCK_BYTE;

  lock->l_pid = 0;
  return of_index ? fcntl (file, command, lock) : lock_by_holder (file, command, lock);
}

static int
control_file (int file,
              int command,
              ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  if (command == F_SETLK)
    result = lock_opening (file, F_OFD_SETLK, va_arg (arguments, struct flock *));
  else if (command == F_GETLK)
    result = lock_opening (file, F_OFD_GETLK, va_arg (arguments, struct flock *));
  else
    result = fcntl (file, command, va_arg (arguments, int));
  va_end (arguments);
  return result;
}

/* Whether the kernel has such locks, and a file can be opened again by its descriptor. */
static gboolean
can_lock_openings (void)
{
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1 };
  int file = open ("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int again = file >= 0 ? open_again (file) : -1;
  gboolean can = again >= 0 && fcntl (again, F_OFD_GETLK, &lock) == 0;

  if (again >= 0)
    close (again);
  if (file >= 0)
    close (file);
  return can;
}

void
ocop_sqlite_hold_locks (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  if (vfs == NULL || vfs->iVersion < 3 || !can_lock_openings ())
    return;
  holders = g_hash_table_new_full (file_id_hash, file_id_equal, g_free, close_holder);
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control_file);
}

#else

void
ocop_sqlite_hold_locks (void)
{
}

#endif
