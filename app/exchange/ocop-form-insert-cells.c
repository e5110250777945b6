/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New rows among the cells of a sheet, and the formulas of all. */

#include "exchange/ocop-form-insert-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "exchange/ocop-form-formula-private.h"

typedef struct
{
  const OcopFormPart *part;
  const char *data;
  const char *sheet;
  OcopFormShift *shift;
  const GArray *inserts;    /* (nullable): of this sheet */
  OcopFormPatches *patches;
  GPtrArray *texts;         /* of each of the part's formulas, written out; before anything moves */
} Inserter;

gboolean
ocop_form_insert_refuse (const char  *place,
                         const char  *problem,
                         GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               _("The form has fewer rows than there are to be filled, and no rows can be put in safely: %s: %s. Nothing was written; make room "
                 "for them in the form."), place, problem);
  return FALSE;
}

static gboolean
refuse_at (const Inserter  *self,
           guint            row,
           guint            column,
           const char      *problem,
           GError         **error)
{
  char name[OCOP_FORM_NAME_SIZE];
  g_autofree char *place = g_strdup_printf (_("sheet “%s”, cell %s"), self->sheet, ocop_form_cell_write_name (row, column, name));

  return ocop_form_insert_refuse (place, problem, error);
}

static const OcopFormPartFormula *
get_formula (const OcopFormPart *part,
             guint               i)
{
  return &g_array_index (part->formulas, OcopFormPartFormula, i);
}

/* --- formulas --- */

/* Each as it would stand there if none shared that of another. (transfer full) */
static GPtrArray *
write_out (const OcopFormPart *part)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) firsts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < part->formulas->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (part, i);
      gpointer group = GUINT_TO_POINTER (formula->group);
      const OcopFormPartFormula *first = formula->kind == OCOP_FORM_PART_SHARED ? g_hash_table_lookup (firsts, group) : NULL;

      if (formula->kind == OCOP_FORM_PART_SHARED && *formula->text != '\0')
        g_hash_table_insert (firsts, group, (gpointer) formula);
      g_ptr_array_add (texts, first != NULL && *formula->text == '\0'
                                ? ocop_form_formula_move (first->text, (int) formula->row - (int) first->row, (int) formula->column - (int) first->column)
                                : g_strdup (formula->text));
    }
  return texts;
}

static gboolean
moves (const Inserter *self,
       guint           row)
{
  return ocop_form_shift_row (self->inserts, row) != row;
}

/* The areas of arrays stay whole. */
static gboolean
check_area (const Inserter             *self,
            const OcopFormPartFormula  *formula,
            GError                    **error)
{
  g_auto(GStrv) ends = formula->area != NULL ? g_strsplit (formula->area, ":", 2) : NULL;
  guint first, last, column;

  if (formula->kind == OCOP_FORM_PART_DATA_TABLE && self->inserts != NULL)
    return refuse_at (self, formula->row, formula->column, _("a table of what would be if"), error);
  for (guint i = 0; self->inserts != NULL && i < self->inserts->len; i++)
    if (formula->kind == OCOP_FORM_PART_ARRAY && formula->row == g_array_index (self->inserts, OcopFormInsert, i).model)
      return refuse_at (self, formula->row, formula->column, _("an array formula stands in the row that new ones would look like"), error);
  if (formula->kind != OCOP_FORM_PART_ARRAY || ends == NULL || ends[0] == NULL || ends[1] == NULL ||
      !ocop_form_cell_read_name (ends[0], &first, &column) || !ocop_form_cell_read_name (ends[1], &last, &column))
    return TRUE;
  if (ocop_form_shift_row (self->inserts, last) - last == ocop_form_shift_row (self->inserts, first) - first)
    return TRUE;
  return refuse_at (self, formula->row, formula->column, _("one formula fills cells on both sides of the new rows"), error);
}

/* @texts: (transfer full): (out): where all lead then */
static gboolean
shift_texts (const Inserter  *self,
             GPtrArray       *texts,
             GError         **error)
{
  for (guint i = 0; i < self->part->formulas->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (self->part, i);
      const char *problem = NULL;

      if (!check_area (self, formula, error))
        return FALSE;
      g_ptr_array_add (texts, ocop_form_shift_formula (self->shift, self->texts->pdata[i], self->sheet, formula->row, &problem));
      if (problem != NULL)
        return refuse_at (self, formula->row, formula->column, problem, error);
    }
  return TRUE;
}

