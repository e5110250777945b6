/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-difference-columns.h"

#include <glib/gi18n.h>

#include "exchange/ocop-difference.h"

static void
show_accepted (gpointer         data,
               guint            place,
               DeskCommuneCell *cell)
{
  const OcopDifference *one = ocop_differences_get (data, place);

  cell->text = g_strdup (one->refusal != NULL ? C_("difference", "Impossible") : one->accepted ? C_("difference", "Take") : C_("difference", "Leave"));
  cell->style = one->refusal != NULL ? "alarm" : one->accepted ? "good" : "quiet";
  cell->pill = TRUE;
}

static void
show_whose (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  cell->text = g_strdup (ocop_differences_get (data, place)->whose);
}

static void
show_about (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  cell->text = g_strdup (ocop_differences_get (data, place)->about);
}

static void
show_title (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  cell->text = g_strdup (ocop_differences_get (data, place)->title);
}

static void
show_mine (gpointer         data,
           guint            place,
           DeskCommuneCell *cell)
{
  const char *mine = ocop_differences_get (data, place)->mine;

  cell->text = g_strdup (*mine != '\0' ? mine : "–");
}

static void
show_theirs (gpointer         data,
             guint            place,
             DeskCommuneCell *cell)
{
  const char *theirs = ocop_differences_get (data, place)->theirs;

  cell->text = g_strdup (*theirs != '\0' ? theirs : "–");
  cell->style = "desk-heading";
}

static void
show_remark (gpointer         data,
             guint            place,
             DeskCommuneCell *cell)
{
  const OcopDifference *one = ocop_differences_get (data, place);

  cell->text = ocop_difference_dup_remark (one);
  cell->style = one->refusal != NULL ? "desk-alarm" : "desk-warn";
}

const DeskCommuneColumn desk_difference_columns[] = {
  { N_("Taken"), show_accepted, 150 },
  { N_("Locality"), show_whose, 130 },
  { N_("About"), show_about, 190 },
  { N_("Field"), show_title, 160 },
  { N_("On record"), show_mine, 120 },
  { N_("What came in"), show_theirs, 160 },
  { N_("Remarks"), show_remark, 0 },
  { NULL }
};
