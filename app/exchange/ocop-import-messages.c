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

/* What keeps the row out, then what it leaves to choose, last how cells were read. */
static int
rank (const OcopImportMessage *message)
{
  switch (message->saying)
    {
    case OCOP_IMPORT_SAYS_WRONG:
      return 0;
    case OCOP_IMPORT_SAYS_SIMILAR:
      return 1;
    case OCOP_IMPORT_SAYS_NOTE:
      return 3;
    default:
      return 2;
    }
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  return rank (*(OcopImportMessage * const *) a) - rank (*(OcopImportMessage * const *) b);
}

void
ocop_import_messages_sort (GPtrArray *messages)
{
  g_ptr_array_sort (messages, compare_ranks);
}
