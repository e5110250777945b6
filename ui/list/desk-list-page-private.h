/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-record-form.h"
#include "list/desk-filter-bar.h"
#include "list/desk-list-page.h"
#include "list/desk-list-view.h"

G_BEGIN_DECLS

/* The parts of a list page that its actions work on; borrowed. */
typedef struct
{
  const DeskListSpec *spec;
  DeskRecordList *records;
  DeskListView *view;
  DeskFilterBar *filters;
  DeskRecordForm *form;
  GtkWidget *paned;
  GtkWidget *stack;         /* "list", "empty" or "nothing" */
  GtkLabel *count_label;
  GtkLabel *match_label;
  GtkWidget *bin_strip;
  gboolean binned;
  gboolean pending_first;   /* the first record found is to be gone to */
  guint refresh_source;
} DeskListPageParts;

DeskListPageParts *desk_list_page_get_parts      (DeskListPage      *self);

/* Reads the list anew for what filters, words, order and day now say. */
void               desk_list_page_ask            (DeskListPage      *self);
void               desk_list_page_set_form_shown (DeskListPage      *self,
                                                  gboolean           shown);
void               desk_list_page_update_actions (DeskListPage      *self);

/* The list's actions: desk-list-actions.c. */
void               desk_list_actions_install     (GtkWidgetClass    *klass);

G_END_DECLS
