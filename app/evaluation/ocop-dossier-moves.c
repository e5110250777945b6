/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-moves.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-dossier-receipt.h"
#include "register/ocop-records.h"
#include "law/ocop-deadline.h"

/* Reading */

/* The last day of the product's certificate in force on @on; unknown where it holds none. */
static gboolean
find_validity (OcopReader  *reader,
               const char  *product,
               OcopDate     on,
               OcopDate    *until,
               GError     **error)
{
  static const char * const columns[] = { "valid_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  *until = OCOP_DATE_UNKNOWN;
  ocop_query_where (query, "id", OCOP_OPERATOR_IS, product, NULL);
  ocop_records_where_in_force (query, "state");
  ocop_query_set_on (query, on);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  if (ocop_rows_get_n_rows (rows) > 0)
    ocop_date_parse (ocop_rows_get_text (rows, 0, 0), until);
  return TRUE;
}

/* The other dossiers of the product, the latest first: the name of one under way, the id of the last. */
static gboolean
look_at_others (OcopReader   *reader,
                const char   *product,
                const char   *id,
                char        **open,
                char        **last,
                GError      **error)
{
  static const char * const columns[] = { "id", "name", "step", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "product", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_order_by (query, "step_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *other = ocop_rows_get_text (rows, i, 0);

      if (g_strcmp0 (other, id) == 0)
        continue;
      if (last != NULL && *last == NULL)
        *last = g_strdup (other);
      if (*open == NULL && ocop_dossier_step_from_key (ocop_rows_get_text (rows, i, 2)) < OCOP_STEP_RECOGNISED)
        *open = g_strdup (ocop_rows_get_text (rows, i, 1));
    }
  return rows != NULL;
}

OcopDossier *
ocop_dossier_load (OcopReader  *reader,
                   const char  *id,
                   OcopDate     on,
                   GError     **error)
{
  g_autoptr(OcopDossier) self = ocop_dossier_new ();
  GPtrArray *documents;
  const char *product;

  self->record = ocop_reader_load (reader, ocop_kind_find ("dossier"), id, error);
  documents = self->record != NULL ? ocop_records_load (reader, "dossier_document", "dossier", id, NULL, error) : NULL;
  if (documents == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (self->documents, documents);
  product = ocop_record_get_text (self->record, "product");
  if (!find_validity (reader, product, on, &self->valid_until, error) ||
      !look_at_others (reader, product, id, &self->open_elsewhere, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Beginning */

/* "Mật ong rừng – Nâng hạng 2026" */
static char *
make_name (const OcopRecord *product,
           OcopDossierKind   kind,
           int               year)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "kind");

  return g_strdup_printf ("%s – %s %d", ocop_record_get_text (product, "name"),
                          ocop_field_choice_title (field, ocop_dossier_kind_to_key (kind)), year);
}

static const OcopRecord *
find_document (const OcopDossier *last,
           const char        *code)
{
  for (guint i = 0; last != NULL && i < last->documents->len; i++)
    if (g_strcmp0 (ocop_record_get_text (last->documents->pdata[i], "document"), code) == 0)
      return last->documents->pdata[i];
  return NULL;
}

static gboolean
was_handed_in (const OcopRecord *document)
{
  const char *state = ocop_record_get_text (document, "state");

  return g_strcmp0 (state, "handed-in") == 0 || g_strcmp0 (state, "carried") == 0;
}

/* Takes over the paper of the last dossier, which still holds or is to be renewed. */
static void
carry_over (OcopRecord       *document,
            const OcopRecord *last,
            OcopDate          on)
{
  static const char * const fields[] = { "number", "issued_on", "expires_on", "file" };
  OcopDate expires = ocop_record_get_date (last, "expires_on");
  gboolean ran_out = ocop_date_is_known (expires) && ocop_date_compare (expires, on) < 0;

  ocop_record_set_text (document, "state", ran_out ? "renew" : "carried");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ocop_record_set (document, fields[i], ocop_record_get (last, fields[i]));
}

static OcopRecord *
make_document (const OcopDossier  *self,
               const OcopDocument *document,
               const OcopDossier  *last,
               OcopDate            on)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("dossier_document"), NULL);
  OcopDossierKind kind = ocop_dossier_get_kind (self);
  const OcopRecord *before = (document->carried & 1u << kind) != 0 ? find_document (last, document->code) : NULL;
  gboolean excepted = document->except_set != NULL &&
                      g_strcmp0 (document->except_set, ocop_record_get_text (self->record, "criteria_set")) == 0;

  ocop_record_set_text (record, "dossier", ocop_record_get_id (self->record));
  ocop_record_set_text (record, "document", document->code);
  ocop_record_set_text (record, "name", document->title);
  ocop_record_set_text (record, "state", excepted ? "not-needed" : "missing");
  if (before != NULL && was_handed_in (before))
    carry_over (record, before, on);
  return record;
}

/* The province's own papers are asked for only when it may send the dossier on. */
static gboolean
is_asked_for (const OcopProcedure *procedure,
              OcopDossierStep      step,
              const OcopDocument  *document)
{
  if (document->from != OCOP_DOCUMENT_FROM_PROVINCE || step == document->step)
    return TRUE;
  return step != OCOP_STEP_NONE && ocop_procedure_may_follow (procedure, step, document->step);
}

/* Puts on its list what is asked for once it stands at @step. */
static void
add_checklist (OcopDossier        *self,
               const OcopRuleBook *book,
               OcopDossierStep     step,
               const OcopDossier  *last,
               OcopDate            on)
{
  OcopDossierKind kind = ocop_dossier_get_kind (self);
  const OcopProcedure *procedure = ocop_procedures_find (book->procedures, kind);

  for (guint i = 0; i < book->documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (book->documents, i);

      if (document->articles[kind] != NULL && find_document (self, document->code) == NULL && is_asked_for (procedure, step, document))
        g_ptr_array_add (self->documents, make_document (self, document, last, on));
    }
}

void
ocop_dossier_complete_list (OcopDossier        *self,
                            const OcopRuleBook *book,
                            OcopDate            on)
{
  if (ocop_procedures_find (book->procedures, ocop_dossier_get_kind (self)) != NULL)
    add_checklist (self, book, ocop_dossier_get_step (self), NULL, on);
}

OcopDossier *
ocop_dossier_draft (OcopReader       *reader,
                    const OcopLaw    *law,
                    const char       *product,
                    OcopDossierKind   kind,
                    OcopDate          on,
                    GError          **error)
{
  g_autoptr(OcopDossier) self = ocop_dossier_new ();
  g_autoptr(OcopRecord) of = ocop_reader_load (reader, ocop_kind_find ("product"), product, error);
  g_autoptr(OcopDossier) last = NULL;
  g_autofree char *last_id = NULL;
  g_autofree char *name = NULL;

  if (of == NULL || !find_validity (reader, product, on, &self->valid_until, error) ||
      !look_at_others (reader, product, NULL, &self->open_elsewhere, &last_id, error))
    return NULL;
  if (last_id != NULL && (last = ocop_dossier_load (reader, last_id, on, error)) == NULL)
    return NULL;
  name = make_name (of, kind, on.year);
  self->record = ocop_record_new (ocop_kind_find ("dossier"), NULL);
  ocop_record_set_text (self->record, "name", name);
  ocop_record_set_text (self->record, "product", product);
  ocop_record_set_text (self->record, "kind", ocop_dossier_kind_to_key (kind));
  ocop_record_set (self->record, "criteria_set", ocop_record_get (of, "criteria_set"));
  ocop_record_set_text (self->record, "previous", last_id);
  if (last != NULL)
    ocop_record_set (self->record, "story", ocop_record_get (last->record, "story"));
  add_checklist (self, ocop_law_book_on (law, on), OCOP_STEP_NONE, last, on);
  return g_steal_pointer (&self);
}

/* Moving */

/* @reason: (out) (nullable): for which it is done all the same */
static gboolean
refuse_lacks (const OcopDossier      *self,
              const OcopLaw          *law,
              const OcopDossierMove  *move,
              char                  **reason,
              GError                **error)
{
  g_autoptr(GPtrArray) lacks = move->authority != NULL ? ocop_dossier_lacks (self, law, move->step, move->on)
                                                       : ocop_dossier_lacks_by_hand (self, law, move->step, move->on);

  *reason = ocop_text_tidy (move->reason);
  if (*reason == NULL && lacks->len > 0)
    *reason = ocop_text_tidy (move->authority);
  return lacks->len == 0 || *reason != NULL || ocop_dossier_ask_reason (lacks, error);
}

gboolean
ocop_dossier_ask_reason (const GPtrArray  *lacks,
                         GError          **error)
{
  g_autofree char *text = ocop_lacks_to_text (lacks);

  return ocop_refuse (error, _("This step needs a reason, since something stands against it:\n%s"), text) != NULL;
}

OcopRecord *
ocop_dossier_move_record (const char            *dossier,
                          const OcopDossierMove *move,
                          const char            *reason)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("dossier_move"), NULL);
  g_autofree char *person = ocop_text_tidy (move->person);
  g_autofree char *note = ocop_text_tidy (move->note);

  ocop_record_set_text (record, "dossier", dossier);
  ocop_record_set_text (record, "step", ocop_dossier_step_to_key (move->step));
  ocop_record_set_date (record, "moved_on", move->on);
  ocop_record_set_text (record, "person", person);
  ocop_record_set_text (record, "reason", reason);
  ocop_record_set_text (record, "note", note);
  return record;
}

