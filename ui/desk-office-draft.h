/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskOfficeDraft:
 * @office: fields as they were typed; its link to a unit is not used
 * @province: (nullable): code of a province in force
 * @province_name: (nullable): to name the file after
 *
 * What an office said of itself, before a register holds it.
 */
typedef struct
{
  OcopRecord *office;
  char *province;
  char *province_name;
} DeskOfficeDraft;

DeskOfficeDraft *desk_office_draft_new           (void);
void             desk_office_draft_free          (DeskOfficeDraft        *draft);

/* "Dữ liệu OCOP Tuyên Quang.ocop"; free with g_free(). */
char            *desk_office_draft_dup_file_name (const DeskOfficeDraft  *draft);

/* Stores it by one change. Blocks. */
gboolean         desk_office_draft_commit        (const DeskOfficeDraft  *draft,
                                                  OcopRegister           *reg,
                                                  GError                **error);

/* Returns: (transfer full): what the register holds now. */
DeskOfficeDraft *desk_office_draft_read          (OcopReader             *reader,
                                                  GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOfficeDraft, desk_office_draft_free)

G_END_DECLS
