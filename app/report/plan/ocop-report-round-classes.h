/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* Adds to @paper which classes came of the rounds of @year: by locality and sector, by sector, by key trade. */
gboolean ocop_report_add_round_classes (OcopReader  *reader,
                                        guint        year,
                                        OcopPaper   *paper,
                                        GError     **error);

G_END_DECLS
