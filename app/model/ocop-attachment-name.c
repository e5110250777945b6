/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-attachment-name.h"

#include <string.h>

#define DIGITS 64
#define LONGEST_SUFFIX 5

char *
ocop_attachment_name_new (GBytes     *content,
                          const char *suffix)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strconcat (digest, ".", suffix, NULL);
}

gboolean
ocop_attachment_name_is_valid (const char *name)
{
  gsize length = strlen (name);

  if (length < DIGITS + 2 || length > DIGITS + 1 + LONGEST_SUFFIX || name[DIGITS] != '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i < DIGITS ? strchr ("0123456789abcdef", name[i]) == NULL
                   : i > DIGITS && !g_ascii_islower (name[i]) && !g_ascii_isdigit (name[i]))
      return FALSE;
  return TRUE;
}

gboolean
ocop_attachment_name_fits (const char *name,
                           GBytes     *content)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return ocop_attachment_name_is_valid (name) && g_str_has_prefix (name, digest);
}
