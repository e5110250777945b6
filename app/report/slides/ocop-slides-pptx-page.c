/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of slides as a part of a presentation (ISO/IEC 29500-1, 19 and 21). */

#include "report/slides/ocop-slides-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/ocop-text.h"

#define EMU_PER_POINT 12700

typedef struct
{
  const OcopSlidesLayout *layout;
  const OcopSlidePage *page;
  GString *xml;
  guint next_id;
} PageWriter;

typedef struct
{
  double size;
  gboolean bold;
  guint32 colour;
} Type;

static int
to_emu (double points)
{
  return (int) lround (points * EMU_PER_POINT);
}

static void
add_place (PageWriter         *writer,
           const char         *tag,
           const OcopSlideBox *box)
{
  g_string_append_printf (writer->xml, "<%s:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></%s:xfrm>", tag,
                          to_emu (box->x), to_emu (box->y), to_emu (box->width), to_emu (box->height), tag);
}

static void
add_type (PageWriter *writer,
          const char *tag,
          Type        type)
{
  g_string_append_printf (writer->xml, "<a:%s lang=\"vi-VN\" sz=\"%d\" b=\"%d\"><a:solidFill><a:srgbClr val=\"%06X\"/></a:solidFill></a:%s>",
                          tag, (int) lround (type.size * 100), type.bold, type.colour, tag);
}

static void
end_paragraph (PageWriter *writer,
               const char *text,
               Type        type)
{
  g_autofree char *escaped = ocop_text_escape_xml (text);

  if (*escaped != '\0')
    {
      g_string_append (writer->xml, "<a:r>");
      add_type (writer, "rPr", type);
      g_string_append_printf (writer->xml, "<a:t>%s</a:t></a:r>", escaped);
    }
  else
    add_type (writer, "endParaRPr", type);
  g_string_append (writer->xml, "</a:p>");
}

/* @align: "l" or "r" */
static void
add_paragraph (PageWriter *writer,
               const char *text,
               const char *align,
               Type        type)
{
  g_string_append_printf (writer->xml, "<a:p><a:pPr algn=\"%s\"/>", align);
  end_paragraph (writer, text, type);
}

