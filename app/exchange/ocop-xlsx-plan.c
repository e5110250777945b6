/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which parts of a workbook are its sheets, its texts and its styles. */

#include "exchange/ocop-xlsx-plan-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

/* What an archive with this part is, if no workbook of ours. */
static const struct
{
  const char *part;
  const char *what;
} strangers[] = {
  { "content.xml", N_("an OpenDocument file (.ods or .odt)") },
  { "word/document.xml", N_("a text document (.docx)") },
  { "ppt/presentation.xml", N_("a presentation (.pptx)") },
  { "xl/workbook.bin", N_("a binary workbook (.xlsb)") },
};

static void
clear_sheet (OcopXlsxListedSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->relationship);
}

OcopXlsxPlan *
ocop_xlsx_plan_new (void)
{
  OcopXlsxPlan *plan = g_new0 (OcopXlsxPlan, 1);

  plan->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plan->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plan->worksheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plan->sheets = g_array_new (FALSE, FALSE, sizeof (OcopXlsxListedSheet));
  g_array_set_clear_func (plan->sheets, (GDestroyNotify) clear_sheet);
  plan->tables.strings = g_ptr_array_new ();
  plan->tables.formats = g_byte_array_new ();
  return plan;
}

void
ocop_xlsx_plan_free (OcopXlsxPlan *plan)
{
  g_free (plan->workbook);
  g_free (plan->part);
  g_hash_table_unref (plan->targets);
  g_hash_table_unref (plan->parts);
  g_hash_table_unref (plan->worksheets);
  g_array_unref (plan->sheets);
  g_ptr_array_unref (plan->tables.strings);
  g_byte_array_unref (plan->tables.formats);
  g_free (plan);
}

/* The last step of the type tells the kind: what comes before differs between transitional and strict files. */
static void
on_relationship (OcopXmlParser  *parser,
                 const char     *name,
                 const char    **attributes,
                 gpointer        user_data)
{
  OcopXlsxPlan *plan = user_data;
  const char *id = ocop_xml_get_attribute (attributes, "Id");
  const char *type = ocop_xml_get_attribute (attributes, "Type");
  const char *target = ocop_xml_get_attribute (attributes, "Target");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;
  g_autofree char *part = NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || slash == NULL || target == NULL)
    return;
  part = ocop_package_resolve (plan->part, target);
  if (strcmp (slash + 1, "worksheet") == 0)
    g_hash_table_add (plan->worksheets, g_strdup (part));
  g_hash_table_insert (plan->parts, g_strdup (slash + 1), g_strdup (part));
  g_hash_table_insert (plan->targets, g_strdup (id), g_steal_pointer (&part));
}

static void
on_workbook (OcopXmlParser  *parser,
             const char     *name,
             const char    **attributes,
             gpointer        user_data)
{
  OcopXlsxPlan *plan = user_data;
  OcopXlsxListedSheet sheet;
  const char *state;

  if (strcmp (name, "workbookPr") == 0)
    plan->tables.from_1904 = ocop_xml_get_boolean (attributes, "date1904");
  if (strcmp (name, "sheet") != 0)
    return;
  state = ocop_xml_get_attribute (attributes, "state");
  sheet.name = g_strdup (ocop_xml_get_attribute (attributes, "name"));
  sheet.relationship = g_strdup (ocop_xml_get_attribute (attributes, "id"));
  sheet.hidden = state != NULL && strcmp (state, "visible") != 0;
  if (sheet.name == NULL)
    sheet.name = g_strdup ("");
  g_array_append_val (plan->sheets, sheet);
}

static gboolean
read_relationships (OcopPackage   *package,
                    OcopXlsxPlan  *plan,
                    const char    *part,
                    OcopReading   *reading,
                    GError       **error)
{
  static const OcopXmlHandlers handlers = { on_relationship, NULL, NULL };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *basename = g_path_get_basename (part);
  g_autofree char *path = *part != '\0' ? g_strconcat (folder, "/_rels/", basename, ".rels", NULL) : g_strdup ("_rels/.rels");
  g_autofree char *relationships = ocop_package_resolve ("", path);

  g_free (plan->part);
  plan->part = g_strdup (part);
  return ocop_xlsx_package_parse (package, relationships, &handlers, plan, reading, error);
}

static gboolean
refuse_strangers (OcopPackage *package,
                  GError     **error)
{
  const char *what = ocop_package_has (package, "_rels/.rels") ? NULL : N_("a packed archive");

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (ocop_package_has (package, strangers[i].part))
      what = strangers[i].what;
  if (what == NULL)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
               _("The file is %s, not a list. Open it in a spreadsheet program and save it as xlsx."), _(what));
  return FALSE;
}

gboolean
ocop_xlsx_plan_read (OcopPackage   *package,
                     OcopXlsxPlan  *plan,
                     OcopReading   *reading,
                     GError       **error)
{
  static const OcopXmlHandlers handlers = { on_workbook, NULL, NULL };

  if (!refuse_strangers (package, error) || !read_relationships (package, plan, "", reading, error))
    return FALSE;
  plan->workbook = g_strdup (g_hash_table_lookup (plan->parts, "officeDocument"));
  if (plan->workbook == NULL)
    plan->workbook = g_strdup ("xl/workbook.xml");
  g_hash_table_remove_all (plan->targets);
  return ocop_xlsx_package_parse (package, plan->workbook, &handlers, plan, reading, error)
         && read_relationships (package, plan, plan->workbook, reading, error);
}

const char *
ocop_xlsx_plan_find_part (OcopXlsxPlan              *plan,
                          const OcopXlsxListedSheet *sheet)
{
  const char *part = sheet->relationship != NULL ? g_hash_table_lookup (plan->targets, sheet->relationship) : NULL;

  return part != NULL && g_hash_table_contains (plan->worksheets, part) ? part : NULL;
}
