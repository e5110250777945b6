/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-period.h"
#include "register/ocop-register.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_TAB (desk_plan_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPlanTab, desk_plan_tab, DESK, PLAN_TAB, GtkWidget)

/**
 * DeskPlanTabClass:
 * @name: stable
 * @title: untranslated, with the context "tab"
 * @by_period: whether it shows another thing in another period
 * @report: the paper that says what it shows
 * @read: asks for what is to be shown, with desk_plan_tab_read(). Called when the tab is seen and the plan, the register
 *   or the day is another than when it was last read; never while it is hidden
 * @show: shows the answer, which is the tab's now, keeping selection and place; %NULL: nothing is open, let go of what
 *   is shown
 * @choose_report: (nullable): another paper than @report, where it shows the same otherwise; narrows what papers are about,
 *   which is of the plan and period already, to what is shown. What it is narrowed to stays the tab's
 * @take_focus: gives the focus to what there is most to do with; as #GtkWidgetClass.grab_focus
 *
 * A tab of the plan's page. It lays its one child out over its whole area, and unparents it when disposed.
 */
struct _DeskPlanTabClass
{
  GtkWidgetClass parent_class;

  const char *name;
  const char *title;
  gboolean by_period;
  const char *report;

  void        (*read)          (DeskPlanTab     *tab);
  void        (*show)          (DeskPlanTab     *tab,
                                gpointer         answer);
  const char *(*choose_report) (DeskPlanTab     *tab,
                                OcopReportScope *scope);
  gboolean    (*take_focus)    (DeskPlanTab     *tab);
};

/* Translated. */
const char       *desk_plan_tab_get_title    (DeskPlanTab       *self);
gboolean          desk_plan_tab_is_by_period (DeskPlanTab       *self);

/* The name of the paper that says what it shows, to which @scope is narrowed. */
const char       *desk_plan_tab_choose_report (DeskPlanTab      *self,
                                              OcopReportScope   *scope);

/* What it is about from now on; @reg, @plan, @period: (nullable): the whole plan without @period. Read when it is seen. */
void              desk_plan_tab_set          (DeskPlanTab       *self,
                                              OcopRegister      *reg,
                                              const OcopRecord  *plan,
                                              const OcopPeriod  *period,
                                              OcopDate           on);
/* (nullable) */
OcopRegister     *desk_plan_tab_get_register (DeskPlanTab       *self);
/* (nullable): never while something is read or shown */
const OcopRecord *desk_plan_tab_get_plan     (DeskPlanTab       *self);
/* (nullable): the whole plan */
const OcopPeriod *desk_plan_tab_get_period   (DeskPlanTab       *self);
OcopDate          desk_plan_tab_get_on       (DeskPlanTab       *self);
/* Whether the plan stays as it is. */
gboolean          desk_plan_tab_is_issued    (DeskPlanTab       *self);

/* From @read: runs @func on a reader thread and shows what it returns, unless something else is asked for meanwhile. */
void              desk_plan_tab_read         (DeskPlanTab       *self,
                                              OcopReadFunc       func,
                                              gpointer           data,
                                              GDestroyNotify     destroy_data,
                                              GDestroyNotify     destroy_answer);

/* A part of the plan in a dialog, which does not ask for the plan: one that is there, or @record, a new one. */
void              desk_plan_tab_edit         (DeskPlanTab       *self,
                                              const OcopKind    *kind,
                                              const char        *id);
/* (transfer none): the dialog, a DeskRecordDialog */
GtkWidget        *desk_plan_tab_add          (DeskPlanTab       *self,
                                              OcopRecord        *record);

G_END_DECLS
