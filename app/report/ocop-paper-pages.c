/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-pages.h"

#include "report/ocop-paper-section-private.h"

struct _OcopPaperPages
{
  OcopPaperRuler *ruler;
  GPtrArray *sections;           /* (element-type OcopPaperSection): never empty */
};

static gboolean
add_sections (OcopPaperPages  *pages,
              OcopPaper       *paper,
              GError         **error)
{
  OcopPaperSection *section = ocop_paper_section_new (paper, pages->ruler, error);

  if (section == NULL)
    return FALSE;
  g_ptr_array_add (pages->sections, section);
  for (guint i = 0; i < paper->followers->len; i++)
    if (!add_sections (pages, paper->followers->pdata[i], error))
      return FALSE;
  return TRUE;
}

OcopPaperPages *
ocop_paper_pages_new (OcopPaper  *paper,
                      GError    **error)
{
  g_autoptr(OcopPaperPages) pages = g_new0 (OcopPaperPages, 1);

  pages->ruler = ocop_paper_ruler_new ();
  pages->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_paper_section_free);
  return add_sections (pages, paper, error) ? g_steal_pointer (&pages) : NULL;
}

void
ocop_paper_pages_free (OcopPaperPages *pages)
{
  g_ptr_array_unref (pages->sections);
  ocop_paper_ruler_free (pages->ruler);
  g_free (pages);
}

/* The section that @page is of; @page becomes the number within it. */
static OcopPaperSection *
find_section (const OcopPaperPages *pages,
              guint                *page)
{
  guint i = 0;

  for (; i + 1 < pages->sections->len; i++)
    {
      guint n = ocop_paper_section_get_n_pages (pages->sections->pdata[i]);

      if (*page < n)
        break;
      *page -= n;
    }
  return pages->sections->pdata[i];
}

guint
ocop_paper_pages_get_n_pages (const OcopPaperPages *pages)
{
  guint n = 0;

  for (guint i = 0; i < pages->sections->len; i++)
    n += ocop_paper_section_get_n_pages (pages->sections->pdata[i]);
  return n;
}

double
ocop_paper_pages_get_width (const OcopPaperPages *pages,
                            guint                 page)
{
  return find_section (pages, &page)->width;
}

double
ocop_paper_pages_get_height (const OcopPaperPages *pages,
                             guint                 page)
{
  return find_section (pages, &page)->height;
}

const OcopPaper *
ocop_paper_pages_get_paper (const OcopPaperPages *pages)
{
  const OcopPaperSection *first = pages->sections->pdata[0];

  return first->paper;
}

void
ocop_paper_pages_paint (OcopPaperPages *pages,
                        guint           page,
                        cairo_t        *cr)
{
  OcopPaperSection *section = find_section (pages, &page);

  ocop_paper_section_paint (section, page, cr);
}

GArray *
ocop_paper_pages_dup_items (const OcopPaperPages *pages,
                            guint                 page)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (OcopPaperItem));
  const OcopPaperSection *section = find_section (pages, &page);
  const OcopPaperPlace *places;
  guint n_places = 0;

  places = section->flow != NULL ? ocop_paper_flow_get_page (section->flow, page, &n_places) : NULL;
  for (guint i = 0; i < n_places; i++)
    {
      const OcopPaperContent *content = &g_array_index (section->contents, OcopPaperContent, places[i].box);
      OcopPaperItem item = {
        .kind = content->kind,
        .block = content->block,
        .row = content->row,
        .y = OCOP_PAPER_MARGIN_TOP + places[i].y,
        .height = places[i].height,
        .offset = places[i].offset,
        .repeated = places[i].repeated,
      };

      g_array_append_val (items, item);
    }
  return items;
}
