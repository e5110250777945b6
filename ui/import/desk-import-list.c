/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-list.h"

#include "exchange/ocop-import-guess.h"

#define N_SAMPLES 3
/* A column that is empty so far down says enough about itself. */
#define ROWS_SAMPLED 500

static guint
find_index (OcopWorkbook    *workbook,
            const OcopSheet *sheet)
{
  guint index = 0;

  while (ocop_workbook_get_sheet (workbook, index) != sheet)
    index++;
  return index;
}

/* The sheet in the workbook as the file has it, or as it is meant. */
static void
take_sheet (DeskImportList  *self,
            OcopWorkbook    *workbook,
            const OcopSheet *sheet,
            gboolean         recodes)
{
  self->original = ocop_workbook_ref (workbook);
  self->sheet_index = find_index (workbook, sheet);
  self->encoding = ocop_sheet_recognise (sheet, &self->encoding_sample);
  self->workbook = recodes && self->encoding != OCOP_LEGACY_NONE ? ocop_workbook_recode (workbook, self->encoding)
                                                                : ocop_workbook_ref (workbook);
  self->sheet = ocop_workbook_get_sheet (self->workbook, self->sheet_index);
}

DeskImportList *
desk_import_list_new (const char      *name,
                      OcopWorkbook    *workbook,
                      guint            sheet_index,
                      OcopImportKind   kind,
                      gboolean         recodes,
                      GError         **error)
{
  const OcopSheet *sheet = sheet_index != DESK_IMPORT_ANY_SHEET ? ocop_workbook_get_sheet (workbook, sheet_index)
                                                                : ocop_import_choose_sheet (workbook, NULL, error);
  DeskImportList *self;

  if (sheet == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (DeskImportList);
  self->name = g_strdup (name);
  take_sheet (self, workbook, sheet, recodes);
  self->heading = ocop_sheet_heading_find (self->sheet);
  if (kind == DESK_IMPORT_ANY_KIND)
    kind = ocop_import_guess_kind (self->heading, OCOP_IMPORT_PRODUCTS);
  self->mapping = ocop_import_mapping_new (kind, self->heading);
  return self;
}

gboolean
desk_import_list_is_recoded (DeskImportList *self)
{
  return self->workbook != self->original;
}

DeskImportList *
desk_import_list_ref (DeskImportList *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DeskImportList *self = data;

  ocop_import_mapping_free (self->mapping);
  ocop_sheet_heading_free (self->heading);
  ocop_workbook_unref (self->workbook);
  ocop_workbook_unref (self->original);
  g_free (self->name);
}

void
desk_import_list_unref (DeskImportList *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
desk_import_list_n_rows (DeskImportList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->heading->rows->len; i++)
    n += g_array_index (self->heading->rows, OcopHeadingRow, i).kind == OCOP_ROW_DATA;
  return n;
}

char *
desk_import_list_sample (DeskImportList *self,
                         guint           column)
{
  g_autoptr(GPtrArray) samples = g_ptr_array_new ();
  guint n_rows = MIN (self->heading->rows->len, ROWS_SAMPLED);

  for (guint i = 0; i < n_rows && samples->len < N_SAMPLES; i++)
    {
      const OcopHeadingRow *row = &g_array_index (self->heading->rows, OcopHeadingRow, i);
      const char *text = row->kind == OCOP_ROW_DATA ? ocop_sheet_get_text (self->sheet, row->row, column) : NULL;

      if (text != NULL && !g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
        g_ptr_array_add (samples, (gpointer) text);
    }
  g_ptr_array_add (samples, NULL);
  return g_strjoinv (" · ", (char **) samples->pdata);
}