typedef struct
{
  const char *received_on;
  const char *receipt;
  const char *receiver;
} ReceiptFields;

/* The first receipt stays: what comes back after completion has its number already. */
static gboolean
write_receipt (OcopReader             *reader,
               const OcopRuleBook     *book,
               OcopRecord             *record,
               const OcopDossierMove  *move,
               GHashTable             *given,
               GError                **error)
{
  static const ReceiptFields commune = { "commune_received_on", "commune_receipt", "commune_receiver" };
  static const ReceiptFields province = { "province_received_on", "province_receipt", "province_receiver" };
  gboolean at_province = move->step == OCOP_STEP_PROVINCE_RECEIVED;
  const ReceiptFields *fields = at_province ? &province : &commune;
  g_autofree char *person = ocop_text_tidy (move->person);
  g_autofree char *number = NULL;

  if (ocop_date_is_known (ocop_record_get_date (record, fields->received_on)))
    return TRUE;
  ocop_record_set_date (record, fields->received_on, move->on);
  ocop_record_set_text (record, fields->receiver, person);
  if (ocop_record_get_text (record, fields->receipt) != NULL)
    return TRUE;
  if (!ocop_dossier_receipt_number (reader, book, ocop_record_get_text (record, "product"), at_province, move->on, given,
                                    &number, error))
    return FALSE;
  ocop_record_set_text (record, fields->receipt, number);
  return TRUE;
}

