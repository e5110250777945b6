/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the sheet of another author's form: where its rows and cells stand. */

#include "exchange/ocop-form-part-private.h"

#include <string.h>

#include "base/ocop-xml-spots.h"

typedef struct
{
  OcopFormPart *part;
  const char *data;
  OcopFormPartRow *row;     /* that is open */
  OcopFormPartCell cell;    /* that is open */
  gboolean in_cell;
  gboolean in_value;
  OcopFormPartFormula formula;   /* that is open */
  GString *formula_text;
  gboolean in_formula;
  gboolean in_data;
  guint next_row;
  guint next_column;
} Reader;

static void
row_free (OcopFormPartRow *row)
{
  g_array_unref (row->cells);
  g_free (row);
}

static void
formula_clear (OcopFormPartFormula *formula)
{
  g_free (formula->text);
  g_free (formula->area);
}

static OcopFormPart *
part_new (GBytes *bytes)
{
  OcopFormPart *part = g_new0 (OcopFormPart, 1);

  part->bytes = g_bytes_ref (bytes);
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  part->merged = g_array_new (FALSE, FALSE, sizeof (OcopFormArea));
  part->computed = g_array_new (FALSE, FALSE, sizeof (OcopFormArea));
  part->column_styles = g_array_new (FALSE, FALSE, sizeof (OcopFormPartStyle));
  part->formulas = g_array_new (FALSE, FALSE, sizeof (OcopFormPartFormula));
  g_array_set_clear_func (part->formulas, (GDestroyNotify) formula_clear);
  return part;
}

void
ocop_form_part_free (OcopFormPart *part)
{
  g_bytes_unref (part->bytes);
  g_free (part->prefix);
  g_ptr_array_unref (part->rows);
  g_array_unref (part->merged);
  g_array_unref (part->computed);
  g_array_unref (part->column_styles);
  g_array_unref (part->formulas);
  g_free (part);
}

static OcopFormSpan
span_of (OcopXmlSpots *xml)
{
  return (OcopFormSpan) { ocop_xml_spots_get_start (xml), ocop_xml_spots_get_end (xml) };
}

