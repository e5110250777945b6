/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-target-style.h"

const char *
desk_target_style (OcopStanding standing)
{
  switch (standing)
    {
    case OCOP_STANDING_NONE:
      return NULL;
    case OCOP_STANDING_MET:
    case OCOP_STANDING_EXCEEDED:
      return "good";
    case OCOP_STANDING_AT_RISK:
      return "warn";
    case OCOP_STANDING_MISSED:
      return "alarm";
    default:
      return "quiet";
    }
}
