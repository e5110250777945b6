/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-office-area.h"

#include <glib/gi18n.h>

/* Adds @province to @others unless it is @own, or went up in it. */
static gboolean
consider (OcopReader    *reader,
          const char    *province,
          const char    *own,
          GStrvBuilder  *others,
          GError       **error)
{
  g_autoptr(OcopRecord) unit = NULL;

  if (g_str_equal (province, own))
    return TRUE;
  unit = ocop_reader_load (reader, ocop_kind_find ("unit"), province, error);
  if (unit == NULL)
    return FALSE;
  if (g_strcmp0 (ocop_record_get_text (unit, "successor"), own) != 0)
    g_strv_builder_add (others, province);
  return TRUE;
}

gboolean
ocop_office_area_find_others (OcopReader        *reader,
                              const OcopRecord  *office,
                              OcopDate           on,
                              char            ***provinces,
                              GError           **error)
{
  const char *level = ocop_record_get_text (office, "level");
  const char *own = ocop_record_get_text (office, "unit");
  g_autoptr(OcopQuery) products = ocop_query_new ("product");
  g_autoptr(GStrvBuilder) others = g_strv_builder_new ();
  g_autoptr(OcopRows) rows = NULL;

  *provinces = NULL;
  if (own == NULL || (level != NULL && !g_str_equal (level, "province")))
    return TRUE;
  ocop_query_set_on (products, on);
  ocop_query_set_measure (products, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (products, "province", NULL);
  rows = ocop_reader_groups (reader, products, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *province = ocop_rows_get_text (rows, i, 0);

      if (province != NULL && !consider (reader, province, own, others, error))
        return FALSE;
    }
  *provinces = g_strv_builder_end (others);
  if (**provinces == NULL)
    g_clear_pointer (provinces, g_strfreev);
  return TRUE;
}

gboolean
ocop_office_area_narrow (OcopReader   *reader,
                         OcopDate      on,
                         OcopQuery    *products,
                         char       ***provinces,
                         GError      **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_auto(GStrv) others = NULL;

  if (office == NULL || !ocop_office_area_find_others (reader, office, on, &others, error))
    return FALSE;
  if (others != NULL)
    ocop_query_wherev (products, "province", OCOP_OPERATOR_IS_NOT, (const char * const *) others);
  if (provinces != NULL)
    *provinces = g_steal_pointer (&others);
  return TRUE;
}

const char *
ocop_office_area_words (void)
{
  return _("without products of other provinces");
}

gboolean
ocop_office_area_is_condition (const char *field,
                               const char *operator)
{
  return g_str_equal (field, "province") && g_str_equal (operator, "is-not");
}
