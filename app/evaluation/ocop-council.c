/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-council.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "register/ocop-records.h"

/* Reading */

void
ocop_council_free (OcopCouncil *self)
{
  g_clear_pointer (&self->record, ocop_record_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 place_a = ocop_record_get_integer (*(OcopRecord * const *) a, "place", G_MAXINT64);
  gint64 place_b = ocop_record_get_integer (*(OcopRecord * const *) b, "place", G_MAXINT64);

  return place_a == place_b ? 0 : place_a < place_b ? -1 : 1;
}

GPtrArray *
ocop_council_read_members (OcopReader  *reader,
                           const char  *id,
                           GError     **error)
{
  GPtrArray *members = ocop_records_load (reader, "council_member", "council", id, NULL, error);

  /* Those without a place stay as they were entered. */
  if (members != NULL)
    g_ptr_array_sort (members, compare_places);
  return members;
}

gboolean
ocop_council_find_only (OcopReader  *reader,
                        const char  *kind,
                        OcopDate     on,
                        char       **id,
                        GError     **error)
{
  static const char * const columns[] = { "id", "term_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("council");
  g_autoptr(OcopRows) rows = NULL;
  guint n = 0;

  *id = NULL;
  ocop_query_where (query, "kind", OCOP_OPERATOR_IS, kind, NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopDate until = OCOP_DATE_UNKNOWN;

      ocop_date_parse (ocop_rows_get_text (rows, i, 1), &until);
      if (ocop_date_is_day (until) && ocop_date_compare (until, on) < 0)
        continue;
      g_free (*id);
      *id = g_strdup (ocop_rows_get_text (rows, i, 0));
      n++;
    }
  if (n != 1)
    g_clear_pointer (id, g_free);
  return rows != NULL;
}

OcopCouncil *
ocop_council_read (OcopReader  *reader,
                   const char  *id,
                   GError     **error)
{
  g_autoptr(OcopCouncil) self = g_new0 (OcopCouncil, 1);

  self->record = ocop_reader_load (reader, ocop_kind_find ("council"), id, error);
  self->members = self->record != NULL ? ocop_council_read_members (reader, id, error) : NULL;
  return self->members != NULL ? g_steal_pointer (&self) : NULL;
}

/* What it is */

gboolean
ocop_council_is_group (const OcopRecord *council)
{
  return g_strcmp0 (ocop_record_get_text (council, "kind"), "advisory") == 0;
}

const char *
ocop_council_role_title (const OcopRecord *council,
                         const char       *role)
{
  gboolean is_group = council != NULL && ocop_council_is_group (council);

  if (is_group && g_strcmp0 (role, "chair") == 0)
    return _("Head of the group");
  if (is_group && g_strcmp0 (role, "deputy") == 0)
    return _("Deputy head of the group");
  return ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("council_member"), "role"), role);
}

/* What is not as it should be */

static const char *
get_text (const OcopCouncil *self,
          guint              member,
          const char        *field)
{
  return ocop_record_get_text (g_ptr_array_index (self->members, member), field);
}

static void
look_for_chair (const OcopCouncil *self,
                GPtrArray         *objections)
{
  guint n_chairs = 0;

  for (guint i = 0; i < self->members->len; i++)
    n_chairs += g_strcmp0 (get_text (self, i, "role"), "chair") == 0;
  if (n_chairs == 0)
    ocop_objections_add (objections, TRUE, _("The council has no chair."));
  if (n_chairs > 1)
    ocop_objections_add (objections, TRUE, _("The council has more than one chair."));
}

