/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-columns.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-commune-intake.h"

/* Communes */

static char *
dup_commune (const DeskTableCell *cell)
{
  return g_strdup (((const OcopCommuneStanding *) cell->row)->unit_name);
}

static char *
dup_state (const DeskTableCell *cell)
{
  return g_strdup (ocop_commune_state_title (((const OcopCommuneStanding *) cell->row)->state));
}

static const char *
style_state (const DeskTableCell *cell)
{
  static const char * const styles[] = {
    [OCOP_COMMUNE_NOT_SENT] = NULL, [OCOP_COMMUNE_SENT] = "good", [OCOP_COMMUNE_SENT_BEFORE] = "good", [OCOP_COMMUNE_REFUSED] = "alarm",
  };

  return styles[((const OcopCommuneStanding *) cell->row)->state];
}

static char *
dup_received (const DeskTableCell *cell)
{
  return ocop_date_to_people (((const OcopCommuneStanding *) cell->row)->received_on);
}

static char *
dup_number (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

static char *
dup_n_files (const DeskTableCell *cell)
{
  return dup_number (((const OcopCommuneStanding *) cell->row)->n_files);
}

static char *
dup_n_differences (const DeskTableCell *cell)
{
  return dup_number (((const OcopCommuneStanding *) cell->row)->n_differences);
}

static char *
dup_n_conflicts (const DeskTableCell *cell)
{
  return dup_number (((const OcopCommuneStanding *) cell->row)->n_conflicts);
}

static char *
dup_n_faults (const DeskTableCell *cell)
{
  return dup_number (((const OcopCommuneStanding *) cell->row)->n_faults);
}

static const char *
style_warning (const DeskTableCell *cell)
{
  return "desk-warn";
}

const DeskTableColumn desk_commune_commune_columns[] = {
  { N_("Commune"), dup_commune },
  { N_("State"), dup_state, style_state, .width = 180, .is_pill = TRUE },
  { N_("Received on"), dup_received, .width = 130 },
  { N_("Files sent"), dup_n_files, .width = 90, .is_number = TRUE },
  { N_("Differences"), dup_n_differences, .width = 120, .is_number = TRUE },
  { N_("Conflicts"), dup_n_conflicts, style_warning, .width = 110, .is_number = TRUE },
  { N_("Not readable"), dup_n_faults, style_warning, .width = 150, .is_number = TRUE },
  { NULL }
};

/* Files */

static char *
dup_file (const DeskTableCell *cell)
{
  return g_strdup (((const OcopCommuneFile *) cell->row)->name);
}

static char *
dup_file_commune (const DeskTableCell *cell)
{
  return g_strdup (((const OcopCommuneFile *) cell->row)->unit_name);
}

static char *
dup_file_state (const DeskTableCell *cell)
{
  return g_strdup (ocop_commune_file_state_title (((const OcopCommuneFile *) cell->row)->state));
}

static const char *
style_file_state (const DeskTableCell *cell)
{
  static const char * const styles[] = { "good", "quiet", "quiet", "alarm" };

  return styles[((const OcopCommuneFile *) cell->row)->state];
}

char *
desk_commune_dup_remarks (const DeskTableCell *cell)
{
  const GPtrArray *remarks = ((const OcopCommuneFile *) cell->row)->remarks;

  return ocop_text_join (" · ", (const char * const *) remarks->pdata, remarks->len);
}

const DeskTableColumn desk_commune_file_columns[] = {
  { N_("File"), dup_file, .width = 290 },
  { N_("Commune"), dup_file_commune, .width = 150 },
  { N_("State"), dup_file_state, style_file_state, .width = 130, .is_pill = TRUE },
  { N_("Remarks"), desk_commune_dup_remarks },
  { NULL }
};
