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
  DeskRecordForm *form;     /* %NULL until a record is to be shown: desk_list_page_get_form() */
  GtkWidget *paned;
  GtkWidget *stack;         /* "list", "empty" or "nothing" */
  GtkLabel *count_label;
  GtkLabel *match_label;
  GtkMenuButton *more_button;
  GtkWidget *bin_strip;
  gboolean binned;
  gboolean pending_first;   /* the first record found is to be gone to */
  guint refresh_source;
} DeskListPageParts;

DeskListPageParts *desk_list_page_get_parts      (DeskListPage      *self);

/* Reads the list anew for what filters, words, order and day now say. */
void               desk_list_page_ask            (DeskListPage      *self);
/* The record beside the list, made when it is first asked for: it is the larger half of the page. */
DeskRecordForm    *desk_list_page_get_form       (DeskListPage      *self);
void               desk_list_page_set_form_shown (DeskListPage      *self,
                                                  gboolean           shown);
void               desk_list_page_update_actions (DeskListPage      *self);

/* What the page's work tells people; nothing when its window is gone. */
void               desk_list_page_say            (DeskListPage      *self,
                                                  const char        *text);
void               desk_list_page_show_error     (DeskListPage      *self,
                                                  const GError      *error);

/* The parts of the page, which knows them from then on: desk-list-bars.c. */
GtkWidget         *desk_list_page_make_filter_row  (DeskListPage    *self);
GtkWidget         *desk_list_page_make_bin_strip   (DeskListPage    *self);
GtkWidget         *desk_list_page_make_status_bar  (DeskListPage    *self);
/* For the secondary button of the mouse. */
void               desk_list_page_add_context_menu (DeskListPage    *self);

/* The list's actions: desk-list-actions.c. */
void               desk_list_actions_install     (GtkWidgetClass    *klass);

G_END_DECLS