/* Two people may bear one name: they are the same where they come from the same body. */
static gboolean
is_twice (const OcopCouncil *self,
          guint              member)
{
  for (guint i = 0; i < member; i++)
    if (ocop_text_same (get_text (self, i, "name"), get_text (self, member, "name"))
        && g_strcmp0 (get_text (self, i, "body_name"), get_text (self, member, "body_name")) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_body (const OcopCouncil *self,
          const char        *body)
{
  for (guint i = 0; i < self->members->len; i++)
    if (g_strcmp0 (get_text (self, i, "body"), body) == 0)
      return TRUE;
  return FALSE;
}

static void
look_for_bodies (const OcopCouncil  *self,
                 const OcopRuleBook *book,
                 GPtrArray          *objections)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("council_member"), "body");
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint body = 0; body < OCOP_N_BODIES; body++)
    if ((book->council_bodies & 1u << body) != 0 && !has_body (self, ocop_council_body_to_key (body)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              ocop_field_choice_title (field, ocop_council_body_to_key (body)));
  if (names->len > 0)
    ocop_objections_add (objections, FALSE, _("Nobody from: %s (%s)."), names->str, book->council_article);
}

static void
look_at_term (const OcopCouncil *self,
              OcopDate           on,
              GPtrArray         *objections)
{
  OcopDate until = ocop_record_get_date (self->record, "term_until");
  OcopDate from = ocop_record_get_date (self->record, "term_from");

  if (!ocop_date_is_day (on))
    return;
  if (ocop_date_is_day (until) && ocop_date_compare (until, on) < 0)
    {
      g_autofree char *day = ocop_date_to_people (until);

      ocop_objections_add (objections, FALSE, _("Its term ended on %s."), day);
    }
  if (ocop_date_is_day (from) && ocop_date_compare (on, from) < 0)
    {
      g_autofree char *day = ocop_date_to_people (from);

      ocop_objections_add (objections, FALSE, _("Its term begins only on %s."), day);
    }
}

GPtrArray *
ocop_council_objections (const OcopCouncil  *self,
                         const OcopRuleBook *book,
                         OcopDate            on)
{
  GPtrArray *objections = ocop_objections_new ();

  look_for_chair (self, objections);
  for (guint i = 0; i < self->members->len; i++)
    if (is_twice (self, i))
      ocop_objections_add (objections, TRUE, _("%s is in the council twice."), get_text (self, i, "name"));
  if (g_strcmp0 (ocop_record_get_text (self->record, "kind"), "council") == 0)
    look_for_bodies (self, book, objections);
  look_at_term (self, on, objections);
  return objections;
}

/* Copying, and the order of the members */

/* Its rules */

char *
ocop_council_dup_usual (const OcopField *field)
{
  const OcopCouncilRules usual = OCOP_COUNCIL_RULES_DEFAULT;
  const OcopKind *kind = ocop_kind_find ("council");
  g_autofree char *spread = ocop_quantity_to_people (usual.max_spread);

  if (field == ocop_kind_find_field (kind, "aggregate"))
    return g_strdup (ocop_field_choice_title (field, "mean"));
  if (field == ocop_kind_find_field (kind, "max_spread"))
    return g_strdup_printf (_("%s points"), spread);
  if (field == ocop_kind_find_field (kind, "quorum_percent"))
    return g_strdup_printf (_("%u percent, the chair among them"), usual.quorum_percent);
  return NULL;
}

OcopCouncilRules
ocop_council_get_rules (const OcopRecord *council)
{
  OcopCouncilRules rules = OCOP_COUNCIL_RULES_DEFAULT;

  if (g_strcmp0 (ocop_record_get_text (council, "aggregate"), "trimmed") == 0)
    rules.aggregate = OCOP_AGGREGATE_TRIMMED;
  rules.max_spread = (guint) ocop_record_get_integer (council, "max_spread", rules.max_spread);
  rules.quorum_percent = (guint) ocop_record_get_integer (council, "quorum_percent", rules.quorum_percent);
  return rules;
}

