/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commune/desk-intake.h"

G_BEGIN_DECLS

#define DESK_TYPE_PACKAGE_INTAKE (desk_package_intake_get_type ())
G_DECLARE_FINAL_TYPE (DeskPackageIntake, desk_package_intake, DESK, PACKAGE_INTAKE, DeskIntake)

/* A window that shows what a package of another office says otherwise than the register, and takes in what is accepted. */
void desk_package_intake_present (GtkWidget    *parent,
                                  OcopRegister *reg);

G_END_DECLS
