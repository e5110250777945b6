/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The advisory group's visits: one for each commune. */

#include "evaluation/ocop-advisory.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "law/ocop-workday.h"

static const char * const columns[] = { "id", "criteria_set", "product.locality", "product.locality.type", "product.locality.name", NULL };

enum
{
  COLUMN_ID,
  COLUMN_SET,
  COLUMN_UNIT,
  COLUMN_UNIT_TYPE,
  COLUMN_UNIT_NAME,
};

typedef struct
{
  OcopReader *reader;
  const char *council;
  const char *members;
  OcopDate on;             /* of the next visit */
  OcopRows *dossiers;      /* by commune */
  OcopChange *change;
} Planning;

/* Those without a visit so far. */
static OcopRows *
read_dossiers (OcopReader          *reader,
               const char * const  *dossiers,
               GError             **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");

  ocop_query_wherev (query, "id", OCOP_OPERATOR_IS, dossiers);
  ocop_query_has (query, FALSE, ocop_query_new ("visit_product"));
  ocop_query_order_by (query, "product.locality", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* The names of those who look after the dossiers from @first on up to @end, once each. */
static char *
list_members (const Planning  *planning,
              guint            first,
              guint            end,
              GError         **error)
{
  static const char * const names[] = { "member.name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("assignment");
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    g_ptr_array_add (ids, (gpointer) ocop_rows_get_text (planning->dossiers, i, COLUMN_ID));
  g_ptr_array_add (ids, NULL);
  ocop_query_wherev (query, "dossier", OCOP_OPERATOR_IS, (const char * const *) ids->pdata);
  ocop_query_order_by (query, "member.place", FALSE);
  rows = ocop_reader_rows (planning->reader, query, names, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *name = ocop_rows_get_text (rows, i, 0);

      if (!g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
        g_ptr_array_add (found, (gpointer) name);
    }
  g_ptr_array_add (found, NULL);
  return rows != NULL ? g_strjoinv ("; ", (char **) found->pdata) : NULL;
}

static char *
name_visit (const Planning *planning,
            guint           row)
{
  const char *type = ocop_rows_get_text (planning->dossiers, row, COLUMN_UNIT_TYPE);
  const char *name = ocop_rows_get_text (planning->dossiers, row, COLUMN_UNIT_NAME);
  g_autofree char *day = ocop_date_to_people (planning->on);

  if (name == NULL)
    return g_strdup_printf ("%s – %s", _("Unknown locality"), day);
  return type != NULL ? g_strdup_printf ("%s %s – %s", type, name, day) : g_strdup_printf ("%s – %s", name, day);
}

/* "1.1 2.3" */
static char *
list_criteria (const char *set,
               OcopDate    on)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopCriteria *criteria = set != NULL ? ocop_law_get_criteria (law, ocop_law_book_on (law, on), set, NULL) : NULL;
  g_autoptr(GPtrArray) leaves = ocop_advisory_to_verify (criteria, NULL);
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < leaves->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", ((const OcopCriterion *) leaves->pdata[i])->code);
  return codes->len > 0 ? g_string_free (g_steal_pointer (&codes), FALSE) : NULL;
}

static void
add_product (const Planning *planning,
             const char     *visit,
             guint           row,
             guint           place)
{
  g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("visit_product"), NULL);
  g_autofree char *verify = list_criteria (ocop_rows_get_text (planning->dossiers, row, COLUMN_SET), planning->on);

  ocop_record_set_text (product, "visit", visit);
  ocop_record_set_text (product, "dossier", ocop_rows_get_text (planning->dossiers, row, COLUMN_ID));
  ocop_record_set_integer (product, "place", place);
  ocop_record_set_text (product, "verify", verify);
  ocop_change_add (planning->change, product);
}

/* The dossiers from @first on up to @end lie in one commune. */
static gboolean
add_visit (const Planning  *planning,
           guint            first,
           guint            end,
           GError         **error)
{
  g_autoptr(OcopRecord) visit = ocop_record_new (ocop_kind_find ("visit"), NULL);
  g_autofree char *members = planning->members != NULL ? g_strdup (planning->members) : list_members (planning, first, end, error);
  g_autofree char *name = name_visit (planning, first);

  if (members == NULL)
    return FALSE;
  ocop_record_set_text (visit, "name", name);
  ocop_record_set_text (visit, "council", planning->council);
  ocop_record_set_text (visit, "unit", ocop_rows_get_text (planning->dossiers, first, COLUMN_UNIT));
  ocop_record_set_date (visit, "visit_on", planning->on);
  ocop_record_set_text (visit, "members", *members != '\0' ? members : NULL);
  ocop_change_add (planning->change, visit);
  for (guint i = first; i < end; i++)
    add_product (planning, ocop_record_get_id (visit), i, i - first + 1);
  return TRUE;
}

static gboolean
add_visits (Planning  *planning,
            GError   **error)
{
  const OcopWorkCalendar *calendar = ocop_work_calendar_get_default ();
  guint n = ocop_rows_get_n_rows (planning->dossiers);
  guint first = 0;

  for (guint i = 1; i <= n; i++)
    {
      if (i < n && g_strcmp0 (ocop_rows_get_text (planning->dossiers, i, COLUMN_UNIT),
                              ocop_rows_get_text (planning->dossiers, first, COLUMN_UNIT)) == 0)
        continue;
      if (!add_visit (planning, first, i, error))
        return FALSE;
      first = i;
      planning->on = ocop_workday_add (calendar, planning->on, 1, NULL);
    }
  return TRUE;
}

OcopChange *
ocop_advisory_plan_visits (OcopReader         *reader,
                           const char         *council,
                           const char * const *dossiers,
                           OcopDate            first,
                           const char         *members,
                           GError            **error)
{
  g_autoptr(OcopRows) rows = read_dossiers (reader, dossiers, error);
  g_autoptr(OcopChange) change = ocop_change_new ("visit", _("Plan visits of the advisory group"));
  Planning planning = { reader, council, members, ocop_workday_add (ocop_work_calendar_get_default (), ocop_date_add_days (first, -1), 1, NULL), rows, change };

  if (rows == NULL)
    return NULL;
  if (ocop_rows_get_n_rows (rows) == 0)
    {
      ocop_refuse (error, _("Each of these dossiers has its visit already."));
      return NULL;
    }
  return add_visits (&planning, error) ? g_steal_pointer (&change) : NULL;
}
