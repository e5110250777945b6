/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-work-pages.h"

#include <glib/gi18n.h>

#include "work/desk-work-page.h"

static const DeskWorkTab inspection_tabs[] = {
  { NC_("tab", "Inspections"), desk_inspections_page_get_type },
  { NC_("tab", "Faults and repairs"), desk_inspection_points_page_get_type },
  { NULL }
};

static const DeskWorkTab training_tabs[] = {
  { NC_("tab", "Courses"), desk_courses_page_get_type },
  { NC_("tab", "Attendees"), desk_trainees_page_get_type },
  { NC_("tab", "Advice"), desk_consultations_page_get_type },
  { NC_("tab", "Information"), desk_communications_page_get_type },
  { NULL }
};

static const DeskWorkTab promotion_tabs[] = {
  { NC_("tab", "Events"), desk_events_page_get_type },
  { NC_("tab", "Who takes part"), desk_participations_page_get_type },
  { NC_("tab", "Points of sale"), desk_sales_points_page_get_type },
  { NC_("tab", "Sales channels"), desk_sales_links_page_get_type },
  { NULL }
};

static const DeskWorkTab support_tabs[] = {
  { NC_("tab", "Support"), desk_supports_page_get_type },
  { NC_("tab", "Support programmes"), desk_support_programmes_page_get_type },
  { NC_("tab", "Rewards"), desk_rewards_page_get_type },
  { NC_("tab", "Rules of rewards"), desk_reward_rules_page_get_type },
  { NULL }
};

static const DeskWorkTab chain_tabs[] = {
  { NC_("tab", "Value chains"), desk_value_chains_page_get_type },
  { NC_("tab", "Members of chains"), desk_value_chain_members_page_get_type },
  { NC_("tab", "Tourism sites"), desk_tourism_sites_page_get_type },
  { NULL }
};

#define DEFINE_PAGE(Name, name_, page_name, icon, page_title, page_tabs)                \
  typedef struct { DeskWorkPage parent_instance; } Desk##Name##Page;                    \
  typedef struct { DeskWorkPageClass parent_class; } Desk##Name##PageClass;             \
  G_DEFINE_FINAL_TYPE (Desk##Name##Page, desk_##name_##_page, DESK_TYPE_WORK_PAGE)      \
                                                                                        \
  static void                                                                           \
  desk_##name_##_page_class_init (Desk##Name##PageClass *klass)                         \
  {                                                                                     \
    DeskWorkPageClass *work = (DeskWorkPageClass *) klass;                              \
                                                                                        \
    work->name = page_name;                                                             \
    work->icon_name = icon;                                                             \
    work->title = page_title;                                                           \
    work->tabs = page_tabs;                                                             \
  }                                                                                     \
                                                                                        \
  static void                                                                           \
  desk_##name_##_page_init (Desk##Name##Page *self)                                     \
  {                                                                                     \
  }

/* The names of pages stay as they were first kept in people's settings. */
DEFINE_PAGE (InspectionWork, inspection_work, "inspections", "desk-inspections-symbolic", N_("Inspections"), inspection_tabs)
DEFINE_PAGE (Training, training, "courses", "desk-courses-symbolic", N_("Training and advice"), training_tabs)
DEFINE_PAGE (Promotion, promotion, "events", "desk-events-symbolic", N_("Promotion and sales"), promotion_tabs)
DEFINE_PAGE (Support, support, "supports", "desk-supports-symbolic", N_("Support and rewards"), support_tabs)
DEFINE_PAGE (Chains, chains, "value_chains", "desk-chains-symbolic", N_("Chains and tourism"), chain_tabs)
