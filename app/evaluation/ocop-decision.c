/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-decision.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"
#include "law/ocop-deadline.h"

static const char * const kinds[OCOP_N_DECISION_KINDS] = {
  [OCOP_DECISION_RECOGNITION] = "recognition",
  [OCOP_DECISION_APPROVAL] = "approval",
  [OCOP_DECISION_NOT_CLASSED] = "not-classed",
  [OCOP_DECISION_CENTRAL] = "central",
  [OCOP_DECISION_REVOCATION] = "revocation",
  [OCOP_DECISION_WITHDRAWAL] = "withdrawal",
};

static const char * const states[OCOP_N_DECISION_STATES] = {
  [OCOP_DECISION_DRAFT] = "draft",
  [OCOP_DECISION_SUBMITTED] = "submitted",
  [OCOP_DECISION_ISSUED] = "issued",
};

const char *
ocop_decision_kind_to_key (OcopDecisionKind kind)
{
  return kinds[kind];
}

OcopDecisionKind
ocop_decision_kind_from_key (const char *key)
{
  for (guint i = 0; i < OCOP_N_DECISION_KINDS; i++)
    if (g_strcmp0 (kinds[i], key) == 0)
      return i;
  return OCOP_N_DECISION_KINDS;
}

const char *
ocop_decision_state_to_key (OcopDecisionState state)
{
  return states[state];
}

OcopDecisionKind
ocop_decision_get_kind (const OcopDecision *self)
{
  return ocop_decision_kind_from_key (ocop_record_get_text (self->record, "kind"));
}

OcopDecisionState
ocop_decision_get_state (const OcopDecision *self)
{
  const char *key = ocop_record_get_text (self->record, "state");

  for (guint i = 0; i < OCOP_N_DECISION_STATES; i++)
    if (g_strcmp0 (states[i], key) == 0)
      return i;
  return OCOP_DECISION_DRAFT;
}

gboolean
ocop_decision_kind_certifies (OcopDecisionKind kind)
{
  return kind == OCOP_DECISION_RECOGNITION || kind == OCOP_DECISION_CENTRAL;
}

gboolean
ocop_decision_kind_ends (OcopDecisionKind kind)
{
  return kind == OCOP_DECISION_REVOCATION || kind == OCOP_DECISION_WITHDRAWAL;
}

gboolean
ocop_decision_kind_is_notice (OcopDecisionKind kind)
{
  return kind == OCOP_DECISION_NOT_CLASSED;
}

const OcopDecisionLine *
ocop_decision_get_line (const OcopDecision *self,
                        guint               place)
{
  return g_ptr_array_index (self->lines, place);
}

int
ocop_decision_find_line (const OcopDecision *self,
                         const char         *id)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (ocop_record_get_id (ocop_decision_get_line (self, i)->record), id) == 0)
      return (int) i;
  return -1;
}

gboolean
ocop_decision_line_is_struck (const OcopDecisionLine *line)
{
  return ocop_record_get_integer (line->record, "struck", 0) != 0;
}

guint
ocop_decision_count (const OcopDecision *self,
                     guint               class)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const OcopDecisionLine *line = ocop_decision_get_line (self, i);

      n += !ocop_decision_line_is_struck (line) && (class == 0 || ocop_record_get_integer (line->record, "class", 0) == class);
    }
  return n;
}

char *
ocop_decision_label (OcopDecisionKind  kind,
                     const char       *name,
                     const char       *number,
                     OcopDate          decided_on)
{
  g_autofree char *day = ocop_date_to_people (decided_on);
  gboolean notice = ocop_decision_kind_is_notice (kind);

  if (number == NULL)
    return g_strdup (name != NULL ? name : "");
  if (*day == '\0')
    /* Translators: the number of a decision, or of a notice */
    return g_strdup_printf (notice ? _("Notice %s") : _("Decision %s"), number);
  /* Translators: the number of a decision, or of a notice, and its day */
  return g_strdup_printf (notice ? _("Notice %s of %s") : _("Decision %s of %s"), number, day);
}

char *
ocop_decision_record_label (const OcopRecord *record)
{
  return ocop_decision_label (ocop_decision_kind_from_key (ocop_record_get_text (record, "kind")),
                              ocop_record_get_text (record, "name"), ocop_record_get_text (record, "number"),
                              ocop_record_get_date (record, "decided_on"));
}

/* Freeing */

static void
line_free (OcopDecisionLine *line)
{
  g_clear_pointer (&line->record, ocop_record_free);
  g_clear_pointer (&line->session_product, ocop_record_free);
  g_clear_pointer (&line->dossier, ocop_record_free);
  g_clear_pointer (&line->product, ocop_record_free);
  g_clear_pointer (&line->producer, ocop_record_free);
  g_clear_pointer (&line->recognition, ocop_record_free);
  g_free (line->locality);
  g_free (line->held_star);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDecisionLine, line_free)

