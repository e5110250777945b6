/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-scores.h"

#include <string.h>

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-law.h"

/* A product while its sheets come in. */
typedef struct
{
  OcopScoredProduct scored;
  gint64 number;      /* of the scoring that counts */
  guint8 *choices;    /* what was agreed, and behind it the sheet of each member */
  gboolean *has_sheet;
} Product;

typedef struct
{
  OcopReader *reader;
  OcopSessionScores *self;
  GHashTable *by_id; /* (element-type utf8 Product) */
  GError *error;
} Reading;

static void
product_free (gpointer data)
{
  Product *product = data;

  g_clear_pointer (&product->scored.verdict, ocop_verdict_free);
  g_free (product->scored.id);
  g_free (product->scored.dossier);
  g_free (product->scored.name);
  g_free (product->scored.ballots);
  g_free (product->choices);
  g_free (product->has_sheet);
  g_free (product);
}

void
ocop_session_scores_free (OcopSessionScores *self)
{
  g_clear_pointer (&self->session, ocop_session_free);
  g_ptr_array_unref (self->products);
  g_free (self);
}

gboolean
ocop_scored_product_is_complete (const OcopScoredProduct *product)
{
  return product->verdict->n_counted > 0 && product->verdict->is_complete;
}

/* Products */

enum
{
  PRODUCT_ID,
  PRODUCT_DOSSIER,
  PRODUCT_NAME,
  PRODUCT_SET,
  PRODUCT_LAW,
  PRODUCT_SCORING,
  PRODUCT_AGREED,
  PRODUCT_DISQUALIFIED,
  PRODUCT_STORY,
};

static const char * const product_columns[] = {
  "id", "dossier", "name", "criteria_set", "law_book", "scoring", "agreed_choices", "disqualified", "dossier.story", NULL,
};

/* What the member at @place chose, or the council agreed on at -1. */
static guint8 *
choices_of (const Product *product,
            int            place)
{
  return product->choices + (gsize) (place + 1) * product->scored.scoring.criteria->leaves->len;
}

/* Nothing scored where it does not suit the set. */
static void
read_choices (const Product *product,
              int            place,
              const char    *text)
{
  const OcopCriteria *criteria = product->scored.scoring.criteria;
  guint8 *choices = choices_of (product, place);

  if (!ocop_choices_read (criteria, text, choices, NULL))
    memset (choices, OCOP_NOT_SCORED, criteria->leaves->len);
}

static void
begin_ballots (Product           *product,
               const OcopSession *session)
{
  OcopScoring *scoring = &product->scored.scoring;
  gsize n_choices = (gsize) (session->members->len + 1) * scoring->criteria->leaves->len;

  product->choices = g_malloc (n_choices);
  memset (product->choices, OCOP_NOT_SCORED, n_choices);
  product->has_sheet = g_new0 (gboolean, session->members->len);
  product->scored.ballots = g_new (OcopBallot, session->members->len);
  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (session, i);

      product->scored.ballots[i] = (OcopBallot) { member->chair, member->present, FALSE, choices_of (product, (int) i) };
    }
  scoring->agreed = choices_of (product, -1);
  scoring->ballots = product->scored.ballots;
  scoring->n_ballots = session->members->len;
}

static gboolean
find_criteria (Reading         *reading,
               OcopScoring     *scoring,
               const OcopValue *values)
{
  const OcopLaw *law = ocop_session_law_find (reading->reader, reading->self->session->record, values[PRODUCT_LAW].text,
                                              &scoring->book, &reading->error);

  scoring->criteria = law != NULL ? ocop_law_get_criteria (law, scoring->book, values[PRODUCT_SET].text, &reading->error) : NULL;
  if (scoring->criteria == NULL)
    g_prefix_error (&reading->error, "%s: ", values[PRODUCT_NAME].text);
  return scoring->criteria != NULL;
}