static void
write_round (const OcopLaw         *law,
             OcopRecord            *record,
             const OcopDossierMove *move)
{
  OcopRoundDays days;

  if (ocop_record_get_integer (record, "round_year", 0) != 0 ||
      !ocop_law_round_of (ocop_law_book_on (law, move->on), OCOP_LEVEL_PROVINCE, move->on, &days))
    return;
  ocop_record_set_integer (record, "round_year", days.year);
  ocop_record_set_integer (record, "round_number", days.round->number);
}

/* What a step writes into the dossier beside itself. */
static gboolean
write_step (OcopReader             *reader,
            const OcopLaw          *law,
            OcopRecord             *record,
            const OcopDossierMove  *move,
            GHashTable             *given,
            GError                **error)
{
  const OcopRuleBook *book = ocop_law_book_on (law, move->on);
  const OcopProcedure *procedure =
    ocop_procedures_find (book->procedures, ocop_dossier_kind_from_key (ocop_record_get_text (record, "kind")));

  ocop_record_set_text (record, "step", ocop_dossier_step_to_key (move->step));
  ocop_record_set_date (record, "step_on", move->on);
  switch (move->step)
    {
    case OCOP_STEP_COMMUNE_RECEIVED:
    case OCOP_STEP_PROVINCE_RECEIVED:
      return write_receipt (reader, book, record, move, given, error);
    case OCOP_STEP_PROPOSED:
      if (procedure != NULL && procedure->in_rounds)
        write_round (law, record, move);
      return TRUE;
    case OCOP_STEP_COMPLETE:
      ocop_record_set_date (record, "complete_on", move->on);
      return TRUE;
    default:
      return TRUE;
    }
}

