/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/**
 * DeskWorkTab:
 * @title: English, to be translated
 * @get_type: of the #DeskListPage behind the tab
 */
typedef struct
{
  const char *title;
  GType (*get_type) (void);
} DeskWorkTab;

#define DESK_TYPE_WORK_PAGE (desk_work_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskWorkPage, desk_work_page, DESK, WORK_PAGE, DeskPage)

/**
 * DeskWorkPageClass:
 * @name: stable, of the page
 * @title: English, to be translated
 * @tabs: ended by one without a title
 *
 * Several lists that belong together, each behind a tab. A list is made when it is first looked at.
 */
struct _DeskWorkPageClass
{
  DeskPageClass parent_class;

  const char *name;
  const char *icon_name;
  const char *title;
  const DeskWorkTab *tabs;
};

/* Turns to the tab with the list of @kind and gives the list; %NULL where there is none. */
DeskListPage *desk_work_page_turn_to    (DeskWorkPage   *self,
                                         const OcopKind *kind);

/* The plural name of the kind whose list is looked at: "courses". */
const char   *desk_work_page_get_plural (DeskWorkPage   *self);

/* To the list behind the next or the former tab, around the ends. */
void          desk_work_page_turn       (DeskWorkPage   *self,
                                         gboolean        forward);

G_END_DECLS
