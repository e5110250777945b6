/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New rows, and all that names cells without being one: merged cells, conditional formats, validations, drawings, charts,
 * comments, tables, defined names. */

#include "exchange/ocop-form-insert-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "base/ocop-xml-spots.h"

/* What a text stands for that is being read. */
typedef enum
{
  TEXT_NONE,
  TEXT_FORMULA,
  TEXT_AREAS,
  TEXT_ROW,         /* of a drawing: from 0 */
} TextKind;

typedef struct
{
  const char *sheet;
  OcopFormShift *shift;
  const GArray *inserts;    /* (nullable): of the sheet */
  OcopFormPatches *patches;
  const char *data;

  gboolean in_data;
  TextKind kind;
  GString *text;
  gsize start;              /* of the text */
  guint own_row;            /* to which a format or validation applies; 0 for several */
  char *editing;            /* (nullable): of a drawing, how it moves with cells: "oneCell" */
  guint first_row;          /* of a drawing, from 0 */
  gboolean is_end;          /* it is told where the drawing ends */
  guint n_merged;           /* rows of merged cells that new rows have as well */
  OcopFormSpan merged_tag;  /* that counts them */
  guint merged_count;
  const char *problem;
} Walk;

static gboolean
is_among (const char         *local,
          const char * const *names)
{
  return g_strv_contains (names, local);
}

static OcopFormSpan
span_of (OcopXmlSpots *xml)
{
  return (OcopFormSpan) { ocop_xml_spots_get_start (xml), ocop_xml_spots_get_end (xml) };
}

/* --- formulas and areas --- */

static char *
shift_formula (Walk       *walk,
               const char *formula)
{
  const char *problem = NULL;
  char *shifted = ocop_form_shift_formula (walk->shift, formula, walk->sheet, walk->own_row, &problem);

  if (problem != NULL)
    walk->problem = problem;
  return shifted;
}

static void
set_formula (Walk          *walk,
             OcopXmlSpots  *xml,
             const char   **attributes,
             const char    *name)
{
  const char *value = ocop_xml_spots_get_attribute (attributes, name);
  g_autofree char *shifted = value != NULL ? shift_formula (walk, value) : NULL;

  if (value != NULL && !g_str_equal (shifted, value))
    ocop_form_patches_set_attribute (walk->patches, span_of (xml), name, shifted);
}

static void
set_areas (Walk          *walk,
           OcopXmlSpots  *xml,
           const char   **attributes,
           const char    *name)
{
  const char *value = ocop_xml_spots_get_attribute (attributes, name);
  g_autofree char *shifted = value != NULL ? ocop_form_shift_areas (walk->inserts, value) : NULL;

  if (value != NULL && !g_str_equal (shifted, value))
    ocop_form_patches_set_attribute (walk->patches, span_of (xml), name, shifted);
}

/* What is of one cell never grows. */
static void
set_cell (Walk          *walk,
          OcopXmlSpots  *xml,
          const char   **attributes)
{
  const char *value = ocop_xml_spots_get_attribute (attributes, "ref");
  g_auto(GStrv) ends = value != NULL ? g_strsplit (value, ":", 2) : g_new0 (char *, 1);
  GString *shifted = g_string_new (NULL);
  char name[OCOP_FORM_NAME_SIZE];

  for (guint i = 0; ends[i] != NULL; i++)
    {
      guint row, column;

      g_string_append (shifted, i > 0 ? ":" : "");
      g_string_append (shifted, ocop_form_cell_read_name (ends[i], &row, &column)
                                  ? ocop_form_cell_write_name (ocop_form_shift_row (walk->inserts, row), column, name) : ends[i]);
    }
  if (value != NULL && !g_str_equal (shifted->str, value))
    ocop_form_patches_set_attribute (walk->patches, span_of (xml), "ref", shifted->str);
  g_string_free (shifted, TRUE);
}

/* The one row that "A5:C5" lies in; 0 of several. */
static guint
find_own_row (const char *areas)
{
  g_auto(GStrv) ends = areas != NULL && strchr (areas, ' ') == NULL ? g_strsplit (areas, ":", 2) : g_new0 (char *, 1);
  guint first, last, column;

  if (ends[0] == NULL || !ocop_form_cell_read_name (ends[0], &first, &column))
    return 0;
  return ends[1] == NULL || (ocop_form_cell_read_name (ends[1], &last, &column) && last == first) ? first : 0;
}

/* --- merged cells --- */