/* @given: (nullable): the receipts' numbers that @change gave out before */
static gboolean
add_beginning (OcopReader             *reader,
               const OcopLaw          *law,
               OcopDossier            *self,
               const OcopDossierMove  *move,
               GHashTable             *given,
               OcopChange             *change,
               GError                **error)
{
  g_autoptr(OcopRecord) first = NULL;
  g_autofree char *reason = NULL;

  if (!refuse_lacks (self, law, move, &reason, error) || !write_step (reader, law, self->record, move, given, error))
    return FALSE;
  first = ocop_dossier_move_record (ocop_record_get_id (self->record), move, reason);
  ocop_change_add (change, self->record);
  ocop_change_add (change, first);
  for (guint i = 0; i < self->documents->len; i++)
    ocop_change_add (change, self->documents->pdata[i]);
  return TRUE;
}

OcopChange *
ocop_dossier_begin (OcopReader             *reader,
                    const OcopLaw          *law,
                    const char             *product,
                    OcopDossierKind         kind,
                    const OcopDossierMove  *move,
                    char                  **id,
                    GError                **error)
{
  g_autoptr(OcopDossier) self = ocop_dossier_draft (reader, law, product, kind, move->on, error);
  g_autoptr(OcopChange) change = NULL;
  g_autofree char *name = NULL;

  if (self == NULL)
    return NULL;
  name = g_strdup_printf (_("Begin the dossier “%s”"), ocop_record_get_text (self->record, "name"));
  change = ocop_change_new ("dossier", name);
  if (!add_beginning (reader, law, self, move, NULL, change, error))
    return NULL;
  *id = g_strdup (ocop_record_get_id (self->record));
  return g_steal_pointer (&change);
}

OcopDossier *
ocop_dossier_draft_suggested (OcopReader     *reader,
                              const OcopLaw  *law,
                              const char     *product,
                              OcopDate        on,
                              GError        **error)
{
  OcopDate until;

  if (!find_validity (reader, product, on, &until, error))
    return NULL;
  return ocop_dossier_draft (reader, law, product, ocop_dossier_suggest_kind (law, until, on), on, error);
}

char *
ocop_dossier_say_left_out (OcopReader         *reader,
                           const OcopDossier  *self,
                           const OcopLaw      *law,
                           OcopDossierStep     step,
                           OcopDate            on)
{
  g_autoptr(GPtrArray) lacks = ocop_dossier_lacks_by_hand (self, law, step, on);
  g_autofree char *product = ocop_reader_label (reader, ocop_kind_find ("product"), ocop_record_get_text (self->record, "product"));
  g_autoptr(GString) line = lacks->len > 0 ? g_string_new (product) : NULL;

  for (guint i = 0; i < lacks->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "; " : ": ", ((const OcopLack *) lacks->pdata[i])->text);
  return line != NULL ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

OcopChange *
ocop_dossier_begin_all (OcopReader             *reader,
                        const OcopLaw          *law,
                        const char * const     *products,
                        const OcopDossierMove  *move,
                        GPtrArray              *left_out,
                        char                  **id,
                        GError                **error)
{
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_strv_length ((char **) products);
  g_autofree char *name = g_strdup_printf (ngettext ("Begin %u dossier", "Begin %u dossiers", n), n);
  g_autoptr(OcopChange) change = ocop_change_new ("dossier", name);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(OcopDossier) self = ocop_dossier_draft_suggested (reader, law, products[i], move->on, error);
      char *why = self != NULL ? ocop_dossier_say_left_out (reader, self, law, move->step, move->on) : NULL;

      if (why != NULL)
        g_ptr_array_add (left_out, why);
      else if (self == NULL || !add_beginning (reader, law, self, move, given, change, error))
        return NULL;
      else if (*id == NULL)
        *id = g_strdup (ocop_record_get_id (self->record));
    }
  if (left_out->len == n)
    {
      ocop_refuse (error, "%s", _("No dossier can be begun for any of these products."));
      return NULL;
    }
  return g_steal_pointer (&change);
}

