/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files that describe lists; all others use desk_list_spec_find(). */

#include "list/desk-list-spec.h"

G_BEGIN_DECLS

extern const DeskListSpec desk_inspection_spec;
extern const DeskListSpec desk_course_spec;
extern const DeskListSpec desk_event_spec;
extern const DeskListSpec desk_support_spec;

G_END_DECLS
