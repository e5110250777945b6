/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions that end certificates: revocation (article 8), withdrawal (article 10.1.b). */

#include "evaluation/ocop-decision-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

typedef struct
{
  OcopReader *reader;
  OcopDecisionKind kind;
  const OcopEnding *ending;
  OcopDate on;
  OcopRecord *decision;
  GPtrArray *lines;       /* OcopRecord */
  OcopLevel level;        /* whose recognitions they are; all alike */
} Ending;

static void
ending_clear (Ending *self)
{
  g_clear_pointer (&self->decision, ocop_record_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ending, ending_clear)

/* Article 8.1: grounds b, c and e rest on the conclusion of a competent body, đ on the commune's confirmation. */
static gboolean
check_evidence (const Ending  *self,
                GError       **error)
{
  static const char * const concluded[] = { "criteria", "breach", "other", NULL };
  const OcopEnding *ending = self->ending;
  gboolean whole = ending->number != NULL && ocop_date_is_day (ending->on) && ending->body != NULL;

  if (self->kind == OCOP_DECISION_WITHDRAWAL)
    {
      if (ending->number == NULL || !ocop_date_is_day (ending->on))
        return ocop_refuse (error, _("Number and day of the Ministry's demand are missing (article 10.1.b).")) != NULL;
      return TRUE;
    }
  if (ending->ground == NULL)
    return ocop_refuse (error, _("Choose the ground of the revocation (article 8.1).")) != NULL;
  if (g_strv_contains (concluded, ending->ground) && !whole)
    return ocop_refuse (error, _("This ground needs the conclusion: its number, its day and the body (article 8.1).")) != NULL;
  if (g_str_equal (ending->ground, "stopped") && !ocop_date_is_day (ending->on))
    return ocop_refuse (error, _("The day of the commune's confirmation is missing (article 8.1.đ).")) != NULL;
  return TRUE;
}

static gboolean
is_in_force (Ending            *self,
             const OcopRecord  *recognition,
             const char        *name,
             GError           **error)
{
  static const char * const columns[] = { "state", NULL };
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("recognition"), "state");
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  g_autoptr(OcopRows) rows = NULL;
  const char *state;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, ocop_record_get_id (recognition), NULL);
  ocop_query_set_on (query, self->on);
  rows = ocop_reader_rows (self->reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  state = ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_text (rows, 0, 0) : NULL;
  if (g_strcmp0 (state, "valid") == 0 || g_strcmp0 (state, "extended") == 0 ||
      (self->kind == OCOP_DECISION_WITHDRAWAL && g_strcmp0 (state, "potential5") == 0))
    return TRUE;
  return ocop_refuse (error, _("%s: its recognition is not in force (%s): there is nothing to end."), name,
                      state != NULL ? ocop_field_choice_title (field, state) : "") != NULL;
}

/* Whether it stands in another decision that is to end it. */
static gboolean
is_free (Ending            *self,
         const OcopRecord  *recognition,
         const char        *name,
         GError           **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");
  gint64 n;

  ocop_query_where (query, "recognition", OCOP_OPERATOR_IS, ocop_record_get_id (recognition), NULL);
  ocop_query_where (query, "decision.kind", OCOP_OPERATOR_IS, "revocation", "withdrawal", NULL);
  ocop_query_where (query, "decision.state", OCOP_OPERATOR_IS, "draft", "submitted", NULL);
  ocop_query_where (query, "struck", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (self->reader, query, error);
  if (n > 0)
    ocop_refuse (error, _("%s stands in another draft that ends its certificate."), name);
  return n == 0;
}

/* Article 8.3: whoever recognised it; the Minister what the rules of today give to the centre. */
static gboolean
check_level (Ending            *self,
             const OcopRecord  *recognition,
             GError           **error)
{
  guint stars = (guint) ocop_record_get_integer (recognition, "class", 0);
  gboolean waits = g_strcmp0 (ocop_record_get_text (recognition, "outcome"), "potential5") == 0;
  OcopLevel level = waits ? OCOP_LEVEL_PROVINCE : ocop_law_recognised_by (ocop_law_get_default (), stars, self->on);

  if (self->lines->len > 0 && level != self->level)
    return ocop_refuse (error, _("3 and 4 stars are revoked by the chairman of the province, 5 stars by the Minister (article 8): two decisions.")) != NULL;
  self->level = level;
  return TRUE;
}

static void
write_evidence (const Ending *self,
                OcopRecord   *line)
{
  ocop_record_set_text (line, "ground", self->ending->ground);
  ocop_record_set_text (line, "conclusion_number", self->ending->number);
  ocop_record_set_date (line, "conclusion_date", self->ending->on);
  ocop_record_set_text (line, "conclusion_body", self->ending->body);
  ocop_record_set_text (line, "note", self->ending->note);
}

/* What the council judged when @recognition was made; a recognition that came by a list has no such line. */
static gboolean
find_judged (Ending      *self,
             const char  *recognition,
             OcopRecord  *line,
             GError     **error)
{
  static const char * const columns[] = { "session_product", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "recognition", OCOP_OPERATOR_IS, recognition, NULL);
  ocop_query_where (query, "session_product", OCOP_OPERATOR_KNOWN, NULL);
  rows = ocop_reader_rows (self->reader, query, columns, 0, 1, error);
  if (rows != NULL && ocop_rows_get_n_rows (rows) > 0)
    {
      ocop_record_set_text (line, "session_product", ocop_rows_get_text (rows, 0, 0));
      if (self->ending->again)
        ocop_record_set_text (line, "sent_to", "council");
    }
  return rows != NULL;
}

static gboolean
add_line (Ending      *self,
          const char  *id,
          GError     **error)
{
  g_autoptr(OcopRecord) recognition = ocop_reader_load (self->reader, ocop_kind_find ("recognition"), id, error);
  const char *product = recognition != NULL ? ocop_record_get_text (recognition, "product") : NULL;
  g_autofree char *name = product != NULL ? ocop_reader_label (self->reader, ocop_kind_find ("product"), product) : NULL;
  g_autoptr(OcopRecord) line = NULL;

  if (recognition == NULL || !is_in_force (self, recognition, name, error) || !is_free (self, recognition, name, error) ||
      !check_level (self, recognition, error))
    return FALSE;
  line = ocop_decision_line_new (self->decision, product, self->lines->len + 1);
  ocop_record_set_text (line, "recognition", id);
  ocop_record_set (line, "class", ocop_record_get (recognition, "class"));
  ocop_record_set (line, "score", ocop_record_get (recognition, "score"));
  ocop_record_set (line, "certificate_number", ocop_record_get (recognition, "certificate_number"));
  write_evidence (self, line);
  if (!find_judged (self, id, line, error))
    return FALSE;
  g_ptr_array_add (self->lines, g_steal_pointer (&line));
  return TRUE;
}

/* The first product names it, with how many more. */
static char *
make_name (Ending      *self,
           const char  *first,
           guint        n)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision"), "kind");
  const char *kind = ocop_field_choice_title (field, ocop_decision_kind_to_key (self->kind));
  g_autoptr(OcopRecord) recognition = ocop_reader_load (self->reader, ocop_kind_find ("recognition"), first, NULL);
  g_autofree char *product = recognition != NULL ? ocop_reader_label (self->reader, ocop_kind_find ("product"),
                                                                      ocop_record_get_text (recognition, "product")) : NULL;

  if (n == 1)
    return g_strdup_printf ("%s – %s", kind, product != NULL ? product : "");
  /* Translators: the kind of a decision, the name of a product, how many more */
  return g_strdup_printf (_("%s – %s and %u more"), kind, product != NULL ? product : "", n - 1);
}

