/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* A note on @paper: how many @tasks, (element-type OcopTask), there are, and how many of them are late. */
void ocop_report_tasks_count (OcopPaper       *paper,
                              const GPtrArray *tasks);

G_END_DECLS
