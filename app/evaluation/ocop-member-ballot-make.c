/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A member's ballot out of the register. Of the sheets it looks at this member's alone. */

#include "evaluation/ocop-member-ballot-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-private.h"

/* The summary of the evidence */

static void
add_fact (GArray     *facts,
          const char *title,
          const char *text)
{
  OcopMemberBallotFact fact = { g_strdup (title), g_strdup (text) };

  g_array_append_val (facts, fact);
}

static void
add_field (GArray           *facts,
           const OcopRecord *record,
           const char       *name)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), name);
  g_autofree char *text = ocop_field_format (field, ocop_record_get (record, name));

  if (*text != '\0')
    add_fact (facts, _(field->title), text);
}

static void
append_name (GString    *names,
             const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
}

/* The checklist: what is there, and what is not. */
static gboolean
add_documents (GArray      *facts,
               OcopReader  *reader,
               const char  *dossier,
               GError     **error)
{
  static const char * const columns[] = { "name", "state", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier_document");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GString) there = g_string_new (NULL);
  g_autoptr(GString) missing = g_string_new (NULL);

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *state = ocop_rows_get_text (rows, i, 1);

      if (g_strcmp0 (state, "handed-in") == 0 || g_strcmp0 (state, "carried") == 0)
        append_name (there, ocop_rows_get_text (rows, i, 0));
      else if (g_strcmp0 (state, "not-needed") != 0)
        append_name (missing, ocop_rows_get_text (rows, i, 0));
    }
  if (there->len > 0)
    add_fact (facts, _("Documents"), there->str);
  if (missing->len > 0)
    add_fact (facts, _("Documents missing"), missing->str);
  return rows != NULL;
}

GArray *
ocop_member_ballot_read_facts (OcopReader        *reader,
                               const OcopRecord  *dossier,
                               GError           **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("product"), ocop_record_get_text (dossier, "product"), error);
  g_autoptr(GArray) facts = ocop_member_ballot_facts_new ();
  const char *unit;
  g_autofree char *locality = NULL;

  if (record == NULL)
    return NULL;
  unit = ocop_record_get_text (record, "unit");
  locality = unit != NULL ? ocop_reader_label (reader, ocop_kind_find ("unit"), unit) : NULL;
  if (locality != NULL && *locality != '\0')
    add_fact (facts, _("Locality"), locality);
  add_field (facts, dossier, "kind");
  add_field (facts, dossier, "expected_class");
  add_field (facts, record, "description");
  add_field (facts, record, "packaging");
  add_field (facts, record, "raw_material_area");
  add_field (facts, dossier, "changes");
  if (!add_documents (facts, reader, ocop_record_get_id (dossier), error))
    return NULL;
  add_field (facts, dossier, "advice");
  return g_steal_pointer (&facts);
}

/* The law */

static GHashTable *
new_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static void
take_file (GHashTable    *files,
           const OcopLaw *law,
           const char    *path)
{
  GBytes *bytes = g_hash_table_lookup (ocop_law_get_files (law), path);

  if (bytes != NULL)
    g_hash_table_insert (files, g_strdup (path), g_bytes_ref (bytes));
}

/* @used: the laws met so far, in the order of the ballot's. */
static guint
take_law (OcopMemberBallot         *self,
          GPtrArray                *used,
          const OcopSessionProduct *of)
{
  g_autofree char *sheet = g_strdup_printf ("%s/%s.json", of->scoring.book->criteria, of->scoring.criteria->code);
  GHashTable *files;
  guint place;

  if (!g_ptr_array_find (used, of->law, &place))
    {
      place = used->len;
      g_ptr_array_add (used, (gpointer) of->law);
      files = new_files ();
      take_file (files, of->law, "rules.json");
      take_file (files, of->law, "classification.json");
      g_ptr_array_add (self->laws, files);
    }
  take_file (g_ptr_array_index (self->laws, place), of->law, sheet);
  return place;
}

/* The ballot */

static gboolean
take_product (OcopMemberBallot          *self,
              OcopReader                *reader,
              GPtrArray                 *laws,
              const OcopSessionProduct  *of,
              const OcopSessionSheet    *sheet,
              GError                   **error)
{
  OcopMemberBallotProduct *product = ocop_member_ballot_add_product (self);

  product->id = g_strdup (ocop_record_get_id (of->record));
  product->name = g_strdup (of->product_name);
  product->producer_name = g_strdup (of->producer_name);
  product->set = g_strdup (of->scoring.criteria->code);
  product->decision = g_strdup (of->scoring.book->decision);
  product->scoring = (guint) ocop_record_get_integer (of->record, "scoring", 1);
  product->law = take_law (self, laws, of);
  product->self = ocop_choices_format (of->scoring.criteria, of->self);
  product->advised = ocop_choices_format (of->scoring.criteria, of->advised);
  product->rules = (OcopScoring) { .book = of->scoring.book, .criteria = of->scoring.criteria,
                                   .rules = OCOP_COUNCIL_RULES_DEFAULT, .has_story = of->scoring.has_story };
  product->choices = g_memdup2 (sheet->choices, of->scoring.criteria->leaves->len + 1);
  if (sheet->record != NULL)
    product->comment = g_strdup (ocop_record_get_text (sheet->record, "comment"));
  g_array_unref (product->facts);
  product->facts = ocop_member_ballot_read_facts (reader, of->dossier, error);
  return product->facts != NULL;
}

static gboolean
take_head (OcopMemberBallot         *self,
           OcopReader               *reader,
           const char               *register_id,
           const OcopSession        *session,
           const OcopSessionMember  *member,
           GError                  **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  if (office == NULL)
    return FALSE;
  self->register_id = g_strdup (register_id);
  self->session = g_strdup (ocop_record_get_id (session->record));
  self->session_name = g_strdup (ocop_record_get_text (session->record, "name"));
  self->venue = g_strdup (ocop_record_get_text (session->record, "venue"));
  self->held_on = ocop_record_get_date (session->record, "held_on");
  self->council_name = g_strdup (ocop_record_get_text (session->council, "name"));
  self->office_name = g_strdup (ocop_record_get_text (office, "name"));
  self->member = g_strdup (member->id);
  self->member_name = g_strdup (member->name);
  self->role = g_strdup (member->role);
  return TRUE;
}

OcopMemberBallot *
ocop_member_ballot_make (OcopReader         *reader,
                         const char         *register_id,
                         const OcopSession  *session,
                         guint               member,
                         GError            **error)
{
  const OcopSessionMember *of = ocop_session_get_member (session, member);
  g_autoptr(OcopMemberBallot) self = ocop_member_ballot_new ();
  g_autoptr(GPtrArray) laws = g_ptr_array_new ();

  if (!of->present && !ocop_session_is_written (session))
    {
      ocop_refuse (error, _("%s is not noted as present."), of->name);
      return NULL;
    }
  if (!take_head (self, reader, register_id, session, of, error))
    return NULL;
  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (session, i);

      if (product->sheets[member].recusal == NULL
          && !take_product (self, reader, laws, product, &product->sheets[member], error))
        return NULL;
    }
  if (self->products->len > 0)
    return g_steal_pointer (&self);
  ocop_refuse (error, _("There is no product for %s to score."), of->name);
  return NULL;
}
