/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-flow.h"

#include <math.h>

/* Sums of many heights differ from the page by rounding alone. */
#define TOLERANCE 0.01

/* How many boxes, and lines of a box that is cut, stay with the last one of a chain that no page can hold. */
#define KEPT_BOXES 2
#define KEPT_LINES 2

struct _OcopPaperFlow
{
  GArray *places;                /* (element-type OcopPaperPlace) */
  GArray *starts;                /* (element-type guint): the first place of each page */
  const OcopPaperBox *boxes;     /* only while dealing out */
  double page_height;
  double y;
  gboolean page_is_empty;
};

static void
begin_page (OcopPaperFlow *flow)
{
  g_array_append_val (flow->starts, flow->places->len);
  flow->y = 0;
  flow->page_is_empty = TRUE;
}

static void
place (OcopPaperFlow *flow,
       guint          box,
       double         offset,
       double         height,
       gboolean       repeated)
{
  OcopPaperPlace here = { box, flow->y, height, offset, repeated };

  g_array_append_val (flow->places, here);
  flow->y += height;
}

/* Height of the boxes @first to @last where they begin a page, or not. */
static double
get_run_height (const OcopPaperFlow *flow,
                gsize                first,
                gsize                last,
                gboolean             begins_page)
{
  const OcopPaperBox *boxes = flow->boxes;
  double height = 0;

  if (begins_page && boxes[first].heading >= 0)
    height += boxes[boxes[first].heading].height;
  for (gsize i = first; i <= last; i++)
    height += boxes[i].height + (i == first && begins_page ? 0 : boxes[i].space_before);
  return height;
}

static gboolean
fits (const OcopPaperFlow *flow,
      double               height)
{
  return flow->y + height <= flow->page_height + TOLERANCE;
}

/* How much of a box too tall for a page goes into @room: whole lines, at least one. */
static double
get_slice (const OcopPaperBox *box,
           double              offset,
           double              room)
{
  double rest = box->height - offset;
  double edge;

  if (rest <= room + TOLERANCE || box->line <= 0)
    return MIN (rest, room);
  edge = box->padding + floor ((offset + room - box->padding) / box->line) * box->line;
  return edge > offset ? edge - offset : MIN (rest, box->line);
}

/* Less than @slice where too few lines would be left for the page of what follows, of height @kept. */
static double
leave_lines (const OcopPaperFlow *flow,
             const OcopPaperBox  *box,
             double               offset,
             double               slice,
             double               kept)
{
  double n_lines = box->line > 0 ? floor ((box->height - box->padding + TOLERANCE) / box->line) : 0;
  double edge = box->padding + (n_lines - KEPT_LINES) * box->line;
  gboolean ends = offset + slice >= box->height - TOLERANCE;

  if (n_lines <= KEPT_LINES || edge <= offset || offset + slice <= edge || (ends && fits (flow, slice + kept)))
    return slice;
  return edge - offset;
}

/* @kept: the height of what follows and has to stand below some of the box */
static void
place_cut (OcopPaperFlow *flow,
           guint          index,
           double         kept)
{
  const OcopPaperBox *box = &flow->boxes[index];
  double offset = 0;

  while (box->height - offset > TOLERANCE)
    {
      double slice;

      if (offset > 0)
        begin_page (flow);
      if (flow->page_is_empty && box->heading >= 0)
        place (flow, (guint) box->heading, 0, flow->boxes[box->heading].height, TRUE);
      slice = get_slice (box, offset, MAX (flow->page_height - flow->y, 1));
      if (kept > 0)
        slice = leave_lines (flow, box, offset, slice, kept);
      place (flow, index, offset, slice, FALSE);
      flow->page_is_empty = FALSE;
      offset += slice;
    }
}

/* A box that no page can hold may as well begin here, if two of its lines go in. */
static gboolean
may_be_cut_here (const OcopPaperFlow *flow,
                 guint                index)
{
  const OcopPaperBox *box = &flow->boxes[index];

  return box->line > 0
         && get_run_height (flow, index, index, TRUE) > flow->page_height + TOLERANCE
         && fits (flow, box->space_before + box->padding + 2 * box->line);
}

static void
place_box (OcopPaperFlow *flow,
           guint          index,
           double         kept)
{
  const OcopPaperBox *box = &flow->boxes[index];

  if (!flow->page_is_empty && !fits (flow, box->space_before + box->height) && !may_be_cut_here (flow, index))
    begin_page (flow);
  if (!flow->page_is_empty)
    flow->y += box->space_before;
  place_cut (flow, index, kept);
}

/* Whether the boxes @first to @last go on a page of their own. */
static gboolean
goes_on_a_page (const OcopPaperFlow *flow,
                gsize                first,
                gsize                last)
{
  return get_run_height (flow, first, last, TRUE) <= flow->page_height + TOLERANCE;
}

/* A chain that no page can hold is broken where the page ends, but not so that its end, a signature, stands alone. */
static void
place_broken (OcopPaperFlow *flow,
              gsize          first,
              gsize          last)
{
  gsize end = last - first > KEPT_BOXES ? last - KEPT_BOXES : first;

  while (end < last && !goes_on_a_page (flow, end, last))
    end++;
  for (gsize i = first; i <= last; i++)
    {
      gboolean leads_to_end = i + 1 == last && end == last;

      if (i == end && end < last && !flow->page_is_empty && !fits (flow, get_run_height (flow, end, last, FALSE)))
        begin_page (flow);
      place_box (flow, (guint) i, leads_to_end ? flow->boxes[last].space_before + flow->boxes[last].height : 0);
    }
}

static void
place_chain (OcopPaperFlow *flow,
             gsize          first,
             gsize          last)
{
  if (!flow->page_is_empty && !fits (flow, get_run_height (flow, first, last, FALSE)))
    begin_page (flow);
  for (gsize i = first; i <= last; i++)
    place_box (flow, (guint) i, 0);
}

OcopPaperFlow *
ocop_paper_flow_new (const OcopPaperBox *boxes,
                     gsize               n_boxes,
                     double              page_height)
{
  OcopPaperFlow *flow = g_new0 (OcopPaperFlow, 1);

  flow->places = g_array_new (FALSE, FALSE, sizeof (OcopPaperPlace));
  flow->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  flow->boxes = boxes;
  flow->page_height = page_height;
  begin_page (flow);
  for (gsize first = 0, last; first < n_boxes; first = last + 1)
    {
      last = first;
      while (last + 1 < n_boxes && boxes[last].keep_with_next)
        last++;
      if (goes_on_a_page (flow, first, last))
        place_chain (flow, first, last);
      else
        place_broken (flow, first, last);
    }
  flow->boxes = NULL;
  return flow;
}

void
ocop_paper_flow_free (OcopPaperFlow *flow)
{
  g_array_unref (flow->places);
  g_array_unref (flow->starts);
  g_free (flow);
}

guint
ocop_paper_flow_get_n_pages (const OcopPaperFlow *flow)
{
  return flow->starts->len;
}

const OcopPaperPlace *
ocop_paper_flow_get_page (const OcopPaperFlow *flow,
                          guint                page,
                          guint               *n_places)
{
  guint start = g_array_index (flow->starts, guint, page);
  guint end = page + 1 < flow->starts->len ? g_array_index (flow->starts, guint, page + 1) : flow->places->len;

  *n_places = end - start;
  return (const OcopPaperPlace *) flow->places->data + start;
}
