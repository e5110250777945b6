/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* The heads of decree 30/2020/NĐ-CP, from the settings of @office; number and date are written in when the
 * paper is issued. */
void ocop_office_head_write (OcopPaper        *paper,
                             const OcopRecord *office);

/* Recipients and who signs, likewise. */
void ocop_office_foot_write (OcopPaper        *paper,
                             const OcopRecord *office);

/* Takes head and foot away again: an annex has those of the paper that it belongs to. */
void ocop_office_head_clear (OcopPaper        *paper);

/* In capitals, whom one signs for on a line of its own: "KT. CHỦ TỊCH" over "PHÓ CHỦ TỊCH". Free with g_free(). */
char *ocop_office_dup_signer_lines (const char *title);

G_END_DECLS