static gboolean
take_product (const OcopValue *values,
              gpointer         data)
{
  Reading *reading = data;
  Product *product = g_new0 (Product, 1);
  OcopScoring *scoring = &product->scored.scoring;

  g_ptr_array_add (reading->self->products, product);
  product->scored.id = g_strdup (values[PRODUCT_ID].text);
  product->scored.dossier = g_strdup (values[PRODUCT_DOSSIER].text);
  product->scored.name = g_strdup (values[PRODUCT_NAME].text);
  product->number = values[PRODUCT_SCORING].integer;
  scoring->rules = reading->self->session->rules;
  scoring->has_story = values[PRODUCT_STORY].integer != 0;
  scoring->disqualified = values[PRODUCT_DISQUALIFIED].integer != 0;
  if (!find_criteria (reading, scoring, values))
    return FALSE;
  begin_ballots (product, reading->self->session);
  read_choices (product, -1, values[PRODUCT_AGREED].text);
  g_hash_table_insert (reading->by_id, product->scored.id, product);
  return TRUE;
}

/* Recusals and sheets */

enum
{
  OF_PRODUCT,
  OF_MEMBER,
  SHEET_SCORING,
  SHEET_CHOICES,
};

static const char * const sheet_columns[] = { "session_product", "member", "scoring", "choices", NULL };
static const char * const recusal_columns[] = { "session_product", "member", NULL };

/* @place: (out): of the member; %NULL where product or member is none of the session. */
static Product *
find_product (const Reading   *reading,
              const OcopValue *values,
              int             *place)
{
  *place = ocop_session_find_member (reading->self->session, values[OF_MEMBER].text);
  return *place >= 0 && values[OF_PRODUCT].text != NULL ? g_hash_table_lookup (reading->by_id, values[OF_PRODUCT].text) : NULL;
}

static gboolean
take_recusal (const OcopValue *values,
              gpointer         data)
{
  int place;
  Product *product = find_product (data, values, &place);

  if (product != NULL)
    product->scored.ballots[place].recused = TRUE;
  return TRUE;
}

/* Those of former scorings do not count. */
static gboolean
take_sheet (const OcopValue *values,
            gpointer         data)
{
  int place;
  Product *product = find_product (data, values, &place);

  if (product == NULL || values[SHEET_SCORING].integer != product->number || product->has_sheet[place])
    return TRUE;
  product->has_sheet[place] = TRUE;
  read_choices (product, place, values[SHEET_CHOICES].text);
  return TRUE;
}

/* Reading */

static gboolean
read_of_session (Reading            *reading,
                 const char         *kind,
                 const char         *path,
                 const char         *order,
                 const char * const *columns,
                 OcopRowFunc         take)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, path, OCOP_OPERATOR_IS, ocop_record_get_id (reading->self->session->record), NULL);
  if (order != NULL)
    ocop_query_order_by (query, order, FALSE);
  return ocop_reader_each (reading->reader, query, columns, take, reading, &reading->error) && reading->error == NULL;
}

OcopSessionScores *
ocop_session_scores_read (OcopReader  *reader,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(OcopSessionScores) self = g_new0 (OcopSessionScores, 1);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { reader, self, by_id };

  self->products = g_ptr_array_new_with_free_func (product_free);
  self->session = ocop_session_read_members (reader, id, error);
  if (self->session == NULL)
    return NULL;
  if (!read_of_session (&reading, "session_product", "session", "place", product_columns, take_product)
      || !read_of_session (&reading, "recusal", "session_product.session", NULL, recusal_columns, take_recusal)
      || !read_of_session (&reading, "sheet", "session_product.session", NULL, sheet_columns, take_sheet))
    {
      g_propagate_error (error, reading.error);
      return NULL;
    }
  for (guint i = 0; i < self->products->len; i++)
    {
      OcopScoredProduct *product = self->products->pdata[i];

      product->verdict = ocop_verdict_new (&product->scoring);
    }
  return g_steal_pointer (&self);
}