gboolean
ocop_council_has_own_rules (const OcopRecord *council)
{
  static const char * const rules[] = { "aggregate", "max_spread", "quorum_percent" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (ocop_record_get (council, rules[i])->type != OCOP_VALUE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
copy_fields (const OcopRecord   *from,
             OcopRecord         *to,
             const char * const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    ocop_record_set (to, fields[i], ocop_record_get (from, fields[i]));
}

OcopChange *
ocop_council_copy (OcopReader  *reader,
                   const char  *council,
                   char       **id,
                   GError     **error)
{
  static const char * const rules[] = { "kind", "aggregate", "max_spread", "quorum_percent", NULL };
  static const char * const facts[] = { "name", "position", "body", "body_name", "role", "phone", NULL };
  g_autoptr(OcopCouncil) former = ocop_council_read (reader, council, error);
  g_autoptr(OcopRecord) record = former != NULL ? ocop_record_new (ocop_kind_find ("council"), NULL) : NULL;
  g_autofree char *name = NULL;
  OcopChange *change;

  if (former == NULL)
    return NULL;
  name = g_strdup_printf (_("%s (new term)"), ocop_record_get_text (former->record, "name"));
  copy_fields (former->record, record, rules);
  ocop_record_set_text (record, "name", name);
  change = ocop_change_new ("council", name);
  ocop_change_add (change, record);
  for (guint i = 0; i < former->members->len; i++)
    {
      g_autoptr(OcopRecord) member = ocop_record_new (ocop_kind_find ("council_member"), NULL);

      copy_fields (g_ptr_array_index (former->members, i), member, facts);
      ocop_record_set_text (member, "council", ocop_record_get_id (record));
      ocop_record_set_integer (member, "place", i + 1);
      ocop_change_add (change, member);
    }
  *id = g_strdup (ocop_record_get_id (record));
  return change;
}

/* How many records of @kind name the member. */
static gint64
count_of_member (OcopReader  *reader,
                 const char  *kind,
                 const char  *member,
                 GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, "member", OCOP_OPERATOR_IS, member, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return ocop_reader_measure (reader, query, error);
}

OcopChange *
ocop_council_remove_member (OcopReader  *reader,
                            const char  *member,
                            GError     **error)
{
  static const char * const kinds[] = { "sheet", "attendance", "recusal" };
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("council_member"), member, error);
  g_autofree char *name = NULL;
  OcopChange *change;

  if (record == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 n = count_of_member (reader, kinds[i], member, error);

      if (n > 0)
        ocop_refuse (error, _("%s has taken part in a session and stays in this council: copy the council for those to come."),
                     ocop_record_get_text (record, "name"));
      if (n != 0)
        return NULL;
    }
  name = g_strdup_printf (_("Out of the council: %s"), ocop_record_get_text (record, "name"));
  change = ocop_change_new ("council", name);
  ocop_change_bin (change, ocop_record_get_kind (record), member);
  return change;
}

static int
find_member (const GPtrArray *members,
             const char      *id)
{
  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (ocop_record_get_id (g_ptr_array_index (members, i)), id) == 0)
      return (int) i;
  return -1;
}

static void
number (OcopChange *change,
        GPtrArray  *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const OcopRecord *before = g_ptr_array_index (members, i);
      g_autoptr(OcopRecord) after = ocop_record_copy (before);

      ocop_record_set_integer (after, "place", i + 1);
      ocop_change_edit (change, before, after);
    }
}

OcopChange *
ocop_council_move_member (OcopReader  *reader,
                          const char  *member,
                          int          direction,
                          GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("council_member"), member, error);
  g_autoptr(GPtrArray) members = record != NULL ? ocop_council_read_members (reader, ocop_record_get_text (record, "council"), error) : NULL;
  g_autofree char *name = record != NULL ? g_strdup_printf (_("Order of the members: %s"), ocop_record_get_text (record, "name")) : NULL;
  OcopChange *change;
  gpointer moved;
  int place, other;

  if (members == NULL)
    return NULL;
  change = ocop_change_new ("council", name);
  place = find_member (members, member);
  other = place + direction;
  if (place < 0 || other < 0 || other >= (int) members->len)
    return change;
  moved = members->pdata[place];
  members->pdata[place] = members->pdata[other];
  members->pdata[other] = moved;
  number (change, members);
  return change;
}
