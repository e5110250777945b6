/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pages.h"

#include "charts/desk-charts-page.h"
#include "council/desk-council-page.h"
#include "decision/desk-decision-page.h"
#include "list/desk-list-page.h"
#include "overview/desk-overview-page.h"
#include "plan/desk-plan-page.h"
#include "work/desk-work-pages.h"

static GType (* const pages[]) (void) = {
  desk_overview_page_get_type,
  desk_producers_page_get_type,
  desk_products_page_get_type,
  desk_dossiers_page_get_type,
  desk_council_page_get_type,
  desk_decision_page_get_type,
  desk_recognitions_page_get_type,
  desk_plan_page_get_type,
  desk_inspection_work_page_get_type,
  desk_training_page_get_type,
  desk_promotion_page_get_type,
  desk_support_page_get_type,
  desk_chains_page_get_type,
  desk_charts_page_get_type,
};

const GType *
desk_pages_get_types (void)
{
  static GType types[G_N_ELEMENTS (pages) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    types[i] = pages[i] ();
  return types;
}
