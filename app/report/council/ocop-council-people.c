/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-council-people.h"

#include "base/ocop-text.h"

static OcopCouncilPeople *
people_new (void)
{
  OcopCouncilPeople *self = g_new0 (OcopCouncilPeople, 1);

  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  return self;
}

void
ocop_council_people_free (OcopCouncilPeople *self)
{
  g_clear_pointer (&self->council, ocop_record_free);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static gboolean
keep_id (const OcopValue *values,
         gpointer         ids)
{
  g_ptr_array_add (ids, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
read_members (OcopCouncilPeople  *self,
              OcopReader         *reader,
              GError            **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("council_member");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  ocop_query_where (query, "council", OCOP_OPERATOR_IS, ocop_record_get_id (self->council), NULL);
  ocop_query_order_by (query, "place", FALSE);
  if (!ocop_reader_each (reader, query, columns, keep_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      OcopRecord *member = ocop_reader_load (reader, ocop_kind_find ("council_member"), ids->pdata[i], error);

      if (member == NULL)
        return FALSE;
      g_ptr_array_add (self->members, member);
    }
  return TRUE;
}

OcopCouncilPeople *
ocop_council_people_read (OcopReader  *reader,
                          const char  *council,
                          GError     **error)
{
  g_autoptr(OcopCouncilPeople) self = people_new ();

  self->council = ocop_reader_load (reader, ocop_kind_find ("council"), council, error);
  return self->council != NULL && read_members (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

OcopCouncilPeople *
ocop_council_people_read_advisory (OcopReader  *reader,
                                   GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("council");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "kind", OCOP_OPERATOR_IS, "advisory", NULL);
  ocop_query_order_by (query, "decision_date", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return NULL;
  return ocop_rows_get_n_rows (rows) > 0 ? ocop_council_people_read (reader, ocop_rows_get_text (rows, 0, 0), error) : people_new ();
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
