/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-last-visit.h"

#include "desk-settings.h"

#define KEY "last-visits"

/* A register that stands further back than it did was restored from a backup: what was seen of it tells nothing. */
DeskLastVisit
desk_last_visit_get (OcopRegister *reg)
{
  g_autofree char *text = desk_settings_dup_entry (KEY, ocop_register_get_id (reg));
  gint64 now = ocop_register_get_seq (reg);
  DeskLastVisit visit = { now, OCOP_DATE_UNKNOWN };
  char *day = NULL;
  gint64 seq = text != NULL ? g_ascii_strtoll (text, &day, 10) : now;

  if (text == NULL || seq <= 0 || seq > now || *day != ' ' || !ocop_date_parse (day + 1, &visit.day))
    return (DeskLastVisit) { now, OCOP_DATE_UNKNOWN };
  visit.seq = seq;
  return visit;
}

void
desk_last_visit_note (OcopRegister *reg)
{
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %s", ocop_register_get_seq (reg), ocop_date_to_text (ocop_date_today (), day));

  desk_settings_set_entry (KEY, ocop_register_get_id (reg), text);
}
