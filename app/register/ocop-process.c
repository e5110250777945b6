/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-process.h"

#ifdef G_OS_WIN32

#include <windows.h>

gint64
ocop_process_get_id (void)
{
  return GetCurrentProcessId ();
}

gboolean
ocop_process_is_running (gint64 id)
{
  HANDLE process = id > 0 ? OpenProcess (SYNCHRONIZE, FALSE, (DWORD) id) : NULL;
  gboolean running;

  /* What another account runs may not be opened, and runs. */
  if (process == NULL)
    return id > 0 && GetLastError () == ERROR_ACCESS_DENIED;
  running = WaitForSingleObject (process, 0) == WAIT_TIMEOUT;
  CloseHandle (process);
  return running;
}

#else

#include <errno.h>
#include <signal.h>
#include <unistd.h>

gint64
ocop_process_get_id (void)
{
  return getpid ();
}

gboolean
ocop_process_is_running (gint64 id)
{
  /* What another account runs may not be signalled, and runs. */
  return id > 0 && (kill ((pid_t) id, 0) == 0 || errno == EPERM);
}

#endif
