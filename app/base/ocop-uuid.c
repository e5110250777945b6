/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-uuid.h"

/* Milliseconds in the high 48 bits, then a counter of 12 bits within one
 * millisecond, so that ids made in a row sort in the order they were made. */
static void
next_tick (gint64 *milliseconds,
           guint  *counter)
{
  static GMutex lock;
  static gint64 last;
  static guint count;
  gint64 now = g_get_real_time () / 1000;

  g_mutex_lock (&lock);
  if (now > last)
    {
      last = now;
      count = 0;
    }
  else if (++count > 0xfff)
    {
      last++;
      count = 0;
    }
  *milliseconds = last;
  *counter = count;
  g_mutex_unlock (&lock);
}

char *
ocop_uuid_new (void)
{
  guint8 bytes[OCOP_UUID_SIZE];
  char *text = g_malloc (OCOP_UUID_TEXT_SIZE);
  g_autofree char *random = g_uuid_string_random ();
  gint64 milliseconds;
  guint counter;

  next_tick (&milliseconds, &counter);
  ocop_uuid_parse (random, bytes);
  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (40 - 8 * i));
  bytes[6] = (guint8) (0x70 | (counter >> 8));
  bytes[7] = (guint8) counter;
  ocop_uuid_to_text (bytes, text);
  return text;
}

gboolean
ocop_uuid_parse (const char *text,
                 guint8      bytes[OCOP_UUID_SIZE])
{
  guint n = 0;

  if (text == NULL || !g_uuid_string_is_valid (text))
    return FALSE;
  for (const char *p = text; bytes != NULL && *p != '\0'; p++)
    {
      if (*p == '-')
        continue;
      bytes[n++] = (guint8) (g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));
      p++;
    }
  return TRUE;
}

const char *
ocop_uuid_to_text (const guint8 bytes[OCOP_UUID_SIZE],
                   char         text[OCOP_UUID_TEXT_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *p = text;

  for (guint i = 0; i < OCOP_UUID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *p++ = '-';
      *p++ = digits[bytes[i] >> 4];
      *p++ = digits[bytes[i] & 15];
    }
  *p = '\0';
  return text;
}