/* The groups of shared formulas that no longer say the same in all their cells. */
static GHashTable *
find_parted (const Inserter  *self,
             const GPtrArray *texts)
{
  GHashTable *parted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (self->part, i);

      if (formula->kind == OCOP_FORM_PART_SHARED && (moves (self, formula->row) || !g_str_equal (texts->pdata[i], self->texts->pdata[i])))
        g_hash_table_add (parted, GUINT_TO_POINTER (formula->group));
    }
  return parted;
}

static void
write_formulas (const Inserter  *self,
                const GPtrArray *texts)
{
  g_autoptr(GHashTable) parted = find_parted (self, texts);
  const char *prefix = self->part->prefix;

  for (guint i = 0; i < texts->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (self->part, i);
      g_autofree char *text = ocop_text_escape_xml (texts->pdata[i]);
      g_autofree char *area = formula->area != NULL ? ocop_form_shift_areas (self->inserts, formula->area) : NULL;

      if (formula->kind == OCOP_FORM_PART_SHARED && g_hash_table_contains (parted, GUINT_TO_POINTER (formula->group)))
        ocop_form_patches_add (self->patches, formula->element, g_strdup_printf ("<%sf>%s</%sf>", prefix, text, prefix));
      else if (formula->kind != OCOP_FORM_PART_SHARED && !g_str_equal (texts->pdata[i], self->texts->pdata[i]))
        ocop_form_patches_add (self->patches, (OcopFormSpan) { formula->tag.end, formula->close }, g_steal_pointer (&text));
      if (formula->kind == OCOP_FORM_PART_ARRAY && moves (self, formula->row))
        ocop_form_patches_set_attribute (self->patches, formula->tag, "ref", area);
    }
}

/* --- rows that move --- */

static void
move_row (const Inserter        *self,
          const OcopFormPartRow *row)
{
  guint number = ocop_form_shift_row (self->inserts, row->number);
  g_autofree char *text = g_strdup_printf ("%u", number);
  char name[OCOP_FORM_NAME_SIZE];

  ocop_form_patches_set_attribute (self->patches, row->tag, "r", text);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const OcopFormPartCell *cell = &g_array_index (row->cells, OcopFormPartCell, i);

      ocop_form_patches_set_attribute (self->patches, cell->tag, "r", ocop_form_cell_write_name (number, cell->column, name));
    }
}

/* --- new rows --- */

/* The tag at @span with another value of "r", without the attributes that go with what stands in it and without its end. */
static void
append_tag (const Inserter *self,
            GString        *out,
            OcopFormSpan    span,
            const char     *r)
{
  static const char * const left_out[] = { "t", "cm", "vm", NULL };
  g_autoptr(GString) tag = ocop_form_patches_open_tag (self->data, span, left_out);
  OcopFormSpan value = ocop_form_patches_find_attribute (tag->str, (OcopFormSpan) { 0, tag->len }, "r");

  g_string_append_len (out, tag->str, value.end > 0 ? (gssize) value.start : (gssize) tag->len);
  if (value.end > 0)
    g_string_append_printf (out, "%s%s", r, tag->str + value.end);
}

/* What the model computes its copy computes of its own row. @texts: where formulas lead then */
static void
append_cell (const Inserter         *self,
             GString                *out,
             const OcopFormInsert   *insert,
             const OcopFormPartCell *cell,
             guint                   row,
             const GPtrArray        *texts)
{
  const char *prefix = self->part->prefix;
  char name[OCOP_FORM_NAME_SIZE];
  guint model = ocop_form_shift_row (self->inserts, insert->model);

  append_tag (self, out, cell->tag, ocop_form_cell_write_name (row, cell->column, name));
  for (guint i = 0; cell->is_formula && i < texts->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (self->part, i);

      if (formula->row == insert->model && formula->column == cell->column && formula->kind <= OCOP_FORM_PART_SHARED)
        {
          g_autofree char *moved = ocop_form_formula_move (texts->pdata[i], (int) row - (int) model, 0);
          g_autofree char *text = ocop_text_escape_xml (moved);

          g_string_append_printf (out, "><%sf>%s</%sf></%sc>", prefix, text, prefix, prefix);
          return;
        }
    }
  g_string_append (out, "/>");
}

