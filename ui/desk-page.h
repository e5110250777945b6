/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_PAGE (desk_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPage, desk_page, DESK, PAGE, GtkWidget)

/**
 * DeskPageClass:
 * @register_changed: another register is open (or none): desk_page_get_register()
 *   gives it. Whatever is shown of the former one goes; @refresh follows.
 * @refresh: the register's content, or the day the facts are asked for, is
 *   another: read again, keeping selection and place. Called when the page is
 *   next shown, not while it is hidden.
 * @show_query: a number was clicked elsewhere: show the records it counts.
 *   %NULL in a page that shows no list.
 * @search: the words in the window's search entry are now
 *   desk_page_get_search_text(). %NULL in a page that is not searched: from
 *   there, the entry opens the products.
 * @enter_found: Enter or Down in that entry: go to the first record found,
 *   when it has been read. In every page with @search.
 * @focus_search: only in a page with a search entry of its own; the window
 *   then hides its entry
 * @can_close: whether nothing on the page is unsaved; %NULL says so
 * @narrow_report: the page shows figures of a part of the register: the reports
 *   chosen in the window's menu are to be of the same. What it puts into the
 *   scope stays its own. %NULL in a page whose figures are of all
 *
 * A page of the window. It fills the window beside the sidebar, lays its one
 * child out over its whole area, and unparents its children when disposed.
 * #GtkWidget:name is the page's stable name ("products"), used in settings.
 *
 * Overriding functions need not chain up.
 */
struct _DeskPageClass
{
  GtkWidgetClass parent_class;

  void     (*register_changed) (DeskPage        *page);
  void     (*refresh)          (DeskPage        *page);
  void     (*show_query)       (DeskPage        *page,
                                const OcopQuery *query);
  void     (*search)           (DeskPage        *page);
  void     (*enter_found)      (DeskPage        *page);
  void     (*focus_search)     (DeskPage        *page);
  gboolean (*can_close)        (DeskPage        *page);
  void     (*narrow_report)    (DeskPage        *page,
                                OcopReportScope *scope);
};

/* What the sidebar shows of the page; translated. */
const char   *desk_page_get_title       (DeskPage        *page);
const char   *desk_page_get_icon_name   (DeskPage        *page);

/* (nullable): the open register. */
OcopRegister *desk_page_get_register    (DeskPage        *page);
void          desk_page_set_register    (DeskPage        *page,
                                         OcopRegister    *reg);

/* The day the facts are asked for, chosen in the header bar: belongs into every query of the page. */
OcopDate      desk_page_get_on          (DeskPage        *page);
void          desk_page_set_on          (DeskPage        *page,
                                         OcopDate         on);

/* Never %NULL. Setting it also fills the window's entry, e.g. when a query with words is shown. */
const char   *desk_page_get_search_text (DeskPage        *page);
void          desk_page_set_search_text (DeskPage        *page,
                                         const char      *text);

void          desk_page_refresh         (DeskPage        *page);
void          desk_page_show_query      (DeskPage        *page,
                                         const OcopQuery *query);
gboolean      desk_page_is_searched     (DeskPage        *page);
/* Only in a page that is searched. */
void          desk_page_enter_found     (DeskPage        *page);
/* Whether the page has a search entry of its own, which now has the focus. */
gboolean      desk_page_focus_search    (DeskPage        *page);
gboolean      desk_page_has_own_search  (DeskPage        *page);
gboolean      desk_page_can_close       (DeskPage        *page);
void          desk_page_narrow_report   (DeskPage        *page,
                                         OcopReportScope *scope);

G_END_DECLS
