/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-reader-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "exchange/ocop-xlsx-plan-private.h"

static guint64
count_bytes (OcopPackage  *package,
             OcopXlsxPlan *plan)
{
  const char *strings = g_hash_table_lookup (plan->parts, "sharedStrings");
  guint64 n_bytes = strings != NULL ? ocop_package_get_size (package, strings) : 0;

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const char *part = ocop_xlsx_plan_find_part (plan, &g_array_index (plan->sheets, OcopXlsxListedSheet, i));

      n_bytes += part != NULL ? ocop_package_get_size (package, part) : 0;
    }
  return n_bytes;
}

/* Both parts may be left out of a workbook that needs none. */
static gboolean
read_tables (OcopPackage  *package,
             OcopXlsxPlan *plan,
             GStringChunk *chunk,
             OcopReading  *reading,
             GError      **error)
{
  const char *strings = g_hash_table_lookup (plan->parts, "sharedStrings");
  const char *styles = g_hash_table_lookup (plan->parts, "styles");

  if (strings != NULL && ocop_package_has (package, strings)
      && !ocop_xlsx_strings_read (package, strings, chunk, plan->tables.strings, reading, error))
    return FALSE;
  return styles == NULL || !ocop_package_has (package, styles)
         || ocop_xlsx_styles_read (package, styles, plan->tables.formats, reading, error);
}

static gboolean
read_sheets (OcopPackage  *package,
             OcopXlsxPlan *plan,
             OcopWorkbook *workbook,
             OcopReading  *reading,
             GError      **error)
{
  GStringChunk *chunk = ocop_workbook_get_strings (workbook);

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const OcopXlsxListedSheet *listed = &g_array_index (plan->sheets, OcopXlsxListedSheet, i);
      const char *part = ocop_xlsx_plan_find_part (plan, listed);
      OcopSheet *sheet;

      if (part == NULL)
        continue;
      sheet = ocop_workbook_add_sheet (workbook, listed->name, listed->hidden);
      if (!ocop_xlsx_sheet_read (package, part, &plan->tables, chunk, sheet, reading, error))
        return FALSE;
    }
  if (ocop_workbook_get_n_sheets (workbook) > 0)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The workbook has no sheet with cells."));
  return FALSE;
}

OcopWorkbook *
ocop_xlsx_reader_read (GBytes       *bytes,
                       OcopReading  *reading,
                       GError      **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, error);
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  g_autoptr(OcopXlsxPlan) plan = ocop_xlsx_plan_new ();

  if (package == NULL || !ocop_xlsx_plan_read (package, plan, reading, error))
    return NULL;
  reading->n_bytes = count_bytes (package, plan);
  reading->n_done = 0;
  if (!read_tables (package, plan, ocop_workbook_get_strings (workbook), reading, error)
      || !read_sheets (package, plan, workbook, reading, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
