/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-columns.h"

#include <glib/gi18n.h>

#include "exchange/ocop-commune-intake.h"

/* Communes */

static const OcopCommuneStanding *
commune_at (gpointer data,
            guint    place)
{
  return ocop_commune_intake_get_commune (data, place);
}

static void
show_commune (gpointer         data,
              guint            place,
              DeskCommuneCell *cell)
{
  cell->text = g_strdup (commune_at (data, place)->unit_name);
}

static void
show_state (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  static const char * const styles[] = { "quiet", "good", "good", "alarm" };
  OcopCommuneState state = commune_at (data, place)->state;

  cell->text = g_strdup (ocop_commune_state_title (state));
  cell->style = styles[state];
  cell->pill = state != OCOP_COMMUNE_NOT_SENT;
}

static void
show_received (gpointer         data,
               guint            place,
               DeskCommuneCell *cell)
{
  cell->text = ocop_date_to_people (commune_at (data, place)->received_on);
}

static void
show_number (DeskCommuneCell *cell,
             guint            number)
{
  cell->text = number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

static void
show_n_files (gpointer         data,
              guint            place,
              DeskCommuneCell *cell)
{
  show_number (cell, commune_at (data, place)->n_files);
}

static void
show_n_differences (gpointer         data,
                    guint            place,
                    DeskCommuneCell *cell)
{
  show_number (cell, commune_at (data, place)->n_differences);
}

static void
show_n_conflicts (gpointer         data,
                  guint            place,
                  DeskCommuneCell *cell)
{
  show_number (cell, commune_at (data, place)->n_conflicts);
  cell->style = "desk-warn";
}

static void
show_n_faults (gpointer         data,
               guint            place,
               DeskCommuneCell *cell)
{
  show_number (cell, commune_at (data, place)->n_faults);
  cell->style = "desk-warn";
}

const DeskCommuneColumn desk_commune_commune_columns[] = {
  { N_("Commune"), show_commune, 0 },
  { N_("State"), show_state, 180 },
  { N_("Received on"), show_received, 130 },
  { N_("Files sent"), show_n_files, 90, TRUE },
  { N_("Differences"), show_n_differences, 120, TRUE },
  { N_("Conflicts"), show_n_conflicts, 110, TRUE },
  { N_("Not readable"), show_n_faults, 150, TRUE },
  { NULL }
};

/* Files */

static const OcopCommuneFile *
file_at (gpointer data,
         guint    place)
{
  return g_ptr_array_index (((OcopCommuneIntake *) data)->files, place);
}

static void
show_file (gpointer         data,
           guint            place,
           DeskCommuneCell *cell)
{
  cell->text = g_strdup (file_at (data, place)->name);
}

static void
show_file_commune (gpointer         data,
                   guint            place,
                   DeskCommuneCell *cell)
{
  cell->text = g_strdup (file_at (data, place)->unit_name);
}

static void
show_file_state (gpointer         data,
                 guint            place,
                 DeskCommuneCell *cell)
{
  static const char * const styles[] = { "good", "quiet", "quiet", "alarm" };
  OcopCommuneFileState state = file_at (data, place)->state;

  cell->text = g_strdup (ocop_commune_file_state_title (state));
  cell->style = styles[state];
  cell->pill = TRUE;
}

void
desk_commune_show_remarks (gpointer         data,
                           guint            place,
                           DeskCommuneCell *cell)
{
  const GPtrArray *remarks = file_at (data, place)->remarks;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", (const char *) g_ptr_array_index (remarks, i));
  cell->text = g_string_free (g_steal_pointer (&text), FALSE);
}

const DeskCommuneColumn desk_commune_file_columns[] = {
  { N_("File"), show_file, 290 },
  { N_("Commune"), show_file_commune, 150 },
  { N_("State"), show_file_state, 130 },
  { N_("Remarks"), desk_commune_show_remarks, 0 },
  { NULL }
};
