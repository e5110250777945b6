/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-change.h"

#include <glib/gi18n.h>

static gboolean
is_new (const OcopRecord *base)
{
  return ocop_record_get_version (base) == 0;
}

/* "Edit “Mật ong rừng”" */
static char *
dup_name (const OcopRecord *base,
          const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  const OcopField *label = ocop_kind_find_field (kind, kind->label);
  g_autofree char *text = ocop_field_format (label, ocop_record_get (record, label->name));

  if (*text == '\0')
    return g_strdup_printf (is_new (base) ? _("Add: %s") : _("Edit: %s"), _(kind->title));
  return g_strdup_printf (is_new (base) ? _("Add “%s”") : _("Edit “%s”"), text);
}

OcopChange *
desk_record_change_new (const OcopRecord *base,
                        const OcopRecord *record)
{
  g_autofree char *name = dup_name (base, record);
  OcopChange *change = ocop_change_new (is_new (base) ? "add" : "edit", name);

  if (is_new (base))
    ocop_change_add (change, record);
  else
    ocop_change_edit (change, base, record);
  return change;
}

OcopRecord *
desk_record_merge (const OcopRecord *base,
                   const OcopRecord *mine,
                   const OcopRecord *theirs)
{
  OcopRecord *merged = ocop_record_copy (theirs);

  for (const OcopField *field = ocop_record_get_kind (mine)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (!ocop_value_equal (ocop_record_get (mine, field->name), ocop_record_get (base, field->name)))
      ocop_record_set (merged, field->name, ocop_record_get (mine, field->name));
  return merged;
}
