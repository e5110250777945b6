/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slides as a presentation that can be changed (ISO/IEC 29500-1). */

#include "report/slides/ocop-slides-private.h"

#include <string.h>

#include "base/ocop-data.h"
#include "base/ocop-package.h"
#include "base/ocop-text.h"
#include "chart/ocop-chart-export.h"

/* Pixels of the other picture for each point. */
#define SHARPNESS 2.0

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS HEAD "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "application/vnd.openxmlformats-officedocument.presentationml."

/* Where the slides stand among the relations of the presentation, behind what it always has. */
#define FIRST_SLIDE 3

/* As the layouts are numbered that are shipped. */
typedef enum
{
  LAYOUT_FRONT = 1,
  LAYOUT_FIGURES,
  LAYOUT_LINES,
} PageLayout;

typedef struct
{
  const OcopSlidesLayout *layout;
  GPtrArray *names;
  GPtrArray *contents;
} Parts;

static void
add_bytes (Parts  *parts,
           char   *name,
           GBytes *bytes)
{
  g_ptr_array_add (parts->names, name);
  g_ptr_array_add (parts->contents, bytes);
}

static void
add_xml (Parts   *parts,
         char    *name,
         GString *xml)
{
  add_bytes (parts, name, g_string_free_to_bytes (xml));
}

static void
add_types (Parts *parts)
{
  GString *xml = g_string_new (HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
    "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "<Override PartName=\"/ppt/presentation.xml\" ContentType=\"" TYPE "presentation.main+xml\"/>"
    "<Override PartName=\"/ppt/slideMasters/slideMaster1.xml\" ContentType=\"" TYPE "slideMaster+xml\"/>"
    "<Override PartName=\"/ppt/slideLayouts/slideLayout1.xml\" ContentType=\"" TYPE "slideLayout+xml\"/>"
    "<Override PartName=\"/ppt/slideLayouts/slideLayout2.xml\" ContentType=\"" TYPE "slideLayout+xml\"/>"
    "<Override PartName=\"/ppt/slideLayouts/slideLayout3.xml\" ContentType=\"" TYPE "slideLayout+xml\"/>"
    "<Override PartName=\"/ppt/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>");

  for (guint page = 1; page <= parts->layout->pages->len; page++)
    g_string_append_printf (xml, "<Override PartName=\"/ppt/slides/slide%u.xml\" ContentType=\"" TYPE "slide+xml\"/>", page);
  g_string_append (xml, "</Types>");
  add_xml (parts, g_strdup ("[Content_Types].xml"), xml);
}

/* What is the same in every presentation, as shipped, but for the line that says whose it is. */
static gboolean
add_shipped (Parts   *parts,
             GError **error)
{
  g_autoptr(GHashTable) shipped = ocop_data_lookup_folder ("slides", error);
  g_autoptr(GList) names = shipped != NULL ? g_list_sort (g_hash_table_get_keys (shipped), (GCompareFunc) strcmp) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      GBytes *bytes = g_hash_table_lookup (shipped, l->data);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      const char *comment_end = strstr (text, "-->");

      add_xml (parts, g_strdup (l->data), comment_end != NULL ? g_string_append (g_string_new (HEAD), g_strchug ((char *) comment_end + 3))
                                                               : g_string_new (text));
    }
  return shipped != NULL;
}

