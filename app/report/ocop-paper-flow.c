/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-flow.h"

#include <math.h>

/* Sums of many heights differ from the page by rounding alone. */
#define TOLERANCE 0.01

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

static void
place_cut (OcopPaperFlow *flow,
           guint          index)
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
           guint          index)
{
  const OcopPaperBox *box = &flow->boxes[index];

  if (!flow->page_is_empty && !fits (flow, box->space_before + box->height) && !may_be_cut_here (flow, index))
    begin_page (flow);
  if (!flow->page_is_empty)
    flow->y += box->space_before;
  place_cut (flow, index);
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
      /* What cannot stay together even on a page of its own is broken where the page ends. */
      if (!flow->page_is_empty
          && !fits (flow, get_run_height (flow, first, last, FALSE))
          && get_run_height (flow, first, last, TRUE) <= page_height + TOLERANCE)
        begin_page (flow);
      for (gsize i = first; i <= last; i++)
        place_box (flow, (guint) i);
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