/* New rows are merged within as the row that they look like. */
static void
copy_merged (Walk                 *walk,
             OcopXmlSpots         *xml,
             const OcopFormInsert *insert,
             const char           *area)
{
  g_auto(GStrv) ends = g_strsplit (area, ":", 2);
  guint first = ocop_form_shift_row (walk->inserts, insert->at) - insert->n;
  OcopFormSpan tag = span_of (xml);
  OcopFormSpan value = ocop_form_patches_find_attribute (walk->data, tag, "ref");
  GString *copies = g_string_new (NULL);
  guint row, columns[2];
  char names[2][OCOP_FORM_NAME_SIZE];

  for (guint i = 0; i < 2; i++)
    ocop_form_cell_read_name (ends[i], &row, &columns[i]);
  for (row = first; row < first + insert->n; row++)
    {
      g_string_append_len (copies, walk->data + tag.start, (gssize) (value.start - tag.start));
      g_string_append_printf (copies, "%s:%s", ocop_form_cell_write_name (row, columns[0], names[0]),
                              ocop_form_cell_write_name (row, columns[1], names[1]));
      g_string_append_len (copies, walk->data + value.end, (gssize) (tag.end - value.end));
      /* The tag that ends it where it is not one with that which opens it. */
      if (walk->data[tag.end - 2] != '/')
        g_string_append_printf (copies, "</%.*s>", (int) strcspn (walk->data + tag.start + 1, " \t\r\n>"), walk->data + tag.start + 1);
      walk->n_merged++;
    }
  ocop_form_patches_add (walk->patches, (OcopFormSpan) { tag.start, tag.start }, g_string_free (copies, FALSE));
}

static void
take_merged (Walk          *walk,
             OcopXmlSpots  *xml,
             const char   **attributes)
{
  const char *area = ocop_xml_spots_get_attribute (attributes, "ref");
  guint row = find_own_row (area);

  if (row == 0 || area == NULL || strchr (area, ':') == NULL)
    {
      set_areas (walk, xml, attributes, "ref");
      return;
    }
  for (guint i = 0; i < walk->inserts->len; i++)
    if (g_array_index (walk->inserts, OcopFormInsert, i).model == row)
      copy_merged (walk, xml, &g_array_index (walk->inserts, OcopFormInsert, i), area);
  set_cell (walk, xml, attributes);
}

static void
count_merged (Walk *walk)
{
  g_autofree char *count = g_strdup_printf ("%u", walk->merged_count + walk->n_merged);

  if (walk->n_merged > 0)
    ocop_form_patches_set_attribute (walk->patches, walk->merged_tag, "count", count);
}

/* --- what there is --- */

/* Of a sheet that gets new rows. */
static void
open_on_sheet (Walk          *walk,
               OcopXmlSpots  *xml,
               const char    *local,
               const char   **attributes)
{
  static const char * const areas[] = { "dimension", "autoFilter", "sortState", "sortCondition", "conditionalFormatting", "dataValidation",
                                        "protectedRange", "ignoredError", "table", NULL };
  static const char * const cells[] = { "hyperlink", "comment", "threadedComment", NULL };
  static const char * const unsafe[] = { "scenarios", "dataConsolidate", "controls", "oleObjects", "smartTags", "cellWatches", NULL };
  const char *id = ocop_xml_spots_get_attribute (attributes, "id");

  if (is_among (local, areas))
    {
      set_areas (walk, xml, attributes, "ref");
      set_areas (walk, xml, attributes, "sqref");
    }
  else if (is_among (local, cells))
    set_cell (walk, xml, attributes);
  else if (g_str_equal (local, "mergeCells"))
    {
      walk->merged_tag = span_of (xml);
      walk->merged_count = (guint) g_ascii_strtoull (ocop_xml_spots_get_attribute (attributes, "count") != NULL
                                                       ? ocop_xml_spots_get_attribute (attributes, "count") : "0", NULL, 10);
    }
  else if (g_str_equal (local, "mergeCell"))
    take_merged (walk, xml, attributes);
  else if (g_str_equal (local, "brk") && id != NULL)
    {
      g_autofree char *row = g_strdup_printf ("%u", ocop_form_shift_row (walk->inserts, (guint) g_ascii_strtoull (id, NULL, 10)));

      ocop_form_patches_set_attribute (walk->patches, span_of (xml), "id", row);
    }
  else if (is_among (local, unsafe))
    walk->problem = _("the sheet holds controls, embedded objects, scenarios or watched cells");
}

/* Breaks between columns are counted from the left. */
static gboolean
is_column_break (const char **attributes)
{
  return g_strcmp0 (ocop_xml_spots_get_attribute (attributes, "max"), "1048575") == 0;
}

static TextKind
find_kind (const Walk *walk,
           const char *local)
{
  static const char * const formulas[] = { "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula", NULL };

  if (is_among (local, formulas))
    return TEXT_FORMULA;
  if (g_str_equal (local, "sqref") && walk->inserts != NULL)
    return TEXT_AREAS;
  return g_str_equal (local, "row") && walk->inserts != NULL ? TEXT_ROW : TEXT_NONE;
}

