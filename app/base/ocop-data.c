/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-data.h"

/* Written by glib-compile-resources; declared here because a static library
 * drops the constructor of a resource that nothing refers to. */
GResource *ocop_data_get_resource (void);

#define ROOT "/vn/ocop/data/"

GBytes *
ocop_data_lookup (const char  *name,
                  GError     **error)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_lookup_data (ocop_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* @folder and the names of the folders that are enumerated end in a slash. */
static gboolean
collect (GHashTable  *files,
         const char  *folder,
         const char  *within,
         GError     **error)
{
  g_autofree char *path = g_strconcat (folder, within, NULL);
  g_auto(GStrv) children = g_resource_enumerate_children (ocop_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (children == NULL)
    return FALSE;
  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (within, children[i], NULL);
      g_autofree char *child = g_strconcat (folder, name, NULL);
      GBytes *bytes;

      if (g_str_has_suffix (name, "/"))
        {
          if (!collect (files, folder, name, error))
            return FALSE;
          continue;
        }
      bytes = g_resource_lookup_data (ocop_data_get_resource (), child, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return FALSE;
      g_hash_table_insert (files, g_steal_pointer (&name), bytes);
    }
  return TRUE;
}

GHashTable *
ocop_data_lookup_folder (const char  *name,
                         GError     **error)
{
  g_autoptr(GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = g_strconcat (ROOT, name, "/", NULL);

  return collect (files, folder, "", error) ? g_steal_pointer (&files) : NULL;
}