static guint
get_number (const char **attributes,
            const char  *name,
            guint        otherwise)
{
  const char *text = ocop_xml_spots_get_attribute (attributes, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static gboolean
get_truth (const char **attributes,
           const char  *name)
{
  const char *text = ocop_xml_spots_get_attribute (attributes, name);

  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

/* "A1:C3" or "A1" */
static gboolean
read_area (const char   *range,
           OcopFormArea *area)
{
  g_auto(GStrv) ends = range != NULL ? g_strsplit (range, ":", 2) : NULL;

  if (ends == NULL || ends[0] == NULL || !ocop_form_cell_read_name (ends[0], &area->first_row, &area->first_column))
    return FALSE;
  if (ends[1] == NULL || !ocop_form_cell_read_name (ends[1], &area->last_row, &area->last_column))
    *area = (OcopFormArea) { area->first_row, area->first_column, area->first_row, area->first_column };
  return TRUE;
}

static void
add_area (GArray     *areas,
          const char *range)
{
  OcopFormArea area;

  if (read_area (range, &area))
    g_array_append_val (areas, area);
}

static void
add_column_style (OcopFormPart  *part,
                  const char   **attributes)
{
  OcopFormPartStyle style = { get_number (attributes, "min", 0), get_number (attributes, "max", 0),
                              (int) get_number (attributes, "style", 0) };

  if (ocop_xml_spots_get_attribute (attributes, "style") != NULL)
    g_array_append_val (part->column_styles, style);
}

/* --- within the data --- */

static void
open_data (Reader       *reader,
           OcopXmlSpots *xml)
{
  OcopFormPart *part = reader->part;
  const char *name, *local;

  part->data_tag = span_of (xml);
  name = reader->data + part->data_tag.start + 1;
  local = g_strstr_len (name, (gssize) (part->data_tag.end - part->data_tag.start), "sheetData");
  part->prefix = g_strndup (name, local != NULL ? (gsize) (local - name) : 0);
  reader->in_data = TRUE;
  reader->next_row = 1;
}

static void
open_row (Reader        *reader,
          OcopXmlSpots  *xml,
          const char   **attributes)
{
  OcopFormPartRow *row = g_new0 (OcopFormPartRow, 1);

  row->number = get_number (attributes, "r", reader->next_row);
  row->tag = span_of (xml);
  row->style = get_truth (attributes, "customFormat") ? (int) get_number (attributes, "s", 0) : -1;
  row->cells = g_array_new (FALSE, FALSE, sizeof (OcopFormPartCell));
  g_ptr_array_add (reader->part->rows, row);
  reader->row = row;
  reader->next_row = row->number + 1;
  reader->next_column = 1;
}

static void
open_cell (Reader        *reader,
           OcopXmlSpots  *xml,
           const char   **attributes)
{
  const char *name = ocop_xml_spots_get_attribute (attributes, "r");
  guint row, column;

  reader->cell = (OcopFormPartCell) { .column = reader->next_column, .tag = span_of (xml), .style = -1 };
  if (name != NULL && ocop_form_cell_read_name (name, &row, &column))
    reader->cell.column = column;
  if (ocop_xml_spots_get_attribute (attributes, "s") != NULL)
    reader->cell.style = (int) get_number (attributes, "s", 0);
  reader->in_cell = TRUE;
  reader->next_column = reader->cell.column + 1;
}

static OcopFormPartFormulaKind
kind_of (const char *type)
{
  if (g_strcmp0 (type, "shared") == 0)
    return OCOP_FORM_PART_SHARED;
  if (g_strcmp0 (type, "array") == 0)
    return OCOP_FORM_PART_ARRAY;
  return g_strcmp0 (type, "dataTable") == 0 ? OCOP_FORM_PART_DATA_TABLE : OCOP_FORM_PART_NORMAL;
}

static void
open_formula (Reader        *reader,
              OcopXmlSpots  *xml,
              const char   **attributes)
{
  reader->formula = (OcopFormPartFormula) {
    .row = reader->row->number, .column = reader->cell.column, .tag = span_of (xml),
    .kind = kind_of (ocop_xml_spots_get_attribute (attributes, "t")), .group = get_number (attributes, "si", 0),
    .area = g_strdup (ocop_xml_spots_get_attribute (attributes, "ref")),
  };
  g_string_truncate (reader->formula_text, 0);
  reader->cell.is_formula = reader->cell.is_filled = TRUE;
  reader->part->has_formula = TRUE;
  reader->in_formula = TRUE;
  add_area (reader->part->computed, g_strcmp0 (ocop_xml_spots_get_attribute (attributes, "t"), "shared") != 0
                                      ? ocop_xml_spots_get_attribute (attributes, "ref") : NULL);
}

static void
open_in_cell (Reader        *reader,
              OcopXmlSpots  *xml,
              const char    *name,
              const char   **attributes)
{
  if (ocop_xml_spots_is_sheet (name, "f"))
    open_formula (reader, xml, attributes);
  else if (ocop_xml_spots_is_sheet (name, "v"))
    {
      reader->cell.value = span_of (xml);
      reader->in_value = TRUE;
    }
  else if (ocop_xml_spots_is_sheet (name, "is"))
    reader->in_value = TRUE;
}

static void
on_start (OcopXmlSpots  *xml,
          const char    *name,
          const char   **attributes,
          gpointer       user_data)
{
  Reader *reader = user_data;

  if (reader->in_cell)
    open_in_cell (reader, xml, name, attributes);
  else if (reader->row != NULL && ocop_xml_spots_is_sheet (name, "c"))
    open_cell (reader, xml, attributes);
  else if (reader->in_data && ocop_xml_spots_is_sheet (name, "row"))
    open_row (reader, xml, attributes);
  else if (ocop_xml_spots_is_sheet (name, "sheetData"))
    open_data (reader, xml);
  else if (ocop_xml_spots_is_sheet (name, "mergeCell"))
    add_area (reader->part->merged, ocop_xml_spots_get_attribute (attributes, "ref"));
  else if (ocop_xml_spots_is_sheet (name, "dimension")
           && read_area (ocop_xml_spots_get_attribute (attributes, "ref"), &reader->part->covered))
    reader->part->dimension = span_of (xml);
  else if (ocop_xml_spots_is_sheet (name, "col"))
    add_column_style (reader->part, attributes);
}

/* A name without an exclamation mark may be a defined one, which leads to any sheet: of letters, and no function. */
static gboolean
may_look_out (const char *formula,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize start = i;
      guint row, column;
      g_autofree char *word = NULL;

      if (formula[i] == '!' || formula[i] == '[')
        return TRUE;
      if (!g_ascii_isalpha (formula[i]) && formula[i] != '_' && (guchar) formula[i] < 0x80)
        continue;
      while (i < length && (g_ascii_isalnum (formula[i]) || strchr ("_.$", formula[i]) != NULL || (guchar) formula[i] >= 0x80))
        i++;
      word = g_strndup (formula + start, i - start);
      if ((i == length || formula[i] != '(') && !ocop_form_cell_read_name (word, &row, &column))
        return TRUE;
      i--;
    }
  return FALSE;
}

static void
close_formula (Reader       *reader,
               OcopXmlSpots *xml)
{
  OcopFormPartFormula formula = reader->formula;

  formula.close = ocop_xml_spots_get_start (xml);
  formula.element = (OcopFormSpan) { formula.tag.start, ocop_xml_spots_get_end (xml) };
  formula.text = g_strdup (reader->formula_text->str);
  g_array_append_val (reader->part->formulas, formula);
  reader->part->looks_out |= may_look_out (formula.text, strlen (formula.text));
  reader->in_formula = FALSE;
}

static void
close_cell (Reader       *reader,
            OcopXmlSpots *xml)
{
  reader->cell.element = (OcopFormSpan) { reader->cell.tag.start, ocop_xml_spots_get_end (xml) };
  g_array_append_val (reader->row->cells, reader->cell);
  reader->in_cell = FALSE;
}

static void
on_end (OcopXmlSpots *xml,
        const char   *name,
        gpointer      user_data)
{
  Reader *reader = user_data;
  OcopFormPart *part = reader->part;

  if (reader->in_cell && ocop_xml_spots_is_sheet (name, "v"))
    reader->cell.value.end = ocop_xml_spots_get_end (xml);
  if (ocop_xml_spots_is_sheet (name, "v") || ocop_xml_spots_is_sheet (name, "is"))
    reader->in_value = FALSE;
  else if (reader->in_formula && ocop_xml_spots_is_sheet (name, "f"))
    close_formula (reader, xml);
  else if (reader->in_cell && ocop_xml_spots_is_sheet (name, "c"))
    close_cell (reader, xml);
  else if (reader->row != NULL && ocop_xml_spots_is_sheet (name, "row"))
    {
      reader->row->close = ocop_xml_spots_get_start (xml);
      reader->row->element = (OcopFormSpan) { reader->row->tag.start, ocop_xml_spots_get_end (xml) };
      reader->row = NULL;
    }
  else if (ocop_xml_spots_is_sheet (name, "sheetData"))
    {
      part->data_close = ocop_xml_spots_get_start (xml);
      part->data = (OcopFormSpan) { part->data_tag.start, ocop_xml_spots_get_end (xml) };
      reader->in_data = FALSE;
    }
}

static void
on_text (OcopXmlSpots *xml,
         const char   *text,
         gsize         length,
         gpointer      user_data)
{
  Reader *reader = user_data;

  if (reader->in_value)
    reader->cell.is_filled = reader->cell.has_value = TRUE;
  else if (reader->in_formula)
    g_string_append_len (reader->formula_text, text, (gssize) length);
}

OcopFormPart *
ocop_form_part_read (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(OcopFormPart) part = part_new (bytes);
  g_autoptr(GString) formula = g_string_new (NULL);
  Reader reader = { .part = part, .data = g_bytes_get_data (bytes, NULL), .formula_text = formula };

  if (!ocop_xml_spots_parse (bytes, name, &handlers, &reader, error))
    {
      if (reader.in_formula)
        g_free (reader.formula.area);
      return NULL;
    }
  if (part->prefix == NULL)
    part->prefix = g_strdup ("");
  return g_steal_pointer (&part);
}

/* --- finding --- */

OcopFormPartRow *
ocop_form_part_find_row (const OcopFormPart *part,
                         guint               number)
{
  guint first = 0, end = part->rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      OcopFormPartRow *row = part->rows->pdata[middle];

      if (row->number == number)
        return row;
      if (row->number < number)
        first = middle + 1;
      else
        end = middle;
    }
  return NULL;
}

OcopFormPartCell *
ocop_form_part_find_cell (const OcopFormPart *part,
                          guint               row,
                          guint               column)
{
  const OcopFormPartRow *found = ocop_form_part_find_row (part, row);

  for (guint i = 0; found != NULL && i < found->cells->len; i++)
    {
      OcopFormPartCell *cell = &g_array_index (found->cells, OcopFormPartCell, i);

      if (cell->column == column)
        return cell;
    }
  return NULL;
}

static gboolean
is_within (const OcopFormArea *area,
           guint               row,
           guint               column)
{
  return row >= area->first_row && row <= area->last_row && column >= area->first_column && column <= area->last_column;
}

const OcopFormArea *
ocop_form_part_find_merged (const OcopFormPart *part,
                            guint               row,
                            guint               column)
{
  for (guint i = 0; i < part->merged->len; i++)
    {
      const OcopFormArea *area = &g_array_index (part->merged, OcopFormArea, i);

      if (is_within (area, row, column) && (area->first_row != row || area->first_column != column))
        return area;
    }
  return NULL;
}

gboolean
ocop_form_part_is_computed (const OcopFormPart *part,
                            guint               row,
                            guint               column)
{
  const OcopFormPartCell *cell = ocop_form_part_find_cell (part, row, column);

  if (cell != NULL && cell->is_formula)
    return TRUE;
  for (guint i = 0; i < part->computed->len; i++)
    if (is_within (&g_array_index (part->computed, OcopFormArea, i), row, column))
      return TRUE;
  return FALSE;
}
