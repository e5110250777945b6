/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-candidate.h"

#include <glib/gi18n.h>

#include "base/ocop-alphabet.h"
#include "evaluation/ocop-dossier-moves.h"
#include "evaluation/ocop-objection.h"
#include "evaluation/ocop-session-law.h"
#include "evaluation/ocop-session.h"

static void
candidate_free (gpointer data)
{
  OcopCandidate *self = data;

  g_free (self->dossier);
  g_free (self->name);
  g_free (self->producer_name);
  g_free (self->commune_name);
  g_clear_pointer (&self->objections, g_ptr_array_unref);
  g_free (self);
}

gboolean
ocop_candidate_is_ready (const OcopCandidate *self)
{
  return ocop_objections_forbidden (self->objections) == NULL;
}

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_STEP,
  COLUMN_SET,
  COLUMN_PRODUCT_SET,
  COLUMN_PRODUCER,
  COLUMN_COMMUNE,
  COLUMN_YEAR,
  COLUMN_ROUND,
};

static const char * const columns[] = {
  [COLUMN_ID] = "id",
  [COLUMN_NAME] = "name",
  [COLUMN_KIND] = "kind",
  [COLUMN_STEP] = "step",
  [COLUMN_SET] = "criteria_set",
  [COLUMN_PRODUCT_SET] = "product.criteria_set",
  [COLUMN_PRODUCER] = "product.producer.name",
  [COLUMN_COMMUNE] = "product.locality.name",
  [COLUMN_YEAR] = "round_year",
  [COLUMN_ROUND] = "round_number",
  NULL
};

/* With the province, and on no agenda that is still to be gone through. */
static OcopQuery *
make_query (void)
{
  OcopQuery *query = ocop_query_new ("dossier");
  OcopQuery *agenda = ocop_query_new ("session_product");

  ocop_query_where (query, "step", OCOP_OPERATOR_IS, "province-received", "province-returned", "complete", "advisory", "council", "scored", NULL);
  ocop_query_where (agenda, "session.state", OCOP_OPERATOR_IS_NOT, "closed", NULL);
  ocop_query_has (query, FALSE, agenda);
  return query;
}

/* What was scored belongs on an agenda again only when it is looked for; the step itself says it. */
static void
look_at_step (OcopCandidate *self,
              const char    *step)
{
  if (g_strcmp0 (step, "scored") == 0)
    ocop_objections_add (self->objections, FALSE, _("scored before"));
  else if (g_strcmp0 (step, "council") != 0)
    ocop_objections_add (self->objections, TRUE, _("still at the step “%s”"), self->step);
}

static void
look_at_set (OcopCandidate      *self,
             const OcopLaw      *law,
             const OcopRuleBook *book,
             const char         *set)
{
  g_autoptr(GError) error = NULL;

  self->set = set != NULL ? ocop_law_find_set (law, set) : NULL;
  if (set == NULL)
    ocop_objections_add (self->objections, TRUE, _("no criteria set chosen"));
  else if (ocop_law_get_criteria (law, book, set, &error) == NULL)
    ocop_objections_add (self->objections, TRUE, "%s", error->message);
}

static gboolean
look_at_dossier (OcopCandidate  *self,
                 OcopReader     *reader,
                 const OcopLaw  *law,
                 OcopDate        on,
                 GError        **error)
{
  g_autoptr(OcopDossier) dossier = ocop_dossier_load (reader, self->dossier, on, error);
  g_autoptr(GPtrArray) missing = dossier != NULL ? ocop_dossier_missing_documents (dossier, law, on) : NULL;

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    ocop_objections_add (self->objections, FALSE, "%s", ((const OcopLack *) g_ptr_array_index (missing, i))->text);
  if (dossier != NULL && ocop_record_get_text (dossier->record, "self_choices") == NULL)
    ocop_objections_add (self->objections, FALSE, _("no self-assessment entered"));
  return dossier != NULL;
}

static OcopCandidate *
candidate_new (const OcopRows *rows,
               guint           i)
{
  const OcopKind *kind = ocop_kind_find ("dossier");
  OcopCandidate *self = g_new0 (OcopCandidate, 1);

  self->dossier = g_strdup (ocop_rows_get_text (rows, i, COLUMN_ID));
  self->name = g_strdup (ocop_rows_get_text (rows, i, COLUMN_NAME));
  self->producer_name = g_strdup (ocop_rows_get_text (rows, i, COLUMN_PRODUCER));
  self->commune_name = g_strdup (ocop_rows_get_text (rows, i, COLUMN_COMMUNE));
  self->kind = ocop_field_choice_title (ocop_kind_find_field (kind, "kind"), ocop_rows_get_text (rows, i, COLUMN_KIND));
  self->step = ocop_field_choice_title (ocop_kind_find_field (kind, "step"), ocop_rows_get_text (rows, i, COLUMN_STEP));
  self->round_year = ocop_rows_get_integer (rows, i, COLUMN_YEAR);
  self->round_number = ocop_rows_get_integer (rows, i, COLUMN_ROUND);
  self->objections = ocop_objections_new ();
  return self;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const OcopCandidate *one = *(OcopCandidate * const *) a;
  const OcopCandidate *other = *(OcopCandidate * const *) b;
  gboolean ready = ocop_candidate_is_ready (one);
  guint number = one->set != NULL ? one->set->number : G_MAXUINT;
  guint other_number = other->set != NULL ? other->set->number : G_MAXUINT;
  int sectors = g_strcmp0 (one->set != NULL ? one->set->sector : "~", other->set != NULL ? other->set->sector : "~");

  if (ready != ocop_candidate_is_ready (other))
    return ready ? -1 : 1;
  if (sectors != 0)
    return sectors;
  if (number != other_number)
    return number < other_number ? -1 : 1;
  return ocop_alphabet_compare (one->name, other->name);
}

GPtrArray *
ocop_candidates_read (OcopReader  *reader,
                      const char  *session,
                      GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("session"), session, error);
  const OcopLaw *law = record != NULL ? ocop_reader_law_in_force (reader, error) : NULL;
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr(OcopQuery) query = make_query ();
  g_autoptr(OcopRows) rows = law != NULL ? ocop_reader_rows (reader, query, columns, 0, -1, error) : NULL;
  gboolean is_written;
  OcopDate on;

  if (rows == NULL)
    return NULL;
  is_written = ocop_session_manner_is_written (ocop_record_get_text (record, "manner"));
  on = ocop_record_get_date (record, "held_on");
  on = ocop_date_is_day (on) ? on : ocop_date_today ();
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopCandidate *candidate = candidate_new (rows, i);
      const char *set = ocop_rows_get_text (rows, i, COLUMN_SET);

      g_ptr_array_add (candidates, candidate);
      look_at_step (candidate, ocop_rows_get_text (rows, i, COLUMN_STEP));
      if (is_written && ocop_dossier_kind_from_key (ocop_rows_get_text (rows, i, COLUMN_KIND)) != OCOP_DOSSIER_AGAIN)
        ocop_objections_add (candidate->objections, TRUE, _("no re-evaluation: it needs a meeting"));
      look_at_set (candidate, law, ocop_session_law_book (law, record), set != NULL ? set : ocop_rows_get_text (rows, i, COLUMN_PRODUCT_SET));
      if (!look_at_dossier (candidate, reader, law, on, error))
        return NULL;
    }
  g_ptr_array_sort (candidates, compare_candidates);
  return g_steal_pointer (&candidates);
}
