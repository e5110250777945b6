/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-postal-address.h"

#include <string.h>

#include "base/ocop-text.h"

/* The whole of a name: "xã Tân Hồng Cơ" does not name "xã Tân Hồng", but "phường Cao Lãnh" names "Cao Lãnh". */
static gboolean
names (char       **parts,
       const char  *place)
{
  g_autofree char *folded = ocop_text_fold (place);
  gsize length = strlen (folded);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *its = ocop_text_fold (*part);

      if (g_str_has_suffix (its, folded) && (strlen (its) == length || its[strlen (its) - length - 1] == ' '))
        return TRUE;
    }
  return FALSE;
}

char *
ocop_postal_address (const char         *address,
                     const char * const *places)
{
  g_auto(GStrv) named = g_strsplit_set (address != NULL ? address : "", ",;-()", -1);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  if (address != NULL)
    g_ptr_array_add (parts, (char *) address);
  for (guint i = 0; places[i] != NULL; i++)
    if (!names (named, places[i]))
      g_ptr_array_add (parts, (char *) places[i]);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
