/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-part-words.h"

char *
desk_part_words (const OcopPlanPart *part,
                 const char         *field)
{
  return ocop_field_format (ocop_kind_find_field (ocop_record_get_kind (part->record), field), ocop_record_get (part->record, field));
}
