/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commune/desk-intake.h"

G_BEGIN_DECLS

#define DESK_TYPE_COMMUNE_INTAKE (desk_commune_intake_get_type ())
G_DECLARE_FINAL_TYPE (DeskCommuneIntake, desk_commune_intake, DESK, COMMUNE_INTAKE, DeskIntake)

/* Opens the window that takes in what communes report of @year: who has sent, what they say otherwise than the register,
 * and which of it is taken. */
void desk_commune_intake_present (GtkWidget     *parent,
                                  OcopRegister  *reg,
                                  guint          year,
                                  OcopDate       on);

G_END_DECLS
