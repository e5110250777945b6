/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-form-pane.h"

G_BEGIN_DECLS

#define DESK_TYPE_RELATED_PANE (desk_related_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskRelatedPane, desk_related_pane, DESK, RELATED_PANE, GtkWidget)

/**
 * DeskRelated:
 * @subject: the kind of the record that the others belong to
 * @kind: theirs
 * @link: their field that leads to it
 * @tab: English, to be translated: a short title
 * @head, @details: paths ended by %NULL: what the two lines of an entry say
 * @order: path by which they stand, latest or highest first
 * @by_steps: they come about by moving the record on, none is added by hand
 * @by_year: yearly figures: all fields of @kind stand in a grid, @head and @details are empty
 * @empty: English, to be translated: what comes here, said where there is none yet
 * @act, @act_label: (nullable): an action of the list's page that makes some, and its button in English, to be translated
 * @counted: the place in @head, from 1, of the choice by which the entries are counted above them; 0 for none
 * @table: (nullable): in English, to be translated: the button of the list's table in which all of them are typed
 */
typedef struct
{
  const char *subject;
  const char *kind;
  const char *link;
  const char *tab;
  const char *head[5];
  const char *details[6];
  const char *order;
  gboolean by_year;
  gboolean by_steps;
  const char *empty;
  const char *act;
  const char *act_label;
  const char *table;
  guint counted;
} DeskRelated;

/* All of them, ended by a %NULL subject. */
const DeskRelated *desk_related_all         (void);

/* The records that belong to another one: recognitions, yearly figures, sales, certificates. */
GtkWidget         *desk_related_pane_new    (const DeskRelated *related);

G_END_DECLS
