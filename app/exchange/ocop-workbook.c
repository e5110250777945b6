/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-workbook-private.h"

#include <string.h>

struct _OcopWorkbook
{
  GPtrArray *sheets;
  GStringChunk *strings;
};

/* One block of text for some hundreds of rows. */
#define STRING_BLOCK_SIZE (64 * 1024)

OcopWorkbook *
ocop_workbook_new (void)
{
  OcopWorkbook *workbook = g_atomic_rc_box_new0 (OcopWorkbook);

  workbook->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_sheet_free);
  workbook->strings = g_string_chunk_new (STRING_BLOCK_SIZE);
  return workbook;
}

static void
clear (OcopWorkbook *workbook)
{
  g_ptr_array_unref (workbook->sheets);
  g_string_chunk_free (workbook->strings);
}

OcopWorkbook *
ocop_workbook_ref (OcopWorkbook *workbook)
{
  return g_atomic_rc_box_acquire (workbook);
}

void
ocop_workbook_unref (OcopWorkbook *workbook)
{
  g_atomic_rc_box_release_full (workbook, (GDestroyNotify) clear);
}

GStringChunk *
ocop_workbook_get_strings (OcopWorkbook *workbook)
{
  return workbook->strings;
}

OcopSheet *
ocop_workbook_add_sheet (OcopWorkbook *workbook,
                         const char   *name,
                         gboolean      hidden)
{
  OcopSheet *sheet = ocop_sheet_new (name, hidden, workbook->strings);

  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

guint
ocop_workbook_get_n_sheets (const OcopWorkbook *workbook)
{
  return workbook->sheets->len;
}

const OcopSheet *
ocop_workbook_get_sheet (const OcopWorkbook *workbook,
                         guint               index)
{
  g_return_val_if_fail (index < workbook->sheets->len, NULL);
  return g_ptr_array_index (workbook->sheets, index);
}

const OcopSheet *
ocop_workbook_find_sheet (const OcopWorkbook *workbook,
                          const char         *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const OcopSheet *sheet = g_ptr_array_index (workbook->sheets, i);
      g_autofree char *found = g_utf8_casefold (ocop_sheet_get_name (sheet), -1);

      if (strcmp (wanted, found) == 0)
        return sheet;
    }
  return NULL;
}

OcopWorkbook *
ocop_workbook_recode (const OcopWorkbook *workbook,
                      OcopLegacyEncoding  encoding)
{
  OcopWorkbook *recoded = ocop_workbook_new ();

  for (guint i = 0; i < workbook->sheets->len; i++)
    g_ptr_array_add (recoded->sheets, ocop_sheet_recode (workbook->sheets->pdata[i], encoding, recoded->strings));
  return recoded;
}