static void
add_core (Parts *parts)
{
  const OcopSlides *slides = parts->layout->slides;
  g_autofree char *title = ocop_text_escape_xml (slides->title);
  g_autofree char *office = ocop_text_escape_xml (slides->office != NULL ? slides->office : "");
  char day[OCOP_DATE_TEXT_SIZE];
  GString *xml = g_string_new (HEAD "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  ocop_date_to_text (slides->on, day);
  g_string_append_printf (xml, "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>", title, office);
  g_string_append_printf (xml, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:created>", day);
  g_string_append_printf (xml, "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:modified></cp:coreProperties>", day);
  add_xml (parts, g_strdup ("docProps/core.xml"), xml);
}

static void
add_presentation (Parts *parts)
{
  GString *xml = g_string_new (HEAD "<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" saveSubsetFonts=\"1\">"
    "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:sldIdLst>");
  GString *relations = g_string_new (RELATIONS "<Relationship Id=\"rId1\" Type=\"" RELATION "slideMaster\" Target=\"slideMasters/slideMaster1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" RELATION "theme\" Target=\"theme/theme1.xml\"/>");

  for (guint page = 0; page < parts->layout->pages->len; page++)
    {
      g_string_append_printf (xml, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", 256 + page, FIRST_SLIDE + page);
      g_string_append_printf (relations, "<Relationship Id=\"rId%u\" Type=\"" RELATION "slide\" Target=\"slides/slide%u.xml\"/>",
                              FIRST_SLIDE + page, page + 1);
    }
  g_string_append (xml, "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
  g_string_append (relations, "</Relationships>");
  add_xml (parts, g_strdup ("ppt/presentation.xml"), xml);
  add_xml (parts, g_strdup ("ppt/_rels/presentation.xml.rels"), relations);
}

static gboolean
add_picture (Parts            *parts,
             const OcopChart  *chart,
             guint             number,
             GError          **error)
{
  static const struct { OcopChartFormat format; const char *extension; } pictures[] = {
    { OCOP_CHART_FORMAT_PNG, "png" }, { OCOP_CHART_FORMAT_SVG, "svg" },
  };
  const OcopSlideBox *box = ocop_slide_box (OCOP_SLIDE_BOX_BODY);
  const OcopChartSize size = { box->width, box->height, SHARPNESS };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      GBytes *bytes = ocop_chart_to_bytes (chart, pictures[i].format, size, &parts->layout->theme, error);

      if (bytes == NULL)
        return FALSE;
      add_bytes (parts, g_strdup_printf ("ppt/media/image%u.%s", number, pictures[i].extension), bytes);
    }
  return TRUE;
}

/* @slide: (nullable): of the title page */
static PageLayout
find_page_layout (const OcopSlide *slide)
{
  if (slide == NULL)
    return LAYOUT_FRONT;
  return slide->lines != NULL ? LAYOUT_LINES : LAYOUT_FIGURES;
}

static gboolean
add_page (Parts   *parts,
          guint    page,
          GError **error)
{
  const OcopSlide *slide = ((const OcopSlidePage *) parts->layout->pages->pdata[page])->slide;
  GString *relations = g_string_new (RELATIONS);

  g_string_append_printf (relations, "<Relationship Id=\"rId1\" Type=\"" RELATION "slideLayout\" Target=\"../slideLayouts/slideLayout%d.xml\"/>",
                          find_page_layout (slide));
  if (slide != NULL && slide->picture != NULL)
    {
      g_string_append_printf (relations, "<Relationship Id=\"rId2\" Type=\"" RELATION "image\" Target=\"../media/image%u.png\"/>", page + 1);
      g_string_append_printf (relations, "<Relationship Id=\"rId3\" Type=\"" RELATION "image\" Target=\"../media/image%u.svg\"/>", page + 1);
    }
  g_string_append (relations, "</Relationships>");
  add_xml (parts, g_strdup_printf ("ppt/slides/slide%u.xml", page + 1), ocop_slides_layout_page_to_xml (parts->layout, page));
  add_xml (parts, g_strdup_printf ("ppt/slides/_rels/slide%u.xml.rels", page + 1), relations);
  return slide == NULL || slide->picture == NULL || add_picture (parts, slide->picture, page + 1, error);
}

GBytes *
ocop_slides_layout_to_pptx (const OcopSlidesLayout  *self,
                            GError                 **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Parts parts = { self, names, contents };

  add_types (&parts);
  if (!add_shipped (&parts, error))
    return NULL;
  add_core (&parts);
  add_presentation (&parts);
  for (guint page = 0; page < self->pages->len; page++)
    if (!add_page (&parts, page, error))
      return NULL;
  g_ptr_array_add (names, NULL);
  return ocop_package_build ((const char * const *) names->pdata, (GBytes * const *) contents->pdata, error);
}
