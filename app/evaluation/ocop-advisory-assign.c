/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which member of the advisory group looks after which dossier. */

#include "evaluation/ocop-advisory.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "law/ocop-procedure.h"

typedef struct
{
  OcopReader *reader;
  GPtrArray *members;    /* OcopRecord */
  GArray *loads;         /* gint64: how many dossiers each of them has */
  OcopChange *change;
  GPtrArray *problems;
} Assigning;

static gboolean
read_loads (Assigning  *assigning,
            GError    **error)
{
  for (guint i = 0; i < assigning->members->len; i++)
    {
      const char *id = ocop_record_get_id (g_ptr_array_index (assigning->members, i));
      g_autoptr(OcopQuery) query = ocop_query_new ("assignment");
      gint64 load;

      ocop_query_where (query, "member", OCOP_OPERATOR_IS, id, NULL);
      load = ocop_reader_measure (assigning->reader, query, error);
      if (load < 0)
        return FALSE;
      g_array_append_val (assigning->loads, load);
    }
  return TRUE;
}

/* The place of the member of @body who has the fewest; -1 when there is none. */
static int
find_member (const Assigning *assigning,
             const char      *body)
{
  int found = -1;

  for (guint i = 0; i < assigning->members->len; i++)
    if (g_strcmp0 (ocop_record_get_text (assigning->members->pdata[i], "body"), body) == 0 &&
        (found < 0 || g_array_index (assigning->loads, gint64, i) < g_array_index (assigning->loads, gint64, found)))
      found = (int) i;
  return found;
}

/* Whether a member of @body has it. */
static gboolean
is_assigned (const Assigning *assigning,
             const GPtrArray *assignments,
             const char      *body)
{
  for (guint i = 0; i < assignments->len; i++)
    for (guint j = 0; j < assigning->members->len; j++)
      if (g_strcmp0 (ocop_record_get_text (assignments->pdata[i], "member"), ocop_record_get_id (assigning->members->pdata[j])) == 0 &&
          g_strcmp0 (ocop_record_get_text (assigning->members->pdata[j], "body"), body) == 0)
        return TRUE;
  return FALSE;
}

static void
assign_to (Assigning        *assigning,
           const OcopRecord *dossier,
           const char       *ministry,
           guint             member)
{
  g_autoptr(OcopRecord) assignment = ocop_record_new (ocop_kind_find ("assignment"), NULL);

  ocop_record_set_text (assignment, "dossier", ocop_record_get_id (dossier));
  ocop_record_set_text (assignment, "member", ocop_record_get_id (assigning->members->pdata[member]));
  ocop_record_set_text (assignment, "ministry", ministry);
  ocop_change_add (assigning->change, assignment);
  g_array_index (assigning->loads, gint64, member)++;
}

/* Takes @text. */
static void
add_problem (Assigning        *assigning,
             const OcopRecord *dossier,
             char             *text)
{
  g_ptr_array_add (assigning->problems, g_strdup_printf ("%s: %s", ocop_record_get_text (dossier, "name"), text));
  g_free (text);
}

static void
assign_for (Assigning        *assigning,
            const OcopRecord *dossier,
            const GPtrArray  *assignments,
            const char       *ministry)
{
  const char *body = ocop_advisory_body_of (ministry);
  int member = body != NULL ? find_member (assigning, body) : -1;

  if (body != NULL && is_assigned (assigning, assignments, body))
    return;
  if (member < 0)
    add_problem (assigning, dossier, g_strdup_printf (_("the group has no member of the body that answers to the %s"), ministry));
  else
    assign_to (assigning, dossier, ministry, (guint) member);
}

static gboolean
assign (Assigning   *assigning,
        const char  *id,
        GError     **error)
{
  g_autoptr(OcopRecord) dossier = ocop_reader_load (assigning->reader, ocop_kind_find ("dossier"), id, error);
  const char *code = dossier != NULL ? ocop_record_get_text (dossier, "criteria_set") : NULL;
  const OcopCriteriaSet *set = code != NULL ? ocop_law_find_set (ocop_law_get_default (), code) : NULL;
  g_autoptr(GPtrArray) assignments = dossier != NULL ? ocop_records_load (assigning->reader, "assignment", "dossier", id, NULL, error) : NULL;
  g_auto(GStrv) ministries = NULL;

  if (assignments == NULL)
    return FALSE;
  if (ocop_dossier_kind_from_key (ocop_record_get_text (dossier, "kind")) == OCOP_DOSSIER_AGAIN)
    add_problem (assigning, dossier, g_strdup (_("re-evaluation goes without the advisory group (article 7.6)")));
  else if (set == NULL)
    add_problem (assigning, dossier, g_strdup (_("it has no criteria set")));
  else
    {
      ministries = ocop_advisory_ministries (set);
      for (char **ministry = ministries; *ministry != NULL; ministry++)
        assign_for (assigning, dossier, assignments, *ministry);
    }
  return TRUE;
}

static void
refuse (const GPtrArray  *problems,
        GError          **error)
{
  g_autoptr(GString) text = g_string_new (_("Nothing was assigned."));

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) problems->pdata[i]);
  ocop_refuse (error, "%s", text->str);
}

OcopChange *
ocop_advisory_assign (OcopReader         *reader,
                      const char         *council,
                      const char * const *dossiers,
                      GPtrArray         **problems,
                      GError            **error)
{
  g_autoptr(GPtrArray) members = ocop_records_load (reader, "council_member", "council", council, "place", error);
  g_autoptr(GArray) loads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(OcopChange) change = ocop_change_new ("assignment", _("Assign dossiers to the advisory group"));
  Assigning assigning = { reader, members, loads, change, told };

  if (members == NULL || !read_loads (&assigning, error))
    return NULL;
  for (; *dossiers != NULL; dossiers++)
    if (!assign (&assigning, *dossiers, error))
      return NULL;
  if (ocop_change_is_empty (change))
    {
      refuse (told, error);
      return NULL;
    }
  *problems = g_steal_pointer (&told);
  return g_steal_pointer (&change);
}
