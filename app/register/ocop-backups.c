/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-backups.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"

char *
ocop_backups_dup_folder (const char *chosen)
{
  return chosen != NULL && *chosen != '\0' ? g_strdup (chosen)
                                           : g_build_filename (g_get_user_data_dir (), "ocop-desk", "backups", NULL);
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return ocop_date_compare (*(const OcopDate *) b, *(const OcopDate *) a);
}

GArray *
ocop_backups_spare (const GArray *days)
{
  g_autoptr(GArray) sorted = g_array_copy ((GArray *) days);
  GArray *spare = g_array_new (FALSE, FALSE, sizeof (OcopDate));
  OcopDate month = OCOP_DATE_UNKNOWN;
  guint n_months = 0;

  g_array_sort (sorted, compare_latest_first);
  for (guint i = 0; i < sorted->len; i++)
    {
      OcopDate day = g_array_index (sorted, OcopDate, i);
      gboolean last_of_month = day.year != month.year || day.month != month.month;

      if (last_of_month)
        n_months++;
      month = day;
      if (i >= OCOP_BACKUPS_DAYS && !(last_of_month && n_months <= OCOP_BACKUPS_MONTHS))
        g_array_append_val (spare, day);
    }
  return spare;
}

/* "tên-1234abcd-2026-11-22.ocop": the register's name and the start of its id, so that two
 * registers of one name do not share backups. */
static char *
make_prefix (OcopRegister *reg)
{
  g_autofree char *name = g_path_get_basename (ocop_register_get_path (reg));
  char *dot = strrchr (name, '.');
  const char *id = ocop_register_get_id (reg);

  if (dot != NULL)
    *dot = '\0';
  return g_strdup_printf ("%s-%.4s%s-", name, id + 9, id + 24);
}

static char *
make_path (const char *folder,
           const char *prefix,
           OcopDate    day)
{
  char text[OCOP_DATE_TEXT_SIZE];
  g_autofree char *name = g_strconcat (prefix, ocop_date_to_text (day, text), ".ocop", NULL);

  return g_build_filename (folder, name, NULL);
}

static GArray *
list_days (const char *folder,
           const char *prefix)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (OcopDate));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *text = g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen ("2026-11-22.ocop")
                              ? g_strndup (name + strlen (prefix), 10) : NULL;
      OcopDate day;

      if (text != NULL && ocop_date_parse (text, &day) && ocop_date_is_day (day))
        g_array_append_val (days, day);
    }
  return days;
}

gboolean
ocop_backups_keep (OcopRegister  *reg,
                   const char    *folder,
                   OcopDate       today,
                   GError       **error)
{
  g_autofree char *chosen = ocop_backups_dup_folder (folder);
  g_autofree char *prefix = make_prefix (reg);
  g_autofree char *path = make_path (chosen, prefix, today);
  g_autoptr(GArray) days = NULL;
  g_autoptr(GArray) spare = NULL;

  if (g_mkdir_with_parents (chosen, 0700) != 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("The backup folder %s cannot be made"), chosen);
      return FALSE;
    }
  if (!ocop_register_backup (reg, path, error))
    return FALSE;
  days = list_days (chosen, prefix);
  spare = ocop_backups_spare (days);
  for (guint i = 0; i < spare->len; i++)
    {
      g_autofree char *old = make_path (chosen, prefix, g_array_index (spare, OcopDate, i));

      g_remove (old);
    }
  return TRUE;
}

OcopDate
ocop_backups_last (OcopRegister *reg,
                   const char   *folder)
{
  g_autofree char *chosen = ocop_backups_dup_folder (folder);
  g_autofree char *prefix = make_prefix (reg);
  g_autoptr(GArray) days = list_days (chosen, prefix);
  OcopDate last = OCOP_DATE_UNKNOWN;

  for (guint i = 0; i < days->len; i++)
    if (ocop_date_compare (g_array_index (days, OcopDate, i), last) > 0)
      last = g_array_index (days, OcopDate, i);
  return last;
}

gboolean
ocop_backups_is_missing (OcopRegister *reg,
                         OcopDate      last,
                         OcopDate      today)
{
  return ocop_date_is_known (last) ? ocop_date_days_between (last, today) > OCOP_BACKUPS_WARN_AFTER
                                   : ocop_register_held_changes (reg);
}
