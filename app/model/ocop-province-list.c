/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-province-list.h"

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_TYPE,
  COLUMN_VALID_FROM,
  COLUMN_VALID_UNTIL,
  COLUMN_SUCCESSOR,
  N_COLUMNS
};

static void
ocop_province_free (OcopProvince *province)
{
  g_free (province->code);
  g_free (province->name);
  g_free (province->type);
  g_free (province->successor);
  g_free (province);
}

static gboolean
is_code (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == '\0';
}

static gboolean
is_day_or_unknown (const char *text,
                   OcopDate   *date)
{
  return ocop_date_parse (text, date) && (!ocop_date_is_known (*date) || ocop_date_is_day (*date));
}

/* NULL when a cell is wrong. The file is ours and has no quoted cells. */
static OcopProvince *
province_from_line (const char *line)
{
  g_auto(GStrv) cells = g_strsplit (line, ",", -1);
  OcopProvince *province;
  OcopDate from, until;

  if (g_strv_length (cells) != N_COLUMNS
      || !is_code (cells[COLUMN_CODE])
      || *cells[COLUMN_NAME] == '\0'
      || *cells[COLUMN_TYPE] == '\0'
      || !is_day_or_unknown (cells[COLUMN_VALID_FROM], &from)
      || !is_day_or_unknown (cells[COLUMN_VALID_UNTIL], &until)
      || (*cells[COLUMN_SUCCESSOR] != '\0' && !is_code (cells[COLUMN_SUCCESSOR])))
    return NULL;

  province = g_new0 (OcopProvince, 1);
  province->code = g_strdup (cells[COLUMN_CODE]);
  province->name = g_strdup (cells[COLUMN_NAME]);
  province->type = g_strdup (cells[COLUMN_TYPE]);
  province->valid_from = from;
  province->valid_until = until;
  province->successor = *cells[COLUMN_SUCCESSOR] != '\0' ? g_strdup (cells[COLUMN_SUCCESSOR]) : NULL;
  return province;
}

GPtrArray *
ocop_province_list_parse (GBytes  *bytes,
                          GError **error)
{
  g_autoptr(GPtrArray) provinces = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_province_free);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  for (guint i = 1; i < g_strv_length (lines); i++)
    {
      OcopProvince *province = province_from_line (g_strchomp (lines[i]));

      if (province == NULL)
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("units/provinces.csv, line %u: not a province: %s"), i + 1, lines[i]);
          return NULL;
        }
      g_ptr_array_add (provinces, province);
    }
  return g_steal_pointer (&provinces);
}

GPtrArray *
ocop_province_list_load (GError **error)
{
  g_autoptr(GBytes) bytes = ocop_data_lookup ("units/provinces.csv", error);

  return bytes != NULL ? ocop_province_list_parse (bytes, error) : NULL;
}

gboolean
ocop_province_is_in_force (const OcopProvince *province,
                           OcopDate            day)
{
  return ocop_date_compare (province->valid_from, day) <= 0
         && (!ocop_date_is_known (province->valid_until) || ocop_date_compare (day, province->valid_until) <= 0);
}

const OcopProvince *
ocop_province_list_find (GPtrArray  *provinces,
                         const char *code,
                         OcopDate    day)
{
  for (guint i = 0; i < provinces->len; i++)
    {
      const OcopProvince *province = g_ptr_array_index (provinces, i);

      if (g_str_equal (province->code, code) && ocop_province_is_in_force (province, day))
        return province;
    }
  return NULL;
}

const OcopProvince *
ocop_province_list_in_force (GPtrArray          *provinces,
                             const OcopProvince *province)
{
  /* A successor takes over on the day after, hence the walk ends. */
  while (province != NULL && ocop_date_is_known (province->valid_until))
    province = province->successor != NULL
               ? ocop_province_list_find (provinces, province->successor, ocop_date_add_days (province->valid_until, 1))
               : NULL;
  return province;
}
