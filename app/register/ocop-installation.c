/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-installation.h"

#include "base/ocop-uuid.h"

char *
ocop_installation_dup_id (void)
{
  static GMutex lock;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ocop-desk", NULL);
  g_autofree char *path = g_build_filename (folder, "installation", NULL);
  char *id = NULL;

  g_mutex_lock (&lock);
  if (!g_file_get_contents (path, &id, NULL, NULL) || !ocop_uuid_parse (g_strstrip (id), NULL))
    {
      g_free (id);
      id = ocop_uuid_new ();
      g_mkdir_with_parents (folder, 0700);
      /* Where nothing can be kept, each run has a chain of its own; nothing is lost by that. */
      g_file_set_contents (path, id, -1, NULL);
    }
  g_mutex_unlock (&lock);
  return id;
}
