/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-part-words.h"

#include "plan/ocop-plan-part.h"

char *
desk_part_words (const DeskTableCell *cell)
{
  const OcopRecord *record = ((const OcopPlanPart *) cell->row)->record;
  const char *field = cell->column->key;

  return ocop_field_format (ocop_kind_find_field (ocop_record_get_kind (record), field), ocop_record_get (record, field));
}
