/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The pages of the work between the decisions, each of several lists. */
GType desk_inspection_work_page_get_type (void);
GType desk_training_page_get_type        (void);
GType desk_promotion_page_get_type       (void);
GType desk_support_page_get_type         (void);
GType desk_chains_page_get_type          (void);

G_END_DECLS