OcopChange *
ocop_decision_draft_ending (OcopReader           *reader,
                            OcopDecisionKind      kind,
                            const char * const   *recognitions,
                            const OcopEnding     *ending,
                            OcopDate              on,
                            char                **id,
                            GError              **error)
{
  g_auto(Ending) self = { .reader = reader, .kind = kind, .ending = ending, .on = on };
  g_autofree char *issuer = NULL;
  g_autofree char *name = NULL;
  OcopChange *change;

  if (!check_evidence (&self, error))
    return NULL;
  name = make_name (&self, recognitions[0], g_strv_length ((char **) recognitions));
  self.decision = ocop_decision_record_new (kind, name, NULL);
  self.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  for (guint i = 0; recognitions[i] != NULL; i++)
    if (!add_line (&self, recognitions[i], error))
      return NULL;
  if (!ocop_decision_find_issuer (reader, self.level == OCOP_LEVEL_CENTRE, &issuer, error))
    return NULL;
  ocop_record_set_text (self.decision, "issuer", issuer);
  change = ocop_decision_change_new (_("Draft decisions: %s"), name);
  ocop_change_add (change, self.decision);
  for (guint i = 0; i < self.lines->len; i++)
    ocop_change_add (change, g_ptr_array_index (self.lines, i));
  if (id != NULL)
    *id = g_strdup (ocop_record_get_id (self.decision));
  return change;
}

/* Those of its recognitions that nothing has ended or replaced. */
static GPtrArray *
list_in_force (OcopReader  *reader,
               const char  *decision,
               OcopDate     on,
               GError     **error)
{
  static const char * const columns[] = { "recognition", NULL };
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_set_on (query, on);
  ocop_query_where (query, "decision", OCOP_OPERATOR_IS, decision, NULL);
  ocop_query_where (query, "recognition.state", OCOP_OPERATOR_IS, "valid", "extended", "potential5", NULL);
  ocop_query_order_by (query, "place", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_ptr_array_add (ids, g_strdup (ocop_rows_get_text (rows, i, 0)));
  if (rows != NULL && ids->len == 0)
    ocop_refuse (error, _("Nothing that this decision recognised is in force."));
  g_ptr_array_add (ids, NULL);
  return rows != NULL && ids->len > 1 ? g_steal_pointer (&ids) : NULL;
}

OcopChange *
ocop_decision_draft_withdrawal (OcopReader         *reader,
                                const char         *decision,
                                const OcopEnding   *ending,
                                OcopDate            on,
                                char              **id,
                                GError            **error)
{
  g_autoptr(GPtrArray) recognitions = list_in_force (reader, decision, on, error);

  if (recognitions == NULL)
    return NULL;
  return ocop_decision_draft_ending (reader, OCOP_DECISION_WITHDRAWAL, (const char * const *) recognitions->pdata, ending, on, id, error);
}
