/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/syncs.h"

#include <sqlite3.h>

/* Files with locks and files without have tables of their own. */
#define MOST_TABLES 8

/* The system's own file system but for its xOpen; its files but for their xSync. */
static sqlite3_vfs counting;
static sqlite3_vfs *underlying;
static sqlite3_io_methods counted[MOST_TABLES];
static const sqlite3_io_methods *originals[MOST_TABLES];
static int n_syncs;
static GMutex lock;

static int
sync_counted (sqlite3_file *file,
              int           flags)
{
  g_atomic_int_inc (&n_syncs);
  return originals[file->pMethods - counted]->xSync (file, flags);
}

/* The counting table that stands for @original. */
static const sqlite3_io_methods *
find_counted (const sqlite3_io_methods *original)
{
  guint i = 0;

  g_mutex_lock (&lock);
  while (originals[i] != NULL && originals[i] != original)
    i++;
  g_assert_cmpuint (i, <, MOST_TABLES - 1);
  originals[i] = original;
  counted[i] = *original;
  counted[i].xSync = sync_counted;
  g_mutex_unlock (&lock);
  return &counted[i];
}

static int
open_counted (sqlite3_vfs  *vfs,
              const char   *name,
              sqlite3_file *file,
              int           flags,
              int          *out_flags)
{
  int result = underlying->xOpen (underlying, name, file, flags, out_flags);

  if (file->pMethods != NULL)
    file->pMethods = find_counted (file->pMethods);
  return result;
}

void
syncs_count (void)
{
  underlying = sqlite3_vfs_find (NULL);
  counting = *underlying;
  counting.zName = "counting";
  counting.pNext = NULL;
  counting.xOpen = open_counted;
  g_assert_cmpint (sqlite3_vfs_register (&counting, TRUE), ==, SQLITE_OK);
}

guint
syncs_take (void)
{
  return (guint) g_atomic_int_exchange (&n_syncs, 0);
}
