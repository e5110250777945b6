/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* How papers say what a plan sets and what came of it: numbers as numbers in hundredths, to be reckoned with, and words where
 * a number would not say it. */

/* "8", "20–25", "by 20/11/2026"; unknown where nothing is set. */
OcopValue   ocop_plan_words_goal      (const OcopGoal      *goal);
/* @fact: that of @progress or the one before. */
OcopValue   ocop_plan_words_fact      (const OcopProgress  *progress,
                                       const OcopFact      *fact);
/* The percent of the same period a year before; unknown where that has no number. */
OcopValue   ocop_plan_words_change    (const OcopProgress  *progress);
/* A value of these as texts have it; free with g_free(). */
char       *ocop_plan_words_to_people (const OcopValue     *value);

/* (nullable): the unit that the target is set in, or that its indicator counts in. */
const char *ocop_plan_words_get_unit  (const OcopProgress  *progress);
/* The section that the target stands in; that of the other ones where it has none. */
const char *ocop_plan_words_get_section (const OcopProgress *progress);
/* (transfer container) (element-type utf8): the sections, in the order of their first targets. */
GPtrArray  *ocop_plan_words_list_sections (const OcopPlan   *plan);
/* Whether the plan has @sections of its own, which papers name. */
gboolean    ocop_plan_words_is_divided (const GPtrArray     *sections);
/* (nullable): of what a share is, how many localities do what is set for each, what was typed by hand and where it comes from, and the target's own note. */
char       *ocop_plan_words_dup_note  (const OcopProgress  *progress);

/* "Thực phẩm – Thô, sơ chế – …" of the criteria set @code; itself where it is not known. Free with g_free(). */
char       *ocop_plan_words_dup_group (const char          *code);

/* The name of the plan with its number and day, below the title. */
void        ocop_plan_words_add_name  (OcopPaper           *paper,
                                       const OcopRecord    *plan);
/* Makes @paper an annex of @plan, which says so in the place of the head and the foot that a paper of its own has. */
void        ocop_plan_words_make_annex (OcopPaper          *paper,
                                       const OcopRecord    *plan);

G_END_DECLS