static char *
name_move (const OcopRecord *record,
           OcopDossierStep   step)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), "step");

  /* Translators: the name of a dossier, and the step that it came to */
  return g_strdup_printf (_("“%s”: %s"), ocop_record_get_text (record, "name"),
                          ocop_field_choice_title (field, ocop_dossier_step_to_key (step)));
}

/* @given: (nullable): the receipts' numbers that @change gave out before */
static gboolean
add_move (OcopReader             *reader,
          const OcopLaw          *law,
          const char             *id,
          const OcopDossierMove  *move,
          GHashTable             *given,
          OcopChange             *change,
          GError                **error)
{
  g_autoptr(OcopDossier) self = ocop_dossier_load (reader, id, move->on, error);
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopRecord) made = NULL;
  g_autofree char *reason = NULL;
  guint n_documents;

  if (self == NULL || !refuse_lacks (self, law, move, &reason, error))
    return FALSE;
  after = ocop_record_copy (self->record);
  if (!write_step (reader, law, after, move, given, error))
    return FALSE;
  made = ocop_dossier_move_record (id, move, reason);
  ocop_change_edit (change, self->record, after);
  ocop_change_add (change, made);
  n_documents = self->documents->len;
  add_checklist (self, ocop_law_book_on (law, move->on), move->step, NULL, move->on);
  for (guint i = n_documents; i < self->documents->len; i++)
    ocop_change_add (change, self->documents->pdata[i]);
  return TRUE;
}

gboolean
ocop_dossier_move_within (OcopReader             *reader,
                          const OcopLaw          *law,
                          const char             *id,
                          const OcopDossierMove  *move,
                          OcopChange             *change,
                          GError                **error)
{
  return add_move (reader, law, id, move, NULL, change, error);
}

OcopChange *
ocop_dossier_move (OcopReader             *reader,
                   const OcopLaw          *law,
                   const char             *id,
                   const OcopDossierMove  *move,
                   GError                **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("dossier"), id, error);
  g_autofree char *name = record != NULL ? name_move (record, move->step) : NULL;
  g_autoptr(OcopChange) change = record != NULL ? ocop_change_new ("dossier", name) : NULL;

  if (change == NULL || !ocop_dossier_move_within (reader, law, id, move, change, error))
    return NULL;
  return g_steal_pointer (&change);
}

static char *
name_moves (guint           number,
            OcopDossierStep step)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");

  /* Translators: several dossiers, and the step that they came to */
  return g_strdup_printf (ngettext ("%u dossier: %s", "%u dossiers: %s", number), number,
                          ocop_field_choice_title (field, ocop_dossier_step_to_key (step)));
}

OcopChange *
ocop_dossier_move_all (OcopReader             *reader,
                       const OcopLaw          *law,
                       const char * const     *ids,
                       const OcopDossierMove  *move,
                       GError                **error)
{
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = name_moves (g_strv_length ((char **) ids), move->step);
  g_autoptr(OcopChange) change = ocop_change_new ("dossier", name);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!add_move (reader, law, ids[i], move, given, change, error))
      return NULL;
  return g_steal_pointer (&change);
}
