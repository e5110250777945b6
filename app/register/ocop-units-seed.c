/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-units-seed.h"

#include <glib/gi18n.h>

#include "model/ocop-province-list.h"

static OcopRecord *
make_unit (const OcopProvince *province)
{
  OcopRecord *unit = ocop_record_new (ocop_kind_find ("unit"), NULL);

  ocop_record_set_text (unit, "name", province->name);
  ocop_record_set_text (unit, "type", province->type);
  ocop_record_set_text (unit, "level", "province");
  ocop_record_set_text (unit, "code", province->code);
  ocop_record_set_date (unit, "valid_from", province->valid_from);
  ocop_record_set_date (unit, "valid_until", province->valid_until);
  return unit;
}

OcopChange *
ocop_units_seed_new_change (GError **error)
{
  g_autoptr(GPtrArray) provinces = ocop_province_list_load (error);
  g_autoptr(GHashTable) units = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ocop_record_free);
  g_autoptr(OcopChange) change = ocop_change_new (OCOP_CHANGE_SET_UP, _("Provinces"));

  if (provinces == NULL)
    return NULL;
  for (guint i = 0; i < provinces->len; i++)
    g_hash_table_insert (units, provinces->pdata[i], make_unit (provinces->pdata[i]));
  /* Those in force come first in the list, so that a successor is there before it is linked to. */
  for (guint i = 0; i < provinces->len; i++)
    {
      const OcopProvince *province = provinces->pdata[i];
      const OcopProvince *successor = ocop_province_list_in_force (provinces, province);
      OcopRecord *unit = g_hash_table_lookup (units, province);

      if (successor != NULL && successor != province)
        ocop_record_set_text (unit, "successor", ocop_record_get_id (g_hash_table_lookup (units, successor)));
      ocop_change_add (change, unit);
    }
  return g_steal_pointer (&change);
}
