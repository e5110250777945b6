/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"
#include "plan/desk-plan-tab.h"
#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

#define DESK_TYPE_PART_VIEW (desk_part_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPartView, desk_part_view, DESK, PART_VIEW, DeskPlanTab)

/**
 * DeskPartViewClass:
 * @kind: of the records
 * @columns: ended by a %NULL title, which have the context "plan"
 * @new_label: English, to be translated: of the button that makes a new one, with a mnemonic
 * @empty_title, @empty_text: English, to be translated: what is said where there are none
 * @read_parts: (transfer full) (element-type OcopPlanPart): on a reader thread; in their order
 * @begin: (nullable): fills in what a new one most likely holds
 * @sum_up: (nullable): shows what the parts come to in the line above the table and in the box below it, which is
 *   empty; %NULL parts: nothing
 *
 * A tab with a table of one kind of the plan's parts. Enter edits, Ctrl+N makes a new one, Delete moves into the bin,
 * Alt+Up and Alt+Down move, Ctrl+C copies the table; an issued plan lets only what its locks leave free be edited.
 */
struct _DeskPartViewClass
{
  DeskPlanTabClass parent_class;

  const char *kind;
  const DeskTableColumn *columns;
  const char *new_label;
  const char *empty_title;
  const char *empty_text;

  GPtrArray *(*read_parts) (OcopReader       *reader,
                            const OcopRecord *plan,
                            OcopDate          on,
                            GError          **error);
  void       (*begin)      (OcopRecord       *record);
  void       (*sum_up)     (DeskPartView     *view,
                            GPtrArray        *parts,
                            GtkLabel         *summary,
                            GtkBox           *below);
};

/* (nullable) (element-type OcopPlanPart): what is shown. */
GPtrArray    *desk_part_view_get_parts (DeskPartView *self);

/* The place of the part that is chosen, and another one. */
guint         desk_part_view_get_chosen (DeskPartView *self);
void          desk_part_view_choose     (DeskPartView *self,
                                         guint         place);

/* Other ways to show the same beside the table, and other buttons before that for a new one. */
GtkStack     *desk_part_view_get_stack (DeskPartView *self);
GtkBox       *desk_part_view_get_bar   (DeskPartView *self);

G_END_DECLS