static char *
make_rows (const Inserter       *self,
           const OcopFormInsert *insert,
           const GPtrArray      *texts)
{
  const OcopFormPartRow *model = ocop_form_part_find_row (self->part, insert->model);
  guint first = ocop_form_shift_row (self->inserts, insert->at) - insert->n;
  GString *out = g_string_new (NULL);

  for (guint row = first; row < first + insert->n; row++)
    {
      g_autofree char *number = g_strdup_printf ("%u", row);

      if (model == NULL || model->cells->len == 0)
        {
          g_string_append_printf (out, "<%srow r=\"%s\"/>", self->part->prefix, number);
          continue;
        }
      append_tag (self, out, model->tag, number);
      g_string_append_c (out, '>');
      for (guint i = 0; i < model->cells->len; i++)
        append_cell (self, out, insert, &g_array_index (model->cells, OcopFormPartCell, i), row, texts);
      g_string_append_printf (out, "</%srow>", self->part->prefix);
    }
  return g_string_free (out, FALSE);
}

static void
insert_rows (const Inserter       *self,
             const OcopFormInsert *insert,
             const GPtrArray      *texts)
{
  gsize before = self->part->data_close;

  for (guint i = self->part->rows->len; i > 0; i--)
    {
      const OcopFormPartRow *row = self->part->rows->pdata[i - 1];

      if (row->number < insert->at)
        break;
      before = row->element.start;
    }
  ocop_form_patches_add (self->patches, (OcopFormSpan) { before, before }, make_rows (self, insert, texts));
}

/* --- what cannot be --- */

typedef struct
{
  const OcopFormInsert *insert;
  gboolean found;
} Before;

static void
look_before (const char        *sheet,
             OcopFormReference *first,
             OcopFormReference *last,
             gpointer           user_data)
{
  Before *before = user_data;

  before->found |= sheet == NULL && last == NULL && !first->row_fixed && first->row >= before->insert->first && first->row < before->insert->at;
}

/* A last row that counts on from the one before it would miss those that come between. */
static gboolean
check_last_row (const Inserter        *self,
                const OcopFormInsert  *insert,
                GError               **error)
{
  for (guint i = 0; !insert->extends && i < self->part->formulas->len; i++)
    {
      const OcopFormPartFormula *formula = get_formula (self->part, i);
      Before before = { insert, FALSE };

      if (formula->row != insert->at)
        continue;
      g_free (ocop_form_formula_rewrite (self->texts->pdata[i], look_before, &before, NULL));
      if (before.found)
        return refuse_at (self, formula->row, formula->column, _("the last row of the list is computed from the row before it"), error);
    }
  return TRUE;
}

/* Each row of a list has to stand for itself; what is merged over all of it grows. */
static gboolean
check_merged (const Inserter        *self,
              const OcopFormInsert  *insert,
              GError               **error)
{
  guint last = insert->extends ? insert->model : insert->at;

  for (guint i = 0; i < self->part->merged->len; i++)
    {
      const OcopFormArea *area = &g_array_index (self->part->merged, OcopFormArea, i);
      gboolean touches = area->last_row > area->first_row && area->last_row >= insert->first && area->first_row <= last;

      if (touches && (area->first_row > insert->first || area->last_row < last))
        return refuse_at (self, area->first_row, area->first_column, _("cells of the list are merged over several rows"), error);
    }
  return TRUE;
}

gboolean
ocop_form_insert_cells (const OcopFormPart  *part,
                        const char          *sheet,
                        OcopFormShift       *shift,
                        OcopFormPatches     *patches,
                        GError             **error)
{
  g_autoptr(GPtrArray) before = write_out (part);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const Inserter self = { part, g_bytes_get_data (part->bytes, NULL), sheet, shift, ocop_form_shift_find (shift, sheet), patches, before };

  for (guint i = 0; self.inserts != NULL && i < self.inserts->len; i++)
    if (!check_last_row (&self, &g_array_index (self.inserts, OcopFormInsert, i), error) ||
        !check_merged (&self, &g_array_index (self.inserts, OcopFormInsert, i), error))
      return FALSE;
  if (!shift_texts (&self, texts, error))
    return FALSE;
  for (guint i = 0; self.inserts != NULL && i < self.inserts->len; i++)
    insert_rows (&self, &g_array_index (self.inserts, OcopFormInsert, i), texts);
  for (guint i = 0; self.inserts != NULL && i < part->rows->len; i++)
    if (moves (&self, ((const OcopFormPartRow *) part->rows->pdata[i])->number))
      move_row (&self, part->rows->pdata[i]);
  write_formulas (&self, texts);
  return TRUE;
}