void
ocop_decision_free (OcopDecision *self)
{
  g_clear_pointer (&self->record, ocop_record_free);
  g_clear_pointer (&self->session, ocop_record_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/* Reading */

/* What the register answers of a product on the day. */
enum
{
  COLUMN_LOCALITY,
  COLUMN_STATE,
  COLUMN_STAR,
  COLUMN_UNTIL,
};

static gboolean
read_standing (OcopDecisionLine  *line,
               OcopReader        *reader,
               OcopDate           on,
               GError           **error)
{
  static const char * const columns[] = { "locality.name", "state", "star", "valid_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;
  const char *state;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, ocop_record_get_id (line->product), NULL);
  ocop_query_set_on (query, on);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  if (ocop_rows_get_n_rows (rows) == 0)
    return TRUE;
  line->locality = g_strdup (ocop_rows_get_text (rows, 0, COLUMN_LOCALITY));
  state = ocop_rows_get_text (rows, 0, COLUMN_STATE);
  line->pending = g_strcmp0 (state, "potential5") == 0;
  if (g_strcmp0 (state, "valid") != 0 && g_strcmp0 (state, "extended") != 0)
    return TRUE;
  line->held_star = g_strdup (ocop_rows_get_text (rows, 0, COLUMN_STAR));
  ocop_date_parse (ocop_rows_get_text (rows, 0, COLUMN_UNTIL), &line->held_until);
  return TRUE;
}

static void
read_deadline (OcopDecisionLine *line)
{
  OcopDate from = ocop_record_get_date (line->record, "conclusion_date");

  if (ocop_record_get_text (line->record, "ground") != NULL)
    line->deadline = ocop_law_deadline_day (ocop_law_book_on (ocop_law_get_default (), from), OCOP_DEADLINE_REVOCATION, from, NULL);
}

static OcopDecisionLine *
line_new (OcopReader        *reader,
          const OcopRecord  *record,
          OcopDate           on,
          GError           **error)
{
  g_autoptr(OcopDecisionLine) line = g_new0 (OcopDecisionLine, 1);

  line->record = ocop_record_copy (record);
  if (!ocop_records_follow (reader, record, "product", &line->product, error) ||
      !ocop_records_follow (reader, line->product, "producer", &line->producer, error) ||
      !ocop_records_follow (reader, record, "recognition", &line->recognition, error) ||
      !ocop_records_follow (reader, record, "session_product", &line->session_product, error))
    return NULL;
  if (line->session_product != NULL && !ocop_records_follow (reader, line->session_product, "dossier", &line->dossier, error))
    return NULL;
  if (!read_standing (line, reader, on, error))
    return NULL;
  read_deadline (line);
  return g_steal_pointer (&line);
}

static void
find_validity (OcopDecision *self)
{
  OcopDate from;
  gboolean estimated;

  if (ocop_decision_kind_certifies (ocop_decision_get_kind (self)) && ocop_decision_get_state (self) == OCOP_DECISION_ISSUED)
    ocop_law_certificate_validity (ocop_law_get_default (), ocop_record_get_date (self->record, "decided_on"),
                                   &from, &self->valid_until, &estimated);
}

static gboolean
read_lines (OcopDecision  *self,
            OcopReader    *reader,
            OcopDate       on,
            GError       **error)
{
  g_autoptr(GPtrArray) records =
    ocop_records_load (reader, "decision_line", "decision", ocop_record_get_id (self->record), "place", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      OcopDecisionLine *line = line_new (reader, g_ptr_array_index (records, i), on, error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (self->lines, line);
    }
  return records != NULL;
}

OcopDecision *
ocop_decision_read (OcopReader  *reader,
                    const char  *id,
                    OcopDate     on,
                    GError     **error)
{
  g_autoptr(OcopDecision) self = g_new0 (OcopDecision, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->record = ocop_reader_load (reader, ocop_kind_find ("decision"), id, error);
  if (self->record == NULL || !ocop_records_follow (reader, self->record, "session", &self->session, error) ||
      !read_lines (self, reader, on, error))
    return NULL;
  find_validity (self);
  return g_steal_pointer (&self);
}

OcopDecision *
ocop_decision_read_line (OcopReader  *reader,
                         const char  *line,
                         OcopDate     on,
                         GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("decision_line"), line, error);

  return record != NULL ? ocop_decision_read (reader, ocop_record_get_text (record, "decision"), on, error) : NULL;
}
