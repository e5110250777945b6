/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-part-view.h"

G_BEGIN_DECLS

#define DESK_TYPE_REGISTRATION_VIEW (desk_registration_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegistrationView, desk_registration_view, DESK, REGISTRATION_VIEW, DeskPartView)

G_END_DECLS
