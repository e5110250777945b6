/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drafts that follow from a council's session. */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-decision-codes.h"
#include "evaluation/ocop-proposal.h"

/* The decisions that a session may lead to are the first ones of their kinds. */
#define N_DRAFTED (OCOP_DECISION_NOT_CLASSED + 1)

/* The decision that a proposal asks for, and the step to which it brings the dossier. */
typedef struct
{
  OcopDecisionKind kind;
  OcopDossierStep step;
} Outcome;

static const Outcome outcomes[] = {
  [OCOP_PROPOSAL_RECOGNISE] = { OCOP_DECISION_RECOGNITION, OCOP_STEP_RECOGNISED },
  [OCOP_PROPOSAL_FORWARD] = { OCOP_DECISION_APPROVAL, OCOP_STEP_FORWARDED },
  [OCOP_PROPOSAL_NOT_CLASSED] = { OCOP_DECISION_NOT_CLASSED, OCOP_STEP_NOT_CLASSED },
  [OCOP_PROPOSAL_REJECT] = { OCOP_DECISION_NOT_CLASSED, OCOP_STEP_REJECTED },
};

/* What becomes of a product of the session. */
typedef struct
{
  const OcopSessionProduct *product;
  OcopDecisionKind kind;
  OcopDossierStep outcome;
  guint class;                /* 0 of a rejected one */
} Result;

