/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"
#include "list/desk-list-spec.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIST_PAGE (desk_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskListPage, desk_list_page, DESK, LIST_PAGE, DeskPage)

/**
 * DeskListPageClass:
 * @kind: whose list it is
 *
 * The list of one kind of record with its filters, and the record beside it.
 */
struct _DeskListPageClass
{
  DeskPageClass parent_class;

  const char *kind;
};

/* Shows the record @id and puts it into the list's sight. */
void       desk_list_page_show_record (DeskListPage       *self,
                                       const char         *id);

/* The pages of the window: one for each kind with a list. */
#define DESK_TYPE_PRODUCERS_PAGE (desk_producers_page_get_type ())
#define DESK_TYPE_PRODUCTS_PAGE (desk_products_page_get_type ())
#define DESK_TYPE_DOSSIERS_PAGE (desk_dossiers_page_get_type ())
#define DESK_TYPE_RECOGNITIONS_PAGE (desk_recognitions_page_get_type ())
#define DESK_TYPE_INSPECTIONS_PAGE (desk_inspections_page_get_type ())
#define DESK_TYPE_COURSES_PAGE (desk_courses_page_get_type ())
#define DESK_TYPE_EVENTS_PAGE (desk_events_page_get_type ())
#define DESK_TYPE_SUPPORTS_PAGE (desk_supports_page_get_type ())

GType      desk_producers_page_get_type    (void);
GType      desk_products_page_get_type     (void);
GType      desk_dossiers_page_get_type     (void);
GType      desk_recognitions_page_get_type (void);
GType      desk_inspections_page_get_type  (void);
GType      desk_courses_page_get_type      (void);
GType      desk_events_page_get_type       (void);
GType      desk_supports_page_get_type     (void);

G_END_DECLS
