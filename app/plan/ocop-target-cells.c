/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-target-cells.h"

#include <string.h>

#include "base/ocop-text.h"
#include "plan/ocop-goal.h"

/* "1.2.3", "III", "12)": longer cells are no numbers of lines. */
#define MOST_NUMBER_LENGTH 5

static gboolean
is_heading (const char *name)
{
  static const char * const headings[] = { "tt", "stt", "chi tieu", "noi dung", "ten chi tieu", "noi dung chi tieu", "target", NULL };
  g_autofree char *folded = ocop_text_fold (name);

  return g_strv_contains (headings, folded);
}

/* Whether the first cell of a line only says the how manieth it is. */
static gboolean
is_line_number (const char *cell)
{
  return strlen (cell) <= MOST_NUMBER_LENGTH && strspn (cell, "0123456789IVXivxabcdđ.)-*+ ") == strlen (cell);
}

static void
take_words (OcopRecord *target,
            const char *words)
{
  static const char * const fields[] = { "name", "unit_name", "body", NULL };

  for (guint i = 0; fields[i] != NULL; i++)
    if (ocop_record_get_text (target, fields[i]) == NULL)
      {
        ocop_record_set_text (target, fields[i], words);
        return;
      }
}

static void
take_cell (OcopRecord *target,
           const char *cell)
{
  if (ocop_record_get_text (target, "operator") != NULL || !ocop_goal_take (target, cell))
    take_words (target, cell);
}

static OcopRecord *
parse_line (const char *line)
{
  g_auto(GStrv) cells = g_strsplit (line, "\t", -1);
  g_autoptr(OcopRecord) target = ocop_record_new (ocop_kind_find ("target"), NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = ocop_text_tidy (cells[i]);

      if (cell != NULL && !(i == 0 && is_line_number (cell)))
        take_cell (target, cell);
    }
  if (ocop_record_get_text (target, "name") == NULL || is_heading (ocop_record_get_text (target, "name")))
    return NULL;
  if (ocop_record_get_text (target, "operator") == NULL)
    ocop_record_set_text (target, "operator", ocop_goal_key (OCOP_GOAL_QUALITATIVE));
  ocop_goal_settle_money (target);
  return g_steal_pointer (&target);
}

GPtrArray *
ocop_target_cells_parse (const char *cells)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  g_auto(GStrv) lines = g_strsplit_set (cells, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      OcopRecord *target = parse_line (lines[i]);

      if (target != NULL)
        g_ptr_array_add (targets, target);
    }
  return targets;
}
