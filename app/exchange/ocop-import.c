/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "exchange/ocop-import-guess.h"
#include "exchange/ocop-import-repairs.h"

static gboolean
has_rows (const OcopSheet *sheet)
{
  return !ocop_sheet_is_hidden (sheet) && ocop_sheet_get_n_rows (sheet) > 0;
}

static gboolean
is_list (const OcopSheet *sheet)
{
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (sheet);

  return ocop_import_is_list (heading);
}

/* Before the list there may be a cover page, or a table of totals. */
static const OcopSheet *
find_list (const OcopWorkbook *workbook)
{
  const OcopSheet *first = NULL;

  for (guint i = 0; i < ocop_workbook_get_n_sheets (workbook); i++)
    {
      const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, i);

      if (!has_rows (sheet))
        continue;
      if (is_list (sheet))
        return sheet;
      if (first == NULL)
        first = sheet;
    }
  return first;
}

const OcopSheet *
ocop_import_choose_sheet (const OcopWorkbook  *workbook,
                          const char          *name,
                          GError             **error)
{
  const OcopSheet *sheet = name != NULL ? ocop_workbook_find_sheet (workbook, name) : find_list (workbook);

  if (sheet == NULL && name != NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The file has no sheet “%s”"), name);
  else if (sheet == NULL)
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("No sheet of the file has a filled cell"));
  return sheet;
}

static OcopImportMapping *
make_mapping (const OcopImportOptions  *options,
              const OcopSheetHeading   *heading,
              GError                  **error)
{
  g_autoptr(OcopImportMapping) mapping = ocop_import_mapping_new (options->kind, heading);

  for (guint i = 0; options->map != NULL && options->map[i] != NULL; i++)
    if (!ocop_import_mapping_set_text (mapping, options->map[i], error))
      return NULL;
  for (guint i = 0; options->fixed != NULL && options->fixed[i] != NULL; i++)
    if (!ocop_import_mapping_fix_text (mapping, options->fixed[i], error))
      return NULL;
  return g_steal_pointer (&mapping);
}

typedef struct
{
  const OcopSheetHeading *heading;
  const OcopImportMapping *mapping;
  const OcopImportChoices *choices;
  GCancellable *cancellable;
} Planning;

static gpointer
make_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Planning *planning = data;

  return ocop_import_plan_new (reader, planning->heading, planning->mapping, planning->choices, NULL, NULL,
                               planning->cancellable, error);
}

/* With what is wrong with the list as a whole goes the file's name. */
static OcopImportPlan *
plan_list (OcopRegister  *reg,
           Planning      *planning,
           const char    *path,
           GError       **error)
{
  OcopImportPlan *plan = ocop_register_read (reg, make_plan, planning, error);
  g_autofree char *name = g_path_get_basename (path);

  if (plan == NULL && error != NULL && g_error_matches (*error, OCOP_ERROR, OCOP_ERROR_ARGUMENT))
    g_prefix_error (error, _("“%s”: "), name);
  return plan;
}

static gboolean
apply (OcopRegister          *reg,
       const OcopImportPlan  *plan,
       const char            *path,
       GError               **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(OcopChange) change = ocop_import_plan_new_change (plan, name);

  return ocop_change_is_empty (change) || ocop_register_commit (reg, change, error);
}

/* Before anything is stored: where they cannot be written, the list is not taken either. */
static gboolean
write_repairs (const OcopImportPlan     *plan,
               const OcopSheetHeading   *heading,
               const OcopImportOptions  *options,
               GError                  **error)
{
  g_autoptr(GFile) file = options->repairs != NULL ? g_file_new_for_commandline_arg (options->repairs) : NULL;

  return file == NULL || ocop_import_repairs_write (plan, heading, OCOP_IMPORT_TO_REPAIR, file, error);
}

/* Guessing is for people who see what comes of it. */
static gboolean
check_encoding (const OcopSheet  *sheet,
                GError          **error)
{
  const char *sample;
  OcopLegacyEncoding encoding = ocop_sheet_recognise (sheet, &sample);
  g_autofree char *read = encoding != OCOP_LEGACY_NONE ? ocop_legacy_text_recode (sample, encoding) : NULL;

  if (encoding == OCOP_LEGACY_NONE)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               /* Translators: a sheet, an encoding, a text as it stands there and as it is meant, the encoding's short name */
               _("Sheet “%s” is written for the old fonts of %s: “%s” means “%s”. Import it with --encoding=%s"),
               ocop_sheet_get_name (sheet), ocop_legacy_encoding_get_title (encoding), sample, read,
               ocop_legacy_encoding_get_name (encoding));
  return FALSE;
}

/* What is wrong with the list is said with the file's name, as ocop_workbook_load() does. */
static OcopSheetHeading *
find_heading (const OcopWorkbook       *workbook,
              const OcopImportOptions  *options,
              const char               *path,
              GError                  **error)
{
  const OcopSheet *sheet = ocop_import_choose_sheet (workbook, options->sheet, error);
  g_autofree char *name = g_path_get_basename (path);

  if (sheet != NULL && (options->encoding != OCOP_LEGACY_NONE || check_encoding (sheet, error)))
    return ocop_sheet_heading_find (sheet);
  g_prefix_error (error, _("“%s”: "), name);
  return NULL;
}

static OcopWorkbook *
load (const char               *path,
      const OcopImportOptions  *options,
      OcopReadProgress          progress,
      gpointer                  user_data,
      GCancellable             *cancellable,
      GError                  **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_load (file, cancellable, progress, user_data, error);

  if (workbook != NULL && options->encoding != OCOP_LEGACY_NONE)
    return ocop_workbook_recode (workbook, options->encoding);
  return g_steal_pointer (&workbook);
}

OcopImportPlan *
ocop_import_run (OcopRegister             *reg,
                 const char               *path,
                 const OcopImportOptions  *options,
                 OcopReadProgress          progress,
                 gpointer                  user_data,
                 GCancellable             *cancellable,
                 GError                  **error)
{
  g_autoptr(OcopWorkbook) workbook = load (path, options, progress, user_data, cancellable, error);
  g_autoptr(OcopSheetHeading) heading = workbook != NULL ? find_heading (workbook, options, path, error) : NULL;
  g_autoptr(OcopImportMapping) mapping = heading != NULL ? make_mapping (options, heading, error) : NULL;
  Planning planning = { heading, mapping, options->choices, cancellable };
  g_autoptr(OcopImportPlan) plan = mapping != NULL ? plan_list (reg, &planning, path, error) : NULL;

  if (plan == NULL || !write_repairs (plan, heading, options, error) || (!options->dry_run && !apply (reg, plan, path, error)))
    return NULL;
  return g_steal_pointer (&plan);
}
