/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "exchange/ocop-xlsx-parts-private.h"

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

typedef struct
{
  char *name;
  char *relationship;
  gboolean hidden;
} ListedSheet;

/* What the parts that lead to the sheets say. */
typedef struct
{
  char *part;                 /* the one being read */
  GHashTable *targets;        /* id of a relationship -> part */
  GHashTable *parts;          /* kind of a relationship, "worksheet" -> its last part */
  GHashTable *worksheets;     /* the parts that are worksheets */
  GArray *sheets;
  OcopXlsxTables tables;
} Plan;

static void
clear_sheet (ListedSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->relationship);
}

static Plan *
plan_new (void)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plan->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plan->worksheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plan->sheets = g_array_new (FALSE, FALSE, sizeof (ListedSheet));
  g_array_set_clear_func (plan->sheets, (GDestroyNotify) clear_sheet);
  plan->tables.strings = g_ptr_array_new ();
  plan->tables.formats = g_byte_array_new ();
  return plan;
}

static void
plan_free (Plan *plan)
{
  g_free (plan->part);
  g_hash_table_unref (plan->targets);
  g_hash_table_unref (plan->parts);
  g_hash_table_unref (plan->worksheets);
  g_array_unref (plan->sheets);
  g_ptr_array_unref (plan->tables.strings);
  g_byte_array_unref (plan->tables.formats);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

/* The last step of the type tells the kind: what comes before differs between transitional and strict files. */
static void
on_relationship (OcopXmlParser  *parser,
                 const char     *name,
                 const char    **attributes,
                 gpointer        user_data)
{
  Plan *plan = user_data;
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
  Plan *plan = user_data;
  ListedSheet sheet;
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
read_relationships (OcopPackage *package,
                    Plan        *plan,
                    const char  *part,
                    OcopReading *reading,
                    GError     **error)
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

static gboolean
read_plan (OcopPackage *package,
           Plan        *plan,
           OcopReading *reading,
           GError     **error)
{
  static const OcopXmlHandlers handlers = { on_workbook, NULL, NULL };
  g_autofree char *workbook = NULL;

  if (!refuse_strangers (package, error) || !read_relationships (package, plan, "", reading, error))
    return FALSE;
  workbook = g_strdup (g_hash_table_lookup (plan->parts, "officeDocument"));
  if (workbook == NULL)
    workbook = g_strdup ("xl/workbook.xml");
  g_hash_table_remove_all (plan->targets);
  return ocop_xlsx_package_parse (package, workbook, &handlers, plan, reading, error)
         && read_relationships (package, plan, workbook, reading, error);
}

/* The part of a listed sheet; NULL for a chart sheet and its like. */
static const char *
find_part (Plan              *plan,
           const ListedSheet *sheet)
{
  const char *part = sheet->relationship != NULL ? g_hash_table_lookup (plan->targets, sheet->relationship) : NULL;

  return part != NULL && g_hash_table_contains (plan->worksheets, part) ? part : NULL;
}

static guint64
count_bytes (OcopPackage *package,
             Plan        *plan)
{
  const char *strings = g_hash_table_lookup (plan->parts, "sharedStrings");
  guint64 n_bytes = strings != NULL ? ocop_package_get_size (package, strings) : 0;

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const char *part = find_part (plan, &g_array_index (plan->sheets, ListedSheet, i));

      n_bytes += part != NULL ? ocop_package_get_size (package, part) : 0;
    }
  return n_bytes;
}

/* Both parts may be left out of a workbook that needs none. */
static gboolean
read_tables (OcopPackage  *package,
             Plan         *plan,
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
             Plan         *plan,
             OcopWorkbook *workbook,
             OcopReading  *reading,
             GError      **error)
{
  GStringChunk *chunk = ocop_workbook_get_strings (workbook);

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const ListedSheet *listed = &g_array_index (plan->sheets, ListedSheet, i);
      const char *part = find_part (plan, listed);
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
  g_autoptr(Plan) plan = plan_new ();

  if (package == NULL || !read_plan (package, plan, reading, error))
    return NULL;
  reading->n_bytes = count_bytes (package, plan);
  reading->n_done = 0;
  if (!read_tables (package, plan, ocop_workbook_get_strings (workbook), reading, error)
      || !read_sheets (package, plan, workbook, reading, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