typedef struct
{
  OcopReader *reader;
  OcopSession *session;
  OcopDate on;
  OcopDecisionCodes *codes;
  OcopChange *change;
  GHashTable *standing;       /* the products of the session that stand in a decision */
  GArray *results[N_DRAFTED]; /* Result */
  GString *missing;           /* what keeps products from being decided on */
  char *first;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->session, ocop_session_free);
  g_clear_pointer (&draft->codes, ocop_decision_codes_free);
  g_clear_pointer (&draft->change, ocop_change_free);
  g_clear_pointer (&draft->standing, g_hash_table_unref);
  for (guint i = 0; i < N_DRAFTED; i++)
    g_clear_pointer (&draft->results[i], g_array_unref);
  if (draft->missing != NULL)
    g_string_free (draft->missing, TRUE);
  g_free (draft->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* What stands in a decision already: not what was struck and kept for another one. */
static gboolean
note_standing (const OcopValue *values,
               gpointer         data)
{
  if (values[0].text != NULL && (values[1].integer == 0 || values[2].text != NULL))
    g_hash_table_add (data, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
read_standing (Draft   *draft,
               GError **error)
{
  static const char * const columns[] = { "session_product", "struck", "sent_to", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");

  draft->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ocop_query_where (query, "session_product.session", OCOP_OPERATOR_IS, ocop_record_get_id (draft->session->record), NULL);
  return ocop_reader_each (draft->reader, query, columns, note_standing, draft->standing, error);
}

/* Of the dossiers that still wait for their result. */
static gboolean
is_to_decide (const Draft              *draft,
              const OcopSessionProduct *product)
{
  return !g_hash_table_contains (draft->standing, ocop_record_get_id (product->record)) &&
         ocop_dossier_step_from_key (ocop_record_get_text (product->dossier, "step")) < OCOP_STEP_FORWARDED;
}

static void
add_missing (Draft                    *draft,
             const OcopSessionProduct *product,
             const char               *what)
{
  g_string_append_printf (draft->missing, "\n• %s: %s", product->product_name, what);
}

static void
add_open (Draft                    *draft,
          const OcopSessionProduct *product)
{
  g_autoptr(GPtrArray) reasons = ocop_session_product_explain (product);

  if (product->verdict->is_final)
    add_missing (draft, product, _("it has the points for 5 stars, but misses a minimum: the council has yet to choose whether to forward it"));
  else
    add_missing (draft, product, reasons->len > 0 ? g_ptr_array_index (reasons, 0) : _("its result is not final"));
}

static void
collect (Draft                    *draft,
         const OcopSessionProduct *product)
{
  OcopProposal proposal = ocop_proposal_of (product);
  const Outcome *outcome = &outcomes[proposal.kind];
  Result result = { product, outcome->kind, outcome->step, proposal.class };

  if (proposal.kind == OCOP_PROPOSAL_OPEN)
    add_open (draft, product);
  else
    g_array_append_val (draft->results[result.kind], result);
}

/* The higher class first; within one the order of the agenda. */
static int
compare_results (gconstpointer a,
                 gconstpointer b)
{
  const Result *first = a, *second = b;

  if (first->class != second->class)
    return first->class > second->class ? -1 : 1;
  return (int) ocop_record_get_integer (first->product->record, "place", 0) -
         (int) ocop_record_get_integer (second->product->record, "place", 0);
}

static guint
count_results (const Draft *draft)
{
  guint n = 0;

  for (guint i = 0; i < N_DRAFTED; i++)
    n += draft->results[i]->len;
  return n;
}

static gboolean
collect_results (Draft   *draft,
                 GError **error)
{
  for (guint i = 0; i < N_DRAFTED; i++)
    draft->results[i] = g_array_new (FALSE, FALSE, sizeof (Result));
  draft->missing = g_string_new (NULL);
  for (guint i = 0; i < draft->session->products->len; i++)
    if (is_to_decide (draft, ocop_session_get_product (draft->session, i)))
      collect (draft, ocop_session_get_product (draft->session, i));
  if (draft->missing->len > 0)
    return ocop_refuse (error, _("Nothing can be drafted before every result is final:%s"), draft->missing->str) != NULL;
  if (count_results (draft) == 0)
    return ocop_refuse (error, _("No product of this session waits for a decision.")) != NULL;
  for (guint i = 0; i < N_DRAFTED; i++)
    g_array_sort (draft->results[i], compare_results);
  return TRUE;
}

/* Making the decisions */

static OcopDate
day_of (const Draft *draft)
{
  OcopDate held_on = ocop_record_get_date (draft->session->record, "held_on");

  return ocop_date_is_day (held_on) ? held_on : draft->on;
}

static gboolean
set_code (Draft         *draft,
          OcopRecord    *line,
          const Result  *result,
          GError       **error)
{
  g_autoptr(OcopRecord) product = NULL;
  g_autofree char *code = NULL;

  if (result->kind == OCOP_DECISION_NOT_CLASSED)
    return TRUE;
  product = ocop_reader_load (draft->reader, ocop_kind_find ("product"), ocop_record_get_text (line, "product"), error);
  if (product == NULL || !ocop_decision_codes_next (draft->codes, product, (guint) day_of (draft).year, &code, error))
    return FALSE;
  ocop_record_set_text (line, "product_code", code);
  return TRUE;
}

/* The set that counts was fixed with the agenda; that the dossier names another by now is said. */
static void
set_note (OcopRecord               *line,
          const OcopSessionProduct *product)
{
  const char *fixed = ocop_record_get_text (product->record, "criteria_set");
  g_autofree char *note = NULL;

  if (product->set_now == NULL || g_str_equal (product->set_now, fixed))
    return;
  note = g_strdup_printf (_("Scored by criteria set %s; the dossier now names %s."), fixed, product->set_now);
  ocop_record_set_text (line, "note", note);
}

static gboolean
add_line (Draft             *draft,
          const OcopRecord  *decision,
          const Result      *result,
          guint              place,
          GError           **error)
{
  const OcopSessionProduct *product = result->product;
  g_autoptr(OcopRecord) line = ocop_decision_line_new (decision, ocop_record_get_text (product->dossier, "product"), place);

  ocop_record_set_text (line, "session_product", ocop_record_get_id (product->record));
  ocop_record_set_text (line, "outcome", ocop_dossier_step_to_key (result->outcome));
  if (result->class > 0)
    ocop_record_set_integer (line, "class", result->class);
  ocop_record_set_integer (line, "score", ocop_mean_cut (product->verdict->mean));
  set_note (line, product);
  if (!set_code (draft, line, result, error))
    return FALSE;
  ocop_change_add (draft->change, line);
  if (ocop_dossier_step_from_key (ocop_record_get_text (product->dossier, "step")) >= OCOP_STEP_SCORED)
    return TRUE;
  return ocop_decision_move_dossier (draft->reader, draft->change, product->dossier, OCOP_STEP_SCORED, day_of (draft),
                                     ocop_record_get_text (draft->session->record, "name"), error);
}

static OcopRecord *
make_decision (Draft             *draft,
               OcopDecisionKind   kind,
               const char        *issuer)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision"), "kind");
  g_autofree char *name = g_strdup_printf ("%s – %s", ocop_field_choice_title (field, ocop_decision_kind_to_key (kind)),
                                           ocop_record_get_text (draft->session->record, "name"));
  OcopRecord *record = ocop_decision_record_new (kind, name, issuer);

  ocop_record_set_text (record, "session", ocop_record_get_id (draft->session->record));
  return record;
}

static gboolean
add_decision (Draft             *draft,
              OcopDecisionKind   kind,
              const char        *issuer,
              GError           **error)
{
  g_autoptr(OcopRecord) record = make_decision (draft, kind, issuer);

  ocop_change_add (draft->change, record);
  for (guint i = 0; i < draft->results[kind]->len; i++)
    if (!add_line (draft, record, &g_array_index (draft->results[kind], Result, i), i + 1, error))
      return FALSE;
  if (draft->first == NULL)
    draft->first = g_strdup (ocop_record_get_id (record));
  return TRUE;
}

OcopChange *
ocop_decision_draft (OcopReader  *reader,
                     const char  *session,
                     OcopDate     on,
                     char       **id,
                     GError     **error)
{
  g_auto(Draft) draft = { .reader = reader, .on = on };
  g_autofree char *issuer = NULL;

  draft.session = ocop_session_read (reader, session, NULL, error);
  if (draft.session == NULL)
    return NULL;
  if (!ocop_session_is_closed (draft.session))
    return ocop_refuse (error, _("The session is not closed yet."));
  if (!read_standing (&draft, error) || !collect_results (&draft, error) || !ocop_decision_find_issuer (reader, FALSE, &issuer, error))
    return NULL;
  draft.codes = ocop_decision_codes_new (reader, on);
  draft.change = ocop_decision_change_new (_("Draft decisions: %s"), ocop_record_get_text (draft.session->record, "name"));
  for (OcopDecisionKind kind = 0; kind < N_DRAFTED; kind++)
    if (draft.results[kind]->len > 0 && !add_decision (&draft, kind, issuer, error))
      return NULL;
  if (id != NULL)
    *id = g_steal_pointer (&draft.first);
  return g_steal_pointer (&draft.change);
}
