/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-messages-private.h"

static void
message_free (gpointer data)
{
  OcopImportMessage *message = data;

  g_free (message->text);
  g_free (message);
}

GPtrArray *
ocop_import_messages_new (void)
{
  return g_ptr_array_new_with_free_func (message_free);
}

void
ocop_import_say (GPtrArray        *messages,
                 OcopImportSaying  saying,
                 guint             column,
                 const char       *format,
                 ...)
{
  OcopImportMessage *message = g_new0 (OcopImportMessage, 1);
  va_list arguments;

  message->saying = saying;
  message->column = column;
  va_start (arguments, format);
  message->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (messages, message);
}

gboolean
ocop_import_has_said (const GPtrArray  *messages,
                      OcopImportSaying  saying)
{
  for (guint i = 0; i < messages->len; i++)
    if (((const OcopImportMessage *) messages->pdata[i])->saying == saying)
      return TRUE;
  return FALSE;
}
