/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

/**
 * DeskPartColumn:
 * @title: English, to be translated; with the context "plan"
 * @format: (nullable) (transfer full): what stands there; %NULL for the number of the row
 * @style: (nullable): the style of a cell, "desk-pill" among them, or a space between several; %NULL for none
 * @width: 0 takes what the others leave
 */
typedef struct
{
  const char *title;
  char *(*format) (const OcopPlanPart *part);
  const char *(*style) (const OcopPlanPart *part);
  int width;
  gboolean is_number;
} DeskPartColumn;

/* Gives @view its columns, once; @columns: ended by a %NULL title, never freed. */
void          desk_part_table_set_up  (GtkColumnView        *view,
                                       const DeskPartColumn *columns);

/* Shows @parts, (element-type OcopPlanPart) (nullable); what was chosen stays so, or its place where it is gone. */
void          desk_part_table_show    (GtkColumnView        *view,
                                       GPtrArray            *parts);

/* (nullable): the part that is chosen. */
OcopPlanPart *desk_part_table_get     (GtkColumnView        *view);

/* Gives the focus to the row of that part. */
gboolean      desk_part_table_take_focus (GtkColumnView     *view);

/* Titles and cells as lines, parted by tabs. (transfer full) */
char         *desk_part_table_to_text (GtkColumnView        *view,
                                       const DeskPartColumn *columns);

G_END_DECLS