static void
on_start (OcopXmlSpots  *xml,
          const char    *name,
          const char   **attributes,
          gpointer       user_data)
{
  Walk *walk = user_data;
  const char *local = strrchr (name, '|');

  local = local != NULL ? local + 1 : name;
  if (ocop_xml_spots_is_sheet (name, "sheetData"))
    walk->in_data = TRUE;
  if (walk->in_data)
    return;
  walk->kind = find_kind (walk, local);
  walk->start = ocop_xml_spots_get_end (xml);
  g_string_truncate (walk->text, 0);
  if (g_str_equal (local, "conditionalFormatting") || g_str_equal (local, "dataValidation"))
    walk->own_row = find_own_row (ocop_xml_spots_get_attribute (attributes, "sqref"));
  else if (g_str_has_suffix (local, "CellAnchor"))
    {
      g_free (walk->editing);
      walk->editing = g_strdup (ocop_xml_spots_get_attribute (attributes, "editAs"));
    }
  else if (g_str_equal (local, "from") || g_str_equal (local, "to"))
    walk->is_end = *local == 't';
  else if (g_str_equal (local, "cfvo") && g_strcmp0 (ocop_xml_spots_get_attribute (attributes, "type"), "formula") == 0)
    set_formula (walk, xml, attributes, "val");
  else if (g_str_equal (local, "hyperlink"))
    set_formula (walk, xml, attributes, "location");
  set_formula (walk, xml, attributes, "textlink");
  if (walk->inserts != NULL && !(g_str_equal (local, "brk") && is_column_break (attributes)))
    open_on_sheet (walk, xml, local, attributes);
}

/* A drawing that does not change its size with the cells below it goes as far as its first row. */
static char *
shift_row (Walk *walk)
{
  guint row = (guint) g_ascii_strtoull (walk->text->str, NULL, 10);
  guint shifted = ocop_form_shift_row (walk->inserts, row + 1) - 1;

  if (g_strcmp0 (walk->editing, "absolute") == 0)
    shifted = row;
  else if (walk->is_end && g_strcmp0 (walk->editing, "oneCell") == 0)
    shifted = row + ocop_form_shift_row (walk->inserts, walk->first_row + 1) - 1 - walk->first_row;
  if (!walk->is_end)
    walk->first_row = row;
  return g_strdup_printf ("%u", shifted);
}

static void
on_end (OcopXmlSpots *xml,
        const char   *name,
        gpointer      user_data)
{
  Walk *walk = user_data;
  g_autofree char *shifted = NULL;

  if (ocop_xml_spots_is_sheet (name, "sheetData"))
    walk->in_data = FALSE;
  if (walk->kind == TEXT_FORMULA)
    shifted = shift_formula (walk, walk->text->str);
  else if (walk->kind == TEXT_AREAS)
    shifted = ocop_form_shift_areas (walk->inserts, walk->text->str);
  else if (walk->kind == TEXT_ROW)
    shifted = shift_row (walk);
  if (shifted != NULL && !g_str_equal (shifted, walk->text->str))
    ocop_form_patches_add (walk->patches, (OcopFormSpan) { walk->start, ocop_xml_spots_get_start (xml) }, ocop_text_escape_xml (shifted));
  walk->kind = TEXT_NONE;
  if (ocop_xml_spots_is_sheet (name, "conditionalFormatting") || ocop_xml_spots_is_sheet (name, "dataValidation"))
    walk->own_row = 0;
}

static void
on_text (OcopXmlSpots *xml,
         const char   *text,
         gsize         length,
         gpointer      user_data)
{
  Walk *walk = user_data;

  if (walk->kind != TEXT_NONE)
    g_string_append_len (walk->text, text, (gssize) length);
}

gboolean
ocop_form_insert_around (GBytes           *bytes,
                         const char       *name,
                         const char       *sheet,
                         OcopFormShift    *shift,
                         OcopFormPatches  *patches,
                         GError          **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(GString) text = g_string_new (NULL);
  Walk walk = { .sheet = sheet, .shift = shift, .inserts = sheet != NULL ? ocop_form_shift_find (shift, sheet) : NULL,
                .patches = patches, .data = g_bytes_get_data (bytes, NULL), .text = text };
  gboolean parsed = ocop_xml_spots_parse (bytes, name, &handlers, &walk, error);

  g_free (walk.editing);
  if (!parsed)
    return FALSE;
  count_merged (&walk);
  return walk.problem == NULL || ocop_form_insert_refuse (sheet != NULL ? sheet : name, walk.problem, error);
}
