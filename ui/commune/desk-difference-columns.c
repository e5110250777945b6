/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-difference-columns.h"

#include <glib/gi18n.h>

#include "exchange/ocop-difference.h"

static char *
dup_accepted (const DeskTableCell *cell)
{
  const OcopDifference *one = cell->row;

  return g_strdup (one->refusal != NULL ? C_("difference", "Impossible") : one->accepted ? C_("difference", "Take") : C_("difference", "Leave"));
}

static const char *
style_accepted (const DeskTableCell *cell)
{
  const OcopDifference *one = cell->row;

  return one->refusal != NULL ? "alarm" : one->accepted ? "good" : "quiet";
}

static char *
dup_whose (const DeskTableCell *cell)
{
  return g_strdup (((const OcopDifference *) cell->row)->whose);
}

static char *
dup_about (const DeskTableCell *cell)
{
  return g_strdup (((const OcopDifference *) cell->row)->about);
}

static char *
dup_title (const DeskTableCell *cell)
{
  return g_strdup (((const OcopDifference *) cell->row)->title);
}

static char *
dup_mine (const DeskTableCell *cell)
{
  const char *mine = ((const OcopDifference *) cell->row)->mine;

  return g_strdup (*mine != '\0' ? mine : "–");
}

static char *
dup_theirs (const DeskTableCell *cell)
{
  const char *theirs = ((const OcopDifference *) cell->row)->theirs;

  return g_strdup (*theirs != '\0' ? theirs : "–");
}

static const char *
style_theirs (const DeskTableCell *cell)
{
  return "desk-heading";
}

static char *
dup_remark (const DeskTableCell *cell)
{
  return ocop_difference_dup_remark (cell->row);
}

static const char *
style_remark (const DeskTableCell *cell)
{
  return ((const OcopDifference *) cell->row)->refusal != NULL ? "desk-alarm" : "desk-warn";
}

const DeskTableColumn desk_difference_columns[] = {
  { N_("Taken"), dup_accepted, style_accepted, .width = 150, .is_pill = TRUE },
  { N_("Locality"), dup_whose, .width = 120 },
  { N_("About"), dup_about, .width = 210 },
  { N_("Field"), dup_title, .width = 170 },
  { N_("On record"), dup_mine, .width = 120 },
  { N_("What came in"), dup_theirs, style_theirs, .width = 190 },
  { N_("Remarks"), dup_remark, style_remark },
  { NULL }
};
