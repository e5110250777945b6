/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-people.h"

#include "base/ocop-text.h"
#include "register/ocop-records.h"

void
ocop_council_people_free (OcopCouncilPeople *self)
{
  g_clear_pointer (&self->council, ocop_record_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

OcopCouncilPeople *
ocop_council_people_read (OcopReader  *reader,
                          const char  *council,
                          GError     **error)
{
  g_autoptr(OcopCouncilPeople) self = g_new0 (OcopCouncilPeople, 1);

  if ((self->council = ocop_reader_load (reader, ocop_kind_find ("council"), council, error)) == NULL ||
      (self->members = ocop_records_load (reader, "council_member", "council", council, "place", error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/* Sets @id to what @path leads to from the first record of @query, if there is one. */
static gboolean
read_first (OcopReader       *reader,
            const OcopQuery  *query,
            const char       *path,
            char            **id,
            GError          **error)
{
  const char *columns[] = { path, NULL };
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, 1, error);

  if (rows != NULL && ocop_rows_get_n_rows (rows) > 0)
    *id = g_strdup (ocop_rows_get_text (rows, 0, 0));
  return rows != NULL;
}

OcopCouncilPeople *
ocop_council_people_read_advisory (OcopReader  *reader,
                                   const char  *dossier,
                                   GError     **error)
{
  g_autoptr(OcopQuery) assignments = ocop_query_new ("assignment");
  g_autoptr(OcopQuery) groups = ocop_query_new ("council");
  g_autofree char *group = NULL;
  OcopCouncilPeople *nobody;

  ocop_query_where (assignments, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  ocop_query_order_by (assignments, "member.council.decision_date", TRUE);
  ocop_query_where (groups, "kind", OCOP_OPERATOR_IS, "advisory", NULL);
  ocop_query_order_by (groups, "decision_date", TRUE);
  if ((dossier != NULL && !read_first (reader, assignments, "member.council", &group, error)) ||
      (group == NULL && !read_first (reader, groups, "id", &group, error)))
    return NULL;
  if (group != NULL)
    return ocop_council_people_read (reader, group, error);
  nobody = g_new0 (OcopCouncilPeople, 1);
  nobody->members = g_ptr_array_new ();
  return nobody;
}

char *
ocop_council_people_dup_position (const OcopRecord *member)
{
  const char *parts[] = { ocop_record_get_text (member, "position"), ocop_record_get_text (member, "body_name") };

  return ocop_text_join (", ", parts, G_N_ELEMENTS (parts));
}

const char *
ocop_council_people_find_name (const OcopCouncilPeople *self,
                               const char              *role)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_strcmp0 (ocop_record_get_text (self->members->pdata[i], "role"), role) == 0)
      return ocop_record_get_text (self->members->pdata[i], "name");
  return NULL;
}
