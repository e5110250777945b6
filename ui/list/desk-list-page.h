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

/* The list of each kind that has one. */
GType      desk_producers_page_get_type           (void);
GType      desk_products_page_get_type            (void);
GType      desk_dossiers_page_get_type            (void);
GType      desk_recognitions_page_get_type        (void);
GType      desk_inspections_page_get_type         (void);
GType      desk_inspection_points_page_get_type   (void);
GType      desk_courses_page_get_type             (void);
GType      desk_trainees_page_get_type            (void);
GType      desk_consultations_page_get_type       (void);
GType      desk_communications_page_get_type      (void);
GType      desk_events_page_get_type              (void);
GType      desk_participations_page_get_type      (void);
GType      desk_sales_points_page_get_type        (void);
GType      desk_sales_links_page_get_type         (void);
GType      desk_supports_page_get_type            (void);
GType      desk_support_programmes_page_get_type  (void);
GType      desk_rewards_page_get_type             (void);
GType      desk_reward_rules_page_get_type        (void);
GType      desk_value_chains_page_get_type        (void);
GType      desk_value_chain_members_page_get_type (void);
GType      desk_tourism_sites_page_get_type       (void);

G_END_DECLS
