/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-data.h"

/* Written by glib-compile-resources; declared here because a static library
 * drops the constructor of a resource that nothing refers to. */
GResource *ocop_data_get_resource (void);

GBytes *
ocop_data_lookup (const char  *name,
                  GError     **error)
{
  g_autofree char *path = g_strconcat ("/vn/ocop/data/", name, NULL);

  return g_resource_lookup_data (ocop_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}