static void
begin_shape (PageWriter *writer,
             const char *name,
             const char *placeholder)
{
  g_string_append_printf (writer->xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/>%s</p:nvSpPr>", writer->next_id++, name, placeholder);
}

#define HOLDER(of) "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph " of "/></p:nvPr>"
#define TEXT_BOX "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>"

static void
begin_holder (PageWriter *writer,
              const char *name,
              const char *placeholder)
{
  begin_shape (writer, name, placeholder);
  g_string_append (writer->xml, "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>");
}

static void
end_shape (PageWriter *writer)
{
  g_string_append (writer->xml, "</p:txBody></p:sp>");
}

static void
add_text_box (PageWriter         *writer,
              const char         *name,
              const OcopSlideBox *box,
              const char         *text,
              const char         *align,
              Type                type)
{
  begin_shape (writer, name, TEXT_BOX);
  g_string_append (writer->xml, "<p:spPr>");
  add_place (writer, "a", box);
  g_string_append (writer->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>"
                                "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
  add_paragraph (writer, text, align, type);
  end_shape (writer);
}

static void
add_practice (PageWriter *writer)
{
  add_text_box (writer, "Practice", ocop_slide_box (OCOP_SLIDE_BOX_PRACTICE), _("PRACTICE DATA"), "r",
                (Type) { OCOP_SLIDE_NOTE_SIZE, TRUE, writer->layout->theme.warning_ink });
}

static void
add_front (PageWriter *writer)
{
  const OcopSlides *slides = writer->layout->slides;
  const OcopChartTheme *theme = &writer->layout->theme;
  g_autofree char *day = ocop_slides_dup_place_and_day (slides);

  begin_holder (writer, "Title", HOLDER ("type=\"ctrTitle\""));
  add_paragraph (writer, writer->page->title, "l", (Type) { writer->page->title_size, TRUE, theme->ink });
  end_shape (writer);
  begin_holder (writer, "Office", HOLDER ("type=\"subTitle\" idx=\"1\""));
  if (slides->office != NULL)
    add_paragraph (writer, slides->office, "l", (Type) { OCOP_SLIDE_OFFICE_SIZE, FALSE, theme->ink });
  add_paragraph (writer, day, "l", (Type) { OCOP_SLIDE_DAY_SIZE, FALSE, theme->dim_ink });
  end_shape (writer);
  if (slides->practice)
    add_practice (writer);
}

static void
add_head (PageWriter *writer)
{
  const OcopChartTheme *theme = &writer->layout->theme;
  const char *subtitle = writer->page->slide->subtitle;

  begin_holder (writer, "Title", HOLDER ("type=\"title\""));
  add_paragraph (writer, writer->page->title, "l", (Type) { writer->page->title_size, TRUE, theme->ink });
  if (*subtitle != '\0')
    add_paragraph (writer, subtitle, "l", (Type) { OCOP_SLIDE_SUBTITLE_SIZE, FALSE, theme->dim_ink });
  end_shape (writer);
}

static void
add_foot (PageWriter *writer,
          guint       number)
{
  Type type = { OCOP_SLIDE_NOTE_SIZE, FALSE, writer->layout->theme.dim_ink };

  if (*writer->page->slide->source != '\0')
    {
      begin_holder (writer, "Source", HOLDER ("type=\"body\" sz=\"quarter\" idx=\"11\""));
      add_paragraph (writer, writer->page->slide->source, "l", type);
      end_shape (writer);
    }
  begin_holder (writer, "Number", HOLDER ("type=\"sldNum\" sz=\"quarter\" idx=\"10\""));
  g_string_append (writer->xml, "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\">");
  g_string_append_printf (writer->xml, "<a:rPr lang=\"vi-VN\"/><a:t>%u</a:t></a:fld></a:p>", number + 1);
  end_shape (writer);
}

/* What is shown, with what those hear of it who do not see it. */
static void
add_name (PageWriter *writer,
          const char *name)
{
  g_autofree char *words = ocop_text_escape_xml (writer->page->slide->words);

  g_string_append_printf (writer->xml, "<p:cNvPr id=\"%u\" name=\"%s\" descr=\"%s\"/>", writer->next_id++, name, words);
}

/* Programs that know no vector pictures show the other one. */
static void
add_picture (PageWriter *writer)
{
  g_string_append (writer->xml, "<p:pic><p:nvPicPr>");
  add_name (writer, "Chart");
  g_string_append (writer->xml,
                   "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\">"
                   "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip r:embed=\"rId3\" "
                   "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"/></a:ext></a:extLst></a:blip>"
                   "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>");
  add_place (writer, "a", ocop_slide_box (OCOP_SLIDE_BOX_BODY));
  g_string_append (writer->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
}

/* Fill and lines of a cell: the heading's ground, or a thin line below. */
static void
end_cell (PageWriter *writer,
          gboolean    heading)
{
  static const char * const edges[] = { "lnL", "lnR", "lnT" };
  const OcopChartTheme *theme = &writer->layout->theme;

  g_string_append_printf (writer->xml, "<a:tcPr marL=\"%d\" marR=\"%d\" marT=\"%d\" marB=\"%d\" anchor=\"ctr\">",
                          to_emu (OCOP_SLIDE_CELL_SIDE), to_emu (OCOP_SLIDE_CELL_SIDE), to_emu (OCOP_SLIDE_CELL_TOP),
                          to_emu (OCOP_SLIDE_CELL_TOP));
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    g_string_append_printf (writer->xml, "<a:%s w=\"0\"><a:noFill/></a:%s>", edges[i], edges[i]);
  g_string_append_printf (writer->xml, "<a:lnB w=\"9525\"><a:solidFill><a:srgbClr val=\"%06X\"/></a:solidFill></a:lnB>", theme->grid);
  if (heading)
    g_string_append_printf (writer->xml, "<a:solidFill><a:srgbClr val=\"%06X\"/></a:solidFill>", theme->fills[OCOP_CHART_ROLE_STAR4].colour);
  else
    g_string_append (writer->xml, "<a:noFill/>");
  g_string_append (writer->xml, "</a:tcPr></a:tc>");
}

static void
add_row (PageWriter *writer,
         guint       row)
{
  const OcopSlideTable *table = writer->page->slide->table;
  const OcopChartTheme *theme = &writer->layout->theme;
  guint32 ink = row == 0 ? ocop_chart_theme_ink_on (theme->fills[OCOP_CHART_ROLE_STAR4].colour) : theme->ink;
  Type type = { writer->page->grid->size, ocop_slide_table_is_strong (table, row), ink };

  g_string_append_printf (writer->xml, "<a:tr h=\"%d\">", to_emu (writer->page->grid->heights[row]));
  for (guint column = 0; column < table->n_columns; column++)
    {
      g_string_append (writer->xml, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
      add_paragraph (writer, ocop_slide_table_get (table, row, column), ocop_slide_table_is_text (table, column) ? "l" : "r", type);
      g_string_append (writer->xml, "</a:txBody>");
      end_cell (writer, row == 0);
    }
  g_string_append (writer->xml, "</a:tr>");
}

static void
begin_table (PageWriter *writer)
{
  const OcopSlideGrid *grid = writer->page->grid;
  OcopSlideBox box = *ocop_slide_box (OCOP_SLIDE_BOX_BODY);
  guint n_columns = writer->page->slide->table->n_columns;

  box.width = 0;
  for (guint column = 0; column < n_columns; column++)
    box.width += grid->widths[column];
  box.height = ocop_slide_grid_get_height (grid, writer->page->first_row, writer->page->end_row);
  g_string_append (writer->xml, "<p:graphicFrame><p:nvGraphicFramePr>");
  add_name (writer, "Table");
  g_string_append (writer->xml, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>");
  add_place (writer, "p", &box);
  g_string_append (writer->xml, "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">"
                                "<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>");
  for (guint column = 0; column < n_columns; column++)
    g_string_append_printf (writer->xml, "<a:gridCol w=\"%d\"/>", to_emu (grid->widths[column]));
  g_string_append (writer->xml, "</a:tblGrid>");
}

static void
add_table (PageWriter *writer)
{
  OcopSlideBox below;

  begin_table (writer);
  add_row (writer, 0);
  for (guint row = writer->page->first_row; row < writer->page->end_row; row++)
    add_row (writer, row);
  g_string_append (writer->xml, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
  if (ocop_slide_grid_find_rest (writer->page, &below))
    add_text_box (writer, "Rest", &below, writer->page->slide->table->rest, "l",
                  (Type) { OCOP_SLIDE_REST_SIZE, TRUE, writer->layout->theme.ink });
  if (writer->layout->slides->practice)
    add_practice (writer);
}

static void
add_lines (PageWriter *writer)
{
  const OcopSlidePage *page = writer->page;

  begin_holder (writer, "Lines", HOLDER ("type=\"body\" idx=\"1\""));
  for (guint i = page->first_row; i < page->end_row; i++)
    {
      g_string_append_printf (writer->xml, "<a:p><a:pPr marL=\"%d\" indent=\"-%d\" algn=\"l\"><a:spcAft><a:spcPts val=\"%d\"/></a:spcAft>"
                              "<a:buChar char=\"" OCOP_SLIDE_BULLET "\"/></a:pPr>",
                              to_emu (OCOP_SLIDE_INDENT), to_emu (OCOP_SLIDE_INDENT), (int) lround (page->size * 50));
      end_paragraph (writer, page->slide->lines[i], (Type) { page->size, FALSE, writer->layout->theme.ink });
    }
  /* A body of text has at least one paragraph. */
  if (page->first_row == page->end_row)
    add_paragraph (writer, "", "l", (Type) { page->size, FALSE, writer->layout->theme.ink });
  end_shape (writer);
  if (writer->layout->slides->practice)
    add_practice (writer);
}

GString *
ocop_slides_layout_page_to_xml (const OcopSlidesLayout *self,
                                guint                   page)
{
  PageWriter writer = { self, self->pages->pdata[page], g_string_new (NULL), 2 };

  g_string_append (writer.xml,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                   "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                   "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree>"
                   "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                   "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
  if (writer.page->slide == NULL)
    add_front (&writer);
  else
    {
      add_head (&writer);
      if (writer.page->slide->table != NULL)
        add_table (&writer);
      else if (writer.page->slide->lines != NULL)
        add_lines (&writer);
      else
        add_picture (&writer);
      add_foot (&writer, page);
    }
  g_string_append (writer.xml, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
  return writer.xml;
}
