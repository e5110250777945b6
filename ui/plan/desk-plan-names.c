/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-names.h"

#include "base/ocop-text.h"
#include "plan/ocop-plan.h"

/* Of the name of a plan */
#define MOST_CHARACTERS 34

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_NUMBER,
  COLUMN_YEAR,
  COLUMN_UNTIL,
  COLUMN_UNIT,
  COLUMN_UNIT_NAME,
  COLUMN_LEVEL,
};

static const char * const columns[] = {
  [COLUMN_ID] = "id",
  [COLUMN_NAME] = "name",
  [COLUMN_NUMBER] = "number",
  [COLUMN_YEAR] = "year",
  [COLUMN_UNTIL] = "until_year",
  [COLUMN_UNIT] = "unit",
  [COLUMN_UNIT_NAME] = "unit.name",
  [COLUMN_LEVEL] = "level",
  NULL
};

/* What the button can show without taking the room of others. */
static char *
shorten (const char *name)
{
  g_autofree char *part = g_utf8_strlen (name, -1) > MOST_CHARACTERS ? g_utf8_substring (name, 0, MOST_CHARACTERS - 1) : NULL;

  return part != NULL ? g_strconcat (part, "…", NULL) : g_strdup (name);
}

/* "2026 · Plan … · 66/KH-UBND", "2021–2025 · …": many plans are named alike but for their year, which comes last in them. */
static char *
name_plan (const OcopRows *rows,
           guint           i,
           gboolean        elsewhere)
{
  gint64 year = ocop_rows_get_integer (rows, i, COLUMN_YEAR);
  gint64 until = ocop_rows_get_integer (rows, i, COLUMN_UNTIL);
  g_autofree char *years = until > year ? g_strdup_printf ("%d–%d", (int) year, (int) until) : g_strdup_printf ("%d", (int) year);
  g_autofree char *name = shorten (ocop_rows_get_text (rows, i, COLUMN_NAME));
  const char *parts[] = {
    years, elsewhere ? ocop_rows_get_text (rows, i, COLUMN_UNIT_NAME) : NULL, name, ocop_rows_get_text (rows, i, COLUMN_NUMBER),
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

/* The office's own plans among those from @first up to @end, or those of others. */
static void
add_names (const OcopRows   *rows,
           guint             first,
           guint             end,
           const OcopRecord *office,
           gboolean          own,
           GStrvBuilder     *ids,
           GStrvBuilder     *names)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *name = NULL;

      if (ocop_plan_is_own (office, ocop_rows_get_text (rows, i, COLUMN_UNIT), ocop_rows_get_text (rows, i, COLUMN_LEVEL)) != own)
        continue;
      name = name_plan (rows, i, !own);
      g_strv_builder_add (ids, ocop_rows_get_text (rows, i, COLUMN_ID));
      g_strv_builder_add (names, name);
    }
}

static guint
find_end_of_year (const OcopRows *rows,
                  guint           first)
{
  guint end = first + 1;

  while (end < ocop_rows_get_n_rows (rows) &&
         ocop_rows_get_integer (rows, end, COLUMN_YEAR) == ocop_rows_get_integer (rows, first, COLUMN_YEAR))
    end++;
  return end;
}

gboolean
desk_plan_names_read (OcopReader  *reader,
                      GStrv       *ids,
                      GStrv       *names,
                      GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(GStrvBuilder) all_ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) all_names = g_strv_builder_new ();
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "year", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  rows = office != NULL ? ocop_reader_rows (reader, query, columns, 0, -1, error) : NULL;
  for (guint first = 0, end; rows != NULL && first < ocop_rows_get_n_rows (rows); first = end)
    {
      end = find_end_of_year (rows, first);
      add_names (rows, first, end, office, TRUE, all_ids, all_names);
      add_names (rows, first, end, office, FALSE, all_ids, all_names);
    }
  *ids = g_strv_builder_end (all_ids);
  *names = g_strv_builder_end (all_names);
  return rows != NULL;
}
